//! `soleus check`: what is wrong with files and what they mean, for a person, an editor and a program.

use std::io::Write;

use serde_json::{Value, json};

use crate::cli::meaning;
use crate::cli::paint::paint;
use crate::domain::prescription::count;
use crate::domain::text::Clean;
use crate::error::Error;
use crate::io::diagnostic::{Diagnostic, Severity, Source, report};
use crate::io::program_file::Reading;

/// The report of every file with its last line and what it means; at the end, once, where more about the first error
/// is to be read. Colours are for a terminal, whose gate knows them.
pub fn text(readings: &[Reading], in_colour: bool, out: &mut impl Write) -> Result<(), Error> {
    for (n, reading) in readings.iter().enumerate() {
        if n > 0 {
            writeln!(out)?;
        }
        let report = report(&reading.problems, &reading.source);
        write!(out, "{}", if in_colour { paint(&report) } else { report })?;
        verdict(reading, out)?;
        if let Some(program) = &reading.program {
            meaning::text(program, out)?;
        }
    }
    let first = readings.iter().flat_map(|reading| &reading.problems).find(|problem| problem.is_error());
    if let Some(problem) = first {
        writeln!(out, "`soleus explain {}` says more", problem.code)?;
    }
    Ok(())
}

fn verdict(reading: &Reading, out: &mut impl Write) -> Result<(), Error> {
    let many = |severity: Severity| {
        let n = reading.problems.iter().filter(|problem| problem.severity == severity).count();
        count(u32::try_from(n).unwrap_or(u32::MAX), severity.word())
    };
    let found = [Severity::Error, Severity::Warning, Severity::Note].map(many);
    let said = match (&reading.program, &reading.figure) {
        (None, Some(figure)) => {
            let many = |n: usize, word: &str| count(u32::try_from(n).unwrap_or(u32::MAX), word);
            let (poses, phases) = (many(figure.poses.len(), "pose"), many(figure.phases.len(), "phase"));
            format!("the figure `{}`, {poses}, {phases}", figure.title)
        }
        (Some(program), _) => {
            let exercises = u32::try_from(program.exercises().count()).unwrap_or(u32::MAX);
            format!("`{}`, {}", program.title, count(exercises, "exercise"))
        }
        (None, None) => "refused".to_owned(),
    };
    writeln!(out, "{}: {said}; {}", reading.source.name(), found.join(", "))?;
    Ok(())
}

/// A line a problem and nothing else: `file:line:column: severity[code]: message`.
pub fn short(readings: &[Reading], out: &mut impl Write) -> Result<(), Error> {
    for reading in readings {
        for problem in &reading.problems {
            writeln!(out, "{}", problem.one_line(&reading.source))?;
        }
    }
    Ok(())
}

/// The list of problems of all files; with what the files mean it is an object of both.
pub fn json(readings: &[Reading], with_meaning: bool) -> Value {
    let of =
        |reading: &Reading| reading.problems.iter().map(|found| problem(found, &reading.source)).collect::<Vec<_>>();
    let problems: Vec<Value> = readings.iter().flat_map(of).collect();
    if !with_meaning {
        return Value::from(problems);
    }
    let read = readings.iter().filter_map(|reading| Some((reading.source.name(), reading.program.as_ref()?)));
    let meaning: Vec<Value> = read.map(|(file, program)| meaning::json(file, program)).collect();
    json!({ "problems": problems, "meaning": meaning })
}

/// A problem for a program to read; lines and columns count from 1, columns in characters.
fn problem(problem: &Diagnostic, source: &Source) -> Value {
    let place = source.place(&problem.span);
    json!({
        "file": source.name().as_str(), "line": place.line, "column": place.column, "end_column": place.end_column,
        "severity": problem.severity.word(), "code": problem.code, "message": problem.message.as_str(),
        "help": problem.help.as_ref().map(Clean::as_str),
    })
}
