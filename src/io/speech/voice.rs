//! The craft of speaking: one text at a time; what is said may be cut, what waits may be overtaken.

use std::collections::VecDeque;
use std::time::Duration;

use super::{language, rate, script, voices};
use crate::domain::cue::{Spoken, Weight, speaking_time};
use crate::domain::text::Clean;
use crate::io::helper::{Craft, Ended, Input, Notices, Report, Running, Surroundings, Ways, fill};
use crate::io::settings::Speech;

/// Whoever still speaks then hangs; a long text may take twice as long as it usually does.
const LIMIT: Duration = Duration::from_secs(10);
/// Who fails sooner has said nothing: the next voice says it.
const AT_ONCE: Duration = Duration::from_secs(1);
/// A hint that waited longer is about something past.
const HINT_KEEPS: Duration = Duration::from_secs(3);
/// A server is told to be silent within this, or not at all.
const CANCELS: Duration = Duration::from_secs(1);
/// Words that wait at most; the oldest goes.
const WAITING: usize = 4;

/// A text to say.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    /// The text.
    pub(crate) spoken: Spoken,
    /// Its language.
    pub(crate) language: Clean,
}

#[derive(Debug)]
struct Saying {
    running: Running,
    way: usize,
    order: Order,
    since: Duration,
    /// How long it usually takes.
    takes: Duration,
}

/// Speaks.
#[derive(Debug)]
pub(crate) struct Voice {
    ways: Ways,
    around: Surroundings,
    rate: i8,
    saying: Option<Saying>,
    waiting: VecDeque<(Duration, Order)>,
    /// Something was cut off: a server may still be saying it.
    cut: bool,
    /// Tells the server to be silent, since when.
    canceller: Option<(Running, Duration)>,
    notices: Notices,
    told: bool,
}

impl Voice {
    /// Looks for a voice.
    pub(crate) fn new(settings: &Speech, around: Surroundings, notices: Notices) -> Self {
        let ways = Ways::choose(settings.command.as_deref(), true, voices::VOICES, &around);
        let (saying, waiting) = (None, VecDeque::new());
        Self { ways, around, rate: settings.rate, saying, waiting, cut: false, canceller: None, notices, told: false }
    }

    fn say(&mut self, order: Order, now: Duration) {
        let Some(text) = script::line(&order.spoken.text) else { return };
        // Whoever still cancels might cancel this text as well: the text cancels by itself instead.
        self.cut |= self.canceller.take().is_some();
        while let Some((number, way)) = self.ways.present() {
            let Some(path) = way.path().cloned() else { break };
            let arguments = self.arguments(&way.arguments, &path, &order.language);
            match Running::start(&path, &arguments, &self.around, Input::Text(&format!("{text}\n"))) {
                Ok(running) => {
                    self.cut = false;
                    let takes = speaking_time(&text);
                    self.saying = Some(Saying { running, way: number, order, since: now, takes });
                    return;
                }
                Err(error) => self.ways.strike(number, error.to_string()),
            }
        }
        self.waiting.clear();
        if !self.told {
            self.told = true;
            self.notices.add(&format!("no voice: {}; the words stay on the screen", self.ways.why_none()));
        }
    }

    fn arguments(&self, row: &[String], path: &std::path::Path, language: &str) -> Vec<std::ffi::OsString> {
        let tag = language::tag(language);
        let words = rate::words_a_minute(175.0, self.rate);
        let values = [
            ("{language}", tag.as_str()),
            ("{rate}", &self.rate.to_string()),
            ("{words}", &words),
            ("{voice}", language::mac_voice(&tag)),
        ];
        let cancels = self.cut && speaks_for_a_server(path);
        let mut arguments = fill(row, &values);
        if cancels {
            arguments.insert(0, voices::CANCEL.into());
        }
        arguments
    }

    /// Ends what is being said; whoever speaks for a server is told to cancel with the next text.
    fn cut(&mut self) {
        if let Some(mut saying) = self.saying.take() {
            self.cut = saying.running.ended().is_none();
            saying.running.kill();
        }
    }

