//! Texts that go through a form and back: the same bytes where nothing changed, one line where one thing did.

use super::*;
use crate::domain::form::{DiffLine, Key, Place, Way, diff};
use crate::io::library::PROGRAMS;

/// Changes a form of a text, writes it, and says what differs; the new text reads back as the changed form.
fn changed(original: &str, change: impl FnOnce(&mut Form)) -> (String, Vec<String>) {
    let mut form = form(original).unwrap();
    change(&mut form);
    let text = write(&form, original).unwrap();
    let again = super::form(&text).unwrap();
    assert_eq!(said(&again), said(&form), "\n{text}");
    let lines = diff(original, &text);
    let marked = lines.iter().filter_map(|line| match line {
        DiffLine::Same(_) => None,
        DiffLine::Gone(line) => Some(format!("-{line}")),
        DiffLine::New(line) => Some(format!("+{line}")),
    });
    let marked = marked.collect();
    (text, marked)
}

/// What a form says, whatever it came from.
fn said(form: &Form) -> Form {
    let mut form = form.clone();
    for variant in &mut form.variants {
        variant.from = None;
    }
    for phase in &mut form.phases {
        phase.from = None;
        for session in &mut phase.sessions {
            session.from = None;
            for exercise in &mut session.exercises {
                (exercise.from, exercise.mark) = (None, 0);
            }
        }
    }
    form
}

fn set(form: &mut Form, place: Place, key: Key, text: &str) {
    form.fields_mut(place).unwrap().set(key, text);
}

const FIRST: Place = Place::Exercise(0, 0, 0);

#[test]
fn an_unchanged_form_is_the_same_bytes() {
    for (name, text) in PROGRAMS {
        let form = form(text).unwrap();
        assert_eq!(write(&form, text).unwrap(), *text, "{name}");
        // The same when the whole document goes through the writer.
        let mut other = form.clone();
        other.head.set(Key::Author, "x");
        let with = write(&other, text).unwrap();
        let mut back = super::form(&with).unwrap();
        back.head.set(Key::Author, form.head.get(Key::Author));
        assert_eq!(write(&back, &with).unwrap(), *text, "{name}");
    }
}

#[test]
fn one_change_is_one_line() {
    for (name, text) in PROGRAMS {
        let (_, lines) = changed(text, |form| set(form, Place::Head, Key::Title, "Mine"));
        assert_eq!(lines.len(), 2, "{name}: {lines:?}");
        assert!(lines[1].starts_with("+title") && lines[1].ends_with("= \"Mine\""), "{lines:?}");
        let first =
            form(text).unwrap().places().into_iter().find(|place| matches!(place, Place::Exercise(..))).unwrap();
        let (_, lines) = changed(text, |form| set(form, first, Key::Note, "Slowly"));
        assert!((1..=2).contains(&lines.len()), "{name}: {lines:?}");
    }
}

const BLOCKS: &str = r#"# A head.
title = "T" # what it is called

# Every second day.
schedule = "every 2 days"
stop_if = [
  "one", # the first
  "two",
]

[pain]
limit = 4

# The first of all.
[[exercise]]
use  = "calf-raise"
sets = 3 # three
[exercise.progress]
every = 3

# Then this.
[[exercise]]
name  = "Squat"
reps  = 10
steps = ["down", "up"]
# The end.
"#;

#[test]
fn blocks_keep_what_stands_around_them() {
    let (_, lines) = changed(BLOCKS, |form| set(form, FIRST, Key::Sets, "4"));
    assert_eq!(lines, ["-sets = 3 # three", "+sets = 4 # three"]);
    let (_, lines) = changed(BLOCKS, |form| set(form, FIRST, Key::Reps, "8 to 12"));
    assert_eq!(lines, ["+reps = \"8 to 12\""]);
    let (_, lines) = changed(BLOCKS, |form| set(form, FIRST, Key::Name, "Up"));
    assert_eq!(lines, ["+name = \"Up\""]);
    let (_, lines) = changed(BLOCKS, |form| set(form, Place::Head, Key::Schedule, ""));
    assert_eq!(lines, ["-schedule = \"every 2 days\""]);
    let (_, lines) = changed(BLOCKS, |form| set(form, Place::Head, Key::StopIf, "one\nthree\ntwo"));
    assert_eq!(lines, ["+  \"three\","]);
    let (_, lines) = changed(BLOCKS, |form| set(form, Place::Head, Key::PainWhere, "calf"));
    assert_eq!(lines, ["+where = \"calf\""]);
    let (_, lines) = changed(BLOCKS, |form| set(form, Place::Head, Key::PainLimit, ""));
    assert_eq!(lines, ["-[pain]", "-limit = 4", "-"]);
    let (_, lines) = changed(BLOCKS, |form| set(form, FIRST, Key::ClimbStep, "2"));
    assert_eq!(lines, ["+step = 2"]);
    let (_, lines) = changed(BLOCKS, |form| set(form, FIRST, Key::SoreSets, "4"));
    assert_eq!(lines, ["+affected = { sets = 4 }"]);
    let (_, lines) = changed(BLOCKS, |form| set(form, FIRST, Key::ClimbEvery, ""));
    assert_eq!(lines, ["-[exercise.progress]", "-every = 3"]);
    let form = form(BLOCKS).unwrap();
    assert_eq!(form.text(FIRST, Key::ClimbEvery), "3");
    let other =
        super::form("[[exercise]]\nprogress = 3\nleft = { sets = 2 }\nonly_if = { pain_at_most = [1] }\n").unwrap();
    assert_eq!(other.also(FIRST), ["progress", "left", "only_if.pain_at_most"], "what no field can hold is told");
}

