//! tests

mod streak;
