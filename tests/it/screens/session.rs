//! Whole sessions by keys.

use soleus::domain::exercise::Affected;
use soleus::domain::player::{End, Pause, What};
use soleus::domain::session::{Happened, SetResult, SkipReason, When};
use soleus::tui::effect::{Answer, Effect, SummaryFacts};
use soleus::tui::model::{Model, Saving, Screen};
use soleus::tui::update::answer;

use super::script::{Script, phase};
use super::world;

fn playing() -> Script {
    let mut script = Script::new(vec![world::drops()], Some(Affected::Left));
    script.keys("enter enter");
    script
}

fn logs(script: &Script) -> Vec<Happened> {
    let log = |effect: &Effect| match effect {
        Effect::Log { what, .. } => Some(what.clone()),
        _ => None,
    };
    script.effects.iter().filter_map(log).collect()
}

fn question(model: &Model) -> Option<Pause> {
    match &model.screen {
        Screen::Play(play) => play.question(),
        _ => None,
    }
}

#[test]
fn a_session_plays_to_its_end_and_is_written_down() {
    let mut script = playing();
    script.until(|model| matches!(model.screen, Screen::CheckIn(_)));
    let sets = logs(&script).into_iter().filter(|what| matches!(what, Happened::Set(r) if r.result == SetResult::Done));
    assert_eq!(sets.count(), 5, "three sets left, then a press on each side");
    script.keys("2 e 7 n h i enter up down enter");
    assert_eq!(script.screen(), "summary");
    let last = logs(&script);
    assert!(matches!(last.last(), Some(Happened::Note(note)) if note.as_str() == "hi"), "{last:?}");
    let rated = last.iter().any(
        |what| matches!(what, Happened::Rate(r) if r.when == When::After && (r.pain, r.effort) == (Some(2), Some(7))),
    );
    assert!(rated, "{last:?}");
    assert!(matches!(script.effects.last(), Some(Effect::Finish { end: End::Through, .. })));
    let facts = SummaryFacts { counts: true, rest_advised: None, streak: world::streak(), next: "tomorrow".to_owned() };
    let _none = answer(&mut script.model, Answer::Finished(Box::new(facts)), script.now);
    let picture = script.picture(80, 24);
    assert!(picture.contains("5 days in a row") && picture.contains("3 of 3 sets, 45 of 45 reps"), "{picture}");
    script.keys("enter");
    assert_eq!((script.screen(), script.effects.last()), ("home", Some(&Effect::Refresh)));
}

#[test]
fn every_event_of_the_player_is_told_and_logs_keep_their_order() {
    let mut script = playing();
    script.until(|model| matches!(model.screen, Screen::CheckIn(_)));
    let told = script.effects.iter().filter_map(|effect| match effect {
        Effect::Tell(events) => Some(events.clone()),
        _ => None,
    });
    let events: Vec<_> = told.flatten().collect();
    let told_logs = events.iter().filter(|event| matches!(event.what, What::Log(_))).count();
    assert_eq!(told_logs, logs(&script).len());
    assert!(events.windows(2).all(|pair| pair[0].due <= pair[1].due));
    assert!(matches!(events.last().map(|event| &event.what), Some(What::Over(End::Through))));
}

#[test]
fn pain_over_the_limit_asks_and_only_an_answer_goes_on() {
    let mut script = playing();
    script.until(|model| phase(model) == "raise");
    script.wait(500).key("8").wait(400);
    assert_eq!(question(&script.model), None, "the rep ends first");
    script.until(|model| question(model).is_some());
    script.key("e");
    assert!(question(&script.model).is_some(), "a key that was on its way is no answer");
    script.wait(300).keys("8 p n");
    assert!(question(&script.model).is_some(), "a stamp is no answer");
    let picture = script.picture(80, 24);
    assert!(picture.contains("the easier exercise") && picture.contains("leave this exercise out"), "{picture}");
    assert!(!picture.contains("go on with the next"), "{picture}");
    script.keys("e");
    assert_eq!(question(&script.model), None);
    let Screen::Play(play) = &script.model.screen else { panic!() };
    assert_eq!(play.player.plan().items[0].exercise.name.as_str(), "Two-leg heel drop");
}

#[test]
fn a_gap_pauses_and_asks() {
    let mut script = playing();
    script.until(|model| phase(model) == "lower");
    script.sleep(90);
    assert!(matches!(question(&script.model), Some(Pause::Gap(_))));
    let picture = script.picture(80, 24);
    assert!(picture.contains("welcome back") && picture.contains("count the set as done"), "{picture}");
    script.key("d");
    assert!(matches!(question(&script.model), Some(Pause::Gap(_))), "not before it could be read");
    script.wait(400).keys("d");
    assert_eq!(question(&script.model), None);
}

#[test]
fn an_exercise_is_skipped_with_a_reason() {
    let mut script = playing();
    script.until(|model| phase(model) == "lower");
    script.keys("s");
    assert!(script.picture(80, 24).contains("the equipment is not here"));
    script.keys("esc");
    assert!(script.model.overlays.is_empty());
    script.keys("s k");
    let skipped = |what: &Happened| matches!(what, Happened::Set(r) if r.result == SetResult::Skipped(Some(SkipReason::NoEquipment)));
    assert_eq!(logs(&script).iter().filter(|what| skipped(what)).count(), 2);
}

#[test]
fn reading_stops_the_work_and_gives_it_back() {
    let mut script = playing();
    script.until(|model| phase(model) == "lower");
    script.keys("i");
    assert!(script.picture(80, 24).contains("Dropping fast."));
    script.wait(60_000).keys("esc");
    script.wait(2500);
    assert_eq!((phase(&script.model).as_str(), question(&script.model)), ("lower", None));
    script.keys("? esc w");
    assert!(script.picture(80, 24).contains("swollen"));
}

