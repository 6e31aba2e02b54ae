//! `soleus report`: the page that a runner brings to the therapist, written where it is wanted.

use std::io::{IsTerminal as _, Write};
use std::path::PathBuf;

use crate::app::author::{put, shown};
use crate::app::history::known;
use crate::app::say;
use crate::app::world::World;
use crate::cli::report::{Form, Report};
use crate::domain::day;
use crate::domain::progress::Seen;
use crate::domain::visit::{Span, USUAL_DAYS, Visit};
use crate::error::Error;
use crate::io::clock::Clock as _;
use crate::report::visit::{self, Asked};

/// `soleus report`.
pub(crate) fn report(asked: &Report, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    let loaded = world.journal.load();
    for problem in world.oddities(&loaded) {
        say(&format!("warning: {problem}"));
    }
    let rules = world.rules();
    let seen = Seen { history: &loaded.history, rules: &rules, now: world.clock.wall() };
    let today = seen.today();
    let to = asked.until.map_or(today, |until| until.seen_from(today)).min(today);
    let from = asked.since.map_or_else(|| day::before(to, USUAL_DAYS - 1), |since| since.seen_from(today));
    if from > to {
        return Err(Error::input(format!("the days end before they begin: {from} to {to}"))
            .hint("--since must not be later than --until"));
    }
    let span = Span { from, to };
    let visits = match asked.program.as_deref() {
        None => Visit::all(world.library.programs(), &seen, span),
        Some(named) => {
            let id = known(&loaded.history, named)?;
            let at_hand = world.library.find(id.as_str()).map(|entry| &entry.program);
            Visit::of(&id, at_hand, &seen, span).into_iter().collect()
        }
    };
    if visits.is_empty() {
        return Err(Error::input(format!("nothing was done from {from} to {to}"))
            .hint("--since looks further back: `--since 26w`"));
    }
    let with = Asked { today, with_notes: asked.with_notes };
    let text = match asked.form() {
        Form::Html => visit::html(&visits, with),
        Form::Text => visit::text(&visits, with),
        Form::Markdown => visit::markdown(&visits, with),
    };
    let on_paper = asked.form() == Form::Html;
    let file = match &asked.out {
        Some(path) if path.as_os_str() == "-" => None,
        Some(path) => Some(path.clone()),
        None if !on_paper || !std::io::stdout().is_terminal() => None,
        None => {
            let one = if let [visit] = visits.as_slice() { visit.program.as_str() } else { "soleus" };
            Some(PathBuf::from(format!("{one}-visit-{today}.html")))
        }
    };
    let Some(path) = file else {
        out.write_all(text.as_bytes())?;
        return Ok(());
    };
    put(&path, text.as_bytes(), asked.replace)?;
    let how = if on_paper { ": open it in a browser and print it" } else { "" };
    writeln!(out, "wrote {}{how}", shown(&path))?;
    Ok(())
}