#[test]
fn blocks_move_with_their_remarks() {
    let (text, _) = changed(BLOCKS, |form| {
        form.shift(Place::Exercise(0, 0, 1), Way::Up);
    });
    let (squat, calf) = (text.find("# Then this.").unwrap(), text.find("# The first of all.").unwrap());
    let progress = text.find("[exercise.progress]").unwrap();
    assert!(squat < calf && calf < progress, "{text}");
    let (text, lines) = changed(BLOCKS, |form| {
        form.duplicate(FIRST);
    });
    assert!(lines.iter().all(|line| line.starts_with('+')), "{text}");
    assert!(text.contains("id   = \"calf-raise-2\""), "{text}");
    assert_eq!((text.matches("# The first").count(), text.matches("[exercise.progress]").count()), (1, 2));
    let (text, _) = changed(BLOCKS, |form| {
        form.remove(FIRST);
    });
    assert!(!text.contains("calf-raise") && text.contains("# Then this.") && text.contains("# The end."), "{text}");
}

#[test]
fn a_plain_program_becomes_stages() {
    let (text, _) = changed(BLOCKS, |form| {
        form.add_phase(Place::Head);
        set(form, Place::Phase(0), Key::Title, "First");
        set(form, Place::Phase(0), Key::Weeks, "2");
        set(form, Place::Phase(0), Key::AdvanceSessions, "6");
        form.add_phase(Place::Phase(0));
        set(form, Place::Phase(1), Key::Title, "Then");
        form.shift(Place::Exercise(0, 0, 1), Way::Down);
    });
    let wanted = "\n[[phase]]\ntitle = \"First\"\nweeks = 2\nadvance_when = { sessions = 6 }\n";
    assert!(text.contains(wanted), "{text}");
    assert!(text.contains("[[phase.exercise]]\nuse  = \"calf-raise\"") && !text.contains("[[exercise]]"), "{text}");
    assert!(text.contains("[phase.exercise.progress]"), "{text}");
}

#[test]
fn a_plain_program_becomes_sessions_and_back() {
    for text in [BLOCKS, BRACES] {
        let (new, _) = changed(text, |form| {
            assert_eq!(form.add_session(Place::Head), Some(Place::Session(0, 0)));
            set(form, Place::Session(0, 0), Key::Title, "Morning");
            assert_eq!(form.add_session(Place::Session(0, 0)), Some(Place::Session(0, 1)));
            set(form, Place::Session(0, 1), Key::Title, "Evening");
            set(form, Place::Session(0, 1), Key::Schedule, "mon wed fri");
            form.shift(Place::Exercise(0, 0, 1), Way::Down);
        });
        let at = |word: &str| new.find(word).unwrap_or_else(|| panic!("no {word} in\n{new}"));
        assert!(at("[[session]]") < at("Morning") && at("Morning") < at("calf-raise"), "{new}");
        assert!(at("calf-raise") < at("Evening") && at("Evening") < at("quat"), "{new}");
        let remarks = |text: &str| text.matches('#').count();
        assert_eq!(remarks(&new), remarks(text), "{new}");
        let (back, _) = changed(&new, |form| {
            form.remove(Place::Session(0, 1));
            form.remove(Place::Session(0, 0));
        });
        assert!(!back.contains("session") && back.contains("calf-raise") && !back.contains("quat"), "{back}");
    }
}

