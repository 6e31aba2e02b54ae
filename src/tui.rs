//! The face on a whole screen: a model, one `update` that decides, a view that draws, and the terminal that shows it.
//!
//! What never enters this room: a file, the history, a clock. Time is an argument, the world answers through
//! [`effect::Answer`], and what should happen leaves as [`effect::Effect`]. Of all that may fail or wait it knows the
//! terminal alone, behind the gate that every byte passes.

pub mod key;
pub mod keymap;

pub mod beside;
pub mod effect;
pub mod model;
pub mod update;

pub mod theme;
pub mod view;
pub mod widgets;
pub mod words;

pub mod run;
pub mod script;

pub mod gate;
pub mod terminal;
