//! The rows. The order is the order of the footer: what matters first, since rows that do not fit are left out.

use crate::domain::exercise::Affected;
use crate::domain::session::SkipReason;
use crate::tui::key::{Key, KeyPress};
use crate::tui::keymap::Action as A;
use crate::tui::keymap::Context as C;
use crate::tui::keymap::Look as L;
use crate::tui::keymap::Write as W;
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

/// One of a list by its number, 0 for none.
const fn choice(contexts: &'static [Context], short: &'static str, long: &'static str) -> Row {
    Row { contexts, keys: DIGITS, does: Does::Choice, short, long }
}

const fn number(contexts: &'static [Context], short: &'static str, long: &'static str) -> Row {
    Row { contexts, keys: NUMBER, does: Does::Type, short, long }
}

const fn alt(code: Key) -> KeyPress {
    KeyPress { code, ctrl: false, alt: true }
}

const ENTER: KeyPress = k(Key::Enter);
const ESC: KeyPress = k(Key::Esc);
/// On and back on a presentation clicker; its third key is the full stop.
const ON: KeyPress = k(Key::PageDown);
const BACK: KeyPress = k(Key::PageUp);
const UP: KeyPress = k(Key::Up);
const DOWN: KeyPress = k(Key::Down);
const LEFT: KeyPress = k(Key::Left);
const RIGHT: KeyPress = k(Key::Right);
const SCORES: &[KeyPress] = &[c('0'), c('1'), c('2'), c('3'), c('4'), c('5'), c('6'), c('7'), c('8'), c('9'), c('+')];
const DIGITS: &[KeyPress] = &[c('0'), c('1'), c('2'), c('3'), c('4'), c('5'), c('6'), c('7'), c('8'), c('9')];
const NUMBER: &[KeyPress] =
    &[c('0'), c('1'), c('2'), c('3'), c('4'), c('5'), c('6'), c('7'), c('8'), c('9'), c('.'), c(',')];

