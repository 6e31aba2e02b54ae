//! `soleus start`, `soleus stop` and `soleus back`.

use clap::Args;

use crate::cli::log::Day;
use crate::cli::{Play, SideWord, Speed};

/// `soleus start`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Examples: soleus start steady-ankle --on 2026-12-01\n          \
    soleus start heel-pain-daily --side left --pain-where \"inner heel\" --yes")]
pub struct Start {
    /// A program's id
    pub program: String,
    /// The day from which on it is due: 2026-12-01, today or tomorrow
    #[arg(long, value_name = "DATE")]
    pub on: Option<Day>,
    /// Names the affected side without asking
    #[arg(long, value_enum)]
    pub side: Option<SideWord>,
    /// The form of the program; `none` is the written one
    #[arg(long, value_name = "ID")]
    pub variant: Option<String>,
    /// Where it hurts, in your own words; without it as the program has it
    #[arg(long, value_name = "TEXT")]
    pub pain_where: Option<String>,
    /// Confirms the program's warnings without asking: who it is not for, when to stop, that it is not medical advice
    #[arg(long)]
    pub yes: bool,
}

impl Start {
    /// The flags that confirm, as playing has them.
    pub fn play(&self) -> Play {
        Play {
            program: self.program.clone(),
            plain: true,
            speed: Speed::Times(1),
            yes: self.yes,
            side: self.side,
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

/// `soleus stop`.
#[derive(Clone, Debug, Args)]
pub struct Stop {
    /// A program's id
    pub program: String,
}

/// `soleus back`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Examples: soleus back achilles-eccentric-12w\n          \
    soleus back achilles-eccentric-12w heel-drop-straight\n          soleus back achilles-eccentric-12w stage")]
pub struct Back {
    /// A program's id
    pub program: String,
    /// The exercise whose last climbed step is taken back, or `stage`; without it both are listed
    pub what: Option<String>,
}
