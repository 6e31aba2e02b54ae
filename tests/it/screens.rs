//! The screens: whole sessions by keys with a virtual clock, cells that are counted, pictures at three sizes.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so")]

mod alone;
mod builder;
mod builder_whole;
mod bundled;
mod cells;
mod clicks;
mod decided;
mod figures;
mod found;
mod hearing;
mod history;
mod home;
mod pictures;
mod questions;
mod reading;
mod refusals;
mod room;
mod script;
mod session;
mod steps;
mod taken_up;
mod world;
