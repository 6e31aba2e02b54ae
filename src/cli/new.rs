//! `soleus new`: what may be asked, and the program that comes of it.

mod compose;
mod dose;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::domain::text::Id;

pub use compose::{COMMON_SIGNS, Wanted, compose};
pub use dose::{Dose, Placed, written};

/// `soleus new`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Examples: soleus new\n          \
    soleus new --title \"Calves\" --exercise calf-raise:3x10 --exercise soleus-stretch:2x30s --schedule \"3 times a week\"\n          \
    soleus new --from achilles-eccentric-12w --title \"Drops for Ann\"\n\
    On a terminal it asks for what no flag says. It never writes over a file.")]
pub struct New {
    /// What the program is called
    #[arg(long)]
    pub title: Option<String>,
    /// An exercise of the catalogue with its dose, again for each: ID, ID:3x10, ID:3x8-12, ID:2x30s, ID:3xmax
    #[arg(long = "exercise", value_name = "ID[:SETSxREPS]")]
    pub exercises: Vec<String>,
    /// When it is due, as a program says it: "daily", "mon wed fri", "3 times a week"
    #[arg(long)]
    pub schedule: Option<String>,
    /// For whom it is
    #[arg(long = "for", value_name = "WHOM")]
    pub audience: Option<String>,
    /// Which side does the exercises that one side does at a time
    #[arg(long, value_enum)]
    pub side: Option<WorkSide>,
    /// Who must not do it, again for each reason
    #[arg(long, value_name = "REASON")]
    pub not_for: Vec<String>,
    /// A sign to stop at, again for each; without any the common ones are written
    #[arg(long, value_name = "SIGN")]
    pub stop_if: Vec<String>,
    /// Starts from a program, bundled or a file, with all its remarks
    #[arg(long, value_name = "PROGRAM", conflicts_with_all = ["exercises", "schedule", "audience", "side", "not_for", "stop_if"])]
    pub from: Option<String>,
    /// The id that the history will know it by; otherwise made from the title
    #[arg(long, value_parser = super::add::id)]
    pub id: Option<Id>,
    /// Where to write it; `-` is standard output; otherwise ID.toml here
    #[arg(short, long = "out", value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Who does an exercise that one side does at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum WorkSide {
    /// The side that hurts; each runner says which
    Affected,
    /// Each side
    Both,
}
