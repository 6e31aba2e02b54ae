//! The one room that knows both io and the faces: it reads what was asked, opens what is needed, and joins them.

mod ask;
mod author;
mod before;
mod builder;
mod calendar;
mod carry;
mod check;
mod correct;
mod desk;
mod due;
mod figure;
mod follow;
mod hands;
mod history;
mod list;
mod listener;
mod live;
mod log;
mod patient;
mod pictures;
mod play;
mod remind;
mod screen;
mod sitting;
mod sound_test;
mod visit;
mod which;
mod why;
mod world;

use std::ffi::OsString;
use std::io::{IsTerminal as _, Write};

use crate::cli::timeline::Wanted;
use crate::cli::{self, Command};
use crate::domain::exercise::Affected;
use crate::domain::program::Program;
use crate::domain::progress::Seen;
use crate::domain::text::Clean;
use crate::domain::today::briefing;
use crate::error::Error;
use crate::io::clock::Clock as _;
use crate::io::diagnostic;
use crate::io::library::Library;

use world::World;

/// SIGXFSZ, on every system that soleus runs on.
#[cfg(unix)]
const FILE_TOO_LARGE: i32 = rustix::process::Signal::XFSZ.as_raw();

/// Runs soleus with the arguments of the process.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<(), Error> {
    // A limit on the size of files must be an error that can be told, not a death (reliability.md F52).
    #[cfg(unix)]
    let _never_read = signal_hook::flag::register(FILE_TOO_LARGE, std::sync::Arc::default());
    let mut out = std::io::stdout().lock();
    let arguments = match cli::groups::parse(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error, &mut out),
    };
    let command = match arguments.command {
        None => {
            drop(out);
            return screen::open(World::open()?, screen::OpenOn::Home, screen::How::default());
        }
        Some(Command::Play(asked)) => {
            drop(out);
            return play::play(&asked);
        }
        Some(Command::Timer(asked)) => {
            drop(out);
            return play::play(&asked.play());
        }
        Some(Command::Edit(asked)) => {
            drop(out);
            return builder::edit(&asked);
        }
        Some(Command::Preview(asked)) => {
            drop(out);
            return live::preview(&asked.file);
        }
        Some(Command::Figure(asked)) if !figure::prints(&asked) => {
            drop(out);
            return figure::play(&asked);
        }
        Some(command) => command,
    };
    let result = print(command, &mut out);
    // What went wrong first is told, not that the rest of it could not be written either.
    let flushed = out.flush();
    result.and_then(|()| Ok(flushed?))
}

/// The commands that print, and open nothing.
fn print(command: Command, out: &mut impl Write) -> Result<(), Error> {
    match command {
        Command::SoundTest(asked) => sound_test::sound_test(&asked, out),
        Command::List(asked) => list::list(asked.json, out),
        Command::Streak(asked) => list::streak(&asked, out),
        Command::Due(asked) => due::due(&asked, out),
        Command::Report(asked) => visit::report(&asked, out),
        Command::Remind(asked) => remind::remind(&asked, out),
        Command::Ics(asked) => calendar::ics(&asked, out),
        Command::Export(asked) => carry::export(&asked, out),
        Command::Import(asked) => carry::import(&asked, out),
        Command::History(asked) => history::history(&asked, out),
        Command::Show(asked) => show(&asked, out),
        Command::Check(asked) => check::check(&asked, out),
        Command::Explain(asked) => match asked.name {
            Some(name) => cli::explain::text(&name, out),
            None => cli::explain::list(out),
        },
        Command::Schema => cli::schema::text(out),
        Command::Morning(asked) => correct::morning(&asked, out),
        Command::Why(asked) => why::why(&asked, out),
        Command::Pause(asked) => correct::pause(&asked, out),
        Command::Mend(asked) => correct::mend(&asked, out),
        Command::Void(asked) => correct::void(&asked, out),
        Command::Undo => correct::undo(out),
        Command::Start(asked) => follow::start(&asked, out),
        Command::Stop(asked) => follow::stop(&asked, out),
        Command::Back(asked) => follow::back(&asked, out),
        Command::Sources(asked) => author::sources(asked.json, out),
        Command::Log(asked) => log::log(&asked, out),
        Command::Which(asked) => which::which(&asked, out),
        Command::Exercises(asked) => author::search(&asked, out),
        Command::Figure(asked) => figure::print(&asked, out),
        Command::New(asked) => author::new(&asked, out),
        Command::Add(asked) => author::add(&asked, out),
        Command::Handout(asked) => author::print(&asked, out),
        // Those that open something were taken before.
        Command::Play(_) | Command::Timer(_) | Command::Edit(_) | Command::Preview(_) => Ok(()),
    }
}

