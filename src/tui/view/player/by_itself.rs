//! What goes on without a key, in words: a set at the runner's own pace, and the question for pain in a rest.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::widgets::{Clear, Widget as _};

use crate::domain::player::{Run, Snapshot};
use crate::domain::program::PainQuestion;
use crate::domain::time::{clock_face, seconds_left};
use crate::domain::timeline::StepKind;
use crate::tui::keymap::{Action, key_of};
use crate::tui::model::{Model, Play};
use crate::tui::theme::Role;
use crate::tui::view::player::layout::place_words;
use crate::tui::view::player::{Regions, cue, steps};
use crate::tui::widgets::{columns, text};
use crate::tui::words;

pub(super) fn draw(model: &Model, play: &Play, snapshot: &Snapshot<'_>, regions: &Regions, buf: &mut Buffer) {
    if snapshot.kind == StepKind::Work {
        if let Some(words) = waits(model, play, snapshot) {
            // The steps of an instruction leave no other row.
            let reads = steps::are_shown(snapshot);
            let place = if reads { regions.next } else { Rect { height: 1, ..regions.tempo } };
            if reads && (model.message().is_some() || !model.by_itself) || place.is_empty() {
                return;
            }
            Clear.render(place.intersection(buf.area), buf);
            let role = if model.by_itself { Role::Strong } else { Role::Quiet };
            text(buf, place, 0, &words, (model.look.style(role), Alignment::Left));
        }
        return;
    }
    pain(model, play, snapshot, regions, buf);
}

/// `goes on by itself in 0:45; Space now`, or how that is chosen; none while nothing waits for the runner.
pub(super) fn waits(model: &Model, play: &Play, snapshot: &Snapshot<'_>) -> Option<String> {
    let own_pace = snapshot.kind == StepKind::Work && snapshot.step_length.is_none() && snapshot.phase_left.is_none();
    if !own_pace || !matches!(snapshot.run, Run::Running { .. }) {
        return None;
    }
    let done = key_of(Action::Done);
    Some(match play.player.lapses_in(model.now) {
        Some(left) => {
            let left = clock_face(std::time::Duration::from_secs(seconds_left(left)));
            format!("goes on by itself in {left}; {done} now")
        }
        None => format!("{done} when done; {} goes on by itself", key_of(Action::ByItself)),
    })
}

/// Pain in the set that is over, where the program asks for pain. No key is an answer: then it is unknown, and the
/// question goes with the rest.
fn pain(model: &Model, play: &Play, snapshot: &Snapshot<'_>, regions: &Regions, buf: &mut Buffer) {
    let rest = matches!(snapshot.kind, StepKind::Rest | StepKind::ChangeOver | StepKind::Between);
    let asks = play.player.plan().pain.ask.contains(&PainQuestion::After);
    if !rest || !asks || play.rated || play.asks_number().is_some() {
        return;
    }
    let look = (model.look.style(Role::Key), Alignment::Left);
    let area = regions.cue;
    let used = u16::try_from(words::wrap(&cue(snapshot), area.width).len()).unwrap_or(u16::MAX);
    let Some(free) = area.height.checked_sub(used).filter(|free| *free > 0) else {
        // Beside side and set in plain words, where those leave room.
        let words = "pain? 0-9 +";
        let room = columns(&place_words(snapshot, regions.next.is_empty())) + 3;
        if !regions.words.is_empty() && room + columns(words) <= regions.words.width {
            let place = Rect { x: regions.words.x + room, width: regions.words.width - room, ..regions.words };
            text(buf, place, 0, words, look);
        }
        return;
    };
    let long = "pain in that set? 0 to 9, + is 10; no key: unknown";
    let words = if columns(long) <= area.width { long } else { "pain? 0-9 +; no key: unknown" };
    let row = used + u16::from(free > 1 && used > 0);
    text(buf, area, row, words, look);
}
