//! The handout: a program on paper for the one who does it, as one HTML file or as plain text.
//!
//! Both say the same in the same words (`facts`, `diary`); they differ in how they lay it out.

mod diary;
mod easier;
mod facts;
mod html;
mod markup;
mod text;

use crate::domain::program::Program;

/// The short word on every handout.
const NOT_ADVICE: &str = "Exercise guidance, not medical advice.";

/// One HTML file: nothing in it is loaded from elsewhere, and it prints on A4 and on Letter.
pub fn html(program: &Program) -> String {
    html::page(program)
}

/// Plain text of at most 80 columns, as long as no word is longer.
pub fn text(program: &Program) -> String {
    text::page(program)
}
