//! What is offered before a session: the next stage, the one before, a step up or down in a range. The runner decides.
//!
//! - A stage that only some need is offered to be skipped before it begins: as long as nothing of it was tried.
//! - Pain over what a stage says in so many sessions in a row offers the stage before, alone: it begins anew there.
//! - Pain over the program's limit in the last session offers one step back, and nothing that is more; nor does such a
//!   pain that is told before the session.
//! - The next stage is offered alone: a step of a range of this one would be meant for another.
//! - In a row: a session that was not completed, or whose pain was too much or unknown, begins the count anew. Where a
//!   range is climbed, a session that broke off without pain is passed over.

use std::time::Duration;

use chrono::NaiveDate;

use crate::domain::climb::Progress;
use crate::domain::day;
use crate::domain::exercise::Exercise;
use crate::domain::history::{Choice, Chosen, History, Offered};
use crate::domain::plan::{Item, Plan, choose};
use crate::domain::prescription::{count, lower_first, work_and_load};
use crate::domain::program::{Advance, Back, Program};
use crate::domain::session::SessionResult;
use crate::domain::standing::stint::{Part, Sat, stint};
use crate::domain::standing::{Occasion, Offer, begun, choices, stage, trained_since};
use crate::domain::text::{Clean, Id};

/// A day, for the lengths that are counted in days.
const DAY: Duration = Duration::from_hours(24);

/// What is offered before the session of an occasion; nothing for a preview of the whole.
pub fn offers(program: &Program, history: &History, occasion: &Occasion) -> Vec<Offer> {
    let Some(on) = &occasion.on else { return Vec::new() };
    let sat = stint(program, history, &occasion.standing, on.day);
    let table = Table { program, history, occasion, today: on.day, sat: &sat };
    if let Some(stage) = table.stage_back() {
        return vec![stage];
    }
    let limit = program.pain.limit;
    if let Some((last, pain)) = sat.last().and_then(|last| Some((last, last.worst.filter(|pain| *pain > limit)?))) {
        return table.steps_back(last, pain);
    }
    if on.pain.is_some_and(|pain| pain > limit) {
        return Vec::new();
    }
    table.skipping().or_else(|| table.next_stage()).map_or_else(|| table.steps_up(), |offer| vec![offer])
}

/// The decision of a runner who takes an offer.
pub fn choice_of(program: &Program, what: &Offered) -> Chosen {
    match what {
        Offered::Phase(index) => {
            let title = program.phases.get(*index).and_then(|phase| phase.title.clone());
            Chosen::Phase { index: *index, title }
        }
        Offered::Level { exercise, to } => Chosen::Level { exercise: exercise.clone(), level: *to },
        Offered::Lighter => Chosen::Lighter,
    }
}

/// All that decides about offers.
struct Table<'a> {
    program: &'a Program,
    history: &'a History,
    occasion: &'a Occasion,
    today: NaiveDate,
    sat: &'a [Sat<'a>],
}

