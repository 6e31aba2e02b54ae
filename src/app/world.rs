//! What every command needs: the folders, the settings, the programs, the history, the clock.

use std::rc::Rc;

use chrono::{DateTime, FixedOffset};

use crate::app::before;
use crate::cli::{Play, Speed};
use crate::domain::streak::Rules;
use crate::domain::text::{Clean, Id};
use crate::domain::today::Today;
use crate::error::Error;
use crate::io::clock::{Clock, RealClock, VirtualClock, Zone};
use crate::io::ears::{Ears, Surroundings};
use crate::io::journal::{Journal, Loaded};
use crate::io::library::Library;
use crate::io::settings::{Environment, Folders, Settings, process_variable, start_at};

/// The world as this process finds it.
pub(crate) struct World {
    pub(crate) environment: Environment,
    pub(crate) settings: Settings,
    pub(crate) library: Library,
    /// The folder of the runner's own programs, which may be missing.
    pub(crate) programs: std::path::PathBuf,
    pub(crate) journal: Journal,
    /// What belongs to this device alone.
    pub(crate) state: std::path::PathBuf,
    pub(crate) clock: Rc<RealClock>,
    /// Where the tones are kept.
    cache: std::path::PathBuf,
    /// `SOLEUS_NOW`.
    start_at: Option<DateTime<FixedOffset>>,
    /// What is odd about the settings and the zone, a line each.
    odd: Vec<Clean>,
    /// The stage, session and variant that the command line names, until a session of that program was begun.
    pub(crate) asked: Option<(Id, Play)>,
}

impl World {
    /// Opens it; nothing is written.
    pub(crate) fn open() -> Result<Self, Error> {
        let folders = Folders::find(&process_variable)?;
        let (settings, mut odd) = Settings::load(&folders)?;
        let start_at = start_at(&process_variable)?;
        let zone = Zone::find(process_variable("TZ").as_deref());
        if let Some(unknown) = zone.unknown() {
            odd.push(Clean::text(&format!("the time zone `{unknown}` is not known: UTC is used")));
        }
        let programs = folders.config.join("programs");
        Ok(Self {
            environment: Environment::read(&process_variable),
            settings,
            library: Library::bundled().with_folder(&programs),
            journal: Journal::open(&folders)?,
            state: folders.state.clone(),
            clock: Rc::new(RealClock::new(start_at).in_zone(zone)),
            programs,
            cache: folders.cache,
            start_at,
            odd,
            asked: None,
        })
    }

    /// All that a runner's ears are told; made once for a run of the program.
    pub(crate) fn ears(&self) -> Ears {
        Ears::new(&self.settings, &self.cache, &Surroundings::read(&process_variable))
    }

    /// Reads the programs folder again.
    pub(crate) fn read_programs(&mut self) {
        self.library = Library::bundled().with_folder(&self.programs);
    }

    /// The rules of the streak with the runner's settings.
    pub(crate) fn rules(&self) -> Rules {
        Rules { rollover: self.settings.rollover, ..Rules::default() }
    }

    /// The home screen's facts with everything that is odd.
    pub(crate) fn today(&self, loaded: &Loaded) -> Today {
        let mut today = Today::of(self.library.programs(), &loaded.history, &self.rules(), self.clock.wall());
        today.problems = self.oddities(loaded);
        if let Some((id, asked)) = &self.asked
            && let Some(program) = self.library.find(id.as_str()).map(|entry| &entry.program)
        {
            for row in today.rows.iter_mut().filter(|row| row.id == *id) {
                let briefing = before::asked_for(program, row.briefing.clone(), asked);
                // What there is not was told before the screen opened.
                if let Ok(briefing) = briefing {
                    row.brief(program, briefing);
                }
            }
        }
        today
    }

    /// What could not be read, a line each.
    pub(crate) fn oddities(&self, loaded: &Loaded) -> Vec<Clean> {
        let mut lines = self.odd.clone();
        lines.extend(self.library.refused.iter().map(|file| file.why.clone()));
        lines.extend(loaded.problems.iter().map(|problem| {
            let line = problem.line.map(|line| format!(":{line}")).unwrap_or_default();
            Clean::text(&format!("{}{line}: {}", problem.file, problem.what))
        }));
        if self.journal.is_exposed() {
            let folder = self.journal.data().to_string_lossy();
            lines.push(Clean::text(&format!("others can look into your history: `chmod 700 {folder}` closes it")));
        }
        if loaded.newer > 0 {
            let message = format!("{} entries come from a newer soleus; the streak may be incomplete", loaded.newer);
            lines.push(Clean::text(&message));
        }
        lines
    }

    /// The same world with its clock so many times as fast.
    pub(crate) fn at_speed(mut self, speed: Speed) -> Self {
        if let SessionClock::Real(clock) = self.clock_at(speed) {
            self.clock = Rc::new(clock);
        }
        self
    }

    /// A clock for a session at a speed.
    pub(crate) fn clock_at(&self, speed: Speed) -> SessionClock {
        let zone = Zone::find(process_variable("TZ").as_deref());
        match speed {
            Speed::Times(1) => SessionClock::Real(RealClock::new(self.start_at).in_zone(zone)),
            Speed::Times(n) => SessionClock::Real(RealClock::new(self.start_at).in_zone(zone).at_speed(n)),
            Speed::Max => {
                let name = zone.name().map(|name| name.to_string()).unwrap_or_default();
                SessionClock::Virtual(VirtualClock::new(self.clock.wall()).in_zone(&name))
            }
        }
    }
}

/// The clock of one session.
pub(crate) enum SessionClock {
    /// Real, at some speed.
    Real(RealClock),
    /// Moved by whoever waits.
    Virtual(VirtualClock),
}

impl SessionClock {
    pub(crate) fn clock(&self) -> &dyn Clock {
        match self {
            Self::Real(clock) => clock,
            Self::Virtual(clock) => clock,
        }
    }
}
