//! Without a key: clickers, clicks, what goes on by itself, and what is told beside the screen.

use soleus::domain::exercise::Affected;
use soleus::domain::player::GoesOn;
use soleus::domain::session::{Happened, SetRecord, SetResult};
use soleus::tui::beside;
use soleus::tui::effect::Effect;
use soleus::tui::model::{Screen, Wants};
use soleus::tui::run::Spot;
use soleus::tui::update::click;

use super::cells::at;
use super::script::{Script, flat, phase};
use super::world;

fn sets(script: &Script) -> Vec<SetRecord> {
    let set = |effect: &Effect| match effect {
        Effect::Log { what: Happened::Set(record), .. } => Some(record.clone()),
        _ => None,
    };
    script.effects.iter().filter_map(set).collect()
}

#[test]
fn a_clicker_starts_pauses_goes_on_and_goes_back() {
    let mut script = Script::new(vec![world::drops()], Some(Affected::Left));
    script.keys("enter");
    for _ in 0..10 {
        if script.screen() == "preview" {
            script.keys("pgdn");
        }
    }
    assert_eq!(script.screen(), "play", "the end of the preview is the ready state");
    script.until(|model| phase(model) == "lower");
    let paused = |script: &mut Script| script.picture(80, 24).contains("Space go on");
    for key in ["pgdn", "."] {
        script.keys(key);
        assert!(paused(&mut script), "{key}");
        script.keys(key);
        assert!(!paused(&mut script), "{key}");
    }
    script.until(|model| phase(model) == "lower").keys("pgup");
    let Screen::Play(play) = &script.model.screen else { panic!("not playing") };
    assert_eq!(play.player.snapshot(script.model.now).unwrap().rep, Some(1), "the set begins anew");
    script.keys("q").wait(400).keys("pgdn");
    assert_eq!(script.screen(), "play", "nothing is ended by a clicker");
}

#[test]
fn a_clicker_ends_a_set_at_the_own_pace_and_pauses_a_rest() {
    let mut script = at(world::medley(), Affected::Left, "your pace");
    script.keys("pgdn");
    assert_eq!(phase(&script.model), "rest");
    assert!(!sets(&script)[0].unconfirmed, "the runner said so");
    script.keys("pgdn");
    assert!(script.picture(80, 24).contains("Space go on"));
}

#[test]
fn a_clicker_confirms_no_warning() {
    let mut script = Script::new(vec![world::drops()], None);
    script.keys("enter");
    for _ in 0..60 {
        script.keys("pgdn");
    }
    assert_eq!(script.screen(), "before");
}

#[test]
fn a_click_pauses_and_goes_on_and_answers_nothing() {
    let mut script = at(world::drops(), Affected::Left, "lower");
    let press = |script: &mut Script| {
        let effects = click(&mut script.model, Spot::default(), script.now);
        script.effects.extend(effects);
        script.wait(1000);
        script.picture(80, 24).contains("Space go on")
    };
    assert!(press(&mut script));
    assert!(!press(&mut script));
    script.keys("i");
    assert!(!script.model.overlays.is_empty());
    let _same = press(&mut script);
    assert!(!script.model.overlays.is_empty(), "what is read stays");
    script.keys("esc q");
    let _same = press(&mut script);
    assert!(flat(&script.picture(80, 24)).contains("end the session?"));
    script.keys("esc").wait(4000);
    script.model.wants = Wants { mouse: false, ..Wants::default() };
    assert!(!press(&mut script), "switched off");
}

#[test]
fn clicks_are_heard_while_a_session_plays_and_nowhere_else() {
    let hears = |script: &Script| beside::of(&script.model).mouse;
    let mut script = Script::new(vec![world::drops()], Some(Affected::Left));
    assert!(!hears(&script));
    script.keys("enter");
    assert!(!hears(&script));
    script.keys("enter").until(|model| phase(model) == "lower");
    assert!(hears(&script));
    script.keys("w");
    assert!(!hears(&script), "warning signs may be selected and copied");
    script.keys("esc").wait(4000);
    assert!(hears(&script));
    script.model.wants.mouse = false;
    assert!(!hears(&script));
    script.keys("q q");
    assert_eq!((script.screen(), beside::of(&script.model)), ("check-in", soleus::tui::gate::Aside::default()));
}

#[test]
fn a_set_at_the_own_pace_goes_on_by_itself_where_that_was_chosen() {
    let mut script = Script::new(vec![world::medley()], Some(Affected::Left));
    let two = GoesOn::After(world::secs(120));
    script.model = script.model.clone().wanting(Wants { goes_on: Some(two), ..Wants::default() });
    script.keys("enter enter").until(|model| phase(model) == "your pace");
    script.wait(74_500);
    for (width, height) in [(40, 12), (80, 24), (200, 60)] {
        assert!(
            script.picture(width, height).contains("goes on by itself in 0:4"),
            "{}",
            script.picture(width, height)
        );
        assert!(script.picture(width, height).contains("Space now"));
    }
    script.wait(50_000);
    assert_eq!(phase(&script.model), "rest");
    let logged = sets(&script);
    assert_eq!(logged.len(), 1);
    assert_eq!((logged[0].result, logged[0].reps, logged[0].unconfirmed), (SetResult::Done, Some(12), true));
    assert!(logged[0].active.is_zero(), "how long it was worked is not known");
    // Whoever puts it right was there.
    script.keys("down");
    assert_eq!(sets(&script).last().map(|set| (set.reps, set.unconfirmed)), Some((Some(11), false)));
}

