//! A program while it is written: the form, where the cursor is in it, and what the reader says about it.

mod cursor;

use crate::domain::exercise::{Affected, Exercise};
use crate::domain::form::{DiffLine, Form, Key, Kind, Place};
use crate::domain::plan::Plan;
use crate::domain::problem::{Gravity, Problem};
use crate::domain::program::{Program, Session};
use crate::domain::standing::Occasion;
use crate::domain::text::Clean;
use crate::domain::time::{Moment, minutes};
use crate::domain::timeline::Timeline;
use crate::tui::effect::builder::{Opened, Saved, Tried};
use crate::tui::keymap::Context;

pub use cursor::Cursor;

/// So many changes can be taken back.
const UNDO: usize = 500;

/// A form to come back to: as it was, where the change was made, and in which field.
pub type Change = (Form, Place, Option<Key>);

/// A program that is written.
#[derive(Clone, Debug)]
pub struct Builder {
    /// Where it comes from and goes to, in words.
    pub file: Clean,
    /// The file is not there yet.
    pub is_new: bool,
    /// It begins as a copy of a bundled program.
    pub is_copy: bool,
    /// Slips of the file were mended, and that was not saved yet.
    pub is_mended: bool,
    /// What is written now.
    pub form: Form,
    /// What the file says.
    pub kept: Form,
    /// The file's text.
    pub base: String,
    /// The forms before the last changes, each with where the change was made.
    pub undo: Vec<Change>,
    /// What was taken back, to be done again.
    pub redo: Vec<Change>,
    /// The chosen row.
    pub place: Place,
    /// The chosen field of it.
    pub field: Key,
    /// Where in the field letters go.
    pub cursor: Cursor,
    /// What the keys are for.
    pub pane: Pane,
    /// The exercises to choose from.
    pub shelf: Vec<Exercise>,
    /// What the form means.
    pub tried: Tried,
    /// The last program without an error, with the form that made it.
    pub good: Option<(Program, Form)>,
    /// Minutes of each session of that program, by stage.
    pub lengths: Vec<Vec<u64>>,
}

/// What the keys are for.
#[derive(Clone, Debug, PartialEq)]
pub enum Pane {
    /// The list of stages and exercises.
    Outline,
    /// The fields of the chosen row.
    Fields,
    /// The catalogue.
    Shelf(Shelf),
    /// What would be written, before it is.
    Review(Review),
    /// Another has changed the file; asked at this moment.
    Changed(Moment),
    /// There are changes that were not written; asked at this moment.
    Leave(Moment),
    /// It was written, at this moment: a key that was meant for the question before must not close it unread.
    Saved(Box<Saved>, Moment),
}

/// The catalogue, narrowed by what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// What was typed.
    pub filter: String,
    /// Which of what is left is chosen.
    pub chosen: usize,
    /// The chosen row's exercise gets another one; else a new row is made.
    pub replaces: bool,
}

/// What would be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Line by line.
    pub lines: Vec<DiffLine>,
    /// Lines scrolled.
    pub scroll: u16,
    /// Asked at this moment.
    pub since: Moment,
}

impl Builder {
    /// The builder with a program.
    pub fn new(opened: Opened) -> Self {
        let Opened { form, base, is_mended, is_new, is_copy, shelf, tried } = opened;
        let mut builder = Self {
            file: Clean::default(),
            is_new,
            is_copy,
            is_mended,
            kept: form.clone(),
            form,
            base,
            undo: Vec::new(),
            redo: Vec::new(),
            place: Place::Head,
            field: Key::Title,
            cursor: Cursor::default(),
            pane: Pane::Outline,
            shelf,
            tried: Tried::default(),
            good: None,
            lengths: Vec::new(),
        };
        if builder.form.exercises().next().is_none() && builder.form.head == crate::domain::form::Fields::default() {
            // Nothing is written yet: the title is what comes first.
            builder.pane = Pane::Fields;
        }
        builder.hear(tried);
        builder
    }

    /// What the form means now.
    pub fn hear(&mut self, tried: Tried) {
        if let Some(program) = &tried.program {
            self.lengths = lengths(program);
            self.good = Some((program.clone(), self.form.clone()));
        }
        self.file.clone_from(&tried.file);
        self.tried = tried;
    }

    /// Whether something was changed that is not in the file.
    pub fn is_changed(&self) -> bool {
        self.is_mended || self.form != self.kept
    }

    /// Keeps the form to come back to; typing in one field is one change.
    pub fn remember(&mut self, key: Option<Key>) {
        let again = key.is_some() && self.undo.last().is_some_and(|(_, at, of)| (*at, *of) == (self.place, key));
        // After a change was taken back a new one begins, also in the same field.
        if again && self.redo.is_empty() {
            return;
        }
        self.keep((self.form.clone(), self.place, key));
    }

    /// Keeps a change that was just made; what was taken back before it cannot be done again.
    pub fn keep(&mut self, change: Change) {
        self.redo.clear();
        if self.undo.len() == UNDO {
            self.undo.remove(0);
        }
        self.undo.push(change);
    }

    /// The fields of the chosen row that are shown; the chosen one always is.
    pub fn keys(&self) -> Vec<Key> {
        let shown = self.form.shown(self.place, self.resolved(self.place));
        let all = self.place.keys().iter().copied();
        all.filter(|key| *key == self.field || shown.contains(key)).collect()
    }

    /// The chosen field.
    pub fn key(&self) -> Key {
        let keys = self.place.keys();
        if keys.contains(&self.field) { self.field } else { keys.first().copied().unwrap_or(Key::Title) }
    }

