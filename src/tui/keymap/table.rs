//! The rows. The order is the order of the footer: what matters first, since rows that do not fit are left out.

use crate::domain::exercise::Affected;
use crate::domain::session::SkipReason;
use crate::tui::key::{Key, KeyPress};
use crate::tui::keymap::Action as A;
use crate::tui::keymap::Context as C;
use crate::tui::keymap::{Action, Context, Does, Row};

const fn k(code: Key) -> KeyPress {
    KeyPress { code, ctrl: false, alt: false }
}

const fn c(letter: char) -> KeyPress {
    k(Key::Char(letter))
}

const fn ctrl(letter: char) -> KeyPress {
    KeyPress { code: Key::Char(letter), ctrl: true, alt: false }
}

const fn row(
    contexts: &'static [Context],
    keys: &'static [KeyPress],
    action: Action,
    short: &'static str,
    long: &'static str,
) -> Row {
    Row { contexts, keys, does: Does::One(action), short, long }
}

const fn score(contexts: &'static [Context], short: &'static str, long: &'static str) -> Row {
    Row { contexts, keys: SCORES, does: Does::Score, short, long }
}

const ENTER: KeyPress = k(Key::Enter);
const ESC: KeyPress = k(Key::Esc);
const UP: KeyPress = k(Key::Up);
const DOWN: KeyPress = k(Key::Down);
const SCORES: &[KeyPress] = &[c('0'), c('1'), c('2'), c('3'), c('4'), c('5'), c('6'), c('7'), c('8'), c('9'), c('+')];

