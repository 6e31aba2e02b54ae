//! The handout: a program on paper for the one who does it, as one HTML file or as plain text.
//!
//! Both say the same in the same words (`facts`, `diary`); they differ in how they lay it out. What is printed around
//! the program's own texts is in its language (`phrases`).

mod diary;
mod easier;
mod facts;
mod html;
mod keys;
pub(in crate::report) mod markup;
mod phrases;
mod text;

use crate::domain::exercise::Exercise;
use crate::domain::lexicon::Words;
use crate::domain::program::Program;

use phrases::Phrases;

pub use keys::KEYS;

/// Whoever draws an exercise: its beginning and its end, each a whole `<svg>` element.
pub type Drawings<'a> = &'a dyn Fn(&Exercise) -> Option<[String; 2]>;

/// One HTML file: nothing in it is loaded from elsewhere, and it prints on A4 and on Letter.
///
/// `drawings`: the vector drawings of an exercise, where it begins and where it ends; none where there is no figure, and
/// an empty frame is left for them.
pub fn html(program: &Program, words: &Words, drawings: Drawings<'_>) -> String {
    html::page(program, Phrases(words), drawings)
}

/// Plain text of at most 80 columns, as long as no word is longer.
pub fn text(program: &Program, words: &Words) -> String {
    text::page(program, Phrases(words))
}