#[test]
fn variants_are_written_before_the_work() {
    for replace in
        ["replace = { calf-raise = \"tib-raise\" } # so", "[variant.replace]\ncalf-raise = \"tib-raise\" # so"]
    {
        let text = format!("title = \"T\"\n\n[[variant]]\nid = \"a\"\ntitle = \"A\"\n{replace}\n\n{WORK}");
        let (_, lines) = changed(&text, |form| {
            assert_eq!(form.text(Place::Variant(0), Key::Replace), "calf-raise = tib-raise");
            set(form, Place::Variant(0), Key::Replace, "calf-raise = squat");
        });
        assert!(lines.len() == 2 && lines[1].contains("squat") && lines[1].ends_with("# so"), "{lines:?}");
        let (new, _) = changed(&text, |form| {
            assert_eq!(form.add_variant(), Place::Variant(1));
            set(form, Place::Variant(1), Key::Title, "B");
            set(form, Place::Variant(1), Key::Replace, "a = b\n\"c\" = 'd'");
            form.shift(Place::Variant(1), Way::Up);
            set(form, Place::Variant(0), Key::Replace, "a = b\nc = d");
        });
        let b = "[[variant]]\ntitle = \"B\"\nreplace = { a = \"b\", c = \"d\" }\nid = \"variant-1\"\n";
        let at = |word: &str| new.find(word).unwrap_or_else(|| panic!("no {word} in\n{new}"));
        assert!(at(b) < at("id = \"a\"") && at("# so") < at("[[exercise]]"), "{new}");
        let (none, _) = changed(&text, |form| {
            form.remove(Place::Variant(0));
        });
        assert!(!none.contains("variant") && none.ends_with(WORK), "{none}");
    }
}

const WORK: &str = "[[exercise]]\nuse = \"calf-raise\"\n";

#[test]
fn sessions_stand_in_stages_and_move() {
    let text = "title = \"T\"\n[[phase]]\ntitle = \"One\"\n[[phase.exercise]]\nuse = \"calf-raise\"\n";
    let (new, _) = changed(text, |form| {
        assert_eq!(form.add_session(Place::Head), None, "which stage?");
        form.add_session(Place::Exercise(0, 0, 0));
        set(form, Place::Session(0, 0), Key::Title, "A");
        form.duplicate(Place::Session(0, 0));
        set(form, Place::Session(0, 1), Key::Title, "B");
        assert_eq!(form.shift(Place::Session(0, 1), Way::Up), Some(Place::Session(0, 0)));
        assert_eq!(form.shift(Place::Session(0, 0), Way::Up), None);
    });
    let wanted = "[[phase]]\ntitle = \"One\"\n\n[[phase.session]]\ntitle = \"B\"\n";
    assert!(new.contains(wanted) && new.matches("[[phase.session.exercise]]").count() == 2, "{new}");
}

const BRACES: &str = r#"title = "T"
exercise = [
  { use = "calf-raise", sets = 3 }, # first
  # above the second
  { use = "squat", left = { sets = 2 } },
]
"#;

#[test]
fn braces_keep_their_lines() {
    let (_, lines) = changed(BRACES, |form| set(form, FIRST, Key::Reps, "12"));
    assert_eq!(
        lines,
        ["-  { use = \"calf-raise\", sets = 3 }, # first", "+  { use = \"calf-raise\", sets = 3, reps = 12 }, # first"]
    );
    let (_, lines) = changed(BRACES, |form| set(form, FIRST, Key::Sets, ""));
    assert_eq!(lines[1], "+  { use = \"calf-raise\" }, # first");
    let (text, _) = changed(BRACES, |form| {
        form.shift(FIRST, Way::Down);
    });
    let wanted = "exercise = [\n  # above the second\n  { use = \"squat\", left = { sets = 2 } },\n  { use = \"calf-raise\", sets = 3 }, # first\n]\n";
    assert!(text.ends_with(wanted), "{text}");
    let (text, lines) = changed(BRACES, |form| {
        form.duplicate(Place::Exercise(0, 0, 1));
    });
    assert_eq!(lines, ["+  { use = \"squat\", id = \"squat-2\", left = { sets = 2 } },"], "{text}");
}