/// Every key of soleus.
pub static TABLE: &[Row] = &[
    // Home.
    row(&[C::Home], &[ENTER], A::Open, "open", "open the chosen program"),
    row(&[C::HomeUnfinished], &[c('r')], A::Resume, "resume", "the session that was cut off"),
    row(&[C::HomeMorning], &[c('m')], A::Morning, "morning", "the questions of the morning"),
    row(&[C::Home], &[UP, c('k')], A::Up, "", "one program up"),
    row(&[C::Home], &[DOWN, c('j')], A::Down, "choose", "one program down"),
    row(&[C::Home], &[c('q')], A::Quit, "quit", "leave soleus"),
    // Preview, and whatever else is read.
    row(&[C::Preview], &[ENTER], A::Start, "start", "start the session"),
    row(&[C::Before], &[ENTER], A::Start, "start", "start, once everything is confirmed"),
    row(&[C::Preview, C::Before, C::Reading], &[c(' '), k(Key::PageDown)], A::PageDown, "a page on", "a page down"),
    row(&[C::BeforeNotFor], &[c('n')], A::NoneApplies, "none applies", "none of these applies to me"),
    row(&[C::BeforeNotFor], &[c('a')], A::OneApplies, "one applies", "one of these applies to me"),
    row(&[C::BeforeSigns], &[c('w')], A::KnowSigns, "signs known", "I know the warning signs"),
    row(&[C::BeforeEntry], &[c('t')], A::EntryHolds, "all true", "all that must be true before I begin is true of me"),
    row(&[C::BeforeAdvice], &[c('m')], A::Understood, "understood", "understood: this is not medical advice"),
    row(&[C::BeforeSide], &[c('l')], A::Side(Affected::Left), "left", "my left side is affected"),
    row(&[C::BeforeSide], &[c('r')], A::Side(Affected::Right), "right", "my right side is affected"),
    row(&[C::BeforeSide], &[c('b')], A::Side(Affected::Both), "both", "both sides are affected"),
    row(&[C::BeforeSide], &[c('x')], A::Side(Affected::Neither), "neither", "neither side is affected"),
    score(&[C::BeforePain], "pain now", "pain now, 0 none to 10 worst imaginable; leave it out if you like"),
    row(&[C::Preview, C::Before, C::Reading], &[UP, c('k')], A::Up, "", "scroll up"),
    row(&[C::Preview, C::Before, C::Reading], &[DOWN, c('j')], A::Down, "", "scroll down"),
    row(&[C::Preview, C::Before, C::Reading], &[k(Key::PageUp)], A::PageUp, "", "a page up"),
    row(&[C::Preview, C::Before], &[ESC], A::Back, "back", "back"),
    row(&[C::Reading], &[ESC, ENTER, c('q'), c('?')], A::Back, "close", "close"),
    // The player.
    row(&[C::OwnPace], &[c(' ')], A::Done, "done", "at your own pace: the set is done, the last step is done"),
    row(&[C::StepsMore], &[c(' ')], A::NextStep, "next step", "in an instruction: on to its next step"),
    row(&[C::Steps], &[UP], A::Up, "", "in an instruction: a step back"),
    row(&[C::Steps], &[DOWN], A::Down, "", "in an instruction: a step on"),
    row(&[C::OwnPace, C::StepsMore], &[c('p')], A::Pause, "pause", "at your own pace: pause"),
    row(&[C::Work, C::Rest], &[c(' '), c('p')], A::Pause, "pause", "while time runs (work, rest, count): pause"),
    row(&[C::Paused], &[c(' '), c('p'), ENTER], A::GoOn, "go on", "while paused: go on"),
    row(&[C::Rest], &[ENTER], A::Onward, "skip", "skip the rest or the count"),
    row(&[C::RestReps], &[UP], A::MoreReps, "", "one rep more was really done in the last set"),
    row(&[C::RestReps], &[DOWN], A::FewerReps, "", "one rep fewer was really done in the last set"),
    score(&[C::Play], "pain", "pain at this moment; the clock goes on"),
    row(&[C::Play], &[c('i')], A::HowTo, "how to", "how to do it: set-up, steps and mistakes"),
    row(&[C::Play], &[c('q'), ESC], A::AskEnd, "end", "end the session; it asks first, and what you did stays"),
    row(&[C::Play], &[c('w')], A::Warnings, "signs", "the warning signs"),
    row(&[C::Play], &[c('s')], A::Skip, "skip", "skip this exercise and say why"),
    row(&[C::Play], &[c('b')], A::Again, "back", "back to the start of this set"),
    row(&[C::Play], &[c('n')], A::Next, "next", "on to the next exercise"),
    row(&[C::Rest], &[c('e')], A::Longer, "15 s more", "15 s longer"),
    // Its questions.
    row(&[C::AskGap], &[ENTER], A::GoOn, "go on", "go on where it stopped"),
    row(&[C::AskGap], &[c('b')], A::Again, "again", "this set again"),
    row(&[C::AskGap], &[c('d')], A::CountAsDone, "done", "count the set as done"),
    row(&[C::AskGap], &[c('q')], A::End, "end", "end the session; what you did stays"),
    row(&[C::AskPainEasier], &[c('e')], A::Easier, "easier", "take the easier exercise"),
    row(&[C::AskPainBetween], &[ENTER], A::GoOn, "go on", "go on with the next exercise"),
    row(&[C::AskPain], &[c('s')], A::Reason(SkipReason::Pain), "skip", "leave this exercise out today"),
    row(&[C::AskPain], &[c('q')], A::End, "end", "end the session; what you did stays"),
    row(&[C::AskPain], &[c('w')], A::Warnings, "warning signs", "the warning signs"),
    row(&[C::AskEnd], &[ESC, c(' '), ENTER], A::GoOn, "go on", "go on"),
    row(&[C::AskEnd], &[c('q'), c('y')], A::End, "end", "end the session; what you did stays"),
    row(&[C::AskReason], &[c('p')], A::Reason(SkipReason::Pain), "pain", "it hurts"),
    row(&[C::AskReason], &[c('t')], A::Reason(SkipReason::Tired), "tired", "too tired"),
    row(&[C::AskReason], &[c('m')], A::Reason(SkipReason::NoTime), "no time", "no time"),
    row(&[C::AskReason], &[c('k')], A::Reason(SkipReason::NoEquipment), "no kit", "the equipment is not here"),
    row(&[C::AskReason], &[ESC], A::Back, "back", "go on with it after all"),
    // After it.
    row(&[C::CheckIn, C::Morning], &[ENTER], A::Save, "save", "save; what is not answered stays unknown"),
    score(&[C::CheckInScore, C::MorningScore], "answer", "answer with one key, + is 10"),
    row(&[C::CheckIn, C::Morning], &[k(Key::Tab)], A::NextField, "next question", "on to the next question"),
    row(&[C::CheckIn], &[c('e')], A::AddEffort, "effort", "say how hard it was"),
    row(&[C::CheckIn], &[c('n')], A::AddNote, "note", "write a note"),
    row(&[C::CheckInReps], &[UP], A::MoreReps, "rep more", "one rep more was really done in the last set"),
    row(&[C::CheckInReps], &[DOWN], A::FewerReps, "fewer", "one rep fewer was really done in the last set"),
    row(&[C::Note], &[ENTER, ESC, k(Key::Tab)], A::Back, "done", "the note is done"),
    row(
        &[C::Note, C::CheckInScore, C::MorningScore, C::MorningMinutes],
        &[k(Key::Backspace)],
        A::Erase,
        "erase",
        "take the last one back",
    ),
    row(&[C::Summary], &[ENTER, ESC, c(' '), c('q')], A::Back, "home", "to the home screen"),
    row(&[C::Morning], &[ESC], A::Back, "not now", "home; nothing is kept"),
    row(&[C::ResumePlace], &[ENTER, c('r')], A::Resume, "go on", "go on where it was cut off"),
    row(&[C::Resume], &[c('f')], A::FinishAsIs, "finish", "finish it as it is; what you did stays"),
    row(&[C::Resume], &[c('d')], A::Discard, "discard", "discard it; it asks once more"),
    row(&[C::Discard], &[c('y')], A::Discard, "discard", "yes, discard it: it will not count"),
    row(&[C::Resume, C::Discard], &[ESC], A::Back, "back", "back"),
    // Everywhere.
    row(
        &[C::Home, C::Preview, C::Before, C::Play, C::CheckIn, C::Summary, C::Resume, C::Morning],
        &[c('?')],
        A::Help,
        "help",
        "the keys",
    ),
    row(
        &[C::Anywhere],
        &[ctrl('c')],
        A::Interrupt,
        "",
        "ask to end; a second time ends at once, and what you did stays",
    ),
    row(&[C::Anywhere], &[ctrl('z')], A::Suspend, "", "pause and give the terminal back"),
];
