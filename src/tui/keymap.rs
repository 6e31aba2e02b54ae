//! The one key table: footer, help, questions and the README's list are all drawn from it.

mod table;

use crate::domain::exercise::Affected;
use crate::domain::session::SkipReason;
use crate::tui::key::{Key, KeyPress};

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
    /// The next step of an instruction.
    NextStep,
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
    /// A set at the runner's own pace, the last step of an instruction.
    OwnPace,
    /// An instruction of several steps.
    Steps,
    /// … and the present one is not the last.
    StepsMore,
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
        Self::Steps,
        Self::StepsMore,
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
        Self::Anywhere,
    ];

    /// The headline under which its keys stand in the help.
    pub const fn group(self) -> &'static str {
        match self {
            Self::Anywhere => "anywhere",
            Self::Home | Self::HomeUnfinished | Self::HomeMorning => "home",
            Self::Preview => "preview",
            Self::Before
            | Self::BeforeNotFor
            | Self::BeforeSigns
            | Self::BeforeEntry
            | Self::BeforeAdvice
            | Self::BeforeSide
            | Self::BeforePain => "before a session",
            Self::Play
            | Self::Work
            | Self::OwnPace
            | Self::Steps
            | Self::StepsMore
            | Self::Rest
            | Self::RestReps
            | Self::Paused => "during a session",
            Self::AskGap => "after a gap",
            Self::AskPain | Self::AskPainEasier | Self::AskPainBetween => "pain over the limit",
            Self::AskEnd => "ending a session",
            Self::AskReason => "skipping an exercise",
            Self::CheckIn | Self::CheckInScore | Self::CheckInReps => "after a session",
            Self::Note => "writing a note",
            Self::Summary => "summary",
            Self::Resume | Self::ResumePlace | Self::Discard => "a session that was cut off",
            Self::Morning | Self::MorningScore | Self::MorningMinutes => "the next morning",
            Self::Reading => "reading",
        }
    }
}

/// A row of the table: these keys mean this in these contexts.
#[derive(Debug)]
pub struct Row {
    /// Where.
    pub contexts: &'static [Context],
    /// Any of them.
    pub keys: &'static [KeyPress],
    /// What it does.
    pub does: Does,
    /// Words for the footer; empty where the row is not shown there.
    pub short: &'static str,
    /// Words for the help.
    pub long: &'static str,
}

/// What a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// One action.
    One(Action),
    /// The score is the key's place in the row.
    Score,
}

impl Row {
    /// Whether the row holds in any of these contexts.
    pub fn holds(&self, contexts: &[Context]) -> bool {
        self.contexts.iter().any(|context| contexts.contains(context))
    }

    /// Its keys as they are shown.
    pub fn label(&self) -> String {
        if self.does == Does::Score {
            return "0-9 +".to_owned();
        }
        let names: Vec<String> = self.keys.iter().map(ToString::to_string).collect();
        names.join("/")
    }

    /// The first of its keys as it is shown: the footer has little room.
    pub fn first_label(&self) -> String {
        if self.does == Does::Score {
            self.label()
        } else {
            self.keys.first().map_or_else(String::new, ToString::to_string)
        }
    }
}

/// What a key means here.
pub fn action(key: KeyPress, contexts: &[Context]) -> Option<Action> {
    for row in TABLE.iter().filter(|row| row.holds(contexts)) {
        if let Some(place) = row.keys.iter().position(|k| *k == key) {
            return Some(match row.does {
                Does::One(action) => action,
                Does::Score => Action::Score(u8::try_from(place).unwrap_or(10)),
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

/// The table as sections: headline and rows, each row once.
pub fn sections() -> Vec<(&'static str, Vec<&'static Row>)> {
    let mut sections: Vec<(&'static str, Vec<&'static Row>)> = Vec::new();
    for context in Context::ALL {
        let group = context.group();
        for row in TABLE.iter().filter(|row| row.contexts.contains(context)) {
            match sections.iter_mut().find(|(name, _)| *name == group) {
                Some((_, rows)) if rows.iter().any(|r| std::ptr::eq(*r, row)) => {}
                Some((_, rows)) => rows.push(row),
                None => sections.push((group, vec![row])),
            }
        }
    }
    sections
}

/// The table as it stands in the README.
pub fn markdown() -> String {
    let mut out = String::from("| Where | Key | What it does |\n| --- | --- | --- |\n");
    for (group, rows) in sections() {
        for row in rows {
            let keys: Vec<String> = if row.does == Does::Score {
                vec!["`0` to `9`, `+` for 10".to_owned()]
            } else {
                row.keys.iter().map(|key| format!("`{key}`")).collect()
            };
            out.push_str(&["| ", group, " | ", &keys.join(" "), " | ", row.long, " |\n"].concat());
        }
    }
    out
}

#[cfg(test)]
mod tests;
