//! Saving: what would change, what is asked, and where the file is then.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::form::DiffLine;
use crate::domain::problem::{Gravity, tally};
use crate::tui::keymap::Context;
use crate::tui::model::builder::{Builder, Pane, Review};
use crate::tui::theme::{Look, Role};
use crate::tui::view::heading;
use crate::tui::widgets::hints;
use crate::tui::words;

/// Lines around a change that are shown with it.
const AROUND: usize = 2;

/// What would be written.
pub(super) fn review(builder: &Builder, review: &Review, width: u16, look: Look) -> Vec<Line<'static>> {
    let what = match (builder.is_new, builder.is_copy) {
        (true, true) => format!("A new file, {}. What differs from the bundled program:", builder.file),
        (true, false) => format!("A new file, {}:", builder.file),
        (false, _) => format!("What changes in {}:", builder.file),
    };
    let mut lines = words::lines(&what, width, look, Role::Strong);
    if builder.tried.problems.iter().any(|problem| problem.gravity == Gravity::Error) {
        let problems = tally(&builder.tried.problems);
        let words = format!("{problems}: it can be saved, and cannot be played before they are mended.");
        lines.extend(words::lines(&words, width, look, Role::Danger));
    }
    lines.push(Line::default());
    let changed = |line: Option<&DiffLine>| !matches!(line, Some(DiffLine::Same(_)) | None);
    if review.lines.iter().all(|line| !changed(Some(line))) {
        lines.extend(words::lines("nothing: it is the same text", width, look, Role::Quiet));
        return lines;
    }
    let mut left_out = false;
    for (n, line) in review.lines.iter().enumerate() {
        let near = (n.saturating_sub(AROUND)..=n + AROUND).any(|n| changed(review.lines.get(n)));
        if !near {
            left_out = true;
            continue;
        }
        if std::mem::take(&mut left_out) {
            lines.push(Line::styled("  …", look.style(Role::Quiet)));
        }
        let (mark, text, role) = match line {
            DiffLine::Same(text) => (" ", text, Role::Quiet),
            DiffLine::Gone(text) => ("-", text, Role::Danger),
            DiffLine::New(text) => ("+", text, Role::Good),
        };
        lines.extend(broken(mark, text, width, look, role));
    }
    lines
}

/// A line of the file whole: what is written must be read, so it is broken where the window ends, blanks and all.
fn broken(mark: &str, text: &str, width: u16, look: Look, role: Role) -> Vec<Line<'static>> {
    use unicode_segmentation::UnicodeSegmentation as _;
    use unicode_width::UnicodeWidthStr as _;
    let room = usize::from(width.saturating_sub(2)).max(1);
    let text = crate::domain::text::Clean::text(text);
    let mut rows = vec![String::new()];
    for letter in text.graphemes(true) {
        if rows.last().is_some_and(|row| row.width() + letter.width() > room) {
            rows.push(String::new());
        }
        if let Some(row) = rows.last_mut() {
            row.push_str(letter);
        }
    }
    let front = |n: usize| if n == 0 { mark } else { " " };
    let line = |(n, row): (usize, String)| Line::styled(format!("{} {row}", front(n)), look.style(role));
    rows.into_iter().enumerate().map(line).collect()
}

/// What is asked, or where the file is.
pub(super) fn question(builder: &Builder, area: Rect, look: Look) -> Vec<Line<'static>> {
    let width = area.width;
    match &builder.pane {
        Pane::Leave(_) => {
            let mut lines = words::lines("There are changes that are not saved.", width, look, Role::Strong);
            lines.push(Line::default());
            lines.extend(hints::list(&[Context::LeaveForm], width, look));
            lines
        }
        Pane::Changed(_) => {
            let what = format!("{} was changed by another program since it was opened here.", builder.file);
            let mut lines = words::lines(&what, width, look, Role::Strong);
            lines.push(Line::default());
            lines.extend(hints::list(&[Context::FileChanged], width, look));
            lines
        }
        Pane::Saved(..) => saved(builder, area, look),
        Pane::Outline | Pane::Fields | Pane::Shelf(_) | Pane::Review(_) => Vec::new(),
    }
}

fn saved(builder: &Builder, area: Rect, look: Look) -> Vec<Line<'static>> {
    let Pane::Saved(saved, _) = &builder.pane else { return Vec::new() };
    let width = area.width;
    let mut lines = words::lines("Saved.", width, look, Role::Good);
    if area.height > 12 {
        lines.push(Line::default());
    }
    lines.extend(words::lines("The file is", width, look, Role::Text));
    // A path has no blanks to break at, and must be read to its end.
    lines.extend(broken(" ", &saved.path, width, look, Role::Strong));
    if let Some(kept) = &saved.kept {
        lines.extend(words::lines(&format!("The one before is kept beside it: {kept}"), width, look, Role::Quiet));
    }
    let faulty = builder.tried.problems.iter().any(|problem| problem.gravity == Gravity::Error);
    let stands = match (faulty, saved.listed) {
        (true, _) => "It has errors and cannot be played before they are mended.".to_owned(),
        (false, true) => "It stands among your programs now.".to_owned(),
        (false, false) => format!("soleus play {} plays it; soleus add {0} puts it among your programs.", saved.name),
    };
    lines.extend(words::lines(&stands, width, look, if faulty { Role::Danger } else { Role::Text }));
    if area.height > 10 {
        heading(&mut lines, "To send it", look);
    }
    let send = format!("Attach that file to an e-mail. Whoever gets it saves it and types: soleus add {}", saved.name);
    lines.extend(words::lines(&send, width, look, Role::Text));
    if area.height > 14 {
        heading(&mut lines, "On paper", look);
        let name = builder.tried.program.as_ref().filter(|_| saved.listed).map(|program| program.id.to_string());
        let name = name.unwrap_or_else(|| saved.name.to_string());
        let paper = format!("soleus handout {name} writes a page to print, with boxes to tick.");
        lines.extend(words::lines(&paper, width, look, Role::Text));
    }
    lines
}
