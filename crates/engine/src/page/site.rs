//! Web addresses as far as an outlet is known by them: the host, the names under which it is looked up, and whether a host is made
//! from a name.

use crate::fold::fold;

/// The host of an address of any scheme, in lower case and without `www.`; empty when it has none.
pub(super) fn any_host(address: &str) -> String {
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    let authority = rest.split(&['/', '?', '#'][..]).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default();
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    host.strip_prefix("www.").map(str::to_string).unwrap_or(host)
}

/// The host of an http or https address, in lower case and without `www.`; `None` for others and for hosts of this machine.
pub fn host_of(address: &str) -> Option<String> {
    if !address.starts_with("https://") && !address.starts_with("http://") {
        return None;
    }
    let host = any_host(address);
    let local = !host.contains('.')
        || host.ends_with(".localhost")
        || host.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.'));
    (!local).then_some(host)
}

/// The host and the domains it lies in, the longest first, down to two labels: "news.bbc.co.uk", "bbc.co.uk", "co.uk".
pub fn domains(host: &str) -> impl Iterator<Item = &str> {
    let starts = std::iter::once(0).chain(host.match_indices('.').map(|(at, _)| at + 1));
    starts.map(|at| &host[at..]).filter(|domain| domain.contains('.'))
}

/// The top-level country domain of a host as an ISO 3166 code in upper case ("GB" for ".uk").
pub fn country_code(host: &str) -> Option<String> {
    let last = host.rsplit('.').next()?;
    let used_by_all = matches!(last, "tv" | "io" | "co" | "me" | "fm" | "ai" | "cc" | "ws" | "eu" | "su");
    let code = last.len() == 2 && !used_by_all;
    code.then(|| if last == "uk" { "GB".into() } else { last.to_ascii_uppercase() })
}

/// Second labels that stand for all sites of a kind under a country's domain.
const KINDS: &[&str] = &["com", "co", "org", "net", "gov", "gob", "edu", "ac", "or", "go", "ne", "news", "info"];

/// The label of a host by which its owner is known: "bbc" of "news.bbc.co.uk" and of "bbc.com".
pub(super) fn owners_label(host: &str) -> Option<&str> {
    host.rsplit('.').skip(1).find(|label| !KINDS.contains(label))
}

/// Whether a label of the host is made from beginnings of the name's words, in order: "nytimes" and "nyt" from "The New York Times",
/// "chron" from "Houston Chronicle". Two letters must be the initials: "dw" from "Deutsche Welle".
pub fn is_made_from(host: &str, name: &str) -> bool {
    /// What sites add to the name of their outlet.
    const ENDINGS: &[&str] = &["net", "online", "tv", "web"];
    /// Letters that must be left without it.
    const LEAST_BARE: usize = 5;
    let folded = fold(name).text;
    let words: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
    let mut labels = host.rsplit('.').skip(1).filter(|label| !KINDS.contains(label));
    labels.any(|label| {
        let letters: String = label.chars().filter(|letter| letter.is_alphanumeric()).collect();
        if letters.len() <= 2 {
            return letters.len() == 2 && (letters == initials || words.contains(&letters.as_str()));
        }
        // "sueddeutsche" for "Süddeutsche".
        let plain = ["ae", "oe", "ue"].iter().fold(letters.clone(), |all, both| all.replace(both, &both[..1]));
        let bare =
            ENDINGS.iter().find_map(|ending| letters.strip_suffix(ending)).filter(|bare| bare.len() >= LEAST_BARE);
        covers(&letters, &words) || covers(&plain, &words) || bare.is_some_and(|bare| covers(bare, &words))
    })
}

/// Whether `letters` falls into non-empty beginnings of some of the `words`, in order.
fn covers(letters: &str, words: &[&str]) -> bool {
    // reached[i]: the first i letters are covered by the words so far. Words are short and few, so this stays small.
    let mut reached = vec![false; letters.len() + 1];
    reached[0] = true;
    for word in words {
        let common = |from: usize| {
            letters.as_bytes()[from..].iter().zip(word.as_bytes()).take_while(|(one, other)| one == other).count()
        };
        for from in (0..letters.len()).rev().filter(|&from| reached[from]).collect::<Vec<_>>() {
            let end = from + common(from);
            reached[from + 1..=end].fill(true);
        }
    }
    reached[letters.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        for (address, host) in [
            ("https://www.nytimes.com/2017/05/22/x.html", Some("nytimes.com")),
            ("http://user@News.BBC.co.uk:8080?x", Some("news.bbc.co.uk")),
            ("http://courier.localhost:4000/a", None),
            ("http://127.0.0.1/a", None),
            ("file:///a/b.html", None),
            ("about:blank", None),
        ] {
            assert_eq!(host_of(address).as_deref(), host, "{address}");
        }
        assert_eq!(any_host("https://www.News.example:8080/a"), "news.example");
        assert_eq!(any_host("about:blank"), "");
        assert_eq!(["news.bbc.co.uk", "bbc.com", "bbc"].map(owners_label), [Some("bbc"), Some("bbc"), None]);
        assert_eq!(domains("news.bbc.co.uk").collect::<Vec<_>>(), ["news.bbc.co.uk", "bbc.co.uk", "co.uk"]);
        assert_eq!(country_code("bbc.co.uk").as_deref(), Some("GB"));
        assert_eq!((country_code("reuters.com"), country_code("rt.tv")), (None, None));
    }

    #[test]
    fn hosts_made_from_names() {
        for (host, name, expected) in [
            ("nytimes.com", "The New York Times", true),
            ("nyt.com", "The New York Times", true),
            ("chron.com", "Houston Chronicle", true),
            ("faz.net", "Frankfurter Allgemeine Zeitung", true),
            ("el-nacional.com", "El Nacional", true),
            ("sueddeutsche.de", "Süddeutsche Zeitung", true),
            ("actualidad.rt.com", "RT", true),
            ("medium.com", "NPR", false),
            ("example.com", "The New York Times", false),
            ("timesofisrael.com", "The Times", false),
            ("blogs.reuters.com", "Reuters", true),
            ("dw.com", "Deutsche Welle", true),
            ("xinhuanet.com", "Xinhua News Agency", true),
            ("dw.com", "Daily World News", false),
            ("aa.com.tr", "Community News", false),
        ] {
            assert_eq!(is_made_from(host, name), expected, "{host} {name}");
        }
    }
}
