//! Warning signs as they are shown: those that ask for the same stand together below it, so that nobody reads five
//! times what to do. Every word of a sign is there.

use ratatui::text::{Line, Span};

use crate::domain::text::Clean;
use crate::tui::theme::{Look, Role};
use crate::tui::view::heading;
use crate::tui::words;

/// What stands above the signs.
const TITLE: &str = "Stop and get help if";

/// The signs with their headline; nothing where a program has none.
pub(super) fn lines(lines: &mut Vec<Line<'static>>, signs: &[Clean], width: u16, look: Look) {
    if signs.is_empty() {
        return;
    }
    if !lines.is_empty() {
        lines.push(Line::default());
    }
    lines.extend(words::lines(TITLE, width, look, Role::Strong));
    for group in groups(signs) {
        match group.asks {
            Some(asks) => {
                let asks = format!("{asks}:");
                lines.extend(words::bullets(&[asks], "!", width, look));
                let own = words::bullets(&group.signs, "·", width.saturating_sub(2), look);
                lines.extend(own.into_iter().map(|mut line| {
                    line.spans.insert(0, Span::raw("  "));
                    line
                }));
            }
            None => lines.extend(words::bullets(&group.signs, "!", width, look)),
        }
    }
}

/// A list with its headline, where it is not empty.
pub(super) fn list(lines: &mut Vec<Line<'static>>, title: &str, entries: &[Clean], (width, look): (u16, Look)) {
    if !entries.is_empty() {
        heading(lines, title, look);
        let entries: Vec<String> = entries.iter().map(ToString::to_string).collect();
        lines.extend(words::bullets(&entries, "·", width, look));
    }
}

/// Signs that ask for the same.
struct Group {
    asks: Option<String>,
    signs: Vec<String>,
}

/// In their order; a group stands where its first sign stood.
fn groups(signs: &[Clean]) -> Vec<Group> {
    let parted: Vec<(&str, Option<&str>)> = signs
        .iter()
        .map(|sign| sign.rsplit_once(": ").map_or((sign.as_str(), None), |(sign, asks)| (sign, Some(asks))))
        .collect();
    let mut groups: Vec<Group> = Vec::new();
    for (whole, (sign, asks)) in signs.iter().zip(&parted) {
        let shared = asks.filter(|asks| parted.iter().filter(|(_, other)| *other == Some(asks)).count() > 1);
        let Some(asks) = shared.map(first_upper) else {
            groups.push(Group { asks: None, signs: vec![whole.to_string()] });
            continue;
        };
        match groups.iter_mut().find(|group| group.asks.as_ref() == Some(&asks)) {
            Some(group) => join(&mut group.signs, sign),
            None => groups.push(Group { asks: Some(asks), signs: vec![(*sign).to_owned()] }),
        }
    }
    groups
}

/// Two signs with one condition in front are one: `After an injury: no four steps; or: the foot is numb`.
fn join(signs: &mut Vec<String>, sign: &str) {
    let parts = sign.split_once(": ");
    let last = signs.last_mut().zip(parts).filter(|(last, (front, _))| last.starts_with(&format!("{front}: ")));
    match last {
        Some((last, (_, back))) => {
            last.push_str("; or: ");
            last.push_str(back);
        }
        None => signs.push(sign.to_owned()),
    }
}

fn first_upper(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_twice_is_said_once_and_no_sign_is_lost() {
        let signs = [
            "A pop: be seen today",
            "Chest pain: call now",
            "After an injury: no four steps: be seen today",
            "After an injury: numb: be seen today",
            "Fever",
        ];
        let signs: Vec<Clean> = signs.iter().map(|sign| Clean::text(sign)).collect();
        let mut shown = Vec::new();
        lines(&mut shown, &signs, 60, Look::default());
        let shown: Vec<String> = shown.iter().map(ToString::to_string).collect();
        let wanted = [
            "! Be seen today:",
            "  · A pop",
            "  · After an injury: no four steps; or: numb",
            "! Chest pain: call now",
            "! Fever",
        ];
        assert_eq!(shown.get(1..), Some(&wanted.map(str::to_owned)[..]), "{shown:?}");
    }
}
