//! Evaluates media queries for a window on a desktop screen.

/// Width of that window, in CSS pixels.
const WIDTH: f32 = 1280.0;

/// Whether a list of media queries holds; an empty one does.
pub fn matches(queries: &str) -> bool {
    let queries = queries.to_ascii_lowercase();
    queries.trim().is_empty() || queries.split(',').any(matches_one)
}

fn matches_one(query: &str) -> bool {
    let query = query.trim();
    if let Some(rest) = query.strip_prefix("not ") {
        return !matches_one(rest);
    }
    let query = query.strip_prefix("only ").unwrap_or(query);
    query.split(" and ").all(|part| match part.trim() {
        "screen" | "all" => true,
        feature => feature.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).is_some_and(holds),
    })
}

fn holds(feature: &str) -> bool {
    let (name, value) = feature.split_once(':').map_or((feature, ""), |(name, value)| (name, value));
    let value = value.trim();
    match (name.trim(), value) {
        ("min-width" | "min-device-width", _) => pixels(value).is_some_and(|least| WIDTH >= least),
        ("max-width" | "max-device-width", _) => pixels(value).is_some_and(|most| WIDTH <= most),
        ("orientation", "landscape") | ("prefers-color-scheme", "light") | ("hover" | "any-hover", "hover") => true,
        _ => false,
    }
}

fn pixels(value: &str) -> Option<f32> {
    if let Some(number) = value.strip_suffix("px") {
        return number.trim().parse().ok();
    }
    let number = value.strip_suffix("rem").or_else(|| value.strip_suffix("em"));
    match number {
        Some(number) => number.trim().parse::<f32>().ok().map(|ems| ems * 16.0),
        None => value.parse().ok().filter(|&number: &f32| number == 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desktop_window_is_assumed() {
        for (queries, expected) in [
            ("", true),
            ("screen", true),
            ("print", false),
            ("not print", true),
            ("print, screen", true),
            ("only screen and (max-width: 767px)", false),
            ("(min-width:48em)", true),
            ("screen and (min-width: 600px) and (max-width: 1200px)", false),
            ("(some-day: far)", false),
        ] {
            assert_eq!(matches(queries), expected, "{queries}");
        }
    }
}
