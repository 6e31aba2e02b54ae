//! What the screens ask for, done: the only place where a key press becomes a line on disk.

mod closing;
mod follow;
mod past;

use std::rc::Rc;
use std::time::Duration;

use crate::app::builder::{self, Workshop};
use crate::app::listener::Listener;
use crate::app::live::{Pace, Watch};
use crate::app::screen::How;
use crate::app::sitting::{Sitting, head, keep_schedule};
use crate::app::world::World;
use crate::domain::following::placed;
use crate::domain::history::{Change, Choice, Enrolment};
use crate::domain::plan::Plan;
use crate::domain::player::Event;
use crate::domain::program::Program;
use crate::domain::session::{Finish, Happened, Rating};
use crate::domain::text::Id;
use crate::domain::time::Moment;
use crate::domain::today::{Today, resumable};
use crate::error::Error;
use crate::io::clock::Clock as _;
use crate::io::journal::{Courtesy, Loaded};
use crate::io::timings::Timings;
use crate::io::words::lexicon;
use crate::tui::effect::builder::Ask;
use crate::tui::effect::{Answer, Effect};
use crate::tui::model::Listening;

/// A line that is not on disk so long after it was handed over is worth a word.
const SLOW: Duration = Duration::from_millis(500);
/// How often what could not be saved is tried again.
const AGAIN: Duration = Duration::from_secs(5);

/// The hands of the screens.
pub(crate) struct Hands {
    world: World,
    /// Nothing of a rehearsal counts.
    rehearsal: bool,
    loaded: Loaded,
    sitting: Option<Sitting>,
    /// The session's end was written down, and is on its way to the disk.
    ending: Option<Finish>,
    /// How saving stood when that was last told.
    told: Option<Answer>,
    /// Since when lines wait, and when the last try was made.
    waiting: Option<Moment>,
    tried: Moment,
    answers: Vec<Answer>,
    /// Another session seems to be running on this machine.
    lock: Option<Courtesy>,
    /// What was confirmed for a rehearsal: it holds until the end, and is written nowhere.
    agreed: Vec<Enrolment>,
    /// What was decided for a rehearsal, likewise.
    decided: Vec<Choice>,
    /// How late everything was told, where that is measured.
    timings: Option<Timings>,
    /// The program that is written.
    pub(crate) workshop: Option<Workshop>,
    /// The file that is looked at while it is written, and the clock of its rehearsals.
    pub(crate) watch: Option<Watch>,
    pace: Rc<Pace>,
    /// Who hears.
    pub(crate) ears: Listener,
}

impl Hands {
    /// Hands with the history that was read.
    pub(crate) fn new(world: World, loaded: Loaded, how: How, pace: Rc<Pace>) -> Self {
        let agreed = how.agreed.into_iter().filter(|_| how.rehearsal).collect();
        let ears = Listener::new(&world);
        let mut hands = Self {
            world,
            rehearsal: how.rehearsal,
            loaded,
            sitting: None,
            ending: None,
            told: None,
            waiting: None,
            tried: Moment::awake(Duration::ZERO),
            answers: Vec::new(),
            lock: None,
            agreed,
            decided: Vec::new(),
            timings: how.timings,
            workshop: None,
            watch: None,
            pace,
            ears,
        };
        hands.remember();
        hands
    }

    /// Puts what was confirmed and decided for this rehearsal beside what was read.
    fn remember(&mut self) {
        self.loaded.history.enrolments.extend(self.agreed.iter().cloned());
        self.loaded.history.choices.extend(self.decided.iter().cloned());
    }

    /// All programs.
    pub(crate) fn programs(&self) -> Vec<Program> {
        self.world.library.programs().map(|program| placed(program, &self.loaded.history)).collect()
    }

    /// What the runner hears, and with which words.
    pub(crate) fn listening(&self) -> Listening {
        Listening {
            lexicon: lexicon().clone(),
            usual: self.ears.usual(),
            chosen: self.ears.chosen().clone(),
            offers_voice: self.ears.offers_voice(),
        }
    }

    /// The figures of all programs.
    pub(crate) fn figures(&self) -> crate::tui::model::Figures {
        crate::app::pictures::figures(&self.world)
    }

    /// What is due by the history as it was read last.
    pub(crate) fn today(&self) -> Today {
        self.world.today(&self.loaded)
    }

