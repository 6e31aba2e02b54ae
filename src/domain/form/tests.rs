//! Forms that are changed, and texts that are compared.

use super::*;

fn exercise(name: &str) -> ExerciseForm {
    let mut exercise = ExerciseForm::default();
    exercise.fields.set(Key::Use, name);
    exercise
}

fn form(names: &[&str]) -> Form {
    let phase = PhaseForm { sessions: vec![SessionForm::default()], ..PhaseForm::default() };
    let mut form = Form { phases: vec![phase], ..Form::default() };
    for name in names {
        let last = form.places().pop().unwrap();
        form.add_exercise(last, exercise(name));
    }
    form
}

fn uses(form: &Form) -> Vec<Vec<&str>> {
    form.phases
        .iter()
        .map(|phase| phase.sessions.iter().flat_map(|s| &s.exercises).map(|e| e.fields.get(Key::Use)).collect())
        .collect()
}

#[test]
fn exercises_move_within_a_stage_and_into_the_next() {
    let mut form = form(&["a", "b", "c"]);
    assert_eq!(form.shift(Place::Exercise(0, 0, 2), Way::Up), Some(Place::Exercise(0, 0, 1)));
    assert_eq!(uses(&form), [vec!["a", "c", "b"]]);
    assert_eq!(form.shift(Place::Exercise(0, 0, 2), Way::Down), None, "there is nothing behind it");
    assert_eq!(form.add_phase(Place::Head), Place::Phase(0));
    assert_eq!(form.add_phase(Place::Phase(0)), Place::Phase(1));
    assert_eq!(form.shift(Place::Exercise(0, 0, 2), Way::Down), Some(Place::Exercise(1, 0, 0)));
    assert_eq!(uses(&form), [vec!["a", "c"], vec!["b"]]);
    assert_eq!(form.shift(Place::Phase(1), Way::Up), Some(Place::Phase(0)));
    assert_eq!(uses(&form), [vec!["b"], vec!["a", "c"]]);
    assert_eq!(form.remove(Place::Phase(0)), Some(Place::Phase(0)));
    assert_eq!(form.remove(Place::Phase(0)), None, "the last stage stays");
}

#[test]
fn a_copy_has_an_id_and_a_mark_of_its_own() {
    let mut form = form(&["a"]);
    assert_eq!(form.duplicate(Place::Exercise(0, 0, 0)), Some(Place::Exercise(0, 0, 1)));
    assert_eq!(form.duplicate(Place::Exercise(0, 0, 0)), Some(Place::Exercise(0, 0, 1)));
    let ids: Vec<&str> = form.exercises().map(|exercise| exercise.fields.get(Key::Id)).collect();
    assert_eq!(ids, ["", "a-3", "a-2"]);
    let mut marks: Vec<u32> = form.exercises().map(|exercise| exercise.mark).collect();
    marks.sort_unstable();
    assert_eq!(marks, [0, 1, 2]);
    assert_eq!(form.find(1), Some(Place::Exercise(0, 0, 2)));
}

#[test]
fn every_field_says_what_it_is() {
    for key in [HEAD, PHASE, SESSION, EXERCISE].concat() {
        assert!((1..=12).contains(&key.label().len()), "{key:?}");
        assert!(!key.hint().is_empty() && !key.path().is_empty(), "{key:?}");
    }
}

#[test]
fn a_comparison_keeps_what_both_have() {
    let marks = |old: &str, new: &str| -> String {
        let mark = |line: &DiffLine| match line {
            DiffLine::Same(text) => format!(" {text}"),
            DiffLine::Gone(text) => format!("-{text}"),
            DiffLine::New(text) => format!("+{text}"),
        };
        diff(old, new).iter().map(mark).collect::<Vec<_>>().join(",")
    };
    assert_eq!(marks("a\nb\nc", "a\nx\nc"), " a,-b,+x, c");
    assert_eq!(marks("a\nb", "a\nb"), " a, b");
    assert_eq!(marks("", "a"), "+a");
    assert_eq!(marks("a\na\na", "a"), " a,-a,-a");
    assert_eq!(marks("a\nb\nc\nd", "c\nd\na\nb"), "-a,-b, c, d,+a,+b");
}
