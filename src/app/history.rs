//! `soleus history`: the sessions of some days, in the order of their days.

use std::io::Write;

use chrono::NaiveDate;

use crate::app::world::World;
use crate::app::{json as write_json, say};
use crate::cli::history::{self, Entry, History};
use crate::domain::progress;
use crate::domain::text::{Clean, Id};
use crate::domain::visit::told;
use crate::error::Error;
use crate::io::clock::Clock as _;

/// `soleus history`.
pub(crate) fn history(asked: &History, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    let loaded = world.journal.load();
    for problem in world.oddities(&loaded) {
        say(&format!("warning: {problem}"));
    }
    let history = &loaded.history;
    let program = asked.program.as_deref().map(|named| known(history, named)).transpose()?;
    let today = progress::today(history, world.clock.wall(), world.rules().rollover);
    let since = asked.since.map_or(NaiveDate::MIN, |since| since.seen_from(today));
    let until = asked.until.map_or(NaiveDate::MAX, |until| until.seen_from(today));
    let is_asked = |id: &Id, day: NaiveDate| program.as_ref().is_none_or(|p| p == id) && (since..=until).contains(&day);

    let played = told(history, |log| is_asked(&log.start.program.id, log.start.day)).into_iter();
    let typed = history.manual.iter().filter(|manual| is_asked(&manual.program, manual.day));
    let mut entries: Vec<Entry<'_>> = played.map(Entry::Played).chain(typed.map(Entry::Typed)).collect();
    // A sort that keeps the order of what is equal: by day, those typed in later behind those played on it.
    entries.sort_by_key(|entry| match entry {
        Entry::Played(told) => (told.log.start.day, false),
        Entry::Typed(manual) => (manual.day, true),
    });

    if asked.json {
        return write_json(&history::json(&entries, asked.with_notes), out);
    }
    if asked.csv {
        let sheet = if asked.sets { history::csv_of_sets(&entries) } else { history::csv(&entries, asked.with_notes) };
        out.write_all(sheet.as_bytes())?;
        return Ok(());
    }
    for entry in &entries {
        let id = history::id(entry);
        // The end of an id is as good as random; its beginning is the moment.
        let end = id.char_indices().rev().nth(7).and_then(|(at, _)| id.get(at..)).unwrap_or(id);
        let id = if asked.ids { format!("{end}  ") } else { String::new() };
        writeln!(out, "{id}{}", history::line(entry))?;
        if let (Entry::Played(told), true) = (entry, asked.with_notes) {
            for line in told.notes().flat_map(|note| note.lines()) {
                writeln!(out, "    {line}")?;
            }
        }
    }
    if entries.is_empty() {
        writeln!(out, "no session in these days")?;
    }
    Ok(())
}

/// A program of which the history knows anything; it may be gone from the programs.
pub(crate) fn known(history: &crate::domain::history::History, named: &str) -> Result<Id, Error> {
    let followed = progress::followed(history);
    if let Some(id) = Id::new(named).filter(|id| followed.contains(id)) {
        return Ok(id);
    }
    let known: Vec<String> = followed.iter().map(ToString::to_string).collect();
    let hint = if known.is_empty() {
        "no program was played yet: `soleus list` shows what there is".to_owned()
    } else {
        format!("the history has {}", known.join(", "))
    };
    Err(Error::input(format!("nothing was done of a program `{}` yet", Clean::text(named))).hint(hint))
}
