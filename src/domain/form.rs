//! A program while it is written: every key as the text that stands in its field, half-typed values and all.
//!
//! A form is plain text by key. It is never played: it becomes the text of a file, and the reader of program files says
//! what that text means. What the form has no field for is not in it; the file keeps it.

mod advice;
mod diff;
mod edit;
mod hint;
mod key;
mod shown;
mod usual;

use std::collections::BTreeMap;

pub use advice::advise;
pub use diff::{DiffLine, diff};
pub use edit::Way;
pub use key::{EXERCISE, HEAD, Key, Kind, PHASE, SESSION, VARIANT};
pub use usual::usual;

/// A program as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The program's own fields.
    pub head: Fields,
    /// Other forms of the program, one of which the runner chooses.
    pub variants: Vec<VariantForm>,
    /// The stages are written in the file; else there is exactly one, which is the program itself.
    pub phased: bool,
    /// The stages in order, at least one.
    pub phases: Vec<PhaseForm>,
    /// Keys of the file that have no field, in its order.
    pub also: Vec<String>,
}

/// Another form of the program as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VariantForm {
    /// Which one of the file it was, from 0; none for a new one.
    pub from: Option<usize>,
    /// Its fields.
    pub fields: Fields,
    /// Keys of the file that have no field.
    pub also: Vec<String>,
}

/// A stage as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhaseForm {
    /// Which stage of the file it was, from 0; none for a new one.
    pub from: Option<usize>,
    /// Its fields.
    pub fields: Fields,
    /// The sessions are written in the file; else there is exactly one, which is the stage itself.
    pub split: bool,
    /// The sessions in order, at least one.
    pub sessions: Vec<SessionForm>,
    /// Keys of the file that have no field.
    pub also: Vec<String>,
}

/// A session as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionForm {
    /// Which session of the file it was, from 0, counted through all stages; none where it is not written.
    pub from: Option<usize>,
    /// Its fields.
    pub fields: Fields,
    /// The exercises in order.
    pub exercises: Vec<ExerciseForm>,
    /// Keys of the file that have no field.
    pub also: Vec<String>,
}

/// An exercise as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExerciseForm {
    /// Which exercise of the file it was or was copied from, from 0, counted through all of it; none for a new one.
    pub from: Option<usize>,
    /// Tells it from all others, wherever it is moved.
    pub mark: u32,
    /// Its fields.
    pub fields: Fields,
    /// Keys of the file that have no field.
    pub also: Vec<String>,
}

/// Texts by key; a key without a text is not written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(BTreeMap<Key, String>);

/// A place in a form, by its numbers from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The program itself.
    #[default]
    Head,
    /// A variant.
    Variant(usize),
    /// A stage.
    Phase(usize),
    /// A session of a stage.
    Session(usize, usize),
    /// An exercise of a session of a stage.
    Exercise(usize, usize, usize),
}

/// A field, or a whole place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// Where.
    pub place: Place,
    /// Which field; none for the place as a whole.
    pub key: Option<Key>,
}

impl Fields {
    /// The text of a key; empty where it is not written.
    pub fn get(&self, key: Key) -> &str {
        self.0.get(&key).map_or("", String::as_str)
    }

    /// Puts a text; an empty one takes the key out.
    pub fn set(&mut self, key: Key, text: impl Into<String>) {
        let text = text.into();
        if text.is_empty() {
            self.0.remove(&key);
        } else {
            self.0.insert(key, text);
        }
    }
}

impl Form {
    /// The fields of a place.
    pub fn fields(&self, place: Place) -> Option<&Fields> {
        match place {
            Place::Head => Some(&self.head),
            Place::Variant(v) => self.variants.get(v).map(|variant| &variant.fields),
            Place::Phase(p) => self.phases.get(p).map(|phase| &phase.fields),
            Place::Session(p, s) => self.session(p, s).map(|session| &session.fields),
            Place::Exercise(p, s, e) => self.exercise(p, s, e).map(|exercise| &exercise.fields),
        }
    }