impl Table<'_> {
    fn next_stage(&self) -> Option<Offer> {
        let standing = &self.occasion.standing;
        let phase = self.program.phases.get(standing.phase)?;
        let next = standing.phase + 1;
        self.program.phases.get(next)?;
        let what = Offered::Phase(next);
        if self.was_refused(&what) {
            return None;
        }
        let mut why = Vec::new();
        if let Some(advance) = phase.advance_when {
            let run = self.run(advance);
            why.push(run.filter(|run| *run >= advance.sessions).map(|run| in_a_row(run, advance.pain_at_most))?);
        }
        if let Some(weeks) = phase.weeks {
            let over = day::after(standing.since?, u64::from(weeks) * 7);
            why.push((self.today >= over).then(|| weeks_are_over(weeks))?);
        }
        if why.is_empty() {
            return None;
        }
        let words = format!("go on to {}", self.named(next));
        Some(Offer { what, words, why: why.join(", and "), entry: self.entry(next) })
    }

    /// The next stage instead of this one, where only some need this one and it has not begun.
    fn skipping(&self) -> Option<Offer> {
        let (here, next) = (self.occasion.standing.phase, self.occasion.standing.phase + 1);
        let skip_if = &self.program.phases.get(here)?.skip_if;
        let what = Offered::Phase(next);
        let begun = !self.sat.is_empty() || self.was_further(here);
        if skip_if.is_empty() || next >= self.program.phases.len() || begun || self.was_refused(&what) {
            return None;
        }
        let words = format!("skip {} and begin with {}", self.named(here), self.named(next));
        // What both say is asked once.
        let others = self.entry(next).into_iter().filter(|said| !skip_if.contains(said));
        let entry = skip_if.iter().cloned().chain(others).collect();
        Some(Offer { what, words, why: "only some need it".to_owned(), entry })
    }

    /// Whether the runner ever chose a later stage: who came back needs this one.
    fn was_further(&self, here: usize) -> bool {
        choices(self.history, self.program).any(|choice| match &choice.what {
            Chosen::Phase { index, title } => stage(self.program, *index, title.as_ref()) > here,
            Chosen::Level { .. } | Chosen::Variant(_) | Chosen::Lighter | Chosen::NotNow(_) => false,
        })
    }

    /// The stage before, where this one hurt too much too often. Nothing must be true of who goes back.
    fn stage_back(&self) -> Option<Offer> {
        let here = self.occasion.standing.phase;
        let Back { pain_over, sessions } = self.program.phases.get(here)?.back_when?;
        let what = Offered::Phase(here.checked_sub(1)?);
        let too_much = |sat: &&Sat<'_>| sat.worst.is_some_and(|pain| pain > pain_over);
        let run = u32::try_from(self.sat.iter().rev().take_while(too_much).count()).unwrap_or(u32::MAX);
        if run < sessions || self.was_refused(&what) {
            return None;
        }
        let words = format!("go back to {}", self.named(here - 1));
        let run = if run == 1 { "the last session".to_owned() } else { format!("{run} sessions in a row") };
        Some(Offer { what, words, why: format!("pain over {pain_over} in {run}"), entry: Vec::new() })
    }

    /// `stage 2 of 4: Add load`.
    fn named(&self, stage: usize) -> String {
        let title = self.program.phases.get(stage).and_then(|phase| phase.title.as_ref());
        let title = title.map(|title| format!(": {title}")).unwrap_or_default();
        format!("stage {} of {}{title}", stage + 1, self.program.phases.len())
    }

    fn entry(&self, stage: usize) -> Vec<Clean> {
        self.program.phases.get(stage).map(|phase| phase.entry.clone()).unwrap_or_default()
    }

    /// Completed sessions of the stage in a row whose pain stayed low.
    fn run(&self, advance: Advance) -> Option<u32> {
        let low = |sat: &&Sat<'_>| {
            let pain = advance.pain_at_most.is_none_or(|most| sat.pain.is_some_and(|pain| pain <= most));
            sat.result == SessionResult::Completed && pain
        };
        u32::try_from(self.sat.iter().rev().take_while(low).count()).ok()
    }

    fn steps_up(&self) -> Vec<Offer> {
        let offer = |exercise: &Exercise| {
            let progress = exercise.progress?;
            let level = self.level(exercise);
            if level >= exercise.top_level() || self.is_too_soon(&exercise.id, &progress) {
                return None;
            }
            let run = self.run_of(&exercise.id, &progress);
            (run >= progress.every).then_some(())?;
            let why = in_a_row(run, Some(progress.pain_at_most));
            self.step(exercise, level + 1, why)
        };
        self.exercises().filter_map(offer).collect()
    }

    fn steps_back(&self, last: &Sat<'_>, pain: u8) -> Vec<Offer> {
        let offer = |exercise: &Exercise| {
            let level = self.level(exercise);
            let decided = self.decided(&exercise.id).is_some_and(|choice| choice.at > last.log.start.at);
            if level == 0 || decided || last.part(&exercise.id) == Part::Absent {
                return None;
            }
            let limit = self.program.pain.limit;
            let why = format!("pain of {pain} in the last session, over this program's limit of {limit}");
            self.step(exercise, level - 1, why)
        };
        self.exercises().filter_map(offer).collect()
    }

    /// The exercises of the session with their ranges.
    fn exercises(&self) -> impl Iterator<Item = &Exercise> {
        let standing = &self.occasion.standing;
        let session = self.program.phases.get(standing.phase).and_then(|p| p.sessions.get(self.occasion.session));
        session.into_iter().flat_map(|session| choose::resolved(session, standing))
    }

    /// The level that is played: never above the top.
    fn level(&self, exercise: &Exercise) -> u32 {
        self.occasion.standing.level(&exercise.id).min(exercise.top_level())
    }

    /// The offer of another level, where the exercise is in today's session.
    fn step(&self, exercise: &Exercise, to: u32, why: String) -> Option<Offer> {
        let mut other = self.occasion.clone();
        other.standing.levels.insert(exercise.id.clone(), to);
        let item = |occasion| {
            Plan::of(self.program, occasion)?.items.into_iter().find(|item: &Item| item.planned == exercise.id)
        };
        let words = instead(&item(self.occasion)?, &item(&other)?);
        Some(Offer { what: Offered::Level { exercise: exercise.id.clone(), to }, words, why, entry: Vec::new() })
    }

    /// Completed sessions with an exercise in a row whose pain stayed low, since the last decision about it.
    fn run_of(&self, exercise: &Id, progress: &Progress) -> u32 {
        let since = self.decided(exercise).map(|choice| choice.at);
        let low = |pain: u8| pain <= progress.pain_at_most;
        let mut run = 0;
        for sat in self.sat.iter().rev().take_while(|sat| since.is_none_or(|since| sat.log.start.at >= since)) {
            match (sat.part(exercise), sat.result) {
                (Part::Absent, _) => {}
                (Part::Done, SessionResult::Completed) if sat.pain.is_some_and(low) => run += 1,
                (Part::Done, SessionResult::Partial | SessionResult::Short) if sat.worst.is_none_or(low) => {}
                (Part::Done | Part::Troubled, _) => break,
            }
        }
        run
    }

    /// The last decision about the level of an exercise in this stage: taken or turned down.
    fn decided(&self, exercise: &Id) -> Option<&Choice> {
        self.last(|choice| match &choice.what {
            Chosen::Level { exercise: of, .. } | Chosen::NotNow(Offered::Level { exercise: of, .. }) => of == exercise,
            Chosen::Phase { .. }
            | Chosen::Variant(_)
            | Chosen::Lighter
            | Chosen::NotNow(Offered::Phase(_) | Offered::Lighter) => false,
        })
    }

    /// Whether the last change of the level is too few days ago, in whatever stage that was.
    fn is_too_soon(&self, exercise: &Id, progress: &Progress) -> bool {
        let Some(least) = progress.no_sooner_than else { return false };
        let of_it = |choice: &&Choice| matches!(&choice.what, Chosen::Level { exercise: of, .. } if of == exercise);
        let climbed = choices(self.history, self.program).filter(of_it).map(|choice| choice.day).max();
        let days = u64::try_from(least.as_millis().div_ceil(DAY.as_millis())).unwrap_or(u64::MAX);
        climbed.is_some_and(|climbed| self.today < day::after(climbed, days))
    }

    fn was_refused(&self, what: &Offered) -> bool {
        refused(self.program, self.history, what)
    }

    fn last(&self, wanted: impl Fn(&Choice) -> bool) -> Option<&Choice> {
        last(self.program, self.history, wanted)
    }
}

