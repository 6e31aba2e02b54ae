//! `soleus play`: a session on the screen, or in lines of text.

use std::io::Write as _;
use std::sync::mpsc::Receiver;

use crate::app::desk::{PlainDesk, listen};
use crate::app::screen::{How, OpenOn};
use crate::app::sitting::{Sitting, enrol, enrolment, head, keep_schedule, result_words};
use crate::app::world::{SessionClock, World};
use crate::app::{ask, on_a_terminal, program, say, screen};
use crate::cli::{Play, Speed};
use crate::domain::consent;
use crate::domain::exercise::Affected;
use crate::domain::history::{Enrolment, History};
use crate::domain::plan::Plan;
use crate::domain::player::Player;
use crate::domain::program::Program;
use crate::domain::session::{Happened, SetRecord, When};
use crate::domain::today::resumable;
use crate::error::Error;
use crate::io::clock::Clock as _;
use crate::io::timings::Timings;
use crate::plain;

/// Plays a session as asked.
pub(crate) fn play(asked: &Play) -> Result<(), Error> {
    let mut world = World::open()?;
    let program = program(&world.library, &asked.program)?;
    if in_lines(asked, &world) {
        return lines(&world, &program, asked);
    }
    if !world.library.find(program.id.as_str()).is_some_and(|entry| entry.program == program) {
        world.library.lend(program.clone(), std::path::Path::new(&asked.program));
    }
    let known = consent::enrolment(&world.journal.load().history, &program).is_some();
    let named = asked.side.map(Affected::from).filter(|_| known);
    let affected = named.or_else(|| ask::from_flags(asked).granted(&program));
    let agreed = affected.map(|side| confirm(&world, &program, asked, side)).transpose()?;
    let timings = asked.timings.as_deref().map(Timings::create).transpose()?;
    let on = if asked.resume { OpenOn::Resume } else { OpenOn::Preview(&program.id) };
    let how = How { speed: asked.speed.times(), rehearsal: asked.rehearse, agreed, timings };
    screen::open(world.at_speed(asked.speed), on, how)
}

/// The enrolment, written down unless nothing counts.
fn confirm(world: &World, program: &Program, asked: &Play, side: Affected) -> Result<Enrolment, Error> {
    let at = world.clock.wall();
    if asked.rehearse { Ok(enrolment(program, side, at)) } else { enrol(&world.journal, program, side, at) }
}

/// Who plays: the plan, what was done of it before, and the session of which it is the rest.
struct Seat {
    plan: Plan,
    records: Vec<SetRecord>,
    resumes: Option<String>,
}

/// A session in lines of text.
fn lines(world: &World, program: &Program, asked: &Play) -> Result<(), Error> {
    let typed = (on_a_terminal() && asked.speed != Speed::Max).then(listen);
    let typed = typed.as_ref();
    let loaded = world.journal.load();
    for problem in world.oddities(&loaded) {
        say(&format!("warning: {problem}"));
    }
    let seat = if asked.resume {
        cut_off(&loaded.history, program)?
    } else {
        Seat { plan: plan(world, &loaded.history, program, asked, typed)?, records: Vec::new(), resumes: None }
    };
    let before = match typed.filter(|_| seat.resumes.is_none()) {
        Some(typed) => ask::pain(program, When::Before, typed)?,
        None => None,
    };
    let clock = world.clock_at(asked.speed);
    let mut sitting = sit_down(world, &loaded.history, &seat, asked, &clock)?;
    if let Some(rating) = before {
        sitting.log(Happened::Rate(rating), clock.clock().moment());
    }
    print(&plain::heading(&seat.plan))?;
    let (player, begun) = if seat.records.is_empty() {
        Player::start(seat.plan, clock.clock().moment())
    } else {
        Player::resume(seat.plan, seat.records, clock.clock().moment())
    };
    let speed = asked.speed.times();
    if let Some(first) = begun.first() {
        sitting.counts_from(first.due);
    }
    let mut player = player.at_speed(f64::from(speed));
    let timings = asked.timings.as_deref().map(Timings::create).transpose()?;
    let mut desk = PlainDesk::new(&clock, &mut sitting, speed, typed).measured(timings);
    let end = plain::play(&mut player, begun, &mut desk)?;
    drop(desk);
    if let Some(typed) = typed
        && let Some(rating) = ask::pain(program, When::After, typed)?
    {
        sitting.log(Happened::Rate(rating), clock.clock().moment());
    }
    let finish = sitting.finish(clock.clock());
    let rehearsal = if asked.rehearse { "; a rehearsal, it counts for nothing" } else { "" };
    let closed = sitting.close();
    print(&[format!("{}: {}{rehearsal}", plain::farewell(end), result_words(&finish))])?;
    closed.map_err(|(lines, why)| unsaved(&lines, &why))?;
    print(&["saved".to_owned()])
}

/// What could not be saved is printed, so that nothing is lost.
fn unsaved(lines: &[String], why: &str) -> Error {
    say("the session could not be saved; its lines:");
    for line in lines {
        say(line);
    }
    Error::failed(format!("the session was not saved: {why}"))
        .hint("make room, then keep the lines above in a .jsonl file in the data folder")
}

/// The plan once everything was confirmed.
fn plan(
    world: &World,
    history: &History,
    program: &Program,
    asked: &Play,
    typed: Option<&Receiver<String>>,
) -> Result<Plan, Error> {
    let known = consent::enrolment(history, program).map(|enrolment| enrolment.affected);
    let affected = match (known, asked.side.map(Affected::from)) {
        (Some(known), None) => known,
        (Some(known), Some(side)) if known == side => known,
        (Some(_), Some(side)) => confirm(world, program, asked, side)?.affected,
        (None, _) => {
            let side = ask::consent(program, asked, typed)?;
            confirm(world, program, asked, side)?.affected
        }
    };
    if !asked.rehearse {
        keep_schedule(&world.journal, history, program, world.clock.wall(), world.settings.rollover)?;
    }
    Plan::new(program, affected).ok_or_else(|| {
        Error::input(format!("nothing of `{}` is left to do with affected side {}", program.title, affected.word()))
            .hint("name another side: --side left|right|both")
    })
}

/// The last session of the program, where it was cut off and its plan is the same.
fn cut_off(history: &History, program: &Program) -> Result<Seat, Error> {
    let nothing =
        || Error::input(format!("no session of `{}` was cut off", program.title)).hint("play it without --resume");
    let log = history.of(&program.id).next_back().filter(|log| log.finish.is_none()).ok_or_else(nothing)?;
    let (plan, records) = resumable(&[program], history, log).ok_or_else(|| {
        Error::input("the program has changed since the session was cut off").hint("play it without --resume")
    })?;
    Ok(Seat { plan, records, resumes: Some(log.start.session.clone()) })
}

fn sit_down(
    world: &World,
    history: &History,
    seat: &Seat,
    asked: &Play,
    clock: &SessionClock,
) -> Result<Sitting, Error> {
    if let Some(session) = &seat.resumes {
        return Sitting::resume(&world.journal, history, session, clock.clock());
    }
    let start = head(&seat.plan, asked.rehearse, world.settings.rollover, clock.clock());
    Sitting::begin(&world.journal, &start, clock.clock())
}

fn print(lines: &[String]) -> Result<(), Error> {
    let mut out = std::io::stdout().lock();
    for line in lines {
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(())
}

/// Whether lines of text are what happens: asked for, or there is no terminal to draw on.
fn in_lines(asked: &Play, world: &World) -> bool {
    let no_screen = !on_a_terminal() || world.environment.term_dumb;
    asked.plain || asked.speed == Speed::Max || no_screen
}
