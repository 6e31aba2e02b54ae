//! The screens: whole sessions by keys with a virtual clock, cells that are counted, pictures at three sizes.

mod cells;
mod pictures;
mod refusals;
mod script;
mod session;
mod world;
