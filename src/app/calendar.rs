//! `soleus ics`: the schedule of one program, or of all that are followed, as a calendar.

use std::io::Write;

use crate::app::author::{put, shown};
use crate::app::world::World;
use crate::app::{program, say};
use crate::cli::ics::Ics;
use crate::domain::program::Program;
use crate::domain::progress::{Seen, followed};
use crate::error::Error;
use crate::io::clock::Clock as _;
use crate::report::ics::{Event, calendar, events};

/// `soleus ics`.
pub(crate) fn ics(asked: &Ics, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    let history = world.journal.load().history;
    let rules = world.rules();
    let seen = Seen { history: &history, rules: &rules, now: world.clock.wall() };
    let programs: Vec<Program> = if let Some(named) = asked.program.as_deref() {
        vec![program(&world.library, named)?]
    } else {
        let followed = followed(&history);
        world.library.programs().filter(|program| followed.contains(&program.id)).cloned().collect()
    };
    let mut all: Vec<Event> = Vec::new();
    for program in &programs {
        let own = events(program, &seen, asked.at);
        if own.is_empty() {
            say(&format!("note: `{}` is done as needed: it has no place in a calendar", program.id));
        }
        all.extend(own);
    }
    if all.is_empty() {
        return Err(Error::input("there is nothing to put into a calendar")
            .hint("name a program: `soleus list` shows all; without one, those that are followed are taken"));
    }
    let text = calendar(&all, seen.now);
    match asked.out.as_deref().filter(|path| path.as_os_str() != "-") {
        None => out.write_all(text.as_bytes())?,
        Some(path) => {
            put(path, text.as_bytes(), asked.replace)?;
            writeln!(out, "wrote {}: open it in a calendar", shown(path))?;
        }
    }
    Ok(())
}
