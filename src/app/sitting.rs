//! A session on its way into the history: begun, written line by line, finished. Every face uses it.

use std::time::Duration;

use chrono::{DateTime, FixedOffset};

use crate::domain::consent;
use crate::domain::day::logical_day;
use crate::domain::due::schedule_now;
use crate::domain::exercise::Affected;
use crate::domain::history::{Change, Choice, Chosen, DatedPlan, Enrolment, History};
use crate::domain::outcome::{outcome, rest_advised, set_records};
use crate::domain::plan::Plan;
use crate::domain::program::Program;
use crate::domain::session::{Finish, Happened, Line, ProgramRef, Start};
use crate::domain::text::Clean;
use crate::domain::time::Moment;
use crate::error::Error;
use crate::io::clock::Clock;
use crate::io::journal::{Answer, Journal, Recorder, Writer};

/// A session that is being written down.
pub(crate) struct Sitting {
    start: Start,
    lines: Vec<Line>,
    writer: Writer,
    /// The moment that corresponds to `base`.
    origin: Moment,
    /// Since the start of the session, at `origin`: more than nothing where it was resumed.
    base: Duration,
    /// Lines that are in memory only, and why.
    trouble: Option<(usize, String)>,
}

impl Sitting {
    /// Begins a session: its head is on disk when this returns.
    pub(crate) fn begin(journal: &Journal, start: &Start, clock: &dyn Clock) -> Result<Self, Error> {
        Self::with(journal.begin(start.clone())?, start, clock)
    }

    /// The same where the disk takes nothing: the session is kept in memory, and each line tries to save all of them.
    pub(crate) fn begin_unsaved(journal: &Journal, start: &Start, clock: &dyn Clock) -> Result<Self, Error> {
        Self::with(journal.begin_in_memory(start.clone())?, start, clock)
    }

    fn with(recorder: Recorder, start: &Start, clock: &dyn Clock) -> Result<Self, Error> {
        Ok(Self {
            start: start.clone(),
            lines: Vec::new(),
            writer: Writer::new(recorder)?,
            origin: clock.moment(),
            base: Duration::ZERO,
            trouble: None,
        })
    }

    /// Goes on with a session that was cut off.
    pub(crate) fn resume(journal: &Journal, history: &History, id: &str, clock: &dyn Clock) -> Result<Self, Error> {
        let log = history.sessions.iter().find(|log| log.start.session == id);
        let log = log.ok_or_else(|| Error::failed("the session that was cut off is not in the history any more"))?;
        let recorder = journal.resume(id)?;
        let start = recorder.start().clone();
        let lines = crate::domain::progress::lines(history, log).into_iter().cloned().collect();
        let base = clock.wall().signed_duration_since(start.at).to_std().unwrap_or_default().max(log.last);
        Ok(Self { start, lines, writer: Writer::new(recorder)?, origin: clock.moment(), base, trouble: None })
    }

    /// Counts from the moment at which the player began: the file was made a moment before or after.
    pub(crate) const fn counts_from(&mut self, origin: Moment) {
        self.origin = origin;
    }

    /// Writes something down, in the background.
    pub(crate) fn log(&mut self, what: Happened, at: Moment) {
        // The two clocks are read one after the other: what lies below a millisecond is that, and is rounded away.
        let at = self.base + at.elapsed.saturating_sub(self.origin.elapsed) + Duration::from_micros(500);
        let at = Duration::from_millis(u64::try_from(at.as_millis()).unwrap_or(u64::MAX));
        let line = Line { at, what };
        self.lines.push(line.clone());
        let _ticket = self.writer.append(line);
    }

    /// The end of the session: what it comes to, written down last.
    pub(crate) fn finish(&mut self, clock: &dyn Clock) -> Finish {
        let now = clock.moment();
        let outcome = outcome(&self.start.plan, set_records(&self.lines));
        let expected = self.base + now.elapsed.saturating_sub(self.origin.elapsed);
        let real = clock.wall().signed_duration_since(self.start.at);
        let step = real.num_seconds() - i64::try_from(expected.as_secs()).unwrap_or(i64::MAX);
        let finish = Finish {
            result: outcome.result,
            fraction: outcome.fraction,
            counts: outcome.counts && !self.start.rehearsal,
            rest_advised: rest_advised(self.worst_pain(), self.start.pain_limit, self.start.day),
            clock_step: (step.abs() > 60).then_some(step),
        };
        self.log(Happened::Finish(finish.clone()), now);
        finish
    }

    /// The worst pain that was given in this session.
    pub(crate) fn worst_pain(&self) -> Option<u8> {
        let given = self.lines.iter().filter_map(|line| match &line.what {
            Happened::Rate(rating) => rating.pain,
            Happened::Set(_) | Happened::Note(_) | Happened::Interrupted | Happened::Resumed | Happened::Finish(_) => {
                None
            }
        });
        given.max()
    }

