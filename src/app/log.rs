//! `soleus log`: a run is a line of the history, taken back by a later one.

use std::io::Write;

use crate::app::json as write_json;
use crate::app::world::World;
use crate::cli::log::{self, Log, LogRun, What};
use crate::domain::history::{Change, Ran, Run};
use crate::domain::progress;
use crate::domain::runs;
use crate::domain::text::Clean;
use crate::error::Error;
use crate::io::clock::Clock as _;

/// Logs, or lists.
pub(crate) fn log(asked: &Log, out: &mut impl Write) -> Result<(), Error> {
    if let What::Session(session) = &asked.what {
        return crate::app::correct::log_session(session, out);
    }
    let world = World::open()?;
    match &asked.what {
        What::Session(_) => Ok(()),
        What::Run(run) if run.undo => undo(&world, out),
        What::Run(run) => write(&world, run, out),
        What::Runs(listing) => {
            let history = world.journal.load().history;
            let today = progress::today(&history, world.clock.wall(), world.settings.rollover);
            if listing.json {
                return write_json(&log::json(&history.runs, today), out);
            }
            log::list(&history.runs, today, out)
        }
    }
}

fn write(world: &World, asked: &LogRun, out: &mut impl Write) -> Result<(), Error> {
    let (metres, unit) = log::distance(asked.distance.as_deref().unwrap_or_default())?;
    let mut history = world.journal.load().history;
    let at = world.clock.wall();
    let today = progress::today(&history, at, world.settings.rollover);
    let day = asked.on.map_or(today, |day| day.seen_from(today));
    if day > today {
        return Err(Error::input(format!("{day} is not over yet")).hint("a run is logged on its day or later"));
    }
    let name = |text: &Option<String>| text.as_deref().map(Clean::name).filter(|name| !name.is_empty());
    let note = asked.note.as_deref().map(Clean::note).filter(|note| !note.is_empty());
    let ran = Ran { day, metres, unit, minutes: asked.minutes, shoes: name(&asked.shoes), note };
    world.journal.change(&Change::Run { at, ran: ran.clone() })?;
    let run = Run { id: String::new(), at, ran };
    writeln!(out, "saved: {}", log::line(&run, 0))?;
    history.runs.push(run);
    log::summary(&history.runs, today, out)
}

/// The run that was logged last, whatever its day.
fn undo(world: &World, out: &mut impl Write) -> Result<(), Error> {
    let mut history = world.journal.load().history;
    let last = history.runs.iter().enumerate().max_by_key(|(_, run)| (run.at, run.id.clone()));
    let Some(place) = last.map(|(place, _)| place) else {
        return Err(Error::input("no run is logged").hint("`soleus log run 5.2km` writes one down"));
    };
    let run = history.runs.remove(place);
    let at = world.clock.wall();
    world.journal.change(&Change::Void { at, of: run.id.clone() })?;
    writeln!(out, "taken back: {}", log::line(&run, 0))?;
    let today = progress::today(&history, at, world.settings.rollover);
    if let Some(words) = runs::week_words(&history.runs, today) {
        writeln!(out, "{words}")?;
    }
    Ok(())
}
