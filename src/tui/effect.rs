//! What the screens ask of the world, and what the world answers. The deciding function cannot act.

pub mod builder;
pub mod live;
pub mod past;

use chrono::NaiveDate;

use crate::domain::cue::{Cue, Hearing, Place};
use crate::domain::exercise::Affected;
use crate::domain::history::Chosen;
use crate::domain::plan::Plan;
use crate::domain::player::{End, Event};
use crate::domain::program::Program;
use crate::domain::session::{Happened, Rating, SetRecord};
use crate::domain::text::{Clean, Id};
use crate::domain::time::Moment;
use crate::domain::today::{StreakLine, Today};
use crate::domain::visit::Past;

/// Something that should happen. Effects are done in their order.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// The warnings were confirmed and the side named: from now on the program is followed.
    Enrol {
        /// Which program.
        program: Id,
        /// The side that hurts.
        affected: Affected,
        /// The first day on which it is due, where that is not today.
        from: Option<NaiveDate>,
        /// Where it hurts, where that is another place than the program has.
        place: Option<Clean>,
    },
    /// The program is not followed any more.
    Stop(Id),
    /// Decisions about a program. Answered by [`Answer::Today`], then by [`Answer::Decided`].
    Choose {
        /// Which program.
        program: Id,
        /// What, in order.
        what: Vec<Chosen>,
    },
    /// A session begins: its record is opened, and the answers given before it are written.
    Begin {
        /// What is played.
        plan: Box<Plan>,
        /// Pain before the session, where it was asked and answered.
        before: Vec<Rating>,
        /// When it began.
        at: Moment,
    },
    /// A line for the record of the session that is played.
    Log {
        /// What happened.
        what: Happened,
        /// When it was due.
        at: Moment,
    },
    /// The session is over: its record is closed. Answered by [`Answer::Finished`].
    Finish {
        /// How it ended.
        end: End,
        /// When.
        at: Moment,
    },
    /// Everything the player told, for whoever measures how late that is.
    Tell(Vec<Event>),
    /// What is to be heard at this moment.
    Hear(Box<Call>),
    /// From now on this is heard of a program.
    Hearing {
        /// Which program.
        program: Id,
        /// What.
        hearing: Hearing,
    },
    /// Some tones, to hear whether they are heard.
    SoundCheck,
    /// The answer to the question whether a voice shall lead; it is never asked again.
    Voice(bool),
    /// An answer about a session that is over.
    Later {
        /// Its id.
        session: String,
        /// The answer.
        rating: Rating,
    },
    /// Go on with a session that was cut off. Answered by [`Answer::Resumed`] or [`Answer::Failed`].
    Resume(String),
    /// Close the record of a session that was cut off, as it is.
    FinishUnfinished(String),
    /// A session that was cut off shall not count.
    Void(String),
    /// Fold the history again. Answered by [`Answer::Today`].
    Refresh,
    /// Tell a runner who looks at another window.
    Notify(Clean),
    /// The builder asks something.
    Builder(builder::Ask),
    /// The preview of a file asks something.
    Live(live::Ask),
    /// The history screen asks something.
    Past(past::Ask),
    /// Give the terminal back and stop until continued.
    Suspend,
    /// End the program.
    Quit,
}

/// What is to be heard at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// Tones and texts, in order; more than is heard may be among them.
    pub cues: Vec<Cue>,
    /// What is being said is cut off first.
    pub breaks: bool,
    /// What of it is heard.
    pub hearing: Hearing,
    /// Where in the session.
    pub place: Place,
}

/// What the world answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// All that happened is on disk.
    Saved,
    /// Writing takes longer than half a second.
    Saving,
    /// Writing failed, and why.
    NotSaved(String),
    /// The history was folded.
    Today(Box<Today>),
    /// The decisions hold, those that could be kept: what was decided is in the facts that were told before.
    Decided,
    /// The programs were read again.
    Programs(Vec<Program>),
    /// A session that was cut off can go on.
    Resumed {
        /// Its plan.
        plan: Box<Plan>,
        /// The sets that were recorded.
        records: Vec<SetRecord>,
    },
    /// The record of the session was closed.
    Finished(Box<SummaryFacts>),
    /// To the builder.
    Builder(builder::Told),
    /// To the preview of a file.
    Live(live::Told),
    /// What was done so far: it opens the history screen, or renews it.
    Past(Box<Past>),
    /// Something that was asked for could not be done: why, in words.
    Failed(String),
}

/// What only the history knows about the session that has just ended.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SummaryFacts {
    /// Whether the session keeps the day.
    pub counts: bool,
    /// The program's rules advise rest because of the pain: when, in words (`tomorrow`).
    pub rest_advised: Option<String>,
    /// The streak of this program.
    pub streak: StreakLine,
    /// When the next session is due, in words: `tomorrow`, `today after 15:00`.
    pub next: String,
}
