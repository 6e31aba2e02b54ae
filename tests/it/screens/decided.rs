//! What a program may hold besides exercises: stages, sessions, variants, offers, numbers, circuits. The world behind the
//! screens is the real one: what is chosen goes into a history, and the next screen is folded from it.

use std::path::Path;

use chrono::{DateTime, FixedOffset, TimeDelta};
use soleus::domain::consent;
use soleus::domain::exercise::Affected;
use soleus::domain::history::{Choice, Chosen, Enrolment, History, Offered, SessionLog};
use soleus::domain::plan::Plan;
use soleus::domain::program::Program;
use soleus::domain::session::{Happened, Line, ProgramRef, SetRecord, SetResult, Start};
use soleus::domain::streak::Rules;
use soleus::domain::text::Clean;
use soleus::domain::today::Today;
use soleus::io::library::Library;
use soleus::tui::effect::{Answer, Effect};
use soleus::tui::model::{Model, Screen};
use soleus::tui::update::answer;

use super::script::{Script, flat, phase};
use super::world::{id, secs};

pub(crate) fn calves() -> Program {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/screens/calves.toml");
    let reading = Library::bundled().check(&file).unwrap();
    assert!(!reading.has_errors(), "{:?}", reading.problems);
    reading.program.unwrap()
}

/// A script with a history behind it.
pub(crate) struct Real {
    pub(crate) script: Script,
    history: History,
    now: DateTime<FixedOffset>,
    heard: usize,
}

impl Real {
    /// Somebody who has or has not followed the program yet.
    pub(crate) fn new(program: Program, enrolled: Option<Affected>) -> Self {
        let now = DateTime::parse_from_rfc3339("2026-11-21T07:12:00+01:00").unwrap();
        let mut history = History::default();
        let enrolment = |affected| {
            Enrolment::new(now - TimeDelta::days(40), program.id.clone(), affected, consent::warnings(&program))
        };
        history.enrolments.extend(enrolled.map(enrolment));
        let mut real = Self { script: Script::new(vec![program], enrolled), history, now, heard: 0 };
        real.fold();
        real
    }

    fn program(&self) -> Program {
        self.script.model.programs[0].clone()
    }

    fn fold(&mut self) {
        let today = Today::of(&self.script.model.programs, &self.history, &Rules::default(), self.now);
        self.tell(Answer::Today(Box::new(today)));
    }

    fn tell(&mut self, told: Answer) {
        let effects = answer(&mut self.script.model, told, self.script.now);
        self.script.effects.extend(effects);
    }

    /// A decision so many days ago.
    pub(crate) fn chose(&mut self, days: i64, what: Chosen) -> &mut Self {
        let at = self.now - TimeDelta::days(days);
        let program = self.program().id;
        self.history.choices.push(Choice { at, day: at.date_naive(), program, what });
        self.fold();
        self
    }

    /// Stage so many, begun so many days ago.
    pub(crate) fn in_stage(&mut self, index: usize, days: i64) -> &mut Self {
        let title = self.program().phases[index].title.clone();
        self.chose(days, Chosen::Phase { index, title })
    }

    /// A session of a plan so many days ago, in which one set was done.
    fn trained(&mut self, days: i64, plan: &Plan) -> &mut Self {
        let at = self.now - TimeDelta::days(days);
        let item = &plan.items[0];
        let record = SetRecord {
            exercise: item.planned.clone(),
            set: 1,
            side: item.sides[0],
            target: soleus::domain::plan::target(&item.exercise.work),
            instead: None,
            reps: None,
            active: secs(20),
            measure: None,
            unconfirmed: false,
            result: SetResult::Done,
        };
        let start = Start {
            session: "01A".to_owned(),
            at,
            zone: None,
            day: at.date_naive(),
            rollover: Rules::default().rollover,
            program: ProgramRef { id: plan.program.clone(), title: plan.title.clone(), hash: plan.fingerprint() },
            affected: plan.affected,
            pain_limit: 5,
            phase: plan.phase,
            turn: plan.turn,
            variant: plan.variant.clone(),
            plan: plan.planned(),
            lighter: false,
            rehearsal: false,
            continues: None,
        };
        let lines = vec![Line { at: secs(60), what: Happened::Set(record) }];
        let log = SessionLog { start, lines, later: Vec::new(), finish: None, last: secs(60), ours: true };
        self.history.sessions.push(log);
        self.fold();
        self.script.model.today.unfinished = None;
        self
    }

