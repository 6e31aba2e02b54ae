//! What a runner hears: tones that carry the session alone, and words in the program's language.
//!
//! Pure values. Who plays and speaks them is in `io`; that a session sounds the same on the screen and in lines of
//! text is because both hand their player's events here.

mod caller;
mod place;
mod rehearse;
pub mod table;

use std::time::Duration;

use crate::domain::text::Clean;
use crate::domain::time::Moment;

pub use caller::Caller;
pub use place::Place;
pub use rehearse::rehearse;

/// A short tone with a meaning of its own. How each sounds is the affair of whoever plays it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// A phase that lifts begins: rising.
    Raise,
    /// A phase that lets down begins: falling.
    Lower,
    /// A phase that stays begins: steady.
    Hold,
    /// Any other phase begins (change feet, relax): short and neutral.
    Move,
    /// One of the three ticks before a change.
    Tick,
    /// The work of a set begins.
    Start,
    /// A set is over.
    SetEnd,
    /// Time to change sides.
    SideChange,
    /// The session is over.
    SessionEnd,
    /// Something needs the runner: a question, a gap, a limit passed.
    Warning,
}

impl Tone {
    /// All of them, in the order in which `sound-test` plays them.
    pub const ALL: [Self; 10] = [
        Self::Raise,
        Self::Lower,
        Self::Hold,
        Self::Move,
        Self::Tick,
        Self::Start,
        Self::SetEnd,
        Self::SideChange,
        Self::SessionEnd,
        Self::Warning,
    ];

    /// The name that hooks and `sound-test` show.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Raise => "raise",
            Self::Lower => "lower",
            Self::Hold => "hold",
            Self::Move => "move",
            Self::Tick => "tick",
            Self::Start => "start",
            Self::SetEnd => "set end",
            Self::SideChange => "side change",
            Self::SessionEnd => "session end",
            Self::Warning => "warning",
        }
    }

    /// Whether the terminal's bell stands for it where nothing else can sound: the chief moments only.
    pub const fn rings(self) -> bool {
        matches!(self, Self::Start | Self::SetEnd | Self::SideChange | Self::SessionEnd | Self::Warning)
    }
}

/// How much a text matters: of two that meet, the weightier one is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// A count of reps or seconds: worthless a second later.
    Count,
    /// An exercise's cue, "halfway", "ten seconds".
    Hint,
    /// Exercise, set, side, set-up, warnings: must be heard to its end.
    Word,
}

/// A text that is spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// What is said, one line, at most 300 letters (fault F85).
    pub text: Clean,
    /// How much it matters.
    pub weight: Weight,
    /// What is still being said is cut off for it.
    pub cuts: bool,
}

/// What is to be heard at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// When it is due.
    pub due: Moment,
    /// A tone.
    pub tone: Option<Tone>,
    /// A text, in the program's language.
    pub says: Option<Spoken>,
}

/// What of it a runner wants to hear.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hearing {
    /// Nothing.
    Quiet,
    /// Tones alone.
    #[default]
    Tones,
    /// The voice alone.
    Voice,
    /// Tones and voice.
    Both,
}

impl Hearing {
    /// The word for it in settings and on screens.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Quiet => "quiet",
            Self::Tones => "tones",
            Self::Voice => "voice",
            Self::Both => "both",
        }
    }

    /// The value that a word names.
    pub fn of(word: &str) -> Option<Self> {
        [Self::Quiet, Self::Tones, Self::Voice, Self::Both].into_iter().find(|hearing| hearing.word() == word)
    }

    /// The next one, for a key that goes round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Quiet => Self::Tones,
            Self::Tones => Self::Voice,
            Self::Voice => Self::Both,
            Self::Both => Self::Quiet,
        }
    }

    /// Whether tones are heard.
    pub const fn tones(self) -> bool {
        matches!(self, Self::Tones | Self::Both)
    }

    /// Whether the voice is heard.
    pub const fn voice(self) -> bool {
        matches!(self, Self::Voice | Self::Both)
    }
}

impl Cue {
    /// What of it is heard; nothing where none of it is.
    #[must_use]
    pub fn heard(self, hearing: Hearing) -> Option<Self> {
        let tone = self.tone.filter(|_| hearing.tones());
        let says = self.says.filter(|_| hearing.voice());
        (tone.is_some() || says.is_some()).then_some(Self { tone, says, ..self })
    }
}

/// About how long a text takes to say: 70 ms a letter, at least 0.4 s.
pub fn speaking_time(text: &str) -> Duration {
    let letters = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
    Duration::from_millis(letters.saturating_mul(70).max(400))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_goes_round_and_every_word_is_read_back() {
        let mut hearing = Hearing::Quiet;
        for _ in 0..4 {
            assert_eq!(Hearing::of(hearing.word()), Some(hearing));
            hearing = hearing.next();
        }
        assert_eq!(hearing, Hearing::Quiet);
        assert_eq!(Hearing::of("loud"), None);
    }

    #[test]
    fn the_bell_rings_for_the_chief_moments_alone() {
        let rings: Vec<&str> = Tone::ALL.into_iter().filter(|tone| tone.rings()).map(Tone::word).collect();
        assert_eq!(rings, ["start", "set end", "side change", "session end", "warning"]);
    }
}
