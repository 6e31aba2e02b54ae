//! What a session tells outside of its screen: the window's title, progress; and where clicks are heard.

use std::time::Duration;

use crate::domain::player::{Run, Snapshot};
use crate::domain::text::Clean;
use crate::domain::time::{Moment, clock_face, seconds_left};
use crate::tui::gate::Aside;
use crate::tui::model::{Model, Play, Screen};

/// The title changes at most so often.
const APART: Duration = Duration::from_secs(1);

/// What is wanted now, but for the title, which has its own pace.
pub fn of(model: &Model) -> Aside {
    if let Screen::History(_) = &model.screen {
        return Aside { mouse: model.wants.mouse && model.overlays.is_empty(), ..Aside::default() };
    }
    let Screen::Play(play) = &model.screen else { return Aside::default() };
    if matches!(play.player.run(), Run::Over(_)) {
        return Aside::default();
    }
    // Where something is read or asked, text may be selected as everywhere else.
    let mouse = model.wants.mouse && model.overlays.is_empty() && play.question().is_none();
    let snapshot = play.player.snapshot(model.now);
    let progress = snapshot.filter(|_| model.wants.progress).map(|snapshot| percent(&snapshot));
    Aside { mouse, focus: model.wants.notification, progress, ..Aside::default() }
}

fn percent(snapshot: &Snapshot<'_>) -> u8 {
    let total = snapshot.total.as_millis().max(1);
    u8::try_from(snapshot.done.min(snapshot.total).as_millis() * 100 / total).unwrap_or(100)
}

/// The title of the window: the time that is left of what is done now, and the exercise.
pub fn title(model: &Model) -> Option<Clean> {
    let Screen::Play(play) = &model.screen else { return None };
    if !model.wants.title || matches!(play.player.run(), Run::Over(_)) {
        return None;
    }
    let snapshot = play.player.snapshot(model.now)?;
    Some(Clean::text(&format!("{}{} · soleus", left(play, &snapshot), snapshot.exercise.name)))
}

fn left(play: &Play, snapshot: &Snapshot<'_>) -> String {
    let time = |left| clock_face(Duration::from_secs(seconds_left(left)));
    match (play.player.run(), snapshot.step_left) {
        (Run::Paused { .. }, _) => "paused · ".to_owned(),
        (_, Some(left)) => format!("{} · ", time(left)),
        (_, None) => String::new(),
    }
}

/// A title that changes at most once a second; one that goes away goes at once.
#[derive(Clone, Debug, Default)]
pub struct Titled {
    shown: Option<Clean>,
    since: Option<Moment>,
}

impl Titled {
    /// None yet.
    pub const fn new() -> Self {
        Self { shown: None, since: None }
    }

    /// The title to show at a moment of a clock that runs `speed` times as fast.
    pub fn at(&mut self, wanted: Option<Clean>, now: Moment, speed: u32) -> Option<Clean> {
        let apart = APART.saturating_mul(speed.max(1));
        let soon = self.since.is_some_and(|since| now.elapsed.saturating_sub(since.elapsed) < apart);
        if wanted != self.shown && (wanted.is_none() || !soon) {
            self.since = wanted.is_some().then_some(now);
            self.shown = wanted;
        }
        self.shown.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_changes_once_a_second_and_goes_at_once() {
        let mut titled = Titled::new();
        let mut changes = 0;
        let mut last = None;
        for tick in 0..100_u64 {
            let now = Moment::awake(Duration::from_millis(tick * 100));
            let shown = titled.at(Some(Clean::name(&format!("title {tick}"))), now, 1);
            changes += u32::from(shown != last);
            last = shown;
        }
        assert_eq!(changes, 10);
        assert_eq!(titled.at(None, Moment::awake(Duration::from_millis(9_950)), 1), None);
    }
}
