//! From drafts to exercises: definitions and the catalogue are looked up, neighbours are resolved.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::domain::amount::Amount;
use crate::domain::exercise::{DEFAULT_CHANGE_OVER, DEFAULT_REST, DEFAULT_REST_AFTER, Exercise, Reps, SideRule};
use crate::domain::text::{Clean, Id};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::catalogue::Catalogue;
use crate::io::program_file::draft::{Draft, WorkKeys};
use crate::io::program_file::guess::nearest;
use crate::io::program_file::merge::Defaults;
use crate::io::program_file::notes::Notes;
use crate::io::program_file::table::At;
use crate::io::program_file::work::work;

/// Everything that an exercise may refer to.
pub(super) struct Resolver<'a> {
    pub(super) defined: BTreeMap<Id, Draft>,
    pub(super) defaults: Defaults,
    pub(super) catalogue: &'a Catalogue,
    pub(super) notes: &'a Notes<'a>,
}

impl Resolver<'_> {
    /// A definition that nobody uses is checked too.
    pub(super) fn check_definitions(&self) {
        for definition in self.defined.values() {
            let _checked = self.whole(definition.clone(), &mut Vec::new());
        }
    }

    /// An exercise in place; `number` is its place in the session, from 1.
    pub(super) fn exercise(&self, placed: &Draft, number: usize) -> Option<Exercise> {
        let whole = self.whole(placed.clone(), &mut Vec::new())?;
        let id = self.id(placed, &whole, number)?;
        self.held_and_counted(placed);
        let easier = whole.easier.as_ref().filter(|at| self.is_other(at, &id, "easier"));
        let easier = easier.and_then(|at| self.neighbour(at, placed, &whole));
        let harder = whole.harder.as_ref().filter(|at| self.is_other(at, &id, "harder"));
        let harder = harder.and_then(|at| self.neighbour(at, placed, &whole));
        let mut exercise = finished(whole, id, self.notes)?;
        exercise.easier = easier.map(Box::new);
        exercise.harder = harder.map(Box::new);
        Some(exercise)
    }

    /// The draft over its definition, over the defaults, over the catalogue.
    fn whole(&self, placed: Draft, seen: &mut Vec<Id>) -> Option<Draft> {
        let Some(uses) = placed.uses.clone() else { return Some(placed.with_defaults(&self.defaults)) };
        // A definition that uses its own id means the catalogue's.
        let own = seen.last() == Some(&uses.value);
        if let Some(definition) = self.defined.get(&uses.value).filter(|_| !own) {
            if seen.contains(&uses.value) {
                let message = format!("`{}` is defined by itself", uses.value);
                self.notes
                    .add(Diagnostic::error("cycle", uses.span, message).help("let one of them use the catalogue"));
                return None;
            }
            seen.push(uses.value.clone());
            // The definition stands over the defaults, so it is merged before they are filled in.
            let mut merged = placed.over(definition.clone());
            merged.uses.clone_from(&definition.uses);
            return self.whole(merged, seen);
        }
        let Some(entry) = self.catalogue.get(&uses.value) else {
            self.unknown(&uses);
            return None;
        };
        let span = placed.span.clone();
        Some(placed.with_defaults(&self.defaults).over(entry.clone().seen_from(&span)))
    }

    fn unknown(&self, uses: &At<Id>) {
        let known = self.defined.keys().chain(self.catalogue.ids()).map(Id::as_str);
        let help = match nearest(uses.value.as_str(), known) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => "define it in this file, under [define.NAME], or use one of the catalogue".to_owned(),
        };
        let message = format!("there is no exercise `{}`", uses.value);
        self.notes.add(Diagnostic::error("unknown-exercise", uses.span.clone(), message).help(help));
    }

    fn id(&self, placed: &Draft, whole: &Draft, number: usize) -> Option<Id> {
        if let Some(at) = placed.id.as_ref().or(placed.uses.as_ref()) {
            return Some(at.value.clone());
        }
        let Some(name) = &whole.name else {
            let problem =
                Diagnostic::error("missing-key", placed.span.clone(), "an exercise without `use` needs a `name`");
            self.notes.add(problem.help("write use = \"calf-raise\", or name = \"…\" with its work"));
            return None;
        };
        Id::from_name(name).or_else(|| {
            let made = format!("exercise-{number}");
            let message = format!("the name leaves no letter for an id; `{made}` is taken");
            self.notes.add(Diagnostic::warning("id", placed.span.clone(), message).help("give the exercise an `id`"));
            Id::new(&made)
        })
    }

    /// `reps = 30` where thirty seconds were meant.
    fn held_and_counted(&self, placed: &Draft) {
        let WorkKeys { reps: Some(reps), tempo: None, hold: None, relax: _, time: None } = &placed.work else { return };
        let (Some(uses), Reps::Count(count)) = (&placed.uses, reps.value) else { return };
        let bare = Draft { span: placed.span.clone(), uses: Some(uses.clone()), ..Draft::default() };
        let held = |base: &Draft| base.work.hold.is_some() && base.work.reps.is_none();
        if self.whole(bare, &mut Vec::new()).as_ref().is_some_and(held) {
            let n = count.low();
            let message = format!("`{}` is held, and `reps` makes it {n} reps at the runner's own pace", uses.value);
            let warning = Diagnostic::warning("hold-as-reps", reps.span.clone(), message);
            self.notes.add(warning.help(format!("write hold = \"{n}s\" if seconds are meant")));
        }
    }

    fn is_other(&self, at: &At<Id>, own: &Id, key: &str) -> bool {
        if at.value == *own {
            let message = format!("`{key}` of `{own}` points to itself");
            self.notes.add(Diagnostic::warning("points-to-itself", at.span.clone(), message));
        }
        at.value != *own
    }

    /// The neighbour to swap to. The dose that was written in place stays where the neighbour's work is of the same
    /// kind (reps stay reps); else only sets, side and load do. The rest is the neighbour's.
    fn neighbour(&self, at: &At<Id>, placed: &Draft, placed_whole: &Draft) -> Option<Exercise> {
        let bare = Draft { span: at.span.clone(), uses: Some(at.clone()), ..Draft::default() };
        let whole = self.whole(bare, &mut Vec::new())?;
        if placed_whole.work.kind() == whole.work.kind() {
            // What is wrong with the dose is said of the exercise in place, not here again.
            let unheard = Notes::new(self.notes.source, BTreeSet::new());
            let dosed = placed.dose().seen_from(&at.span).over(whole.clone());
            return finished(dosed, at.value.clone(), &unheard);
        }
        let dose = Draft { work: WorkKeys::default(), ..placed.dose() };
        finished(dose.seen_from(&at.span).over(whole), at.value.clone(), self.notes)
    }
}

