//! Tells what the words before a date say about it: that it is of the publication, of a change, or of something else.

use super::months::fold;

/// What a date is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Published,
    Updated,
    /// A copyright line's, an event's.
    Foreign,
}

/// Beginnings of folded words, or parts of them where words aren't spaced.
const PUBLISHED: &str = "publi pubbl gepubl veroff erstell erschien posted issued опубл публик створ نشر نشرت تاریخ کریشن انتشار 发布 發布 發佈 発表 公開 配信 掲載 投稿 등록 입력 승인 yayin eklen objav zverej izdan julk közzé kozze megjel diterb dang δημοσ פורסם प्रकाशित প্রকাশ เผยแพร่ skapad oprettet";
const UPDATED: &str = "updat modif aktual aktualis actuali mise mis_a aggiorn atual bijgew oppdat opdat uppdat обнов онов актуал изменен تحدیث تعدیل اپدیت 更新 修改 最終 수정 guncel güncel azurir ažur paivit frissit frissít diperb cap_nhat ενημερ עודכן अपडेट अद्यतन আপডেট อัปเดต stand: geander zuletzt last";
const FOREIGN: &str = "copyright © (c) expires born";

/// The label in `words`, which stand before a date; the last one counts.
pub(super) fn label(words: &str) -> Option<Label> {
    let folded = fold(words);
    let last = |table: &str| table.split(' ').filter_map(|word| folded.rfind(&fold(&word.replace('_', " ")))).max();
    let labels =
        [(last(PUBLISHED), Label::Published), (last(UPDATED), Label::Updated), (last(FOREIGN), Label::Foreign)];
    labels.into_iter().filter_map(|(at, label)| Some((at?, label))).max_by_key(|found| found.0).map(|found| found.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_before_a_date() {
        for (words, expected) in [
            ("Published: ", Some(Label::Published)),
            ("Published 21 May, last updated ", Some(Label::Updated)),
            ("Updated 23 May. First published ", Some(Label::Published)),
            ("Veröffentlicht am ", Some(Label::Published)),
            ("Zuletzt aktualisiert: ", Some(Label::Updated)),
            ("تاريخ النشر: ", Some(Label::Published)),
            ("آخر تحديث: ", Some(Label::Updated)),
            ("更新日時：", Some(Label::Updated)),
            ("© ", Some(Label::Foreign)),
            ("By Ada Example, ", None),
        ] {
            assert_eq!(label(words), expected, "{words}");
        }
    }
}
