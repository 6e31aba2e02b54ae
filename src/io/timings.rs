//! How late each moment of a session was told: a table for whoever measures, asked for with `--timings`.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::time::Duration;

use crate::domain::text::Clean;
use crate::error::Error;

/// A table in a file, a line a moment: due, told and late in milliseconds, and what it was, with tabs between.
#[derive(Debug)]
pub struct Timings {
    out: BufWriter<File>,
    greatest: Duration,
}

impl Timings {
    /// Begins the table; a file that is there is written anew.
    pub fn create(path: &Path) -> Result<Self, Error> {
        let file = File::create(path).map_err(|error| {
            let shown = Clean::text(&path.to_string_lossy());
            Error::input(format!("`{shown}` cannot be written")).because(error)
        })?;
        let mut timings = Self { out: BufWriter::new(file), greatest: Duration::ZERO };
        timings.line("due_ms\ttold_ms\tlate_ms\twhat");
        Ok(timings)
    }

    /// Something was due at a moment of the awake clock, and told at another.
    pub fn told(&mut self, due: Duration, told: Duration, what: &str) {
        let late = told.saturating_sub(due);
        self.greatest = self.greatest.max(late);
        let [due, told, late] = [due, told, late].map(|moment| moment.as_secs_f64() * 1000.0);
        self.line(&format!("{due:.3}\t{told:.3}\t{late:.3}\t{what}"));
    }

    /// A table that cannot be written is no reason to end a session.
    fn line(&mut self, line: &str) {
        let _unmeasured = writeln!(self.out, "{line}");
    }
}

impl Drop for Timings {
    fn drop(&mut self) {
        let greatest = self.greatest.as_secs_f64() * 1000.0;
        self.line(&format!("# greatest lateness: {greatest:.3} ms"));
        let _unmeasured = self.out.flush();
    }
}
