//! `soleus start`, `soleus stop` and `soleus back`: a program is taken up, today or later, left again, or gone back in.

use std::io::Write;

use crate::app::desk::listen;
use crate::app::sitting::{self, choose};
use crate::app::world::World;
use crate::app::{ask, before, on_a_terminal, program};
use crate::cli::follow::{Back, Start, Stop};
use crate::domain::consent;
use crate::domain::exercise::Affected;
use crate::domain::history::{Change, Chosen, Stop as Stopped};
use crate::domain::program::Program;
use crate::domain::progress;
use crate::domain::progress::Seen;
use crate::domain::standing::{occasion, stage_back, standing, steps_back};
use crate::domain::text::{Clean, Id};
use crate::domain::{due, following};
use crate::error::Error;
use crate::io::clock::Clock as _;

/// Takes a program up without playing it.
pub(crate) fn start(asked: &Start, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    let program = program(&world.library, &asked.program)?;
    let mut history = world.journal.load().history;
    let at = world.clock.wall();
    let today = progress::today(&history, at, world.settings.rollover);
    let typed = on_a_terminal().then(listen);
    let typed = typed.as_ref();
    let named = asked.variant.as_deref().map(|named| before::variant(&program, named)).transpose()?;
    let flags = asked.play();
    let known = consent::enrolment(&history, &program).cloned();
    let (affected, chosen) = match (&known, asked.side) {
        (Some(_), Some(side)) => (Affected::from(side), None),
        (Some(known), None) => (known.affected, None),
        (None, _) => ask::consent(&program, &flags, typed)?,
    };
    let from = match (asked.on, typed) {
        (Some(day), _) => day.seen_from(today),
        (None, Some(typed)) => ask::day("from which day on? (a date, tomorrow, or Enter for today)", today, typed)?,
        (None, None) => today,
    };
    if from < today {
        return Err(Error::input(format!("{from} is over")).hint("begin today, or on a later day"));
    }
    let place = match (&asked.pain_where, typed) {
        (Some(place), _) => Some(Clean::name(place)),
        (None, Some(typed)) if asks_pain(&program) => ask::place(&program, typed)?,
        (None, _) => known.as_ref().and_then(|known| known.place.clone()),
    };
    let mut enrolment = sitting::enrolment(&program, affected, at);
    enrolment.from = (from > today).then_some(from);
    enrolment.place = place.filter(|place| !place.is_empty() && Some(place) != program.pain.place.as_ref());
    world.journal.change(&Change::Enrol(enrolment.clone()))?;
    history.enrolments.push(enrolment);
    let variant = named.unwrap_or(chosen);
    if (asked.variant.is_some() || variant.is_some()) && variant != standing(&program, &history, affected).variant {
        choose(&world.journal, &program, Chosen::Variant(variant), at, world.settings.rollover)?;
    }
    let placed = following::placed(&program, &history);
    let when = due::words(&due::due(&program, &history, &world.rules(), at));
    writeln!(out, "{}: {when}", program.title)?;
    if let Some(place) = placed.pain.place.filter(|_| asks_pain(&program)) {
        writeln!(out, "pain is asked at: {place}")?;
    }
    writeln!(out, "saved; `soleus play {}` plays it", program.id)?;
    Ok(())
}

const fn asks_pain(program: &Program) -> bool {
    !program.pain.ask.is_empty()
}

/// Leaves a program: nothing of it is asked from today on, and what was done stays.
pub(crate) fn stop(asked: &Stop, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    let history = world.journal.load().history;
    // A program whose file is gone can be left too.
    let id = match program(&world.library, &asked.program) {
        Ok(program) => program.id,
        Err(error) => Id::new(&asked.program).filter(|id| progress::follows(&history, id)).ok_or(error)?,
    };
    let follows = progress::follows(&history, &id) && following::stopped(&history, &id).is_none();
    if !follows {
        return Err(Error::input(format!("`{id}` is not followed")).hint("`soleus list` shows what is"));
    }
    let at = world.clock.wall();
    let day = progress::today(&history, at, world.settings.rollover);
    world.journal.change(&Change::Stop(Stopped { at, day, program: id.clone() }))?;
    writeln!(out, "`{id}` is not followed any more; what you did stays. `soleus start {id}` takes it up again")?;
    writeln!(out, "saved")?;
    Ok(())
}

/// Takes a climbed step or the stage back; without a word which, lists what can be.
pub(crate) fn back(asked: &Back, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    let program = program(&world.library, &asked.program)?;
    let history = world.journal.load().history;
    let enrolled = history.enrolment(&program.id).filter(|_| following::stopped(&history, &program.id).is_none());
    let Some(enrolled) = enrolled else {
        return Err(Error::input(format!("`{}` is not followed", program.id)).hint("`soleus list` shows what is"));
    };
    let (rules, at) = (world.rules(), world.clock.wall());
    let seen = Seen { history: &history, rules: &rules, now: at };
    let occasion = occasion(&program, &seen, enrolled.affected, None);
    let (steps, stage) = (steps_back(&program, &occasion), stage_back(&program, &occasion));
    let stage_words = format!("back to stage {} of {}", occasion.standing.phase, program.phases.len());
    let Some(what) = &asked.what else {
        for step in &steps {
            writeln!(out, "{}\n  soleus back {} {}", step.words, program.id, step.exercise)?;
        }
        if stage.is_some() {
            writeln!(out, "{stage_words}\n  soleus back {} stage", program.id)?;
        }
        if steps.is_empty() && stage.is_none() {
            writeln!(out, "nothing to take back: no step was climbed, and it is the first stage")?;
        }
        return Ok(());
    };
    let step = steps.iter().find(|step| step.exercise.as_str() == what);
    let (choice, words) = match (step, stage) {
        (Some(step), _) => (step.choice(), step.words.clone()),
        (None, Some(stage)) if what == "stage" => (stage, stage_words),
        (None, _) => {
            let what = Clean::name(what);
            let hint = format!("`soleus back {}` lists what can be taken back", program.id);
            let why = if what.as_str() == "stage" { "it is the first stage" } else { "no step of it was climbed" };
            return Err(Error::input(format!("`{what}` cannot be taken back: {why}")).hint(hint));
        }
    };
    let _choice = choose(&world.journal, &program, choice, at, world.settings.rollover)?;
    writeln!(out, "{words}; the sessions that lead on are counted from here")?;
    writeln!(out, "saved; `soleus undo` takes that back")?;
    Ok(())
}
