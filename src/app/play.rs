//! `soleus play`: a session on the screen, or in lines of text.

use std::sync::mpsc::Receiver;
use std::time::Duration;

use crate::app::before::{Table, plain_lines as print};
use crate::app::desk::{PlainDesk, listen};
use crate::app::listener::Listener;
use crate::app::screen::{How, OpenOn};
use crate::app::sitting::{Sitting, enrol, enrolment, head, keep_schedule, result_words};
use crate::app::world::{SessionClock, World};
use crate::app::{ask, on_a_terminal, program, say, screen};
use crate::cli::{Play, Speed};
use crate::domain::consent;
use crate::domain::cue::Caller;
use crate::domain::exercise::Affected;
use crate::domain::following;
use crate::domain::history::{Chosen, Enrolment, History};
use crate::domain::plan::Plan;
use crate::domain::player::Player;
use crate::domain::program::Program;
use crate::domain::session::{Happened, Rating, SetRecord, When};
use crate::domain::standing::standing;
use crate::domain::today::resumable;
use crate::error::Error;
use crate::io::clock::Clock as _;
use crate::io::timings::Timings;
use crate::io::words::lexicon;
use crate::plain;

/// How long the end of a session in lines waits for its last words.
const LAST_WORDS: Duration = Duration::from_secs(8);

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
    let mut history = world.journal.load().history;
    // What was confirmed for a rehearsal is not in the journal.
    history.enrolments.extend(agreed.iter().filter(|_| asked.rehearse).cloned());
    let table = Table { world: &world, program: &program, asked, typed: None };
    table.decide(&mut history)?;
    let enrolled = consent::enrolment(&history, &program).map(|enrolment| enrolment.affected);
    if asked.take_offers
        && let Some(affected) = enrolled
    {
        let briefing = table.briefing(&history, affected, None)?;
        let _decided = table.offer(&mut history, &briefing.offers)?;
    }
    // What cannot be played is told before the screen opens.
    let _there = table.briefing(&history, enrolled.unwrap_or(Affected::Left), None)?;
    world.asked = Some((program.id.clone(), asked.clone()));
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
    let mut loaded = world.journal.load();
    for problem in world.oddities(&loaded) {
        say(&format!("warning: {problem}"));
    }
    let history = &mut loaded.history;
    let program = &following::placed(program, history);
    let (seat, before) = if asked.resume {
        (cut_off(history, program)?, None)
    } else {
        let (plan, before) = prepare(&Table { world, program, asked, typed }, history)?;
        (Seat { plan, records: Vec::new(), resumes: None }, before)
    };
    // Faster than the clock on the wall there is nothing to hear.
    let mut ears = (asked.speed == Speed::Times(1)).then(|| Listener::new(world));
    if let (Some(ears), Some(typed)) = (&mut ears, typed)
        && ears.offers_voice()
    {
        offer_voice(ears, typed)?;
    }
    let clock = world.clock_at(asked.speed);
    let mut sitting = sit_down(world, history, &seat, asked, &clock)?;
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
    let mut desk =
        PlainDesk::new(&clock, &mut sitting, speed, typed).measured(timings).heard(ears.as_mut(), &program.id);
    let caller = Caller::new(lexicon().of(&program.language)).at_speed(f64::from(speed));
    let end = plain::play(&mut player, caller, begun, &mut desk)?;
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
    print(&["saved".to_owned()])?;
    if let Some(ears) = &mut ears {
        ears.finish(LAST_WORDS);
    }
    Ok(())
}

/// The one question about the voice, after a tone; without an answer it stays off.
fn offer_voice(ears: &mut Listener, typed: &Receiver<String>) -> Result<(), Error> {
    ears.check();
    let wanted = ask::voice(typed)?;
    if let Err(error) = ears.answered(wanted) {
        say(&format!("note: {}", error.message()));
    }
    Ok(())
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

/// The plan once everything was confirmed, told and decided, with the pain before it.
fn prepare(table: &Table<'_>, history: &mut History) -> Result<(Plan, Option<Rating>), Error> {
    let Table { world, program, typed, .. } = *table;
    let affected = enrolled(table, history)?;
    table.decide(history)?;
    let before = match typed {
        Some(typed) => ask::pain(program, When::Before, typed)?,
        None => None,
    };
    let pain = before.as_ref().and_then(|rating| rating.pain);
    let mut briefing = table.briefing(history, affected, pain)?;
    print(&plain::briefing(&briefing))?;
    let mut stages = vec![briefing.occasion.standing.phase];
    while table.offer(history, &briefing.offers)? {
        briefing = table.briefing(history, affected, pain)?;
        // Only another stage has offers of its own: it may be one that only some need. None is asked about twice.
        if stages.contains(&briefing.occasion.standing.phase) {
            break;
        }
        stages.push(briefing.occasion.standing.phase);
        print(&plain::briefing(&briefing))?;
    }
    if !table.asked.rehearse {
        keep_schedule(&world.journal, history, program, world.clock.wall(), world.settings.rollover)?;
    }
    let plan = Plan::of(program, &briefing.occasion).ok_or_else(|| {
        let left_out = Plan::left_out(program, &briefing.occasion);
        let why: Vec<String> = left_out.iter().map(|(name, why)| format!("{name}: {why}")).collect();
        Error::input(format!("nothing of `{}` is left to do with affected side {}", program.title, affected.word()))
            .hint(why.join("; "))
    })?;
    Ok((plan, before))
}

/// The affected side once everything was confirmed; what the runner chose is written down.
fn enrolled(table: &Table<'_>, history: &mut History) -> Result<Affected, Error> {
    let Table { world, program, asked, typed } = *table;
    let known = consent::enrolment(history, program).map(|enrolment| enrolment.affected);
    match (known, asked.side.map(Affected::from)) {
        (Some(known), None) => Ok(known),
        (Some(known), Some(side)) if known == side => Ok(known),
        (Some(_), Some(side)) => Ok(confirm(world, program, asked, side)?.affected),
        (None, _) => {
            let (side, variant) = ask::consent(program, asked, typed)?;
            let affected = confirm(world, program, asked, side)?.affected;
            let before = standing(program, history, affected).variant;
            if asked.variant.is_none() && typed.is_some() && variant != before {
                table.choose(history, Chosen::Variant(variant))?;
            }
            Ok(affected)
        }
    }
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

/// Whether lines of text are what happens: asked for, or there is no terminal to draw on.
fn in_lines(asked: &Play, world: &World) -> bool {
    let no_screen = !on_a_terminal() || world.environment.term_dumb;
    asked.plain || asked.speed == Speed::Max || no_screen
}
