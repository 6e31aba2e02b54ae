//! Pose files: TOML to a valid [`Figure`], with every mistake of the file in one run.
//!
//! The same reader as for programs: mended, parsed, lowered table by table, and a key that nobody asked for is an
//! error. `assets/figures/README.md` has the format in words.

mod drafts;
mod figure;
mod keys;
mod numbers;
mod phases;
mod poses;
mod props;

use toml::de::DeTable;

use crate::figure::Figure;
use crate::io::diagnostic::{Diagnostic, Source};
use crate::io::program_file::notes::Notes;
use crate::io::program_file::{LARGEST, characters, recover, syntax};

/// What came of reading a pose file.
#[derive(Clone, Debug)]
pub struct FigureReading {
    /// The figure; none where there is an error.
    pub figure: Option<Figure>,
    /// Every problem, in the order of their places.
    pub problems: Vec<Diagnostic>,
    /// The text that they speak of.
    pub source: Source,
}

impl FigureReading {
    /// Whether the figure is refused.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(Diagnostic::is_error)
    }
}

/// Reads a figure from the bytes of a file; `name` is the file's path as it is shown.
pub fn read(bytes: &[u8], name: &str) -> FigureReading {
    let refused = |text: &str, problem: Diagnostic| FigureReading {
        figure: None,
        problems: vec![problem],
        source: Source::new(name, text),
    };
    if bytes.len() > LARGEST {
        return refused("", Diagnostic::error("file-size", 0..0, "the file is too large to be a figure"));
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        let problem = Diagnostic::error("not-text", 0..0, "the file is not UTF-8 text");
        return refused("", problem.help("save it as plain text, UTF-8"));
    };
    let source = Source::new(name, text);
    let mended = recover::mend(&source);
    let parsed = Source::new(name, mended.text.as_str());
    let (root, errors) = DeTable::parse_recoverable(parsed.text());
    let (mut problems, mut lines) = characters::scan(&source);
    lines.extend(&mended.lines);
    let syntax = syntax::sort_out(&errors, &parsed, lines);
    let mut found = syntax.problems;
    let mut figure = None;
    if syntax.readable {
        let notes = Notes::new(&parsed, syntax.lines);
        figure = figure::figure(root.get_ref(), &notes);
        found.extend(notes.into_problems());
    }
    problems.extend(found.into_iter().map(|problem| mended.placed(problem)));
    problems.extend(mended.problems);
    problems.sort_by_key(|problem| (problem.span.start, problem.severity));
    let faulty = problems.iter().any(Diagnostic::is_error);
    FigureReading { figure: figure.filter(|_| !faulty), problems, source }
}

/// Whether a file is a figure and no program: it has poses.
pub fn is_figure(text: &str) -> bool {
    text.lines().any(|line| line.trim_start().starts_with("[pose."))
}

#[cfg(test)]
mod tests;