    /// Does what was asked for; what comes of it is told by [`Self::answers`].
    pub(crate) fn perform(&mut self, effect: Effect) {
        let done = match effect {
            Effect::Enrol { program, affected, from, place } => self.enrol(&program, affected, from, place),
            Effect::Stop(program) => self.stop(program),
            Effect::Choose { program, what } => {
                self.choose(&program, what);
                Ok(())
            }
            Effect::Begin { plan, before, at } => self.begin(&plan, before, at),
            Effect::Log { what, at } => {
                self.log(what, at);
                Ok(())
            }
            Effect::Finish { .. } => {
                self.finish();
                Ok(())
            }
            Effect::Later { session, rating } => self.change(&session, Some(rating)),
            Effect::Void(session) => self.change(&session, None),
            Effect::Resume(session) => self.resume(&session),
            Effect::FinishUnfinished(session) => self.finish_unfinished(&session),
            Effect::Refresh => {
                self.refresh();
                Ok(())
            }
            Effect::Tell(events) => {
                self.measure(&events);
                Ok(())
            }
            Effect::Hear(call) => {
                self.ears.hear(&call);
                Ok(())
            }
            Effect::Hearing { program, hearing } => self.ears.keep(&program, hearing),
            Effect::SoundCheck => {
                self.ears.check();
                Ok(())
            }
            Effect::Voice(wanted) => self.ears.answered(wanted),
            Effect::Builder(ask) => self.build(ask),
            Effect::Past(ask) => self.past(ask),
            Effect::Live(crate::tui::effect::live::Ask::Speed(speed)) => {
                // A rehearsal begins, or is over.
                self.ears.leave();
                self.pace.set(speed);
                Ok(())
            }
            Effect::Notify(_) => Ok(()),
            Effect::Suspend | Effect::Quit => {
                self.ears.leave();
                Ok(())
            }
        };
        if let Err(error) = done {
            self.answers.push(Answer::Failed(error.message().to_owned()));
        }
    }

    /// Everything the player told goes out at this moment.
    fn measure(&mut self, events: &[Event]) {
        let Some(timings) = &mut self.timings else { return };
        let now = self.world.clock.moment().awake;
        for event in events {
            timings.told(event.due.awake, now, event.what.word());
        }
    }

    /// Looks after the disk; called every turn.
    pub(crate) fn tick(&mut self, now: Moment) {
        let told = self.watch.as_mut().and_then(|watch| watch.look(&self.world.library, &self.world.clock));
        self.answers.extend(told.map(Answer::Live));
        self.answers.extend(self.ears.notices().into_iter().map(|notice| Answer::Failed(notice.to_string())));
        let Some(sitting) = &mut self.sitting else { return };
        let trouble = sitting.trouble();
        let waits = sitting.waiting() > 0;
        self.waiting = if waits { self.waiting.or(Some(now)) } else { None };
        let slow = self.waiting.is_some_and(|since| now.elapsed.saturating_sub(since.elapsed) >= SLOW);
        let state = match (&trouble, waits, slow) {
            (Some((_, why)), _, _) => Some(Answer::NotSaved(why.clone())),
            (None, true, true) => Some(Answer::Saving),
            (None, true, false) => None,
            (None, false, _) => Some(Answer::Saved),
        };
        if let Some(state) = state.filter(|state| self.told.as_ref() != Some(state)) {
            self.told = Some(state.clone());
            self.answers.push(state);
        }
        if trouble.is_some() && now.elapsed.saturating_sub(self.tried.elapsed) >= AGAIN {
            self.tried = now;
            sitting.retry();
        }
        if self.ending.is_some() && !waits && trouble.is_none() {
            self.close();
        }
    }

    /// What came of what was asked for.
    pub(crate) fn answers(&mut self) -> Vec<Answer> {
        std::mem::take(&mut self.answers)
    }

    /// Whether lines are on their way to the disk.
    pub(crate) fn busy(&self) -> bool {
        self.ending.is_some() || self.sitting.as_ref().is_some_and(|sitting| sitting.waiting() > 0)
    }

    /// The session that is still open when everything ends: what of it is not on disk, and why.
    pub(crate) fn let_go(self) -> Result<(), (Vec<String>, String)> {
        self.sitting.map_or(Ok(()), Sitting::close)
    }

