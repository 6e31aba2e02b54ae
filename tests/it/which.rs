//! Which program is for me: the tables of the domain against those of the clinical facts, and the plain command.

use serde::Deserialize;
use serde_json::Value;
use soleus::domain::which::{ANSWERS, SIGNS};
use soleus::io::library::Library;

use crate::cli::Home;

#[derive(Deserialize)]
struct Table {
    sign: Vec<SheetSign>,
    answer: Vec<SheetAnswer>,
}

#[derive(Deserialize)]
struct SheetSign {
    tier: String,
    sign: String,
    action: String,
}

#[derive(Deserialize)]
struct SheetAnswer {
    says: String,
    offers: Vec<String>,
    sheet: String,
}

fn table() -> Table {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/which.toml");
    toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Words alone, in lower case: the sheet's slashes, dashes and quotes are spelled out for a runner.
fn words(text: &str) -> Vec<String> {
    let text =
        text.to_lowercase().replace("gp/pt", "gp or a physical therapist").replace('/', " or ").replace('–', " to ");
    let text = text.replace(" end session", "").replace(" lock impact programs", "");
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[test]
fn every_red_flag_of_the_sheet_stands_first_and_in_its_words() {
    let sheet = table().sign;
    // The last one is the line below the table.
    assert_eq!(SIGNS.len(), sheet.len() + 1);
    for (ours, theirs) in SIGNS.iter().zip(&sheet) {
        assert_eq!(words(ours.sign), words(&theirs.sign));
        assert_eq!(words(ours.action), words(&theirs.action), "{}", ours.sign);
        assert!(theirs.tier.to_lowercase().contains(ours.tier.word()), "{}", ours.sign);
    }
    assert_eq!(SIGNS.last().unwrap().action, "Ask a clinician before any program.");
}

#[test]
fn every_answer_offers_what_the_sheet_offers() {
    let sheet = table().answer;
    assert_eq!(ANSWERS.len(), sheet.len());
    for (ours, theirs) in ANSWERS.iter().zip(&sheet) {
        // The home form of heavy slow resistance is a file of its own here.
        let offers: Vec<&str> = ours.offers.iter().map(|offer| offer.program).collect();
        let offers: Vec<&str> = offers.into_iter().filter(|id| *id != "achilles-heavy-slow-home").collect();
        assert_eq!(offers, theirs.offers, "{}", theirs.says);
        let floor = ours.offers.iter().any(|offer| offer.variant == Some("floor-level"));
        assert_eq!(floor, theirs.sheet.contains("floor_level"), "{}", theirs.says);
        let meant = words(&theirs.says);
        let said = words(ours.says);
        let known = meant.iter().filter(|word| said.contains(word)).count();
        assert!(known * 2 >= meant.len(), "`{}` says something else than `{}`", ours.says, theirs.says);
    }
}

#[test]
fn every_offer_is_a_bundled_program_in_a_form_that_it_has() {
    let library = Library::bundled();
    for offer in ANSWERS.iter().flat_map(|answer| answer.offers) {
        let program =
            &library.find(offer.program).unwrap_or_else(|| panic!("{} is not bundled", offer.program)).program;
        let known = |id: &str| program.variants.iter().any(|variant| variant.id.as_str() == id);
        assert!(offer.variant.is_none_or(known), "{}", offer.program);
    }
}

#[test]
fn the_command_leads_to_a_doctor_before_any_program() {
    let home = Home::new();
    let run = |arguments: &[&str]| home.good("2026-11-21T07:12:00+01:00", &[&["which"], arguments].concat());
    let doctor = run(&["--sign", "7"]);
    assert!(doctor.contains("Same-day medical help. Do not massage or roll it."), "{doctor}");
    assert!(doctor.contains("Talk to a doctor") && !doctor.contains("soleus show"), "{doctor}");
    let heel = run(&["--no-sign", "--says", "heel-bone"]);
    assert!(heel.contains("soleus show achilles-eccentric-12w --variant floor-level"), "{heel}");
    assert!(heel.contains("Achilles: eccentric heel drops") && heel.contains("Slow lowering over a step"), "{heel}");
    // Without answers it says what can be answered, and changes nothing.
    let listed = run(&[]);
    assert!(listed.contains("rolls-ankles") && listed.contains("Sudden tear in the arch"), "{listed}");
    let json: Value = serde_json::from_str(&run(&["--no-sign", "--says", "shin", "--json"])).unwrap();
    assert_eq!(json["answer"]["offers"][0]["program"], "shin-care");
    // An answer alone is not enough: the signs come first.
    let early = home.run(&["which", "--says", "shin"]);
    assert_eq!(early.status.code(), Some(2));
    assert!(String::from_utf8(early.stderr).unwrap().contains("the warning signs come first"));
}

#[cfg(unix)]
#[test]
fn on_a_terminal_it_asks_and_a_sign_ends_it() {
    let home = Home::new();
    let ask = || {
        let environment = home.environment("2026-11-21T07:12:00+01:00");
        let environment = environment.iter().filter(|(name, _)| name != "HOME");
        let environment: Vec<(&str, &str)> = environment.map(|(name, value)| (name.as_str(), value.as_str())).collect();
        crate::pty::Pty::spawn(&[env!("CARGO_BIN_EXE_soleus"), "which"], &environment, (120, 60))
    };
    let mut shin = ask();
    shin.wait_for_text("or none)");
    shin.send("perhaps\r");
    shin.wait_for_text("type a number from 1 to 15, or none");
    shin.send("none\r");
    shin.wait_for_text("What is it?");
    shin.send("5\r");
    shin.wait_for_text("soleus show shin-care");
    assert_eq!(shin.wait_exit(), crate::pty::Ended::Code(0));
    let mut calf = ask();
    calf.wait_for_text("or none)");
    calf.send("5\r");
    calf.wait_for_text("Talk to a doctor or physical therapist first.");
    assert_eq!(calf.wait_exit(), crate::pty::Ended::Code(0));
    assert!(!calf.contents().contains("What is it?"), "nobody with a sign is asked anything more");
}
