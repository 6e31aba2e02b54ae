//! The terminal of `soleus::tui` with next to nothing on it, for the tests of its ways out.

use std::time::Duration;

use ratatui::Frame;
use ratatui::widgets::Paragraph;
use soleus::domain::text::Clean;
use soleus::domain::time::Moment;
use soleus::error::Error;
use soleus::io::settings::process_variable;
use soleus::tui::gate::{Aside, terminals};
use soleus::tui::key::{Key, KeyPress};
use soleus::tui::run::{App, Input, run};
use soleus::tui::terminal::{RealTerminal, die_by, ended_by};

/// Shows what it heard. `q` quits, Ctrl-Z suspends, `m` tells all that can be told beside frames, `n` takes it back,
/// the capital letters go wrong.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that it can do wrong")]
#[derive(Default)]
struct Probe {
    heard: Vec<String>,
    pasted: usize,
    changed: bool,
    done: bool,
    suspend: bool,
    flood: bool,
    deaf: bool,
    aside: Aside,
}

fn all_asides() -> Aside {
    Aside {
        mouse: true,
        focus: true,
        title: Some(Clean::name("0:12 Heel drop")),
        progress: Some(40),
        notification: Some(Clean::name("rest is over")),
        rings: true,
    }
}

impl Probe {
    #[expect(clippy::panic, reason = "a probe goes wrong on purpose")]
    fn key(&mut self, key: KeyPress) {
        match key.code {
            Key::Char('z') if key.ctrl => self.suspend = true,
            Key::Char('q') => self.done = true,
            Key::Char('m') => self.aside = all_asides(),
            Key::Char('n') => self.aside = Aside::default(),
            Key::Char('P') => panic!("on purpose"),
            Key::Char('W') => drop(std::thread::spawn(|| panic!("in a worker"))),
            Key::Char('F') => self.flood = true,
            Key::Char('D') => self.deaf = true,
            _ => self.heard.push(format!(
                "{:?}{}{}",
                key.code,
                if key.ctrl { "+ctrl" } else { "" },
                if key.alt { "+alt" } else { "" }
            )),
        }
    }
}

impl App for Probe {
    type Answer = ();

    fn input(&mut self, input: Input, _: Moment) {
        self.changed = true;
        match input {
            Input::Key(key) => self.key(key),
            Input::Paste(text) => self.pasted += text.len(),
            Input::Ended => self.done = !self.deaf,
            other => self.heard.push(format!("{other:?}")),
        }
    }

    fn answer(&mut self, (): (), _: Moment) {}

    fn tick(&mut self, _: Moment) {}

    fn wait(&self, _: Moment) -> Duration {
        if self.flood { Duration::ZERO } else { Duration::from_mins(1) }
    }

    fn changed(&mut self) -> bool {
        std::mem::take(&mut self.changed) || self.flood
    }

    fn view(&self, frame: &mut Frame<'_>, _: Moment) {
        let size = frame.area().as_size();
        let filler =
            if self.flood { ["x", "y"][frame.count() % 2].repeat(usize::from(size.width) * 20) } else { String::new() };
        let last = self.heard.iter().rev().take(3).map(String::as_str).collect::<Vec<_>>().join(" ");
        let text = format!("probe {size}\nlast: {last}\nkeys: {} pasted: {}\n{filler}", self.heard.len(), self.pasted);
        frame.render_widget(Paragraph::new(text).wrap(ratatui::widgets::Wrap { trim: false }), frame.area());
    }

    fn aside(&mut self, _: Moment) -> Aside {
        let aside = self.aside.clone();
        (self.aside.notification, self.aside.rings) = (None, false);
        aside
    }

    fn done(&self) -> bool {
        self.done
    }

    fn suspend(&mut self) -> bool {
        std::mem::take(&mut self.suspend)
    }
}

fn play() -> Result<(), Error> {
    let variable = |name: &str| process_variable(name).map(|value| value.to_string_lossy().into_owned());
    let (_answers, none) = std::sync::mpsc::channel();
    let mut stage = RealTerminal::enter(Moment::default)?.knowing(terminals::known(&variable)).with_answers(none);
    run(&mut Probe::default(), &mut stage)
}

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "what it says after the screen was left")]
fn main() -> std::process::ExitCode {
    let played = play();
    if let Some(signal) = ended_by() {
        die_by(signal);
    }
    match played {
        Ok(()) => {
            println!("probe is over");
            std::process::ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            std::process::ExitCode::from(error.exit_code())
        }
    }
}
