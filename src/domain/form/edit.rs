//! Changes of a form as a whole: exercises and stages added, moved, copied, taken out.

use crate::domain::form::{ExerciseForm, Fields, Form, Key, PhaseForm, Place, SessionForm, VariantForm};

/// Which way something is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

impl Form {
    /// Puts an exercise behind a place; where it stands then comes back. Its id is made to differ from the others'.
    pub fn add_exercise(&mut self, behind: Place, mut exercise: ExerciseForm) -> Place {
        exercise.mark = self.exercises().map(|exercise| exercise.mark + 1).max().unwrap_or(0);
        let (p, s, e) = match behind {
            Place::Head | Place::Variant(_) => (0, 0, 0),
            Place::Phase(p) => (p, 0, 0),
            Place::Session(p, s) => (p, s, 0),
            Place::Exercise(p, s, e) => (p, s, e + 1),
        };
        // Behind a heading it goes to the end of what stands below it: a list grows downwards.
        let Some(session) = self.session_mut(p, s) else { return behind };
        let at = if matches!(behind, Place::Exercise(..)) { e } else { session.exercises.len() };
        let at = at.min(session.exercises.len());
        make_unique(&session.exercises, &mut exercise);
        session.exercises.insert(at, exercise);
        Place::Exercise(p, s, at)
    }

    /// Puts an empty stage behind the one of a place. The first one takes in what was there before.
    pub fn add_phase(&mut self, behind: Place) -> Place {
        if !self.phased {
            self.phased = true;
            return Place::Phase(0);
        }
        let at = phase_of(behind).map_or(self.phases.len(), |p| p + 1).min(self.phases.len());
        let empty = PhaseForm { sessions: vec![SessionForm::default()], ..PhaseForm::default() };
        self.phases.insert(at, empty);
        Place::Phase(at)
    }

    /// Puts an empty variant behind the others, with an id that none of them has.
    pub fn add_variant(&mut self) -> Place {
        let taken: Vec<&str> = self.variants.iter().map(|variant| variant.fields.get(Key::Id)).collect();
        // Of so many numbers one is free.
        let ids = (1..=taken.len() + 1).map(|n| format!("variant-{n}"));
        let free = ids.into_iter().find(|id| !taken.contains(&id.as_str())).unwrap_or_default();
        let mut variant = VariantForm::default();
        variant.fields.set(Key::Id, free);
        self.variants.push(variant);
        Place::Variant(self.variants.len() - 1)
    }

    /// Puts an empty session behind the one of a place, in its stage; of a program with stages one of them must be
    /// chosen. The first one takes in what was there before.
    pub fn add_session(&mut self, behind: Place) -> Option<Place> {
        let p = match (phase_of(behind), self.phased) {
            (Some(p), _) => p,
            (None, false) => 0,
            (None, true) => return None,
        };
        let phase = self.phases.get_mut(p)?;
        if !phase.split {
            phase.split = true;
            return Some(Place::Session(p, 0));
        }
        let last = phase.sessions.len();
        let at = match behind {
            Place::Session(_, s) | Place::Exercise(_, s, _) => (s + 1).min(last),
            Place::Head | Place::Variant(_) | Place::Phase(_) => last,
        };
        phase.sessions.insert(at, SessionForm::default());
        Some(Place::Session(p, at))
    }

    /// A copy of an exercise, a session or a stage behind it.
    pub fn duplicate(&mut self, place: Place) -> Option<Place> {
        match place {
            Place::Exercise(p, s, e) => {
                let copy = self.exercise(p, s, e)?.clone();
                Some(self.add_exercise(place, copy))
            }
            Place::Session(p, s) => {
                let mut copy = self.session(p, s)?.clone();
                self.remark(copy.exercises.iter_mut());
                self.phases.get_mut(p)?.sessions.insert(s + 1, copy);
                Some(Place::Session(p, s + 1))
            }
            Place::Phase(p) if self.phased => {
                let mut copy = self.phases.get(p)?.clone();
                self.remark(copy.sessions.iter_mut().flat_map(|session| &mut session.exercises));
                self.phases.insert(p + 1, copy);
                Some(Place::Phase(p + 1))
            }
            Place::Head | Place::Variant(_) | Place::Phase(_) => None,
        }
    }

