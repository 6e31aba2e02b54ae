//! A session gone through in thought: everything that would be heard of it, with its moment.

use std::time::Duration;

use crate::domain::cue::{Caller, Cue};
use crate::domain::lexicon::Words;
use crate::domain::plan::Plan;
use crate::domain::player::{Command, Player, Run};
use crate::domain::time::Moment;
use crate::domain::timeline::StepKind;

/// A clock that stops at least this often: longer would be a gap.
const STRIDE: Duration = Duration::from_secs(1);
/// No session is longer; whatever goes on behind it is left out.
const LONGEST: Duration = Duration::from_hours(12);

/// What is heard of a session in which nothing is asked for; sets that the runner ends take their expected time.
pub fn rehearse(plan: Plan, words: Words) -> Vec<Cue> {
    let mut now = Moment::default();
    let mut caller = Caller::new(words);
    let (mut player, begun) = Player::start(plan, now);
    let mut cues = caller.hear(&player, &begun, now);
    while player.end().is_none() && now.awake < LONGEST {
        let done = own_end(&player);
        let due = [player.deadline(), caller.deadline(&player), done].into_iter().flatten().min();
        let soonest = now.awake + Duration::from_millis(1);
        now = Moment::awake(due.unwrap_or(soonest).clamp(soonest, now.awake + STRIDE));
        cues.extend(caller.advance(&player, now));
        let events = if done.is_some_and(|done| done <= now.awake) {
            player.command(Command::Done, now)
        } else {
            player.advance(now)
        };
        cues.extend(caller.hear(&player, &events, now));
    }
    cues
}

/// Where a set at the runner's own pace is expected to end.
fn own_end(player: &Player) -> Option<Duration> {
    let Run::Running { zero } = player.run() else { return None };
    let step = player.step().filter(|step| step.kind == StepKind::Work && step.length.is_none())?;
    Some(zero + step.expected(player.plan()))
}
