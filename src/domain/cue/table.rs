//! THE CUE TABLE: what is toned and what is said at which point of a session.
//!
//! | point | when | tone | said | weight |
//! |---|---|---|---|---|
//! | work | a set begins | start | "go", where no rep is counted | count |
//! | phase | a phase of 1 s or more begins | its own | | |
//! | rep, last rep | the first phase of a rep of 1 s or more, else every tenth; the last of 3 or more | | its number, "last rep" | count, hint |
//! | tick | 3, 2 and 1 s before a set (of a count of 4 s or more, or a pause of 8 s that leads straight to work), and before the end of a hold or time of 8 s or more | tick | | |
//! | half, ten | in a hold or time of 30 s or more | | "halfway", "ten seconds" | hint |
//! | hint | 5 s into a hold or time and every 15 s; in reps from the second on, 10 s apart; only where there is room | | the exercise's cues in turn | hint |
//! | set over | | set end | | |
//! | rest | a pause before the same exercise begins | | "rest, 30 seconds" | hint |
//! | change-over, next | any other pause begins | side change, none | "change sides", "next: …" | word |
//! | ready | the count before a set begins | | name, set, side | word |
//! | set-up | once an exercise and side, as soon as the voice is free and it ends before the work begins | | the set-up | word |
//! | paused, go on, gap, pain, quit | | warning where the runner must answer | what happens | word, cuts |
//! | wanted, stays, swapped | another exercise is asked for, or takes its place | | its name | word |
//! | rated, how many, result | a stamp; a set whose number is asked is over | | "pain 3 noted", "how many reps?" | hint, word, word |
//! | over | | session end | "session over", and the pain question where the program asks it | word, cuts |
//!
//! Of two tones at one moment the louder one is heard ([`loudness`]). All lengths are a design choice: long enough that
//! a short set is not buried in beeps.

use std::time::Duration;

use crate::domain::cue::{Tone, Weight};
use crate::domain::lexicon::Motion;

/// A point of a session at which something is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// The work of a set begins.
    Work,
    /// A phase of a rep begins.
    Phase(Motion),
    /// A rep that is counted begins.
    Rep,
    /// The last rep of a set begins.
    LastRep,
    /// One of the ticks before a set, or before the end of a pause that leads straight to one.
    TickBefore,
    /// One of the ticks before the end of a hold or time.
    TickWithin,
    /// One of the ticks of the count before going on.
    TickGoOn,
    /// Half of a hold or time is over.
    Half,
    /// Ten seconds of a hold or time are left.
    Ten,
    /// Room for one of the exercise's cues.
    Hint,
    /// A set is over.
    SetOver,
    /// A rest begins that leads to the same exercise.
    Rest,
    /// The time to change sides begins.
    ChangeOver,
    /// A pause begins that leads to another exercise.
    Next,
    /// The count before a set begins.
    Ready,
    /// The set-up is said, or a step of an instruction.
    SetUp,
    /// The runner paused.
    Paused,
    /// The count before going on begins, or a pause or count goes on.
    GoOn,
    /// The work goes on.
    Resumed,
    /// The machine slept, or the process was stopped.
    Gap,
    /// A stamp over the limit.
    PainOver,
    /// Asked whether to end.
    QuitAsked,
    /// A stamp was noted.
    Rated,
    /// The reps of a set are asked.
    HowMany,
    /// The result of a set is asked.
    Result,
    /// Another exercise is taken from the next set on.
    Wanted,
    /// It is not taken after all.
    Stays,
    /// Another exercise took the place of one.
    Swapped,
    /// The session is over.
    Through,
    /// The session was ended before its end.
    Ended,
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// At which point.
    pub point: Point,
    /// Which tone.
    pub tone: Option<Tone>,
    /// Which text, by its key in the word tables; `{text}` alone for what the program says itself.
    pub says: Option<&'static str>,
    /// How much the text matters.
    pub weight: Weight,
    /// What is being said is cut off for it whatever it is, and what was to be said is dropped.
    pub cuts: bool,
    /// The least length of the count, phase, rep, hold or time in which it lies.
    pub least: Duration,
    /// Given even where it comes too late ([`LATE`]).
    pub always: bool,
}

/// A cue so much late is not given any more (rule T6 of `reliability.md`), unless it is always given.
pub const LATE: Duration = Duration::from_millis(250);
/// The first of the ticks before a change; the others follow a second apart.
pub const TICKS: [Duration; 3] = [Duration::from_secs(3), Duration::from_secs(2), Duration::from_secs(1)];
/// How long before the end of a hold or time its last seconds are told.
pub const TEN: Duration = Duration::from_secs(10);
/// A pause that leads straight to work has ticks from this length on.
pub const TICKING_PAUSE: Duration = Duration::from_secs(8);
/// Fast reps are counted by tens.
pub const EVERY: u32 = 10;
/// Sets of fewer reps have no "last rep".
pub const FEWEST_FOR_LAST: u32 = 3;
/// The first of an exercise's cues in a hold or time.
pub const FIRST_HINT: Duration = Duration::from_secs(5);
/// Between two of them in a hold or time.
pub const HINTS_APART: Duration = Duration::from_secs(15);
/// Between two of them in reps.
pub const HINTS_IN_REPS: Duration = Duration::from_secs(10);
/// After the first phase of a rep, when its number has been said.
pub const HINT_IN_REP: Duration = Duration::from_millis(700);
/// Silence between a text and what comes next.
pub const BREATH: Duration = Duration::from_millis(300);
/// A set-up that did not fit before the start is said so long after it.
pub const AFTER_START: Duration = Duration::from_millis(1_500);