    /// Marks that nobody has, for exercises that are copied.
    fn remark<'a>(&self, copied: impl Iterator<Item = &'a mut ExerciseForm>) {
        let next = self.exercises().map(|exercise| exercise.mark + 1).max().unwrap_or(0);
        for (mark, exercise) in (next..).zip(copied) {
            exercise.mark = mark;
        }
    }

    /// Takes an exercise, a session or a stage out (of an only session the heading alone); the place to be at then comes back.
    pub fn remove(&mut self, place: Place) -> Option<Place> {
        let at = self.places().iter().position(|known| *known == place)?;
        match place {
            Place::Exercise(p, s, e) => {
                let session = self.session_mut(p, s)?;
                (e < session.exercises.len()).then(|| session.exercises.remove(e))?;
            }
            Place::Session(p, s) => {
                let phase = self.phases.get_mut(p)?;
                match phase.sessions.as_mut_slice() {
                    // Of the only one the heading goes, and its exercises are the stage's again.
                    [one] => {
                        (one.from, one.fields, one.also) = (None, Fields::default(), Vec::new());
                        phase.split = false;
                    }
                    _ => drop(phase.sessions.remove(s)),
                }
            }
            Place::Variant(v) if v < self.variants.len() => drop(self.variants.remove(v)),
            Place::Phase(p) if self.phases.len() > 1 => {
                self.phases.remove(p);
            }
            Place::Head | Place::Variant(_) | Place::Phase(_) => return None,
        }
        let places = self.places();
        places.get(at.min(places.len().saturating_sub(1))).copied()
    }

    /// Moves an exercise, a session or a stage by one; an exercise goes on into the next session or stage. Where it stands then comes back.
    pub fn shift(&mut self, place: Place, way: Way) -> Option<Place> {
        match (place, way) {
            (Place::Phase(p), Way::Up) => self.swap_phases(p.checked_sub(1)?, p).then(|| Place::Phase(p - 1)),
            (Place::Phase(p), Way::Down) => self.swap_phases(p, p + 1).then_some(Place::Phase(p + 1)),
            (Place::Exercise(p, s, e), Way::Up) if e > 0 => {
                self.session_mut(p, s)?.exercises.swap(e - 1, e);
                Some(Place::Exercise(p, s, e - 1))
            }
            (Place::Exercise(p, s, e), Way::Down) if e + 1 < self.session(p, s)?.exercises.len() => {
                self.session_mut(p, s)?.exercises.swap(e, e + 1);
                Some(Place::Exercise(p, s, e + 1))
            }
            (Place::Exercise(p, s, e), way) => self.move_across((p, s), e, way),
            (Place::Session(p, s), Way::Up) => self.swap_sessions(p, s.checked_sub(1)?, s),
            (Place::Session(p, s), Way::Down) => self.swap_sessions(p, s + 1, s),
            (Place::Variant(v), Way::Up) => self.swap_variants(v.checked_sub(1)?, v),
            (Place::Variant(v), Way::Down) => self.swap_variants(v + 1, v),
            (Place::Head, _) => None,
        }
    }

    fn swap_phases(&mut self, one: usize, other: usize) -> bool {
        let both = self.phased && other < self.phases.len();
        if both {
            self.phases.swap(one, other);
        }
        both
    }

    /// The place of the second one afterwards.
    fn swap_variants(&mut self, to: usize, from: usize) -> Option<Place> {
        (to < self.variants.len()).then(|| self.variants.swap(to, from))?;
        Some(Place::Variant(to))
    }

    /// The place of the second one afterwards.
    fn swap_sessions(&mut self, p: usize, to: usize, from: usize) -> Option<Place> {
        let sessions = &mut self.phases.get_mut(p)?.sessions;
        (to < sessions.len()).then(|| sessions.swap(to, from))?;
        Some(Place::Session(p, to))
    }

    fn move_across(&mut self, from: (usize, usize), nth: usize, way: Way) -> Option<Place> {
        let all: Vec<(usize, usize)> = (0..self.phases.len())
            .flat_map(|p| (0..self.phases.get(p).map_or(0, |phase| phase.sessions.len())).map(move |s| (p, s)))
            .collect();
        let here = all.iter().position(|at| *at == from)?;
        let there = match way {
            Way::Up => here.checked_sub(1)?,
            Way::Down => here + 1,
        };
        let (phase, session) = *all.get(there)?;
        let source = self.session_mut(from.0, from.1)?;
        let mut exercise = (nth < source.exercises.len()).then(|| source.exercises.remove(nth))?;
        let target = self.session_mut(phase, session)?;
        make_unique(&target.exercises, &mut exercise);
        let at = if way == Way::Up { target.exercises.len() } else { 0 };
        target.exercises.insert(at, exercise);
        Some(Place::Exercise(phase, session, at))
    }
}

const fn phase_of(place: Place) -> Option<usize> {
    match place {
        Place::Head | Place::Variant(_) => None,
        Place::Phase(p) | Place::Session(p, _) | Place::Exercise(p, ..) => Some(p),
    }
}

/// What the reader takes for the id: what is written, else what is used; a name is made into one.
fn id_of(exercise: &ExerciseForm) -> String {
    let texts = [Key::Id, Key::Use].map(|key| exercise.fields.get(key).trim().to_owned());
    let name = || crate::domain::text::Id::from_name(exercise.fields.get(Key::Name));
    let written = texts.into_iter().find(|text| !text.is_empty());
    written.or_else(|| name().map(|id| id.as_str().to_owned())).unwrap_or_default()
}

/// Two exercises of a session may not have one id: the new one gets a number behind it.
fn make_unique(others: &[ExerciseForm], exercise: &mut ExerciseForm) {
    let taken: Vec<String> = others.iter().map(id_of).collect();
    let id = id_of(exercise);
    if id.is_empty() || !taken.contains(&id) {
        return;
    }
    // Of so many numbers one is free.
    let free = (2..=taken.len() + 2).map(|n| format!("{id}-{n}")).find(|id| !taken.contains(id));
    exercise.fields.set(Key::Id, free.unwrap_or_default());
}
