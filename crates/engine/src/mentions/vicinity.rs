//! How near the places that a page's names may mean lie to each other: places of one story lie together.
//!
//! Each name's candidates are likely as far as their prominence and the words around say. Then, a few times over, each gains by
//! how near it lies to what the other names likely mean, and becomes likelier itself.

use super::Lookup;
use super::resolve::Fit;
use super::whereabouts::{Whereabout, distance};
use crate::kind::EntityKind;
use crate::knowledge::Handle;

/// Names and candidates of each that are looked at; the time grows with the square of their product.
const MOST_NAMES: usize = 60;
const MOST_CANDIDATES: usize = 60;
/// How often likelihoods are worked out anew; later rounds change next to nothing.
const ROUNDS: usize = 3;
/// Distance at which two places lend each other a third of what they would on one spot. Kilometres.
const TOGETHER: f32 = 80.0;
/// The same of a place and the middle of a part of a country, and of two such parts, whose distance hardly matters. Kilometres.
const WITHIN: f32 = 200.0;
const NEIGHBOURS: f32 = 600.0;
/// What a place gains by a part of a country that it lies in, a part by another, and either by its country; two places on one spot: 1.
const BY_PART: f32 = 0.5;
const PART_BY_PART: f32 = 0.4;
const BY_COUNTRY: f32 = 0.3;
/// What two places of one part of a country lend each other however far apart they lie.
const SAME_PART: f32 = 0.2;
/// What a name that can only mean one place on the same spot adds to a candidate's support, and the most that all names add.
const WEIGHT: f32 = 2.5;
const MOST: f32 = 10.0;
/// What is added to a place on the spot that the text says, and the distance at which a third of it is. Kilometres.
const SAID: f32 = 3.0;
const SAID_REACH: f32 = 250.0;
/// A country and a part of one are named more often than their prominence says beside that of towns.
const COUNTRY: f32 = 0.8;
const PART: f32 = 0.3;
/// Differences of support by which one candidate is likelier than another by a factor of e: before the others are looked at, and then.
const LOOSE: f32 = 0.5;
const TIGHT: f32 = 0.25;

/// A name as written, with what it may mean.
struct Name<'t> {
    form: &'t str,
    /// The square root of how often it is written: what is named again and again weighs more.
    weight: f32,
    places: Vec<Place>,
    /// Likelihood of each place, together 1.
    likely: Vec<f32>,
    /// What each place gains by the other names.
    gains: Vec<f32>,
}

/// A candidate's place.
struct Place {
    handle: Handle,
    /// A country, a part of one or continents, or a smaller place.
    extent: Extent,
    position: Option<(f32, f32)>,
    country: Option<Handle>,
    /// The part of the country, of a smaller place.
    part: Option<Handle>,
    /// What speaks for it apart from the other names.
    score: f32,
}

#[derive(Clone, Copy, PartialEq)]
enum Extent {
    Country,
    Part,
    Local,
}

/// Raises the support of those of `fits`, one list a name, that lie near what the other names likely mean, or near where the text
/// says. `forms` are the names as written: the same form twice is one name. `said` is where the text says that they lie.
pub(super) fn draw_together(forms: &[&str], said: &[Option<&Whereabout>], fits: &mut [Vec<Fit>], lookup: &Lookup) {
    for (fits, said) in fits.iter_mut().zip(said) {
        for fit in fits {
            let extent = extent(fit);
            fit.support += match extent {
                Extent::Country => COUNTRY,
                Extent::Part => PART,
                Extent::Local => 0.0,
            };
            let Some(said) = said.filter(|_| extent == Extent::Local) else { continue };
            fit.support += match said.has(fit.handle(), lookup) {
                Some(lies_there) => f32::from(u8::from(lies_there)) * SAID,
                None => said
                    .position
                    .zip(fit.record.position)
                    .map_or(0.0, |(there, here)| SAID * bell(distance(here, there) / SAID_REACH)),
            };
        }
    }
    let mut names = gather(forms, fits, lookup);
    for round in 0..ROUNDS {
        for index in 0..names.len() {
            let gains = gains(&names, index);
            names[index].gains = gains;
        }
        // All at once: no name's place depends on the order of the names.
        if round + 1 < ROUNDS {
            names.iter_mut().for_each(|name| name.likely = name.likelihoods(TIGHT));
        }
    }
    for (form, fits) in forms.iter().zip(fits.iter_mut()).filter(|(_, fits)| fits.len() > 1) {
        let Some(name) = names.iter().find(|name| same_form(name.form, form)) else { continue };
        for fit in fits.iter_mut() {
            let place = name.places.iter().position(|place| place.handle == fit.handle());
            fit.support += place.map_or(0.0, |place| name.gains[place]);
        }
    }
}

