//! The voice: a program of the system that reads what to say on its standard input. One at a time.
//!
//! The text is never an argument: `-wFILE` as a text made espeak-ng overwrite that file (measured). What a voice would
//! take for a command is removed. Exit codes say little here: two of the programs end well with no sound device.

mod language;
mod rate;
mod script;
mod voice;
mod voices;

pub(crate) use voice::{Order, Voice};

#[cfg(test)]
mod tests;
