//! Reads JSON as pages really write it: mistakes are skipped, nothing is refused, depth and size are bounded.
//!
//! serde_json refuses a whole script for one trailing comma or raw line feed, and such scripts are common; its code also
//! took 11 KB of the module.

/// Brackets inside brackets beyond this are skipped; real metadata nests about ten deep.
const MAX_DEPTH: usize = 40;
/// Values read from one script; real ones hold some hundred.
const MAX_VALUES: usize = 20_000;

/// A value as written. Numbers and words such as `null` are kept as text, because dates are written as any of them.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    Object(Vec<(String, Json)>),
    Array(Vec<Json>),
    Text(String),
}

impl Json {
    /// The value of `key`, if this is an object that has it; keys are compared without their case.
    pub(super) fn get(&self, key: &str) -> Option<&Json> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(name, _)| name.eq_ignore_ascii_case(key)).map(|(_, value)| value)
    }

    /// The text, or the first text of an array.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Array(items) => items.first()?.text(),
            Self::Object(_) => self.get("@value")?.text(),
        }
    }

    /// The items of an array, or the value itself.
    pub(super) fn items(&self) -> &[Json] {
        match self {
            Self::Array(items) => items,
            other => std::slice::from_ref(other),
        }
    }
}

/// The values of all scripts, in order.
pub(super) fn read_all(scripts: &[String]) -> Vec<Json> {
    scripts.iter().flat_map(|script| read(script)).collect()
}

/// Every value that stands in `text` side by side; usually one.
pub(super) fn read(text: &str) -> Vec<Json> {
    // Templates that escape for HTML leave the quotation marks as entities, which a script element doesn't decode.
    let decoded = if text.contains('"') { None } else { Some(text.replace("&quot;", "\"")) };
    let mut reader = Reader { text: decoded.as_deref().unwrap_or(text), at: 0, values: 0 };
    let mut values = Vec::new();
    while reader.values < MAX_VALUES {
        match reader.peek() {
            Some(b'{' | b'[') => values.push(reader.value(0)),
            Some(_) => reader.at += 1,
            None => break,
        }
    }
    values
}

