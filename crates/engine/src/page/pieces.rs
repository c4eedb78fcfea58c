//! Cuts names out of a line: one function for bylines, credits and titles, because each kind of splitting is code of its own.

/// The parts of `text` between any of `separators`, trimmed; none is empty.
pub(super) fn pieces<'t>(text: &'t str, separators: &[&str]) -> Vec<&'t str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    loop {
        let next = separators.iter().filter_map(|separator| Some((rest.find(separator)?, separator.len()))).min();
        let (end, width) = next.unwrap_or((rest.len(), 0));
        let piece = rest[..end].trim();
        if !piece.is_empty() {
            pieces.push(piece);
        }
        rest = &rest[end + width..];
        if next.is_none() {
            return pieces;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_wherever_a_separator_stands() {
        let separators = [" | ", "/", ", "];
        assert_eq!(pieces("One, Two/Three | Four", &separators), ["One", "Two", "Three", "Four"]);
        assert!(pieces(" / , ", &separators).is_empty());
        assert_eq!(pieces("One", &separators), ["One"]);
        assert!(pieces("", &separators).is_empty());
    }
}
