//! Instructions: every step can be read, one after the other, at every size.

use soleus::domain::exercise::{Affected, SideRule, Work};
use soleus::domain::session::Happened;
use soleus::domain::text::Clean;
use soleus::tui::effect::Effect;
use soleus::tui::model::{Model, Screen};

use super::script::{Script, flat, phase};
use super::world;

const STEPS: &[&str] = &[
    "Stand tall with your back against the wall and your heels a hand away from it.",
    "Breathe in slowly while you let your shoulders sink.",
    "Turn your head to the left until you feel a gentle pull, and wait there.",
    "Turn it to the other side in the same way.",
    "Let both arms hang and shake them out.",
    "Walk through the room once, heel first.",
    "Come back to the mat and lie down.",
];

fn reading() -> Script {
    let mut exercise = world::exercise("Look about", Work::Instruction, 1, SideRule::Both);
    exercise.steps = world::texts(STEPS);
    let mut script = Script::new(vec![world::program("Steps", vec![exercise])], Some(Affected::Left));
    // The border's answer is a matter of its own.
    script.model.look.still = true;
    script.keys("enter enter").until(|model| phase(model) == "do this");
    script
}

fn at(model: &Model) -> usize {
    match &model.screen {
        Screen::Play(play) => play.reading,
        _ => usize::MAX,
    }
}

fn sets(script: &Script) -> usize {
    script.effects.iter().filter(|effect| matches!(effect, Effect::Log { what: Happened::Set(_), .. })).count()
}

#[test]
fn space_leads_through_every_step_and_ends_after_the_last() {
    for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60)] {
        let mut script = reading();
        for (n, step) in STEPS.iter().enumerate() {
            let picture = script.picture(width, height);
            let words = flat(&picture.replace(['▸', '↑', '│'], " "));
            assert!(words.contains(step), "step {n} at {width}x{height}\n{picture}");
            assert_eq!((at(&script.model), sets(&script)), (n, 0));
            let last = n + 1 == STEPS.len();
            assert_eq!(picture.contains("Space done"), last, "{picture}");
            script.keys("space");
        }
        assert_eq!((script.screen(), sets(&script)), ("check-in", 1));
    }
}

#[test]
fn at_eighty_columns_all_steps_are_in_sight() {
    let picture = flat(&reading().picture(80, 24));
    for step in STEPS {
        assert!(picture.contains(step), "{step}\n{picture}");
    }
}

#[test]
fn up_and_down_read_without_ending_it() {
    let mut script = reading();
    script.keys("down down up");
    assert_eq!(at(&script.model), 1);
    script.keys("down down down down down down down down down");
    assert_eq!((at(&script.model), sets(&script)), (STEPS.len() - 1, 0));
    script.keys("up space");
    assert_eq!((at(&script.model), sets(&script)), (STEPS.len() - 1, 0));
}

#[test]
fn what_is_read_beside_untimed_work_costs_no_count() {
    let mut script = reading();
    script.keys("space i").wait(5000).key("esc");
    assert_eq!((phase(&script.model).as_str(), at(&script.model)), ("do this", 1));
    let Screen::Play(play) = &script.model.screen else { panic!("not playing") };
    assert!(matches!(play.player.run(), soleus::domain::player::Run::Running { .. }), "{:?}", play.player.run());
    let mut own = Script::new(vec![world::medley()], Some(Affected::Left));
    own.keys("enter enter").until(|model| phase(model) == "your pace").keys("?").key("esc");
    let Screen::Play(play) = &own.model.screen else { panic!("not playing") };
    assert!(matches!(play.player.run(), soleus::domain::player::Run::Running { .. }), "{:?}", play.player.run());
}

#[test]
fn a_step_of_a_side_says_which() {
    let mut exercise = world::exercise("Look about", Work::Instruction, 1, SideRule::Right);
    exercise.steps = vec![Clean::text("Bend your {side} knee."), Clean::text("Stretch it.")];
    let mut script = Script::new(vec![world::program("Steps", vec![exercise])], Some(Affected::Left));
    script.keys("enter enter").until(|model| phase(model) == "do this");
    let picture = script.picture(80, 24);
    assert!(picture.contains("Bend your right knee.") && picture.contains('▞'), "{picture}");
}