    /// Tells a server to be silent, where no text comes that would do so.
    fn cancel(&mut self, now: Duration) {
        let Some((_, way)) = self.ways.present() else { return };
        if let Some(path) = way.path().filter(|path| self.cut && speaks_for_a_server(path)) {
            let started = Running::start(path, &[voices::CANCEL.into()], &self.around, Input::Nothing);
            self.canceller = started.ok().map(|running| (running, now));
            self.cut = false;
        }
    }

    /// Looks after it; says whether it is still there.
    fn is_cancelling(&mut self, now: Duration) -> bool {
        let is_busy = |(running, since): &mut (Running, Duration)| {
            running.ended().is_none() && now.saturating_sub(*since) < CANCELS
        };
        self.canceller = self.canceller.take().and_then(|mut one| is_busy(&mut one).then_some(one));
        self.canceller.is_some()
    }

    /// Says what waited longest, unless it is about something past.
    fn go_on(&mut self, now: Duration) {
        while self.saying.is_none()
            && let Some((since, order)) = self.waiting.pop_front()
        {
            if order.spoken.weight > Weight::Hint || now.saturating_sub(since) <= HINT_KEEPS {
                self.say(order, now);
            }
        }
    }

    /// Two meet: a count goes, a hint waits where nothing else does, words wait for each other.
    fn wait(&mut self, order: Order, now: Duration) {
        match order.spoken.weight {
            Weight::Count => return,
            Weight::Hint if !self.waiting.is_empty() => return,
            Weight::Hint | Weight::Word => {}
        }
        self.waiting.retain(|(_, other)| other.spoken.weight >= Weight::Word);
        if self.waiting.len() >= WAITING {
            drop(self.waiting.pop_front());
        }
        self.waiting.push_back((now, order));
    }
}

/// Killing it does not end what is being said.
fn speaks_for_a_server(path: &std::path::Path) -> bool {
    path.file_stem().is_some_and(|name| name == "spd-say")
}

impl Saying {
    fn limit(&self) -> Duration {
        LIMIT.max(self.takes * 2)
    }

    /// It takes far longer than its text: the next cue ends it.
    fn hangs(&self, now: Duration) -> bool {
        now.saturating_sub(self.since) > self.takes * 2 + Duration::from_secs(1)
    }
}

impl Craft for Voice {
    type Order = Order;

    fn take(&mut self, order: Order, now: Duration) {
        if order.spoken.cuts {
            self.waiting.clear();
            self.cut();
        } else if self.saying.as_ref().is_some_and(|saying| saying.hangs(now)) {
            self.cut();
        } else {
            // who speaks is heard to the end
        }
        if self.saying.is_some() {
            self.wait(order, now);
        } else {
            self.say(order, now);
        }
    }

    fn look(&mut self, now: Duration) -> Option<Duration> {
        if let Some(mut saying) = self.saying.take() {
            let age = now.saturating_sub(saying.since);
            match saying.running.ended() {
                None if age < saying.limit() => {
                    self.saying = Some(saying);
                    return Some(Duration::from_millis(20));
                }
                None => {
                    let seconds = saying.limit().as_secs();
                    saying.running.kill();
                    self.cut = true;
                    self.ways.failed(saying.way, format!("it did not end within {seconds} s"));
                }
                Some(Ended::Well) => self.ways.works(saying.way),
                Some(ended) => {
                    let given_up = self.ways.failed(saying.way, ended.words());
                    if age < AT_ONCE && given_up {
                        self.say(saying.order, now);
                    }
                }
            }
        }
        self.go_on(now);
        (self.is_cancelling(now) || self.saying.is_some()).then_some(Duration::from_millis(20))
    }

    fn hush(&mut self, now: Duration) {
        self.waiting.clear();
        self.cut();
        self.cancel(now);
    }

    fn leave(&mut self, now: Duration) {
        self.hush(now);
    }

    fn report(&self) -> Report {
        self.ways.report()
    }
}
