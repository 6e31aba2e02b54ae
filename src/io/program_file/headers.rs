//! Lines that stand by themselves: headers, whole or with a bracket too few or too many, and keys.

use std::ops::Range;

use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::keys::BLOCKS;

/// A line that is a header, whole or with a bracket too few or too many.
pub(super) struct Header {
    opened: usize,
    closed: usize,
    name: String,
    /// From the first bracket to the last, in the line.
    pub(super) place: Range<usize>,
}

impl Header {
    /// The header that a line is, where it is one.
    pub(super) fn of(line: &str) -> Option<Self> {
        let begin = line.len() - line.trim_start().len();
        let content = line.split('#').next().unwrap_or_default().trim();
        let inner = content.trim_start_matches('[');
        let name = inner.trim_end_matches(']');
        let (opened, closed) = (content.len() - inner.len(), inner.len() - name.len());
        let name = name.trim();
        let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
        let named = name.chars().any(|c| c.is_ascii_alphabetic());
        let fits = (1..=3).contains(&opened) && closed <= 3 && plain && named;
        fits.then(|| Self { opened, closed, name: name.to_owned(), place: begin..begin + content.len() })
    }

    /// What is wrong with it, and the header as it should be; `start` is the line's first byte.
    pub(super) fn wrong(&self, start: usize) -> Option<(Diagnostic, String)> {
        let place = start + self.place.start..start + self.place.end;
        let Self { opened, closed, name, .. } = self;
        let key = name.rsplit('.').next().unwrap_or_default();
        let list = BLOCKS.contains(&key) && !name.starts_with("define.");
        let right = if list { format!("[[{name}]]") } else { format!("[{name}]") };
        let problem = match (opened, closed, list) {
            (1, 1, false) | (2, 2, _) => return None,
            (1, 1, true) => {
                let message = format!("`{key}` takes a list of tables, and this is a table");
                Diagnostic::error("type", place, message).help(format!("write {right} with two brackets on each side"))
            }
            _ => {
                let few = opened + closed < if list { 4 } else { 2 };
                let what = if few { "is missing in" } else { "too many stands in" };
                Diagnostic::error("syntax", place, format!("a bracket {what} this header"))
                    .help(format!("write {right}"))
            }
        };
        Some((problem, right))
    }
}

/// Whether a line begins with a key and its `=`.
pub(super) fn begins_with_key(line: &str) -> bool {
    let line = line.trim_start();
    let end = line.find(|c: char| !(c.is_ascii_alphanumeric() || "_-.".contains(c))).unwrap_or(line.len());
    let behind = line.get(end..).unwrap_or_default().trim_start();
    end > 0 && behind.starts_with('=')
}
