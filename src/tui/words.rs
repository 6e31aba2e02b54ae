//! Words for doses, scores and streaks; lines of text broken at their width.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use crate::domain::amount::Amount;
use crate::domain::exercise::{Exercise, Reps, Side, SideRule, Work};
use crate::domain::session::SetResult;
use crate::domain::time::in_words;
use crate::domain::today::StreakLine;
use crate::tui::theme::{Look, Role};

/// The line that stands on the home screen and on the preview (clinical sheet 3.4).
pub const SHORT_ADVICE: &str =
    "Exercise guidance, not medical advice. Stop if pain goes above 5 of 10 or anything feels wrong.";
/// What is confirmed once before a program is followed (clinical sheet 3.4).
pub const ADVICE: &str = "soleus plays exercise programs written from published protocols. It cannot examine or \
    diagnose you. If you have any of the warning signs, or you are unsure, talk to a doctor or physical therapist \
    first. If pain suddenly gets worse, stop and get help. You use it at your own risk.";
/// For a runner to whom a reason against a program applies.
pub const REFUSAL: &str =
    "this program is not for you now: talk to a doctor or physical therapist first. nothing was started.";

/// `3 sets × 15 reps`, `2 sets × 45 s hold`: the dose of an exercise.
pub fn dose(exercise: &Exercise) -> String {
    let work = match &exercise.work {
        Work::Paced { reps, .. } | Work::OwnPace { reps } => reps_words(*reps),
        Work::HeldReps { reps, hold, relax } => {
            let relax = if relax.is_zero() { String::new() } else { format!(", relax {}", in_words(*relax)) };
            format!("{} × hold {}{relax}", number(*reps), in_words(hold.low()))
        }
        Work::Hold { hold } => format!("hold {}", in_words(hold.low())),
        Work::Timed { time } => in_words(time.low()),
        Work::Instruction => "follow the steps".to_owned(),
    };
    match exercise.sets.low() {
        1 => work,
        sets => format!("{sets} sets × {work}"),
    }
}

/// Everything else of a prescription: tempo, sides, load, rest.
pub fn manner(exercise: &Exercise) -> String {
    let mut parts = Vec::new();
    if let Work::Paced { tempo, .. } = &exercise.work {
        let phases = tempo.phases.iter().filter(|phase| !phase.length.is_zero());
        parts.push(phases.map(|p| format!("{} {}", p.verb, in_words(p.length))).collect::<Vec<_>>().join(", "));
    }
    if matches!(exercise.work, Work::OwnPace { .. }) {
        parts.push("at your own pace".to_owned());
    }
    parts.extend(side_rule(exercise.side).map(str::to_owned));
    parts.extend(exercise.load.as_ref().map(|load| load.words.to_string()));
    if exercise.sets.low() > 1 && !exercise.rest.is_zero() {
        parts.push(format!("rest {}", in_words(exercise.rest)));
    }
    if exercise.optional {
        parts.push("optional".to_owned());
    }
    parts.join(" · ")
}

fn reps_words(reps: Reps) -> String {
    match reps {
        Reps::Count(count) if count.low() == 1 && !count.is_range() => "1 rep".to_owned(),
        Reps::Count(count) => format!("{} reps", number(count)),
        Reps::Max => "as many reps as you can".to_owned(),
    }
}

fn number(amount: Amount<u32>) -> String {
    if amount.is_range() { format!("{} (up to {})", amount.low(), amount.high()) } else { amount.low().to_string() }
}

const fn side_rule(rule: SideRule) -> Option<&'static str> {
    match rule {
        SideRule::Both => None,
        SideRule::Each => Some("each side, in turn"),
        SideRule::EachInTurn => Some("one side, then the other"),
        SideRule::Left => Some("left side"),
        SideRule::Right => Some("right side"),
        SideRule::Affected => Some("affected side"),
        SideRule::Unaffected => Some("unaffected side"),
    }
}

/// Text with the side that works in the place of `{side}`.
pub fn with_side(text: &str, side: Option<Side>) -> String {
    text.replace("{side}", side.map_or("", Side::word)).replace("  ", " ")
}

