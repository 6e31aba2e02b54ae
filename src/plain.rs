//! The player as lines of text: for screen readers, pipes, logs and tests.
//!
//! The same player events as on the screen, a line each, nothing redrawn. What never enters: a file, the
//! environment, a clock: time and answers come from the [`Desk`].

mod briefing;
mod typed;
mod words;

use std::time::Duration;

use crate::domain::cue::{Caller, Cue, Hearing, Place, Weight};
use crate::domain::exercise::Work;
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

    /// Makes something heard; first what is being said is cut off, where it breaks. What is heard is the desk's own affair.
    fn hear(&mut self, _cues: &[Cue], _breaks: bool, _place: &Place) {}

    /// The next way of hearing the session; none where nothing can be heard.
    fn next_hearing(&mut self) -> Option<Hearing> {
        None
    }

    /// Hands on what is to be written down.
    fn log(&mut self, what: Happened, at: Moment) -> Result<(), Error>;
}

/// How often time is looked at while a session runs (rule T2).
const TICK: Duration = Duration::from_millis(100);

/// Plays a session to its end; the caller calls out what is heard of it.
pub fn play(player: &mut Player, caller: Caller, begun: Vec<Event>, desk: &mut impl Desk) -> Result<End, Error> {
    // The stamps count from the moment at which the session began, not from the first look at the clock after it.
    let origin = begun.first().map_or_else(|| desk.now(), |event| event.due);
    let mut teller = Teller { caller, origin };
    teller.tell(player, begun, desk)?;
    loop {
        if let Some(end) = player.end() {
            ask_the_rest(player, &mut teller, desk)?;
            return Ok(end);
        }
        if let Some(answer) = unattended_answer(player, desk) {
            teller.command(player, answer, desk)?;
            continue;
        }
        let now = desk.now().awake;
        let due = [player.deadline(), teller.caller.deadline(player)].into_iter().flatten().min();
        let until = due.map_or(now + TICK, |due| due.clamp(now, now + TICK));
        let typed = desk.wait(until)?;
        teller.advance(player, desk)?;
        let Some(typed) = typed else { continue };
        if typed.trim().eq_ignore_ascii_case("v") {
            let heard = desk.next_hearing().map_or("no sound here", words::hearing);
            desk.say(&format!("heard: {heard}"))?;
            continue;
        }
        match command(&typed, player) {
            Some(command) => teller.command(player, command, desk)?,
            None => desk.say(typed::WHAT_CAN_BE_TYPED)?,
        }
    }
}

/// Asks once more for every number that was not given; Enter leaves it unknown.
fn ask_the_rest(player: &mut Player, teller: &mut Teller, desk: &mut impl Desk) -> Result<(), Error> {
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
                        teller.command(player, command, desk)?;
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

/// Who tells events, in lines and aloud.
struct Teller {
    caller: Caller,
    /// The moment at which the session began.
    origin: Moment,
}

impl Teller {
    fn advance(&mut self, player: &mut Player, desk: &mut impl Desk) -> Result<(), Error> {
        self.between(player, desk)?;
        let events = player.advance(desk.now());
        self.tell(player, events, desk)
    }

    fn command(&mut self, player: &mut Player, command: Command, desk: &mut impl Desk) -> Result<(), Error> {
        self.between(player, desk)?;
        let events = player.command(command, desk.now());
        self.tell(player, events, desk)
    }

    /// What is heard between two events. Of that, in a hold or a time, the texts are lines too: nothing else is said
    /// there, whereas reps have a line for every phase.
    fn between(&mut self, player: &Player, desk: &mut impl Desk) -> Result<(), Error> {
        let now = desk.now();
        let cues = self.caller.advance(player, now);
        if is_quiet(player) {
            for cue in &cues {
                if let Some(said) = cue.says.as_ref().filter(|said| said.weight == Weight::Hint) {
                    desk.say(&format!("{:>7}  {}", self.stamp(cue.due), said.text))?;
                }
            }
        }
        self.hear(player, &cues, desk);
        Ok(())
    }

    fn tell(&mut self, player: &Player, events: Vec<Event>, desk: &mut impl Desk) -> Result<(), Error> {
        let cues = self.caller.hear(player, &events, desk.now());
        self.hear(player, &cues, desk);
        for event in events {
            let at = self.stamp(event.due);
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

    fn hear(&self, player: &Player, cues: &[Cue], desk: &mut impl Desk) {
        let breaks = self.caller.breaks();
        if breaks || !cues.is_empty() {
            let place = Place::of(player, desk.now());
            desk.hear(cues, breaks, &place);
        }
    }

    fn stamp(&self, at: Moment) -> String {
        clock_face_down(at.awake.saturating_sub(self.origin.awake))
    }
}

/// Whether a hold or a stretch of time runs.
fn is_quiet(player: &Player) -> bool {
    let step = player.step().filter(|step| step.kind == StepKind::Work);
    let item = step.and_then(|step| Some((step, player.plan().items.get(step.bout.item)?)));
    item.is_some_and(|(step, item)| matches!(item.work(step.bout.side), Work::Hold { .. } | Work::Timed { .. }))
}
