//! How near the places that a page's names may mean lie to each other: places of one story lie together.

use super::resolve::Fit;
use super::whereabouts::distance;
use crate::kind::EntityKind;

/// Places so near each other belong together. Kilometres.
const TOGETHER: f32 = 100.0;
/// Names and candidates of each that are looked at; the time grows with the square of their product.
const MOST_NAMES: usize = 60;
const MOST_CANDIDATES: usize = 30;
/// What one other name that can only mean a place nearby adds to a candidate's support, and the most that all of them add.
const WEIGHT: f32 = 1.0;
const MOST: f32 = 5.0;

/// Raises the support of those of `fits`, one list a name, that lie near what other names may mean. `forms` are the names as
/// written: the same form twice is one name.
pub(super) fn draw_together(forms: &[&str], fits: &mut [Vec<Fit>]) {
    let mut names: Vec<(&str, Vec<(f32, f32)>)> = Vec::new();
    for (form, fits) in forms.iter().zip(fits.iter()) {
        if names.len() == MOST_NAMES {
            break;
        }
        let positions: Vec<_> = fits.iter().filter_map(position).take(MOST_CANDIDATES).collect();
        if !positions.is_empty() && !names.iter().any(|(known, _)| known == form) {
            names.push((form, positions));
        }
    }
    for (form, fits) in forms.iter().zip(fits.iter_mut()).filter(|(_, fits)| fits.len() > 1) {
        for fit in fits.iter_mut() {
            let Some(here) = position(fit) else { continue };
            let near = names
                .iter()
                .filter(|(other, _)| other != form)
                .filter(|(_, places)| places.iter().any(|&there| distance(here, there) <= TOGETHER));
            // A name that may mean thirty places lies near everything.
            let sum: f32 = near.map(|(_, places)| 1.0 / (places.len() as f32).sqrt()).sum();
            fit.support += (WEIGHT * sum).min(MOST);
        }
    }
}

fn position(fit: &Fit) -> Option<(f32, f32)> {
    fit.record.position.filter(|_| matches!(fit.record.kind, EntityKind::City | EntityKind::Place))
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
        prominence = 50
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
}
