//! From drafts to exercises: definitions and the catalogue are looked up, neighbours are resolved.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::domain::amount::Amount;
use crate::domain::exercise::{DEFAULT_CHANGE_OVER, DEFAULT_REST, DEFAULT_REST_AFTER, Exercise, Reps, SideRule};
use crate::domain::text::{Clean, Id};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::catalogue::Catalogue;
use crate::io::program_file::climb::progress;
use crate::io::program_file::draft::{Draft, Placing, WorkKeys};
use crate::io::program_file::guess::nearest;
use crate::io::program_file::merge::Defaults;
use crate::io::program_file::notes::Notes;
use crate::io::program_file::ranges::the_range;
use crate::io::program_file::sides::SideDrafts;
use crate::io::program_file::table::At;
use crate::io::program_file::variants::Variation;
use crate::io::program_file::work::work;

/// An exercise with what is still to be judged in its session.
pub(super) struct Placed {
    pub(super) exercise: Exercise,
    /// Its place in the source.
    pub(super) span: Range<usize>,
    /// Whether its author wrote a remark.
    pub(super) noted: bool,
    /// The place of its range.
    pub(super) range: Option<Range<usize>>,
    pub(super) placing: Placing,
    pub(super) sides: SideDrafts,
}

/// Everything that an exercise may refer to.
pub(super) struct Resolver<'a> {
    pub(super) defined: &'a BTreeMap<Id, Draft>,
    pub(super) defaults: Defaults,
    pub(super) variants: &'a [Variation],
    pub(super) catalogue: &'a Catalogue,
    pub(super) notes: &'a Notes<'a>,
}

