//! The stages of a program and their sessions, down to the exercises in place.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::domain::exercise::Exercise;
use crate::domain::program::{Phase, Session};
use crate::domain::text::{Clean, Id, NAME, TEXT};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::catalogue::Catalogue;
use crate::io::program_file::draft::{Draft, draft};
use crate::io::program_file::exercise::{Placed, Resolver};
use crate::io::program_file::judge::Stage;
use crate::io::program_file::keys::{EXERCISE, PHASE, SESSION};
use crate::io::program_file::leaving::{Among, advance_when, back_when, skip_if};
use crate::io::program_file::merge::Defaults;
use crate::io::program_file::program::defaults;
use crate::io::program_file::remarks::{mixed, one_of, without_end};
use crate::io::program_file::same_as::same_as;
use crate::io::program_file::schedule::schedule;
use crate::io::program_file::table::Table;
use crate::io::program_file::variants::Variation;

/// The most phases of a program.
const MOST_PHASES: usize = 52;
/// The longest phase in weeks: ten years.
const MOST_WEEKS: u32 = 520;
/// The most sessions of a phase.
const MOST_SESSIONS: usize = 28;
/// The most exercises of a session.
const MOST_EXERCISES: usize = 200;
/// The most exercises of a program, those that stand in for others counted: a small file may name very many.
const MOST_IN_ALL: usize = 4_000;

/// What holds for the whole program while its stages are read.
pub(super) struct Stages<'a> {
    pub(super) defined: &'a BTreeMap<Id, Draft>,
    pub(super) defaults: Defaults,
    pub(super) variants: &'a [Variation],
    pub(super) catalogue: &'a Catalogue,
    /// Whether the program asks for any score of pain.
    pub(super) asks_pain: bool,
    pub(super) english: bool,
    /// Exercises that were read so far.
    pub(super) count: usize,
    /// The ids that exercises of the program have, of faulty ones too.
    pub(super) ids: BTreeSet<Id>,
    /// Where the sessions of each phase stand.
    pub(super) places: Vec<Vec<Range<usize>>>,
}

