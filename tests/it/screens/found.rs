//! Which program is for me, on the screen: red flags first, none denied unread, a sign ends at the doctor.

use std::sync::OnceLock;

use soleus::domain::program::Program;
use soleus::domain::which::{ANSWERS, SIGNS};
use soleus::tui::model::Screen;

use super::bundled;
use super::script::{Script, flat};

fn asked() -> Script {
    // Read once: there are many scripts here.
    static PROGRAMS: OnceLock<Vec<Program>> = OnceLock::new();
    let mut script = Script::new(PROGRAMS.get_or_init(bundled::programs).clone(), None);
    script.keys("w");
    script
}

pub(crate) fn everywhere() -> Vec<(&'static str, Script)> {
    let mut doctor = asked();
    doctor.keys("down down down down enter");
    let mut says = asked();
    to_the_end(&mut says).keys("n down");
    let mut offers = asked();
    to_the_end(&mut offers).keys("n down enter down");
    vec![("which-signs", asked()), ("which-doctor", doctor), ("which-says", says), ("which-offers", offers)]
}

/// Down to the last sign: then none of them is denied unread.
fn to_the_end(script: &mut Script) -> &mut Script {
    for _ in SIGNS {
        script.keys("down");
    }
    script
}

#[test]
fn nothing_is_denied_unread() {
    let mut script = asked();
    script.picture(80, 24);
    script.keys("n");
    assert!(flat(&script.picture(80, 24)).contains("Is one of these true of you?") || script.screen() == "which");
    let picture = flat(&script.picture(80, 24));
    assert!(picture.contains("there is more to read first") && !picture.contains("What brings you here?"), "{picture}");
    script.keys("n n n n");
    assert!(flat(&script.picture(80, 24)).contains("What brings you here?"));
    // Where all of it is in sight at once, one key is enough.
    let mut large = asked();
    large.picture(120, 60);
    large.keys("n");
    assert!(flat(&large.picture(120, 60)).contains("What brings you here?"));
}

#[test]
fn every_sign_is_in_sight_when_it_is_chosen_and_leads_to_the_doctor() {
    for (width, height) in [(40, 12), (80, 24)] {
        for (place, sign) in SIGNS.iter().enumerate() {
            let mut script = asked();
            script.picture(width, height);
            for _ in 0..place {
                script.keys("down");
            }
            let chosen = flat(&script.picture(width, height));
            let first: String = sign.sign.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
            assert!(chosen.contains(&format!("▸ {first}")), "{first}: {chosen}");
            script.keys("enter");
            let picture = flat(&script.picture(width, height));
            assert!(picture.contains(sign.action), "{picture}");
            assert!(picture.contains("Talk to a doctor or physical therapist first."), "{picture}");
            // Nothing leads on from there to a program.
            script.keys("n enter");
            assert_eq!(script.screen(), "home");
        }
    }
}

#[test]
fn every_answer_ends_on_a_preview_in_its_form() {
    for (place, answer) in ANSWERS.iter().enumerate() {
        for (n, offer) in answer.offers.iter().enumerate() {
            let mut script = asked();
            to_the_end(&mut script).keys("n");
            for _ in 0..place {
                script.keys("down");
            }
            script.keys("enter");
            if answer.offers.len() > 1 {
                for _ in 0..n {
                    script.keys("down");
                }
                script.keys("enter");
            }
            let Screen::Preview(preview) = &script.model.screen else { panic!("{}", answer.says) };
            assert_eq!(preview.program.as_str(), offer.program);
            let program = script.model.program_in_focus().unwrap();
            let variant = script.model.occasion(program).standing.variant;
            assert_eq!(variant.as_ref().map(ToString::to_string).as_deref(), offer.variant);
        }
    }
}

#[test]
fn the_form_that_was_found_is_chosen_before_the_first_session() {
    let mut script = asked();
    to_the_end(&mut script).keys("n down down enter enter");
    let Screen::Before(before) = &script.model.screen else { panic!("not before the session") };
    assert_eq!(before.variant.as_ref().map(ToString::to_string).as_deref(), Some("floor-level"));
    script.picture(120, 200);
    script.keys("n w m l enter");
    let chosen = script.effects.iter().filter(|effect| format!("{effect:?}").contains("floor-level"));
    assert!(chosen.count() > 0, "{:?}", script.effects);
}