    /// The fields of a place, to be changed.
    pub fn fields_mut(&mut self, place: Place) -> Option<&mut Fields> {
        match place {
            Place::Head => Some(&mut self.head),
            Place::Variant(v) => self.variants.get_mut(v).map(|variant| &mut variant.fields),
            Place::Phase(p) => self.phases.get_mut(p).map(|phase| &mut phase.fields),
            Place::Session(p, s) => self.session_mut(p, s).map(|session| &mut session.fields),
            Place::Exercise(p, s, e) => {
                self.session_mut(p, s).and_then(|s| s.exercises.get_mut(e)).map(|exercise| &mut exercise.fields)
            }
        }
    }

    /// The text of a field.
    pub fn text(&self, place: Place, key: Key) -> &str {
        self.fields(place).map_or("", |fields| fields.get(key))
    }

    /// What of a place stands in the file without a field.
    pub fn also(&self, place: Place) -> &[String] {
        match place {
            Place::Head => &self.also,
            Place::Variant(v) => self.variants.get(v).map_or(&[], |variant| &variant.also),
            Place::Phase(p) => self.phases.get(p).map_or(&[], |phase| &phase.also),
            Place::Session(p, s) => self.session(p, s).map_or(&[], |session| &session.also),
            Place::Exercise(p, s, e) => self.exercise(p, s, e).map_or(&[], |exercise| &exercise.also),
        }
    }

    /// A session of a stage.
    pub fn session(&self, phase: usize, session: usize) -> Option<&SessionForm> {
        self.phases.get(phase)?.sessions.get(session)
    }

    /// A session of a stage, to be changed.
    pub fn session_mut(&mut self, phase: usize, session: usize) -> Option<&mut SessionForm> {
        self.phases.get_mut(phase)?.sessions.get_mut(session)
    }

    /// An exercise of a session.
    pub fn exercise(&self, phase: usize, session: usize, exercise: usize) -> Option<&ExerciseForm> {
        self.session(phase, session)?.exercises.get(exercise)
    }

    /// How many sessions stand in a stage.
    pub fn sessions(&self, phase: usize) -> usize {
        self.phases.get(phase).map_or(0, |phase| phase.sessions.len())
    }

    /// Every exercise in order.
    pub fn exercises(&self) -> impl Iterator<Item = &ExerciseForm> {
        self.phases.iter().flat_map(|phase| &phase.sessions).flat_map(|session| &session.exercises)
    }

    /// Where an exercise stands now.
    pub fn find(&self, mark: u32) -> Option<Place> {
        self.places().into_iter().find(|place| match place {
            Place::Exercise(p, s, e) => self.exercise(*p, *s, *e).is_some_and(|exercise| exercise.mark == mark),
            Place::Head | Place::Variant(_) | Place::Phase(_) | Place::Session(..) => false,
        })
    }

    /// Every place that is written, in order: the program, its variants, its stages, their sessions, their exercises.
    pub fn places(&self) -> Vec<Place> {
        let mut places = vec![Place::Head];
        places.extend((0..self.variants.len()).map(Place::Variant));
        for (p, phase) in self.phases.iter().enumerate() {
            places.extend(self.phased.then_some(Place::Phase(p)));
            for (s, session) in phase.sessions.iter().enumerate() {
                places.extend(phase.split.then_some(Place::Session(p, s)));
                places.extend((0..session.exercises.len()).map(|e| Place::Exercise(p, s, e)));
            }
        }
        places
    }
}

impl Place {
    /// The fields that a place of this kind has, in their order.
    pub const fn keys(self) -> &'static [Key] {
        match self {
            Self::Head => HEAD,
            Self::Variant(_) => VARIANT,
            Self::Phase(_) => PHASE,
            Self::Session(..) => SESSION,
            Self::Exercise(..) => EXERCISE,
        }
    }
}

#[cfg(test)]
mod tests;
