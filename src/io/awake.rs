//! Keeps the screen from going dark while a session is played, with a program of the system.
//!
//! It lives as long as we do and no longer: on Linux it runs `cat` on a pipe from us, which ends with us even after
//! `kill -9`; on macOS it is told our process number and waits for its end.

mod keepers;
mod watch;

pub(crate) use watch::{Order, Watch};

#[cfg(test)]
mod tests;
