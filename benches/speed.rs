//! How long the things take that a runner waits for. `cargo bench` prints them; nothing fails by being slow.
//!
//! Each line is the best, the median and the worst of many runs, after a warm-up. Machines are shared and noisy: compare
//! runs on the same machine, with nothing else on it; the best is what a quiet one would need.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench reads the clock and prints"
)]

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::{CrosstermBackend, TestBackend};
use ratatui::layout::{Rect, Size};
use soleus::domain::exercise::{Affected, Side};
use soleus::domain::plan::Plan;
use soleus::domain::player::Player;
use soleus::domain::time::Moment;
use soleus::domain::timeline::Timeline;
use soleus::domain::today::Today;
use soleus::figure::{Colours, Glyphs, Ground, Moment as Pose, Palette, Picture, draw};
use soleus::io::library::{FIGURES, Library, PROGRAMS};
use soleus::tui::model::{Model, Play, Screen};
use soleus::tui::theme::Look;
use soleus::tui::view;

fn measure(name: &str, runs: usize, mut work: impl FnMut()) {
    for _ in 0..runs / 10 {
        work();
    }
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    println!("{name:<44} best {:>9.1?}  median {:>9.1?}  worst {:>9.1?}", times[0], times[runs / 2], times[runs - 1]);
}

fn main() {
    measure("read the catalogue and all bundled programs", 200, || {
        assert_eq!(Library::bundled().entries.len(), PROGRAMS.len());
    });
    let library = Library::bundled();
    let program = library.find("achilles-eccentric-12w").unwrap().program.clone();
    let plan = Plan::new(&program, Affected::Both).unwrap();
    measure("lay out a session of 21 min", 1_000, || assert!(!Timeline::of(&plan).steps.is_empty()));
    measure("play it through, a tick every 100 ms", 50, || {
        let mut now = Moment::default();
        let (mut player, _events) = Player::start(plan.clone(), now);
        while player.end().is_none() {
            now = Moment::awake(now.awake + Duration::from_millis(100));
            let _events = player.advance(now);
        }
    });
    for (columns, rows) in [(40, 12), (80, 24), (200, 60)] {
        let (mut player, _events) = Player::start(plan.clone(), Moment::default());
        let mut now = Moment::default();
        while now.awake < Duration::from_millis(17_500) {
            now = Moment::awake(now.awake + Duration::from_millis(100));
            let _events = player.advance(now);
        }
        let size = Size::new(columns, rows);
        let mut model = Model::new(Today::default(), vec![program.clone()], Look::default(), size);
        model.now = now;
        model.screen = Screen::Play(Box::new(Play::new(player)));
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        measure(&format!("draw a paced rep at {columns}x{rows}"), 500, || {
            terminal.draw(|frame| view::draw(&model, frame.area(), frame.buffer_mut())).unwrap();
        });
    }
    figures();
}

/// Counts what would be sent.
#[derive(Clone, Debug, Default)]
struct Counter(Rc<Cell<usize>>);

impl std::io::Write for Counter {
    fn write(&mut self, buf: &[u8]) -> std::io::Result<usize> {
        self.0.set(self.0.get() + buf.len());
        Ok(buf.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A frame of a figure, and the bytes that a rep of it sends to the terminal.
fn figures() {
    let figure = soleus::io::library::figure("heel-drop-straight").unwrap();
    measure("read all figures", 20, || {
        for (id, text) in FIGURES {
            assert!(soleus::io::figure_file::read(text.as_bytes(), id).figure.is_some());
        }
    });
    let palette = Palette { colours: Colours::True, ground: Ground::Dark };
    for (glyphs, smooth) in [(Glyphs::Quadrant, false), (Glyphs::Sextant, false), (Glyphs::Sextant, true)] {
        for view in ["leg", "body"] {
            let picture = Picture { glyphs, smooth, palette, ratio: 2.0 };
            let shown = figure.view(view).unwrap();
            let area = Rect::new(0, 0, 44, 20);
            let mut n = 0;
            let mut next = |terminal: &mut Terminal<CrosstermBackend<Counter>>, frames: u32| {
                let seconds = f64::from(n % frames) / 12.0;
                n += 1;
                // A rep of 7 s: raise 2 s, lower 5 s.
                let (phase, part) =
                    if seconds < 2.0 { ("raise", seconds / 2.0) } else { ("lower", (seconds - 2.0) / 5.0) };
                let moment = Pose { phase, part, seconds, side: Side::Right };
                terminal.draw(|frame| draw(&figure, shown, (&moment, &picture), area, frame.buffer_mut())).unwrap();
            };
            let sent = Counter::default();
            let viewport = ratatui::Viewport::Fixed(area);
            let options = || ratatui::TerminalOptions { viewport: viewport.clone() };
            let mut terminal = Terminal::with_options(CrosstermBackend::new(sent.clone()), options()).unwrap();
            sent.0.set(0);
            let name = format!("figure 44x20 {view} {glyphs:?} {}", if smooth { "smooth" } else { "flat" });
            measure(&name, 500, || next(&mut terminal, 84));
            let mut terminal = Terminal::with_options(CrosstermBackend::new(sent.clone()), options()).unwrap();
            sent.0.set(0);
            for _ in 0..84 {
                next(&mut terminal, 84);
            }
            println!("{:<44} {:>6} bytes a second at 12 frames", "", sent.0.get() / 7);
        }
    }
}
