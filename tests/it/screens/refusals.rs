//! No session starts before everything was confirmed; from home to the first rep in at most four screens.

use soleus::domain::exercise::Affected;
use soleus::domain::program::PainQuestion;
use soleus::domain::session::When;
use soleus::tui::effect::Effect;

use super::script::{Script, flat, phase};
use super::world;

fn fresh() -> Script {
    let mut script = Script::new(vec![world::drops()], None);
    script.keys("enter enter");
    assert_eq!(script.screen(), "before");
    script
}

fn refused(keys: &str, words: &str) {
    let mut script = fresh();
    script.keys(keys).key("enter");
    assert_eq!(script.screen(), "before", "{keys}");
    assert!(script.effects.is_empty(), "{keys} {:?}", script.effects);
    let message = script.model.message.clone().unwrap();
    assert!(message.contains(words), "{keys}: {message}");
    assert!(script.picture(80, 24).contains(words), "{keys}");
}

#[test]
fn each_confirmation_that_is_missing_refuses_the_session() {
    refused("w m l", "reasons not to do it");
    refused("n m l", "warning signs");
    refused("n w l", "not medical advice");
    refused("n w m", "which side");
    refused("", "reasons not to do it");
}

#[test]
fn nothing_is_confirmed_unread() {
    let mut program = world::drops();
    program.stop_if = (1..40).map(|n| soleus::domain::text::Clean::name(&format!("warning sign number {n}"))).collect();
    let mut script = Script::new(vec![program], None);
    script.keys("enter enter");
    let mut presses = 0;
    while !flat(&script.picture(80, 24)).contains("warning sign number 39") {
        script.keys("w");
        presses += 1;
        assert!(script.model.message.is_some(), "the key shows the next page and says so");
        assert!(presses < 10);
    }
    assert!(presses > 1);
    script.keys("n w m l enter");
    assert_eq!(script.screen(), "play");
}

#[test]
fn a_reason_against_it_refuses_kindly() {
    let mut script = fresh();
    script.keys("n w m l").key("a");
    assert_eq!((script.screen(), script.effects.len()), ("home", 0));
    assert!(flat(&script.picture(80, 24)).contains("talk to a doctor or physical therapist first"));
}

#[test]
fn from_home_to_the_first_rep_in_four_screens_and_a_few_keys() {
    let mut script = fresh();
    script.keys("n w m r enter");
    assert_eq!(script.screens, ["home", "preview", "before", "play"]);
    script.until(|model| phase(model) == "raise");
    assert!(script.now.awake < world::secs(60), "{:?}", script.now);
    assert!(matches!(&script.effects[0], Effect::Enrol { affected: Affected::Right, .. }));
    assert!(matches!(&script.effects[1], Effect::Begin { .. }));
}

#[test]
fn who_is_enrolled_goes_straight_into_the_session() {
    let mut script = Script::new(vec![world::drops()], Some(Affected::Left));
    script.keys("enter enter");
    assert_eq!(script.screens, ["home", "preview", "play"]);
    assert!(!script.effects.iter().any(|effect| matches!(effect, Effect::Enrol { .. })));
}

#[test]
fn pain_before_the_session_is_asked_and_may_stay_open() {
    let mut program = world::drops();
    program.pain.ask.push(PainQuestion::Before);
    for (keys, wanted) in [("enter", None), ("2 enter", Some(2)), ("+ enter", Some(10))] {
        let mut script = Script::new(vec![program.clone()], Some(Affected::Left));
        script.keys("enter enter");
        assert_eq!(script.screen(), "before");
        script.keys(keys);
        let begun = script.effects.iter().find_map(|effect| match effect {
            Effect::Begin { before, .. } => Some(before.clone()),
            _ => None,
        });
        let before = begun.unwrap();
        assert_eq!(before.first().and_then(|rating| rating.pain), wanted);
        assert!(before.iter().all(|rating| rating.when == When::Before));
    }
}

#[test]
fn a_program_without_lists_still_shows_the_advice() {
    let mut program = world::medley();
    program.not_for.clear();
    program.stop_if.clear();
    let mut script = Script::new(vec![program], None);
    script.keys("enter enter");
    assert!(flat(&script.picture(80, 24)).contains("cannot examine or diagnose you"));
    script.keys("enter");
    assert_eq!(script.screen(), "before");
    script.keys("m x enter");
    assert_eq!(script.screen(), "play");
}

#[test]
fn the_confirmations_are_the_end_of_the_text_at_every_size() {
    for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60)] {
        let mut script = fresh();
        let _first = script.picture(width, height);
        script.keys("pgdn pgdn pgdn pgdn pgdn pgdn pgdn pgdn");
        let picture = script.picture(width, height);
        for words in ["none", "one", "I know the warning signs", "understood", "x n"] {
            assert!(picture.contains(words), "{words}\n{picture}");
        }
        // Text and confirmations are in one place: no empty half of a screen between them.
        let lines: Vec<&str> = picture.lines().collect();
        let risk = lines.iter().position(|line| line.contains("risk.")).unwrap();
        let tick = lines.iter().position(|line| line.contains("[ ]")).unwrap();
        assert!(tick - risk <= 2, "{picture}");
    }
}

#[test]
fn what_is_said_in_a_small_window_hides_no_confirmation() {
    let mut script = fresh();
    let _drawn = script.drawn(40, 12);
    let mut presses = 0;
    while script.picture(40, 12).contains("↓ more") {
        script.keys("n");
        assert!(script.picture(40, 12).contains("there is more to read first"), "{}", script.picture(40, 12));
        presses += 1;
        assert!(presses < 6);
    }
    let picture = script.picture(40, 12);
    assert!(picture.contains("none applies") && picture.contains("x no"), "{picture}");
    script.keys("enter");
    let picture = script.picture(40, 12);
    assert!(
        flat(&picture).contains("first confirm whether one of the reasons not to do it applies to you"),
        "{picture}"
    );
    assert!(picture.contains("none applies") && picture.contains("x no"), "{picture}");
}

#[test]
fn pain_before_the_session_says_what_its_numbers_mean() {
    let mut program = world::drops();
    program.pain.ask.push(PainQuestion::Before);
    for (width, height) in [(40, 12), (80, 24)] {
        let mut script = Script::new(vec![program.clone()], Some(Affected::Left));
        script.keys("enter enter");
        let picture = script.picture(width, height);
        assert!(flat(&picture).contains("0 none to 10 worst imaginable"), "{picture}");
    }
}

#[test]
fn what_is_longer_than_the_window_scrolls_to_its_end() {
    let mut script = fresh();
    let _first = script.picture(40, 12);
    script.keys("pgdn pgdn pgdn pgdn pgdn pgdn pgdn pgdn pgdn pgdn");
    assert!(script.picture(40, 12).contains("at your own risk"));
    script.keys("pgup pgup pgup pgup pgup pgup pgup pgup pgup pgup");
    assert!(script.picture(40, 12).contains("Not for you if"));
}
