//! Which keys mean something now.

use crate::domain::plan::Swap;
use crate::domain::player::{Pause, Player, Run};
use crate::domain::standing::steps_back;
use crate::domain::text::Id;
use crate::domain::time::Moment;
use crate::domain::timeline::StepKind;
use crate::tui::keymap::Context;
use crate::tui::model::before;
use crate::tui::model::{Before, CheckIn, Field, Model, Morning, MorningField, Over, Play, ResumeStep, Screen};

impl Model {
    /// The contexts that hold now; the first one is the place itself.
    pub fn contexts(&self) -> Vec<Context> {
        let mut contexts = match self.overlays.last() {
            Some(over) if over.what == Over::Reason => vec![Context::AskReason],
            Some(over) if over.what == Over::Variant => vec![Context::AskVariant],
            Some(over) if over.what == Over::Voice => vec![Context::AskVoice],
            Some(over) if over.what == Over::StageBack => vec![Context::AskStageBack],
            Some(over) if over.what == Over::StepBack => vec![Context::AskStepBack],
            Some(over) if over.what == Over::Stop => vec![Context::AskStop],
            Some(_) => vec![Context::Reading],
            None => self.screen_contexts(),
        };
        contexts.push(Context::Anywhere);
        contexts
    }

    /// The contexts of the screen, whatever lies over it.
    pub fn screen_contexts(&self) -> Vec<Context> {
        match &self.screen {
            Screen::Home(_) => self.home_contexts(),
            Screen::Which(which) => which.contexts(),
            Screen::Preview(preview) => self.preview_contexts(&preview.program),
            Screen::Decide(decide) => decide.contexts(),
            Screen::Before(before) => before_contexts(before),
            Screen::Play(play) => play_contexts(play, self.now),
            Screen::CheckIn(checkin) => checkin_contexts(checkin, self.now),
            Screen::Summary(_) => vec![Context::Summary],
            Screen::Resume(ResumeStep::Discard(_)) => vec![Context::Discard],
            Screen::Resume(ResumeStep::Choose) => self.resume_contexts(),
            Screen::Morning(morning) => morning_contexts(morning),
            Screen::Builder(builder) => builder.contexts(),
            Screen::Live(live) => live.contexts(),
            Screen::History(looking) => looking.contexts(),
        }
    }

    fn home_contexts(&self) -> Vec<Context> {
        let mut contexts = vec![Context::Home];
        contexts.extend(self.today.unfinished.as_ref().map(|_| Context::HomeUnfinished));
        contexts.extend(self.today.morning.as_ref().map(|_| Context::HomeMorning));
        contexts
    }

    /// Somebody who follows the program may choose another form of it, and go a stage or a climbed step back.
    fn preview_contexts(&self, program: &Id) -> Vec<Context> {
        let mut contexts = vec![Context::Preview];
        let row = self.row(program).filter(|row| row.enrolled.is_some());
        if let (Some(program), Some(row)) = (self.program(program), row) {
            contexts.extend((!program.variants.is_empty()).then_some(Context::PreviewVariants));
            contexts.push(Context::PreviewFollowed);
            let occasion = &row.briefing.occasion;
            contexts.extend((occasion.standing.phase > 0).then_some(Context::PreviewStages));
            contexts.extend((!steps_back(program, occasion).is_empty()).then_some(Context::PreviewSteps));
        }
        contexts
    }

    fn resume_contexts(&self) -> Vec<Context> {
        let place = self.today.unfinished.as_ref().and_then(|unfinished| unfinished.place.as_ref());
        let mut contexts = vec![Context::Resume];
        contexts.extend(place.map(|_| Context::ResumePlace));
        contexts
    }
}

fn before_contexts(before: &Before) -> Vec<Context> {
    let mut contexts = vec![Context::Before];
    contexts.extend(before.needs.iter().map(|need| before::context(*need)));
    contexts.extend(before.asks_pain.then_some(Context::BeforePain));
    contexts.extend((!before.needs.is_empty()).then_some(Context::BeforeNew));
    // Digits answer one question alone.
    let variant = if before.asks_pain { Context::BeforeVariants } else { Context::BeforeVariant };
    contexts.extend(before.asks_variant.then_some(variant));
    contexts
}