/// What clap has to say: help and version on standard output, all else as an error. What was typed is cleaned.
fn usage(error: &clap::Error, out: &mut impl Write) -> Result<(), Error> {
    let text = error.render().to_string();
    if !error.use_stderr() {
        write!(out, "{text}")?;
        out.flush()?;
        return Ok(());
    }
    say(Clean::note(text.trim_end()).as_str());
    Err(Error::reported(2))
}

/// A line on standard error; nobody is told when nobody listens.
pub(crate) fn say(text: &str) {
    let _unheard = writeln!(std::io::stderr().lock(), "{text}");
}

fn show(asked: &cli::Show, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    let program = program(&world.library, &asked.program)?;
    let history = world.journal.load().history;
    let rules = world.rules();
    let seen = Seen { history: &history, rules: &rules, now: world.clock.wall() };
    let known = history.enrolment(&program.id).map(|enrolment| enrolment.affected);
    let affected = asked.side.map(Affected::from).or(known).unwrap_or(Affected::Left);
    let mut next = briefing(&program, &seen, affected, None);
    // Nothing is left out because of the day or of pain for somebody who does not follow the program.
    next.occasion.on = next.occasion.on.filter(|_| known.is_some());
    if let Some(named) = &asked.variant {
        next.occasion.standing.variant = before::variant(&program, named)?;
    }
    let occasion = before::at(&program, next, asked.phase, asked.session)?.occasion;
    if asked.timeline {
        let one = asked.phase.is_some() || asked.session.is_some() || asked.variant.is_some();
        let wanted = if one { Wanted::One(Box::new(occasion)) } else { Wanted::All(affected) };
        if asked.json {
            return json(&cli::timeline::json(&program, &wanted), out);
        }
        return cli::timeline::text(&program, &wanted, out);
    }
    if asked.json {
        return json(&cli::show::json(&program, &occasion), out);
    }
    cli::show::text(&program, &occasion, out)
}

/// The program of an id, or of a file: whatever has a separator or an ending is a path.
fn program(library: &Library, asked: &str) -> Result<Program, Error> {
    if let Some(entry) = library.find(asked) {
        return Ok(entry.program.clone());
    }
    // A file of the programs folder that was refused is shown with all that is wrong with it.
    let refused = library.refused.iter().map(|file| file.path.as_path());
    let refused = refused.clone().find(|path| path.file_stem().is_some_and(|stem| stem == asked));
    let path = refused.unwrap_or_else(|| std::path::Path::new(asked));
    if path.components().count() > 1 || path.extension().is_some() || path.exists() {
        let reading = library.check(path)?;
        if let Some(program) = reading.program {
            return Ok(program);
        }
        say(diagnostic::report(&reading.problems, &reading.source).trim_end());
        return Err(Error::input(format!("`{}` is not a program that can be played", Clean::text(asked)))
            .hint("mend the errors above; `soleus check FILE` shows them again"));
    }
    let known: Vec<&str> = library.ids().collect();
    Err(Error::input(format!("there is no program `{}`", Clean::text(asked)))
        .hint(format!("known are {}; a file is named by its path", known.join(", "))))
}

/// A value on standard output, for a program to read.
pub(crate) fn json(value: &serde_json::Value, out: &mut impl Write) -> Result<(), Error> {
    let text =
        serde_json::to_string_pretty(value).map_err(|error| Error::failed("no JSON could be made").because(error))?;
    writeln!(out, "{text}")?;
    Ok(())
}

/// Whether both ends of a conversation are a terminal.
fn on_a_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Prints an error with its hint; nothing for one that was reported already.
pub fn report(error: &Error) {
    use crate::error::Kind;
    match error.kind() {
        Kind::Input | Kind::Failed => say(Clean::note(&error.to_string()).as_str()),
        Kind::Reported(_) | Kind::BrokenPipe => {}
    }
}
