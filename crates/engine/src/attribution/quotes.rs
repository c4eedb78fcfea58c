//! The quotation scanner: which spans stand between quotation marks.
//!
//! Marks are paired within a block. A mark that is never closed opens a quotation only when the next block opens with
//! the same mark again, the habit of quotations over several paragraphs; otherwise it is no quotation at all, so that
//! nothing runs to the end of the page.

use crate::document::Document;
use std::ops::Range;

/// A span in quotation marks, its marks included.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// Bytes of the document's text.
    pub range: Range<usize>,
    /// Index of the block.
    pub block: usize,
    /// Whether it goes on with the quotation that opens the next block.
    pub goes_on: bool,
}

impl Quotation {
    /// The quotation in `text`, the document's, without the marks that close it.
    pub fn unclosed<'t>(&self, text: &'t str) -> &'t str {
        text[self.range.clone()].trim_end_matches(['”', '"', '’', '\''])
    }
}

/// Opening marks with the marks that close them.
const PAIRS: &[(char, &[char])] = &[
    ('“', &['”', '"', '“']),
    ('„', &['“', '”', '"']),
    ('«', &['»']),
    ('»', &['«']),
    ('「', &['」']),
    ('『', &['』']),
    ('"', &['"', '”']),
    ('‘', &['’', '\'']),
    ('\'', &['\'']),
];

/// Every quotation in the article's blocks, in order, outermost only.
pub fn scan(document: &Document) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    for (index, block) in document.blocks.iter().enumerate().filter(|(_, block)| block.in_article) {
        let text = &document.text[block.range.clone()];
        let next = document.blocks.get(index + 1).filter(|next| next.in_article);
        let next_opens = next.and_then(|next| document.text[next.range.clone()].trim_start().chars().next());
        scan_block(text, next_opens, |range, goes_on| {
            let range = block.range.start + range.start..block.range.start + range.end;
            found.push(Quotation { range, block: index, goes_on });
        });
    }
    found
}

fn scan_block(text: &str, next_opens: Option<char>, mut add: impl FnMut(Range<usize>, bool)) {
    // Single marks are quotation marks only where no double ones are: elsewhere they are apostrophes or inner quotes.
    let has_double = text.contains(['“', '”', '"', '„', '«', '»', '「', '『']) || text.contains(TYPED);
    // Openings of which it is known that nothing in the rest of the block closes them.
    let mut never_closed: Vec<char> = Vec::new();
    let mut at = 0;
    while let Some((offset, open)) = text[at..].char_indices().find(|&(_, mark)| is_opening(mark)) {
        let start = at + offset;
        let typed = text[start..].starts_with(TYPED) || text[start..].starts_with("``");
        let inside = start + if typed { TYPED.len() } else { open.len_utf8() };
        let single = matches!(open, '‘' | '\'' | '`') && !typed;
        let opens = !(single && has_double) && may_open(text, start, inside, open) && !never_closed.contains(&open);
        let close = match (opens, typed) {
            (false, _) => Close::OpenedAgain,
            (true, true) => typed_closing(text, inside),
            (true, false) => closing(text, inside, open),
        };
        match close {
            Close::At(end) => {
                add(start..end, false);
                at = end;
                continue;
            }
            _ if opens && !single && !typed && next_opens == Some(open) => {
                add(start..text.trim_end().len().max(inside), true);
                return;
            }
            Close::Never => never_closed.push(open),
            Close::OpenedAgain => {}
        }
        at = inside;
    }
}

/// Two single marks typed for a double one, as some agencies send it.
const TYPED: &str = "''";

/// What became of an opening mark.
enum Close {
    /// The byte after the mark that closes it.
    At(usize),
    /// The same mark opens again first.
    OpenedAgain,
    /// Nothing in the rest of the block closes it.
    Never,
}

fn typed_closing(text: &str, inside: usize) -> Close {
    let closes = |(offset, _): &(usize, &str)| {
        let end = inside + offset + TYPED.len();
        *offset > 0 && text[end..].chars().next().is_none_or(|letter| !letter.is_alphanumeric())
    };
    let end = text[inside..].match_indices(TYPED).find(closes);
    end.map_or(Close::Never, |(offset, _)| Close::At(inside + offset + TYPED.len()))
}

fn is_opening(mark: char) -> bool {
    mark == '`' || PAIRS.iter().any(|(open, _)| *open == mark)
}

