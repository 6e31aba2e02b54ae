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
        // What was cut off is said.
        let before = if first > 0 { format!("…{before}") } else { before };
        let after = if last < characters.len() { format!("{after}…") } else { after };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("title = \"T\"\n{}HERE{}", "x".repeat(150), "y".repeat(150));
        let source = Source::new("a.toml", text);
        let problem = Diagnostic::error("value", 162..166, "wrong").plain(&source);
        let marked: String = problem.excerpt.chars().skip(problem.mark.start).take(problem.mark.len()).collect();
        assert_eq!((problem.line, problem.column, marked.as_str()), (2, 151, "HERE"));
        assert!(problem.excerpt.starts_with('…') && problem.excerpt.ends_with('…'), "{}", problem.excerpt);
    }

    #[test]
    fn letters_that_are_two_columns_wide_move_the_mark() {
        let source = Source::new("a.toml", "note = \"膝を\" x");
        let problem = Diagnostic::error("value", 16..17, "wrong").plain(&source);
        assert_eq!(problem.mark, 14..15, "{:?}", problem.excerpt);
    }
}
