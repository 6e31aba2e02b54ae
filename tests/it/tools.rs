//! What helps whoever writes a program: the catalogue, a beginning, taking a program in, every cue with its moment.

mod adding;
mod beginning;
mod cues;
mod searching;
