//! Problems as text, like a compiler's: name and place, the line, the mark under it, what to write instead.

use std::fmt::Write as _;
use std::ops::Range;

use unicode_width::UnicodeWidthStr as _;

use crate::domain::text::Clean;
use crate::io::diagnostic::{Diagnostic, Source};

/// More problems than these are counted, not shown.
pub const MOST_RENDERED: usize = 50;
/// So much of a line is shown around the place.
const WIDEST: usize = 100;

/// All problems of a file in the order of their places, one after another.
pub fn report(problems: &[Diagnostic], source: &Source) -> String {
    let mut out = String::new();
    for problem in problems.iter().take(MOST_RENDERED) {
        out.push_str(&problem.render(source));
        out.push('\n');
    }
    let more = problems.len().saturating_sub(MOST_RENDERED);
    if more > 0 {
        line(&mut out, format_args!("and {more} more"));
    }
    out
}

impl Diagnostic {
    /// The problem with its line and the place marked.
    pub fn render(&self, source: &Source) -> String {
        let place = source.place(&self.span);
        let gutter = " ".repeat(place.line.to_string().len());
        let mut out = String::new();
        line(&mut out, format_args!("{}[{}]: {}", self.severity.word(), self.code, self.message));
        line(&mut out, format_args!("{gutter}--> {}:{}:{}", source.name(), place.line, place.column));
        out.push_str(&excerpt(source, &self.span, gutter.len(), ('^', "")));
        if let Some((span, word)) = &self.also {
            let also = source.place(span);
            if also.line != place.line {
                line(&mut out, format_args!("{gutter} : line {}", also.line));
            }
            out.push_str(&excerpt(source, span, gutter.len(), ('-', word)));
        }
        if let Some(help) = &self.help {
            line(&mut out, format_args!("{gutter} = help: {help}"));
        }
        out
    }

    /// The problem on one line, for editors: `file:line:column: severity[code]: message`.
    pub fn one_line(&self, source: &Source) -> String {
        let place = source.place(&self.span);
        let Self { severity, code, message, .. } = self;
        format!("{}:{}:{}: {}[{code}]: {message}", source.name(), place.line, place.column, severity.word())
    }
}

fn line(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _infallible = writeln!(out, "{arguments}");
}

/// The line of a span, clipped around it, with the marks under it.
fn excerpt(source: &Source, span: &Range<usize>, gutter: usize, (mark, word): (char, &str)) -> String {
    if source.text().is_empty() {
        // The problem is the file itself.
        return String::new();
    }
    let place = source.place(span);
    let bytes = source.line(place.line);
    let text = source.text().get(bytes).unwrap_or_default();
    let characters: Vec<char> = text.trim_start_matches('\u{feff}').chars().collect();
    let (from, to) = (place.column - 1, (place.end_column - 1).min(characters.len().max(place.column)));
    let first = if to > WIDEST { from.saturating_sub(WIDEST / 2) } else { 0 };
    let last = characters.len().min(first + WIDEST);
    let part = |range: Range<usize>| -> String {
        let raw: String = characters.get(range).unwrap_or_default().iter().collect();
        Clean::text(&raw).as_str().to_owned()
    };
    let before = part(first..from.min(last));
    let marked = part(from.min(last)..to.min(last));
    let after = part(to.min(last)..last);
    let number = place.line.to_string();
    let width = gutter.max(number.len());
    let mut out = String::new();
    line(&mut out, format_args!("{:width$} |", ""));
    line(&mut out, format_args!("{number:>width$} | {before}{marked}{after}"));
    let marks = mark.to_string().repeat(marked.width().max(1));
    let under = format!("{:width$} | {:pad$}{marks} {word}", "", "", pad = before.width());
    line(&mut out, format_args!("{}", under.trim_end()));
    out
}
