//! `soleus ics`: what may be asked of the calendar.

use std::path::PathBuf;

use chrono::NaiveTime;
use clap::Args;

/// `soleus ics`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Example: soleus ics --at 06:30 -o exercises.ics\n\
    Open the file in a calendar. After a change of the program or of the stage take it in again: its events are changed,\n\
    not doubled. The times are those of wherever you are. Nothing is sent anywhere.")]
pub struct Ics {
    /// A program's id, or the path of a program file; without one, all that are followed
    pub program: Option<String>,
    /// The time of the first session of a day
    #[arg(long, value_name = "HH:MM", default_value = "07:00", value_parser = time)]
    pub at: NaiveTime,
    /// Where to write it; without it, or with `-`, standard output
    #[arg(short, long, value_name = "FILE", visible_alias = "output")]
    pub out: Option<PathBuf>,
    /// Writes over a file that is there already
    #[arg(long)]
    pub replace: bool,
}

/// `07:00`, `7:00`.
pub(super) fn time(text: &str) -> Result<NaiveTime, String> {
    NaiveTime::parse_from_str(text, "%H:%M").map_err(|_not_a_time| "takes a time of day like 07:00".to_owned())
}
