//! The outlet of a page: what it calls itself, and which outlet of the pack that is.
//!
//! A page may call itself anything, so a name alone proves nothing: the address must be one that the pack knows for the outlet, or be
//! made from the name that both share.

use super::pieces::pieces;
use super::site::{country_code, domains, host_of, is_made_from, owners_label};
use crate::kind::EntityKind;
use crate::knowledge::Knowledge;
use crate::pack::records::EntityRecord;
use crate::wire::{PageClues, Who};

/// Metadata by which a site names itself, the surest first.
const NAME_METAS: &[&str] =
    &["og:site_name", "publisher", "application-name", "dc.publisher", "apple-mobile-web-app-title"];
/// What stands between a headline and the site's name in a title.
const TITLE_SEPARATORS: &[&str] = &[" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", " / ", "|"];
/// A longer part of a title is a headline, not a name. Characters.
const LONGEST_NAME: usize = 40;

/// What tells a page's outlet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct OutletClues {
    /// Host of its address.
    host: Option<String>,
    /// What it calls its site, the surest first.
    names: Vec<String>,
    /// Whether the first name is from metadata meant for it.
    declared: bool,
}

impl OutletClues {
    /// Gathers them; `publisher` is the one that the JSON-LD names.
    pub(super) fn new(clues: &PageClues, publisher: Option<&str>) -> Self {
        let host = host_of(&clues.url).or_else(|| declared_host(clues));
        let names = names(clues, publisher);
        let declared = publisher.is_some() || NAME_METAS[..2].iter().any(|name| values(clues, name).next().is_some());
        Self { host, names, declared }
    }

    /// What the page calls itself: a name that its address is made from, else the first one it declares.
    pub(super) fn name(&self) -> Option<&str> {
        let own = self.names.iter().find(|name| self.host.as_deref().is_some_and(|host| is_made_from(host, name)));
        own.or(self.names.first().filter(|_| self.declared)).map(String::as_str)
    }

    /// The outlet, with its entity where the pack surely has it; `None` when nothing tells it.
    pub(super) fn resolve(&self, knowledge: &Knowledge) -> Option<Who> {
        let record = self.host.as_deref().and_then(|host| known(host, &self.names, knowledge));
        let text = self.name().or(self.host.as_deref())?.to_string();
        Some(Who {
            label: record.as_ref().map_or_else(|| text.clone(), |record| record.label.clone()),
            entity: record.map(|record| record.id),
            text,
        })
    }
}

/// The name that a host spells out in words with hyphens between them.
fn spelt_out(host: &str) -> Option<String> {
    host.rsplit('.').nth(1).filter(|label| label.contains('-')).map(|label| label.replace('-', " "))
}

/// The host that a page saved on this machine says it came from.
fn declared_host(clues: &PageClues) -> Option<String> {
    let addresses = ["canonical", "og:url", "twitter:url"].iter().flat_map(|name| values(clues, name));
    addresses.filter_map(host_of).next()
}

fn values<'c>(clues: &'c PageClues, name: &str) -> impl Iterator<Item = &'c str> {
    let name = name.to_string();
    clues.metas.iter().filter(move |meta| meta.name.eq_ignore_ascii_case(&name)).map(|meta| meta.value.trim())
}

/// What the page calls its site, the surest first, without repeats.
fn names(clues: &PageClues, publisher: Option<&str>) -> Vec<String> {
    let mut found: Vec<&str> = Vec::new();
    for name in NAME_METAS {
        for meta in clues.metas.iter().filter(|meta| meta.name.eq_ignore_ascii_case(name)) {
            found.append(&mut parts(&meta.value));
        }
    }
    found.append(&mut parts(publisher.unwrap_or_default()));
    // A title ends, or in some languages begins, with the site's name.
    let mut title = parts(&clues.title);
    if title.len() > 1 {
        title.reverse();
        found.append(&mut title);
    }
    let mut seen: Vec<String> = Vec::new();
    for name in found {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = name.trim_start_matches("www.").trim_end_matches(&['-', '|', '–', ' '][..]).to_string();
        if !name.is_empty()
            && name.chars().count() <= LONGEST_NAME
            && !name.starts_with("http")
            && !seen.contains(&name)
        {
            seen.push(name);
        }
    }
    seen
}

/// The parts of a title or name, between the first sort of separator that it has.
fn parts(text: &str) -> Vec<&str> {
    let separator = TITLE_SEPARATORS.iter().position(|separator| text.contains(separator));
    pieces(text, separator.map_or(&[], |at| &TITLE_SEPARATORS[at..=at]))
}

