//! `soleus remind`: a timer of the system, shown before it is written, and taken back on request.

use std::io::Write;

use chrono::NaiveTime;

use crate::app::ask;
use crate::app::author::shown;
use crate::app::desk::listen;
use crate::app::{due, on_a_terminal, say};
use crate::cli::remind::{Install, Remind, What};
use crate::domain::due::{Waiting, line};
use crate::domain::text::Clean;
use crate::error::Error;
use crate::io::remind::{self, Setup, Stands, System, Wanted};
use crate::io::settings::process_variable;

/// `soleus remind`.
pub(crate) fn remind(asked: &Remind, out: &mut impl Write) -> Result<(), Error> {
    match &asked.what {
        None => how_it_stands(out),
        Some(What::Install(asked)) => install(asked, out),
        Some(What::Remove) => remove(out),
        Some(What::Now) => now(out),
    }
}

fn setup(at: NaiveTime) -> Result<Setup, Error> {
    let program = std::env::current_exe()
        .map_err(|error| Error::failed("it cannot be told where soleus itself is").because(error))?;
    let folder = remind::folder(System::here(), &process_variable)?;
    let variables = remind::told(&process_variable);
    System::here().setup(&Wanted { program: &program, at, folder: &folder, variables: &variables })
}

fn how_it_stands(out: &mut impl Write) -> Result<(), Error> {
    let setup = setup(NaiveTime::MIN)?;
    match remind::stands(&setup) {
        Stands::None if setup.files.is_empty() => writeln!(out, "the task scheduler knows: look for `soleus-remind`")?,
        Stands::None => writeln!(out, "no reminder is set; `soleus remind install` sets one")?,
        Stands::At(at) => writeln!(out, "a reminder is set for every day at {}", at.format("%H:%M"))?,
        Stands::Foreign => writeln!(out, "what lies in the place of the reminder is not as soleus wrote it")?,
    }
    for (path, _) in setup.files.iter().filter(|(path, _)| path.exists()) {
        writeln!(out, "  {}", shown(path))?;
    }
    Ok(())
}

fn install(asked: &Install, out: &mut impl Write) -> Result<(), Error> {
    let setup = setup(asked.at)?;
    if remind::stands(&setup) == Stands::Foreign {
        return Err(foreign(&setup));
    }
    for (path, text) in &setup.files {
        writeln!(out, "this file would be written: {}\n", shown(path))?;
        for line in text.lines() {
            writeln!(out, "    {}", Clean::text(line))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "these commands would be run:\n")?;
    for command in &setup.start {
        writeln!(out, "    {}", Clean::text(&command.join(" ")))?;
    }
    writeln!(out)?;
    out.flush()?;
    if !asked.yes {
        if !on_a_terminal() {
            return Err(Error::input("nobody is here to say yes: nothing was written").hint("--yes says it"));
        }
        if ask::yes("write it and start it?", &listen())? != Some(true) {
            writeln!(out, "nothing was written")?;
            return Ok(());
        }
    }
    remind::write(&setup)?;
    for command in &setup.start {
        remind::run(command, &process_variable).map_err(|why| {
            Error::failed(format!("the reminder was written, but not started: {}", Clean::text(&why)))
                .hint("run the commands above where they work, or `soleus remind remove` takes it back")
        })?;
    }
    writeln!(
        out,
        "a reminder is set for every day at {}; `soleus remind remove` takes it back",
        asked.at.format("%H:%M")
    )?;
    Ok(())
}

fn remove(out: &mut impl Write) -> Result<(), Error> {
    let setup = setup(NaiveTime::MIN)?;
    match remind::stands(&setup) {
        Stands::None if !setup.files.is_empty() => {
            writeln!(out, "no reminder is set")?;
            return Ok(());
        }
        Stands::Foreign => return Err(foreign(&setup)),
        Stands::None | Stands::At(_) => {}
    }
    for command in &setup.stop {
        // Where nothing runs there is nothing to end: the files are what counts.
        if let Err(why) = remind::run(command, &process_variable) {
            say(&format!("note: {}", Clean::text(&why)));
        }
    }
    remind::erase(&setup)?;
    writeln!(out, "the reminder is gone")?;
    Ok(())
}

fn foreign(setup: &Setup) -> Error {
    let files: Vec<String> = setup.files.iter().map(|(path, _)| format!("`{}`", shown(path))).collect();
    Error::input(format!("not as soleus wrote it, and left as it is: {}", files.join(", ")))
        .hint("remove the files by hand first")
}

/// Says what is due by a notice of the system; on standard output where there is none.
fn now(out: &mut impl Write) -> Result<(), Error> {
    let waiting = due::all()?;
    if !waiting.iter().any(Waiting::is_now) {
        return Ok(());
    }
    let line = line(&waiting);
    let shown = remind::notice(System::here(), &line).map(|command| remind::run(&command, &process_variable));
    if shown != Some(Ok(())) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
