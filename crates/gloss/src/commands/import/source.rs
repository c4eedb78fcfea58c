//! Reads the tables of the data sets, plain or gzipped, as rows with named columns.

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
    let mut text = String::new();
    reader.read_to_string(&mut text).into_diagnostic().wrap_err_with(named)?;
    bar.finish_and_clear();
    let text = text.strip_prefix('\u{feff}').map(str::to_string).unwrap_or(text);
    match text.lines().position(|line| line.len() > MAX_LINE) {
        Some(line) => {
            Err(miette!("{}:{}: this line is too long: the file is broken, fetch it again", path.display(), line + 1))
        }
        None => Ok(text),
    }
}

/// Rows of a tab-separated table without quoting. The first line that is no `#` comment names the columns.
///
/// # Errors
/// When the text is empty; `name` is the file's, for the message.
pub fn tab_rows(name: &str, text: &str) -> Result<Vec<Row>> {
    let mut lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let header = lines.next().ok_or_else(|| miette!("{name}: the table is empty"))?;
    let columns: Rc<HashMap<String, usize>> =
        Rc::new(header.split('\t').enumerate().map(|(index, column)| (column.trim().to_string(), index)).collect());
    Ok(lines
        .map(|line| Row { columns: columns.clone(), values: line.split('\t').map(str::to_string).collect() })
        .collect())
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
    let columns = Rc::new(header.iter().enumerate().map(|(index, column)| (column.to_string(), index)).collect());
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
}
