//! soleus, a terminal player for physical-therapy exercise programs: the map of its layers.
//!
//! `domain` knows nobody; `figure` and `report` know `domain`, `io` knows both `domain` and `figure`; the faces `tui`, `plain` and `cli` know those.
//! `io` and `tui` never know each other: `app` joins them.

pub mod domain;
pub mod error;

pub mod io;

pub mod figure;

pub mod report;

pub mod plain;

pub mod cli;

pub mod tui;

mod app;

pub use app::{report, run};
