//! `soleus timer`: the first-aid timers, each a small bundled program that is never due.

use clap::{Args, ValueEnum};

use crate::cli::{Play, SideWord, Speed};

/// `soleus timer`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Examples: soleus timer ice\n          soleus timer ice --variant twenty\n          \
    soleus timer pressure --variant front-sixty")]
pub struct Timer {
    /// Which one
    #[arg(value_enum)]
    pub what: What,
    /// A form of it, from now on: see `soleus show timer-ice`
    #[arg(long, value_name = "ID")]
    pub variant: Option<String>,
    /// Lines of text instead of a screen
    #[arg(long)]
    pub plain: bool,
    /// Plays so many times as fast; `max` plays it at once
    #[arg(long, value_name = "N", default_value = "1", value_parser = super::speed)]
    pub speed: Speed,
    /// Confirms its warnings without asking
    #[arg(long)]
    pub yes: bool,
}

/// The timers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// Ice for 15 or 20 minutes
    Ice,
    /// Rolling for 2 minutes a side
    Roll,
    /// Pressure with a ball for 30 to 90 seconds a side
    Pressure,
}

impl What {
    /// The id of its program.
    pub const fn program(self) -> &'static str {
        match self {
            Self::Ice => "timer-ice",
            Self::Roll => "timer-roll",
            Self::Pressure => "timer-pressure",
        }
    }
}

impl Timer {
    /// The same as a session that is played.
    pub fn play(&self) -> Play {
        Play {
            program: self.what.program().to_owned(),
            plain: self.plain,
            speed: self.speed,
            yes: self.yes,
            // Where nobody is asked, no side is the sore one: both are rolled and pressed.
            side: self.yes.then_some(SideWord::Neither),
            rehearse: false,
            resume: false,
            variant: self.variant.clone(),
            phase: None,
            session: None,
            take_offers: false,
            timings: None,
        }
    }
}
