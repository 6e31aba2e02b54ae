//! The one integration crate: promises about the tree, scenarios as data, scripted sessions, the real binary.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must stop where it stands")]

mod broken;
mod check;
mod cli;
mod doses;
mod explain;
mod fences;
mod figures;
mod good;
mod guide;
mod handout;
mod laws;
mod plain;
#[cfg(unix)]
mod pty;
mod readme;
mod scenarios;
mod schema;
mod screens;
#[cfg(unix)]
mod session;
#[cfg(unix)]
mod stages;
mod standing;
mod streak;
#[cfg(unix)]
mod terminal;
mod tidy;
mod tools;
#[cfg(unix)]
mod writing;
