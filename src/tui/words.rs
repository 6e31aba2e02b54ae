//! Words for scores, results and streaks; lines of text broken at their width.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use crate::domain::session::SetResult;
use crate::domain::today::StreakLine;
use crate::tui::theme::{Look, Role};

/// For a runner to whom a reason against a program applies.
pub const REFUSAL: &str =
    "this program is not for you now: talk to a doctor or physical therapist first. nothing was started.";

/// Where a text goes on that did not fit.
const THE_REST: &str = "i  there is more to read";

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

/// As many whole sentences of a text as fit, and where the others can be read: a warning is never cut in two.
pub fn fitted(text: &str, width: u16, rows: u16, look: Look) -> Vec<Line<'static>> {
    let whole = wrap(text, width);
    if whole.len() <= usize::from(rows) {
        return lines(text, width, look, Role::Text);
    }
    let mut shown = String::new();
    for sentence in text.split_inclusive(". ") {
        let longer = format!("{shown}{sentence}");
        if wrap(longer.trim_end(), width).len() >= usize::from(rows) {
            break;
        }
        shown = longer;
    }
    let mut lines = lines(shown.trim_end(), width, look, Role::Text);
    if rows > 0 {
        lines.push(Line::styled(clip(THE_REST, usize::from(width)), look.style(Role::Key)));
    }
    lines
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
    fn sentences_are_whole_or_not_there() {
        let text = "Lie on your side. Never in the groin fold, never on the midline.";
        let shown = |rows| fitted(text, 20, rows, Look::default()).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(shown(4), ["Lie on your side.", "Never in the groin", "fold, never on the", "midline."]);
        assert_eq!(shown(3), ["Lie on your side.", "i  there is more to…"]);
        assert_eq!(shown(1), ["i  there is more to…"]);
        assert!(shown(0).is_empty());
    }

    #[test]
    fn scores_have_words() {
        assert_eq!([3, 4, 6].map(|n| pain(n).1), [Role::Good, Role::Caution, Role::Danger]);
        assert_eq!(effort(8), "two reps left");
    }
}
