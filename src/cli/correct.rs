//! `soleus morning`, `why`, `pause`, `mend`, `void` and `undo`: what was asked.

use chrono::NaiveDate;
use clap::Args;

/// `soleus morning`.
#[derive(Clone, Debug, Args)]
pub struct MorningAsked {
    /// Pain now, 0 none to 10 worst imaginable
    #[arg(value_parser = clap::value_parser!(u8).range(0..=10))]
    pub pain: Option<u8>,
    /// Minutes until it felt normal after getting up
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u8).range(0..=120))]
    pub stiffness: Option<u8>,
}

/// `soleus why`.
#[derive(Clone, Debug, Args)]
pub struct WhyAsked {
    /// A program's id, or `streak`; without one every program that is followed
    #[arg(value_name = "PROGRAM|streak")]
    pub what: Option<String>,
    /// Of the streak so many days, the last first
    #[arg(long, value_name = "N", default_value = "28")]
    pub days: usize,
}

/// `soleus pause`.
#[derive(Clone, Debug, Args)]
pub struct PauseAsked {
    /// The first day; today unless it is given
    #[arg(long, value_name = "DATE")]
    pub from: Option<NaiveDate>,
    /// The last day
    #[arg(long, value_name = "DATE", conflicts_with = "days")]
    pub to: Option<NaiveDate>,
    /// So many days
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=730))]
    pub days: Option<u16>,
    /// Why, in your own words
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
    /// Ends the pause that today is in: today is no part of it any more
    #[arg(long, conflicts_with_all = ["from", "to", "days", "why"])]
    pub end: bool,
}

/// `soleus mend`.
#[derive(Clone, Debug, Args)]
pub struct MendAsked {
    /// The id of a session or an entry, the end of one, or `last`
    pub id: String,
    /// The day that it belongs to
    #[arg(long, value_name = "DATE")]
    pub day: Option<NaiveDate>,
    /// Pain before it, 0 to 10
    #[arg(long, value_name = "0-10", value_parser = clap::value_parser!(u8).range(0..=10))]
    pub pain_before: Option<u8>,
    /// The worst pain in it, 0 to 10
    #[arg(long, value_name = "0-10", value_parser = clap::value_parser!(u8).range(0..=10))]
    pub pain_after: Option<u8>,
    /// Effort, 0 to 10
    #[arg(long, value_name = "0-10", value_parser = clap::value_parser!(u8).range(0..=10))]
    pub effort: Option<u8>,
}

/// `soleus void`.
#[derive(Clone, Debug, Args)]
pub struct VoidAsked {
    /// The id of a session or an entry, the end of one, or `last`
    pub id: String,
}

/// `soleus log session`.
#[derive(Clone, Debug, Args)]
pub struct LogSession {
    /// A program's id
    pub program: String,
    /// The day on which it was done; today unless it is given
    #[arg(long, value_name = "DATE")]
    pub on: Option<NaiveDate>,
    /// How much of it was done, in per cent; from 50 on it keeps the day
    #[arg(long, value_name = "0-100", default_value = "100", value_parser = clap::value_parser!(u8).range(0..=100))]
    pub part: u8,
    /// The worst pain in it, 0 to 10; kept for the charts, no rule counts it
    #[arg(long, value_name = "0-10", value_parser = clap::value_parser!(u8).range(0..=10))]
    pub pain: Option<u8>,
}
