//! The bundled programs on the screen: what a runner must know before a set stands there whole.

use std::collections::HashSet;

use ratatui::layout::Rect;
use soleus::domain::exercise::Affected;
use soleus::domain::plan::Plan;
use soleus::domain::player::Player;
use soleus::domain::prescription::with_side;
use soleus::domain::program::Program;
use soleus::domain::text::Id;
use soleus::domain::time::Moment;
use soleus::domain::timeline::StepKind;
use soleus::io::library::{CATALOGUE, Library};
use soleus::io::program_file::read;
use soleus::tui::model::{Model, Play, Screen};
use soleus::tui::view::player::regions;

use super::script::{Script, flat, lines};
use super::world;

pub(crate) fn programs() -> Vec<Program> {
    Library::bundled().programs().cloned().collect()
}

/// A program of every exercise of the catalogue, one after the other.
fn catalogue() -> Program {
    let exercises: Vec<String> = CATALOGUE.iter().map(|(id, _)| format!("[[exercise]]\nuse = \"{id}\"\n")).collect();
    let text = format!("title = \"All\"\nstop_if = [\"x\"]\n{}", exercises.concat());
    read(text.as_bytes(), "all.toml", Library::bundled().catalogue()).program.unwrap()
}

/// The beginning of every count, change and rest of a program, once for each exercise, kind and side.
fn waits(program: &Program, side: Affected, mut seen: impl FnMut(&mut Script, StepKind)) {
    let plan = Plan::new(program, side).unwrap();
    let mut script = Script::new(vec![program.clone()], Some(side));
    // The border's answer is a matter of its own.
    script.model.look.still = true;
    let (player, _) = Player::start(plan, Moment::default());
    script.model.screen = Screen::Play(Box::new(Play::new(player)));
    let mut known = HashSet::new();
    while let Screen::Play(play) = &script.model.screen {
        let step = play.player.step().unwrap();
        let (kind, bout, length) = (step.kind, step.bout, step.length);
        match (kind, length) {
            (StepKind::Work, Some(_)) => script.wait(1000),
            (StepKind::Work, None) => script.key("space"),
            _ => {
                if known.insert((kind, bout.item, bout.side)) {
                    seen(&mut script, kind);
                }
                script.key("enter")
            }
        };
    }
}

fn setup(model: &Model) -> String {
    let Screen::Play(play) = &model.screen else { panic!("not playing") };
    let snapshot = play.player.snapshot(model.now).unwrap();
    let words = snapshot.exercise.setup.as_ref().or_else(|| snapshot.exercise.steps.first()).unwrap();
    with_side(words, snapshot.side)
}

#[test]
fn the_whole_set_up_is_read_before_every_set() {
    let mut kinds = HashSet::new();
    waits(&catalogue(), Affected::Right, |script, kind| {
        kinds.insert(kind);
        let words = setup(&script.model);
        for size in [(80, 24), (60, 20), (100, 28)] {
            let stage = stage_words(script, size);
            assert!(stage.contains(&words), "{kind:?} at {size:?}: {words}\n{}", script.picture(size.0, size.1));
        }
        // All of the catalogue fits in the smallest window, too.
        let picture = script.picture(40, 12);
        assert!(flat(&picture).contains(&words), "{kind:?} at 40x12: {words}\n{picture}");
    });
    assert_eq!(kinds.len(), 4, "{kinds:?}");
}

/// The words of the rows that are for words, so that neither figure nor big letters stand between them.
fn stage_words(script: &mut Script, (width, height): (u16, u16)) -> String {
    let buffer = script.drawn(width, height);
    let Screen::Play(play) = &script.model.screen else { panic!("not playing") };
    let all = regions(Rect::new(0, 0, width, height), &play.player.snapshot(script.model.now).unwrap());
    let row = |y: u16| (all.cue.left()..all.cue.right()).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    let rows: Vec<String> = (all.cue.top()..all.cue.bottom()).map(row).collect();
    flat(&rows.join(" "))
}

#[test]
fn a_set_up_that_does_not_fit_ends_with_a_sentence_and_says_where_the_rest_is() {
    let mut program = world::drops();
    let exercises = &mut program.phases[0].sessions[0].exercises;
    let long = "Stand on the edge of the step. Hold the rail with one hand. Never bounce at the bottom. ".repeat(5);
    exercises[0].setup = Some(soleus::domain::text::Clean::text(long.trim()));
    let mut script = Script::new(vec![program], Some(Affected::Left));
    script.keys("enter enter");
    let picture = script.picture(40, 12);
    assert!(picture.contains("there is more to read"), "{picture}");
    assert!(!picture.contains('…'), "{picture}");
    script.keys("i");
    assert!(flat(&script.picture(40, 12)).contains("Never bounce"), "{}", script.picture(40, 12));
}

#[test]
fn the_coming_exercise_is_read_from_two_metres() {
    for id in ["ankle-strength-five", "achilles-eccentric-12w", "hip-release-realign"] {
        let program = programs().into_iter().find(|program| program.id.as_str() == id).unwrap();
        waits(&program, Affected::Left, |script, kind| {
            let buffer = script.drawn(80, 24);
            let Screen::Play(play) = &script.model.screen else { panic!("not playing") };
            let all = regions(Rect::new(0, 0, 80, 24), &play.player.snapshot(script.model.now).unwrap());
            assert_eq!(kind == StepKind::Between, all.name.height >= 3, "{kind:?}\n{}", lines(&buffer));
        });
    }
}

#[test]
fn while_getting_ready_next_is_what_comes_after() {
    let id = Id::from_name("achilles-eccentric-12w").unwrap();
    let program = programs().into_iter().find(|program| program.id == id).unwrap();
    let mut script = Script::new(vec![program], Some(Affected::Left));
    script.keys("enter enter enter");
    let picture = script.picture(80, 24);
    assert!(picture.contains("next  set 2 of 3, left side"), "{picture}");
}