#[test]
fn without_that_choice_a_set_waits_and_one_key_offers_it() {
    let mut script = at(world::medley(), Affected::Left, "your pace");
    script.wait(1_000_000);
    assert_eq!(phase(&script.model), "your pace", "off unless it is chosen");
    assert!(script.picture(80, 24).contains("g goes on by itself"));
    script.keys("g");
    // Twelve reps of 4 s are expected, and half as long again: from now, however long it waited before.
    assert!(script.picture(80, 24).contains("goes on by itself in 1:1"), "{}", script.picture(80, 24));
    script.keys("g");
    assert!(script.picture(80, 24).contains("it waits for you again"));
    script.wait(100_000);
    assert_eq!(phase(&script.model), "your pace");
    script.keys("g p").wait(100_000);
    assert!(sets(&script).is_empty(), "a pause stands still");
    script.keys("p").wait(80_000);
    assert_eq!(sets(&script).len(), 1);
}

#[test]
fn a_whole_session_goes_by_without_a_key() {
    let mut script = Script::new(vec![world::medley()], Some(Affected::Left));
    script.model = script.model.clone().wanting(Wants { goes_on: Some(GoesOn::Expected(100)), ..Wants::default() });
    script.keys("enter enter");
    script.until(|model| matches!(model.screen, Screen::CheckIn(_)));
    let logged = sets(&script);
    assert!(logged.iter().all(|set| set.result == SetResult::Done), "{logged:?}");
    assert_eq!(logged.iter().filter(|set| set.unconfirmed).count(), 3, "two sets of raises and the instruction");
    let rated = script.effects.iter().any(|effect| matches!(effect, Effect::Log { what: Happened::Rate(_), .. }));
    assert!(!rated, "pain that nobody told is unknown, not zero");
    script.keys("enter");
    assert!(script.picture(80, 24).contains("2 sets unconfirmed"), "{}", script.picture(80, 24));
}

#[test]
fn pain_is_asked_in_a_rest_and_lapses_with_it() {
    let asks = |script: &mut Script| script.picture(80, 24).contains("pain in that set?");
    let mut script = at(world::drops(), Affected::Left, "raise");
    assert!(!asks(&mut script));
    script.until(|model| phase(model) == "rest");
    assert!(asks(&mut script));
    assert!(script.picture(40, 12).contains("pain? 0-9 +"), "{}", script.picture(40, 12));
    script.keys("3");
    assert!(!asks(&mut script), "it was told");
    script.until(|model| phase(model) == "raise").until(|model| phase(model) == "rest");
    assert!(asks(&mut script), "every rest asks anew");
    script.until(|model| phase(model) == "raise");
    assert!(!asks(&mut script));
    let ratings = script.effects.iter().filter(|effect| matches!(effect, Effect::Log { what: Happened::Rate(_), .. }));
    assert_eq!(ratings.count(), 1, "what was not told was not written down");
    let mut silent = world::drops();
    silent.pain.ask.clear();
    assert!(!asks(&mut at(silent, Affected::Left, "rest")), "only where the program wants it");
}

fn notified(script: &Script) -> Vec<String> {
    let words = |effect: &Effect| match effect {
        Effect::Notify(words) => Some(words.to_string()),
        _ => None,
    };
    script.effects.iter().filter_map(words).collect()
}

#[test]
fn the_end_of_a_rest_is_told_to_whoever_looks_elsewhere() {
    let mut script = at(world::drops(), Affected::Left, "rest");
    script.until(|model| phase(model) == "raise");
    assert!(notified(&script).is_empty(), "whoever looks sees it");
    script.model.focused = false;
    script.until(|model| phase(model) == "rest").until(|model| phase(model) == "raise");
    assert_eq!(notified(&script), ["rest is over: Heel drop, straight knee, set 3 of 3, left side"]);
    script.model.wants.notification = false;
    script.until(|model| phase(model) == "next exercise").until(|model| phase(model) == "hold");
    assert_eq!(notified(&script).len(), 1, "switched off");
}

#[test]
fn the_title_has_the_exercise_and_its_seconds() {
    let mut script = Script::new(vec![world::drops()], Some(Affected::Left));
    let title = |script: &Script| beside::title(&script.model).map(|title| title.to_string());
    assert_eq!(title(&script), None);
    script.keys("enter enter").until(|model| phase(model) == "rest").wait(3000);
    assert_eq!(title(&script).as_deref(), Some("0:57 · Heel drop, straight knee · soleus"));
    assert!(beside::of(&script.model).progress.is_some_and(|percent| (10..50).contains(&percent)));
    script.keys("p");
    assert_eq!(title(&script).as_deref(), Some("paused · Heel drop, straight knee · soleus"));
    script.model.wants = Wants { title: false, progress: false, ..Wants::default() };
    assert_eq!((title(&script), beside::of(&script.model).progress), (None, None));
}
