//! The runner's own program that is told of every cue: a lamp, a bracelet, whatever they like.
//!
//! Named in the runner's settings alone (`[hook] command`), never in a program file. It is started once, with the first
//! cue, and reads one line of JSON for each: one process a cue would cost its start each time (an interpreter takes 30 ms
//! and more) and could hear two cues in the wrong order. One that ends is started again with the next cue, so that a
//! script that reads a single line works too. It is told of all cues, whatever is to be heard: a lamp is of most use to
//! whoever hears nothing.
//!
//! The pipe never makes anybody wait: a line that does not fit at once is dropped whole. When the session is over the
//! pipe is closed, which is the sign to end; who has not ended 300 ms later is killed.

mod teller;
mod telling;

pub(crate) use teller::Teller;
pub(crate) use telling::line;

#[cfg(test)]
mod tests;
