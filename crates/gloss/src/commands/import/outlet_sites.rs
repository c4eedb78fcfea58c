//! The web addresses of outlets, by which a page's outlet is known: from the State Media Matrix and a list of news sources.

use super::fold::plain;
use super::output::Import;
use super::source::{self, Row, tab_rows};
use engine::page::site::{host_of, is_made_from};
use engine::seeds::SeedEntity;
use miette::Result;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// Hosts of many outlets, which name none.
const PLATFORMS: &[&str] = &[
    "facebook.com",
    "twitter.com",
    "x.com",
    "youtube.com",
    "instagram.com",
    "telegram.org",
    "t.me",
    "medium.com",
    "blogspot.com",
    "wordpress.com",
    "wixsite.com",
    "google.com",
    "wikipedia.org",
    "tunein.com",
];

/// Addresses by outlet, collected before any is given away: one that two outlets share names neither.
#[derive(Default)]
pub struct Sites {
    outlets: BTreeMap<String, BTreeSet<String>>,
}

impl Sites {
    /// Notes that `id` is at that address, unless it is one of a platform or a page deep inside a site.
    pub fn note(&mut self, address: &str, id: &str) {
        let Some(host) = host_of(address) else { return };
        let shared = PLATFORMS.iter().any(|platform| host == *platform || host.ends_with(&format!(".{platform}")));
        if !shared {
            self.outlets.entry(host).or_default().insert(id.to_string());
        }
    }

    /// Notes the addresses of the list of news sources for outlets of the same name and country whose name the address is made from:
    /// the list gives some outlets the address of another. `outlets` are by plain name and ISO code of the country.
    ///
    /// # Errors
    /// When the list can't be read.
    pub fn read_list(
        &mut self,
        folder: &Path,
        outlets: &HashMap<(String, String), String>,
        import: &mut Import,
    ) -> Result<()> {
        let rows: Vec<Row> = source::comma_file(&folder.join("media/freebie_websources.csv"))?;
        for row in rows {
            let (name, address) = (row.get("name"), row.get("url"));
            let Some(id) = outlets.get(&(plain(name), row.get("cca").to_string())) else { continue };
            match host_of(address) {
                Some(host) if is_made_from(&host, name) => self.note(address, id),
                _ => import.drop("address not made from the name", format!("{name}: {address}")),
            }
        }
        Ok(())
    }

    /// Notes the addresses of the reviewed table.
    ///
    /// # Errors
    /// When the table is broken.
    pub fn read_reviewed(&mut self) -> Result<()> {
        for row in tab_rows("outlet_sites.tsv", include_str!("outlet_sites.tsv"))? {
            self.outlets.insert(row.get("site").into(), [row.get("id").to_string()].into());
        }
        Ok(())
    }

    /// Adds to each outlet the addresses that are its alone.
    pub fn give(self, outlets: &mut BTreeMap<String, SeedEntity>) {
        for (host, ids) in self.outlets {
            if let [id] = ids.iter().collect::<Vec<_>>().as_slice()
                && let Some(outlet) = outlets.get_mut(*id)
            {
                outlet.same_as.push(format!("site:{host}"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_one_outlet_or_none() {
        let mut sites = Sites::default();
        for (address, id) in [
            ("https://www.utopia-gazette.example/en/", "x:gazette"),
            ("https://utopia.example/radio", "x:radio"),
            ("https://utopia.example/tv", "x:tv"),
            ("https://www.youtube.com/gazette", "x:gazette"),
            ("no address", "x:gazette"),
        ] {
            sites.note(address, id);
        }
        let alone: Vec<_> =
            sites.outlets.iter().filter(|(_, ids)| ids.len() == 1).map(|(host, _)| host.as_str()).collect();
        assert_eq!(alone, ["utopia-gazette.example"]);
    }
}
