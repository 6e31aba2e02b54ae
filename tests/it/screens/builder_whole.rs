//! A whole program is made by keys alone: stages, sessions, ranges, circuits, a dose for one side; changes are taken back
//! and done again.

use soleus::domain::form::{Key as FormKey, Place};

use super::builder::Bench;

impl Bench {
    /// Goes to a field of the chosen row with Tab, and writes in it.
    fn fill(&mut self, key: FormKey, text: &str) -> &mut Self {
        for _ in 0..40 {
            if self.builder().key() == key {
                return self.write(text);
            }
            self.keys("tab");
        }
        panic!("{key:?} is not among {:?}", self.builder().keys());
    }
}

#[test]
fn a_program_with_all_that_a_form_can_hold_is_made_by_keys() {
    let mut bench = Bench::new();
    bench.keys("n").write("Heel").fill(FormKey::StopIf, "Sharp pain").keys("esc");
    bench.keys("p").write("Calm").fill(FormKey::Weeks, "2").keys("esc");
    bench.keys("n").write("Morning").keys("tab").write("daily").keys("esc");
    bench.keys("a").write("soleus str").keys("enter esc");
    bench.keys("n").write("Evening").keys("tab").write("mon wed fri").keys("esc");
    bench.keys("a").write("drop").keys("enter").write("3").fill(FormKey::Reps, "8 to 15");
    bench.fill(FormKey::ClimbStep, "2").fill(FormKey::Circuit, "A").fill(FormKey::OnlyPain, "3").keys("esc");
    bench.keys("a").write("balance").keys("enter").write("2").fill(FormKey::SoreSets, "3");
    bench.fill(FormKey::Circuit, "A").fill(FormKey::Days, "mon").keys("esc");
    // Where the list is not beside them the words stand line below line.
    let picture = bench.keys("enter").text((69, 44));
    for words in ["affected side: 3 sets of", "in a circuit: A", "only mon", "then a set of heel drop, straight knee"] {
        assert!(picture.contains(words), "no {words} in {picture}");
    }
    let picture = bench.keys("esc up enter").text((69, 44));
    for words in ["2 more after 3 sessions with pain of 3 or less", "only with pain of 3 or less"] {
        assert!(picture.contains(words), "no {words} in {picture}");
    }
    bench.keys("esc s enter");
    let wanted = r#"title = "Heel"
stop_if = ["Sharp pain"]

[[phase]]
title = "Calm"
weeks = 2

[[phase.session]]
title = "Morning"
schedule = "daily"

[[phase.session.exercise]]
use = "soleus-stretch"

[[phase.session]]
title = "Evening"
schedule = "mon wed fri"

[[phase.session.exercise]]
use = "heel-drop-straight"
sets = 3
reps = "8 to 15"
progress = { step = 2 }
circuit = "A"
only_if = { pain_at_most = 3 }

[[phase.session.exercise]]
use = "single-leg-balance"
sets = 2
affected = { sets = 3 }
circuit = "A"
schedule = "mon"
"#;
    assert!(bench.written[0].ends_with(wanted), "{}", bench.written[0]);
}

#[test]
fn changes_are_taken_back_and_done_again() {
    let mut bench = Bench::with("monthly-check");
    let before = bench.builder().form.clone();
    bench.keys("r");
    assert!(bench.text((80, 24)).contains("nothing was taken back"));
    bench.keys("down d x n esc enter").write("Morning").keys("esc");
    let after = bench.builder().form.clone();
    assert_eq!(after.text(Place::Session(0, 0), FormKey::Title), "Morning");
    bench.keys("u u u u");
    assert_eq!(bench.builder().form, before);
    bench.keys("ctrl-r r r r");
    assert_eq!(bench.builder().form, after);
    bench.keys("u enter").write("A").keys("ctrl-r");
    assert_eq!(bench.builder().form.text(Place::Session(0, 0), FormKey::Title), "A", "a new change ends the old ones");
    bench.keys("ctrl-u ctrl-r esc");
    assert_eq!(bench.builder().form.text(Place::Session(0, 0), FormKey::Title), "A");
}

#[test]
fn what_is_missing_is_told_at_its_row_in_the_words_of_the_form() {
    let mut bench = Bench::with("monthly-check");
    bench.keys("n");
    let picture = bench.script.picture(80, 24);
    assert!(picture.contains("! title") && picture.contains("give it a title"), "{picture}");
    bench.write("A").keys("tab").write("daily").keys("esc n").write("B").keys("esc");
    let picture = bench.text((80, 24));
    assert!(picture.contains("fill in `when` of every session, or of none"), "{picture}");
    bench.keys("k x esc s");
    assert!(bench.text((80, 24)).contains("What changes in mine.toml"), "{}", bench.text((80, 24)));
}

#[test]
fn fields_that_mean_nothing_here_are_not_shown() {
    let mut bench = Bench::new();
    bench.keys("n").write("T").keys("esc a").write("soleus str").keys("enter");
    let shown = |bench: &Bench, key| bench.builder().keys().contains(&key);
    assert!(
        !shown(&bench, FormKey::ClimbEvery) && shown(&bench, FormKey::SoreHold) && !shown(&bench, FormKey::SoreReps)
    );
    bench.fill(FormKey::Hold, "30s to");
    assert!(!shown(&bench, FormKey::ClimbEvery));
    bench.write(" 45s");
    assert!(shown(&bench, FormKey::ClimbEvery), "from the first letter of the second number on");
    bench.keys("tab tab").keys("right");
    assert!(!shown(&bench, FormKey::SoreHold), "both sides at once have one dose");
}

#[test]
fn a_variant_is_written_in_words() {
    let mut bench = Bench::with("monthly-check");
    bench.keys("v").write("My pain is at the heel bone").fill(FormKey::Replace, "heel-drop-straight = calf-raise");
    let picture = bench.text((69, 30));
    assert!(picture.contains("With it they do two-leg calf raise for heel drop, straight knee"), "{picture}");
    bench.keys("esc");
    let picture = bench.script.picture(80, 24);
    assert!(
        picture.contains("or: My pain") && picture.contains("! in its place"),
        "it is none of this program: {picture}"
    );
    bench.keys("x s");
    assert!(bench.text((80, 24)).contains("nothing was changed"));
}
