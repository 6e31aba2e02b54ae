//! The player: keys become commands, events become effects.

use std::time::Duration;

use crate::domain::plan::{Plan, Swap};
use crate::domain::player::{Command, Event, Pause, Player, Run, What};
use crate::domain::session::{Happened, SetRecord};
use crate::domain::time::Moment;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::{CheckIn, Model, Over, Play, Saving, Screen};
use crate::tui::update::{far, listening, live, measure, overlay, swap};

/// What one key adds to a rest.
const LONGER: Duration = Duration::from_secs(15);

/// Time has passed.
pub fn tick(model: &mut Model, now: Moment) -> Vec<Effect> {
    model.now = Moment { awake: now.awake.max(model.now.awake), elapsed: now.elapsed.max(model.now.elapsed) };
    model.hush_what_was_read(now);
    let Screen::Play(play) = &mut model.screen else { return Vec::new() };
    let between = play.caller.advance(&play.player, model.now);
    let breaks = play.caller.breaks();
    let events = play.player.advance(now);
    let mut effects: Vec<Effect> = listening::call(model, (between, breaks), now).into_iter().collect();
    effects.extend(told(model, events, now));
    effects
}

/// A session begins, or goes on with what was recorded.
pub(super) fn enter(model: &mut Model, plan: Plan, records: Vec<SetRecord>, now: Moment) -> Vec<Effect> {
    let caller = model.listening.caller(&plan, model.speed);
    let (player, events) = Player::resume(plan, records, now);
    let mut player = player.at_speed(f64::from(model.speed));
    if model.by_itself {
        player.go_on_by_itself(Some(model.wants.rule()), now);
    }
    model.overlays.clear();
    model.screen = Screen::Play(Box::new(Play::new(player).called_by(caller)));
    told(model, events, now)
}

/// Time stands still.
pub(super) fn pause(model: &mut Model, now: Moment) -> Vec<Effect> {
    command(model, Command::Pause, now)
}

pub(super) fn act(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    if let (Screen::Play(play), Action::Score(_)) = (&model.screen, action)
        && play.measuring.still_typing(now, model.speed)
    {
        model.say("the number is asked again after the session");
        return Vec::new();
    }
    let meant = match action {
        Action::Done => Command::Done,
        Action::Pause => Command::Pause,
        Action::GoOn => Command::Resume,
        Action::Onward => Command::Onward,
        Action::Longer => Command::Extend(LONGER),
        Action::Again => Command::SetAgain,
        Action::Next => Command::NextExercise,
        Action::Reason(reason) => Command::Skip(reason),
        Action::MoreReps => Command::Reps(1),
        Action::FewerReps => Command::Reps(-1),
        Action::Score(score) => Command::Pain(score),
        Action::AskEnd => Command::AskQuit,
        Action::CountAsDone => Command::CountAsDone,
        Action::Easier => Command::Easier,
        Action::End => Command::End,
        Action::NextStep | Action::Down => return step_on(model, 1),
        Action::Up => return step_on(model, -1),
        Action::Harder => return swap::ask(model, Swap::Harder, now),
        Action::Lighter => return swap::ask(model, Swap::Easier, now),
        Action::Type(_) | Action::Erase | Action::Give | Action::LeaveOpen | Action::Correct => {
            return measure::act(model, action, now);
        }
        Action::Far => {
            model.far = !model.far;
            return Vec::new();
        }
        Action::ByItself => return by_itself(model, now),
        Action::Skip => return overlay::open(model, Over::Reason, now),
        Action::Warnings => return overlay::open(model, Over::Warnings, now),
        Action::HowTo => return overlay::open(model, Over::HowTo, now),
        Action::Hearing => return listening::next(model),
        _ => return Vec::new(),
    };
    if let Action::Score(score) = action {
        model.say(format!("pain {score} noted"));
    }
    command(model, meant, now)
}

/// Sets at the runner's own pace go on by themselves from now on, or wait again.
fn by_itself(model: &mut Model, now: Moment) -> Vec<Effect> {
    model.by_itself = !model.by_itself;
    let rule = model.by_itself.then(|| model.wants.rule());
    if let Screen::Play(play) = &mut model.screen {
        play.player.go_on_by_itself(rule, now);
    }
    if !model.by_itself {
        model.say("it waits for you again");
    }
    Vec::new()
}

