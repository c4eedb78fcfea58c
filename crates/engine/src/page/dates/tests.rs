//! Checks dates as they are written in many languages, and whole pages whose places agree, contradict or are broken.

use super::written::{Order, Writing, dates};
use super::*;
use crate::wire::{BlockClues, DatedElement, MetaClue};
use proptest::prelude::*;

fn day_in(text: &str, language: &str, order: Order) -> Option<String> {
    let found = dates(text, Writing { language, order });
    found.first().filter(|found| found.other.is_none()).map(|found| found.day.to_string())
}

#[test]
fn the_same_day_in_the_languages_of_the_news() {
    for (language, text) in [
        ("en", "Published: May 22, 2017, 12:28 pm"),
        ("en", "Monday, 22nd of May, 2017"),
        ("en", "22-May-2017"),
        ("en", "Mon May 22 12:28:00 EST 2017"),
        ("de", "Montag, 22. Mai 2017"),
        ("de", "22.05.2017, 12:28 Uhr"),
        ("de", "22. 5. 2017"),
        ("fr", "Publié le lundi 22 mai 2017 à 12h28"),
        ("es", "22 de mayo de 2017"),
        ("es", "22/05/2017"),
        ("gl", "22 de maio de 2017"),
        ("ca", "22 de maig del 2017"),
        ("pt", "Segunda-feira, 22 de maio de 2017"),
        ("it", "22 maggio 2017"),
        ("ro", "22 mai 2017"),
        ("nl", "22 mei 2017"),
        ("af", "22 Mei 2017"),
        ("sv", "22 maj 2017"),
        ("da", "22. maj 2017"),
        ("no", "22. mai 2017"),
        ("nb", "22. mai 2017"),
        ("is", "22. maí 2017"),
        ("fi", "22. toukokuuta 2017"),
        ("et", "22. mai 2017"),
        ("lv", "2017. gada 22. maijs"),
        ("lt", "2017 m. gegužės 22 d."),
        ("pl", "22 maja 2017"),
        ("cs", "22. května 2017"),
        ("sk", "22. mája 2017"),
        ("sl", "22. maj 2017"),
        ("hr", "22. svibnja 2017."),
        ("sr", "22. мај 2017."),
        ("hu", "2017. május 22., hétfő"),
        ("sq", "22 Maj 2017"),
        ("tr", "22 Mayıs 2017 Pazartesi"),
        ("az", "22 may 2017"),
        ("el", "22 Μαΐου 2017"),
        ("ru", "22 мая 2017 г., 12:28"),
        ("uk", "22 травня 2017"),
        ("be", "22 мая 2017"),
        ("bg", "22 май 2017"),
        ("mk", "22 мај 2017"),
        ("ar", "٢٢ مايو ٢٠١٧"),
        ("ar", "الاثنين 22 أيار / مايو 2017"),
        ("ar", "22 ماي 2017"),
        ("he", "22 במאי 2017"),
        ("fa", "۱ خرداد ۱۳۹۶"),
        ("fa", "۱۳۹۶/۳/۱"),
        ("fa", "22 مه 2017"),
        ("ur", "22 مئی 2017"),
        ("hi", "22 मई 2017"),
        ("bn", "২২ মে ২০১৭"),
        ("ta", "22 மே 2017"),
        ("th", "22 พฤษภาคม 2560"),
        ("th", "22 พ.ค. 2560"),
        ("vi", "Thứ hai, 22 tháng 5 năm 2017"),
        ("vi", "22/05/2017"),
        ("id", "Senin, 22 Mei 2017"),
        ("ms", "22 Mei 2017"),
        ("sw", "22 Mei 2017"),
        ("eu", "2017ko maiatzaren 22a"),
        ("cy", "22 Mai 2017"),
        ("ga", "22 Bealtaine 2017"),
        ("ka", "22 მაისი 2017"),
        ("hy", "22 մայիսի 2017"),
        ("ja", "2017年5月22日（月）12時28分"),
        ("ja", "平成29年5月22日"),
        ("ja", "２０１７年５月２２日"),
        ("zh", "2017年05月22日 12:28"),
        ("zh", "2017-05-22 12:28"),
        ("ko", "2017년 5월 22일"),
        ("ko", "입력 2017.05.22 12:28"),
        ("ko", "2017. 5. 22."),
        // Declared wrongly, and told by the word itself.
        ("en", "22 мая 2017"),
        ("de", "May 22, 2017"),
    ] {
        assert_eq!(day_in(text, language, Order::DayFirst).as_deref(), Some("2017-05-22"), "{language}: {text}");
    }
}

