//! Every bundled program plays to its end in lines of text: each stage, session and form of it, for each side, with all
//! that is planned recorded as done. In the process, since the real binary would start some hundred times; a few go
//! through the binary as well.

use std::collections::BTreeSet;
use std::time::Duration;

use soleus::domain::cue::Caller;
use soleus::domain::exercise::Affected;
use soleus::domain::outcome::{outcome, set_records};
use soleus::domain::plan::Plan;
use soleus::domain::player::{End, Player};
use soleus::domain::program::Program;
use soleus::domain::session::{Happened, Line, SessionResult};
use soleus::domain::standing::Occasion;
use soleus::domain::time::Moment;
use soleus::error::Error;
use soleus::io::library::Library;
use soleus::io::words::lexicon;
use soleus::plain::{Desk, play};

use crate::cli::Home;

/// Nobody answers; time goes in the longest steps that are no gap.
#[derive(Default)]
struct Nobody {
    now: Duration,
    said: usize,
    lines: Vec<Line>,
}

impl Desk for Nobody {
    fn now(&self) -> Moment {
        Moment::awake(self.now)
    }

    fn wait(&mut self, _until: Duration) -> Result<Option<String>, Error> {
        self.now += Duration::from_millis(1_900);
        Ok(None)
    }

    fn attended(&self) -> bool {
        false
    }

    fn say(&mut self, line: &str) -> Result<(), Error> {
        assert!(!line.trim().is_empty());
        self.said += 1;
        Ok(())
    }

    fn log(&mut self, what: Happened, at: Moment) -> Result<(), Error> {
        self.lines.push(Line { at: at.elapsed, what });
        Ok(())
    }
}

const SIDES: [Affected; 4] = [Affected::Left, Affected::Right, Affected::Both, Affected::Neither];

/// Every session that the program can come to, each plan once.
fn plans(program: &Program) -> Vec<Plan> {
    let mut seen = BTreeSet::new();
    let mut plans = Vec::new();
    let forms = std::iter::once(None).chain(program.variants.iter().map(|variant| Some(variant.id.clone())));
    for variant in forms {
        for (phase, stage) in program.phases.iter().enumerate() {
            for session in 0..stage.sessions.len() {
                for affected in SIDES {
                    let mut occasion = Occasion::whole(affected, phase, session);
                    occasion.standing.variant.clone_from(&variant);
                    let place = format!("{} {variant:?} {phase} {session} {affected:?}", program.id);
                    let Some(plan) = Plan::of(program, &occasion) else {
                        // All of it is for the sore side, and none is sore.
                        assert_eq!(affected, Affected::Neither, "{place}");
                        continue;
                    };
                    if seen.insert(plan.fingerprint()) {
                        plans.push(plan);
                    }
                }
            }
        }
    }
    plans
}

fn plays_through(plan: Plan) {
    let place = format!("{} {:?} stage {} session {}", plan.program, plan.variant, plan.phase, plan.turn);
    let planned = plan.planned();
    let mut desk = Nobody::default();
    let caller = Caller::new(lexicon().of(&plan.language));
    let (mut player, begun) = Player::start(plan, desk.now());
    let end = play(&mut player, caller, begun, &mut desk).unwrap();
    assert_eq!(end, End::Through, "{place}");
    let outcome = outcome(&planned, set_records(&desk.lines));
    assert_eq!(outcome.result, SessionResult::Completed, "{place}");
    assert!(outcome.counts && outcome.fraction > 0.999, "{place}: {}", outcome.fraction);
    assert!(desk.said > 2, "{place}");
}

#[test]
fn every_session_of_every_program_plays_to_its_end() {
    let mut played = 0;
    for program in Library::bundled().programs() {
        for plan in plans(program) {
            plays_through(plan);
            played += 1;
        }
    }
    assert!(played > 150, "{played} sessions were played");
}

#[test]
fn a_few_play_to_their_end_in_the_real_binary() {
    let home = Home::new();
    for (arguments, wanted) in [
        (&["play", "plantar-high-load", "--side", "left"][..], "completed"),
        (&["play", "achilles-eccentric-12w", "--side", "both", "--variant", "floor-level-as-tolerated"], "completed"),
        (&["play", "return-to-run", "--phase", "10", "--rehearse"], "completed"),
        (&["play", "heel-pain-daily", "--side", "right", "--session", "4"], "completed"),
    ] {
        let how = ["--plain", "--speed", "max", "--yes"];
        let said = home.good("2026-11-21T07:12:00+01:00", &[arguments, &how].concat());
        assert!(said.contains(wanted) && said.trim_end().ends_with("saved"), "{arguments:?}: {said}");
    }
}
