//! Before the first session: when a program begins and where it hurts; and a program is left.

use chrono::NaiveDate;
use soleus::domain::exercise::Affected;
use soleus::tui::effect::Effect;

use super::script::{Script, flat};
use super::world;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn asked() -> Script {
    let mut script = Script::new(vec![world::drops()], None);
    script.model.today.day = day("2026-11-21");
    script.keys("enter enter");
    script.picture(100, 60);
    script
}

pub(crate) fn everywhere() -> Vec<(&'static str, Script)> {
    let mut later = asked();
    later.keys("d d d p p n w");
    let mut leave = Script::new(vec![world::drops()], Some(Affected::Left));
    leave.keys("enter x");
    vec![("begin-later", later), ("leave", leave)]
}

#[test]
fn a_program_may_begin_later_and_no_session_follows() {
    let mut script = asked();
    script.keys("d d d u n w m l");
    let picture = flat(&script.picture(100, 60));
    assert!(picture.contains("begins: Monday, 23 November"), "{picture}");
    script.keys("enter");
    assert_eq!(script.screen(), "home");
    let [Effect::Enrol { affected, from, place, .. }] = script.effects.as_slice() else {
        panic!("{:?}", script.effects)
    };
    assert_eq!((*affected, *from, place), (Affected::Left, Some(day("2026-11-23")), &None));
    let picture = flat(&script.picture(100, 60));
    assert!(picture.contains("Achilles heel drops begins on Monday, 23 November 2026"), "{picture}");
}

#[test]
fn nothing_begins_later_unconfirmed() {
    let mut script = asked();
    script.keys("d enter");
    assert!(script.effects.is_empty() && script.screen() == "before");
}

#[test]
fn the_place_of_the_pain_is_chosen() {
    let mut script = asked();
    let picture = flat(&script.picture(100, 60));
    assert!(picture.contains("hurts: Achilles tendon, p other"), "the program's own is there first: {picture}");
    script.keys("p n w m l enter");
    assert_eq!(script.screen(), "play");
    let Effect::Enrol { from, place, .. } = &script.effects[0] else { panic!("{:?}", script.effects) };
    assert_eq!((from, place.as_ref().map(ToString::to_string).as_deref()), (&None, Some("heel")));
    // Around once, the program's own place is no other one.
    let mut around = asked();
    around.keys("p p p p p p p p n w m l enter");
    let Effect::Enrol { place, .. } = &around.effects[0] else { panic!("{:?}", around.effects) };
    assert_eq!(place, &None);
}

#[test]
fn leaving_a_program_is_asked_once_and_not_at_once() {
    let mut script = Script::new(vec![world::drops()], Some(Affected::Left));
    script.keys("enter").key("x").key("y");
    assert!(script.effects.is_empty(), "a key that came before the question was read");
    script.wait(1000).keys("n");
    assert_eq!((script.screen(), script.effects.len()), ("preview", 0));
    script.keys("x y");
    assert_eq!(
        (script.screen(), script.effects.as_slice()),
        ("home", &[Effect::Stop(world::id("achilles-heel-drops"))][..])
    );
    // Who does not follow it cannot leave it.
    let mut fresh = Script::new(vec![world::drops()], None);
    fresh.keys("enter x y");
    assert!(fresh.effects.is_empty());
}
