//! Tells names from characters that stand together by chance: Chinese writes no spaces, and the coast (沿海) and a region (地区) have
//! Haiti (海地) between them.

use crate::words::word_lists;
use std::ops::Range;

word_lists! {
    /// Common words whose last character opens a name.
    ends_before: "昨天 今天 明天 每天 当天 沿海 近海 北海 南海 东海 黄海 渤海 大海 出海 领海 公海 内海 临海 滨海 今日 昨日 近日 当日 \
        明日 每日 次日 连日 同日 生日 节日 假日 往日 周日 其中 当中 集中 空中 手中 心中 途中 之中 \
        初中 高中 年中 眼中 期中 司法 立法 执法 宪法 合法 非法 依法 违法 办法 方法 无法 看法 做法 \
        道德 品德 美德 精英 优美 完美 赞美 东北 西北 以北 湖北 河北 台北 华北 往北 偏北 南北 西南 \
        东南 以南 湖南 河南 越南 云南 海南 华南 增加 参加 更加 添加 施加 附加 追加 理智 明智 机智 \
        广东 山东 华东 关东 中东 以东 以上 早上 晚上 网上 马上 路上 身上 线上 史上 长江 黄河 人马 \
        兵马 罗马 时代 年代 当代 古代 现代 大约 条约 公约 合约 预约 签约 节约 西部 华西 以西 广西 \
        江西 山西 東北 東南 廣東 山東 華東 參加";
    /// Common words whose first character closes a name.
    starts_behind: "地区 地方 地带 地面 地点 地位 地铁 地震 地域 本报 本市 本地 本月 本周 本次 本人 本国 本台 \
        本刊 国家 国际 国内 国有 国人 国民 国务 国防 国会 国土 国道 国企 国债 国足 约有 约占 约为 \
        约合 约定 约半 约一 约两 约三 约四 约五 约六 约七 约八 约九 约十 约百 约数 东部 东北 东南 \
        东西 东方 非常 非法 纳税 纳入 纳米 纳粹 利用 利益 利率 利润 利好 利于 京剧 京城 京津 京沪 \
        海外 海关 海洋 海军 海上 海域 西部 西岸 西南 西北 西方 南部 南岸 南方 洲际 里程 里面 哥哥 \
        亚热 津巴";
    /// Names of something else that hold one: of persons, waters, peoples, islands, firms.
    is_longer: "马里奥 马里昂 马里亚纳 马里乌波尔 韩国瑜 阿曼达 荷兰德 波兰斯基 波兰尼 苏丹娜 苏丹红 古巴比伦 加纳利 \
        伊拉克利翁 新几内亚 几内亚湾 墨西哥湾 印度洋 印度支那 印度尼西亚 哥伦比亚大学 哥伦比亚广播 哥伦比亚特区 \
        不列颠哥伦比亚 英属哥伦比亚 海地震 巴林右 巴林左 巴林银行 瑞士军刀 蒙古族 蒙古包 朝鲜族 万象更新 华盛顿州 华盛顿邮报 纽约州 纽约时报 纽约客 纽约邮报 纽约证券 罗马帝国 米兰达 \
        ワシントン州 ニューヨーク州 ローマ教皇 ローマ法王 ローマ字 \
        约旦河 刚果河 德国之声 美国之音 英国广播公司 中国银行 美国银行 日本银行 德意志银行 法国巴黎银行 \
        法国兴业 法国电力 美国航空公司 英国航空公司 加拿大航空 卡塔尔航空 新加坡航空 土耳其航空 印度航空 日本航空 \
        中国国际航空 中国东方航空 中国南方航空 中国石油 中国石化 中国移动 中国电信 中国联通 中国人寿 中国平安 \
        中国日报 中国青年报 中国新闻网 中国新闻社 美国国际集团 英国石油 英国电信 巴黎圣日耳曼 皇家马德里 马德里竞技 \
        巴黎银行 东京电力 東京電力 東京ガス 東京メトロ 東京ディズニー 東京スカイツリー 東京海上 東京女子 \
        大阪桐蔭 大阪ガス 関西電力 中国地方 中国電力 中国新聞 中国山地 日本テレビ 日本ハム 日本郵政 日本郵便 日本航空 \
        日本製鉄 日本生命 日本経済新聞 日本維新 日本シリーズ 日本酒 日本刀 広島カープ 広島東洋 横浜DeNA 横浜FC 千葉ロッテ \
        トルコ石 インド洋 メキシコ湾 アマゾン川 ロンドン塔 フランスパン 広島大 京都大 名古屋大 神戸大 千葉大 筑波大";
}

