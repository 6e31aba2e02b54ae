//! A problem as a plain value of the domain, for whoever draws it.

use unicode_width::UnicodeWidthStr as _;

use crate::domain::problem::{Gravity, Problem};
use crate::domain::text::Clean;
use crate::io::diagnostic::{Diagnostic, Severity, Source};

/// So much of a line is kept around the place, in characters.
const WIDEST: usize = 100;

impl Diagnostic {
    /// The problem with its place and line; it has no field yet.
    pub fn plain(&self, source: &Source) -> Problem {
        let place = source.place(&self.span);
        let text = source.text().get(source.line(place.line)).unwrap_or_default();
        let characters: Vec<char> = text.trim_start_matches('\u{feff}').chars().collect();
        let (from, to) = (place.column - 1, (place.end_column - 1).min(characters.len().max(place.column)));
        let first = if to > WIDEST { from.saturating_sub(WIDEST / 2) } else { 0 };
        let last = characters.len().min(first + WIDEST);
        let part = |from: usize, to: usize| -> String {
            let raw: String = characters.get(from.min(last)..to.min(last)).unwrap_or_default().iter().collect();
            Clean::text(&raw).as_str().to_owned()
        };
        let (before, marked, after) = (part(first, from), part(from, to), part(to, last));
        let start = before.width();
        let also = self.also.as_ref().map(|(span, word)| (source.place(span).line, (*word).to_owned()));
        Problem {
            gravity: match self.severity {
                Severity::Error => Gravity::Error,
                Severity::Warning => Gravity::Warning,
                Severity::Note => Gravity::Note,
            },
            code: self.code.to_owned(),
            message: self.message.clone(),
            help: self.help.clone(),
            line: place.line,
            column: place.column,
            excerpt: Clean::text(&format!("{before}{marked}{after}")),
            mark: start..start + marked.width().max(1),
            also,
            spot: None,
        }
    }
}
