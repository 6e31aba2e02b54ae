//! Doses for single sides: as they are written, over each other, and completed from their exercise.

use std::ops::Range;

use crate::domain::amount::{Amount, Load};
use crate::domain::exercise::{SideDose, SideDoses, SideRule};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::amounts::{length, load, reps, sets};
use crate::io::program_file::draft::{Draft, WorkKeys};
use crate::io::program_file::keys::SIDE_DOSE;
use crate::io::program_file::merge::moved;
use crate::io::program_file::notes::Notes;
use crate::io::program_file::table::{At, Table};
use crate::io::program_file::work::work;

/// The keys of the four doses, in the order of [`SideDrafts::all`].
pub(super) const SIDE_KEYS: [&str; 4] = ["affected", "unaffected", "left", "right"];

/// The doses of single sides as written.
#[derive(Clone, Debug, Default)]
pub(super) struct SideDrafts {
    affected: Option<SideDraft>,
    unaffected: Option<SideDraft>,
    left: Option<SideDraft>,
    right: Option<SideDraft>,
}

/// The dose of one side as written: every key may be missing.
#[derive(Clone, Debug, Default)]
pub(super) struct SideDraft {
    pub(super) span: Range<usize>,
    pub(super) sets: Option<At<Amount<u32>>>,
    pub(super) work: WorkKeys,
    pub(super) load: Option<At<Load>>,
    /// A key stands there and could not be read.
    pub(super) faulty: bool,
}

impl SideDrafts {
    pub(super) fn read(table: &Table<'_>) -> Self {
        let [affected, unaffected, left, right] = SIDE_KEYS.map(|key| SideDraft::read(table, key));
        Self { affected, unaffected, left, right }
    }

    /// Key and dose of each that is written.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'static str, &SideDraft)> {
        let Self { affected, unaffected, left, right } = self;
        let doses = [affected, unaffected, left, right];
        SIDE_KEYS.into_iter().zip(doses).filter_map(|(key, dose)| dose.as_ref().map(|dose| (key, dose)))
    }

    pub(super) fn over(self, base: Self) -> Self {
        let over = |own: Option<SideDraft>, base: Option<SideDraft>| match (own, base) {
            (Some(own), Some(base)) => Some(own.over(base)),
            (own, base) => own.or(base),
        };
        Self {
            affected: over(self.affected, base.affected),
            unaffected: over(self.unaffected, base.unaffected),
            left: over(self.left, base.left),
            right: over(self.right, base.right),
        }
    }

    pub(super) fn seen_from(self, span: &Range<usize>) -> Self {
        let seen = |dose: Option<SideDraft>| dose.map(|dose| dose.seen_from(span));
        Self {
            affected: seen(self.affected),
            unaffected: seen(self.unaffected),
            left: seen(self.left),
            right: seen(self.right),
        }
    }

    /// The doses, what each leaves open filled in from the whole exercise.
    pub(super) fn completed(&self, whole: &Draft, notes: &Notes<'_>) -> SideDoses {
        if whole.side.unwrap_or(SideRule::Both) == SideRule::Both {
            if let Some((key, dose)) = self.all().next() {
                let message = format!("`{key}` is a dose for one side, and this exercise is for both sides at once");
                let help = "write side = \"each\", so that each side has its turn";
                notes.add(Diagnostic::error("side-dose", dose.span.clone(), message).help(help));
            }
            return SideDoses::default();
        }
        let complete =
            |dose: &Option<SideDraft>| dose.as_ref().and_then(|dose| dose.completed(whole, notes)).map(Box::new);
        SideDoses {
            affected: complete(&self.affected),
            unaffected: complete(&self.unaffected),
            left: complete(&self.left),
            right: complete(&self.right),
        }
    }
}

impl SideDraft {
    fn read(table: &Table<'_>, key: &'static str) -> Option<Self> {
        let inner = table.sub(key, SIDE_DOSE, &format!("write {key} = {{ sets = 4 }}"))?;
        let mut dose = Self {
            span: table.place_of(key).unwrap_or_else(|| inner.span.clone()),
            sets: sets(&inner),
            work: WorkKeys {
                reps: reps(&inner),
                hold: length(&inner, "hold"),
                time: length(&inner, "time"),
                tempo: None,
                relax: None,
            },
            load: load(&inner),
            faulty: false,
        };
        dose.faulty = inner.holds_unread(&[
            ("sets", dose.sets.is_some()),
            ("reps", dose.work.reps.is_some()),
            ("hold", dose.work.hold.is_some()),
            ("time", dose.work.time.is_some()),
            ("load", dose.load.is_some()),
        ]);
        if inner.keys.is_empty() {
            let problem = Diagnostic::error("missing-key", inner.span.clone(), format!("`{key}` says nothing"));
            table.notes.missing(problem.help(format!("write {key} = {{ sets = 4 }}, or take it out")));
        }
        inner.finish();
        Some(dose)
    }

    fn over(self, base: Self) -> Self {
        Self {
            span: self.span,
            sets: self.sets.or(base.sets),
            work: self.work.over(base.work),
            load: self.load.or(base.load),
            faulty: self.faulty || base.faulty,
        }
    }

    fn seen_from(self, span: &Range<usize>) -> Self {
        Self {
            span: span.clone(),
            sets: self.sets.map(|at| moved(at, span)),
            work: self.work.seen_from(span),
            load: self.load.map(|at| moved(at, span)),
            faulty: self.faulty,
        }
    }

    fn completed(&self, whole: &Draft, notes: &Notes<'_>) -> Option<SideDose> {
        let keys = self.work.clone().over(whole.work.clone());
        let sets = self.sets.as_ref().or(whole.sets.as_ref());
        let load = self.load.as_ref().or(whole.load.as_ref());
        Some(SideDose {
            sets: sets.map_or(Amount::fixed(1), |at| at.value),
            work: work(&keys, &self.span, whole.has_steps(), notes)?,
            load: load.map(|at| at.value.clone()),
        })
    }
}
