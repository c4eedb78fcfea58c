//! Checks the dates of whole pages whose places agree, contradict each other or are broken.

use super::*;
use crate::wire::{BlockClues, DatedElement, MetaClue};
use proptest::prelude::*;

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
