//! The terminal.

mod keys;
