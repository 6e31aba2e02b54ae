//! Where a runner stands, what is next, what is offered, what is left out, what is due: scenarios as data.
//!
//! Each file of `tests/scenarios/standing` has one program in a small form of its own (`made.rs` reads it) and cases:
//! sessions, decisions, a moment, and what must come of them.

mod cases;
mod difference;
mod made;
