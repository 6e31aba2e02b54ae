//! What was asked on the command line: one file a subcommand, which parses and calls.

pub mod add;
pub mod carry;
pub mod check;
pub mod correct;
pub mod days;
pub mod due;
pub mod exercises;
pub mod explain;
pub mod figure;
pub mod follow;
pub mod groups;
pub mod handout;
pub mod history;
pub mod ics;
pub mod log;
pub mod meaning;
pub mod new;
mod paint;
pub mod remind;
pub mod report;
pub mod schema;
pub mod show;
pub mod sound_test;
pub mod sources;
pub mod timeline;
pub mod timer;
pub mod which;

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
    /// Play a first-aid timer: ice, a roll, pressure with a ball
    Timer(timer::Timer),
    /// Find the program that suits: warning signs, then one question
    Which(which::Which),
    /// Take a program up without playing it, today or on a later day
    Start(follow::Start),
    /// Leave a program: nothing more is asked, what was done stays
    Stop(follow::Stop),
    /// Take a climbed step of an exercise back, or a stage
    Back(follow::Back),
    /// List the programs with what is due today
    List(Listing),
    /// Show a program: the prescription and its timeline
    Show(Show),
    /// Check program files: mistakes with their place, and the meaning
    Check(Check),
    /// Say what a kind of problem means, with an example
    Explain(Explain),
    /// Print the JSON schema of a program, for an editor that checks
    Schema,
    /// Answer the questions of the morning: pain, and stiffness
    Morning(correct::MorningAsked),
    /// Say why: the stage, each climbed dose; or the streak by days
    Why(correct::WhyAsked),
    /// Pause, with a reason: no day of it is missed
    Pause(correct::PauseAsked),
    /// Put an entry of the history right
    Mend(correct::MendAsked),
    /// Take an entry out of the history; nothing is deleted
    Void(correct::VoidAsked),
    /// Take back what was said last: a correction, a pause, a decision
    Undo,
    /// Show the streaks
    Streak(Streaks),
    /// Say what is due now, in one line and by the exit code
    Due(due::Due),
    /// Make the page for the therapist: what was done, and how it hurt
    Report(report::Report),
    /// Show what was done, session by session
    History(history::History),
    /// List every source, how it was read, and where it is used
    Sources(Listing),
    /// Write down a run or a session done elsewhere; list the runs
    Log(log::Log),
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
    /// Set a reminder once a day, take it back, or see how it stands
    Remind(remind::Remind),
    /// Make a calendar of what is due
    Ics(ics::Ics),
    /// Write the whole history into one file, line by line as it is
    Export(carry::Export),
    /// Add the lines of an export that are not here yet
    Import(carry::Import),
    /// Write a program in a form: a new one, or change a file
    Edit(Edit),
    /// Look at a program file while it is written
    Preview(Preview),
    /// Play every tone and a sentence, and say which programs do it
    SoundTest(sound_test::SoundTest),
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

/// `soleus list`.
#[derive(Clone, Debug, Args)]
pub struct Listing {
    /// For a program to read
    #[arg(long)]
    pub json: bool,
}

/// `soleus streak`.
#[derive(Clone, Debug, Args)]
pub struct Streaks {
    /// For a program to read
    #[arg(long, conflicts_with = "short")]
    pub json: bool,
    /// The one streak of all programs together, for a prompt
    #[arg(long)]
    pub short: bool,
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
    /// A program file, which need not be there yet, or a program's id (of a bundled one a copy); without one, a program
    /// from nothing
    #[arg(value_name = "FILE")]
    pub file: Option<std::path::PathBuf>,
    /// Opens a file with slips in its quotes and brackets as the reader mended them; nothing is written unless you save,
    /// and the file as it is stays beside the new one
    #[arg(long, requires = "file")]
    pub mended: bool,
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
