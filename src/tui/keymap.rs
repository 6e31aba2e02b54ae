//! The one key table: footer, help, questions and the README's list are all drawn from it.

mod context;
mod look;
mod row;
mod sections;
mod table;
mod write;

use crate::domain::exercise::Affected;
use crate::domain::session::SkipReason;
use crate::tui::key::{Key, KeyPress};

pub use context::Context;
pub use look::Look;
pub use row::{Does, Row};
pub use sections::{markdown, sections};
pub use table::TABLE;
pub use write::Write;

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
    /// Which program is for me?
    Which,
    /// The questions of the morning.
    Morning,
    /// A page down; at the end of the text, start.
    PageOn,
    /// The chief things alone, as large as possible; or all of it again.
    Far,
    /// A set at the runner's own pace goes on by itself; or waits again.
    ByItself,
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
    /// The next way of hearing a session.
    Hearing,
    /// The tones once more.
    HearTones,
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
    /// A program is written, or a file is looked at while it is written.
    Write(Write),
    /// The history is looked at.
    Look(Look),
    /// It is true of me; the offer is taken.
    Yes,
    /// It is not true of me; the offer is not taken now.
    No,
    /// The forms of the program to choose from.
    Variants,
    /// The first of a list, and so on; 0 for none of them.
    Choice(u8),
    /// Follow the program no more; it asks first, then it is so.
    Leave,
    /// Begin a day later.
    Later,
    /// Begin a day earlier.
    Earlier,
    /// The next place where it may hurt.
    Place,
    /// A stage back; it asks first, then it is this one.
    StageBack,
    /// A climbed step of an exercise back; it asks which.
    StepBack,
    /// The harder exercise from the next set on.
    Harder,
    /// The easier exercise from the next set on, unasked.
    Lighter,
    /// The number that was typed is the answer.
    Give,
    /// The number stays open until the session is over.
    LeaveOpen,
    /// A number that was given is put right.
    Correct,
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

/// The first key that asks for something, as it is shown; nothing where none does.
pub fn key_of(action: Action) -> String {
    let row = TABLE.iter().find(|row| row.does == Does::One(action));
    row.map_or_else(String::new, Row::first_label)
}

/// A key that is part of a text.
fn typed(key: KeyPress, contexts: &[Context]) -> Option<Action> {
    match key.code {
        Key::Char(c) if !key.ctrl && !key.alt => {
            let texts = [Context::Note, Context::FieldText, Context::Shelf];
            let note = texts.iter().any(|context| contexts.contains(context));
            let minutes = contexts.contains(&Context::MorningMinutes) && c.is_ascii_digit();
            (note || minutes).then_some(Action::Type(c))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