/// The exercise, what nobody wrote from the built-in.
fn finished(whole: Draft, id: Id, notes: &Notes<'_>) -> Option<Exercise> {
    let work = work(&whole, notes)?;
    let name = whole.name.unwrap_or_else(|| Clean::name(id.as_str()));
    let texts = whole.texts;
    Some(Exercise {
        sets: whole.sets.map_or(Amount::fixed(1), |at| at.value),
        side: whole.side.unwrap_or(SideRule::Both),
        get_ready: whole.rests.get_ready,
        rest: whole.rests.rest.unwrap_or(DEFAULT_REST),
        rest_after: whole.rests.rest_after.unwrap_or(DEFAULT_REST_AFTER),
        change_over: whole.rests.change_over.unwrap_or(DEFAULT_CHANGE_OVER),
        load: whole.load.map(|at| at.value),
        optional: whole.optional.unwrap_or(false),
        setup: texts.setup,
        purpose: texts.purpose,
        note: texts.note,
        steps: texts.steps.unwrap_or_default(),
        cues: texts.cues.unwrap_or_default(),
        mistakes: texts.mistakes.unwrap_or_default(),
        muscles: texts.muscles.unwrap_or_default(),
        equipment: texts.equipment.unwrap_or_default(),
        synonyms: texts.synonyms.unwrap_or_default(),
        sources: texts.sources.unwrap_or_default(),
        figure: texts.figure,
        ..Exercise::new(id, name, work)
    })
}

/// Two exercises of a session with one id: both places are told.
pub(super) fn unique(exercises: &[(Exercise, Range<usize>)], notes: &Notes<'_>) {
    for (n, (exercise, span)) in exercises.iter().enumerate() {
        let before = exercises.iter().take(n).find(|(other, _)| other.id == exercise.id);
        if let Some((_, first)) = before {
            let message = format!("two exercises of the session have the id `{}`", exercise.id);
            let help = format!("give this one another: id = \"{}-2\"", exercise.id);
            notes.add(
                Diagnostic::error("duplicate-id", span.clone(), message).also(first.clone(), "the first").help(help),
            );
        }
    }
}