#[test]
fn a_program_from_nothing() {
    let (text, _) = changed(FROM_NOTHING, |form| {
        set(form, Place::Head, Key::Title, "Ankles \"ten\" minutes");
        set(form, Place::Head, Key::StopIf, "A snap in the calf");
        set(form, Place::Head, Key::PainAsk, "before\nafter");
        set(form, Place::Head, Key::Schedule, "daily");
        let mut raise = crate::domain::form::ExerciseForm::default();
        raise.fields.set(Key::Use, "calf-raise");
        raise.fields.set(Key::Sets, "3");
        let place = form.add_exercise(Place::Head, raise.clone());
        form.add_exercise(place, raise);
    });
    let wanted = r#"# A program for soleus. Lines that begin with # are remarks.
title = "Ankles \"ten\" minutes"
schedule = "daily"
stop_if = ["A snap in the calf"]

[pain]
ask = ["before", "after"]

[[exercise]]
use = "calf-raise"
sets = 3

[[exercise]]
use = "calf-raise"
sets = 3
id = "calf-raise-2"
"#;
    assert_eq!(
        text.replace('\'', "\""),
        wanted.replace("\"Ankles \\\"ten\\\" minutes\"", "\"Ankles \"ten\" minutes\"")
    );
}

#[test]
fn windows_ends_and_a_mark_stay() {
    let text = format!("\u{feff}{}", BLOCKS.replace('\n', "\r\n"));
    let form = form(&text).unwrap();
    assert_eq!(write(&form, &text).unwrap(), text);
    let (new, lines) = changed(&text, |form| set(form, FIRST, Key::Sets, "4"));
    assert_eq!(lines.len(), 2);
    assert!(new.starts_with('\u{feff}') && new.matches('\n').count() == new.matches("\r\n").count());
}

#[test]
fn half_typed_values_are_written_as_they_are() {
    let (text, lines) = changed(BRACES, |form| set(form, FIRST, Key::Sets, "3x10 \"\\ \u{7}"));
    assert_eq!(lines.len(), 2, "{text}");
}

#[test]
fn what_is_no_toml_has_no_form() {
    assert!(form("title = \"x").is_err());
    assert!(form("[[exercise]\n").is_err());
}

#[test]
fn places_in_the_text_are_fields() {
    for text in [BLOCKS.to_owned(), format!("\u{feff}{BLOCKS}"), BLOCKS.replace('\n', "\r\n")] {
        let spots = spots(&text);
        let at = |word: &str| {
            let at = text.find(word).unwrap();
            spots.of(&(at..at + 1))
        };
        let spot = |place, key| crate::domain::form::Spot { place, key };
        assert_eq!(at("\"T\""), spot(Place::Head, Some(Key::Title)));
        assert_eq!(at("\"two\""), spot(Place::Head, Some(Key::StopIf)));
        assert_eq!(at("4"), spot(Place::Head, Some(Key::PainLimit)));
        assert_eq!(at("3 # three"), spot(FIRST, Some(Key::Sets)));
        assert_eq!(at("every = 3"), spot(FIRST, Some(Key::ClimbEvery)));
        assert_eq!(at("\"up\""), spot(Place::Exercise(0, 0, 1), Some(Key::Steps)));
    }
    let fresh = "[[phase]]\n[[phase]]\ntitle = \"B\"\n";
    let second = fresh.rfind("[[").unwrap();
    assert_eq!(spots(fresh).of(&(0..1)).place, Place::Phase(0), "a row without a field is a place");
    assert_eq!(spots(fresh).of(&(second..second + 1)).place, Place::Phase(1));
    let spots = spots(BRACES);
    let at = BRACES.find("\"squat\"").unwrap();
    assert_eq!(spots.of(&(at..at + 1)).place, Place::Exercise(0, 0, 1));
}

#[test]
fn every_program_can_be_rearranged() {
    for (name, text) in PROGRAMS {
        let remarks = text.lines().filter(|line| line.trim_start().starts_with('#')).count();
        for place in form(text).unwrap().places().into_iter().step_by(5) {
            let at = format!("{name} {place:?}");
            for way in [Way::Up, Way::Down] {
                let (moved, _) = changed(text, |form| {
                    form.shift(place, way);
                });
                let now = moved.lines().filter(|line| line.trim_start().starts_with('#')).count();
                assert_eq!(now, remarks, "{at}: a remark is lost or doubled\n{moved}");
            }
            let (copied, lines) = changed(text, |form| {
                form.duplicate(place);
            });
            // Nothing of what was there goes; the line with the closing bracket may get its comma.
            assert!(lines.iter().filter(|line| line.starts_with('-')).count() <= 1, "{at}: {lines:?}\n{copied}");
            changed(text, |form| {
                form.remove(place);
            });
            changed(text, |form| {
                form.add_phase(place);
            });
            changed(text, |form| {
                let _refused = form.add_session(place);
            });
        }
    }
}
