//! `soleus due`: what may be asked of it, and what it says to another program.

use chrono::NaiveDate;
use clap::Args;
use serde_json::{Value, json};

use crate::domain::due::{Waiting, words};

/// `soleus due`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Exit code: 0 something is due now, 1 nothing is due, 2 it could not be told.\n\
    Example, for a shell's start: soleus due --quiet && echo 'time for the exercises'\n\
    Example, for tmux: set -g status-right '#(soleus due)'")]
pub struct Due {
    /// For a program to read
    #[arg(long, conflicts_with = "quiet")]
    pub json: bool,
    /// Says nothing: the exit code tells
    #[arg(short, long)]
    pub quiet: bool,
}

/// What waits, for a program to read.
pub fn json(waiting: &[Waiting], line: &str) -> Value {
    let rows: Vec<Value> = waiting
        .iter()
        .map(|one| {
            let next = one.due.next.map(
                |next| json!({ "day": next.day.to_string(), "after": next.after.map(|after| after.to_rfc3339()) }),
            );
            json!({
                "id": one.program.as_str(), "title": one.title.as_str(), "due": one.is_now(), "minutes": one.minutes,
                "done_today": one.due.done_today, "times": one.due.times, "when": words(&one.due), "next": next,
            })
        })
        .collect();
    let today: Option<NaiveDate> = waiting.first().map(|one| one.due.today);
    json!({
        "due": waiting.iter().any(Waiting::is_now), "line": line, "today": today.map(|day| day.to_string()),
        "programs": rows,
    })
}
