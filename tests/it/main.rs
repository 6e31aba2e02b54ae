//! The one integration crate.

mod screens;