    /// How saving stands: none while all is on disk, else how many lines are not, and why.
    pub(crate) fn trouble(&mut self) -> Option<(usize, String)> {
        for answer in self.writer.answers() {
            self.trouble = match answer {
                Answer::Saved(_) => None,
                Answer::NotSaved { why, unsaved, .. } => Some((unsaved, why)),
            };
        }
        self.trouble.clone()
    }

    /// Lines that were handed over and not answered yet.
    pub(crate) fn waiting(&self) -> u64 {
        self.writer.unanswered()
    }

    /// Tries again what could not be saved.
    pub(crate) fn retry(&mut self) {
        self.writer.retry();
    }

    /// Waits until all is on disk; what is not comes back as lines, with the reason.
    pub(crate) fn close(self) -> Result<(), (Vec<String>, String)> {
        self.writer.finish().map_err(|unsaved| (unsaved.lines, unsaved.why))
    }

    /// The head of the session.
    pub(crate) const fn start(&self) -> &Start {
        &self.start
    }
}

/// The head of a session that begins now.
pub(crate) fn head(plan: &Plan, rehearsal: bool, rollover: chrono::NaiveTime, clock: &dyn Clock) -> Start {
    let at = clock.wall();
    Start {
        session: Journal::session_id(at),
        at,
        zone: clock.zone(),
        day: logical_day(at, rollover),
        rollover,
        program: ProgramRef { id: plan.program.clone(), title: plan.title.clone(), hash: plan.fingerprint() },
        affected: plan.affected,
        lighter: plan.lighter,
        pain_limit: plan.pain.limit,
        phase: plan.phase,
        turn: plan.turn,
        variant: plan.variant.clone(),
        plan: plan.planned(),
        rehearsal,
        continues: None,
    }
}

/// An enrolment: the warnings as they were shown, and the side. A rehearsal keeps it in memory.
pub(crate) fn enrolment(program: &Program, affected: Affected, at: DateTime<FixedOffset>) -> Enrolment {
    Enrolment::new(at, program.id.clone(), affected, consent::warnings(program))
}

/// Writes an enrolment down.
pub(crate) fn enrol(
    journal: &Journal,
    program: &Program,
    affected: Affected,
    at: DateTime<FixedOffset>,
) -> Result<Enrolment, Error> {
    let enrolment = enrolment(program, affected, at);
    journal.change(&Change::Enrol(enrolment.clone()))?;
    Ok(enrolment)
}

/// Writes down the schedule of the stage in which the runner stands, where the history knows another one, or none.
pub(crate) fn keep_schedule(
    journal: &Journal,
    history: &History,
    program: &Program,
    at: DateTime<FixedOffset>,
    rollover: chrono::NaiveTime,
) -> Result<(), Error> {
    let schedule = schedule_now(program, history);
    let known = history.plans.iter().filter(|plan| plan.program == program.id).max_by_key(|plan| (plan.from, plan.at));
    if known.is_some_and(|plan| plan.schedule == schedule) {
        return Ok(());
    }
    let from = logical_day(at, rollover);
    let _id = journal.change(&Change::Plan(DatedPlan { at, program: program.id.clone(), from, schedule }))?;
    Ok(())
}

/// Writes a decision down; it is returned for the history that was read before it.
pub(crate) fn choose(
    journal: &Journal,
    program: &Program,
    what: Chosen,
    at: DateTime<FixedOffset>,
    rollover: chrono::NaiveTime,
) -> Result<Choice, Error> {
    let choice = decision(program, what, at, rollover);
    journal.change(&Change::Choose(choice.clone()))?;
    Ok(choice)
}

/// A decision that is made at a moment.
pub(crate) fn decision(
    program: &Program,
    what: Chosen,
    at: DateTime<FixedOffset>,
    rollover: chrono::NaiveTime,
) -> Choice {
    Choice { at, day: logical_day(at, rollover), program: program.id.clone(), what }
}

/// The words for how a session went.
pub(crate) fn result_words(finish: &Finish) -> String {
    use crate::domain::session::SessionResult as R;
    let how = match finish.result {
        R::Completed => "completed",
        R::Partial => "partly done",
        R::Short => "short",
        R::StoppedPain => "stopped because of pain; it counts as having trained",
    };
    let done = (finish.fraction * 100.0).round();
    let rest = if finish.rest_advised.is_some() { "; rest tomorrow, it does not break your streak" } else { "" };
    Clean::text(&format!("{how}, {done:.0} % of the plan{rest}")).to_string()
}