impl Stages<'_> {
    /// The phases of a program; a program without phases is one without a title.
    pub(super) fn phases(&mut self, table: &Table<'_>) -> Vec<Phase> {
        let example = "[[exercise]], and use = \"calf-raise\" below it";
        one_of(table, &["exercise", "session", "phase"], example);
        let mut phases = Vec::new();
        if holds_sessions(table) {
            let stage = self.stage(false, false);
            let (sessions, places) = self.sessions(table, &self.defaults.clone(), &stage);
            self.places.push(places);
            phases.push(Phase { sessions, ..Phase::default() });
        }
        phases.extend(self.blocks(table));
        phases
    }

    const fn stage(&self, first_of_several: bool, entry: bool) -> Stage {
        Stage { first_of_several, entry, asks_pain: self.asks_pain }
    }

    fn blocks(&mut self, table: &Table<'_>) -> Vec<Phase> {
        let blocks = table.blocks("phase", MOST_PHASES).unwrap_or_default();
        let mut phases: Vec<Phase> = Vec::new();
        let mut before: Option<Range<usize>> = None;
        for (n, block) in blocks.iter().enumerate() {
            let Some(inner) = table.sub_of("phase", block, PHASE, "write [[phase]], its keys below") else { continue };
            let place = inner.place_of("title").unwrap_or_else(|| inner.span.clone());
            // Exercises that slipped out of their phases are spoken of once.
            let slipped = holds_sessions(table);
            let among = Among { first: n == 0, last: n + 1 == blocks.len(), asks_pain: self.asks_pain };
            let phase = self.phase(inner, among, slipped, &phases);
            if let (Some(last), Some(before)) = (phases.last(), &before) {
                without_end((last, before), (&phase, &place), table.notes);
            }
            before = Some(place);
            phases.push(phase);
        }
        phases
    }

    fn phase(&mut self, table: Table<'_>, among: Among, slipped: bool, before: &[Phase]) -> Phase {
        let title = title(&table, "a phase", "Find the dose");
        let entry = table.list("entry").unwrap_or_default();
        let own = defaults(&table).over(&self.defaults);
        if !slipped || holds_sessions(&table) {
            one_of(
                &table,
                &["exercise", "session", "same_as"],
                "[[phase.exercise]], and use = \"calf-raise\" below it",
            );
        }
        let stage = self.stage(among.first && !among.last, !entry.is_empty());
        let (mut sessions, mut places) = self.sessions(&table, &own, &stage);
        if let Some((same, place)) = same_as(&table, before) {
            self.count += same.iter().map(|session| session.exercises.len()).sum::<usize>();
            if self.count > MOST_IN_ALL {
                too_many(&table);
            } else if sessions.is_empty() {
                places = vec![place; same.len()];
                sessions = same;
            } else {
                // two of them stand side by side, and that was said
            }
        }
        self.places.push(places);
        let phase = Phase {
            title,
            weeks: table.number("weeks", 1, MOST_WEEKS).map(|at| at.value),
            goal: table.text("goal", TEXT),
            advance_when: advance_when(&table, among),
            back_when: back_when(&table, among),
            entry,
            skip_if: skip_if(&table, among),
            schedule: table.parsed("schedule", "schedule", schedule).map(|at| at.value),
            sessions,
        };
        table.finish();
        phase
    }

    /// The sessions of a phase or of a program, and where they stand.
    fn sessions(&mut self, table: &Table<'_>, own: &Defaults, stage: &Stage) -> (Vec<Session>, Vec<Range<usize>>) {
        let mut read: Vec<(Session, Range<usize>)> = Vec::new();
        if let Some(place) = table.place_of("exercise") {
            let exercises = self.exercises(table, own, stage);
            read.push((Session { exercises, ..Session::default() }, place));
        }
        for block in table.blocks("session", MOST_SESSIONS).unwrap_or_default() {
            let help = "write [[session]], its keys below";
            let Some(inner) = table.sub_of("session", block, SESSION, help) else { continue };
            read.push(self.session(inner, own, stage));
        }
        mixed(&read, table.notes);
        read.into_iter().unzip()
    }

    fn session(&mut self, table: Table<'_>, own: &Defaults, stage: &Stage) -> (Session, Range<usize>) {
        let title = title(&table, "a session", "Morning");
        let place = table.place_of("title").unwrap_or_else(|| table.span.clone());
        one_of(&table, &["exercise"], "exercise = [{ use = \"calf-raise\" }]");
        let exercises = self.exercises(&table, own, stage);
        let own = table.parsed("schedule", "schedule", schedule).map(|at| at.value);
        table.finish();
        (Session { title, schedule: own, exercises }, place)
    }

    fn exercises(&mut self, table: &Table<'_>, own: &Defaults, stage: &Stage) -> Vec<Exercise> {
        let items = table.blocks("exercise", MOST_EXERCISES).unwrap_or_default();
        let resolver = Resolver {
            defined: self.defined,
            defaults: own.clone(),
            variants: self.variants,
            catalogue: self.catalogue,
            notes: table.notes,
        };
        let mut read: Vec<Placed> = Vec::new();
        for (n, item) in items.iter().enumerate() {
            let help = "write { use = \"calf-raise\" }";
            let Some(inner) = table.sub_of("exercise", item, EXERCISE, help) else { continue };
            let named = inner.keys.get("use").or_else(|| inner.keys.get("name"));
            let span = named.map_or_else(|| item.span(), toml::Spanned::span);
            let placed = draft(Table::new(inner.keys, span, EXERCISE, table.notes), self.english);
            if self.count > MOST_IN_ALL {
                too_many(table);
                break;
            }
            let named = placed.id.as_ref().or(placed.uses.as_ref()).map(|at| at.value.clone());
            self.ids.extend(named.or_else(|| placed.name.as_deref().and_then(Id::from_name)));
            read.extend(resolver.exercise(&placed, n + 1));
            self.count += 1 + read.last().map_or(0, |placed| placed.exercise.variants.len());
        }
        stage.judge(&read, read.len() == items.len(), self.variants, table.notes);
        read.into_iter().map(|placed| placed.exercise).collect()
    }
}

fn too_many(table: &Table<'_>) {
    let message = format!("the program has more than {MOST_IN_ALL} exercises, those of its variants counted");
    table.notes.error("limit", 0..0, message);
}

fn holds_sessions(table: &Table<'_>) -> bool {
    table.place_of("exercise").is_some() || table.place_of("session").is_some()
}

/// The title of a phase or a session, which has none by default.
fn title(table: &Table<'_>, what: &str, example: &str) -> Option<Clean> {
    let title = table.text("title", NAME);
    if table.place_of("title").is_none() {
        let problem = Diagnostic::error("missing-key", table.span.clone(), format!("{what} needs a `title`"));
        table.notes.missing(problem.help(format!("write title = \"{example}\"")));
    }
    title
}