    /// Keys, with the world answering what is asked of it.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.script.key(key);
            self.settle();
            self.script.wait(1000);
            self.settle();
        }
        self
    }

    fn settle(&mut self) {
        while let Some(effect) = self.script.effects.get(self.heard).cloned() {
            self.heard += 1;
            match effect {
                Effect::Enrol { program, affected, .. } => {
                    let warnings = consent::warnings(&self.program());
                    self.history.enrolments.push(Enrolment::new(self.now, program, affected, warnings));
                    self.fold();
                }
                Effect::Choose { program, what } => {
                    let day = self.now.date_naive();
                    let kept =
                        what.into_iter().map(|what| Choice { at: self.now, day, program: program.clone(), what });
                    self.history.choices.extend(kept);
                    self.fold();
                    self.tell(Answer::Decided);
                }
                _ => {}
            }
        }
    }

    /// What was chosen by keys.
    fn chosen(&self) -> Vec<Chosen> {
        let chosen = self.script.effects.iter().filter_map(|effect| match effect {
            Effect::Choose { what, .. } => Some(what.clone()),
            _ => None,
        });
        chosen.flatten().collect()
    }

    /// The plan of the session that began.
    fn plan(&self) -> Plan {
        let begun = self.script.effects.iter().find_map(|effect| match effect {
            Effect::Begin { plan, .. } => Some(plan.as_ref().clone()),
            _ => None,
        });
        begun.unwrap()
    }

    fn names(&self) -> Vec<String> {
        self.plan().items.iter().map(|item| item.exercise.name.to_string()).collect()
    }

    fn sees(&mut self, words: &str) -> &mut Self {
        let picture = self.script.picture(80, 24);
        assert!(flat(&picture).contains(words), "{words}\n{picture}");
        self
    }

    fn until(&mut self, what: impl Fn(&Model) -> bool) -> &mut Self {
        self.script.until(what);
        self
    }

    fn message(&self) -> &str {
        self.script.model.message.as_deref().unwrap_or("")
    }

    fn records(&self) -> Vec<SetRecord> {
        let records = self.script.effects.iter().filter_map(|effect| match effect {
            Effect::Log { what: Happened::Set(record), .. } => Some(record.clone()),
            _ => None,
        });
        records.collect()
    }
}

fn enrolled() -> Real {
    Real::new(calves(), Some(Affected::Left))
}

/// Two weeks of the first stage are over: the second one is offered.
pub(crate) fn offered() -> Real {
    let mut real = enrolled();
    real.in_stage(0, 15).keys("enter");
    real
}

/// The strong session of the second stage, begun.
pub(crate) fn strong(keys: &str) -> Real {
    let mut real = enrolled();
    real.in_stage(1, 3).keys("enter enter").keys(keys).keys("enter");
    assert_eq!(real.script.screen(), "play");
    real
}

fn to(index: usize, title: &str) -> Chosen {
    Chosen::Phase { index, title: Some(Clean::name(title)) }
}

#[test]
fn an_offer_is_taken_once_its_statements_are_true() {
    let mut real = offered();
    real.sees("Stage 1 of 3, week 3: Find the dose").sees("Goal: three sets of fifteen");
    real.keys("enter");
    assert_eq!(real.script.screen(), "decide");
    real.sees("go on to stage 2 of 3: Add load").sees("2 weeks of this stage are over");
    real.keys("down down y");
    assert!(real.message().contains("the statements above"), "{}", real.message());
    real.keys("up up y y y enter");
    assert_eq!(real.chosen(), [to(1, "Add load")]);
    assert_eq!(real.script.screen(), "before", "pain is asked next");
    real.keys("1 enter");
    assert_eq!((real.plan().phase, real.script.screen()), (1, "play"));
}

#[test]
fn a_first_stage_that_only_some_need_is_skipped_before_the_warnings() {
    let mut program = calves();
    program.phases[0].skip_if = vec![Clean::text("I can do fifteen")];
    program.phases[1].skip_if = vec![Clean::text("I can hop")];
    let mut real = Real::new(program, None);
    real.keys("enter enter");
    assert_eq!(real.script.screen(), "decide");
    real.sees("skip stage 1 of 3: Find the dose and begin with stage 2 of 3: Add load").sees("I can do fifteen");
    real.keys("y y y y enter");
    assert_eq!(real.chosen(), [to(1, "Add load")]);
    // The stage that was chosen is one that only some need, too.
    assert_eq!(real.script.screen(), "decide");
    real.sees("skip stage 2 of 3: Add load").keys("enter");
    assert_eq!(real.chosen().last(), Some(&Chosen::NotNow(Offered::Phase(2))));
    assert_eq!(real.script.screen(), "before", "nothing begins before the warnings are confirmed");
}