    /// Opens the builder with a file, or with a program from nothing.
    pub(crate) fn open_builder(&mut self, asked: &crate::cli::Edit) -> Result<(), Error> {
        let (workshop, told) = builder::of_asked(asked, &self.world)?;
        self.workshop = Some(workshop);
        self.answers.push(Answer::Builder(told));
        Ok(())
    }

    /// Does what the builder asks for; what it wrote is among the programs at once.
    fn build(&mut self, ask: Ask) -> Result<(), Error> {
        let writes = matches!(ask, Ask::Save { .. });
        let told = builder::perform(ask, &mut self.workshop, &mut self.world)?;
        if writes {
            self.answers.push(Answer::Programs(self.programs()));
            self.reckon();
        }
        self.answers.extend(told.map(Answer::Builder));
        Ok(())
    }

    fn program(&self, id: &Id) -> Option<&Program> {
        self.world.library.find(id.as_str()).map(|entry| &entry.program)
    }

    fn begin(&mut self, plan: &Plan, before: Vec<Rating>, at: Moment) -> Result<(), Error> {
        if let Some(program) = self.program(&plan.program).filter(|_| !self.rehearsal) {
            let (now, rollover) = (self.world.clock.wall(), self.world.settings.rollover);
            // A schedule that cannot be kept is no reason not to train: the next session tries again.
            let _kept = keep_schedule(&self.world.journal, &self.loaded.history, program, now, rollover);
        }
        let lock = self.world.journal.lock();
        if matches!(lock, Courtesy::Busy) {
            self.answers.push(Answer::Failed("another session seems to be running; both are saved".to_owned()));
        }
        self.lock = Some(lock);
        let clock = self.world.clock.as_ref();
        let journal = &self.world.journal;
        let start = head(plan, self.rehearsal, self.world.settings.rollover, clock);
        let mut sitting = match Sitting::begin(journal, &start, clock) {
            Ok(sitting) => sitting,
            Err(error) => {
                // Nothing can be saved now: that is said before the first rep, and tried again with every line.
                self.answers.push(Answer::NotSaved(error.message().to_owned()));
                Sitting::begin_unsaved(journal, &start, clock)?
            }
        };
        sitting.counts_from(at);
        for rating in before {
            sitting.log(Happened::Rate(rating), at);
        }
        self.sitting = Some(sitting);
        self.told = None;
        // The session that the command line named is this one; a rehearsal may be done again.
        self.world.asked = self.world.asked.take().filter(|_| self.rehearsal);
        Ok(())
    }

    fn log(&mut self, what: Happened, at: Moment) {
        if let Some(sitting) = &mut self.sitting {
            sitting.log(what, at);
            self.told = self.told.take().filter(|told| *told != Answer::Saved);
        }
    }

    /// An answer about a session that is over; without one the session is voided.
    fn change(&mut self, session: &str, rating: Option<Rating>) -> Result<(), Error> {
        let (at, of) = (self.world.clock.wall(), session.to_owned());
        let change = match rating {
            Some(rating) => Change::Later { of, at, rating },
            None => Change::Void { at, of },
        };
        self.world.journal.change(&change)?;
        self.refresh();
        Ok(())
    }

    fn resume(&mut self, id: &str) -> Result<(), Error> {
        let programs: Vec<&Program> = self.world.library.programs().collect();
        let history = &self.loaded.history;
        let log = history.sessions.iter().find(|log| log.start.session == id);
        let Some((plan, records)) = log.and_then(|log| resumable(&programs, history, log)) else {
            return Err(Error::failed("the program has changed since: the session can be finished, not gone on with"));
        };
        self.sitting = Some(Sitting::resume(&self.world.journal, history, id, self.world.clock.as_ref())?);
        self.told = None;
        self.answers.push(Answer::Resumed { plan: Box::new(plan), records });
        Ok(())
    }

    fn finish_unfinished(&mut self, id: &str) -> Result<(), Error> {
        let mut sitting = Sitting::resume(&self.world.journal, &self.loaded.history, id, self.world.clock.as_ref())?;
        let _finish = sitting.finish(self.world.clock.as_ref());
        let closed = sitting.close();
        self.refresh();
        closed.map_err(|(_, why)| Error::failed(why))
    }

    fn refresh(&mut self) {
        self.loaded = self.world.journal.load();
        self.remember();
        self.reckon();
    }

    /// Tells what is due by the history as it was read last.
    pub(crate) fn reckon(&mut self) {
        let today = self.today();
        self.answers.push(Answer::Today(Box::new(today)));
    }
}
