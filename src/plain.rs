//! The player as lines of text: for screen readers, pipes, logs and tests.
//!
//! The same player events as on the screen, a line each, nothing redrawn. What never enters: a file, the
//! environment, a clock: time and answers come from the [`Desk`].

mod briefing;
mod typed;
mod words;

use std::time::Duration;

use crate::domain::player::{Command, End, Event, Pause, Player, Run, What};
use crate::domain::session::Happened;
use crate::domain::time::{Moment, clock_face_down};
use crate::domain::timeline::StepKind;
use crate::error::Error;

pub use briefing::{briefing, offer};
pub use typed::command;
pub use words::{farewell, heading, lines};

/// The world around a session in lines of text.
pub trait Desk {
    /// The present moment.
    fn now(&self) -> Moment;

    /// Waits until a moment of the awake clock, or until a line was typed, and gives that line.
    fn wait(&mut self, until: Duration) -> Result<Option<String>, Error>;

    /// Whether somebody can answer.
    fn attended(&self) -> bool;

    /// Writes one line.
    fn say(&mut self, line: &str) -> Result<(), Error>;

    /// Hears that something was told at this moment, for whoever measures how late that is.
    fn told(&mut self, _event: &Event) {}

    /// Hands on what is to be written down.
    fn log(&mut self, what: Happened, at: Moment) -> Result<(), Error>;
}

/// How often time is looked at while a session runs (rule T2).
const TICK: Duration = Duration::from_millis(100);

/// Plays a session to its end.
pub fn play(player: &mut Player, begun: Vec<Event>, desk: &mut impl Desk) -> Result<End, Error> {
    // The stamps count from the moment at which the session began, not from the first look at the clock after it.
    let origin = begun.first().map_or_else(|| desk.now(), |event| event.due);
    tell(player, begun, origin, desk)?;
    loop {
        if let Some(end) = player.end() {
            ask_the_rest(player, origin, desk)?;
            return Ok(end);
        }
        if let Some(answer) = unattended_answer(player, desk) {
            let events = player.command(answer, desk.now());
            tell(player, events, origin, desk)?;
            continue;
        }
        let now = desk.now().awake;
        let until = player.deadline().map_or(now + TICK, |due| due.clamp(now, now + TICK));
        let typed = desk.wait(until)?;
        let events = player.advance(desk.now());
        tell(player, events, origin, desk)?;
        let Some(typed) = typed else { continue };
        match command(&typed, player) {
            Some(command) => {
                let events = player.command(command, desk.now());
                tell(player, events, origin, desk)?;
            }
            None => desk.say(typed::WHAT_CAN_BE_TYPED)?,
        }
    }
}

/// Asks once more for every number that was not given; Enter leaves it unknown.
fn ask_the_rest(player: &mut Player, origin: Moment, desk: &mut impl Desk) -> Result<(), Error> {
    for question in player.questions() {
        // One answer may have given two numbers.
        let open = player.questions().contains(&question);
        let Some(words) = player.asked(question).filter(|_| open).map(|asked| words::question(&asked)) else {
            continue;
        };
        if desk.attended() {
            desk.say(&format!("{words}, Enter leaves it unknown"))?;
        }
        while desk.attended() {
            let until = desk.now().awake + TICK;
            match desk.wait(until)?.as_deref().map(str::trim) {
                None => {}
                Some("") => break,
                Some(typed) => match typed::answer(typed, question) {
                    Some(command) => {
                        let events = player.command(command, desk.now());
                        tell(player, events, origin, desk)?;
                        break;
                    }
                    None => desk.say(&words)?,
                },
            }
        }
    }
    Ok(())
}

/// Where nobody can answer, a self-paced set goes on after its expected time (as prescribed, and unconfirmed), and a gap is gone on from.
fn unattended_answer(player: &Player, desk: &impl Desk) -> Option<Command> {
    if desk.attended() {
        return None;
    }
    match player.run() {
        Run::Paused { why: Pause::Gap(_) | Pause::Asked | Pause::Quit, .. } => Some(Command::Resume),
        Run::Paused { why: Pause::Pain { .. }, .. } => Some(Command::End),
        Run::Running { zero } => {
            let step = player.step().filter(|step| step.kind == StepKind::Work && step.length.is_none())?;
            (desk.now().awake >= zero + step.expected(player.plan())).then_some(Command::Lapse)
        }
        Run::CountIn { .. } | Run::Over(_) => None,
    }
}

fn tell(player: &Player, events: Vec<Event>, origin: Moment, desk: &mut impl Desk) -> Result<(), Error> {
    for event in events {
        let at = clock_face_down(event.due.awake.saturating_sub(origin.awake));
        for (index, words) in lines(&event, player).iter().enumerate() {
            let stamp = if index == 0 { at.as_str() } else { "" };
            desk.say(&format!("{stamp:>7}  {words}"))?;
        }
        desk.told(&event);
        if let What::Log(happened) = event.what {
            desk.log(happened, event.due)?;
        }
    }
    Ok(())
}