impl Resolver<'_> {
    /// A definition that nobody uses is checked too.
    pub(super) fn check_definitions(&self) {
        for definition in self.defined.values() {
            let _checked = self.written(definition.clone()).and_then(|written| self.whole(written));
        }
    }

    /// An exercise in place; `number` is its place in the session, from 1.
    pub(super) fn exercise(&self, placed: &Draft, number: usize) -> Option<Placed> {
        let written = self.written(placed.clone())?;
        let noted = written.texts.note.is_some();
        let whole = self.whole(written)?;
        let id = self.id(placed, &whole, number)?;
        if let Some(uses) = &placed.uses {
            self.held_and_counted(uses, placed);
        }
        let range = the_range(&whole, &self.unheard()).map(|range| range.span);
        let mut exercise = self.resolved(placed, whole, &id)?;
        for variant in self.variants {
            let stands_in = variant.instead_of(&id).and_then(|at| self.stands_in(at, placed));
            exercise.variants.extend(stands_in.map(|other| (variant.id.clone(), other)));
            exercise.left_out_by.extend(variant.leaves_out(&id).then(|| variant.id.clone()));
        }
        let Draft { span, placing, .. } = placed.clone();
        Some(Placed { exercise, span, noted, range, placing, sides: placed.sides.clone() })
    }

    /// What stands in for an exercise in a variant: what was written in place stays, the rest is the new one's.
    fn stands_in(&self, at: &At<Id>, placed: &Draft) -> Option<Exercise> {
        self.held_and_counted(at, placed);
        let stays = self.with_its_range(placed.staying().seen_from(&at.span));
        let whole = self.whole(self.written(using(at))?)?;
        self.resolved(placed, stays.over(whole), &at.value)
    }

    /// The exercise of a whole draft with its neighbours.
    fn resolved(&self, placed: &Draft, whole: Draft, id: &Id) -> Option<Exercise> {
        let neighbour = |at: &Option<At<Id>>, key| {
            let at = at.as_ref().filter(|at| self.is_other(at, id, key))?;
            self.neighbour(at, placed, &whole).map(Box::new)
        };
        let (easier, harder) = (neighbour(&whole.easier, "easier"), neighbour(&whole.harder, "harder"));
        let exercise = finished(whole, id.clone(), self.notes)?;
        Some(Exercise { easier, harder, ..exercise })
    }

    /// The draft over its definitions. What it uses then is the catalogue's, or nothing.
    ///
    /// What the work is depends on what lies below it: a tempo alone means the reps of the catalogue. So the keys of the
    /// work are joined from the bottom, the catalogue's entry included, and the others from the top.
    fn written(&self, placed: Draft) -> Option<Draft> {
        let mut works = vec![placed.work.clone()];
        let mut merged = placed;
        let mut seen: Vec<Id> = Vec::new();
        while let Some(uses) = merged.uses.clone() {
            // A definition that uses its own id means the catalogue's.
            let own = seen.last() == Some(&uses.value);
            let Some(definition) = self.defined.get(&uses.value).filter(|_| !own) else { break };
            if seen.contains(&uses.value) {
                let message = format!("`{}` is defined by itself", uses.value);
                let help = "let one of them use the catalogue";
                self.notes.add(Diagnostic::error("cycle", uses.span, message).help(help));
                return None;
            }
            works.push(definition.work.clone());
            merged = merged.over(definition.clone());
            merged.uses.clone_from(&definition.uses);
            seen.push(uses.value);
        }
        let entry = merged.uses.as_ref().and_then(|uses| self.catalogue.get(&uses.value));
        works.extend(entry.map(|entry| entry.clone().seen_from(&merged.span).work));
        if let Some(work) = works.into_iter().rev().reduce(|below, above| above.over(below)) {
            merged.work = work;
        }
        Some(merged)
    }

    /// What was written over the defaults, over the catalogue.
    fn whole(&self, written: Draft) -> Option<Draft> {
        let Some(uses) = written.uses.clone() else { return Some(written.with_defaults(&self.defaults)) };
        let Some(entry) = self.catalogue.get(&uses.value) else {
            self.unknown(&uses);
            return None;
        };
        let (span, work) = (written.span.clone(), written.work.clone());
        let mut whole = written.with_defaults(&self.defaults).over(entry.clone().seen_from(&span));
        // Under another name it looks as what it uses.
        whole.texts.figure.get_or_insert_with(|| Clean::name(uses.value.as_str()));
        Some(Draft { work, ..whole })
    }

    /// Whether an exercise of this id can be used.
    pub(super) fn knows(&self, id: &Id) -> bool {
        self.defined.contains_key(id) || self.catalogue.get(id).is_some()
    }

    /// Notes that nobody reads: what is wrong was said of the exercise in place already.
    fn unheard(&self) -> Notes<'_> {
        Notes::new(self.notes.source, BTreeSet::new())
    }

    /// What stays, without a way to climb where the range itself does not stay.
    fn with_its_range(&self, mut stays: Draft) -> Draft {
        if the_range(&stays, &self.unheard()).is_none() {
            stays.progress = None;
        }
        stays
    }

    pub(super) fn unknown(&self, uses: &At<Id>) {
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
            self.notes.missing(problem.help("write use = \"calf-raise\", or name = \"…\" with its work"));
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
    fn held_and_counted(&self, uses: &At<Id>, placed: &Draft) {
        let WorkKeys { reps: Some(reps), tempo: None, hold: None, relax: _, time: None } = &placed.work else { return };
        let Reps::Count(count) = reps.value else { return };
        let held = |base: &Draft| base.work.hold.is_some() && base.work.reps.is_none();
        let base =
            self.written(using(uses)).filter(|written| written.uses.as_ref().is_none_or(|at| self.knows(&at.value)));
        if base.and_then(|written| self.whole(written)).as_ref().is_some_and(held) {
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
        let whole = self.whole(self.written(using(at))?)?;
        let bare = finished(whole.clone(), at.value.clone(), self.notes)?;
        let mut stays = placed.staying().seen_from(&at.span);
        if placed_whole.work.kind() != whole.work.kind() {
            stays.work = WorkKeys::default();
            stays.sides = SideDrafts::default();
        }
        let dosed = self.with_its_range(stays).over(whole);
        finished(dosed, at.value.clone(), &self.unheard()).or(Some(bare))
    }
}

/// A draft that says nothing but what it uses.
fn using(at: &At<Id>) -> Draft {
    Draft { span: at.span.clone(), uses: Some(at.clone()), ..Draft::default() }
}

/// The exercise, what nobody wrote from the built-in.
pub(super) fn finished(whole: Draft, id: Id, notes: &Notes<'_>) -> Option<Exercise> {
    if whole.faulty {
        // The key that could not be read is an error already; what it leaves open would only echo it.
        return None;
    }
    let progress = progress(&whole, notes);
    let work = work(&whole.work, &whole.span, whole.has_steps(), notes);
    let sides = whole.sides.completed(&whole, notes);
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
        optional: whole.placing.optional.unwrap_or(false),
        schedule: whole.placing.schedule,
        only_if_pain: whole.placing.only_if.map(|at| at.value),
        circuit: whole.placing.circuit.map(|at| at.value),
        measure: whole.measure,
        progress,
        sides,
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
        ..Exercise::new(id, name, work?)
    })
}
