//! Home, preview, summary: what is said first, and nothing that matters cut.

use soleus::domain::exercise::{Affected, SideRule};
use soleus::domain::text::Clean;

use super::script::{Script, flat, phase};
use super::world;

#[test]
fn a_newcomer_is_told_what_to_do() {
    let fresh = |script: &mut Script, size: (u16, u16)| flat(&script.picture(size.0, size.1));
    let mut script = Script::new(vec![world::drops(), world::medley()], None);
    assert!(fresh(&mut script, (80, 24)).contains("Choose a program with ↑ ↓ and press Enter."));
    assert!(fresh(&mut script, (40, 12)).contains("Choose with ↑ ↓"));
    let mut known = Script::new(vec![world::drops()], Some(Affected::Left));
    assert!(!fresh(&mut known, (80, 24)).contains("Choose a program"));
}

#[test]
fn a_small_home_shows_when_each_program_is_due() {
    let third = world::program("Third", world::medley().phases.remove(0).sessions.remove(0).exercises);
    let mut script = Script::new(vec![world::drops(), world::medley(), third], Some(Affected::Left));
    let picture = script.picture(40, 12);
    assert_eq!(picture.matches("1 of 2 today, next after 15:00").count(), 3, "{picture}");
    assert!(picture.contains("Not medical advice."), "{picture}");
    for program in ["Achilles heel drops", "Medley", "Third"] {
        assert!(picture.contains(program), "{picture}");
    }
}

#[test]
fn the_chosen_program_is_always_in_sight() {
    let programs: Vec<_> = (0..20).map(|n| world::program(&format!("Program {n}"), Vec::new())).collect();
    for (width, height) in [(40, 12), (80, 24), (60, 14)] {
        let mut script = Script::new(programs.clone(), Some(Affected::Left));
        for n in 0..20 {
            let picture = script.picture(width, height);
            let chosen = picture.lines().find(|line| line.contains('▸')).map(|line| format!("{line} "));
            let wanted = format!("Program {n} ");
            assert!(chosen.is_some_and(|line| line.contains(&wanted)), "{n} at {width}x{height}\n{picture}");
            assert!(n == 19 || picture.contains(" more"), "{n} at {width}x{height}\n{picture}");
            script.keys("down");
        }
    }
}

#[test]
fn what_could_not_be_read_is_told_whole() {
    let problem = "wrong.toml:1:1 unknown key `titel` in the program (+3 more: soleus check wrong.toml)";
    for (width, height) in [(40, 12), (80, 24)] {
        let mut script = Script::new(vec![world::drops()], Some(Affected::Left));
        script.model.today.problems = vec![Clean::text(problem)];
        let picture = script.picture(width, height);
        assert!(flat(&picture).contains(problem), "{picture}");
    }
}

#[test]
fn the_preview_says_where_to_be_and_what_is_left_out() {
    let mut program = world::drops();
    program.phases[0].sessions[0].exercises[1].side = SideRule::Both;
    let mut script = Script::new(vec![program.clone()], None);
    script.keys("enter");
    let picture = flat(&script.picture(100, 60));
    assert!(picture.contains("set-up: Stand on the edge of the step on your affected foot"), "{picture}");
    assert!(!picture.contains("Left out today"), "{picture}");
    let mut right = Script::new(vec![program.clone()], Some(Affected::Right));
    right.keys("enter");
    let picture = flat(&right.picture(100, 60));
    assert!(picture.contains("on your right foot") && picture.contains("right side"), "{picture}");
    let mut neither = Script::new(vec![program], Some(Affected::Neither));
    neither.keys("enter");
    let picture = flat(&neither.picture(100, 60));
    assert!(picture.contains("Left out today"), "{picture}");
    assert!(picture.contains("Heel drop, straight knee: it is for the affected side, and neither is"), "{picture}");
    assert!(picture.contains("1 Realignment press"), "{picture}");
}

#[test]
fn what_was_not_begun_took_no_time() {
    let mut script = Script::new(vec![world::drops()], Some(Affected::Left));
    script.keys("enter enter").until(|model| phase(model) == "lower").keys("q q enter");
    let picture = script.picture(80, 24);
    assert!(picture.contains("0 of 2 sets") && !picture.contains(" 0 s of work"), "{picture}");
}

#[test]
fn the_keys_that_matter_fit_at_eighty_columns() {
    let mut script = Script::new(vec![world::drops()], Some(Affected::Left));
    script.keys("enter enter");
    for wanted in ["get ready", "raise", "lower", "rest"] {
        script.until(|model| phase(model) == wanted);
        let picture = script.picture(80, 24);
        let keys = picture.lines().last().unwrap();
        for key in ["Space pause", "i how to", "q end", "w signs", "0-9 + pain", "? help"] {
            assert!(keys.contains(key), "{wanted}: {keys}");
        }
    }
}

#[test]
fn help_says_when_space_does_what() {
    let mut script = Script::new(vec![world::drops()], Some(Affected::Left));
    script.keys("enter enter ?");
    let picture = script.picture(100, 60);
    let spaces: Vec<&str> = picture.lines().filter(|line| line.contains("Space")).collect();
    let during = spaces.iter().filter(|line| line.contains("at your own pace") || line.contains("while"));
    assert!(during.count() >= 3, "{spaces:?}");
}
