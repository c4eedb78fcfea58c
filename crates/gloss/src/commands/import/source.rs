//! Reads the tables of the data sets, plain or gzipped, as rows with named columns.

use engine::pack::plain::is_unfit;
use flate2::read::GzDecoder;
use indicatif::{ProgressBar, ProgressStyle};
use miette::{IntoDiagnostic, Result, WrapErr, miette};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::rc::Rc;

/// No line of the data sets is longer; one that is comes from a broken file.
const MAX_LINE: usize = 4 << 20;

/// One row: values by the name of their column.
#[derive(Clone, Debug)]
pub struct Row {
    columns: Rc<HashMap<String, usize>>,
    values: Vec<String>,
}

impl Row {
    /// The trimmed value of `column`; empty when the row is too short or there is no such column.
    pub fn get(&self, column: &str) -> &str {
        self.columns.get(column).and_then(|&index| self.values.get(index)).map_or("", |value| value.trim())
    }

    /// Whether the table has that column.
    pub fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    /// The names of the columns, in their order.
    pub fn columns(&self) -> Vec<String> {
        let mut names: Vec<(&usize, &String)> = self.columns.iter().map(|(name, index)| (index, name)).collect();
        names.sort();
        names.into_iter().map(|(_, name)| name.clone()).collect()
    }

    /// The value of the first column, for reports.
    pub fn first(&self) -> &str {
        self.values.first().map_or("", |value| value.trim())
    }
}

/// Columns by name.
///
/// # Errors
/// When two bear one name: it would not be plain which is meant.
fn numbered(name: &str, line: usize, header: impl Iterator<Item = String>) -> Result<Rc<HashMap<String, usize>>> {
    let mut columns = HashMap::new();
    for (index, column) in header.enumerate() {
        if columns.insert(column.clone(), index).is_some() {
            return Err(miette!(
                "{name}:{line}: two columns are called “{column}”; rename one or fetch the file again"
            ));
        }
    }
    Ok(Rc::new(columns))
}

/// The whole text of a file; a name ending in `.gz` is unpacked, and a progress bar follows the bytes of large ones.
///
/// # Errors
/// When the file can't be opened, unpacked or is no UTF-8; the message names it.
pub fn text(path: &Path) -> Result<String> {
    let named = || format!("reading {}", path.display());
    let file = File::open(path).into_diagnostic().wrap_err_with(named)?;
    let size = file.metadata().into_diagnostic().wrap_err_with(named)?.len();
    let bar = ProgressBar::new(size).with_style(
        ProgressStyle::with_template("{msg} {wide_bar} {bytes}/{total_bytes}").expect("the template is well formed"),
    );
    bar.set_message(path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default());
    let reader = bar.wrap_read(file);
    let mut reader: Box<dyn BufRead> = if path.extension().is_some_and(|extension| extension == "gz") {
        Box::new(BufReader::new(GzDecoder::new(reader)))
    } else {
        Box::new(BufReader::new(reader))
    };
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).into_diagnostic().wrap_err_with(named)?;
    bar.finish_and_clear();
    let mut text = utf8(bytes, &path.display().to_string())?;
    // Names come with characters that no seed may hold, left over from where they were copied.
    text.retain(|letter| letter != '\u{feff}' && (!is_unfit(letter) || matches!(letter, '\n' | '\r' | '\t')));
    match text.lines().position(|line| line.len() > MAX_LINE) {
        Some(line) => {
            Err(miette!("{}:{}: this line is too long: the file is broken, fetch it again", path.display(), line + 1))
        }
        None => Ok(text),
    }
}

/// `bytes` as text.
///
/// # Errors
/// When they are no UTF-8; the message gives `name` and line.
pub fn utf8(bytes: Vec<u8>, name: &str) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
        miette!("{name}:{line}: not UTF-8; save the file as UTF-8")
    })
}

/// Rows of a tab-separated table without quoting. The first line that is no `#` comment names the columns.
///
/// # Errors
/// When the text is empty, two columns bear one name, or a row has more values than there are columns; `name` is the
/// file's, for the message, which gives the line too.
pub fn tab_rows(name: &str, text: &str) -> Result<Vec<Row>> {
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    let (at, header) = lines.next().ok_or_else(|| miette!("{name}: the table is empty"))?;
    let columns = numbered(name, at + 1, header.split('\t').map(|column| column.trim().to_string()))?;
    let mut rows = Vec::new();
    for (at, line) in lines {
        let values: Vec<String> = line.split('\t').map(str::to_string).collect();
        if values.len() > columns.len() {
            let (found, wanted) = (values.len(), columns.len());
            return Err(miette!("{name}:{}: {found} values for {wanted} columns; the row is broken", at + 1));
        }
        rows.push(Row { columns: columns.clone(), values });
    }
    Ok(rows)
}

/// Rows of a tab-separated file.
///
/// # Errors
/// As [`text`] and [`tab_rows`].
pub fn tab_file(path: &Path) -> Result<Vec<Row>> {
    tab_rows(&path.display().to_string(), &text(path)?)
}

/// Rows of a comma-separated file with quoting.
///
/// # Errors
/// As [`text`], and when a row is malformed; the message names file and line.
pub fn comma_file(path: &Path) -> Result<Vec<Row>> {
    let text = text(path)?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let named = || format!("reading {}", path.display());
    let header = reader.headers().into_diagnostic().wrap_err_with(named)?.clone();
    let columns = numbered(&path.display().to_string(), 1, header.iter().map(str::to_string))?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.into_diagnostic().wrap_err_with(named)?;
        rows.push(Row { columns: Rc::clone(&columns), values: record.iter().map(str::to_string).collect() });
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_name_and_short_rows_give_nothing() {
        let rows = tab_rows("t", "# note\na\tb\tc\n1\t 2 \n").unwrap();
        assert_eq!((rows[0].get("a"), rows[0].get("b"), rows[0].get("c"), rows[0].get("d")), ("1", "2", "", ""));
        assert!(tab_rows("t", "# only a note\n").is_err());
    }

    #[test]
    fn broken_tables_are_named_with_their_line() {
        for (text, expected) in [
            ("# note\na\tb\ta\n", "t:2: two columns are called “a”"),
            ("a\tb\n1\t2\n1\t2\t3\n", "t:3: 3 values for 2 columns"),
        ] {
            let error = tab_rows("t", text).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{error}");
        }
        let error = utf8(b"a\nb\xff\n".to_vec(), "t").unwrap_err().to_string();
        assert_eq!(error, "t:2: not UTF-8; save the file as UTF-8");
    }
}
