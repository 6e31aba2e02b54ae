//! What may be typed, and what it means at this moment.

use std::time::Duration;

use crate::domain::player::{Asks, Command, MOST_REPS, Pause, Player, Question, Run, measured};
use crate::domain::session::SkipReason;
use crate::domain::timeline::StepKind;

/// Shown when something else was typed.
pub(super) const WHAT_CAN_BE_TYPED: &str = "type: Enter (done, or skip the rest), p pause, g go on, b this set again, \
     d count it as done, n next exercise, s pain|tired|time|kit skip, e longer rest or easier, l lighter, h harder, \
     r12 reps done, =12.5 result, 0 to 10 pain, v what is heard, q end";

/// The command that a typed line means at this moment.
pub fn command(typed: &str, player: &Player) -> Option<Command> {
    let typed = typed.trim().to_lowercase();
    let asking = matches!(player.run(), Run::Paused { .. });
    let pain = matches!(player.run(), Run::Paused { why: Pause::Pain { .. }, .. });
    let quit = matches!(player.run(), Run::Paused { why: Pause::Quit | Pause::Pain { .. } | Pause::Gap(_), .. });
    let working = player.step().is_some_and(|step| step.kind == StepKind::Work);
    if let Ok(score) = typed.parse::<u8>() {
        return (score <= 10).then_some(Command::Pain(score));
    }
    if let Some(reps) = typed.strip_prefix('r').and_then(|reps| reps.trim().parse::<u32>().ok()) {
        return reps_done(reps, player);
    }
    if let Some(result) = typed.strip_prefix('=') {
        let question = oldest(Asks::Measure, player)?;
        return Some(Command::Answer(question, measured(result)?));
    }
    Some(match typed.as_str() {
        "" if asking => Command::Resume,
        "" if working => Command::Done,
        "" => Command::Onward,
        "p" => Command::Pause,
        "g" => Command::Resume,
        "b" => Command::SetAgain,
        "d" => Command::CountAsDone,
        "n" => Command::NextExercise,
        "e" if pain => Command::Easier,
        "e" => Command::Extend(Duration::from_secs(15)),
        "l" => Command::Easier,
        "h" => Command::Harder,
        "q" if quit => Command::End,
        "q" => Command::AskQuit,
        "s pain" | "sp" => Command::Skip(SkipReason::Pain),
        "s tired" | "st" => Command::Skip(SkipReason::Tired),
        "s time" | "sm" => Command::Skip(SkipReason::NoTime),
        "s kit" | "sk" => Command::Skip(SkipReason::NoEquipment),
        _ => return None,
    })
}

/// The answer to a question, where the session is over and nothing else can be meant: the number alone will do.
pub(super) fn answer(typed: &str, question: Question) -> Option<Command> {
    let typed = typed.trim().to_lowercase();
    let number = match question.asks {
        Asks::Reps => typed.strip_prefix('r').unwrap_or(&typed).trim().parse().ok().filter(|reps| *reps <= MOST_REPS),
        Asks::Measure => measured(typed.strip_prefix('=').unwrap_or(&typed)),
    };
    number.map(|number| Command::Answer(question, number))
}

/// Reps: the answer where they are asked for, else the last set put right.
fn reps_done(reps: u32, player: &Player) -> Option<Command> {
    if reps > MOST_REPS {
        return None;
    }
    if let Some(question) = oldest(Asks::Reps, player) {
        return Some(Command::Answer(question, reps));
    }
    let known = player.latest_reps()?;
    Some(Command::Reps(i32::try_from(i64::from(reps) - i64::from(known)).ok()?))
}

fn oldest(asks: Asks, player: &Player) -> Option<Question> {
    player.questions().into_iter().find(|question| question.asks == asks)
}
