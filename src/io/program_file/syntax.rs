//! Syntax errors in our own words: one a line, and only the first where the rest are its echo.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::domain::text::Clean;
use crate::io::diagnostic::{Diagnostic, Source};
use crate::io::program_file::value::crossed;

/// The syntax errors of a file, the lines on which they stand, and whether the tree behind them can be trusted.
pub(in crate::io) struct Syntax {
    pub(in crate::io) problems: Vec<Diagnostic>,
    pub(in crate::io) lines: BTreeSet<usize>,
    pub(in crate::io) readable: bool,
}

/// Sorts the parser's errors out; on some lines there is something worse already.
pub(in crate::io) fn sort_out(errors: &[toml::de::Error], source: &Source, lines: BTreeSet<usize>) -> Syntax {
    let mut syntax = Syntax { problems: Vec::new(), lines, readable: true };
    let mut errors: Vec<(&str, Range<usize>)> =
        errors.iter().map(|error| (error.message(), error.span().unwrap_or_default())).collect();
    errors.sort_by_key(|(_, span)| span.start);
    let mut twin = None;
    for (message, span) in errors {
        let number = source.line_of(span.start);
        if message.contains("duplicate key") {
            // Below a header that stands twice every key does.
            let header = header_of(source, number);
            if header.is_some() && header == twin {
                syntax.lines.insert(number);
                continue;
            }
            twin = header.filter(|header| *header == number);
        }
        let cascades = message.contains("unclosed") || message.contains("recursion");
        if syntax.lines.insert(number) {
            syntax.problems.push(problem(message, span, source));
        }
        if cascades {
            // What is not closed swallows the rest of the file: its echoes would say nothing.
            syntax.readable = false;
            break;
        }
    }
    syntax
}

/// The line of the header under which a line stands, itself counted.
fn header_of(source: &Source, number: usize) -> Option<usize> {
    let begins =
        |number: &usize| source.text().get(source.line(*number)).is_some_and(|line| line.trim_start().starts_with('['));
    (1..=number).rev().take(200).find(begins)
}

pub(super) const CURLY: [char; 9] = ['“', '”', '„', '‟', '‘', '’', '‚', '«', '»'];

/// The curly quotes of a line on which the syntax is broken: outside of a text, or where its quotes do not pair.
pub(super) fn curly(source: &Source, bytes: &Range<usize>) -> Option<Diagnostic> {
    let line = source.text().get(bytes.clone())?;
    let mut inside = false;
    let mut found = None;
    for (at, c) in line.char_indices() {
        inside ^= c == '"';
        if CURLY.contains(&c) && (found.is_none() || !inside) {
            found = Some((at, c, inside));
            if !inside {
                break;
            }
        }
    }
    let (at, quote, _) = found.filter(|(_, _, text)| !*text || inside)?;
    let start = bytes.start + at;
    let problem = Diagnostic::error("curly-quotes", start..start + quote.len_utf8(), "curly quotes are not TOML");
    Some(problem.help("write straight ones: \"…\" (a word processor changes them; a text editor does not)"))
}

/// What the parser says, by a part of it; what we say; what to write.
const WORDS: [(&str, &str, &str); 17] = [
    ("literal string, expected", "a closing quote is missing", "end the text with ' on the same line"),
    ("multi-line", "a text of several lines is not closed", "end it with three quotes"),
    (
        "escaped value",
        "a backslash has a meaning of its own in a text",
        "write two of them, or single quotes around it",
    ),
    ("escape", "a backslash has a meaning of its own in a text", "write two of them, or single quotes around it"),
    ("literal string", "a closing quote is missing, or a line break stands in a text", QUOTE),
    ("basic string", "a closing quote is missing, or a line break stands in a text", QUOTE),
    ("recursion", "brackets stand in brackets, too many deep", "a list in a list is never needed"),
    ("carriage return", "a line ends with a carriage return alone", "save the file with ordinary line ends"),
    ("extra `=`", "a second `=` stands here", "one is enough"),
    ("extra comma", "a comma too many stands here", "take it out"),
    ("missing comma", "a comma is missing before this", "put one between two values"),
    ("assignment", "a comma or a bracket is missing before this", "write { use = \"calf-raise\", sets = 3 }"),
    ("opening", "a bracket is closed that was not opened", "take it out, or open it"),
    ("inline table element", "a key is missing here", "write { use = \"calf-raise\", sets = 3 }"),
    ("invalid date", "there is no such day", "write it like 2027-03-31"),
    ("cannot be empty", "a name is missing here", "write [pain], [[exercise]], or a key before the `=`"),
    ("unclosed", "a bracket is not closed", "end a list with ], braces with }"),
];
const QUOTE: &str = "end the text with \" on the same line";

