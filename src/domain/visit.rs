//! What a runner brings to the therapist: one program over a span of days, folded from the history as values.
//!
//! Nothing here is judged: what was prescribed stands beside what was done, and a score that was not given is unknown,
//! never zero. Words and charts are made in `report::visit`.

mod told;

mod days;
mod doses;
mod past;
mod series;
mod story;
mod work;

use chrono::NaiveDate;

use crate::domain::exercise::Affected;
use crate::domain::program::Program;
use crate::domain::progress::{self, Seen};
use crate::domain::text::{Clean, Id};

pub use days::{Day, Mark, Week};
pub use doses::DoseSteps;
pub use past::{Entry, Past, Square, View, YEAR};
pub use series::{Kind, Series};
pub use story::{Decision, Version};
pub use told::{Pain, Told, told};
pub use work::{Done, Skipped, Stop, Stopped, Work};

/// So many days are looked back on where nothing else is asked: 12 weeks (D).
pub const USUAL_DAYS: u64 = 84;

/// The days that a visit looks at, both ends in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Span {
    /// Whether a day lies in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

/// One program over a span of days.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// Which program.
    pub program: Id,
    /// Its title, as the last session had it.
    pub title: Clean,
    /// The days: as asked, but not before the first session.
    pub span: Span,
    /// The side that hurts, as the last session had it.
    pub affected: Affected,
    /// Where it hurts, where the program says so.
    pub place: Option<Clean>,
    /// The program's pain limit, 0 to 10, as the last session had it.
    pub limit: u8,
    /// When it is due, in words; none where the program is not at hand any more.
    pub schedule: Option<String>,
    /// Every day of the span up to today.
    pub days: Vec<Day>,
    /// The same by calendar weeks, Monday to Sunday.
    pub weeks: Vec<Week>,
    /// What was prescribed and done, an exercise and side a row, in the order of the last session.
    pub work: Vec<Work>,
    /// Loads, holds, reps, results, stiffness and effort over time.
    pub series: Vec<Series>,
    /// Exercises whose dose changed.
    pub doses: Vec<DoseSteps>,
    /// Sets that were stopped, exercises that were left out because of pain, in the order of their days.
    pub stops: Vec<Stop>,
    /// Exercises that the program's own rule about pain left out, with the number of sessions.
    pub ruled_out: Vec<(Clean, u32)>,
    /// What the runner decided.
    pub decisions: Vec<Decision>,
    /// The first eight digits of the plan's fingerprint at the last session; empty where it is not known.
    pub fingerprint: String,
    /// Changes of the program.
    pub versions: Vec<Version>,
    /// The runner's own words, by day.
    pub notes: Vec<(NaiveDate, Clean)>,
}

impl Visit {
    /// What there is to tell of a program; none where nothing of it was done in these days. `at_hand`: the program as
    /// it is now, for words that the history does not keep.
    pub fn of(id: &Id, at_hand: Option<&Program>, seen: &Seen<'_>, asked: Span) -> Option<Self> {
        let today = seen.today();
        let told = told(seen.history, |log| &log.start.program.id == id && log.start.day <= asked.to.min(today));
        let typed = seen.history.manual.iter().filter(|manual| &manual.program == id).map(|manual| manual.day);
        let first = told.iter().map(|one| one.log.start.day).chain(typed.clone()).min()?;
        let span = Span { from: asked.from.max(first), to: asked.to.min(today) };
        let within: Vec<&Told<'_>> = told.iter().filter(|one| span.holds(one.log.start.day)).collect();
        if within.is_empty() && !typed.clone().any(|day| span.holds(day)) {
            return None;
        }
        let last = told.last().map(|one| &one.log.start);
        let days = days::days(id, at_hand, seen, span, &within);
        Some(Self {
            program: id.clone(),
            title: last
                .map(|start| start.program.title.clone())
                .or_else(|| at_hand.map(|program| program.title.clone()))
                .unwrap_or_else(|| Clean::name(id.as_str())),
            span,
            affected: last.map_or(Affected::Neither, |start| start.affected),
            place: at_hand.and_then(|program| program.pain.place.clone()),
            limit: last
                .map(|start| start.pain_limit)
                .or_else(|| at_hand.map(|program| program.pain.limit))
                .unwrap_or(5),
            schedule: at_hand.map(|program| {
                crate::domain::prescription::schedule(&crate::domain::due::schedule_now(program, seen.history))
            }),
            weeks: days::weeks(id, at_hand, seen, &days, &within),
            days,
            work: work::work(&within, at_hand),
            series: series::series(&within, at_hand),
            doses: doses::steps(&within),
            stops: work::stops(&within),
            ruled_out: work::ruled_out(&within, at_hand),
            decisions: story::decisions(id, at_hand, seen.history, span),
            fingerprint: last.map(|start| story::short(&start.program.hash)).unwrap_or_default(),
            versions: story::versions(&told, span),
            notes: within.iter().flat_map(|one| one.notes().map(|note| (one.log.start.day, note.clone()))).collect(),
        })
    }

    /// The visits of all followed programs with anything in these days, in the order of their ids.
    pub fn all<'a>(programs: impl IntoIterator<Item = &'a Program>, seen: &Seen<'_>, asked: Span) -> Vec<Self> {
        let programs: Vec<&Program> = programs.into_iter().collect();
        let at_hand = |id: &Id| programs.iter().find(|program| &program.id == id).copied();
        let followed = progress::followed(seen.history);
        followed.iter().filter_map(|id| Self::of(id, at_hand(id), seen, asked)).collect()
    }
}
