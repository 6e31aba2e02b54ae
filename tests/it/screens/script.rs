//! A script: keys and moments, fed to the one `update`, with a clock that nobody waits for.

use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use soleus::domain::exercise::Affected;
use soleus::domain::program::Program;
use soleus::domain::time::Moment;
use soleus::tui::effect::Effect;
use soleus::tui::key::{Key, KeyPress};
use soleus::tui::model::{Model, Screen};
use soleus::tui::theme::Look;
use soleus::tui::update::{press, resize, tick};
use soleus::tui::view;

use super::world;

pub(crate) struct Script {
    pub(crate) model: Model,
    pub(crate) now: Moment,
    pub(crate) effects: Vec<Effect>,
    pub(crate) screens: Vec<&'static str>,
}

impl Script {
    pub(crate) fn new(programs: Vec<Program>, enrolled: Option<Affected>) -> Self {
        let today = world::today(&programs, enrolled);
        let model = Model::new(today, programs, Look::default(), Size::new(80, 24));
        Self { model, now: Moment::default(), effects: Vec::new(), screens: vec!["home"] }
    }

    /// Keys by their names, a second apart: `enter n w m l enter`.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.key(key);
            self.wait(1000);
        }
        self
    }

    /// One key, now.
    pub(crate) fn key(&mut self, name: &str) -> &mut Self {
        let press_of = |code| KeyPress { code, ctrl: false, alt: false };
        let key = match name {
            "enter" => press_of(Key::Enter),
            "esc" => press_of(Key::Esc),
            "up" => press_of(Key::Up),
            "down" => press_of(Key::Down),
            "pgdn" => press_of(Key::PageDown),
            "pgup" => press_of(Key::PageUp),
            "tab" => press_of(Key::Tab),
            "left" => press_of(Key::Left),
            "backspace" => press_of(Key::Backspace),
            "space" => press_of(Key::Char(' ')),
            "ctrl-c" => KeyPress { code: Key::Char('c'), ctrl: true, alt: false },
            "ctrl-z" => KeyPress { code: Key::Char('z'), ctrl: true, alt: false },
            other => press_of(Key::Char(other.chars().next().unwrap())),
        };
        let effects = press(&mut self.model, key, self.now);
        self.effects.extend(effects);
        self.note();
        self
    }

    /// Time passes in steps of a tick.
    pub(crate) fn wait(&mut self, millis: u64) -> &mut Self {
        let end = self.now.awake + Duration::from_millis(millis);
        while self.now.awake < end {
            self.now = Moment::awake((self.now.awake + Duration::from_millis(100)).min(end));
            let effects = tick(&mut self.model, self.now);
            self.effects.extend(effects);
        }
        self.note();
        self
    }

    /// The machine sleeps.
    pub(crate) fn sleep(&mut self, seconds: u64) -> &mut Self {
        self.now = Moment::awake(self.now.awake + world::secs(seconds));
        let effects = tick(&mut self.model, self.now);
        self.effects.extend(effects);
        self
    }

    fn note(&mut self) {
        let screen = self.screen();
        if self.screens.last() != Some(&screen) {
            self.screens.push(screen);
        }
    }

    pub(crate) fn screen(&self) -> &'static str {
        match self.model.screen {
            Screen::Home(_) => "home",
            Screen::Which(_) => "which",
            Screen::Preview(_) => "preview",
            Screen::Decide(_) => "decide",
            Screen::Before(_) => "before",
            Screen::Play(_) => "play",
            Screen::CheckIn(_) => "check-in",
            Screen::Summary(_) => "summary",
            Screen::Resume(_) => "resume",
            Screen::Morning(_) => "morning",
            Screen::Builder(_) => "builder",
            Screen::Live(_) => "live",
            Screen::History(_) => "history",
        }
    }

    /// What is drawn at a size.
    pub(crate) fn drawn(&mut self, width: u16, height: u16) -> Buffer {
        resize(&mut self.model, Size::new(width, height));
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| view::draw(&self.model, frame.area(), frame.buffer_mut())).unwrap();
        terminal.backend().buffer().clone()
    }

    /// The same as lines of text.
    pub(crate) fn picture(&mut self, width: u16, height: u16) -> String {
        let buffer = self.drawn(width, height);
        lines(&buffer)
    }

    /// On to where the player does this, at most an hour.
    pub(crate) fn until(&mut self, what: impl Fn(&Model) -> bool) -> &mut Self {
        for _ in 0..36_000 {
            if what(&self.model) {
                return self;
            }
            self.wait(100);
        }
        panic!("an hour passed");
    }
}

pub(crate) fn phase(model: &Model) -> String {
    let Screen::Play(play) = &model.screen else { return String::new() };
    play.player.snapshot(model.now).map_or(String::new(), |snapshot| snapshot.phase.to_owned())
}

/// A picture as one line of words.
pub(crate) fn flat(picture: &str) -> String {
    picture.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn lines(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let row: String = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out
}
