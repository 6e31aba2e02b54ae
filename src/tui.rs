//! The face on a whole screen: the gate every byte passes, the terminal, the loop and what the loop drives.
//!
//! It knows the domain and nothing that may fail or wait except the terminal itself; a clock is handed in.

pub mod gate;
pub mod key;
pub mod run;
pub mod script;
pub mod terminal;