const fn rule(point: Point, tone: Option<Tone>, says: Option<&'static str>, weight: Weight) -> Rule {
    Rule { point, tone, says, weight, cuts: false, least: Duration::ZERO, always: false }
}

const fn tone(point: Point, tone: Tone) -> Rule {
    rule(point, Some(tone), None, Weight::Count)
}

const fn word(point: Point, says: &'static str) -> Rule {
    rule(point, None, Some(says), Weight::Word)
}

const fn breaks(point: Point, tone: Option<Tone>, says: &'static str) -> Rule {
    Rule { cuts: true, always: true, ..rule(point, tone, Some(says), Weight::Word) }
}

const fn least(seconds: u64, rule: Rule) -> Rule {
    Rule { least: Duration::from_secs(seconds), ..rule }
}

const fn always(rule: Rule) -> Rule {
    Rule { always: true, ..rule }
}

/// What the program says itself.
pub const OWN: &str = "{text}";

/// The table; every point has one row.
pub const TABLE: [Rule; 33] = [
    always(rule(Point::Work, Some(Tone::Start), Some("go"), Weight::Count)),
    least(1, tone(Point::Phase(Motion::Raise), Tone::Raise)),
    least(1, tone(Point::Phase(Motion::Lower), Tone::Lower)),
    least(1, tone(Point::Phase(Motion::Stay), Tone::Hold)),
    least(1, tone(Point::Phase(Motion::Other), Tone::Move)),
    least(1, rule(Point::Rep, None, Some("rep"), Weight::Count)),
    rule(Point::LastRep, None, Some("last_rep"), Weight::Hint),
    least(4, tone(Point::TickBefore, Tone::Tick)),
    least(8, tone(Point::TickWithin, Tone::Tick)),
    tone(Point::TickGoOn, Tone::Tick),
    least(30, rule(Point::Half, None, Some("halfway"), Weight::Hint)),
    least(30, rule(Point::Ten, None, Some("ten_seconds"), Weight::Hint)),
    rule(Point::Hint, None, Some(OWN), Weight::Hint),
    always(tone(Point::SetOver, Tone::SetEnd)),
    rule(Point::Rest, None, Some("rest"), Weight::Hint),
    always(rule(Point::ChangeOver, Some(Tone::SideChange), Some("change_sides"), Weight::Word)),
    word(Point::Next, "next"),
    word(Point::Ready, OWN),
    word(Point::SetUp, OWN),
    breaks(Point::Paused, None, "paused"),
    breaks(Point::GoOn, None, "go_on"),
    always(tone(Point::Resumed, Tone::Start)),
    breaks(Point::Gap, Some(Tone::Warning), "gap"),
    breaks(Point::PainOver, Some(Tone::Warning), "pain_over"),
    breaks(Point::QuitAsked, Some(Tone::Warning), "quit"),
    rule(Point::Rated, None, Some("pain_noted"), Weight::Hint),
    word(Point::HowMany, "how_many"),
    word(Point::Result, "how_many"),
    breaks(Point::Wanted, None, "from_next_set"),
    breaks(Point::Stays, None, "stays"),
    word(Point::Swapped, "now"),
    breaks(Point::Through, Some(Tone::SessionEnd), "session_over"),
    breaks(Point::Ended, Some(Tone::SessionEnd), "session_ended"),
];

/// Keys of texts that stand within others, or fill their places.
pub const PARTS: [&str; 16] = [
    "set",
    "round",
    "left",
    "right",
    "left_side",
    "right_side",
    "own_pace",
    "as_many",
    "worst_pain",
    "reps_unit",
    "reps.one",
    "reps.other",
    "seconds.one",
    "seconds.other",
    "minutes.one",
    "minutes.other",
];

/// The row of a point.
pub fn of(point: Point) -> Rule {
    TABLE.into_iter().find(|rule| rule.point == point).unwrap_or_else(|| tone(point, Tone::Move))
}

/// Which of two tones at one moment is heard: the louder one.
pub const fn loudness(tone: Tone) -> u8 {
    match tone {
        Tone::Tick => 0,
        Tone::Move => 1,
        Tone::Hold | Tone::Raise | Tone::Lower => 2,
        Tone::SetEnd => 3,
        Tone::Start => 4,
        Tone::SideChange => 5,
        Tone::Warning => 6,
        Tone::SessionEnd => 7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_point_has_one_row() {
        for (index, rule) in TABLE.iter().enumerate() {
            assert_eq!(TABLE.iter().position(|other| other.point == rule.point), Some(index), "{rule:?}");
            assert_eq!(of(rule.point), *rule);
        }
    }

    #[test]
    fn what_cuts_is_a_word_and_is_always_given() {
        for rule in TABLE.iter().filter(|rule| rule.cuts) {
            assert!(rule.weight == Weight::Word && rule.always && rule.says.is_some(), "{rule:?}");
        }
    }
}