/// The outlet of the pack at that host: by its address, else by a name that page and pack share and the host is made from.
fn known(host: &str, names: &[String], knowledge: &Knowledge) -> Option<EntityRecord> {
    let by_address = domains(host).find_map(|domain| knowledge.find_id(&format!("site:{domain}")));
    if let Some(record) = by_address.and_then(|handle| knowledge.entity(handle)) {
        // Addresses change hands, so the page's or the address's own words must agree with the list.
        let calls_itself = |name: &String| knowledge.find_name(name).iter().any(|found| found.id == record.id);
        return (is_made_from(host, &record.label) || names.iter().any(calls_itself)).then_some(record);
    }
    let country = country_code(host).and_then(|code| knowledge.find_id(&format!("iso:{code}")));
    // An address that spells a name out says it as well as the page would.
    names.iter().chain(&spelt_out(host)).find_map(|name| {
        let mut outlets = knowledge.find_name(name);
        outlets.retain(|record| {
            // Papers in several countries share a name; an address without a country says nothing against any.
            let elsewhere = country.is_some_and(|country| record.country != Some(country.entity));
            // Without a country to go by, one whose address the pack knows has others only under other domains: nacion.com isn't
            // La Nación of lanacion.com.ar.
            let mut sites = record.same_as.iter().filter_map(|id| id.strip_prefix("site:")).peekable();
            let its_own = country.is_some()
                || sites.peek().is_none()
                || sites.any(|site| owners_label(site) == owners_label(host));
            record.kind == EntityKind::Outlet
                && !elsewhere
                && its_own
                && (is_made_from(host, &record.label) || is_made_from(host, name))
        });
        // Two that fit equally well are told apart by nothing.
        (outlets.len() == 1).then(|| outlets.remove(0))
    })
}

#[cfg(all(test, feature = "compile"))]
mod tests {
    use super::*;
    use crate::drawn_world::engine_of;
    use crate::wire::MetaClue;

    const WORLD: &str = r#"
entity = [
  { id = "x:freedonia", kind = "country", label = "Freedonia", description = "A country.", same_as = ["iso:FD"] },
  { id = "x:lumbria", kind = "country", label = "Lumbria", description = "A country.", same_as = ["iso:LB"] },
  { id = "x:wire", kind = "outlet", label = "Freedonia Wire", description = "An agency.", same_as = ["site:fw.example", "site:gazette.example"] },
  { id = "x:herald", kind = "outlet", label = "The Herald", description = "A paper.", country = "x:freedonia" },
  { id = "x:other", kind = "outlet", label = "The Herald", description = "A paper.", country = "x:lumbria" },
  { id = "x:nation", kind = "outlet", label = "The Nation", description = "A paper.", country = "x:lumbria", same_as = ["site:thenation.lb"] },
  { id = "x:evening", kind = "outlet", label = "Evening Courier", description = "A paper.", country = "x:lumbria" },
]
"#;

    #[test]
    fn what_a_page_calls_itself_and_which_outlet_that_is() {
        let engine = engine_of(WORLD);
        let knowledge = engine.knowledge();
        for (url, metas, title, expected) in [
            // By its address, whatever it calls itself.
            ("https://en.fw.example/a", &[][..], "Floods", Some(("en.fw.example", Some("x:wire")))),
            ("https://gazette.example/a", &[][..], "Floods", Some(("gazette.example", None))),
            ("https://fw.example/a", &[("og:site_name", "FW | World news")][..], "", Some(("FW", Some("x:wire")))),
            // By a name that the address is made from, in the country of the address.
            (
                "https://www.herald.fd/a",
                &[("og:site_name", "The Herald")][..],
                "",
                Some(("The Herald", Some("x:herald"))),
            ),
            ("https://theherald.lb/a", &[][..], "Floods - The Herald", Some(("The Herald", Some("x:other")))),
            ("https://herald.example/a", &[][..], "Floods | The Herald", Some(("The Herald", None))),
            // A name that the address has nothing to do with.
            (
                "https://clicks.example/a",
                &[("og:site_name", "Evening Courier")][..],
                "",
                Some(("Evening Courier", None)),
            ),
            (
                "https://courier.example/a",
                &[][..],
                "Floods – Evening Courier",
                Some(("Evening Courier", Some("x:evening"))),
            ),
            ("https://evening-courier.example/a", &[][..], "", Some(("evening-courier.example", Some("x:evening")))),
            // Of an outlet whose address the pack knows: the same name under another domain, and another paper of that name.
            ("https://thenation.example/a", &[][..], "Floods - The Nation", Some(("The Nation", Some("x:nation")))),
            ("https://nation.example/a", &[][..], "Floods - The Nation", Some(("The Nation", None))),
            ("https://nation.lb/a", &[][..], "Floods - The Nation", Some(("The Nation", Some("x:nation")))),
            // Saved on this machine: the address it came from.
            ("file:///a.html", &[("canonical", "https://fw.example/a")][..], "", Some(("fw.example", Some("x:wire")))),
            ("file:///a.html", &[][..], "Floods", None),
        ] {
            let clue = |&(name, value): &(&str, &str)| MetaClue { name: name.into(), value: value.into() };
            let metas = metas.iter().map(clue).collect();
            let clues = PageClues { url: url.into(), title: title.into(), metas, ..PageClues::default() };
            let found = OutletClues::new(&clues, None).resolve(knowledge);
            let found = found.as_ref().map(|who| (who.text.as_str(), who.entity.as_deref()));
            assert_eq!(found, expected, "{url} {title}");
        }
    }
}
