//! The screens: a model, one `update` that decides, a view that draws.
//!
//! What never enters this room: a file, a clock, the history. Time is an argument, the world answers through
//! [`effect::Answer`], and what should happen leaves as [`effect::Effect`].

pub mod effect;
pub mod key;
pub mod keymap;
pub mod model;
pub mod theme;
pub mod update;
pub mod view;
pub mod widgets;
pub mod words;
