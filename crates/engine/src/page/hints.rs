//! The words that authors of pages use in classes and identifiers, by what they say of a block; no word of one site alone.

/// Topics that a hint may name, each a feature of the block.
pub const TOPICS: usize = 12;

/// Parts of hints, by topic. Matched anywhere in the hint, because class names are glued together in every way.
const WORDS: [&str; TOPICS] = [
    // The text of an article.
    "articlebody article-body article__body article_body articlecontent article-content article__content article-text articletext \
     article__text article_text entry-content entry_content post-content post_content postcontent post-body story-body story-content storytext story_text \
     body-text bodytext body-content content-body content__body content-text contenttext news-text newstext text-content main-text \
     richtext rich-text paragraph textblock text-block cuerpo contenido texto artikeltext inhalt corpo honbun \
     story__body storybody story-text page-content artikel-body artikel__body artikel-text article-main",
    // Readers' comments.
    "comment kommentar comentar commentaire disqus replies discussion forum leserbrief",
    // Other articles.
    "related relat recommend teaser readmore read-more read_more readalso more- -more promo trending popular latest carousel swiper card recirc \
     outbrain taboola zergnet similar mehr weitere verwandt relacion mas-leid most most-read ranking widget-list listing feed \
     next prev headlines noticias-rel also-",
    // Finding one's way.
    "nav menu breadcrumb footer sidebar side-bar rail widget toolbar topbar masthead header- site-header skip pagination pager secondary \
     aside column-right col-right right-col colright",
    // Passing it on.
    "share social follow sharing teilen compartir partag print-",
    // What somebody pays for.
    "advert -ad- ad- _ad_ ads sponsor banner anzeige werbung publicid dfp gpt- promo reklam commercial affiliate",
    // Boxes that ask for something.
    "newsletter subscri signup sign-up cookie consent gdpr modal popup login register overlay abo- donat \
     poll quiz survey offer promo-box notice alert",
    // Who wrote it.
    "author byline autor bio- -bio writer contributor profile credit-line redact journalist",
    // When and where it belongs.
    "date time- -time timestamp meta tag- tags -tag category kicker rubri topic section-name label info count location",
    // Under a picture.
    "caption bildunter figcap credit copyright legend bildtext image- img- photo picture foto media gallery video player",
    // Before the text.
    "standfirst lede lead dek deck subtitle sub-title subhead summary excerpt bajada entradilla sumario chapo anleser abstract intro vorspann \
     sottotitolo description subheadline",
    // Above the text.
    "headline title titulo titel titre heading",
];

/// Topics named by a hint, as bits.
pub fn topics(hint: &str) -> u32 {
    let hint = hint.to_ascii_lowercase();
    let named = |words: &&str| words.split_ascii_whitespace().any(|word| hint.contains(word));
    WORDS.iter().enumerate().filter(|(_, words)| named(words)).fold(0, |bits, (topic, _)| bits | 1 << topic)
}

/// Whether a hint names what stands under a picture.
pub fn names_caption(hint: &str) -> bool {
    let hint = hint.to_ascii_lowercase();
    ["caption", "bildunter", "bildtext"].iter().any(|word| hint.contains(word))
}
