//! A problem of a program file as it is shown: the place, the line, the mark under it, what to write instead.
//!
//! Plain values: whoever reads files fills them in, whoever has a screen draws them.

use std::ops::Range;

use crate::domain::form::Spot;
use crate::domain::text::Clean;

/// A problem with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub gravity: Gravity,
    /// Its stable name.
    pub code: String,
    /// What is wrong.
    pub message: Clean,
    /// What to write instead.
    pub help: Option<Clean>,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The line's text, at most about 100 characters of it around the place; empty where the file is empty.
    pub excerpt: Clean,
    /// The marked part of the excerpt, in columns of the screen from 0.
    pub mark: Range<usize>,
    /// Another place that it is about: its line, and a word for it.
    pub also: Option<(usize, String)>,
    /// The field of a form that it is about; none where no form was asked for.
    pub spot: Option<Spot>,
}

/// How bad a problem is, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// The program is refused.
    Error,
    /// Legal, and probably not meant.
    Warning,
    /// Worth knowing.
    Note,
}

impl Gravity {
    /// `error`, `warning` or `note`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// `2 errors, 1 warning`: how many there are of each; empty where there are none.
pub fn tally(problems: &[Problem]) -> String {
    let many = |gravity: Gravity| {
        let n = problems.iter().filter(|problem| problem.gravity == gravity).count();
        (n > 0).then(|| crate::domain::prescription::count(u32::try_from(n).unwrap_or(u32::MAX), gravity.word()))
    };
    let words: Vec<String> = [Gravity::Error, Gravity::Warning, Gravity::Note].into_iter().filter_map(many).collect();
    words.join(", ")
}