struct Reader<'a> {
    text: &'a str,
    /// Byte position; always at a character's start when a string is cut from there.
    at: usize,
    values: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &[u8] {
        &self.text.as_bytes()[self.at.min(self.text.len())..]
    }

    /// The next byte that is neither white space nor part of a comment.
    fn peek(&mut self) -> Option<u8> {
        /// What scripts are wrapped in for parsers of long ago; each is skipped alone, so that what it wraps is read.
        const WRAPPERS: [&[u8]; 5] = [b"<!--", b"-->", b"<![CDATA[", b"]]>", b"//"];
        loop {
            let rest = self.rest();
            if let Some(wrapper) = WRAPPERS.iter().find(|wrapper| rest.starts_with(wrapper)) {
                self.at += wrapper.len();
            } else if rest.starts_with(b"/*") {
                self.at = self.text[self.at..].find("*/").map_or(self.text.len(), |end| self.at + end + 2);
            } else if rest.first().is_some_and(|byte| byte.is_ascii_whitespace()) {
                self.at += 1;
            } else {
                return rest.first().copied();
            }
        }
    }

    /// The value that starts here; an empty text where there is none.
    fn value(&mut self, depth: usize) -> Json {
        self.values += 1;
        let bounded = depth < MAX_DEPTH && self.values < MAX_VALUES;
        match self.peek() {
            Some(b'{') if bounded => self.object(depth),
            Some(b'[') if bounded => self.array(depth),
            Some(b'{' | b'[') => {
                self.at = self.text.len();
                Json::Text(String::new())
            }
            Some(b'"') => Json::Text(self.string()),
            _ => Json::Text(self.word().to_string()),
        }
    }

    fn object(&mut self, depth: usize) -> Json {
        self.at += 1;
        let mut members = Vec::new();
        loop {
            match self.peek() {
                None => break,
                Some(b'}') => {
                    self.at += 1;
                    break;
                }
                // The object was never closed; what is around it goes on.
                Some(b']') => break,
                Some(b'"') => {
                    let key = self.string();
                    if self.peek() == Some(b':') {
                        self.at += 1;
                        let value = self.value(depth + 1);
                        members.push((key, value));
                    }
                }
                Some(_) => self.at += 1,
            }
        }
        Json::Object(members)
    }

    fn array(&mut self, depth: usize) -> Json {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            match self.peek() {
                None => break,
                Some(b']') => {
                    self.at += 1;
                    break;
                }
                Some(b'}') => break,
                Some(b',' | b':') => self.at += 1,
                Some(_) => {
                    let before = self.at;
                    items.push(self.value(depth + 1));
                    // A character that starts nothing must not hold the reader up.
                    self.at = self.at.max(before + 1);
                }
            }
        }
        Json::Array(items)
    }

    /// A number or a word, up to what ends one.
    fn word(&mut self) -> &str {
        let start = self.at;
        let length = self.rest().iter().take_while(|byte| !b",:{}[]\"\n".contains(byte)).count();
        self.at += length;
        self.text.get(start..self.at).unwrap_or_default().trim()
    }

    /// The string whose opening quotation mark stands here.
    fn string(&mut self) -> String {
        self.at += 1;
        let mut read = String::new();
        let mut chars = self.text[self.at..].char_indices();
        while let Some((offset, character)) = chars.next() {
            match character {
                '"' if self.closes(self.at + offset + 1) => {
                    self.at += offset + 1;
                    return read;
                }
                '\\' => match chars.next() {
                    Some((_, 'u')) => {
                        let mut code = 0;
                        for digit in chars.by_ref().take(4) {
                            code = code * 16 + digit.1.to_digit(16).unwrap_or(0);
                        }
                        // Halves of surrogate pairs stand in no date and no address.
                        read.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                    }
                    Some((_, 'n' | 't' | 'r')) => read.push(' '),
                    Some((_, escaped)) => read.push(escaped),
                    None => break,
                },
                other => read.push(other),
            }
        }
        self.at = self.text.len();
        read
    }

    /// Whether a quotation mark that ends at `end` closes its string: one that was meant as part of it is followed by more text.
    fn closes(&self, end: usize) -> bool {
        let rest = &self.text.as_bytes()[end..];
        let space = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        match rest.get(space) {
            None | Some(b',' | b':' | b'}' | b']' | b'/' | b'<') => true,
            Some(b'"') => rest[..space].contains(&b'\n'),
            Some(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, key: &str, expected: &str) {
        let values = read(text);
        let found = values.iter().find_map(|value| value.get(key)).and_then(Json::text);
        assert_eq!(found, Some(expected), "{values:?}");
    }

    #[test]
    fn what_pages_get_wrong() {
        check(r#"{"a": "1", "d": "2017-05-22"}"#, "d", "2017-05-22");
        check(r#"{"a": [1, 2,], "d": "2017-05-22",}"#, "d", "2017-05-22");
        check("{\"a\": \"two\nlines\ttab\", \"d\": \"2017-05-22\"}", "d", "2017-05-22");
        check("<!-- {\"d\": \"2017-05-22\"} -->", "d", "2017-05-22");
        check("//<![CDATA[\n{\"d\": \"2017-05-22\"}\n//]]>", "d", "2017-05-22");
        check("/* generated */ {\"d\": /* day */ \"2017-05-22\"}", "d", "2017-05-22");
        check(r#"{"a": "He said "no" to it", "d": "2017-05-22"}"#, "d", "2017-05-22");
        check("{\"a\": \"1\"\n\"d\": \"2017-05-22\"}", "d", "2017-05-22");
        check(r#"{"d": "2017-05-22", "a": {"b": ["c"#, "d", "2017-05-22");
        check(r#"{"d": "2017-05-2"#, "d", "2017-05-2");
        check(r#"{"a": [{"b": 1], "d": "2017-05-22"}"#, "d", "2017-05-22");
        check(r#"{"d": 1495456080, "a": null}"#, "d", "1495456080");
        check(r#"{"D": ["2017-05-22"]}"#, "d", "2017-05-22");
        check(r#"{&quot;d&quot;: &quot;2017-05-22&quot;}"#, "d", "2017-05-22");
        check(r#"{"d": "20\u0031\u0037\/05"}"#, "d", "2017/05");
    }

    #[test]
    fn several_values_stand_side_by_side() {
        assert_eq!(read("{\"a\":1};\n[2]").len(), 2);
        assert_eq!(read("no JSON at all"), []);
    }

    #[test]
    fn depth_and_size_are_bounded() {
        read(&"[".repeat(1_000_000));
        read(&"{\"a\":".repeat(200_000));
        read(&"[1,".repeat(200_000));
        read(&format!("[{}]", "1,".repeat(500_000)));
        read(&"\"".repeat(300_000));
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in r#"[\[\]{}",:\\ua-f0-9 \n/*<!\-é]{0,80}"#) {
            read(&text);
            read(&format!("{{{text}"));
        }
    }
}