/// Whether what stands at `range` of `text`, two Chinese characters, is more likely the end of one word and the beginning of the next.
pub(super) fn is_across(text: &str, range: &Range<usize>) -> bool {
    if is_in_longer(text, range) {
        return true;
    }
    let Some((first, last)) = two_han(&text[range.clone()]) else { return false };
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let word = |one: char, other: char| String::from_iter([one, other]);
    // "22日本报讯": a day of the month; "以北约30公里": about so many.
    let opened = before.is_some_and(|before| first == '日' && before.is_numeric() || ends_before(&word(before, first)));
    let closed = after.is_some_and(|after| last == '约' && after.is_numeric() || starts_behind(&word(last, after)));
    opened && closed
}

/// Whether the name at `range` is a part of a longer one, or opens that of a foreign person, whose parts a dot ties: 约旦娜·阿里.
fn is_in_longer(text: &str, range: &Range<usize>) -> bool {
    /// Characters of the longest of the longer names before and behind one.
    const BEFORE: usize = 3;
    const BEHIND: usize = 6;
    let is_asian = |character: char| matches!(character, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
    if !text[range.clone()].chars().all(is_asian) || range.is_empty() {
        return false;
    }
    let mut behind = text[range.end..].chars();
    if behind.next().is_some_and(|letter| is_asian(letter) && !matches!(letter, '的' | '和' | '与' | '乔'))
        && behind.next() == Some('·')
    {
        return true;
    }
    // 乔治·华盛顿, but 中国·北京.
    let mut ahead = text[..range.start].chars().rev();
    if ahead.next() == Some('·') && ahead.next().is_some_and(|letter| is_asian(letter) && letter != '国') {
        return true;
    }
    let starts = text[..range.start].char_indices().rev().take(BEFORE).map(|(at, _)| at);
    for start in std::iter::once(range.start).chain(starts) {
        let ends = text[range.end..].char_indices().take(BEHIND).map(|(at, letter)| range.end + at + letter.len_utf8());
        for end in std::iter::once(range.end).chain(ends) {
            if (start, end) != (range.start, range.end) && is_longer(&text[start..end]) {
                return true;
            }
        }
    }
    false
}

/// The characters of a form that is two Chinese ones.
fn two_han(form: &str) -> Option<(char, char)> {
    let is_han = |character: &char| matches!(character, '\u{4e00}'..='\u{9fff}');
    let mut characters = form.chars();
    let (first, last) = (characters.next()?, characters.next()?);
    (characters.next().is_none() && is_han(&first) && is_han(&last)).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_neighbours_of_two_words() {
        for (text, name, across) in [
            ("沿海地区经济发展", "海地", true),
            ("昨天津巴布韦总统", "天津", true),
            ("今日本报记者获悉", "日本", true),
            ("22日本报讯", "日本", true),
            ("其中国家队三人", "中国", true),
            ("首都以北约30公里处", "北约", true),
            ("政府增加纳税人负担", "加纳", true),
            ("与海地政府会谈", "海地", false),
            ("海地地震", "海地", false),
            ("抵达海地", "海地", false),
            ("其中中国队", "中国", false),
            ("今日，日本首相", "日本", false),
            ("北约30国", "北约", false),
            ("他说Haiti地区", "Haiti", false),
            ("超级马里奥兄弟", "马里", true),
            ("访问马里", "马里", false),
            ("阿曼娜·戈尔曼", "阿曼", true),
            ("美国乔·拜登", "美国", false),
            ("乔治·华盛顿", "华盛顿", true),
            ("中国·北京", "北京", false),
            ("在皇家马德里踢球", "马德里", true),
            ("在马德里踢球", "马德里", false),
            ("ロンドン塔", "ロンドン", true),
        ] {
            let start = text.find(name).unwrap();
            assert_eq!(is_across(text, &(start..start + name.len())), across, "{text}");
        }
    }
}
