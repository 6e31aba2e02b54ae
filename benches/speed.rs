//! How long the things take that a runner waits for. `cargo bench` prints them; nothing fails by being slow.
//!
//! Each line is the median and the worst of many runs, after a warm-up. Machines are shared and noisy: compare runs on
//! the same machine, with nothing else on it.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench reads the clock and prints"
)]

use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use soleus::domain::exercise::Affected;
use soleus::domain::plan::Plan;
use soleus::domain::player::Player;
use soleus::domain::time::Moment;
use soleus::domain::timeline::Timeline;
use soleus::domain::today::Today;
use soleus::io::library::{Library, PROGRAMS};
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
    println!("{name:<44} median {:>10.1?}  worst {:>10.1?}", times[runs / 2], times[runs - 1]);
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
}