fn same_form(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// The names that differ, with their candidates.
fn gather<'t>(forms: &[&'t str], fits: &[Vec<Fit>], lookup: &Lookup) -> Vec<Name<'t>> {
    let mut names: Vec<Name> = Vec::new();
    for (form, fits) in forms.iter().zip(fits).filter(|(_, fits)| !fits.is_empty()) {
        if names.len() == MOST_NAMES {
            break;
        }
        if names.iter().any(|known| same_form(known.form, form)) {
            continue;
        }
        let times = forms.iter().filter(|other| same_form(other, form)).count();
        let place = |fit: &Fit| Place {
            handle: fit.handle(),
            extent: extent(fit),
            position: fit.record.position,
            country: lookup.country(fit.handle()),
            part: lookup.part(fit.handle()),
            score: fit.score(),
        };
        let places: Vec<Place> = fits.iter().take(MOST_CANDIDATES).map(place).collect();
        let gains = vec![0.0; places.len()];
        let mut name = Name { form, weight: (times as f32).sqrt(), places, likely: Vec::new(), gains };
        name.likely = name.likelihoods(LOOSE);
        names.push(name);
    }
    names
}

impl Name<'_> {
    fn likelihoods(&self, width: f32) -> Vec<f32> {
        let scores = || self.places.iter().zip(&self.gains).map(|(place, gain)| place.score + gain);
        let most = scores().fold(f32::MIN, f32::max);
        let shares: Vec<f32> = scores().map(|score| ((score - most) / width).exp()).collect();
        let sum: f32 = shares.iter().sum();
        shares.iter().map(|share| share / sum).collect()
    }
}

/// What each place of name `index` gains by the other names.
fn gains(names: &[Name], index: usize) -> Vec<f32> {
    let others = || names.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, name)| name);
    let of_place = |place: &Place| {
        let by = |name: &Name| -> f32 {
            name.places.iter().zip(&name.likely).map(|(other, likely)| likely * nearness(place, other)).sum()
        };
        let sum: f32 = others().map(|name| name.weight * by(name)).sum();
        (WEIGHT * sum).min(MOST)
    };
    names[index].places.iter().map(of_place).collect()
}

fn nearness(one: &Place, other: &Place) -> f32 {
    if one.extent == Extent::Country || other.extent == Extent::Country {
        return if one.country.is_some() && one.country == other.country { BY_COUNTRY } else { 0.0 };
    }
    let Some((here, there)) = one.position.zip(other.position) else { return 0.0 };
    let apart = distance(here, there);
    match (one.extent, other.extent) {
        (Extent::Local, Extent::Local) => {
            let same = one.part.is_some() && one.part == other.part;
            f32::max((-apart / TOGETHER).exp(), if same { SAME_PART } else { 0.0 })
        }
        (Extent::Part, Extent::Part) if apart < NEIGHBOURS => PART_BY_PART,
        (Extent::Part, Extent::Part) => 0.0,
        (Extent::Local, Extent::Part) => within(one, other, apart),
        (Extent::Part, _) => within(other, one, apart),
        _ => 0.0,
    }
}