#[test]
fn every_month_of_a_language_is_told_apart() {
    for (language, names) in [
        ("cs", "ledna února března dubna května června července srpna září října listopadu prosince"),
        ("pl", "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
        ("hr", "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca"),
        (
            "fi",
            "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
        ),
        ("lt", "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio"),
        ("fr", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        ("tr", "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
        (
            "el",
            "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
        ),
        ("uk", "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
        ("ru", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
        ("ar", "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
        ("he", "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר"),
        ("hi", "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"),
        ("th", "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"),
        ("id", "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"),
        ("sq", "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor"),
        ("eu", "urtarrila otsaila martxoa apirila maiatza ekaina uztaila abuztua iraila urria azaroa abendua"),
        ("cy", "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"),
    ] {
        for (index, name) in names.split(' ').enumerate() {
            let expected = format!("2017-{:02}-09", index + 1);
            assert_eq!(
                day_in(&format!("9 {name} 2017"), language, Order::DayFirst),
                Some(expected),
                "{language}: {name}"
            );
        }
    }
    for (name, month) in [("كانون الثاني", "01"), ("تشرين الأول", "10"), ("تشرين الثاني", "11"), ("كانون الأول", "12")]
    {
        let expected = format!("2017-{month}-09");
        assert_eq!(day_in(&format!("9 {name} 2017"), "ar", Order::DayFirst), Some(expected), "{name}");
    }
}

#[test]
fn day_and_month_in_numbers() {
    for (text, order, expected) in [
        ("5/6/2017", Order::DayFirst, Some("2017-06-05")),
        ("5/6/2017", Order::MonthFirst, Some("2017-05-06")),
        ("5/6/2017", Order::Unknown, None),
        ("22/5/2017", Order::MonthFirst, Some("2017-05-22")),
        ("5/22/2017", Order::DayFirst, Some("2017-05-22")),
        ("5/5/2017", Order::Unknown, Some("2017-05-05")),
        ("05.06.2017", Order::MonthFirst, Some("2017-06-05")),
    ] {
        assert_eq!(day_in(text, "en", order).as_deref(), expected, "{text} {order:?}");
    }
}

#[test]
fn what_is_no_date() {
    for text in [
        "0000-00-00",
        "3017-05-22",
        "1970-01-01",
        "2017-02-30",
        "22 May",
        "May 2017",
        "22 maybe 17",
        "1.22.5.2017",
        "22.5.2017.3",
        "192.168.20.17",
        "22.5.20171",
        "00/00/2017",
        "Version 10.4.2017.1",
        "2017-05",
        "call 0171-22-2017",
        "9 رمضان 1438",
    ] {
        assert_eq!(day_in(text, "en", Order::DayFirst), None, "{text}");
    }
}

/// A page under test; what is left out is empty.
#[derive(Default)]
struct Sample<'a> {
    url: &'a str,
    language: &'a str,
    metas: &'a [(&'a str, &'a str)],
    /// Path, `itemprop`, value, text.
    dated: &'a [(&'a str, &'a str, &'a str, &'a str)],
    json_ld: &'a [&'a str],
    /// Path and text.
    blocks: &'a [(&'a str, &'a str)],
}

const TITLE: &str = "Bridge over the river opens after ten years";

impl Sample<'_> {
    fn dates(&self) -> PageDates {
        let metas = self.metas.iter().map(|&(name, value)| MetaClue { name: name.into(), value: value.into() });
        let dated = self.dated.iter().map(|&(path, property, value, text)| DatedElement {
            path: path.into(),
            property: property.into(),
            value: value.into(),
            text: text.into(),
        });
        let language = if self.language.is_empty() { "en" } else { self.language };
        let clues = PageClues {
            url: self.url.into(),
            title: format!("{TITLE} - The Example"),
            language: Some(language.into()),
            metas: metas.collect(),
            dated: dated.collect(),
            json_ld: self.json_ld.iter().map(|text| text.to_string()).collect(),
        };
        let (mut text, mut ranges, mut blocks) = (String::new(), Vec::new(), Vec::new());
        for &(path, line) in self.blocks {
            let start = text.len();
            text.push_str(line);
            ranges.push(start..text.len());
            text.push('\n');
            blocks.push(BlockClues { length: line.len() as u32, path: path.into(), ..Default::default() });
        }
        let linked = crate::page::json::read_all(&clues.json_ld);
        let language = language.split('-').next().unwrap_or_default();
        find(&clues, &linked, &text, &ranges, &blocks, writing(&clues, language))
    }

    /// `expected` is `day place`, followed by `?` when it isn't sure; empty for no date.
    #[track_caller]
    fn check(&self, expected: &str) {
        let found = self.dates();
        let mut words = found.published.map(|(day, place)| format!("{day} {}", place.word())).unwrap_or_default();
        if found.published.is_some() && !found.sure {
            words.push('?');
        }
        assert_eq!(words, expected, "{found:?}");
    }
}

#[test]
fn linked_data() {
    let check = |json: &str, expected: &str| Sample { json_ld: &[json], ..Default::default() }.check(expected);
    check(r#"{"@type": "NewsArticle", "datePublished": "2017-05-22T23:28:00-05:00"}"#, "2017-05-22 json-ld");
    check(
        r#"{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "datePublished": "2017-05-22"}]}"#,
        "2017-05-22 json-ld",
    );
    check(
        r#"[{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "datePublished": "2017-05-22"}}]"#,
        "2017-05-22 json-ld",
    );
    // A live blog's own date, not its entries'.
    check(
        r#"{"@type": "LiveBlogPosting", "datePublished": "2017-05-22", "liveBlogUpdate":
            [{"@type": "BlogPosting", "datePublished": "2017-05-24"}]}"#,
        "2017-05-22 json-ld",
    );
    // The item with the page's headline among several.
    check(
        r#"[{"@type": "NewsArticle", "headline": "Something else that happened", "datePublished": "2017-05-20"},
            {"@type": "NewsArticle", "headline": "Bridge over the river opens after ten years", "datePublished": "2017-05-22"}]"#,
        "2017-05-22 json-ld",
    );
    // Several, none of which is the page: a front page.
    check(
        r#"[{"@type": "NewsArticle", "datePublished": "2017-05-20"}, {"@type": "NewsArticle", "datePublished": "2017-05-22"}]"#,
        "",
    );
    check(r#"{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2017-05-20"}]}"#, "");
    check(r#"{"@type": "NewsArticle", "comment": [{"@type": "Comment", "datePublished": "2017-05-22"}]}"#, "");
    check(r#"{"@type": "Organization", "datePublished": "2017-05-22"}"#, "");
    // Malformed.
    check(
        "<!--\n{\"@type\": \"NewsArticle\", \"headline\": \"two\nlines\", \"datePublished\": \"2017-05-22\",}\n-->",
        "2017-05-22 json-ld",
    );
    check(r#"{"@type": "NewsArticle", "datePublished": "2017-05-22", "articleBody": "cut of"#, "2017-05-22 json-ld");
    for nonsense in ["0000-00-00", "3017-05-22", "1970-01-01T00:00:00Z", "yesterday", "{}"] {
        check(&format!(r#"{{"@type": "NewsArticle", "datePublished": "{nonsense}"}}"#), "");
    }
}

#[test]
fn an_item_with_the_pages_address_is_the_page() {
    let items = r#"[{"@type": "NewsArticle", "url": "https://a.example/one", "datePublished": "2017-05-20"},
        {"@type": "NewsArticle", "mainEntityOfPage": {"@id": "https://a.example/two"}, "datePublished": "2017-05-22"}]"#;
    Sample { url: "https://a.example/two?from=mail", json_ld: &[items], ..Default::default() }
        .check("2017-05-22 json-ld");
}

#[test]
fn metas_under_the_names_in_use() {
    for name in [
        "article:published_time",
        "og:article:published_time",
        "datePublished",
        "date",
        "dc.date",
        "DC.date.issued",
        "dcterms.date",
        "sailthru.date",
        "parsely-pub-date",
        "pubdate",
        "pub_date",
        "publish-date",
        "publishdate",
        "cXenseParse:recs:publishtime",
        "article.published",
        "PublishDate",
        "prism.publicationDate",
        "http://ogp.me/ns/article#published_time",
        "ArticlePublicationDate",
        "dcterms.created",
    ] {
        let found = Sample { metas: &[(name, "2017-05-22T12:28:00+02:00")], ..Default::default() }.dates();
        assert_eq!(found.published.map(|found| found.0.to_string()).as_deref(), Some("2017-05-22"), "{name}");
    }
    for name in [
        "article:modified_time",
        "og:updated_time",
        "article:expiration_time",
        "event:start_time",
        "copyright",
        "fb:app_id",
        "birthdate",
    ] {
        Sample { metas: &[(name, "2017-05-22")], ..Default::default() }.check("");
    }
}

#[test]
fn the_updated_day_is_another() {
    let metas = [
        ("article:published_time", "2017-05-22T12:28:00+02:00"),
        ("article:modified_time", "2017-05-24T08:00:00+02:00"),
    ];
    let found = Sample { metas: &metas, ..Default::default() }.dates();
    assert_eq!(found.updated.map(|day| day.to_string()).as_deref(), Some("2017-05-24"));
    Sample { metas: &metas, ..Default::default() }.check("2017-05-22 meta");
    // A change before the publication is none.
    let found = Sample { metas: &[metas[0], ("article:modified_time", "2017-05-20")], ..Default::default() }.dates();
    assert_eq!(found.updated, None);
}

#[test]
fn contradictory_days_are_weighed() {
    // Two places against one that says clearly what it is contradict each other; a third decides, and what is left of doubt is said.
    Sample { url: "https://a.example/2017/05/22/bridge", metas: &[("date", "2017-06-30")], ..Default::default() }
        .check("");
    Sample {
        url: "https://a.example/2017/05/22/bridge",
        metas: &[("date", "2017-06-30")],
        blocks: &[("main>h1", TITLE), ("main>p", "Published: May 22, 2017")],
        ..Default::default()
    }
    .check("");
    Sample {
        url: "https://a.example/2017/05/22/bridge",
        metas: &[("date", "2017-06-30")],
        dated: &[("article>h1", "", "", TITLE), ("article>div.byline>time", "", "2017-05-22", "May 22, 2017")],
        blocks: &[("article>h1", TITLE), ("article>p", "Published: May 22, 2017")],
        ..Default::default()
    }
    .check("2017-05-22 time?");
    // A property with many days is a list's.
    Sample {
        metas: &[("datePublished", "2017-05-20"), ("datePublished", "2017-05-21"), ("datePublished", "2017-05-22")],
        ..Default::default()
    }
    .check("");
    // A moment renewed with each change gives way to the day that readers see; doubt is left.
    Sample {
        metas: &[("article:published_time", "2017-05-24T08:00:00Z"), ("article:modified_time", "2017-05-24T08:00:00Z")],
        dated: &[("article>h1", "", "", TITLE), ("article>div.byline>time", "", "2017-05-22", "May 22, 2017")],
        blocks: &[("article>h1", TITLE), ("article>div>time", "May 22, 2017")],
        ..Default::default()
    }
    .check("2017-05-22 time?");
}

#[test]
fn one_moment_may_have_two_days() {
    Sample {
        url: "https://a.example/2017/05/22/bridge",
        metas: &[("article:published_time", "2017-05-23T02:28:00+00:00")],
        blocks: &[("main>h1", TITLE), ("main>p", "May 22, 2017 9:28 pm")],
        ..Default::default()
    }
    .check("2017-05-23 meta");
}

#[test]
fn elements_of_the_article_and_of_others() {
    let headline = ("main>article>header.head>h1", "", "", TITLE);
    let check =
        |dated: &[(&str, &str, &str, &str)], expected: &str| Sample { dated, ..Default::default() }.check(expected);
    check(&[headline, ("main>article>header.head>time", "", "2017-05-22T12:28", "")], "2017-05-22 time?");
    check(&[headline, ("main>article>span.x", "datePublished", "2017-05-22", "")], "2017-05-22 microdata");
    check(&[headline, ("main>article>span.post-date", "", "", "22 May 2017")], "2017-05-22 time?");
    // Today's clock above, a comment, a related story and a copyright line below.
    check(&[("div.top>span.date", "", "", "Friday, 26 May 2017"), headline], "");
    check(&[headline, ("main>section.comments>time", "", "2017-05-23", "")], "");
    check(&[headline, ("main>div.related>time", "", "2017-05-23", "")], "");
    check(&[headline, ("footer>p.date", "", "", "© 22 May 2017")], "");
    check(&[headline, ("main>article>time.updated", "", "2017-05-23", "")], "");
    let list = ["2017-05-01", "2017-05-02", "2017-05-03"].map(|day| ("main>ul>li>time", "", day, ""));
    check(&[headline, list[0], list[1], list[2]], "");
}

#[test]
fn lines_near_the_headline() {
    let check = |blocks: &[(&str, &str)], expected: &str| Sample { blocks, ..Default::default() }.check(expected);
    check(&[("main>h1", TITLE), ("main>p", "By Ada Example, May 22, 2017")], "2017-05-22 text?");
    check(&[("main>p", "22 May 2017"), ("main>h1", TITLE)], "2017-05-22 text?");
    check(&[("main>h1", TITLE), ("main>p", "Last updated May 22, 2017")], "");
    check(&[("main>h1", TITLE), ("main>p", "© May 22, 2017 The Example")], "");
    check(&[("main>h1", TITLE), ("footer>p", "May 22, 2017")], "");
    check(&[("main>h1", TITLE), ("aside>p", "May 22, 2017")], "");
    let sentence =
        "The bridge that was closed on May 22, 2017, after a lorry had damaged two of its pillars, will be open again.";
    check(&[("main>h1", TITLE), ("main>p", sentence)], "");
    check(&[("main>p", "May 22, 2017")], "");
}

#[test]
fn open_orders_are_settled_or_nothing_is_guessed() {
    let blocks = [("main>h1", TITLE), ("main>p", "Published: 5/6/2017")];
    let check = |url: &str, language: &str, expected: &str| {
        Sample { url, language, blocks: &blocks, ..Default::default() }.check(expected);
    };
    check("https://a.example/bridge", "en", "");
    check("https://a.example/bridge", "en-US", "2017-05-06 text?");
    check("https://a.example/bridge", "en-GB", "2017-06-05 text?");
    check("https://news.example.co.uk/bridge", "en-US", "2017-06-05 text?");
    check("https://a.example/bridge", "es", "2017-06-05 text?");
    check("https://a.example/2017/05/06/bridge", "en", "2017-05-06 url");
}

#[test]
fn a_megabyte_of_metadata_is_read() {
    let long = "2017-05-22 ".repeat(180);
    let metas: Vec<(&str, &str)> = std::iter::repeat_n(("datePublished", long.as_str()), 500).collect();
    let nested = "{\"@graph\":[".repeat(90_000);
    Sample { metas: &metas, json_ld: &[&nested], ..Default::default() }.check("");
}

proptest! {
    #[test]
    fn a_date_found_stands_in_the_text(text in r"([0-9]{1,8}|[./, -]|May|mai|мая|年|月|日|T|Z|:|de|st|[a-z]){0,24}", language in "en|de|ja|th|fa|vi|lt") {
        for found in dates(&text, Writing { language: &language, order: Order::Unknown }) {
            let (year, month, day) = found.day.parts();
            prop_assert_eq!(Date::new(year, month, day), Some(found.day));
            let written = &text[found.range];
            let numbers: Vec<u16> = written.split(|digit: char| !digit.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            // Years of other calendars are converted.
            if numbers.contains(&year) {
                prop_assert!(numbers.contains(&u16::from(day)), "{written}");
            } else {
                prop_assert!(matches!(language.as_str(), "th" | "fa"), "{written}");
            }
        }
    }

    #[test]
    fn any_page_is_read(text: String, name: String, value: String, path in "[a-z.>0-9]{0,40}") {
        Sample {
            url: &value,
            metas: &[(&name, &value), ("date", &text), ("canonical", &text)],
            dated: &[("article>h1", "", "", TITLE), (&path, &name, &value, &text), ("time", "datePublished", &text, &value)],
            json_ld: &[&text, &value],
            blocks: &[("h1", TITLE), (&path, &text), ("p", &value)],
            ..Default::default()
        }
        .dates();
    }
}