#[test]
fn ending_asks_and_keeps_what_was_done() {
    let mut script = playing();
    script.until(|model| phase(model) == "lower");
    script.keys("q");
    assert_eq!(question(&script.model), Some(Pause::Quit));
    script.keys("esc");
    assert_eq!(question(&script.model), None);
    script.wait(4000).keys("q q");
    assert_eq!(script.screen(), "check-in");
    script.keys("enter");
    assert!(matches!(script.effects.last(), Some(Effect::Finish { end: End::Asked, .. })));
    assert!(logs(&script).iter().any(|what| matches!(what, Happened::Set(r) if r.result == SetResult::Early)));
}

#[test]
fn ctrl_c_asks_first_and_ends_at_once_the_second_time() {
    let mut script = playing();
    script.until(|model| phase(model) == "lower");
    script.key("ctrl-c");
    assert_eq!(question(&script.model), Some(Pause::Quit));
    script.key("ctrl-c");
    let finish = script.effects.iter().position(|effect| matches!(effect, Effect::Finish { .. }));
    let quit = script.effects.iter().position(|effect| *effect == Effect::Quit);
    assert!(finish.is_some() && finish < quit, "{:?}", script.effects);
    let mut home = Script::new(vec![world::drops()], None);
    home.key("ctrl-c");
    assert_eq!(home.effects, [Effect::Quit]);
}

#[test]
fn ctrl_z_pauses_first() {
    let mut script = playing();
    script.until(|model| phase(model) == "lower");
    script.key("ctrl-z");
    assert_eq!(script.effects.last(), Some(&Effect::Suspend));
    assert!(script.picture(80, 24).contains("go on"));
}

#[test]
fn sets_at_the_own_pace_end_by_space_and_their_reps_are_put_right() {
    let mut script = Script::new(vec![world::medley()], Some(Affected::Left));
    script.keys("enter enter").until(|model| phase(model) == "your pace");
    assert!(script.picture(80, 24).contains("Space done"));
    script.wait(20_000).keys("space");
    assert_eq!(phase(&script.model), "rest");
    assert!(script.picture(80, 24).contains("last set 12 reps"));
    script.keys("down down up down");
    let last = logs(&script).into_iter().rev().find_map(|what| match what {
        Happened::Set(record) => record.reps,
        _ => None,
    });
    assert_eq!(last, Some(10));
    script.keys("e enter");
    assert_eq!(phase(&script.model), "get ready", "a rest is skipped");
}

#[test]
fn a_session_that_was_cut_off_goes_on_is_finished_or_discarded() {
    let mut script = Script::new(vec![world::drops()], Some(Affected::Right));
    script.model.today.unfinished = Some(world::unfinished());
    script.keys("r");
    assert!(script.picture(80, 24).contains("set 2 of 3, right"));
    script.keys("d").wait(400).keys("esc");
    assert_eq!((script.screen(), script.effects.len()), ("resume", 0));
    script.key("d").key("y");
    assert_eq!(script.effects.len(), 0, "asked twice, and read before answered");
    script.wait(400).keys("y");
    assert_eq!(script.effects, [Effect::Void("01J".to_owned()), Effect::Refresh]);
    script.keys("r f");
    assert!(script.effects.contains(&Effect::FinishUnfinished("01J".to_owned())));
    script.keys("r enter");
    assert_eq!(script.effects.last(), Some(&Effect::Resume("01J".to_owned())));
    let plan = soleus::domain::plan::Plan::new(&world::drops(), Affected::Right).unwrap();
    let resumed = Answer::Resumed { plan: Box::new(plan), records: Vec::new() };
    let _effects = answer(&mut script.model, resumed, script.now);
    assert_eq!(script.screen(), "play");
}

#[test]
fn the_questions_of_the_morning() {
    let mut script = Script::new(vec![world::drops()], Some(Affected::Right));
    script.model.today.morning = Some(world::morning());
    script.keys("m 3 enter 1 5 0 enter");
    assert!(script.model.message.clone().is_some_and(|words| words.contains("120")), "{:?}", script.model.message);
    script.keys("backspace enter");
    let Some(Effect::Later { session, rating }) = script.effects.first() else { panic!("{:?}", script.effects) };
    assert_eq!((session.as_str(), rating.pain, rating.stiffness), ("01H", Some(3), Some(15)));
    script.keys("m esc");
    assert_eq!((script.screen(), script.effects.len()), ("home", 2));
}

#[test]
fn saved_is_only_said_when_the_world_said_so() {
    let mut script = playing();
    assert!(!script.picture(80, 24).contains("saved"));
    for (said, words) in [
        (Answer::Saving, "saving…"),
        (Answer::Saved, "saved"),
        (Answer::NotSaved("disk full".to_owned()), "NOT SAVED: disk full"),
    ] {
        let _none = answer(&mut script.model, said, script.now);
        assert!(script.picture(80, 24).contains(words), "{words}");
        assert!(script.picture(40, 12).contains(words), "{words} in a small window");
    }
    assert!(matches!(script.model.saving, Saving::NotSaved(_)));
}

#[test]
fn a_paused_session_wakes_nobody_but_for_the_long_pause() {
    let mut script = playing();
    script.until(|model| phase(model) == "lower");
    assert!(script.model.wake().unwrap() <= script.now.awake + world::secs(1));
    script.keys("p");
    assert!(script.model.wake().unwrap() > script.now.awake + world::secs(1000));
    let home = Script::new(vec![world::drops()], None);
    assert_eq!(home.model.wake(), None);
}
