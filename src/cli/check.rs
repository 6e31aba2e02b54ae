//! `soleus check`: what is wrong with a file, for a person and for a program.

use std::io::Write;

use serde_json::{Value, json};

use crate::domain::exercise::Affected;
use crate::domain::plan::Plan;
use crate::domain::prescription::count;
use crate::domain::time::minutes;
use crate::domain::timeline::Timeline;
use crate::error::Error;
use crate::io::diagnostic::{Diagnostic, Severity, Source, report};
use crate::io::program_file::Reading;

/// The report of one file and its last line.
pub fn text(reading: &Reading, out: &mut impl Write) -> Result<(), Error> {
    write!(out, "{}", report(&reading.problems, &reading.source))?;
    let many = |severity: Severity| {
        let n = reading.problems.iter().filter(|problem| problem.severity == severity).count();
        count(u32::try_from(n).unwrap_or(u32::MAX), severity.word())
    };
    let found = [Severity::Error, Severity::Warning, Severity::Note].map(many);
    let verdict = match &reading.program {
        Some(program) => {
            let plan = Plan::new(program, Affected::Left);
            let length = plan.as_ref().map(|plan| Timeline::of(plan).length(plan)).unwrap_or_default();
            let exercises = u32::try_from(program.exercises().count()).unwrap_or(u32::MAX);
            format!("`{}`, {}, {} min", program.title, count(exercises, "exercise"), minutes(length))
        }
        None => "refused".to_owned(),
    };
    writeln!(out, "{}: {verdict}; {}", reading.source.name(), found.join(", "))?;
    Ok(())
}

/// A problem for a program to read; lines and columns count from 1, columns in characters.
pub fn json(problem: &Diagnostic, source: &Source) -> Value {
    let place = source.place(&problem.span);
    json!({
        "file": source.name().as_str(), "line": place.line, "column": place.column, "end_column": place.end_column,
        "severity": problem.severity.word(), "code": problem.code, "message": problem.message.as_str(),
        "help": problem.help.as_ref().map(crate::domain::text::Clean::as_str),
    })
}