/// What a smaller place and a part of a country lend each other.
fn within(local: &Place, part: &Place, apart: f32) -> f32 {
    match local.part {
        Some(own) if own == part.handle => BY_PART,
        Some(_) => 0.0,
        None => BY_PART * bell(apart / WITHIN),
    }
}

/// 1 at nought, a third at one, next to nothing at two.
fn bell(apart: f32) -> f32 {
    (-apart * apart).exp()
}

/// Prominence from which a part of a country is one that the world knows, too large for its middle to stand for all of it.
const LARGE_PART: u8 = 30;

fn extent(fit: &Fit) -> Extent {
    match fit.record.kind {
        EntityKind::Country => Extent::Country,
        EntityKind::Region if fit.record.prominence >= LARGE_PART => Extent::Part,
        _ => Extent::Local,
    }
}
#[cfg(all(test, feature = "compile"))]
mod tests {
    use crate::PlainOptions;
    use crate::drawn_world::engine_of;

    const TOWNS: &str = r#"
        [[entity]]
        id = "x:far-norfolk"
        kind = "city"
        label = "Norfolk"
        description = "A large port."
        lat = 36.8
        lon = -76.3
        prominence = 40
        aliases = ["Norfolk"]

        [[entity]]
        id = "x:near-norfolk"
        kind = "city"
        label = "Norfolk"
        description = "A town on a plain."
        lat = 42.0
        lon = -97.4
        prominence = 30
        aliases = ["Norfolk"]

        [[entity]]
        id = "x:pilger"
        kind = "city"
        label = "Pilger"
        description = "A village on the plain."
        lat = 42.0
        lon = -97.1
        prominence = 5
        aliases = ["Pilger"]

        [[entity]]
        id = "wd:Q30"
        kind = "country"
        label = "United States"
        description = "A country."
        same_as = ["iso:US"]
        lat = 39.9
        lon = -98.8
        prominence = 90
        aliases = ["United States"]

        [[entity]]
        id = "gn:5073708"
        kind = "region"
        label = "Nebraska"
        description = "A state."
        country = "wd:Q30"
        lat = 41.5
        lon = -99.8
        prominence = 55
        aliases = ["Nebraska"]
    "#;

    fn located(text: &str, names: &[&str]) -> Vec<String> {
        let spans: Vec<_> =
            names.iter().filter_map(|name| Some(text.find(name)?..text.find(name)? + name.len())).collect();
        let found = engine_of(TOWNS).locate(text, &spans, &PlainOptions::default());
        found.into_iter().flatten().map(|mention| mention.entity).collect()
    }

    #[test]
    fn of_namesakes_the_one_near_the_storys_other_places_is_meant() {
        assert_eq!(
            located("They drove from Pilger to Norfolk.", &["Pilger", "Norfolk"]),
            ["x:pilger", "x:near-norfolk"]
        );
        assert_eq!(located("They sailed to Norfolk.", &["Norfolk"]), ["x:far-norfolk"]);
    }

    #[test]
    fn what_is_near_the_storys_places_is_likely_itself() {
        // Nothing tells of the second Norfolk but the first, which Pilger tells.
        let twice = "From Pilger to Norfolk. Later NORFOLK slept.";
        assert_eq!(located(twice, &["Pilger", "Norfolk", "NORFOLK"])[1..], ["x:near-norfolk", "x:near-norfolk"]);
    }

    #[test]
    fn a_state_named_or_abbreviated_draws_a_town_to_itself() {
        for (text, state) in
            [("They drove to Norfolk, Neb., today.", "Neb"), ("Nebraska pays. They drove to Norfolk.", "Nebraska")]
        {
            let found = located(text, &["Norfolk", state]);
            assert!(
                found.contains(&"x:near-norfolk".to_string()) && found.contains(&"gn:5073708".to_string()),
                "{text}"
            );
        }
    }
}
