//! The caller: a session's events in, what a runner hears out.
//!
//! It is handed every event of a player, and asked for what lies between two events: ticks, "halfway", the
//! exercise's cues. What lies between is reckoned from the player's present step whenever it is asked for, so that a
//! pause, a skip or a longer rest needs no undoing: what was planned was never kept. What it does keep is who speaks:
//! until when a text is being said, which texts wait for their turn, and what was said already.
//!
//! Whoever drives it asks [`Caller::advance`] before the player goes on to a moment, and hands the player's events to
//! [`Caller::hear`] afterwards.

mod announce;
mod beat;
mod points;
mod told;
mod voice;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use crate::domain::cue::table::{self, LATE, Point};
use crate::domain::cue::{Cue, Tone, Weight};
use crate::domain::exercise::Side;
use crate::domain::lexicon::Words;
use crate::domain::plan::Bout;
use crate::domain::player::advance::due_at;
use crate::domain::player::{Event, Player, Run};
use crate::domain::text::Id;
use crate::domain::time::Moment;

use voice::{Line, Voice};

/// Tells what is heard of a session.
#[derive(Clone, Debug)]
pub struct Caller {
    words: Words,
    /// Later than this a cue is not given.
    late: Duration,
    /// What lies between events and before this moment of the awake clock was told, or let go.
    from: Duration,
    voice: Voice,
    /// The item that was named last in this pause.
    named: Option<usize>,
    /// The set that was announced.
    announced: Option<Bout>,
    /// The set that is worked on.
    working: Option<Bout>,
    /// Set-ups that were said.
    set_up: BTreeSet<(Id, Option<Side>)>,
    /// Whose turn it is among an exercise's cues.
    turns: BTreeMap<Id, usize>,
    /// When one was said last.
    hinted: Option<Duration>,
    /// The count before going on runs.
    counting: bool,
    /// When work began or went on last: the phase that begins with it has no tone of its own.
    started: Option<Duration>,
    /// The moment at which the present step ends by itself.
    ends: Option<Duration>,
    /// Running speech is to be cut off.
    breaks: bool,
    /// The next text cuts it off.
    cutting: bool,
}

impl Caller {
    /// A caller that speaks these words.
    pub const fn new(words: Words) -> Self {
        Self {
            words,
            late: LATE,
            from: Duration::ZERO,
            voice: Voice::new(),
            named: None,
            announced: None,
            working: None,
            set_up: BTreeSet::new(),
            turns: BTreeMap::new(),
            hinted: None,
            counting: false,
            started: None,
            ends: None,
            breaks: false,
            cutting: false,
        }
    }

    /// The same for a clock that runs `speed` times as fast: what is late is so much later.
    #[must_use]
    pub fn at_speed(mut self, speed: f64) -> Self {
        self.late = LATE.mul_f64(speed.clamp(1.0, 10_000.0));
        self
    }

    /// Whether what was being said before the last answer is to be cut off, even where the answer says nothing.
    pub const fn breaks(&self) -> bool {
        self.breaks
    }

    /// The next moment of the awake clock at which something is heard between events, or may be.
    pub fn deadline(&self, player: &Player) -> Option<Duration> {
        let points = points::of(player, self.from).into_iter().map(|point| point.due).filter(|due| *due >= self.from);
        let waiting = announce::may_speak(player).then(|| self.voice.next()).flatten();
        points.chain(waiting.map(|due| due.max(self.from))).min()
    }

    /// What is heard up to `now` between the last event and the next one. To be asked before the player goes on to
    /// `now`; what lies in a gap is never told.
    pub fn advance(&mut self, player: &Player, now: Moment) -> Vec<Cue> {
        let mut out = self.answer(now);
        if player.gap_before(now).is_none() {
            // Behind the end of the present step lies the next one, which is not known before it has begun.
            let until = ends(player).map_or(now.awake, |ends| ends.min(now.awake));
            for point in points::of(player, self.from) {
                if point.due < self.from || point.due > until {
                    continue;
                }
                self.speak_waiting(player, point.due, &mut out);
                if point.due + self.late >= now.awake {
                    self.between(player, point, &mut out);
                }
            }
            self.speak_waiting(player, until, &mut out);
        }
        self.from = self.from.max(now.awake + Duration::from_nanos(1));
        self.ends = ends(player);
        out.cues
    }

    /// What is heard of events, told at `now`; to be handed even where there are none, after every command.
    pub fn hear(&mut self, player: &Player, events: &[Event], now: Moment) -> Vec<Cue> {
        let mut out = self.answer(now);
        for event in events {
            self.event(player, event, &mut out);
        }
        let counting = matches!(player.run(), Run::CountIn { .. });
        if counting && !self.counting {
            self.counts_in(player, &mut out);
        }
        self.counting = counting;
        self.ends = ends(player);
        out.cues
    }

    const fn answer(&mut self, now: Moment) -> Out {
        self.breaks = false;
        self.cutting = false;
        Out { now, cues: Vec::new() }
    }

    /// Gives a cue by its row of the table, unless it is late.
    fn give(&mut self, point: Point, due: Duration, text: Option<String>, out: &mut Out) {
        let rule = table::of(point);
        if !rule.always && rule.weight < Weight::Word && due + self.late < out.now.awake {
            return;
        }
        if rule.cuts {
            self.drop_all();
        }
        let line = text.map(|text| Line { text, weight: rule.weight, set_up: None, not_before: due });
        let cutting = self.cutting;
        let says = line.and_then(|line| self.voice.say(line, due, cutting));
        self.cutting &= says.is_none();
        if rule.tone == Some(Tone::Start) {
            self.started = Some(due);
        }
        let covered = matches!(point, Point::Phase(_)) && self.started == Some(due);
        out.put(due, rule.tone.filter(|_| !covered), says);
    }

    /// Nothing that was to be said is said any more, and what is being said is cut off.
    fn drop_all(&mut self) {
        self.voice.hush();
        self.breaks = true;
        self.cutting = true;
    }

    fn text(&self, point: Point, with: &[(&str, &str)]) -> Option<String> {
        table::of(point).says.map(|key| self.words.text(key, with))
    }
}

/// Where the cues of an answer are put.
struct Out {
    now: Moment,
    cues: Vec<Cue>,
}

impl Out {
    /// Puts a cue; what is due at the moment of the last one joins it, and the louder tone stays.
    fn put(&mut self, due: Duration, tone: Option<Tone>, says: Option<super::Spoken>) {
        if tone.is_none() && says.is_none() {
            return;
        }
        let due = due_at(due.min(self.now.awake), self.now);
        match self.cues.last_mut().filter(|last| last.due.awake == due.awake) {
            Some(last) => {
                let louder = |tone: &Tone| last.tone.is_none_or(|old| table::loudness(*tone) > table::loudness(old));
                last.tone = tone.filter(louder).or(last.tone);
                last.says = says.or_else(|| last.says.take());
            }
            None => self.cues.push(Cue { due, tone, says }),
        }
    }
}

/// The moment at which the present step ends by itself; none while it does not run.
fn ends(player: &Player) -> Option<Duration> {
    let Run::Running { zero } = player.run() else { return None };
    player.step()?.length.map(|length| zero + length)
}
