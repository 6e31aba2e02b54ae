//! Programs as documents: values in, text out.
//!
//! What never enters this room: a file, a clock, the environment. Whoever asks for a document writes it where it
//! belongs. All text of a program goes through one place that escapes it.

pub mod handout;
