//! The one integration crate: promises about the tree, scenarios as data, scripted sessions, the real binary.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must stop where it stands")]

mod broken;
mod catalogue;
mod check;
mod cli;
mod corrections;
mod cues;
mod doses;
mod ends;
mod explain;
mod fences;
mod figures;
mod following;
mod good;
mod guide;
mod handout;
mod laws;
mod plain;
mod programs;
#[cfg(unix)]
mod pty;
mod readings;
mod readme;
mod runs;
mod scenarios;
mod schema;
mod screens;
#[cfg(unix)]
mod session;
mod shell;
#[cfg(unix)]
mod sound_test;
mod sources;
#[cfg(unix)]
mod stages;
mod standing;
mod streak;
#[cfg(unix)]
mod terminal;
mod tidy;
mod timers;
mod tools;
mod visit;
mod which;
#[cfg(unix)]
mod window;
mod words;
#[cfg(unix)]
mod writing;