/// What a pain score means, and how it is to be shown.
pub const fn pain(score: u8) -> (&'static str, Role) {
    match score {
        0 => ("none", Role::Good),
        1..=3 => ("green: carry on", Role::Good),
        4..=5 => ("amber: no more load, slower, longer rests", Role::Caution),
        _ => ("red: stop this exercise", Role::Danger),
    }
}

/// What an effort means, in our own words.
pub const fn effort(score: u8) -> &'static str {
    match score {
        0 => "nothing",
        1..=2 => "very light",
        3..=4 => "light",
        5..=6 => "challenging",
        7 => "hard",
        8 => "two reps left",
        9 => "one rep left",
        _ => "could not do more",
    }
}

/// How a set ended.
pub const fn result(result: SetResult) -> &'static str {
    match result {
        SetResult::Done => "done",
        SetResult::Early => "ended early",
        SetResult::Skipped(_) => "skipped",
        SetResult::StoppedPain => "stopped because of pain",
    }
}

/// `5 days in a row`, or a kind beginning.
pub fn streak(line: &StreakLine) -> String {
    let unit = if line.unit.is_empty() { "day" } else { line.unit };
    match line.current {
        0 if line.longest > 0 => "a fresh start today".to_owned(),
        0 => "your first day is today".to_owned(),
        1 => format!("1 {unit}"),
        n => format!("{n} {unit}s in a row"),
    }
}

/// What today means for a streak.
pub fn streak_today(line: &StreakLine) -> &'static str {
    match line.today {
        "met" => "today is done",
        "rest" => "today is a rest day",
        "excused" => "rest is advised today, and keeps your streak",
        "open" if line.at_risk => "today keeps it going",
        _ => "",
    }
}

/// `1 exercise`, `4 exercises`.
pub fn count(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}

/// A text in lines of at most `width` columns, broken between words; a word that is too long ends in an ellipsis.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    let width = usize::from(width.max(1));
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.width() + 1 + word.width() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&clip(word, width));
        }
        lines.push(line);
    }
    lines
}

/// A text in at most `width` columns; what is cut is an ellipsis.
pub fn clip(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    for letter in unicode_segmentation::UnicodeSegmentation::graphemes(text, true) {
        if out.width() + letter.width() + 1 > width {
            break;
        }
        out.push_str(letter);
    }
    if width > 0 {
        out.push('…');
    }
    out
}

/// Lines of text in one role.
pub fn lines(text: &str, width: u16, look: Look, role: Role) -> Vec<Line<'static>> {
    wrap(text, width).into_iter().map(|line| Line::styled(line, look.style(role))).collect()
}

/// A list: a mark in front of the first line of each entry, the others indented under it.
pub fn bullets(entries: &[String], mark: &str, width: u16, look: Look) -> Vec<Line<'static>> {
    let indent = u16::try_from(mark.width() + 1).unwrap_or(2);
    let mut out = Vec::new();
    for entry in entries {
        for (n, line) in wrap(entry, width.saturating_sub(indent)).into_iter().enumerate() {
            let front = if n == 0 { format!("{mark} ") } else { " ".repeat(usize::from(indent)) };
            out.push(Line::from(vec![Span::styled(front, look.style(Role::Quiet)), Span::raw(line)]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_never_cut_in_silence() {
        assert_eq!(wrap("up on both feet, down on one", 12), ["up on both", "feet, down", "on one"]);
        assert_eq!(wrap("gastrocnemius rests", 8), ["gastroc…", "rests"]);
        assert_eq!(clip("膝を伸ばす", 5), "膝を…");
        assert_eq!(clip("left", 0), "");
    }

    #[test]
    fn scores_have_words() {
        assert_eq!([3, 4, 6].map(|n| pain(n).1), [Role::Good, Role::Caution, Role::Danger]);
        assert_eq!(effort(8), "two reps left");
        assert_eq!(with_side("stand on your {side} foot", Some(Side::Left)), "stand on your left foot");
    }
}