fn play_contexts(play: &Play, now: Moment) -> Vec<Context> {
    match play.player.run() {
        Run::Paused { why: Pause::Gap(_), .. } => vec![Context::AskGap],
        Run::Paused { why: Pause::Quit, .. } => vec![Context::AskEnd],
        Run::Paused { why: Pause::Pain { easier, between, .. }, .. } => {
            let mut contexts = vec![Context::AskPain];
            contexts.extend(easier.then_some(Context::AskPainEasier));
            contexts.extend(between.then_some(Context::AskPainBetween));
            contexts
        }
        Run::Paused { why: Pause::Asked, .. } => swapping(&[Context::Paused, Context::Play], &play.player),
        Run::CountIn { .. } => swapping(&[Context::Work, Context::Play], &play.player),
        Run::Over(_) => vec![Context::Work, Context::Play],
        Run::Running { .. } if play.asks_number().is_some() => {
            let state = if play.measuring.correcting { Context::NumberGiven } else { Context::NumberOpen };
            swapping(&[Context::Number, state], &play.player)
        }
        Run::Running { .. } => {
            let mut contexts = match play.steps() {
                Some(steps) if play.reading + 1 < steps => vec![Context::Steps, Context::StepsMore],
                Some(steps) if steps > 1 => vec![Context::Steps, Context::OwnPace],
                Some(_) | None => running_contexts(&play.player, now),
            };
            contexts.push(Context::Play);
            swapping(&contexts, &play.player)
        }
    }
}

/// These contexts, and those of the neighbours that may be asked for.
fn swapping(contexts: &[Context], player: &Player) -> Vec<Context> {
    let mut contexts = contexts.to_vec();
    let wanted = player.wanted();
    // What was asked for is taken back by asking for the other one.
    let may = |to: Swap| wanted == Some(to.back()) || (wanted != Some(to) && player.on_offer(to).is_some());
    contexts.extend(may(Swap::Harder).then_some(Context::Harder));
    contexts.extend(may(Swap::Easier).then_some(Context::Lighter));
    contexts
}

fn running_contexts(player: &Player, now: Moment) -> Vec<Context> {
    let Some(step) = player.step() else { return vec![Context::Work] };
    match (step.kind, step.length) {
        (StepKind::Work, Some(_)) => vec![Context::Work],
        (StepKind::Work, None) => vec![Context::OwnPace],
        (StepKind::GetReady | StepKind::Rest | StepKind::ChangeOver | StepKind::Between, _) => {
            let mut contexts = vec![Context::Rest];
            let reps = player.snapshot(now).and_then(|snapshot| snapshot.last_reps);
            contexts.extend(reps.map(|_| Context::RestReps));
            contexts.extend((!player.given().is_empty()).then_some(Context::RestNumber));
            contexts
        }
    }
}

fn checkin_contexts(checkin: &CheckIn, now: Moment) -> Vec<Context> {
    let mut contexts = match checkin.field {
        Field::Note => return vec![Context::Note],
        Field::Number(_) => return vec![Context::CheckInNumber],
        Field::Nothing => vec![Context::CheckIn],
        Field::Pain | Field::Effort => vec![Context::CheckIn, Context::CheckInScore],
    };
    let reps = checkin.player.snapshot(now).and_then(|snapshot| snapshot.last_reps);
    contexts.extend(reps.map(|_| Context::CheckInReps));
    contexts.extend((!checkin.player.given().is_empty()).then_some(Context::CheckInResults));
    contexts
}

fn morning_contexts(morning: &Morning) -> Vec<Context> {
    match morning.field {
        MorningField::Pain => vec![Context::Morning, Context::MorningScore],
        MorningField::Minutes => vec![Context::Morning, Context::MorningMinutes],
    }
}
