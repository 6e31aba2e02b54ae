//! The figures that are built into the binary, and those that lie beside a program.

mod list;

use std::collections::BTreeSet;
use std::path::Path;

use crate::domain::exercise::Exercise;
use crate::domain::text::Clean;
use crate::figure::Figure;
use crate::io::diagnostic::Diagnostic;
use crate::io::figure_file::{FigureReading, read};
use crate::io::program_file::Reading;

pub use list::FIGURES;

/// The figure of an id: a file of that name, or one that names the exercise in its `exercises`.
pub fn figure(id: &str) -> Option<Figure> {
    let parsed = |(name, text): &(&str, &str)| read(text.as_bytes(), name).figure;
    if let Some(own) = FIGURES.iter().find(|(name, _)| *name == id) {
        return parsed(own);
    }
    let quoted = format!("\"{id}\"");
    let lends = |text: &str| {
        let mut lines = text.lines().filter(|line| line.starts_with("exercises"));
        lines.any(|line| line.contains(&quoted))
    };
    FIGURES.iter().find(|(_, text)| lends(text)).and_then(parsed)
}

/// The figure of an exercise: the one that it names, else the one of its id. A file is looked for beside the program.
pub fn figure_of(exercise: &Exercise, beside: Option<&Path>) -> Option<Figure> {
    let named = exercise.figure.as_ref().map_or(exercise.id.as_str(), |named| named.as_str());
    if is_file(named) {
        // The program's reader let no name pass that leaves the folder.
        return beside.and_then(|folder| figure_file(&folder.join(named)).ok()).and_then(|reading| reading.figure);
    }
    figure(named).or_else(|| figure(exercise.id.as_str()))
}

/// Warns of every figure beside a program that is not there, or that cannot be drawn.
pub(super) fn check_beside(reading: &mut Reading, path: &Path) {
    let Some(program) = &reading.program else { return };
    let named: BTreeSet<&str> = program
        .exercises()
        .filter_map(|exercise| exercise.figure.as_ref().map(Clean::as_str))
        .filter(|named| is_file(named))
        .collect();
    let folder = path.parent().unwrap_or_else(|| Path::new(""));
    let mut found = Vec::new();
    for named in named {
        let quoted = format!("\"{named}\"");
        let at = reading.source.text().find(&quoted).unwrap_or(0);
        let place = at..at + quoted.len();
        match figure_file(&folder.join(named)) {
            Err(why) => {
                let problem = Diagnostic::warning("figure", place, format!("the figure `{named}` is not shown: {why}"));
                found.push(problem.help("put the pose file beside the program"));
            }
            Ok(reading) if reading.has_errors() => {
                let problem = Diagnostic::warning("figure", place, format!("the figure `{named}` has errors"));
                found.push(problem.help(format!("`soleus check {named}` shows them")));
            }
            Ok(_) => {}
        }
    }
    reading.problems.extend(found);
    reading.problems.sort_by_key(|problem| (problem.span.start, problem.severity));
}

/// Whether a figure is named by its file, beside the program, and not by its id.
pub fn is_file(named: &str) -> bool {
    named.strip_suffix(".toml").is_some()
}

/// Reads a pose file; an error says why it is no file to read.
pub fn figure_file(path: &Path) -> Result<FigureReading, String> {
    let bytes = super::bytes(path)?;
    Ok(read(&bytes, &path.to_string_lossy()))
}
