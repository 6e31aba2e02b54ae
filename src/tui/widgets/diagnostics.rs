//! Problems of a file, like a compiler's: what is wrong, where, the line with the place marked, what to write instead.

use ratatui::text::{Line, Span};

use crate::domain::problem::{Gravity, Problem};
use crate::tui::theme::{Look, Role};
use crate::tui::words::{clip, wrap};

/// How a problem is shown by its gravity.
pub const fn role(gravity: Gravity) -> Role {
    match gravity {
        Gravity::Error => Role::Danger,
        Gravity::Warning => Role::Caution,
        Gravity::Note => Role::Quiet,
    }
}

/// Every problem with its line of the file.
pub fn lines(problems: &[Problem], width: u16, look: Look) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for problem in problems {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.extend(one(problem, width, look));
    }
    lines
}

fn one(problem: &Problem, width: u16, look: Look) -> Vec<Line<'static>> {
    let mut lines = headed(problem.gravity, &format!("{}: {}", problem.gravity.word(), problem.message), width, look);
    let number = problem.line.to_string();
    let gutter = number.len();
    if !problem.excerpt.is_empty() {
        let room = usize::from(width).saturating_sub(gutter + 3).max(4);
        let (text, from, to) = window(problem, room);
        let quiet = look.style(Role::Quiet);
        lines.push(Line::from(vec![Span::styled(format!("{number} │ "), quiet), Span::raw(text)]));
        let marks = "^".repeat(to.saturating_sub(from).max(1));
        let blank = format!("{:gutter$} │ {:from$}", "", "");
        lines
            .push(Line::from(vec![Span::styled(blank, quiet), Span::styled(marks, look.style(role(problem.gravity)))]));
    }
    if let Some((line, word)) = &problem.also {
        lines.extend(indented(&format!("line {line}: {word}"), gutter, width, (Role::Quiet, look)));
    }
    if let Some(help) = &problem.help {
        lines.extend(indented(&format!("help: {help}"), gutter, width, (Role::Text, look)));
    }
    lines
}

/// The part of the line that has the place in it, and the place's columns in that part.
fn window(problem: &Problem, room: usize) -> (String, usize, usize) {
    let (from, to) = (problem.mark.start, problem.mark.end);
    if to <= room {
        return (clip(&problem.excerpt, room), from, to);
    }
    // The place is further to the right than the room: what stands before it is cut.
    let skip = from.saturating_sub(room / 3);
    let mut width = 0;
    let rest = problem.excerpt.chars().skip_while(|c| {
        let before = width < skip;
        width += unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0);
        before
    });
    let rest: String = std::iter::once('…').chain(rest).collect();
    let from = from - skip + 1;
    (clip(&rest, room), from.min(room.saturating_sub(1)), (to - skip + 1).min(room))
}

/// What is wrong and what to write instead, without the line of the file.
pub fn brief(problem: &Problem, width: u16, look: Look) -> Vec<Line<'static>> {
    let mut lines = headed(problem.gravity, &format!("{}", problem.message), width, look);
    if let Some(help) = &problem.help {
        lines.extend(indented(help, 1, width, (Role::Text, look)));
    }
    lines
}

/// The first word of each line in the problem's colour would be lost in the dark: the whole text has it.
fn headed(gravity: Gravity, words: &str, width: u16, look: Look) -> Vec<Line<'static>> {
    let mark = match gravity {
        Gravity::Error => "! ",
        Gravity::Warning => "~ ",
        Gravity::Note => "· ",
    };
    let style = look.style(role(gravity));
    let wrapped = wrap(words, width.saturating_sub(2)).into_iter().enumerate();
    let line = |(n, words): (usize, String)| {
        let front = if n == 0 { mark } else { "  " };
        Line::from(vec![Span::raw(front), Span::styled(words, style)])
    };
    wrapped.map(line).collect()
}

fn indented(words: &str, by: usize, width: u16, (role, look): (Role, Look)) -> Vec<Line<'static>> {
    let room = width.saturating_sub(u16::try_from(by + 1).unwrap_or(2));
    let line = |words: String| Line::from(vec![Span::raw(" ".repeat(by + 1)), Span::styled(words, look.style(role))]);
    wrap(words, room).into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::Clean;

    fn problem(excerpt: &str, mark: std::ops::Range<usize>) -> Problem {
        Problem {
            gravity: Gravity::Error,
            code: "value".to_owned(),
            message: Clean::text("`3x10` is sets and reps in one"),
            help: Some(Clean::text("write two keys")),
            line: 12,
            column: 8,
            excerpt: Clean::text(excerpt),
            mark,
            also: None,
            spot: None,
        }
    }

    fn drawn(problem: Problem, width: u16) -> Vec<String> {
        lines(&[problem], width, Look::default()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_mark_stands_under_the_place() {
        let lines = drawn(problem("sets = \"3x10\"", 8..12), 60);
        assert_eq!(
            lines,
            [
                "! error: `3x10` is sets and reps in one",
                "12 │ sets = \"3x10\"",
                "   │         ^^^^",
                "   help: write two keys"
            ]
        );
    }

    #[test]
    fn a_place_far_to_the_right_stays_in_sight() {
        let long = format!("{}HERE{}", "x".repeat(60), "y".repeat(60));
        let lines = drawn(problem(&long, 60..64), 40);
        let column = |line: &str, what: char| line.chars().position(|c| c == what);
        assert_eq!(column(&lines[1], 'H'), column(&lines[2], '^'), "{lines:#?}");
        assert!(lines.iter().all(|line| line.chars().count() <= 40), "{lines:#?}");
    }
}