/// A click, wherever it was: time stops or goes on. It answers no question, and closes nothing that is read.
pub(super) fn click(model: &mut Model, now: Moment) -> Vec<Effect> {
    let Screen::Play(play) = &model.screen else { return Vec::new() };
    match play.player.run() {
        Run::Running { .. } | Run::CountIn { .. } => super::update(model, Action::Pause, now),
        Run::Paused { why: Pause::Asked, .. } => super::update(model, Action::GoOn, now),
        Run::Paused { .. } | Run::Over(_) => Vec::new(),
    }
}

/// To another step of an instruction; the last one stays the last.
fn step_on(model: &mut Model, by: isize) -> Vec<Effect> {
    if let Screen::Play(play) = &mut model.screen
        && let Some(last) = play.steps().and_then(|steps| steps.checked_sub(1))
    {
        play.reading = play.reading.saturating_add_signed(by).min(last);
    }
    Vec::new()
}

/// Hands a command to the player.
pub(super) fn command(model: &mut Model, command: Command, now: Moment) -> Vec<Effect> {
    let Screen::Play(play) = &mut model.screen else { return Vec::new() };
    let events = play.player.command(command, now);
    told(model, events, now)
}

/// What the player told: written down, passed on, and where it asks or ends, shown.
fn told(model: &mut Model, events: Vec<Event>, now: Moment) -> Vec<Effect> {
    let mut effects = heard(model, &events, now);
    if events.is_empty() {
        effects.extend(after(model, now));
        return effects;
    }
    for event in &events {
        match &event.what {
            What::Log(what) => {
                // Not all is on disk any more: nothing is called saved until the world says so again.
                if model.saving == Saving::Saved {
                    model.saving = Saving::Nothing;
                }
                // Of a rehearsal nothing is written down.
                if let (Happened::Rate(_), Screen::Play(play)) = (what, &mut model.screen) {
                    play.rated = true;
                }
                if model.rehearsed.is_none() {
                    effects.push(Effect::Log { what: what.clone(), at: event.due });
                }
            }
            What::Paused(Pause::Gap(_) | Pause::Pain { .. } | Pause::Quit) => model.overlays.clear(),
            What::Step { kind, .. } => {
                far::phase_ended(model, now);
                far::step_began(model, *kind);
                effects.extend(far::rest_is_over(model));
            }
            What::Beat { .. } => far::phase_ended(model, now),
            What::Paused(Pause::Asked) | What::Wanted(_) | What::Swapped(_) | What::Resumed | What::Over(_) => {}
        }
    }
    effects.push(Effect::Tell(events));
    effects.extend(after(model, now));
    effects
}

/// What is heard of what the player told, and of what began without a word (the count before going on).
fn heard(model: &mut Model, events: &[Event], now: Moment) -> Vec<Effect> {
    let Screen::Play(play) = &mut model.screen else { return Vec::new() };
    let cues = play.caller.hear(&play.player, events, now);
    let breaks = play.caller.breaks();
    listening::call(model, (cues, breaks), now).into_iter().collect()
}

/// Keeps the moment since which a question is asked; goes to the check-in once the session is over, and from a rehearsal
/// back to the file.
fn after(model: &mut Model, now: Moment) -> Vec<Effect> {
    let Screen::Play(play) = &mut model.screen else { return Vec::new() };
    match (play.question(), play.asked) {
        (Some(_), None) => play.asked = Some(now),
        (None, Some(_)) => play.asked = None,
        (Some(_), Some(_)) | (None, None) => {}
    }
    play.measuring.follow(&play.player, now);
    if !matches!(play.player.run(), Run::Over(_)) {
        return Vec::new();
    }
    if model.rehearsed.is_some() {
        return live::back(model);
    }
    let checkin = CheckIn::new(play.player.clone());
    model.overlays.clear();
    model.hush();
    model.screen = Screen::CheckIn(Box::new(checkin));
    Vec::new()
}