    /// The text of the chosen field.
    pub fn text(&self) -> &str {
        self.form.text(self.place, self.key())
    }

    /// An exercise of the form as the reader resolved it, from the last program without an error; else from the
    /// catalogue.
    pub fn resolved(&self, place: Place) -> Option<&Exercise> {
        let Place::Exercise(p, s, e) = place else { return None };
        let written = self.form.exercise(p, s, e)?;
        let found = self.good.as_ref().and_then(|(program, form)| {
            let Place::Exercise(p, s, e) = form.find(written.mark)? else { return None };
            program.phases.get(p)?.sessions.get(s)?.exercises.get(e)
        });
        found.or_else(|| self.shelved(written.fields.get(Key::Use)))
    }

    /// An exercise of the catalogue.
    pub fn shelved(&self, id: &str) -> Option<&Exercise> {
        self.shelf.iter().find(|exercise| exercise.id.as_str() == id.trim())
    }

    /// What an exercise of the form is called.
    pub fn name(&self, place: Place) -> String {
        let written = self.form.text(place, Key::Name);
        let used = self.form.text(place, Key::Use);
        if !written.is_empty() {
            return written.to_owned();
        }
        // What the program defines itself is known to the reader alone.
        match self.shelved(used).or_else(|| self.resolved(place)) {
            Some(exercise) => exercise.name.to_string(),
            None if used.is_empty() => "an exercise without a name".to_owned(),
            None => used.to_owned(),
        }
    }

    /// Where a session stands in the last program without an error; a stage or a session that was added or moved since
    /// is found by its exercises.
    fn known(&self, phase: usize, session: usize) -> Option<(usize, usize)> {
        let (_, form) = self.good.as_ref()?;
        let mark = self.form.session(phase, session)?.exercises.first()?.mark;
        let Place::Exercise(p, s, _) = form.find(mark)? else { return None };
        Some((p, s))
    }

    /// How long a session takes, in minutes, by the last program without an error.
    pub fn length(&self, phase: usize, session: usize) -> Option<u64> {
        let (p, s) = self.known(phase, session)?;
        self.lengths.get(p)?.get(s).copied()
    }

    /// A session as the reader understood it last.
    pub fn understood(&self, phase: usize, session: usize) -> Option<&Session> {
        let (p, s) = self.known(phase, session)?;
        self.good.as_ref()?.0.phases.get(p)?.sessions.get(s)
    }

    /// What is wrong at a place itself.
    pub fn problems(&self, place: Place) -> impl Iterator<Item = &Problem> {
        self.tried.problems.iter().filter(move |problem| problem.spot.is_some_and(|spot| spot.place == place))
    }

    /// The worst that is wrong with a field.
    pub fn gravity(&self, place: Place, key: Key) -> Option<Gravity> {
        let here = self.problems(place).filter(|problem| problem.spot.and_then(|spot| spot.key) == Some(key));
        here.map(|problem| problem.gravity).min()
    }

    /// What of the catalogue fits what was typed, best first.
    pub fn fitting(&self, filter: &str) -> Vec<&Exercise> {
        let words: Vec<String> = filter.split_whitespace().map(str::to_lowercase).collect();
        let mut found: Vec<(usize, &Exercise)> =
            self.shelf.iter().filter_map(|exercise| rank(exercise, &words).map(|rank| (rank, exercise))).collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, exercise)| exercise).collect()
    }

    /// Which keys mean something.
    pub fn contexts(&self) -> Vec<Context> {
        match &self.pane {
            Pane::Outline => {
                let mut contexts = vec![Context::Outline];
                contexts.extend((self.place != Place::Head).then_some(Context::OutlineItem));
                contexts
            }
            Pane::Fields => match self.key().kind() {
                Kind::Choice(_) | Kind::Some(_) | Kind::Flag => vec![Context::Fields, Context::FieldChoice],
                Kind::Text | Kind::Number | Kind::List | Kind::Pairs => vec![Context::Fields, Context::FieldText],
            },
            Pane::Shelf(_) => vec![Context::Shelf],
            Pane::Review(_) => vec![Context::Review],
            Pane::Changed(_) => vec![Context::FileChanged],
            Pane::Leave(_) => vec![Context::LeaveForm],
            Pane::Saved(..) => vec![Context::FileSaved],
        }
    }
}

/// Minutes of every session, for a runner whose left side is affected.
fn lengths(program: &Program) -> Vec<Vec<u64>> {
    let length = |p: usize, s: usize| {
        let plan = Plan::of(program, &Occasion::whole(Affected::Left, p, s))?;
        Some(minutes(Timeline::of(&plan).length(&plan)))
    };
    let phases = program.phases.iter().enumerate();
    phases.map(|(p, phase)| (0..phase.sessions.len()).map(|s| length(p, s).unwrap_or(0)).collect()).collect()
}

/// How well an exercise fits: its name, then its other names, then muscles and equipment. Every word must fit somewhere.
fn rank(exercise: &Exercise, words: &[String]) -> Option<usize> {
    let holds = |texts: &[Clean], word: &str| texts.iter().any(|text| text.to_lowercase().contains(word));
    let one = |word: &String| {
        let name = exercise.name.to_lowercase();
        if name.starts_with(word.as_str()) {
            Some(0)
        } else if name.contains(word.as_str()) || exercise.id.as_str().contains(word.as_str()) {
            Some(1)
        } else if holds(&exercise.synonyms, word) {
            Some(2)
        } else if holds(&exercise.muscles, word) || holds(&exercise.equipment, word) {
            Some(3)
        } else {
            None
        }
    };
    words.iter().map(one).try_fold(0, |worst: usize, rank| rank.map(|rank| worst.max(rank)))
}
