//! The domain: values in, values out.
//!
//! What never enters this room: a clock, a file, the environment, a screen, serde, a panic. Time is an
//! argument ([`time::Moment`] while playing, a date in the history); text has been cleaned
//! ([`text::Clean`]); what is built is valid. The only thing that can fail here is building a value.
//!
//! In reading order:

#![warn(
    clippy::wildcard_enum_match_arm,
    reason = "a new kind of work or of event must be thought about in every match"
)]

pub mod text;
pub mod time;

pub mod day;

pub mod amount;
pub mod climb;
pub mod exercise;
pub mod program;
pub mod schedule;

pub mod form;
pub mod problem;

pub mod session;

pub mod prescription;

pub mod consent;
pub mod plan;
pub mod standing;
pub mod timeline;

pub mod totals;

pub mod player;

pub mod lexicon;

pub mod cue;

pub mod history;

pub mod runs;

pub mod outcome;

pub mod streak;

pub mod following;

pub mod progress;

pub mod advice;
pub mod difference;
pub mod due;

pub mod today;

pub mod sources;
pub mod visit;
pub mod which;
