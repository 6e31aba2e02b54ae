//! The words of every language: each has every key that is asked for, with the same places, and no other.

use crate::cli::{Home, MORNING};
use soleus::domain::consent::ADVICE;
use soleus::domain::cue::table::{OWN, PARTS, TABLE};
use soleus::io::words::lexicon;
use soleus::report::handout;

fn places(text: &str) -> Vec<&str> {
    let mut places: Vec<&str> = text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect();
    places.sort_unstable();
    places
}

#[test]
fn every_language_has_every_key_with_the_same_places_and_no_other() {
    let english = lexicon().of("en");
    let spoken = TABLE.iter().filter_map(|rule| rule.says).filter(|key| *key != OWN);
    let mut asked: Vec<&str> = spoken.chain(PARTS).chain(handout::KEYS).collect();
    asked.sort_unstable();
    asked.dedup();
    assert_eq!(lexicon().tables().len(), 7);
    for words in lexicon().tables() {
        let language = words.language();
        assert_eq!(words.keys().collect::<Vec<_>>(), asked, "{language}: what is asked for is what there is");
        for key in &asked {
            assert_eq!(places(words.raw(key)), places(english.raw(key)), "{language}: {key}");
            assert!(!words.raw(key).trim().is_empty(), "{language}: {key}");
        }
    }
}

/// A key that nobody asks for is one that nobody reads.
#[test]
fn every_key_of_the_handout_is_asked_for() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/handout");
    let mut source = String::new();
    for name in ["diary.rs", "facts.rs", "html.rs", "phrases.rs", "text.rs", "html/diary.rs", "html/how.rs"] {
        source += &std::fs::read_to_string(folder.join(name)).unwrap();
    }
    for key in handout::KEYS {
        let key = key.strip_prefix("handout.").unwrap();
        let key = key.split('.').next().unwrap();
        assert!(source.contains(&format!("\"{key}\"")) || source.contains(&format!("\"{key}.")), "{key}");
    }
}

/// Whatever is said fits into one breath, and the advice is the one that is confirmed on the screen.
#[test]
fn what_is_said_is_short_and_the_advice_is_the_one_that_is_confirmed() {
    assert_eq!(lexicon().of("en").raw("handout.advice"), ADVICE);
    for words in lexicon().tables() {
        for key in words.keys().filter(|key| !key.starts_with("handout.")) {
            assert!(words.raw(key).chars().count() <= 100, "{}: {key}", words.language());
        }
    }
}

#[test]
fn a_language_without_words_is_told_by_check() {
    let home = Home::new();
    let program = |language: &str| {
        let text = format!("title = \"P\"\nlanguage = \"{language}\"\n[[exercise]]\nname = \"A\"\nhold = \"9s\"\n");
        let file = home.put(&format!("{}.toml", language.to_lowercase()), &text);
        home.good(MORNING, &["check", file.to_str().unwrap()])
    };
    let swedish = program("sv");
    assert!(swedish.contains("no words in `sv`") && swedish.contains("en, de, fr"), "{swedish}");
    for known in ["de", "pt-BR", "EN"] {
        let checked = program(known);
        assert!(!checked.contains("no words in"), "{known}: {checked}");
    }
}
