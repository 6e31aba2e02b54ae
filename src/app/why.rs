//! `soleus why`: what led to the state of a program, or of the streak.

use std::collections::BTreeMap;
use std::io::Write;

use crate::app::world::World;
use crate::cli::correct::WhyAsked;
use crate::domain::due::schedule_now;
use crate::domain::exercise::Affected;
use crate::domain::history::History;
use crate::domain::prescription::count;
use crate::domain::program::Program;
use crate::domain::progress::{Seen, followed, headline, last_safe_day, ledger};
use crate::domain::schedule::Schedule;
use crate::domain::standing::why as program_why;
use crate::domain::streak::State;
use crate::domain::text::Id;
use crate::error::Error;
use crate::io::clock::Clock as _;

/// Says why.
pub(crate) fn why(asked: &WhyAsked, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    let history = world.journal.load().history;
    match asked.what.as_deref() {
        Some("streak") => streak(&world, &history, asked.days, out),
        Some(named) => {
            let program = crate::app::program(&world.library, named)?;
            of(&world, &history, &program, out)
        }
        None => {
            let known = followed(&history);
            let mut programs = world.library.programs().filter(|program| known.contains(&program.id)).peekable();
            if programs.peek().is_none() {
                writeln!(
                    out,
                    "no program is followed yet; soleus why PROGRAM tells of one, soleus why streak of days"
                )?;
            }
            for (n, program) in programs.enumerate() {
                if n > 0 {
                    writeln!(out)?;
                }
                of(&world, &history, program, out)?;
            }
            Ok(())
        }
    }
}

fn of(world: &World, history: &History, program: &Program, out: &mut impl Write) -> Result<(), Error> {
    let rules = world.rules();
    let seen = Seen { history, rules: &rules, now: world.clock.wall() };
    let known = history.enrolment(&program.id).map(|enrolment| enrolment.affected);
    writeln!(out, "{} ({})", program.title, program.id)?;
    for line in program_why(program, &seen, known.unwrap_or(Affected::Left)) {
        writeln!(out, "  {line}")?;
    }
    Ok(())
}

fn streak(world: &World, history: &History, at_most: usize, out: &mut impl Write) -> Result<(), Error> {
    let (rules, now) = (world.rules(), world.clock.wall());
    let programs = world.library.programs();
    let schedules: BTreeMap<Id, Schedule> =
        programs.map(|program| (program.id.clone(), schedule_now(program, history))).collect();
    let streak = headline(history, &schedules, &rules, now);
    writeln!(out, "{} in a row, longest {}", count(streak.current, "day"), streak.longest)?;
    match last_safe_day(history, &schedules, &rules, now) {
        Some(day) => writeln!(out, "last safe day: {}; a session by then keeps the run", day.format("%A, %-d %B"))?,
        None if streak.current > 0 => writeln!(out, "nothing ends the run within two months")?,
        None => {}
    }
    for on in ledger(history, &schedules, &rules, now).iter().take(at_most) {
        let kind = match on.state {
            State::Met => "done",
            State::Missed => "missed",
            State::Forgiven => "forgiven",
            State::Excused => "excused",
            State::Rest => "rest",
            State::Open => "open",
        };
        writeln!(out, "{}  {kind:<8}  {}", on.day.format("%Y-%m-%d %a"), on.why)?;
    }
    Ok(())
}
