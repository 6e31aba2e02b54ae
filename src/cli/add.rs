//! `soleus add`: what may be asked, and what is said of the program that comes in.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;

use crate::domain::exercise::Affected;
use crate::domain::plan::Plan;
use crate::domain::prescription::{count, schedule};
use crate::domain::program::Program;
use crate::domain::standing::Occasion;
use crate::domain::text::{Clean, Id};
use crate::domain::time::minutes;
use crate::domain::timeline::Timeline;
use crate::report::needed;

/// `soleus add`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Example: soleus add drops.toml\n\
    The program goes into the programs folder, byte for byte, and is played by its id from then on.\n\
    A version that it replaces is kept beside it with a number: drops.toml.1")]
pub struct Add {
    /// A program file; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Replaces the program of the same id without asking; the old file is kept
    #[arg(long)]
    pub replace: bool,
    /// Keeps it under another id
    #[arg(long = "as", value_name = "ID", value_parser = id)]
    pub as_id: Option<Id>,
}

/// An id as typed.
pub(super) fn id(text: &str) -> Result<Id, String> {
    Id::new(text).ok_or_else(|| "takes 1 to 64 of a to z, 0 to 9 and -".to_owned())
}

/// What a program is, in a few lines: title, author, stages, minutes, exercises, equipment, who it is not for.
pub fn summary(program: &Program) -> Vec<String> {
    let mut lines = vec![format!("{} ({})", program.title, program.id)];
    let mut fact = |name: &str, value: String| {
        if !value.is_empty() {
            lines.push(format!("  {name:<10} {value}"));
        }
    };
    fact("author", program.author.as_ref().map(ToString::to_string).unwrap_or_default());
    fact("due", schedule(&program.schedule));
    for (index, phase) in program.phases.iter().enumerate() {
        let weeks = phase.weeks.map(|weeks| format!(", {}", count(weeks, "week"))).unwrap_or_default();
        let title = phase.title.as_ref().map(|title| format!("{title}{weeks}: ")).unwrap_or_default();
        fact(if phase.title.is_some() { "stage" } else { "session" }, format!("{title}{}", sessions(program, index)));
    }
    fact("equipment", joined(needed(program), ", "));
    fact("not for", joined(&program.not_for, "; "));
    lines
}

/// `about 12 min: Two-leg calf raise, Shin raise`, a session after the other.
fn sessions(program: &Program, phase: usize) -> String {
    let sessions = program.phases.get(phase).map(|phase| phase.sessions.as_slice()).unwrap_or_default();
    let mut out = String::new();
    for (n, session) in sessions.iter().enumerate() {
        if n > 0 {
            out.push_str("; ");
        }
        if let Some(title) = &session.title {
            // Writing to a string cannot fail.
            let _infallible = write!(out, "{title}, ");
        }
        if let Some(plan) = Plan::of(program, &Occasion::whole(Affected::Left, phase, n)) {
            let _infallible = write!(out, "about {} min: ", minutes(Timeline::of(&plan).length(&plan)));
        }
        let names: Vec<&str> = session.exercises.iter().map(|exercise| exercise.name.as_str()).collect();
        out.push_str(&names.join(", "));
    }
    out
}

fn joined<'a>(items: impl IntoIterator<Item = &'a Clean>, between: &str) -> String {
    items.into_iter().map(Clean::as_str).collect::<Vec<_>>().join(between)
}