#[test]
fn an_offer_that_is_not_taken_is_not_now() {
    for keys in ["enter", "y n enter", "y y y up up n enter", "y y n enter"] {
        let mut real = offered();
        real.keys("enter").keys(keys);
        assert_eq!(real.chosen(), [Chosen::NotNow(Offered::Phase(1))], "{keys}");
        real.keys("enter");
        assert_eq!((real.plan().phase, real.names()), (0, vec!["Two-leg calf raise".to_owned()]), "{keys}");
    }
    let mut real = offered();
    real.keys("enter esc");
    assert_eq!((real.script.screen(), real.chosen().len()), ("preview", 0));
}

#[test]
fn a_key_that_was_on_its_way_decides_nothing() {
    let mut real = offered();
    real.script.key("enter").key("enter").key("y");
    assert_eq!((real.script.screen(), real.chosen().len()), ("decide", 0));
    let Screen::Decide(decide) = &real.script.model.screen else { panic!() };
    assert_eq!(decide.points[0].said, None);
    real.script.wait(400).key("y").key("y");
    let Screen::Decide(decide) = &real.script.model.screen else { panic!() };
    assert_eq!((decide.points[0].said, decide.points[1].said), (Some(true), None));
}

#[test]
fn no_statement_is_confirmed_unread() {
    let mut program = calves();
    let long = (1..40).map(|n| format!("statement number {n}")).collect::<Vec<_>>().join(", ");
    program.phases[1].entry.insert(0, Clean::text(&long));
    let mut real = Real::new(program, Some(Affected::Left));
    real.in_stage(0, 15).keys("enter enter");
    let _drawn = real.script.picture(40, 12);
    let mut presses = 0;
    while !flat(&real.script.picture(40, 12)).contains("number 39") {
        real.keys("y");
        let Screen::Decide(decide) = &real.script.model.screen else { panic!() };
        assert_eq!(decide.points[0].said, None);
        presses += 1;
        assert!(presses < 12 && real.message().contains("more to read"), "{}", real.message());
    }
    assert!(presses > 1);
    real.keys("y");
    let Screen::Decide(decide) = &real.script.model.screen else { panic!() };
    assert_eq!((decide.points[0].said, decide.at), (Some(true), 1));
}

#[test]
fn what_changed_is_told_before_the_session() {
    let program = calves();
    let mut before = program.clone();
    before.phases[0].sessions[0].exercises[0].sets = soleus::domain::amount::Amount::fixed(1);
    let plan = Plan::new(&before, Affected::Left).unwrap();
    let mut real = Real::new(program, Some(Affected::Left));
    real.trained(2, &plan).keys("enter enter");
    assert_eq!(real.script.screen(), "decide");
    real.sees("One thing in this program is new").sees("1 set of 8 became 2 sets of 8");
    real.keys("enter");
    assert_eq!((real.script.screen(), real.chosen().len()), ("before", 0));
}

#[test]
fn a_choice_that_cannot_be_kept_does_not_stop_the_session() {
    let mut real = offered();
    real.script.keys("enter y y y enter");
    assert_eq!(real.script.screen(), "decide", "it waits for the answer");
    real.tell(Answer::Failed("not saved, so it is not decided: disk full".to_owned()));
    real.tell(Answer::Decided);
    assert_eq!(real.script.screen(), "before");
    assert!(real.message().contains("disk full"));
    real.script.keys("enter");
    assert_eq!(real.plan().phase, 0);
}

#[test]
fn a_variant_is_chosen_at_enrolment() {
    let mut program = calves();
    program.pain.ask.clear();
    for (keys, wanted, names) in [("1", true, "Seated calf raise"), ("1 0", false, "Two-leg calf raise")] {
        let mut real = Real::new(program.clone(), None);
        real.keys("enter enter pgdn pgdn").sees("form of the program: as it is written");
        real.keys(keys).keys("n w m l enter");
        assert_eq!(real.script.screen(), "play");
        let chosen = if wanted { vec![Chosen::Variant(Some(id("sitting")))] } else { Vec::new() };
        assert_eq!((real.chosen(), real.names()), (chosen, vec![names.to_owned()]));
    }
    let mut real = Real::new(calves(), None);
    real.keys("enter enter v 1 7 pgdn pgdn n w m l enter");
    assert_eq!(real.names(), ["Seated calf raise"], "where digits are for the pain, v asks");
    let before = real.script.effects.iter().find_map(|effect| match effect {
        Effect::Begin { before, .. } => before.first().and_then(|rating| rating.pain),
        _ => None,
    });
    assert_eq!(before, Some(7));
}

