//! `soleus due`: one line and an exit code, for prompts, status lines and timers.

use std::io::Write;

use crate::app::world::World;
use crate::app::{json as write_json, report, say};
use crate::cli::due::{self, Due};
use crate::domain::due::{Waiting, line, waiting};
use crate::domain::prescription::count;
use crate::domain::progress::Seen;
use crate::error::{Error, Kind};
use crate::io::clock::Clock as _;

/// Nothing is due.
const NOTHING: u8 = 1;
/// It could not be told: a script must not take that for a free day.
const UNTOLD: u8 = 2;

/// `soleus due`: good where something is due now, exit code 1 where nothing is.
pub(crate) fn due(asked: &Due, out: &mut impl Write) -> Result<(), Error> {
    let is_due = tell(asked, out).map_err(|error| {
        if error.kind() == Kind::Failed {
            report(&error);
            return Error::reported(UNTOLD);
        }
        error
    })?;
    if is_due { Ok(()) } else { Err(Error::reported(NOTHING)) }
}

fn tell(asked: &Due, out: &mut impl Write) -> Result<bool, Error> {
    let waiting = all()?;
    let line = line(&waiting);
    if asked.json {
        write_json(&due::json(&waiting, &line), out)?;
    } else if !asked.quiet {
        writeln!(out, "{line}")?;
    } else {
        // The exit code tells.
    }
    out.flush()?;
    Ok(waiting.iter().any(Waiting::is_now))
}

/// What waits, by the world as it is; what could not be read is said on standard error.
pub(crate) fn all() -> Result<Vec<Waiting>, Error> {
    let world = World::open()?;
    let loaded = world.journal.load();
    // A prompt has room for one line: what is odd is told in full by the commands that a person asks.
    let odd = u32::try_from(world.oddities(&loaded).len()).unwrap_or(u32::MAX);
    if odd > 0 {
        say(&format!("warning: {} to look at: `soleus list` tells of all", count(odd, "thing")));
    }
    let rules = world.rules();
    let seen = Seen { history: &loaded.history, rules: &rules, now: world.clock.wall() };
    Ok(waiting(world.library.programs(), &seen))
}
