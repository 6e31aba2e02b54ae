//! `soleus remind`: what may be asked of the reminder.

use chrono::NaiveTime;
use clap::{Args, Subcommand};

use crate::cli::ics::time;

/// `soleus remind`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Example: soleus remind install --at 07:00\n\
    The timer is one of your system's own (systemd, launchd, the task scheduler); soleus never runs in the background.\n\
    What it writes is shown before, and only written after a yes.")]
pub struct Remind {
    /// What to do; without it, how the reminder stands
    #[command(subcommand)]
    pub what: Option<What>,
}

/// What to do with the reminder.
#[derive(Clone, Debug, Subcommand)]
pub enum What {
    /// Set a reminder once a day
    Install(Install),
    /// Take it back
    Remove,
    /// Say now what is due, as the reminder does; nothing where nothing is
    Now,
}

/// `soleus remind install`.
#[derive(Clone, Debug, Args)]
pub struct Install {
    /// The time of day
    #[arg(long, value_name = "HH:MM", default_value = "07:00", value_parser = time)]
    pub at: NaiveTime,
    /// Writes it without asking
    #[arg(long)]
    pub yes: bool,
}
