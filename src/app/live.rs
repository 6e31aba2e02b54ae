//! `soleus preview FILE`: a file is looked at every half second, read when it has changed, and shown.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use crate::app::on_a_terminal;
use crate::app::screen::{How, OpenOn, open};
use crate::app::world::World;
use crate::domain::problem::{Gravity, Problem};
use crate::domain::text::Clean;
use crate::domain::time::Moment;
use crate::error::Error;
use crate::io::clock::{Clock as _, RealClock};
use crate::io::library::{Library, Mark, mark};
use crate::tui::effect::live::Told;

/// How often the file is looked at.
const OFTEN: Duration = Duration::from_millis(500);

/// Opens the preview of a file, which need not be there yet.
pub(crate) fn preview(file: &Path) -> Result<(), Error> {
    if !on_a_terminal() {
        let name = Clean::text(&file.to_string_lossy());
        return Err(Error::input("the preview of a file needs a terminal")
            .hint(format!("`soleus check {name}` says what is wrong with it, `soleus show {name}` what it means")));
    }
    open(World::open()?, OpenOn::Live(file), How::default())
}

/// A file that is watched.
pub(crate) struct Watch {
    path: PathBuf,
    /// When it was looked at last.
    looked: Option<Duration>,
    /// What it looked like when it was read last; none while it is not there.
    mark: Option<Mark>,
    /// Whether anything was told of it yet.
    told: bool,
}

impl Watch {
    pub(crate) fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), looked: None, mark: None, told: false }
    }

    /// Looks at the file where it is time; tells what is new.
    pub(crate) fn look(&mut self, library: &Library, clock: &RealClock) -> Option<Told> {
        let now = clock.moment().elapsed;
        if self.looked.is_some_and(|looked| now.saturating_sub(looked) < OFTEN) {
            return None;
        }
        self.looked = Some(now);
        let mark = mark(&self.path);
        if self.told && mark == self.mark {
            return None;
        }
        self.told = true;
        self.mark = mark;
        Some(match (&self.mark, library.check(&self.path)) {
            (Some(_), Ok(reading)) => Told::Read {
                problems: reading.problems.iter().map(|found| found.plain(&reading.source)).collect(),
                program: reading.program.map(Box::new),
                at: clock.wall().format("%H:%M:%S").to_string(),
            },
            (None, _) => Told::Gone("there is no such file".to_owned()),
            (Some(_), Err(error)) => Told::Gone(error.message().to_owned()),
        })
    }
}

/// A clock that can be made faster while it runs, and never jumps.
pub(crate) struct Pace {
    clock: Rc<RealClock>,
    /// The moments, real and told, since when the speed is what it is.
    since: Cell<(Moment, Moment)>,
    speed: Cell<u32>,
}

impl Pace {
    pub(crate) const fn new(clock: Rc<RealClock>) -> Self {
        let start = Moment::awake(Duration::ZERO);
        Self { clock, since: Cell::new((start, start)), speed: Cell::new(1) }
    }

    pub(crate) fn moment(&self) -> Moment {
        let (real, told) = self.since.get();
        let now = self.clock.moment();
        let on = |now: Duration, real: Duration| now.saturating_sub(real).saturating_mul(self.speed.get());
        Moment { awake: told.awake + on(now.awake, real.awake), elapsed: told.elapsed + on(now.elapsed, real.elapsed) }
    }

    /// From now on so many times as fast.
    pub(crate) fn set(&self, speed: u32) {
        let told = self.moment();
        self.since.set((self.clock.moment(), told));
        self.speed.set(speed.max(1));
    }
}

/// An error that is not about a place in the text.
pub(crate) fn problem(message: &str) -> Problem {
    Problem {
        gravity: Gravity::Error,
        code: String::new(),
        message: Clean::text(message),
        help: None,
        line: 1,
        column: 1,
        excerpt: Clean::default(),
        mark: 0..1,
        also: None,
        spot: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_pace_is_no_jump() {
        let pace = Pace::new(Rc::new(RealClock::new(None)));
        let mut last = pace.moment();
        for speed in [10, 1, 5, 2, 1] {
            pace.set(speed);
            for _ in 0..50 {
                let now = pace.moment();
                assert!(now.awake >= last.awake && now.elapsed >= last.elapsed);
                assert!(now.awake.saturating_sub(last.awake) < Duration::from_secs(2));
                last = now;
            }
        }
    }
}
