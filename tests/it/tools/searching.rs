//! `soleus exercises`.

use serde_json::Value;

use crate::cli::{Home, MORNING, errors};

fn ids(home: &Home, words: &[&str]) -> Vec<String> {
    let mut arguments = vec!["exercises", "--json"];
    arguments.extend(words);
    let found: Value = serde_json::from_str(&home.good(MORNING, &arguments)).unwrap();
    found.as_array().unwrap().iter().map(|entry| entry["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_word_is_found_in_name_synonym_muscle_tool_and_id() {
    let home = Home::new();
    let library = soleus::io::library::Library::bundled();
    assert_eq!(ids(&home, &[]).len(), library.catalogue().ids().count(), "no word lists all");
    let expected = [
        ("straight", "heel-drop-straight"),  // name
        ("alfredson", "heel-drop-straight"), // synonym
        ("gastrocnemius", "calf-raise"),     // muscle
        ("BACKPACK", "heel-drop-bent"),      // equipment, in any case
        ("tib-raise", "tib-raise"),          // id
    ];
    for (word, id) in expected {
        assert!(ids(&home, &[word]).iter().any(|found| found == id), "{word}: {:?}", ids(&home, &[word]));
    }
    let both = ids(&home, &["drop", "bent"]);
    assert!(
        both.contains(&"heel-drop-bent".to_owned()) && !both.contains(&"heel-drop-straight".to_owned()),
        "{both:?}"
    );
    assert_eq!(ids(&home, &["drop bent"]), both, "words in one argument are words");
}

#[test]
fn a_whole_id_or_name_means_that_one_with_all_that_is_known_of_it() {
    let home = Home::new();
    for words in [&["calf-raise"][..], &["two-leg", "calf", "raise"], &["Two-leg calf raise"]] {
        let mut arguments = vec!["exercises"];
        arguments.extend(words);
        let said = home.good(MORNING, &arguments);
        assert!(said.starts_with("Two-leg calf raise (calf-raise)\n"), "{said}");
        for part in
            ["gastrocnemius", "dose: 1 set of 10 reps", "set-up:", "1) ", "avoid:", "easier:", "use = \"calf-raise\""]
        {
            assert!(said.contains(part), "{part}: {said}");
        }
    }
    let several = home.good(MORNING, &["exercises", "calf"]);
    assert!(several.contains("calf-raise ") && several.contains("set"), "{several}");
}

#[test]
fn what_is_not_found_is_answered_with_the_nearest_word() {
    let home = Home::new();
    let refused = |words: &[&str]| {
        let mut arguments = vec!["exercises"];
        arguments.extend(words);
        let output = home.run(&arguments);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        errors(&output)
    };
    assert!(refused(&["gastrocnemious"]).contains("did you mean `gastrocnemius`"), "{}", refused(&["gastrocnemious"]));
    assert!(refused(&["hip", "alfredson"]).contains("not together"), "{}", refused(&["hip", "alfredson"]));
    let hostile = refused(&["q\u{1b}]0;x\u{7}q"]);
    assert!(hostile.contains("hint:") && !hostile.contains('\u{1b}'), "{hostile:?}");
    assert_eq!(ids(&home, &["gastrocnemious"]), Vec::<String>::new(), "for a program nothing is an empty list");
}
