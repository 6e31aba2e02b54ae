//! Tones: made at start-up, kept in the cache folder, played by a program of the system, or by the terminal's bell.
//!
//! Spawning a player costs 5 to 20 ms and nothing while idle; a stream that stays open costs 1 to 2 % of a processor and
//! is not faster (measured). Players live on for about 2 s after the tone, so nobody waits for them and there are a few
//! at a time.

mod cache;
mod player;
mod players;
mod synth;
mod wave;

pub(crate) use player::{Player, Sample};

#[cfg(test)]
mod tests;
