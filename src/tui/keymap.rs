//! The one key table: footer, help, questions and the README's list are all drawn from it.

mod row;
mod sections;
mod table;

use crate::domain::exercise::Affected;
use crate::domain::session::SkipReason;
use crate::tui::key::{Key, KeyPress};

pub use row::{Does, Row};
pub use sections::{markdown, sections};
pub use table::TABLE;

/// What a key may mean. No key codes in here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Ctrl-C: ask to end; the second one ends at once, and what was done stays.
    Interrupt,
    /// Give the terminal back.
    Suspend,
    /// The keys.
    Help,
    /// One up.
    Up,
    /// One down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// Open what is chosen.
    Open,
    /// Go on with the session that was cut off.
    Resume,
    /// The questions of the morning.
    Morning,
    /// Leave soleus.
    Quit,
    /// Back to where one came from.
    Back,
    /// Start the session.
    Start,
    /// None of the reasons against it applies.
    NoneApplies,
    /// The warning signs are known.
    KnowSigns,
    /// All that must be true before the first stage is.
    EntryHolds,
    /// It is understood that this is no medical advice.
    Understood,
    /// This side hurts.
    Side(Affected),
    /// One of the reasons against it applies.
    OneApplies,
    /// A score from 0 to 10: pain, or effort where that is asked.
    Score(u8),
    /// The set at the runner's own pace is done.
    Done,
    /// Stop the time.
    Pause,
    /// Go on.
    GoOn,
    /// Skip the rest or the count.
    Onward,
    /// A longer rest.
    Longer,
    /// This set again.
    Again,
    /// Next exercise.
    Next,
    /// Skip this exercise; the reason is asked.
    Skip,
    /// The reason.
    Reason(SkipReason),
    /// One rep more was really done.
    MoreReps,
    /// One rep fewer was really done.
    FewerReps,
    /// The warning signs.
    Warnings,
    /// How to do it.
    HowTo,
    /// Ask whether to end.
    AskEnd,
    /// After a gap: the set counts as done.
    CountAsDone,
    /// The easier exercise.
    Easier,
    /// End the session.
    End,
    /// To the next question.
    NextField,
    /// How hard it was.
    AddEffort,
    /// A note.
    AddNote,
    /// Keep the answers.
    Save,
    /// A letter of a note, a digit of a number.
    Type(char),
    /// Take the last letter back.
    Erase,
    /// Close the session that was cut off as it is.
    FinishAsIs,
    /// The session that was cut off shall not count.
    Discard,
    /// It is true of me; the offer is taken.
    Yes,
    /// It is not true of me; the offer is not taken now.
    No,
    /// The forms of the program to choose from.
    Variants,
    /// The first of a list, and so on; 0 for none of them.
    Choice(u8),
    /// A stage back; it asks first, then it is this one.
    StageBack,
    /// The harder exercise from the next set on.
    Harder,
    /// The easier exercise from the next set on, unasked.
    Lighter,
    /// The number that was typed is the answer.
    Give,
    /// The number stays open until the session is over.
    LeaveOpen,
}

/// Where a key means something. Several hold at once: [`crate::tui::model::Model::contexts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// On every screen.
    Anywhere,
    /// The home screen.
    Home,
    /// … with a session that was cut off.
    HomeUnfinished,
    /// … with open questions of the morning.
    HomeMorning,
    /// The preview.
    Preview,
    /// Before the session.
    Before,
    /// … reasons against it are to be confirmed.
    BeforeNotFor,
    /// … warning signs are to be confirmed.
    BeforeSigns,
    /// … statements about the runner are to be confirmed.
    BeforeEntry,
    /// … the advice is to be confirmed.
    BeforeAdvice,
    /// … the side is to be named.
    BeforeSide,
    /// … pain is asked.
    BeforePain,
    /// The player, whatever it does, unless it asks something.
    Play,
    /// Timed work runs, or the count before going on.
    Work,
    /// A set at the runner's own pace, an instruction.
    OwnPace,
    /// A rest or a count.
    Rest,
    /// A rest, and the reps of the last set can be put right.
    RestReps,
    /// Paused.
    Paused,
    /// The machine slept: how to go on?
    AskGap,
    /// Pain over the limit: how to go on?
    AskPain,
    /// … an easier exercise is known.
    AskPainEasier,
    /// … the exercise that hurt is over.
    AskPainBetween,
    /// End the session?
    AskEnd,
    /// Why is it skipped?
    AskReason,
    /// The questions after the session.
    CheckIn,
    /// … a score is asked.
    CheckInScore,
    /// … the reps of the last set can be put right.
    CheckInReps,
    /// A note is written.
    Note,
    /// The summary.
    Summary,
    /// A session was cut off.
    Resume,
    /// … and can go on.
    ResumePlace,
    /// Really discard it?
    Discard,
    /// The questions of the morning.
    Morning,
    /// … a score is asked.
    MorningScore,
    /// … minutes are asked.
    MorningMinutes,
    /// Something is read: help, warning signs, how to.
    Reading,
    /// The preview of a program with variants that is followed.
    PreviewVariants,
    /// … with a stage before the present one.
    PreviewStages,
    /// Which variant?
    AskVariant,
    /// Really a stage back?
    AskStageBack,
    /// Before the session, with variants; digits answer something else.
    BeforeVariants,
    /// … digits choose the variant.
    BeforeVariant,
    /// Something is to be decided before the session.
    Decide,
    /// … there are questions.
    DecideAsks,
    /// … there is only something to read.
    DecideReads,
    /// The player, and a harder exercise is known.
    Harder,
    /// The player, and an easier exercise is known.
    Lighter,
    /// In a rest, a number of the last set is asked.
    Number,
    /// After the session, a number that is still open is asked.
    CheckInNumber,
}

