//! A question of the player in the place of the stage: what happened, and what each key does.
//!
//! Nothing is cut in the middle: where the window is small there are other, shorter words for the same.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget as _};

use crate::domain::player::{Pause, Run, Snapshot};
use crate::domain::time::{clock_face, in_words};
use crate::domain::timeline::StepKind;
use crate::tui::keymap::Context;
use crate::tui::model::Model;
use crate::tui::theme::{Look, Role};
use crate::tui::widgets::{hints, page};
use crate::tui::words;

/// A question: its title, and its words from the longest to the shortest.
pub(super) struct Question {
    pub(super) title: &'static str,
    pub(super) words: Vec<String>,
}

/// The question that the player asks.
pub(super) fn asks(snapshot: &Snapshot<'_>) -> Option<Question> {
    let Run::Paused { why, .. } = snapshot.run else { return None };
    Some(match why {
        Pause::Asked => return None,
        Pause::Gap(gap) => gap_question(snapshot, gap),
        Pause::Pain { score, between, .. } => pain_question(score, between),
        Pause::Quit => Question { title: "end the session?", words: vec!["What you did is kept.".to_owned()] },
    })
}

fn gap_question(snapshot: &Snapshot<'_>, gap: Duration) -> Question {
    let gap = in_words(Duration::from_secs(gap.as_secs().max(1)));
    let of = match snapshot.kind {
        StepKind::Work => "this set",
        StepKind::Rest => "the rest",
        StepKind::GetReady | StepKind::ChangeOver | StepKind::Between => "the count",
    };
    let left = snapshot.step_left.map_or(String::new(), |left| format!(": {} of {of} is left", clock_face(left)));
    let phase = snapshot.phase;
    Question {
        title: "welcome back",
        words: vec![
            format!("Nothing was heard from this computer for {gap}. It stopped at “{phase}”{left}."),
            format!("Asleep for {gap}, stopped at “{phase}”{left}."),
            format!("Asleep for {gap}."),
        ],
    }
}

fn pain_question(score: u8, between: bool) -> Question {
    let (long, short) = if between {
        ("That is above the limit.", "over the limit.")
    } else {
        ("This exercise stops here.", "stop here.")
    };
    let sharp = "If it is sharp, sudden or different, end the session and read the warning signs (w).";
    Question {
        title: "pain",
        words: vec![
            format!("Pain {score}. {long} Stopping here is the right thing to do. {sharp}"),
            format!("Pain {score}. {long} {sharp}"),
            format!("Pain {score}: {short} If it is sharp, sudden or different: end, read w."),
        ],
    }
}

/// Draws the player's own question.
pub(super) fn draw(model: &Model, snapshot: &Snapshot<'_>, area: Rect, buf: &mut Buffer) {
    if let Some(question) = asks(snapshot) {
        ask(buf, area, &question, &model.screen_contexts(), model.look);
    }
}

/// Clears an area and asks in it, with a frame where there is room for one.
pub(super) fn ask(buf: &mut Buffer, area: Rect, question: &Question, contexts: &[Context], look: Look) {
    Clear.render(area.intersection(buf.area), buf);
    let framed = area.width >= 30 && area.height >= 8;
    let (width, height) = if framed { (area.width.min(68) - 4, area.height - 2) } else { (area.width, area.height) };
    let lines = fitting(question, contexts, (width, height), look);
    if !framed {
        super::super::put(&lines, area, 0, buf);
        return;
    }
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
    let inside = page::frame(buf, area, (width + 4, rows), question.title, look);
    super::super::put(&lines, inside, 0, buf);
}

/// The most words and the most spacious list of keys that fit; of both, the keys go last.
fn fitting(question: &Question, contexts: &[Context], (width, height): (u16, u16), look: Look) -> Vec<Line<'static>> {
    let keys = [
        hints::list(contexts, width, look),
        hints::short_list(contexts, width, look),
        hints::flow(contexts, width, look),
    ];
    let fits = |lines: &Vec<Line<'static>>| lines.len() <= usize::from(height);
    let together = |words: &str, keys: &Vec<Line<'static>>, gap: bool| {
        let mut lines = words::lines(words, width, look, Role::Strong);
        lines.extend(gap.then(Line::default));
        lines.extend(keys.iter().cloned());
        lines
    };
    let [long, short, flow] = &keys;
    let all = question.words.iter();
    let spacious = all.clone().take(1).map(|words| together(words, long, true));
    let listed = all.clone().take(2).map(|words| together(words, long, false));
    let shorter = all.clone().map(|words| together(words, short, false));
    let flowing = all.map(|words| together(words, flow, false));
    let mut ways = spacious.chain(listed).chain(shorter).chain(flowing);
    ways.find(fits).unwrap_or_else(|| flow.clone())
}
