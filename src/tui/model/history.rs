//! The history screen: what is looked at, and how.

use crate::domain::visit::{Entry, Past, View};
use crate::tui::keymap::Context;

/// The history screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looking {
    /// What is known.
    pub past: Past,
    /// Which of the programs, or all.
    pub view: usize,
    /// Which page.
    pub page: Page,
    /// Numbers in the place of charts.
    pub numbers: bool,
    /// Which session is chosen.
    pub chosen: usize,
    /// Whether it is opened.
    pub open: bool,
    /// Lines scrolled.
    pub scroll: u16,
}

/// The pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// A year of squares.
    #[default]
    Calendar,
    /// Weeks with done against due.
    Weeks,
    /// Pain over time.
    Pain,
    /// Loads, holds, reps and results over time.
    Progress,
    /// The sessions.
    Sessions,
}

impl Page {
    /// All of them in their order.
    pub const ALL: [Self; 5] = [Self::Calendar, Self::Weeks, Self::Pain, Self::Progress, Self::Sessions];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Calendar => "Calendar",
            Self::Weeks => "Weeks",
            Self::Pain => "Pain",
            Self::Progress => "Progress",
            Self::Sessions => "Sessions",
        }
    }

    /// The one so many places on, round and round.
    #[must_use]
    pub fn moved(self, by: isize) -> Self {
        let length = Self::ALL.len();
        let at = Self::ALL.iter().position(|page| *page == self).unwrap_or(0);
        let to = at.cast_signed() + by;
        Self::ALL.get(to.rem_euclid(length.cast_signed()).cast_unsigned()).copied().unwrap_or_default()
    }
}

impl Looking {
    /// What is looked at; none where nothing was done yet.
    pub fn view(&self) -> Option<&View> {
        self.past.views.get(self.view)
    }

    /// The chosen session.
    pub fn entry(&self) -> Option<&Entry> {
        self.view()?.entries.get(self.chosen)
    }

    /// The contexts of the screen.
    pub fn contexts(&self) -> Vec<Context> {
        let mut contexts = vec![Context::History];
        match (self.page, self.open) {
            (Page::Sessions, true) => contexts = vec![Context::HistoryEntry, Context::HistoryScroll],
            (Page::Sessions, false) if self.entry().is_some() => contexts.push(Context::HistorySessions),
            (Page::Sessions, false) => {}
            (Page::Calendar | Page::Weeks | Page::Pain | Page::Progress, _) => contexts.push(Context::HistoryScroll),
        }
        contexts.extend((self.past.views.len() > 1 && !self.open).then_some(Context::HistoryViews));
        contexts.extend(self.past.can_undo.then_some(Context::HistoryUndo));
        contexts
    }
}
