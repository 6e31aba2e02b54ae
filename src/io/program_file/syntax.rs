//! Syntax errors in our own words: one a line, and only the first where the rest are its echo.

use std::collections::BTreeSet;

use crate::domain::text::Clean;
use crate::io::diagnostic::{Diagnostic, Source};

/// The syntax errors of a file, the lines on which they stand, and whether the tree behind them can be trusted.
pub(super) struct Syntax {
    pub(super) problems: Vec<Diagnostic>,
    pub(super) lines: BTreeSet<usize>,
    pub(super) readable: bool,
}

/// Sorts the parser's errors out.
pub(super) fn sort_out(errors: &[toml::de::Error], source: &Source) -> Syntax {
    let mut syntax = Syntax { problems: Vec::new(), lines: BTreeSet::new(), readable: true };
    for error in errors {
        let span = error.span().unwrap_or_default();
        let line = source.line_of(span.start);
        let cascades = ["array", "recursion"].iter().any(|word| error.message().contains(word));
        if syntax.lines.insert(line) {
            syntax.problems.push(problem(error, source));
        }
        if cascades {
            // One list that is not closed swallows the rest of the file: its echoes would say nothing.
            syntax.readable = false;
            break;
        }
    }
    syntax
}

fn problem(error: &toml::de::Error, source: &Source) -> Diagnostic {
    let span = error.span().unwrap_or_default();
    let line = source.text().get(source.line(source.line_of(span.start))).unwrap_or_default();
    let curly = ['“', '”', '„', '‘', '’', '«', '»'];
    if let Some(at) = line.find(curly) {
        let start = source.line(source.line_of(span.start)).start + at;
        let width = line.get(at..).and_then(|text| text.chars().next()).map_or(1, char::len_utf8);
        let problem = Diagnostic::error("curly-quotes", start..start + width, "curly quotes are not TOML");
        return problem.help("write straight ones: \"…\" (a word processor changes them; a text editor does not)");
    }
    let found = span.clone();
    let value = line.split_once('=').map(|(_, value)| value.trim()).unwrap_or_default();
    let (message, help) = match error.message() {
        m if value.is_empty() && m.contains("quoted") => ("a value is missing behind the `=`".to_owned(), None),
        m if m.contains("quoted") => {
            (format!("`{}` needs quotes", Clean::name(value)), Some(format!("write \"{}\"", Clean::name(value))))
        }
        m if m.contains("invalid basic string") || m.contains("basic string") && m.contains("expected") => (
            "a closing quote is missing, or a line break stands in a text".to_owned(),
            Some("end the text with \" on the same line".to_owned()),
        ),
        m if m.contains("array") => {
            ("a list that is opened here is not closed".to_owned(), Some("end it with ]".to_owned()))
        }
        m if m.contains("duplicate key") => ("this key stands twice".to_owned(), Some("keep one of them".to_owned())),
        m => (Clean::name(m).as_str().to_owned(), None),
    };
    let found = if error.message().contains("array") { opened(source, found.start).unwrap_or(found) } else { found };
    Diagnostic::error("syntax", found, message).maybe_help(help)
}

/// Where the list that is open at a byte was opened: the last `[` behind an `=` before it.
fn opened(source: &Source, at: usize) -> Option<std::ops::Range<usize>> {
    let before = source.text().get(..at)?;
    let start = before.rfind("= [").map(|at| at + 2)?;
    Some(start..start + 1)
}
