//! Questions of the player: their words are whole at every size, their keys stand there once, nothing lies behind.

use soleus::domain::exercise::Affected;
use soleus::domain::player::Pause;
use soleus::tui::model::{Model, Screen};

use super::script::{Script, flat, phase};
use super::world;

fn lowering(keys: &str) -> Script {
    let mut script = Script::new(vec![world::drops()], Some(Affected::Left));
    script.keys("enter enter").until(|model| phase(model) == "lower");
    script.keys(keys);
    script
}

fn asked(model: &Model) -> Option<Pause> {
    match &model.screen {
        Screen::Play(play) => play.question(),
        _ => None,
    }
}

/// A picture without frames, as one line.
fn words(picture: &str) -> String {
    let letters = |c: char| if "│╭╮╰╯─▚▞".contains(c) { ' ' } else { c };
    flat(&picture.chars().map(letters).collect::<String>())
}

#[test]
fn pain_asks_with_its_safety_sentence_and_all_keys() {
    let mut script = lowering("");
    script.key("7").until(|model| matches!(asked(model), Some(Pause::Pain { .. }))).wait(400);
    for (width, height) in [(200, 60), (120, 40), (80, 24), (60, 16), (40, 12), (30, 8)] {
        let picture = script.picture(width, height);
        let shown = words(&picture);
        assert!(shown.contains("Pain 7"), "{width}x{height}\n{picture}");
        assert!(shown.contains("sharp, sudden or different"), "{width}x{height}\n{picture}");
        for key in ["e ", "s ", "q ", "w "] {
            assert!(picture.lines().any(|line| words(line).contains(key)), "{key}\n{picture}");
        }
        let signs = shown.matches("warning signs").count();
        assert!(signs >= 1, "{width}x{height}\n{picture}");
        assert!(!picture.contains('…'), "{width}x{height}\n{picture}");
        // The last sentence ends before the keys begin.
        let before_keys = shown.split(" e ").next().unwrap().trim_end();
        assert!(before_keys.ends_with('.'), "{width}x{height}: {before_keys}\n{picture}");
    }
}

#[test]
fn the_keys_of_a_question_stand_there_once() {
    for (mut script, key) in [(lowering("q"), "go on"), (lowering("s"), "too tired")] {
        for (width, height) in [(80, 24), (120, 40)] {
            let picture = script.picture(width, height);
            assert_eq!(picture.matches(key).count(), 1, "{picture}");
        }
    }
    assert_eq!(lowering("s").picture(80, 24).matches("no time").count(), 1);
}

#[test]
fn nothing_of_the_stage_is_seen_beside_a_question() {
    for keys in ["q", "s"] {
        for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60)] {
            let picture = lowering(keys).picture(width, height);
            assert!(!picture.contains(['█', '▀', '▄', '▌', '▐']), "{keys} at {width}x{height}\n{picture}");
        }
    }
}

#[test]
fn a_question_lies_beside_the_figure() {
    let mut script = lowering("q");
    let picture = script.picture(120, 40);
    let line = picture.lines().find(|line| line.contains("What you did is kept.")).unwrap();
    let (panel, question) = line.split_at(line.char_indices().nth(50).unwrap().0);
    assert_eq!(panel.matches('│').count(), 2, "the panel is whole\n{picture}");
    assert!(question.contains("What you did is kept."), "{picture}");
}

#[test]
fn a_gap_says_what_is_left_of_what() {
    let mut script = lowering("");
    script.sleep(90);
    let shown = words(&script.picture(80, 24));
    assert!(shown.contains("It stopped at “lower”: ") && shown.contains(" of this set is left."), "{shown}");
    let mut rest = Script::new(vec![world::drops()], Some(Affected::Left));
    rest.keys("enter enter").until(|model| phase(model) == "rest").sleep(90);
    let shown = words(&rest.picture(40, 12));
    assert!(shown.contains("“rest”") && shown.contains("of the rest is left."), "{shown}");
}

#[test]
fn a_word_goes_by_itself_and_gives_its_place_back() {
    let mut script = lowering("3");
    assert!(script.picture(80, 24).contains("pain 3 noted"));
    assert!(!script.picture(80, 24).contains("next  "));
    script.wait(2500);
    assert!(script.picture(80, 24).contains("next  "), "{}", script.picture(80, 24));
    // Paused, nothing else would wake it.
    script.keys("p").key("4");
    let wake = script.model.wake().unwrap();
    assert!(wake <= script.now.awake + world::secs(3), "{wake:?}");
    script.wait(3100);
    assert_eq!(script.model.message(), None);
}

#[test]
fn a_refusal_stays_until_a_key() {
    let mut script = Script::new(vec![world::drops()], None);
    script.keys("enter enter").key("enter");
    script.wait(60_000);
    assert!(script.model.message().is_some());
}
