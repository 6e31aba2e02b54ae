//! The figures that screens show: where they come from, and how they are drawn.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::domain::exercise::Exercise;
use crate::domain::text::Id;
use crate::figure::{Figure, Picture};

/// The figures of exercises, read when they are first asked for.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Reads the built-in figure of an exercise.
    read: fn(&Exercise) -> Option<Figure>,
    /// Figures beside programs, by program and file.
    own: BTreeMap<(Id, String), Rc<Figure>>,
    known: RefCell<BTreeMap<String, Option<Rc<Figure>>>>,
    /// How they are drawn; none: not at all.
    picture: Option<Picture>,
    /// Whether they move; else the beginning and the end of a movement are shown side by side.
    moves: bool,
}

impl Default for Figures {
    /// None at all.
    fn default() -> Self {
        Self::new(|_| None, None, false)
    }
}

impl Figures {
    /// Figures from a reader.
    pub const fn new(read: fn(&Exercise) -> Option<Figure>, picture: Option<Picture>, moves: bool) -> Self {
        Self { read, own: BTreeMap::new(), known: RefCell::new(BTreeMap::new()), picture, moves }
    }

    /// Takes in the figure of a file beside a program.
    pub fn lend(&mut self, program: &Id, file: &str, figure: Figure) {
        self.own.insert((program.clone(), file.to_owned()), Rc::new(figure));
    }

    /// How they are drawn; none: not at all.
    pub const fn picture(&self) -> Option<Picture> {
        self.picture
    }

    /// Whether they move.
    pub const fn moves(&self) -> bool {
        self.moves
    }

    /// The figure of an exercise of a program, where there is one and figures are shown.
    pub fn of(&self, program: Option<&Id>, exercise: &Exercise) -> Option<Rc<Figure>> {
        self.picture?;
        if let (Some(program), Some(file)) = (program, &exercise.figure)
            && let Some(own) = self.own.get(&(program.clone(), file.to_string()))
        {
            return Some(Rc::clone(own));
        }
        let name = exercise.figure.as_ref().map_or(exercise.id.as_str(), |figure| figure.as_str()).to_owned();
        let key = format!("{name} {}", exercise.id);
        let mut known = self.known.borrow_mut();
        known.entry(key).or_insert_with(|| (self.read)(exercise).map(Rc::new)).clone()
    }
}