#[test]
fn the_preview_changes_the_variant_and_goes_a_stage_back() {
    let mut real = enrolled();
    real.in_stage(1, 3).keys("enter v").sees("I cannot stand on one leg yet").keys("esc v 1");
    assert_eq!(real.chosen(), [Chosen::Variant(Some(id("sitting")))]);
    real.keys("b").sees("Back from stage 2: Add load to stage 1: Find the dose?").keys("n");
    assert_eq!(real.chosen().len(), 1);
    real.keys("b y");
    assert_eq!(real.chosen().last(), Some(&to(0, "Find the dose")));
    real.sees("Stage 1 of 3, week 1").sees("1 Seated calf raise");
    real.keys("b v 0 v 5 esc");
    assert_eq!(real.chosen().last(), Some(&Chosen::Variant(None)));
    assert_eq!(real.chosen().len(), 3, "there is no stage before the first, and no fifth form");
    let mut fresh = Real::new(calves(), None);
    fresh.keys("enter v b");
    assert!(fresh.script.model.overlays.is_empty() && fresh.chosen().is_empty());
}

#[test]
fn the_preview_takes_a_climbed_step_back() {
    let mut real = enrolled();
    let level = |level| Chosen::Level { exercise: id("calf-raise"), level };
    real.chose(9, level(2)).keys("enter").sees("2 sets of 10 reps");
    real.keys("l").sees("Which step that you climbed").sees("1 two-leg calf raise: 9 reps instead of 10").keys("2 esc");
    assert!(real.script.model.overlays.is_empty() && real.chosen().is_empty());
    real.keys("l 1")
        .sees("two-leg calf raise: 9 reps instead of 10; it climbs again from there")
        .sees("2 sets of 9 reps");
    assert_eq!(real.chosen(), [level(1)]);
    real.keys("l 1");
    assert_eq!(real.chosen(), [level(1), level(0)]);
    real.keys("l");
    assert!(real.script.model.overlays.is_empty(), "nothing is below the low end");
}

#[test]
fn the_preview_tells_the_whole_of_today() {
    let mut real = enrolled();
    real.in_stage(1, 8).keys("enter");
    let picture = flat(&real.script.picture(100, 200));
    for words in [
        "Stage 2 of 3, week 2: Add load",
        "Session: Strong",
        "due for review by its author since 2026-06-30",
        "right side: 2 sets of 6 reps, 5 kg",
        "left side: 1 set of 4 reps, 2 kg",
        "a circuit: toe raise and knee to wall, in turn",
        "only with pain of 2 or less, which is asked before you start",
        "Sore calves on the day after",
        "Easy: 1 exercise",
        "3 Back to running",
        "the next one is offered after 4 weeks",
        "I cannot stand on one leg yet",
    ] {
        assert!(picture.contains(words), "{words}\n{picture}");
    }
    let mut program = calves();
    program.pain.ask.clear();
    let mut real = Real::new(program, Some(Affected::Left));
    real.in_stage(1, 8).keys("enter");
    let picture = flat(&real.script.picture(100, 200));
    assert!(picture.contains("Left out today · Pogo hops: no pain score is known"), "{picture}");
    real.keys("esc").sees("Strong · stage 2 of 3, week 2: Add load");
}

#[test]
fn what_depends_on_pain_is_left_out_by_the_answer() {
    for (keys, hops) in [("2", true), ("3", false), ("", false)] {
        let real = strong(keys);
        assert_eq!(real.names().contains(&"Pogo hops".to_owned()), hops, "{keys}");
    }
    let mut real = enrolled();
    real.in_stage(1, 3).keys("enter enter 3").sees("without Pogo hops: the last pain was 3");
}

#[test]
fn the_session_goes_by_turns_and_sides() {
    let mut real = strong("1");
    // What comes next names another set than the one that the count is for.
    real.sees("exercise 1 of 4 · 2 kg").sees("next set 1 of 2, right side");
    real.until(|model| phase(model) == "raise");
    real.sees("exercise 1 of 4 · 2 kg");
    real.until(|model| phase(model) == "change sides" || phase(model) == "rest");
    real.sees("set 1 of 2, right side, 5 kg");
}

