//! What was asked on the command line: one file a subcommand, which parses and calls.

pub mod add;
pub mod check;
pub mod exercises;
pub mod explain;
pub mod figure;
pub mod handout;
pub mod meaning;
pub mod new;
mod paint;
pub mod schema;
pub mod show;
pub mod timeline;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::domain::exercise::Affected;

/// The command line.
#[derive(Clone, Debug, Parser)]
#[command(name = "soleus", version, about = "A terminal player for physical-therapy exercise programs")]
#[command(after_help = "Exercise guidance, not medical advice. Without a command, the player opens.")]
pub struct Arguments {
    /// What to do; nothing opens the player.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What to do.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Play a session of a program
    Play(Play),
    /// List the programs with what is due today
    List(Listing),
    /// Show a program: the prescription and its timeline
    Show(Show),
    /// Check program files: every mistake with its place, and what the program means
    Check(Check),
    /// Say what a kind of problem means, with an example
    Explain(Explain),
    /// Print the JSON schema of a program, for an editor that checks while you write
    Schema,
    /// Show the streaks
    Streak(Listing),
    /// Search the catalogue of exercises
    Exercises(exercises::Exercises),
    /// Show the moving picture of an exercise, or of a pose file
    Figure(figure::FigureArgs),
    /// Begin a program of one's own, with remarks that explain it
    New(new::New),
    /// Take a program into the programs folder
    Add(add::Add),
    /// Make a page to print for the one who does a program
    Handout(handout::Handout),
    /// Write a program in a form: a new one, or change a file
    Edit(Edit),
    /// Look at a program file while it is written: read again after every save
    Preview(Preview),
}

/// `soleus play`.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
#[derive(Clone, Debug, Args)]
pub struct Play {
    /// A program's id, or the path of a program file
    pub program: String,
    /// Lines of text instead of a screen
    #[arg(long)]
    pub plain: bool,
    /// Plays so many times as fast; `max` plays the whole session at once
    #[arg(long, value_name = "N", default_value = "1", value_parser = speed)]
    pub speed: Speed,
    /// Confirms the program's warnings without asking: who it is not for, when to stop, that it is not medical advice
    #[arg(long)]
    pub yes: bool,
    /// Names the affected side without asking
    #[arg(long, value_enum)]
    pub side: Option<SideWord>,
    /// A rehearsal: it is written down, and counts for nothing
    #[arg(long)]
    pub rehearse: bool,
    /// Goes on with the session that was cut off
    #[arg(long)]
    pub resume: bool,
    /// Takes a variant of the program from now on; `none` takes the written one
    #[arg(long, value_name = "ID")]
    pub variant: Option<String>,
    /// Goes back to a stage, by its number; a stage that is not reached yet can only be rehearsed
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub phase: Option<u16>,
    /// Plays this session of the stage, by its number, instead of the one that is next
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub session: Option<u16>,
    /// Takes what is offered before the session without asking; with --yes also where statements must be confirmed
    #[arg(long)]
    pub take_offers: bool,
    /// Writes a table of when everything was due and when it was told
    #[arg(long, value_name = "FILE", hide = true)]
    pub timings: Option<std::path::PathBuf>,
}

/// `soleus list` and `soleus streak`.
#[derive(Clone, Debug, Args)]
pub struct Listing {
    /// For a program to read
    #[arg(long)]
    pub json: bool,
}

/// `soleus show`.
#[derive(Clone, Debug, Args)]
pub struct Show {
    /// A program's id, or the path of a program file
    pub program: String,
    /// The affected side that the timeline is laid out for
    #[arg(long, value_enum)]
    pub side: Option<SideWord>,
    /// The stage that the timeline is laid out for, by its number; without it the one that is reached
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub phase: Option<u16>,
    /// The session of the stage, by its number; without it the one that is next
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub session: Option<u16>,
    /// The variant; `none` is the written one
    #[arg(long, value_name = "ID")]
    pub variant: Option<String>,
    /// Every cue with its moment: each step, each phase of each rep
    #[arg(long)]
    pub timeline: bool,
    /// For a program to read
    #[arg(long)]
    pub json: bool,
}

/// `soleus edit`.
#[derive(Clone, Debug, Args)]
pub struct Edit {
    /// A program file; without one, a program from nothing
    #[arg(value_name = "FILE")]
    pub file: Option<std::path::PathBuf>,
}

/// `soleus preview`.
#[derive(Clone, Debug, Args)]
pub struct Preview {
    /// A program file, which need not be there yet
    #[arg(value_name = "FILE")]
    pub file: std::path::PathBuf,
}

/// `soleus check`.
#[derive(Clone, Debug, Args)]
pub struct Check {
    /// Program files; a bare name may be one of your own programs, a folder stands for every .toml in it, `-` for standard
    /// input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<std::path::PathBuf>,
    /// A list of problems for a program to read
    #[arg(long)]
    pub json: bool,
    /// With --json: an object of the problems and of what the programs mean
    #[arg(long, requires = "json")]
    pub meaning: bool,
    /// A line a problem for an editor: `file:line:column: severity[code]: message`
    #[arg(long, conflicts_with = "json")]
    pub short: bool,
}

/// `soleus explain`.
#[derive(Clone, Debug, Args)]
pub struct Explain {
    /// The name that stands in brackets behind `error` or `warning`; without one, all are listed
    pub name: Option<String>,
}

/// How fast time runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Speed {
    /// So many times as fast as the clock, 1 to 1,000.
    Times(u32),
    /// A virtual clock: no waiting at all.
    Max,
}

impl Speed {
    /// How many times as fast; a virtual clock runs as it is moved.
    pub const fn times(self) -> u32 {
        match self {
            Self::Times(n) => n,
            Self::Max => 1,
        }
    }
}

fn speed(text: &str) -> Result<Speed, String> {
    if text == "max" {
        return Ok(Speed::Max);
    }
    match text.parse::<u32>() {
        Ok(times) if (1..=1_000).contains(&times) => Ok(Speed::Times(times)),
        Ok(_) | Err(_) => Err("takes a whole number from 1 to 1000, or `max`".to_owned()),
    }
}

/// The affected side, as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SideWord {
    /// The left one
    Left,
    /// The right one
    Right,
    /// Both
    Both,
    /// Neither
    Neither,
}

impl From<SideWord> for Affected {
    fn from(word: SideWord) -> Self {
        match word {
            SideWord::Left => Self::Left,
            SideWord::Right => Self::Right,
            SideWord::Both => Self::Both,
            SideWord::Neither => Self::Neither,
        }
    }
}