impl Context {
    /// All of them, in the order of the help.
    pub const ALL: &'static [Self] = &[
        Self::Home,
        Self::HomeUnfinished,
        Self::HomeMorning,
        Self::Preview,
        Self::Before,
        Self::BeforeNotFor,
        Self::BeforeSigns,
        Self::BeforeEntry,
        Self::BeforeAdvice,
        Self::BeforeSide,
        Self::BeforePain,
        Self::OwnPace,
        Self::Work,
        Self::Rest,
        Self::RestReps,
        Self::Paused,
        Self::Play,
        Self::AskGap,
        Self::AskPain,
        Self::AskPainEasier,
        Self::AskPainBetween,
        Self::AskEnd,
        Self::AskReason,
        Self::CheckIn,
        Self::CheckInScore,
        Self::CheckInReps,
        Self::Note,
        Self::Summary,
        Self::Resume,
        Self::ResumePlace,
        Self::Discard,
        Self::Morning,
        Self::MorningScore,
        Self::MorningMinutes,
        Self::Reading,
        Self::PreviewVariants,
        Self::PreviewStages,
        Self::AskVariant,
        Self::AskStageBack,
        Self::BeforeVariants,
        Self::BeforeVariant,
        Self::Decide,
        Self::DecideAsks,
        Self::DecideReads,
        Self::Harder,
        Self::Lighter,
        Self::Number,
        Self::CheckInNumber,
        Self::Anywhere,
    ];

    /// The headline under which its keys stand in the help.
    pub const fn group(self) -> &'static str {
        match self {
            Self::Anywhere => "anywhere",
            Self::Home | Self::HomeUnfinished | Self::HomeMorning => "home",
            Self::Preview | Self::PreviewVariants | Self::PreviewStages => "preview",
            Self::AskVariant => "choosing a form of a program",
            Self::AskStageBack => "going a stage back",
            Self::Decide | Self::DecideAsks | Self::DecideReads => "deciding before a session",
            Self::Number => "a number is asked in a rest",
            Self::Before
            | Self::BeforeNotFor
            | Self::BeforeSigns
            | Self::BeforeEntry
            | Self::BeforeAdvice
            | Self::BeforeSide
            | Self::BeforePain
            | Self::BeforeVariants
            | Self::BeforeVariant => "before a session",
            Self::Play
            | Self::Work
            | Self::OwnPace
            | Self::Rest
            | Self::RestReps
            | Self::Paused
            | Self::Harder
            | Self::Lighter => "during a session",
            Self::AskGap => "after a gap",
            Self::AskPain | Self::AskPainEasier | Self::AskPainBetween => "pain over the limit",
            Self::AskEnd => "ending a session",
            Self::AskReason => "skipping an exercise",
            Self::CheckIn | Self::CheckInScore | Self::CheckInReps | Self::CheckInNumber => "after a session",
            Self::Note => "writing a note",
            Self::Summary => "summary",
            Self::Resume | Self::ResumePlace | Self::Discard => "a session that was cut off",
            Self::Morning | Self::MorningScore | Self::MorningMinutes => "the next morning",
            Self::Reading => "reading",
        }
    }
}

/// What a key means here.
pub fn action(key: KeyPress, contexts: &[Context]) -> Option<Action> {
    for row in TABLE.iter().filter(|row| row.holds(contexts)) {
        if let Some(place) = row.keys.iter().position(|k| *k == key) {
            let place = u8::try_from(place).unwrap_or(10);
            return Some(match (row.does, key.code) {
                (Does::One(action), _) => action,
                (Does::Score, _) => Action::Score(place),
                (Does::Type, Key::Char(letter)) => Action::Type(letter),
                (Does::Choice | Does::Type, _) => Action::Choice(place),
            });
        }
    }
    typed(key, contexts)
}

/// A key that is part of a text.
fn typed(key: KeyPress, contexts: &[Context]) -> Option<Action> {
    match key.code {
        Key::Char(c) if !key.ctrl && !key.alt => {
            let note = contexts.contains(&Context::Note);
            let minutes = contexts.contains(&Context::MorningMinutes) && c.is_ascii_digit();
            (note || minutes).then_some(Action::Type(c))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
