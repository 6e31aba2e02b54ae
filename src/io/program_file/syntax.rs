//! Syntax errors in our own words: one a line, and only the first where the rest are its echo.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::domain::text::Clean;
use crate::io::diagnostic::{Diagnostic, Source};
use crate::io::program_file::value::crossed;

/// The syntax errors of a file, the lines on which they stand, and whether the tree behind them can be trusted.
pub(super) struct Syntax {
    pub(super) problems: Vec<Diagnostic>,
    pub(super) lines: BTreeSet<usize>,
    pub(super) readable: bool,
}

/// Sorts the parser's errors out; on some lines there is something worse already.
pub(super) fn sort_out(errors: &[toml::de::Error], source: &Source, lines: BTreeSet<usize>) -> Syntax {
    let mut syntax = Syntax { problems: Vec::new(), lines, readable: true };
    for error in errors {
        let span = error.span().unwrap_or_default();
        let line = source.line_of(span.start);
        let cascades = is_open_list(error.message()) || error.message().contains("recursion");
        if syntax.lines.insert(line) {
            syntax.problems.push(problem(error.message(), span, source));
        }
        if is_open_header(error.message()) {
            // The keys below it would be judged as those of the table above.
            syntax.readable = false;
        }
        if cascades {
            // One list that is not closed swallows the rest of the file: its echoes would say nothing.
            syntax.readable = false;
            break;
        }
    }
    syntax
}

fn is_open_list(message: &str) -> bool {
    message.contains("array") && !is_open_header(message)
}

fn is_open_header(message: &str) -> bool {
    message.contains("unclosed table") || message.contains("unclosed array table")
}

const CURLY: [char; 9] = ['“', '”', '„', '‟', '‘', '’', '‚', '«', '»'];

fn problem(message: &str, span: Range<usize>, source: &Source) -> Diagnostic {
    let bytes = source.line(source.line_of(span.start));
    let line = source.text().get(bytes.clone()).unwrap_or_default();
    if let Some((at, quote)) = line.char_indices().find(|(_, c)| CURLY.contains(c)) {
        let start = bytes.start + at;
        let problem = Diagnostic::error("curly-quotes", start..start + quote.len_utf8(), "curly quotes are not TOML");
        return problem.help("write straight ones: \"…\" (a word processor changes them; a text editor does not)");
    }
    let value = source.text().get(span.clone()).unwrap_or_default().trim();
    let error = |message: &str| Diagnostic::error("syntax", span.clone(), message);
    match message {
        m if m.contains("quoted") && value.is_empty() => {
            error("a value is missing behind the `=`").help("write one, or take the line out")
        }
        m if m.contains("quoted") || is_range(value) => unquoted(value, span.clone()),
        m if m.contains("basic string") || m.contains("literal string") => {
            error("a closing quote is missing, or a line break stands in a text")
                .help("end the text with \" on the same line")
        }
        m if is_open_header(m) => error("a bracket of this header is missing").help("write [pain], or [[exercise]]"),
        m if is_open_list(m) => {
            let place = opened(source, span.start).unwrap_or_else(|| span.clone());
            Diagnostic::error("syntax", place, "a list that is opened here is not closed").help("end it with ]")
        }
        m if m.contains("recursion") => error("brackets stand in brackets, too many deep"),
        m if m.contains("duplicate key") => error("this key stands twice").help("keep one of them"),
        m if m.contains("key with no value") => {
            error(&format!("`{}` has no `=`", Clean::name(line.trim()))).help("write a key, `=` and a value: sets = 3")
        }
        m if m.contains("carriage return") => {
            error("a line ends with a carriage return alone").help("save the file with ordinary line ends")
        }
        m => error(Clean::name(m).as_str()),
    }
}

/// `10-15`, which the parser takes for the beginning of a date.
fn is_range(value: &str) -> bool {
    let number = |text: &str| (1..4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    value.split_once('-').is_some_and(|(low, high)| number(low) && number(high))
}

/// A value without quotes: `calf-raise`, `90s`, or sets and reps in one.
fn unquoted(value: &str, span: Range<usize>) -> Diagnostic {
    let word = Clean::name(value);
    if let Some((sets, reps)) = crossed(value) {
        let problem = Diagnostic::error("syntax", span, format!("`{word}` is sets and reps in one"));
        return problem.help(format!("write two keys: sets = {sets} and reps = {reps}"));
    }
    Diagnostic::error("syntax", span, format!("`{word}` needs quotes")).help(format!("write \"{word}\""))
}

/// Where the list that is open at a byte was opened: the last `[` behind an `=` before it.
fn opened(source: &Source, at: usize) -> Option<Range<usize>> {
    let before = source.text().get(..at)?;
    let start = before
        .match_indices('[')
        .rev()
        .map(|(at, _)| at)
        .find(|at| before.get(..*at).is_some_and(|front| front.trim_end_matches([' ', '\t']).ends_with('=')))?;
    Some(start..start + 1)
}
