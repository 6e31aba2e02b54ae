//! All that may fail or wait: files, folders, the environment, the time.
//!
//! What never enters this room: a screen, a key, a rule of the domain. What is read here becomes a value of the
//! domain, cleaned and checked, or a problem with its place; what is written here is on disk before it is called saved.

pub mod clock;
pub mod preference;
pub mod remind;
pub mod settings;
pub mod timings;
pub mod words;

pub mod diagnostic;
pub mod program_file;
pub mod program_save;
pub mod program_text;
pub mod schema;

pub mod library;
pub mod program_store;

pub mod figure_file;
pub mod journal;

mod awake;
pub mod ears;
mod helper;
mod hook;
mod sound;
mod speech;

#[cfg(test)]
pub(crate) mod temp;