/// Whether an offer was turned down since the last session in which something was tried.
pub(in crate::domain) fn refused(program: &Program, history: &History, what: &Offered) -> bool {
    let refusal = last(program, history, |choice| matches!(&choice.what, Chosen::NotNow(of) if of == what));
    refusal.is_some_and(|refusal| !trained_since(program, history, refusal.at))
}

/// The last decision of a kind since the stage began.
fn last<'a>(program: &Program, history: &'a History, wanted: impl Fn(&Choice) -> bool) -> Option<&'a Choice> {
    let since = begun(program, history).choice.map(|choice| choice.at);
    let mine = choices(history, program).filter(|choice| since.is_none_or(|since| choice.at >= since));
    mine.filter(|choice| wanted(choice)).max_by_key(|choice| choice.at)
}

/// `7 sessions in a row with pain of 3 or less`.
fn in_a_row(run: u32, pain_at_most: Option<u8>) -> String {
    let sessions = if run == 1 { "1 session".to_owned() } else { format!("{run} sessions in a row") };
    match pain_at_most {
        Some(most) => format!("{sessions} with pain of {most} or less"),
        None => format!("{sessions} completed"),
    }
}

fn weeks_are_over(weeks: u32) -> String {
    let are = if weeks == 1 { "is" } else { "are" };
    format!("{} of this stage {are} over", count(weeks, "week"))
}

/// `heel drop, straight knee: 10 reps instead of 8`, by side where the sides differ.
pub(super) fn instead(now: &Item, then: &Item) -> String {
    let mut sides: Vec<(String, String)> = Vec::new();
    for side in &now.sides {
        let words = |item: &Item| work_and_load(item.sets(*side), item.work(*side), item.load(*side));
        let (before, after) = (words(now), words(then));
        let changed = after.iter().zip(&before).filter(|(after, before)| after != before);
        let changed: Vec<String> =
            changed.map(|(after, before)| format!("{after} instead of {}", short(before))).collect();
        if !changed.is_empty() {
            let side = side.map(|side| format!("{} ", side.word())).unwrap_or_default();
            sides.push((side, crate::domain::prescription::and_list(&changed)));
        }
    }
    let same = sides.len() == now.sides.len()
        && sides.windows(2).all(|pair| pair.first().map(|s| &s.1) == pair.last().map(|s| &s.1));
    let words: Vec<String> = match sides.first() {
        Some((_, words)) if same => vec![words.clone()],
        _ => sides.into_iter().map(|(side, words)| format!("{side}{words}")).collect(),
    };
    format!("{}: {}", lower_first(&now.exercise.name), words.join("; "))
}

/// What was said of the other one already is left out: `10 reps instead of 8`.
fn short(part: &str) -> &str {
    let nouns = [" reps", " rep", " sets", " set", " held"];
    let part = part.strip_prefix("holds of ").unwrap_or(part);
    nouns.iter().find_map(|noun| part.strip_suffix(noun)).unwrap_or(part)
}