#[test]
fn a_circuit_is_shown_in_rounds() {
    let mut real = strong("1");
    real.keys("n").until(|model| phase(model) == "your pace");
    real.sees("circuit: round 1 of 2").sees("next Knee to wall, set 1 of 2");
    real.keys("space esc").until(|model| phase(model) == "hold").sees("circuit: round 1 of 2");
    real.sees("next Toe raise, set 2 of 2");
    let small = real.script.picture(40, 12);
    assert!(small.contains("round 1 of 2"), "{small}");
}

#[test]
fn a_number_is_asked_in_the_rest_and_time_goes_on() {
    let mut real = strong("1");
    real.keys("n").until(|model| phase(model) == "your pace").keys("space");
    real.sees("how many reps?").sees("Toe raise, set 1 of 2");
    assert!(real.script.picture(40, 12).contains("how many reps?"));
    real.keys("1 3 backspace 2").sees("12_ reps").keys("enter");
    assert_eq!(real.records().last().and_then(|record| record.reps), Some(12));
    let picture = real.script.picture(80, 24);
    assert!(!picture.contains("how many"), "{picture}");
    real.until(|model| phase(model) == "hold").until(|model| phase(model) != "hold");
    real.sees("result in cm?").keys("1 1 , 5 enter");
    assert_eq!(real.records().last().and_then(|record| record.measure), Some(11_500));
    real.until(|model| phase(model) == "your pace").keys("space enter");
    assert!(real.message().contains("type the number first"));
    real.keys("9 9 9 9 enter");
    assert!(real.message().contains("0 to 1000"), "{}", real.message());
    let left = |real: &Real| match &real.script.model.screen {
        Screen::Play(play) => play.player.snapshot(real.script.now).and_then(|snapshot| snapshot.step_left),
        _ => None,
    };
    let before = left(&real);
    real.script.wait(2000);
    assert!(left(&real) < before, "the rest runs on");
}

#[test]
fn a_number_that_was_left_open_is_asked_after_the_session() {
    let mut real = strong("1");
    real.keys("n").until(|model| phase(model) == "your pace").keys("space esc");
    assert!(!real.script.picture(80, 24).contains("how many"));
    real.until(|model| phase(model) == "hold").until(|model| phase(model) != "hold").keys("1 2");
    real.until(|model| phase(model) == "your pace").keys("q q");
    assert_eq!(real.script.screen(), "check-in");
    let picture = flat(&real.script.picture(80, 24));
    assert!(picture.contains("Toe raise, set 1 of 2: _ reps"), "{picture}");
    assert!(picture.contains("Knee to wall, set 1 of 2: ? cm"), "what was typed and not given is not known\n{picture}");
    let open = real.records().len();
    real.keys("2 0 enter enter 3 enter");
    assert_eq!(real.script.screen(), "summary");
    let late = &real.records()[open..];
    assert_eq!((late.len(), late[0].reps, late[0].measure), (1, Some(20), None));
}

#[test]
fn a_number_that_was_given_is_put_right() {
    let mut real = strong("1");
    real.keys("n").until(|model| phase(model) == "your pace").keys("space 1 3 enter");
    assert_eq!(real.records().last().and_then(|record| record.reps), Some(13));
    let before = real.records().len();
    real.keys("c").sees("how many reps?").sees("13_ reps").sees("Esc leaves it as it was");
    real.keys("backspace esc");
    assert!(!real.script.picture(80, 24).contains("how many"));
    assert_eq!(real.records().len(), before, "nothing was changed");
    real.keys("c backspace 2 enter");
    assert_eq!(real.records().last().and_then(|record| record.reps), Some(12));
    // The next set takes the question away, and it is not asked again after the session.
    real.keys("c").until(|model| phase(model) == "hold");
    assert!(!real.script.picture(80, 24).contains("how many"));
    real.until(|model| phase(model) != "hold").keys("1 1 enter q q");
    assert_eq!(real.script.screen(), "check-in");
    assert!(!real.script.picture(80, 24).contains("Toe raise"));
    real.keys("c").sees("Your numbers").sees("Toe raise, set 1 of 2: 12_ reps").sees("Knee to wall, set 1 of 2: 11 cm");
    real.keys("backspace 5 enter backspace enter");
    let corrected = real.records();
    assert_eq!(corrected.last().and_then(|record| record.measure), Some(1_000));
    assert!(corrected.iter().any(|record| record.reps == Some(15)));
    let kept = corrected.len();
    real.keys("enter");
    assert_eq!((real.script.screen(), real.records().len()), ("summary", kept), "what stands is not written again");
}