fn problem(message: &str, span: Range<usize>, source: &Source) -> Diagnostic {
    let bytes = source.line(source.line_of(span.start));
    let line = source.text().get(bytes.clone()).unwrap_or_default();
    if let Some(problem) = curly(source, &bytes).or_else(|| decimal_comma(line, bytes.start)) {
        return problem;
    }
    let value = source.text().get(span.clone()).unwrap_or_default().trim();
    let word = Clean::name(value);
    let error = |message: &str| Diagnostic::error("syntax", span.clone(), message);
    match message {
        m if m.contains("quoted") && value.is_empty() && !m.contains("keys") => {
            error("a value is missing behind the `=`").help("write one, or take the line out")
        }
        m if m.contains("must be quoted") || is_range(value) => unquoted(value, span.clone()),
        m if m.contains("boolean") => {
            error(&format!("`{word}` is not true or false")).help("write true or false, in small letters")
        }
        m if m.contains("unquoted key,") => {
            let key = Clean::name(line.split('=').next().unwrap_or_default().trim());
            error(&format!("`{key}` is not a key")).help("keys are small letters a to z and `_`")
        }
        m if m.contains("duplicate key") => twice(line, span.clone()),
        m if m.contains("key with no value") => {
            error(&format!("`{}` has no `=`", Clean::name(line.trim()))).help("write a key, `=` and a value: sets = 3")
        }
        m if m.contains("unexpected key or value") => behind(line, span.clone(), bytes.end),
        m if NUMBERS.iter().any(|part| m.contains(part)) => {
            let written = line.split_once('=').map_or(line, |(_, value)| value).trim();
            error(&format!("`{}` is not a number", Clean::name(written))).help("write 7 or 0.5; text goes in quotes")
        }
        m => match WORDS.iter().find(|(part, _, _)| m.contains(part)) {
            Some((_, said, help)) => error(said).help(help),
            None => error(Clean::name(m).as_str()),
        },
    }
}

/// Parts of what the parser says about numbers.
const NUMBERS: [&str; 8] =
    ["leading zero", "numeric sign", "mantissa", "fraction", "float", "`_` may", "integer", "exponent"];

/// `rest = 2,5`: a comma in a number without quotes.
fn decimal_comma(line: &str, start: usize) -> Option<Diagnostic> {
    let (key, value) = line.split_once('=')?;
    let written = value.split('#').next()?.trim();
    let (whole, part) = written.split_once(',')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unit = part.trim_start_matches(|c: char| c.is_ascii_digit());
    let plain = unit.chars().all(|c| c.is_alphabetic() || c == ' ');
    if !digits(whole) || unit.len() == part.len() || !plain {
        return None;
    }
    let at = start + key.len() + 1 + value.len() - value.trim_start().len();
    let problem = Diagnostic::error("syntax", at..at + written.len(), "a comma stands in a number without quotes");
    let unit = if unit.is_empty() { " with its unit" } else { "" };
    Some(problem.help(format!("put it in quotes{unit}: \"{written}\"")))
}

/// A header, or a key, that stands twice.
fn twice(line: &str, span: Range<usize>) -> Diagnostic {
    if line.trim_start().starts_with('[') {
        let name = Clean::name(line.split('#').next().unwrap_or_default().trim());
        let problem =
            Diagnostic::error("syntax", span, format!("`{name}` stands twice, or its key stands above already"));
        return problem.help("write all of its keys in one place");
    }
    Diagnostic::error("syntax", span, "this key stands twice").help("keep one of them")
}

/// Something behind a value or a header.
fn behind(line: &str, span: Range<usize>, end: usize) -> Diagnostic {
    let place = span.start..end.max(span.start);
    if line.trim_start().starts_with('[') {
        let problem = Diagnostic::error("syntax", place, "something stands behind a header");
        return problem.help("write it on the next line");
    }
    let problem = Diagnostic::error("syntax", place, "something stands behind the value");
    problem.help("one key and one value a line; text goes in quotes, with \\\" for a quote in it")
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
    let number = value.trim_end_matches(';').trim();
    if number.len() < value.len() && number.bytes().all(|b| b.is_ascii_digit()) {
        return Diagnostic::error("syntax", span, "a semicolon stands behind the value")
            .help(format!("write {number}"));
    }
    let truth = match value.to_lowercase().as_str() {
        "yes" | "on" | "y" => Some("true"),
        "no" | "off" | "n" => Some("false"),
        _ => None,
    };
    let help =
        truth.map_or_else(|| format!("write \"{word}\""), |truth| format!("write {truth}, or \"{word}\" for a text"));
    Diagnostic::error("syntax", span, format!("`{word}` needs quotes")).help(help)
}
