//! Reads the World Factbook's country profiles as they were saved in 2017 and 2026.

use super::source;
use miette::{IntoDiagnostic, Result, WrapErr};
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

/// One country profile, reduced to what the cards use.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// Capital with its notes, as printed.
    pub capital: String,
    /// People and the year of the estimate, when both are given as plain figures.
    pub population: Option<(String, String)>,
    /// Total area in square kilometres, as printed: "185,180" or "9.985 million".
    pub area: Option<String>,
    /// Kind of government as the Factbook words it, up to its first semicolon.
    pub government_type: String,
    /// Degrees north and east of the country's middle.
    pub position: Option<(f32, f32)>,
    /// Military and security forces, as printed.
    pub forces: String,
}

/// The profiles of one snapshot (`2017-03` or `2026-02`), by their two-letter key.
///
/// # Errors
/// When the file can't be read or a line is no JSON; the message names file and line.
pub fn profiles(folder: &Path, snapshot: &str) -> Result<HashMap<String, Profile>> {
    let path = folder.join(format!("places/factbook_profiles_{snapshot}.jsonl.gz"));
    let mut profiles = HashMap::new();
    for (index, line) in source::text(&path)?.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let value: Value = serde_json::from_str(line)
            .into_diagnostic()
            .wrap_err_with(|| format!("{}:{}: no JSON; fetch the file again", path.display(), index + 1))?;
        let text = |key: &str| value[key].as_str().unwrap_or("").trim().to_string();
        profiles.insert(
            text("gec"),
            Profile {
                capital: text("capital"),
                population: population(total(&value["population"])),
                // The Vatican's total is rounded to nothing, its land is not.
                area: area(total(&value["area"]))
                    .filter(|figure| figure != "0")
                    .or_else(|| area(value["area"]["land"].as_str().unwrap_or(""))),
                government_type: government_type(&text("government_type")),
                position: position(&text("coords")),
                forces: text("military_forces"),
            },
        );
    }
    Ok(profiles)
}

/// What each profile of 2026 says of military and security forces, by the profile's two-letter key.
///
/// # Errors
/// As [`profiles`].
pub fn forces(folder: &Path) -> Result<HashMap<String, String>> {
    Ok(profiles(folder, "2026-02")?.into_iter().map(|(key, profile)| (key, profile.forces)).collect())
}

/// The field itself or its "total" (which some profiles write with a space behind).
fn total(value: &Value) -> &str {
    value.as_str().or_else(|| value["total"].as_str()).or_else(|| value["total "].as_str()).unwrap_or("")
}

/// "47,735,685 (2025 est.)" → figure and year. Notes between the two may name other years.
fn population(text: &str) -> Option<(String, String)> {
    let (figure, rest) = text.split_once(" (")?;
    let is_figure = figure.chars().all(|sign| sign.is_ascii_digit() || sign == ',') && figure.len() > 1;
    let (before, _) = rest.split_once(" est.")?;
    let year = before.rsplit(|sign: char| !sign.is_ascii_digit()).find(|part| part.len() == 4)?;
    is_figure.then(|| (figure.to_string(), year.to_string()))
}

fn area(text: &str) -> Option<String> {
    let figure = text.split(" sq km").next()?.trim();
    let is_figure = figure.starts_with(|sign: char| sign.is_ascii_digit())
        && figure.trim_end_matches(" million").chars().all(|sign| sign.is_ascii_digit() || sign == ',' || sign == '.');
    (is_figure && text.contains(" sq km")).then(|| figure.to_string())
}

/// Longest kind of government shown; longer ones are notes, not kinds.
const MAX_GOVERNMENT_TYPE: usize = 90;

fn government_type(text: &str) -> String {
    let first = text.split(';').next().unwrap_or("").trim();
    if first.chars().count() > MAX_GOVERNMENT_TYPE || first.starts_with("formerly") {
        String::new()
    } else {
        first.to_string()
    }
}

/// "36 45 N, 3 03 E" → degrees.
fn position(text: &str) -> Option<(f32, f32)> {
    let (north, east) = text.split_once(", ")?;
    let degrees = |part: &str, minus: &str| {
        let words: Vec<&str> = part.split_whitespace().collect();
        let [degrees, minutes, side] = words[..] else { return None };
        let value = degrees.parse::<f32>().ok()? + minutes.parse::<f32>().ok()? / 60.0;
        let value = (value * 100.0).round() / 100.0;
        Some(if side == minus { -value } else { value })
    };
    Some((degrees(north, "S")?, degrees(east, "W")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_taken_only_when_plain() {
        assert_eq!(population("1,234 (July 2016 est.)"), Some(("1,234".into(), "2016".into())));
        assert_eq!(
            population("2,345 (includes a part joined in 1967) (July 2016 est.)"),
            Some(("2,345".into(), "2016".into()))
        );
        assert_eq!(population("uninhabited"), None);
        assert_eq!(population("about 9 (military)"), None);
        assert_eq!(area("0.44 sq km").as_deref(), Some("0.44"));
        assert_eq!(area("9.985 million sq km"), Some("9.985 million".into()));
        assert_eq!(area("5 sq km less than").as_deref(), Some("5"));
        assert_eq!(position("36 45 N, 3 03 W"), Some((36.75, -3.05)));
        assert_eq!(position("Island: 1 00 S, 2 00 E Other: 3 00 N, 4 00 E"), None);
        assert_eq!(government_type("absolute monarchy; note"), "absolute monarchy");
    }
}
