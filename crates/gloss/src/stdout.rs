//! Standard output, which every command prints to: a reader that has seen enough (`gloss card NAME | head -1`) ends the command
//! without a word.

use miette::{IntoDiagnostic, Result};
use std::io::{self, BufWriter, ErrorKind, StdoutLock, Write};

/// Standard output, collected to larger writes. Once its reader has gone, the next write ends the program as having succeeded.
pub struct Output(BufWriter<StdoutLock<'static>>);

impl Output {
    /// Writes what is still held.
    ///
    /// # Errors
    /// When it can't be written, such as on a full disk.
    pub fn finish(mut self) -> Result<()> {
        self.flush().into_diagnostic()
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        or_end(self.0.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        or_end(self.0.flush())
    }
}

/// Standard output for a command that prints bit by bit, and calls [`Output::finish`] in the end.
pub fn open() -> Output {
    Output(BufWriter::new(io::stdout().lock()))
}

/// Prints `text` as it is.
///
/// # Errors
/// When it can't be written.
pub fn print(text: &str) -> Result<()> {
    let mut out = open();
    out.write_all(text.as_bytes()).into_diagnostic()?;
    out.finish()
}

fn or_end<Done>(written: io::Result<Done>) -> io::Result<Done> {
    if written.as_ref().is_err_and(|error| error.kind() == ErrorKind::BrokenPipe) {
        std::process::exit(0);
    }
    written
}
