//! Program files: TOML to a valid [`Program`], with every mistake of the file in one run.
//!
//! The parser goes on after a syntax error; the lowering pass asks each table for its keys, so that a key that nobody
//! asked for is an error: a dose that is silently left out would harm. Nothing here opens a file.

mod amounts;
mod catalogue;
pub(in crate::io) mod characters;
mod climb;
mod draft;
mod exercise;
pub(in crate::io) mod getters;
pub(in crate::io) mod guess;
mod headers;
mod judge;
pub mod keys;
mod leaving;
mod limits;
mod mended;
mod merge;
pub(in crate::io) mod notes;
mod pain;
mod program;
mod ranges;
pub(in crate::io) mod recover;
mod remarks;
mod same_as;
mod schedule;
mod sides;
mod stages;
pub(in crate::io) mod syntax;
pub(in crate::io) mod table;
mod tempo;
mod value;
mod variants;
mod work;

use toml::de::DeTable;

use crate::domain::program::Program;
use crate::domain::text::Clean;
use crate::figure::Figure;
use crate::io::diagnostic::{Diagnostic, Source};
use crate::io::program_file::notes::Notes;

pub use catalogue::Catalogue;
pub use guess::nearest;
pub use mended::mended;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 256 * 1024;

/// What came of reading a file.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The program; none where there is an error.
    pub program: Option<Program>,
    /// The figure, where the file is one and has no error; only [`crate::io::library::Library`] looks for it.
    pub figure: Option<Figure>,
    /// Every problem, in the order of their places.
    pub problems: Vec<Diagnostic>,
    /// The text that they speak of.
    pub source: Source,
}

impl Reading {
    /// Whether the program is refused.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(Diagnostic::is_error)
    }

    fn refused(name: &str, text: &str, problem: Diagnostic) -> Self {
        Self { program: None, figure: None, problems: vec![problem], source: Source::new(name, text) }
    }
}

/// Reads a program from the bytes of a file; `name` is the file's path as it is shown.
pub fn read(bytes: &[u8], name: &str, catalogue: &Catalogue) -> Reading {
    if bytes.len() > LARGEST {
        let message = format!("the file is larger than {} KiB and was not read", LARGEST / 1024);
        let problem = Diagnostic::error("file-size", 0..0, message);
        return Reading::refused(name, "", problem.help("a program is a few hundred lines of text"));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return not_text(bytes, name, error.valid_up_to()),
    };
    if is_wide(bytes) {
        return not_text(bytes, name, 0);
    }
    let source = Source::new(name, text);
    let mended = recover::mend(&source);
    let parsed = Source::new(name, mended.text.as_str());
    let (root, errors) = DeTable::parse_recoverable(parsed.text());
    if let Some(newer) = program::newer_format(root.get_ref()) {
        // What a newer format means by the rest is not for this version to judge.
        return Reading::refused(name, text, mended.placed(newer));
    }
    let (mut problems, mut lines) = characters::scan(&source);
    lines.extend(&mended.lines);
    let syntax = syntax::sort_out(&errors, &parsed, lines);
    let mut found = syntax.problems;
    let mut read = None;
    if syntax.readable {
        let notes = Notes::new(&parsed, syntax.lines);
        read = program::program(root.get_ref(), name, catalogue, &notes);
        found.extend(notes.into_problems());
    }
    problems.extend(found.into_iter().map(|problem| mended.placed(problem)));
    problems.extend(mended.problems);
    problems.extend(called_txt(name));
    if let Some((program, places)) = read.as_ref().filter(|_| !problems.iter().any(Diagnostic::is_error)) {
        // Nothing was mended here, or there would be an error.
        problems.extend(limits::limits(program, places));
    }
    problems.sort_by_key(|problem| (problem.span.start, problem.severity));
    let faulty = problems.iter().any(Diagnostic::is_error);
    Reading { program: read.filter(|_| !faulty).map(|(program, _)| program), figure: None, problems, source }
}

/// Whether every other byte at the start is nothing, or the mark of UTF-16 stands there.
fn is_wide(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, 0, 1..=255, ..] | [1..=255, 0, 1..=255, 0, ..])
}

fn not_text(bytes: &[u8], name: &str, at: usize) -> Reading {
    if is_wide(bytes) {
        let problem = Diagnostic::error("not-text", 0..0, "the file is saved as UTF-16");
        return Reading::refused(name, "", problem.help("save it as UTF-8: in the editor's dialog, under encoding"));
    }
    let message = format!("the file is not UTF-8 text (byte {})", at + 1);
    let problem = Diagnostic::error("not-text", at..at + 1, message).help("save it as plain text, UTF-8");
    Reading::refused(name, &String::from_utf8_lossy(bytes), problem)
}

/// An editor that hides endings adds one of its own; the programs folder does not read such a file.
fn called_txt(name: &str) -> Option<Diagnostic> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.strip_suffix(".toml.txt")?;
    let message = format!("the file is called `{}`, and the programs folder reads only .toml", Clean::name(file));
    let warning = Diagnostic::warning("file-name", 0..0, message);
    Some(warning.help(format!("rename it to {}.toml", Clean::name(stem))))
}

#[cfg(test)]
mod tests;
