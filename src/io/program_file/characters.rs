//! Characters that a program file may not hold, wherever they stand: in a comment or a key they deceive as well.

use std::collections::BTreeSet;

use crate::io::diagnostic::{Diagnostic, Source};
use crate::io::program_file::table::forbidden;

/// More of them are not listed: the file is no text.
const MOST: usize = 20;

/// Control characters, overrides of the writing direction and tag characters, and the lines on which they stand.
pub(in crate::io) fn scan(source: &Source) -> (Vec<Diagnostic>, BTreeSet<usize>) {
    let found = source.text().char_indices().filter(|(_, c)| forbidden(*c)).take(MOST);
    let problems: Vec<Diagnostic> = found.map(|(at, c)| problem(at, c)).collect();
    let lines = problems.iter().map(|problem| source.line_of(problem.span.start)).collect();
    (problems, lines)
}

fn problem(at: usize, c: char) -> Diagnostic {
    let message = format!("the file holds U+{:04X}, which it may not hold", u32::from(c));
    let help = "control characters and overrides of the writing direction are refused: delete it";
    Diagnostic::error("character", at..at + c.len_utf8(), message).help(help)
}