#[test]
fn a_digit_that_comes_too_late_for_its_number_is_no_pain() {
    let mut real = strong("1");
    real.keys("n").until(|model| phase(model) == "your pace").keys("space 1").until(|model| phase(model) == "hold");
    real.script.key("8").wait(300);
    assert!(real.message().contains("asked again after the session"), "{}", real.message());
    let stamped = |real: &Real| {
        let stamp = |effect: &Effect| matches!(effect, Effect::Log { what: Happened::Rate(r), .. } if r.pain.is_some());
        real.script.effects.iter().filter(|effect| stamp(effect)).count()
    };
    assert_eq!(stamped(&real), 0);
    real.script.wait(2000).key("2");
    assert_eq!(stamped(&real), 1, "later it is one");
}

#[test]
fn a_set_that_is_done_again_is_asked_about_again() {
    let mut real = strong("1");
    real.keys("n").until(|model| phase(model) == "your pace").keys("space 8 enter b");
    real.until(|model| phase(model) == "your pace").script.wait(4000);
    real.keys("space").sees("how many reps?");
}

#[test]
fn harder_and_lighter_change_the_next_set() {
    let mut program = calves();
    program.pain.ask.clear();
    let mut real = Real::new(program, Some(Affected::Left));
    real.keys("enter enter").until(|model| phase(model) == "raise").keys("h");
    assert_eq!(real.message(), "next set: Two-leg calf raise on a step");
    real.keys("l");
    assert_eq!(real.message(), "it stays Two-leg calf raise");
    real.keys("h").until(|model| phase(model) == "rest").sees("Two-leg calf raise on a step");
    real.keys("l");
    assert_eq!(real.message(), "next set: Two-leg calf raise");
    let picture = real.script.picture(200, 60);
    assert!(picture.contains("h harder") && picture.contains("l lighter"), "{picture}");
    let mut plain = Script::new(vec![super::world::medley()], Some(Affected::Left));
    plain.keys("enter enter").until(|model| phase(model) == "your pace").keys("h l");
    assert_eq!(plain.model.message, None);
    assert!(!plain.picture(200, 60).contains("harder"));
}

/// One script on each screen that a program of stages has.
pub(crate) fn everywhere() -> Vec<(&'static str, Script)> {
    let mut preview = enrolled();
    preview.in_stage(1, 8).keys("enter");
    let mut home = enrolled();
    home.in_stage(1, 8);
    let mut decide = offered();
    decide.keys("enter y");
    let mut variant = enrolled();
    variant.keys("enter v");
    let mut back = enrolled();
    back.in_stage(1, 3).keys("enter b");
    let mut before = Real::new(calves(), None);
    before.keys("enter enter");
    let mut circuit = strong("1");
    circuit
        .keys("n")
        .until(|model| phase(model) == "your pace")
        .keys("space esc")
        .until(|model| phase(model) == "hold")
        .script
        .wait(1000);
    let mut number = strong("1");
    number.keys("n").until(|model| phase(model) == "your pace").keys("space 1 2");
    let mut open = strong("1");
    open.keys("n").until(|model| phase(model) == "your pace").keys("space esc q q 2");
    let mut again = strong("1");
    again.keys("n").until(|model| phase(model) == "your pace").keys("space 1 3 enter c backspace");
    let mut given = strong("1");
    given.keys("n").until(|model| phase(model) == "your pace").keys("space 1 3 enter q q c");
    let mut program = calves();
    program.phases[0].skip_if = vec![Clean::text("I can do 15 raises on one leg")];
    let mut skip = Real::new(program, None);
    skip.keys("enter enter y");
    let all = [
        ("stage-home", home),
        ("stage-preview", preview),
        ("decide", decide),
        ("variant", variant),
        ("stage-back", back),
        ("variant-before", before),
        ("circuit", circuit),
        ("number", number),
        ("number-open", open),
        ("number-again", again),
        ("number-given", given),
        ("stage-skip", skip),
    ];
    all.into_iter().map(|(name, real)| (name, real.script)).collect()
}