/// Whether the mark at `start` can open: not inside a word, with something quoted after it.
fn may_open(text: &str, start: usize, inside: usize, open: char) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[inside..].chars().next();
    let free_before = before.is_none_or(|letter| !letter.is_alphanumeric());
    match open {
        '"' | '\'' | '‘' | '`' => free_before && after.is_some_and(|letter| !letter.is_whitespace()),
        // »so« opens with the mark that closes «so».
        '»' => free_before && after.is_some_and(char::is_alphanumeric),
        _ => after.is_some(),
    }
}

/// What closes the quotation that `open` opened before byte `inside`.
fn closing(text: &str, inside: usize, open: char) -> Close {
    let Some((_, closes)) = PAIRS.iter().find(|(known, _)| *known == open) else { return Close::Never };
    if open == '«' {
        return closing_angle(text, inside);
    }
    for (offset, mark) in text[inside..].char_indices() {
        let at = inside + offset;
        let end = at + mark.len_utf8();
        if mark == open && !closes.contains(&mark) {
            // The first one was a slip.
            return Close::OpenedAgain;
        }
        let closing = closes.contains(&mark) && at > inside;
        if !closing {
            continue;
        }
        let before = text[..at].chars().next_back();
        let after = text[end..].chars().next();
        let closes_here = match mark {
            // An apostrophe has a letter behind it, or stands for one ("the boys’ school" stays ambiguous).
            '’' | '\'' => {
                after.is_none_or(|letter| !letter.is_alphanumeric())
                    && before.is_some_and(|letter| !letter.is_whitespace() && letter != 's')
                    || before.is_some_and(|letter| matches!(letter, '.' | ',' | '!' | '?' | '…'))
            }
            '"' | '“' => after.is_none_or(|letter| !letter.is_alphanumeric()),
            _ => true,
        };
        if closes_here {
            return Close::At(end);
        }
        if mark == '“' && open == '“' {
            return Close::OpenedAgain;
        }
    }
    Close::Never
}

/// What closes “«”, which Russian also sets within itself: "«We work at «North», he says»". One mark may close both.
fn closing_angle(text: &str, inside: usize) -> Close {
    /// Marks within marks; with more of them most are slips.
    const DEEPEST: usize = 3;
    let mut depth = 1;
    let mut both = None;
    let mut nested = false;
    for (offset, mark) in text[inside..].match_indices(['«', '»']) {
        let end = inside + offset + mark.len();
        if mark == "«" {
            nested = true;
            depth += 1;
            if depth > DEEPEST {
                return Close::OpenedAgain;
            }
            continue;
        }
        depth -= 1;
        if depth == 0 {
            return Close::At(end);
        }
        // What follows tells whether the outer quotation ended there as well.
        let rest = text[end..].trim_start();
        let spoken = rest.trim_start_matches(',').trim_start().starts_with(['—', '–']);
        if depth == 1 && both.is_none() && (spoken || matches!(rest, "" | ".")) {
            both = Some(end);
        }
    }
    match both {
        Some(end) => Close::At(end),
        None if !nested => Close::Never,
        None => Close::OpenedAgain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<String> {
        let document = Document::from_plain(text, "en");
        scan(&document).into_iter().map(|found| document.text[found.range].to_string()).collect()
    }

    #[test]
    fn marks_of_many_languages() {
        for (text, expected) in [
            ("He said “yes” and \"no\".", &["“yes”", "\"no\""][..]),
            ("Er sagte „ja“ und »nein«.", &["„ja“", "»nein«"]),
            ("Il dit « oui ».", &["« oui »"]),
            ("«Мы из «Севера», — сказал он.", &["«Мы из «Севера»"]),
            ("Он из «Севера», она из «Юга».", &["«Севера»", "«Юга»"]),
            ("«Мы из «Севера» и «Юга», а вы?» — спросил он.", &["«Мы из «Севера» и «Юга», а вы?»"]),
            ("彼は「はい」と言った。", &["「はい」"]),
            ("She said ‘it isn’t so’, then left.", &["‘it isn’t so’"]),
            ("It's the boys' own 'best day', they said.", &["'best day'"]),
            ("“He said ‘no’ to us,” she said.", &["“He said ‘no’ to us,”"]),
            ("The 5'10\" man said nothing.", &[]),
            ("''It is over,'' he said.", &["''It is over,''"]),
            ("``It's over,'' he said.", &["``It's over,''"]),
            ("An “unbalanced mark.\nNext paragraph.", &[]),
            ("“One.\n“Two,” he said.", &["“One.", "“Two,”"]),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }
}
