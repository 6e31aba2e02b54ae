//! The screens: whole sessions by keys with a virtual clock, cells that are counted, pictures at three sizes.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so")]

mod builder;
mod bundled;
mod cells;
mod decided;
mod figures;
mod home;
mod pictures;
mod questions;
mod reading;
mod refusals;
mod script;
mod session;
mod steps;
mod world;