/// Every key of soleus.
pub static TABLE: &[Row] = &[
    // Home.
    row(&[C::Home], &[ENTER], A::Open, "open", "open the chosen program"),
    row(&[C::HomeUnfinished], &[c('r')], A::Resume, "resume", "the session that was cut off"),
    row(&[C::HomeMorning], &[c('m')], A::Morning, "morning", "the questions of the morning"),
    row(&[C::Home], &[UP, c('k')], A::Up, "", "one program up"),
    row(&[C::Home], &[DOWN, c('j')], A::Down, "choose", "one program down"),
    row(&[C::Home], &[c('h')], A::Look(L::Open), "history", "what was done so far, and how it hurt"),
    row(&[C::Home], &[c('w')], A::Which, "which?", "which program is for me: a few questions, warning signs first"),
    row(&[C::Home], &[c('q')], A::Quit, "quit", "leave soleus"),
    row(&[C::Home], &[c('n')], A::Write(W::New), "new", "write a new program"),
    row(&[C::Home], &[c('e')], A::Write(W::Edit), "edit", "change the chosen program; of a bundled one a copy"),
    // The history.
    row(&[C::HistorySessions], &[ENTER], A::Open, "open", "open the chosen session"),
    row(&[C::History], &[RIGHT, k(Key::Tab)], A::Look(L::NextPage), "next page", "the next page"),
    row(&[C::History], &[LEFT], A::Look(L::PageBefore), "", "the page before"),
    row(&[C::HistoryViews], &[c('p')], A::Look(L::NextView), "next program", "the next program, then all together"),
    row(&[C::History], &[c('n')], A::Look(L::Numbers), "numbers", "numbers in the place of charts, and back"),
    score(&[C::HistoryEntry], "put pain right", "the worst pain in this session was another"),
    row(&[C::HistorySessions, C::HistoryEntry], &[c('x')], A::Look(L::TakeOut), "take out", "take the session out"),
    row(&[C::HistoryUndo], &[c('u')], A::Look(L::Undo), "undo", "take back what was said last"),
    row(&[C::HistoryScroll, C::HistorySessions], &[UP, c('k')], A::Up, "", "up"),
    row(&[C::HistoryScroll, C::HistorySessions], &[DOWN, c('j')], A::Down, "", "down"),
    row(&[C::HistoryScroll, C::HistorySessions], &[k(Key::PageUp)], A::PageUp, "", "a page up"),
    row(&[C::HistoryScroll, C::HistorySessions], &[k(Key::PageDown), c(' ')], A::PageDown, "", "a page down"),
    row(&[C::History, C::HistoryEntry], &[ESC, c('q')], A::Back, "back", "back"),
    // Which program is for me?
    row(&[C::WhichSigns], &[c('n')], A::NoneApplies, "none", "none of these signs is true of me"),
    row(&[C::WhichSigns], &[ENTER], A::Open, "this one", "the chosen sign is true of me"),
    row(&[C::WhichList], &[ENTER], A::Open, "this one", "the chosen line is the one"),
    row(&[C::WhichSigns, C::WhichList], &[UP, c('k')], A::Up, "", "one line up"),
    row(&[C::WhichSigns, C::WhichList], &[DOWN, c('j')], A::Down, "choose", "one line down"),
    row(&[C::WhichDoctor], &[ENTER, c('q')], A::Quit, "home", "to the home screen"),
    row(&[C::WhichSigns, C::WhichList, C::WhichDoctor], &[ESC], A::Back, "back", "back to the question before"),
    // Preview, and whatever else is read.
    row(&[C::Preview], &[ENTER], A::Start, "start", "start the session"),
    row(&[C::Before], &[ENTER], A::Start, "start", "start, once everything is confirmed"),
    row(&[C::Preview, C::Before], &[c(' '), ON], A::PageOn, "a page on", "a page down; at the end of the text, start"),
    row(&[C::Figure], &[c('q'), ESC], A::Quit, "quit", "leave it"),
    row(&[C::Figure], &[c('l')], A::Side(Affected::Left), "left", "with the left side"),
    row(&[C::Figure], &[c('r')], A::Side(Affected::Right), "right", "with the right side"),
    row(&[C::Reading], &[c(' '), ON], A::PageDown, "a page on", "a page down"),
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
    row(&[C::Preview, C::Before, C::Reading, C::Review], &[UP, c('k')], A::Up, "", "scroll up"),
    row(&[C::Preview, C::Before, C::Reading], &[DOWN, c('j')], A::Down, "", "scroll down"),
    row(&[C::Review], &[DOWN, c('j')], A::Down, "scroll", "scroll down"),
    row(&[C::Preview, C::Before, C::Reading, C::Review], &[k(Key::PageUp)], A::PageUp, "", "a page up"),
    row(&[C::Review], &[k(Key::PageDown)], A::PageDown, "", "a page down"),
    row(&[C::Preview, C::Before], &[ESC], A::Back, "back", "back"),
    row(&[C::Reading], &[ESC, ENTER, c('q'), c('?')], A::Back, "close", "close"),
    row(&[C::PreviewVariants], &[c('v')], A::Variants, "variant", "choose another form of this program"),
    row(&[C::PreviewStages], &[c('b')], A::StageBack, "a stage back", "go a stage back; it asks first"),
    row(&[C::PreviewSteps], &[c('l')], A::StepBack, "less", "take a climbed step of an exercise back; it asks first"),
    row(&[C::PreviewFollowed], &[c('x')], A::Leave, "leave it", "follow this program no more; it asks first"),
    row(&[C::AskStop], &[c('y')], A::Leave, "leave it", "yes, follow it no more; what you did stays"),
    row(&[C::AskStop], &[ESC, c('n')], A::Back, "stay", "go on following it"),
    row(&[C::BeforeNew], &[c('d')], A::Later, "a day later", "begin a day later; no session follows now"),
    row(&[C::BeforeNew], &[c('u')], A::Earlier, "", "begin a day earlier, today at the earliest"),
    row(&[C::BeforeNew], &[c('p')], A::Place, "where", "where it hurts: the next place"),
    choice(&[C::AskVariant], "choose", "the form of the program by its number; 0 as it is written"),
    row(&[C::AskVariant], &[ESC], A::Back, "as it is", "leave it as it is"),
    row(&[C::AskVariant], &[UP, c('k')], A::Up, "", "scroll up"),
    row(&[C::AskVariant], &[DOWN, c('j')], A::Down, "", "scroll down"),
    row(&[C::AskStageBack], &[c('y')], A::StageBack, "go back", "yes, go back to the stage before"),
    row(&[C::AskStageBack], &[ESC, c('n')], A::Back, "stay", "stay in this stage"),
    choice(&[C::AskStepBack], "take it back", "take the step of this number back"),
    row(&[C::AskStepBack], &[ESC, c('n')], A::Back, "as it is", "leave everything as it is"),
    row(&[C::AskStepBack], &[UP, c('k')], A::Up, "", "scroll up"),
    row(&[C::AskStepBack], &[DOWN, c('j')], A::Down, "", "scroll down"),
    row(&[C::AskVoice], &[c('y')], A::Yes, "yes", "yes, a voice shall lead me too"),
    row(&[C::AskVoice], &[c('n'), ENTER, ESC], A::No, "no", "no, no voice"),
    row(&[C::AskVoice], &[c('t')], A::HearTones, "tones again", "hear the tones again"),
    choice(&[C::BeforeVariant], "variant", "the form of the program by its number; 0 as it is written"),
    row(&[C::BeforeVariants], &[c('v')], A::Variants, "variant", "choose the form of the program"),
    // What is to be decided before a session.
    row(&[C::DecideAsks], &[c('y')], A::Yes, "yes", "yes: it is true of me, or I take it"),
    row(&[C::DecideAsks], &[c('n')], A::No, "no", "no: it is not true of me, or not now"),
    row(&[C::Decide], &[ENTER], A::Start, "go on", "go on to the session; what was left open is not now"),
    row(&[C::DecideAsks], &[UP, c('k')], A::Up, "", "one question up"),
    row(&[C::DecideAsks], &[DOWN, c('j')], A::Down, "choose", "one question down"),
    row(&[C::DecideReads], &[UP, c('k')], A::Up, "", "scroll up"),
    row(&[C::DecideReads], &[DOWN, c('j')], A::Down, "scroll", "scroll down"),
    row(&[C::Decide], &[k(Key::PageUp)], A::PageUp, "", "a page up"),
    row(&[C::DecideAsks], &[ON, c(' ')], A::PageDown, "", "a page down"),
    row(&[C::DecideReads], &[ON, c(' ')], A::PageOn, "", "a page down; at the end of the text, go on"),
    row(&[C::Decide], &[ESC], A::Back, "back", "back; nothing is decided"),
    // The player.
    row(&[C::OwnPace], &[c(' '), ON], A::Done, "done", "at your own pace: the set is done, the last step is done"),
    row(&[C::StepsMore], &[c(' '), ON], A::NextStep, "next step", "in an instruction: on to its next step"),
    row(&[C::Steps], &[UP], A::Up, "", "in an instruction: a step back"),
    row(&[C::Steps], &[DOWN], A::Down, "", "in an instruction: a step on"),
    row(&[C::OwnPace, C::StepsMore], &[c('p'), c('.')], A::Pause, "pause", "at your own pace: pause"),
    row(
        &[C::OwnPace, C::StepsMore],
        &[c('g')],
        A::ByItself,
        "by itself",
        "at your own pace: go on by itself after a time (noted as unconfirmed), or wait again",
    ),
    row(
        &[C::Work, C::Rest],
        &[c(' '), c('p'), c('.'), ON],
        A::Pause,
        "pause",
        "while time runs (work, rest, count): pause",
    ),
    row(&[C::Paused], &[c(' '), c('p'), ENTER, c('.'), ON], A::GoOn, "go on", "while paused: go on"),
    row(&[C::Rest], &[ENTER], A::Onward, "skip", "skip the rest or the count"),
    row(&[C::RestReps], &[UP], A::MoreReps, "", "one rep more was really done in the last set"),
    row(&[C::RestNumber], &[c('c')], A::Correct, "correct", "put the last number right that you gave"),
    row(&[C::RestReps], &[DOWN], A::FewerReps, "", "one rep fewer was really done in the last set"),
    score(&[C::Play], "pain", "pain at this moment; the clock goes on"),
    row(&[C::Play], &[c('i')], A::HowTo, "how to", "how to do it: set-up, steps and mistakes"),
    row(&[C::Play], &[c('q'), ESC], A::AskEnd, "end", "end the session; it asks first, and what you did stays"),
    row(&[C::Play], &[c('w')], A::Warnings, "signs", "the warning signs"),
    row(
        &[C::Play],
        &[c('v')],
        A::Hearing,
        "sound",
        "what is heard: tones, the voice, both, nothing; kept for the program",
    ),
    row(&[C::Play], &[c('s')], A::Skip, "skip", "skip this exercise and say why"),
    row(&[C::Play], &[c('b'), BACK], A::Again, "back", "back to the start of this set"),
    row(&[C::Play], &[c('n')], A::Next, "next", "on to the next exercise"),
    row(&[C::Play], &[c('z')], A::Far, "far", "from across the room: the chief things alone, as large as possible"),
    row(&[C::Rest], &[c('e')], A::Longer, "15 s more", "15 s longer"),
    row(&[C::Harder], &[c('h')], A::Harder, "harder", "the harder exercise from the next set on"),
    row(&[C::Lighter], &[c('l')], A::Lighter, "lighter", "the easier exercise from the next set on"),
    // A number that is asked in a rest.
    number(&[C::Number], "", "the number, digit by digit"),
    row(&[C::Number], &[ENTER], A::Give, "take it", "the number is this one"),
    row(&[C::NumberOpen], &[ESC], A::LeaveOpen, "later", "leave it open; it is asked once more after the session"),
    row(&[C::NumberGiven], &[ESC], A::LeaveOpen, "as it was", "a number is put right: leave it as it was"),
    row(&[C::Number], &[k(Key::Backspace)], A::Erase, "erase", "take the last digit back"),
    row(&[C::Number], &[c(' '), c('p'), ON], A::Pause, "pause", "pause"),
    row(&[C::Number], &[c('e')], A::Longer, "15 s more", "15 s longer"),
    row(&[C::Number], &[c('w')], A::Warnings, "warning signs", "the warning signs"),
    row(&[C::Number], &[c('q')], A::AskEnd, "end", "end the session; it asks first, and what you did stays"),
    // Its questions.
    row(&[C::AskGap], &[ENTER, ON], A::GoOn, "go on", "go on where it stopped"),
    row(&[C::AskGap], &[c('b')], A::Again, "again", "this set again"),
    row(&[C::AskGap], &[c('d')], A::CountAsDone, "done", "count the set as done"),
    row(&[C::AskGap], &[c('q')], A::End, "end", "end the session; what you did stays"),
    row(&[C::AskPainEasier], &[c('e')], A::Easier, "easier", "take the easier exercise"),
    row(&[C::AskPainBetween], &[ENTER], A::GoOn, "go on", "go on with the next exercise"),
    row(&[C::AskPain], &[c('s')], A::Reason(SkipReason::Pain), "skip", "leave this exercise out today"),
    row(&[C::AskPain], &[c('q')], A::End, "end", "end the session; what you did stays"),
    row(&[C::AskPain], &[c('w')], A::Warnings, "warning signs", "the warning signs"),
    row(&[C::AskEnd], &[ESC, c(' '), ENTER, ON], A::GoOn, "go on", "go on"),
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
    row(&[C::CheckInResults], &[c('c')], A::Correct, "correct", "put the numbers right that you gave"),
    row(&[C::CheckInReps], &[UP], A::MoreReps, "rep more", "one rep more was really done in the last set"),
    row(&[C::CheckInReps], &[DOWN], A::FewerReps, "fewer", "one rep fewer was really done in the last set"),
    number(&[C::CheckInNumber], "answer", "the number that is still open, digit by digit"),
    row(&[C::CheckInNumber], &[ENTER, k(Key::Tab)], A::Give, "next", "on to the next question; empty stays open"),
    row(&[C::CheckInNumber], &[k(Key::Backspace)], A::Erase, "erase", "take the last digit back"),
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
    // A program is written.
    row(&[C::Outline], &[ENTER, RIGHT], A::Open, "fields", "write in the fields of the chosen row"),
    row(&[C::Outline], &[UP], A::Up, "", "one row up"),
    row(&[C::Outline], &[DOWN], A::Down, "", "one row down"),
    row(&[C::Outline], &[k(Key::PageUp)], A::PageUp, "", "to the first row"),
    row(&[C::Outline], &[k(Key::PageDown)], A::PageDown, "", "to the last row"),
    row(&[C::Outline], &[c('a')], A::Write(W::Add), "add", "add an exercise from the catalogue, or one of your own"),
    row(&[C::Outline], &[c('s'), ctrl('s')], A::Write(W::Review), "save", "save: first it shows what would change"),
    row(&[C::Outline], &[c('p')], A::Write(W::AddPhase), "phase", "add a phase; the first takes in what is there"),
    row(
        &[C::Outline],
        &[c('n')],
        A::Write(W::AddSession),
        "session",
        "add a session; the first takes in what is there",
    ),
    row(&[C::Outline], &[c('v')], A::Write(W::AddVariant), "", "add a variant: another form, for other runners"),
    row(&[C::OutlineItem], &[c('k'), alt(Key::Up)], A::Write(W::Raise), "up", "move the chosen row up"),
    row(&[C::OutlineItem], &[c('j'), alt(Key::Down)], A::Write(W::Lower), "down", "move the chosen row down"),
    row(&[C::OutlineItem], &[c('d')], A::Write(W::Copy), "copy", "a copy of the chosen row below it"),
    row(&[C::OutlineItem], &[c('x'), k(Key::Delete)], A::Write(W::Remove), "take out", "take the chosen row out"),
    row(&[C::Outline], &[c('u'), ctrl('u')], A::Write(W::Undo), "undo", "take the last change back"),
    row(&[C::Outline], &[c('r'), ctrl('r')], A::Write(W::Redo), "", "do again what was taken back"),
    row(&[C::Outline], &[ESC, c('q')], A::Back, "leave", "leave; it asks where something is not saved"),
    row(&[C::Fields], &[ENTER], A::Write(W::Enter), "next", "to the next field; in a list, another line"),
    row(&[C::Fields], &[ESC], A::Back, "done", "back to the list"),
    row(&[C::FieldChoice], &[LEFT], A::Write(W::Left), "", "the word before"),
    row(&[C::FieldChoice], &[RIGHT], A::Write(W::Right), "choose", "the next word"),
    row(&[C::FieldChoice], &[c(' ')], A::Write(W::Tick), "tick", "tick it, or take the tick away"),
    row(&[C::Fields], &[UP], A::Up, "", "to the field or the line above"),
    row(&[C::Fields], &[DOWN], A::Down, "", "to the field or the line below"),
    row(&[C::Fields], &[k(Key::Tab)], A::NextField, "", "to the next field"),
    row(&[C::Fields], &[k(Key::BackTab)], A::Write(W::PreviousField), "", "to the field before"),
    row(&[C::Fields], &[ctrl('s')], A::Write(W::Review), "save", "save: first it shows what would change"),
    row(&[C::Fields], &[ctrl('u')], A::Write(W::Undo), "undo", "take the last change back"),
    row(&[C::Fields], &[ctrl('r')], A::Write(W::Redo), "", "do again what was taken back"),
    row(&[C::FieldText], &[LEFT], A::Write(W::Left), "", "a letter to the left"),
    row(&[C::FieldText], &[RIGHT], A::Write(W::Right), "", "a letter to the right"),
    row(&[C::FieldText], &[k(Key::Home)], A::Write(W::Start), "", "to the beginning of the line"),
    row(&[C::FieldText], &[k(Key::End)], A::Write(W::End), "", "to the end of the line"),
    row(&[C::FieldText, C::Shelf], &[k(Key::Backspace)], A::Erase, "", "take out the letter before the cursor"),
    row(&[C::FieldText], &[k(Key::Delete)], A::Write(W::Delete), "", "take out the letter behind the cursor"),
    row(&[C::FieldChoice], &[k(Key::Backspace), k(Key::Delete)], A::Erase, "", "nothing is written"),
    row(&[C::Shelf], &[ENTER], A::Open, "take", "take the chosen exercise"),
    row(&[C::Shelf], &[UP], A::Up, "", "one exercise up"),
    row(&[C::Shelf], &[DOWN], A::Down, "choose", "one exercise down"),
    row(&[C::Shelf], &[k(Key::PageUp)], A::PageUp, "", "ten exercises up"),
    row(&[C::Shelf], &[k(Key::PageDown)], A::PageDown, "", "ten exercises down"),
    row(&[C::Shelf], &[ESC], A::Back, "back", "back without one"),
    row(&[C::Review], &[ENTER], A::Write(W::Confirm), "write it", "write the file; the one before is kept beside it"),
    row(&[C::Review, C::FileChanged, C::LeaveForm], &[ESC], A::Back, "back", "back; nothing is written"),
    row(&[C::FileChanged], &[c('o')], A::Write(W::Over), "overwrite", "write mine; the other is kept beside it"),
    row(&[C::FileChanged], &[c('r')], A::Write(W::Reload), "read again", "read the file again; what I changed is lost"),
    row(&[C::LeaveForm], &[c('s')], A::Write(W::Review), "save", "save first: it shows what would change"),
    row(&[C::LeaveForm], &[c('d')], A::Write(W::Drop), "drop", "leave; what was changed is lost"),
    row(&[C::FileSaved], &[ENTER], A::GoOn, "go on", "go on writing"),
    row(&[C::FileSaved], &[ESC, c('q')], A::Back, "leave", "leave the builder"),
    // A file is looked at while it is written.
    row(
        &[C::LiveExercises],
        &[ENTER],
        A::Write(W::Rehearse),
        "play",
        "play the chosen exercise; nothing is kept of it",
    ),
    row(&[C::Live], &[UP, c('k')], A::Up, "", "one exercise up; of the problems, one line"),
    row(&[C::Live], &[DOWN, c('j')], A::Down, "choose", "one exercise down; of the problems, one line"),
    row(&[C::LiveExercises], &[LEFT], A::Write(W::Left), "slower", "play more slowly: 1, 2, 5 or 10 times as fast"),
    row(&[C::LiveExercises], &[RIGHT], A::Write(W::Right), "faster", "play faster: 1, 2, 5 or 10 times as fast"),
    row(
        &[C::LiveProblems],
        &[c('e')],
        A::Write(W::Problems),
        "problems",
        "problems on the whole screen, or the program",
    ),
    row(&[C::Live], &[k(Key::PageUp)], A::PageUp, "", "a page up"),
    row(&[C::Live], &[k(Key::PageDown)], A::PageDown, "", "a page down"),
    row(&[C::Live], &[ESC, c('q')], A::Back, "quit", "leave soleus"),
    // Everywhere.
    row(
        &[C::Home, C::Preview, C::Before, C::Play, C::CheckIn, C::Summary, C::Resume, C::Morning],
        &[c('?')],
        A::Help,
        "help",
        "the keys",
    ),
    row(
        &[C::Outline, C::Live, C::Review, C::FileSaved, C::History, C::HistoryEntry],
        &[c('?')],
        A::Help,
        "help",
        "the keys",
    ),
    row(&[C::Fields, C::Shelf], &[k(Key::F(1))], A::Help, "help", "the keys"),
    row(
        &[C::Decide, C::Number, C::CheckInNumber, C::WhichSigns, C::WhichList, C::WhichDoctor],
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
