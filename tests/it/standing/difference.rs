//! What changed in a program, in words.

use std::time::Duration;

use soleus::domain::amount::Amount;
use soleus::domain::difference::{programs, since_last};
use soleus::domain::exercise::{Affected, Exercise, Reps, SideRule, Tempo, TempoPhase, Work};
use soleus::domain::history::History;
use soleus::domain::plan::Plan;
use soleus::domain::program::{Back, Phase, Program, Session};
use soleus::domain::standing::Occasion;
use soleus::domain::text::Clean;

use super::made::{history, id, schedule};

fn exercise(name: &str, sets: u32, reps: u32) -> Exercise {
    let work = Work::OwnPace { reps: Reps::Count(Amount::fixed(reps)) };
    let exercise = Exercise::new(id(&name.to_lowercase().replace(' ', "-")), Clean::name(name), work);
    Exercise { sets: Amount::fixed(sets), ..exercise }
}

fn program(exercises: Vec<Exercise>) -> Program {
    Program::new(id("knee"), Clean::name("Knee"), exercises)
}

fn two() -> Vec<Exercise> {
    vec![exercise("Calf raise", 2, 12), exercise("Hop", 1, 5)]
}

/// What changed since a session of another version, on 16 November.
fn since(old: &Program, new: &Program, edit: impl Fn(&mut Occasion, &mut History)) -> Vec<String> {
    let mut history = history(old, &["11-16 08:00 after 2".to_owned()], &[]);
    let mut occasion = Occasion::first(Affected::Left);
    edit(&mut occasion, &mut history);
    since_last(new, &history, &Plan::of(new, &occasion).unwrap())
}

fn after(new: Vec<Exercise>) -> Vec<String> {
    since(&program(two()), &program(new), |_, _| {})
}

#[test]
fn what_changed_since_the_last_session_is_told_in_words() {
    assert_eq!(after(two()), Vec::<String>::new());
    let [raise, hop] = [exercise("Calf raise", 3, 15), exercise("Hop", 1, 5)];
    assert_eq!(after(vec![raise, hop.clone()]), ["calf raise: 2 sets of 12 became 3 sets of 15"]);
    assert_eq!(after(vec![hop.clone()]), ["calf raise was taken out"]);
    let more = [two(), vec![exercise("Squat", 2, 8)]].concat();
    assert_eq!(after(more), ["squat is new: 2 sets of 8"]);
    assert_eq!(after(two().into_iter().rev().collect()), ["the order is another: hop and calf raise"]);
    let each = Exercise { side: SideRule::Each, ..hop.clone() };
    let [raise, _] = <[Exercise; 2]>::try_from(two()).unwrap();
    assert_eq!(after(vec![raise.clone(), each]), ["hop: both sides at once became left, then right"]);
    let may = Exercise { optional: true, ..hop.clone() };
    assert_eq!(after(vec![raise.clone(), may]), ["hop: not optional became optional"]);
    let rested = Exercise { rest: Duration::from_secs(90), ..hop };
    assert_eq!(after(vec![raise.clone(), rested.clone()]), ["hop: rest of 30 s became 90 s"]);
    let slow = |lower| {
        let verb = |verb, length| TempoPhase { verb: Clean::name(verb), length: Duration::from_secs(length) };
        let tempo = Tempo { phases: vec![verb("raise", 2), verb("lower", lower)] };
        let work = Work::Paced { reps: Reps::Count(Amount::fixed(12)), tempo };
        program(vec![Exercise { work, get_ready: Some(Duration::from_secs(20)), ..raise.clone() }])
    };
    assert_eq!(since(&slow(2), &slow(3), |_, _| {}), ["calf raise: raise 2 s, lower 2 s became raise 2 s, lower 3 s"]);
    let own_pace = program(vec![raise.clone()]);
    assert_eq!(
        since(&own_pace, &slow(2), |_, _| {}),
        [
            "calf raise: your own pace became raise 2 s, lower 2 s",
            "calf raise: count before it of the usual length became 20 s"
        ]
    );
    let holds = |relax| {
        let hold = Amount::fixed(Duration::from_secs(5));
        let work = Work::HeldReps { reps: Amount::fixed(10), hold, relax: Duration::from_secs(relax) };
        program(vec![Exercise { work, ..raise.clone() }])
    };
    assert_eq!(since(&holds(2), &holds(4), |_, _| {}), ["calf raise: relaxing between reps for 2 s became 4 s"]);
    // A line of before rests and tempo were kept.
    let old_line = |_: &mut Occasion, history: &mut History| {
        for planned in &mut history.sessions[0].start.plan {
            planned.manner = None;
        }
    };
    let words = since(&program(two()), &program(vec![raise.clone(), rested]), old_line);
    assert_eq!(words, ["rests, tempo or the counts before the sets are others than last time"]);
    assert_eq!(since(&slow(2), &slow(3), old_line), ["calf raise: a rep of 4 s became a rep of 5 s"]);
}

#[test]
fn what_the_runner_decided_and_what_the_day_leaves_out_is_no_change() {
    let [raise, hop] = <[Exercise; 2]>::try_from(two()).unwrap();
    // Other words for the same exercise.
    let renamed = Exercise { name: Clean::name("Heel raise"), note: Some(Clean::name("slowly")), ..raise.clone() };
    assert_eq!(after(vec![renamed, hop.clone()]), Vec::<String>::new());
    // In on some days only: left out now, or left out then.
    let on_mondays = Exercise { schedule: Some(schedule("mon")), ..hop.clone() };
    let [full, part] = [program(vec![raise.clone(), on_mondays]), program(vec![raise.clone()])];
    let tuesday = |occasion: &mut Occasion, _: &mut History| {
        let on = soleus::domain::standing::OnDay {
            day: super::made::day("11-17"),
            pain: None,
            done: std::collections::BTreeMap::new(),
        };
        occasion.on = Some(on);
    };
    assert_eq!(since(&full, &full, tuesday), Vec::<String>::new());
    assert_eq!(since(&part, &full, |_, _| {}), Vec::<String>::new());
    // A level that was climbed, another side, another stage.
    let reps = Reps::Count(Amount::range(8, 15).unwrap());
    let progress = soleus::domain::climb::Progress {
        every: 3,
        step: soleus::domain::climb::Step::Count(1),
        pain_at_most: 3,
        no_sooner_than: None,
    };
    let climbs = Exercise { work: Work::OwnPace { reps }, progress: Some(progress), ..raise.clone() };
    let climbing = program(vec![climbs]);
    let climbed = |occasion: &mut Occasion, _: &mut History| {
        occasion.standing.levels.insert(id("calf-raise"), 2);
    };
    assert_eq!(since(&climbing, &climbing, climbed), Vec::<String>::new());
    // What changed in the file is told beside it.
    let mut more = climbing.clone();
    more.phases[0].sessions[0].exercises[0].sets = Amount::fixed(3);
    assert_eq!(since(&climbing, &more, climbed), ["calf raise: 2 sets of 8 became 3 sets of 8"]);
    let each = program(vec![Exercise { side: SideRule::Affected, ..raise }]);
    let other_side = |occasion: &mut Occasion, _: &mut History| occasion.standing.affected = Affected::Right;
    assert_eq!(since(&each, &each, other_side), Vec::<String>::new());
    let elsewhere = |_: &mut Occasion, history: &mut History| history.sessions[0].start.phase = 1;
    assert_eq!(since(&program(vec![hop]), &program(two()), elsewhere), Vec::<String>::new());
}

#[test]
fn a_plan_that_was_cut_off_is_made_again_as_it_was() {
    let reps = Reps::Count(Amount::range(8, 15).unwrap());
    let progress = soleus::domain::climb::Progress {
        every: 3,
        step: soleus::domain::climb::Step::Count(1),
        pain_at_most: 3,
        no_sooner_than: None,
    };
    let climbs = Exercise { work: Work::OwnPace { reps }, progress: Some(progress), ..exercise("Calf raise", 1, 8) };
    let sometimes = Exercise { only_if_pain: Some(2), ..exercise("Hop", 1, 5) };
    let mut program = program(two());
    let session = Session { exercises: vec![climbs, sometimes], ..Session::default() };
    program.phases.push(Phase { sessions: vec![Session::default(), session], ..Phase::default() });
    let mut occasion = Occasion::whole(Affected::Right, 1, 1);
    occasion.standing.levels.insert(id("calf-raise"), 3);
    let on = soleus::domain::standing::OnDay {
        day: super::made::day("11-17"),
        pain: None,
        done: std::collections::BTreeMap::new(),
    };
    occasion.on = Some(on);
    let plan = Plan::of(&program, &occasion).unwrap();
    assert_eq!((plan.items.len(), plan.items[0].level), (1, 3));
    let mut start = history(&program, &["11-16 08:00".to_owned()], &[]).sessions.remove(0).start;
    (start.affected, start.phase, start.turn) = (Affected::Right, 1, 1);
    start.plan = plan.planned();
    let again = Plan::again(&program, &start).unwrap();
    assert_eq!((again.fingerprint(), again.bouts()), (plan.fingerprint(), plan.bouts()));
    start.phase = 7;
    assert_eq!(Plan::again(&program, &start), None);
}

#[test]
fn two_versions_of_a_program_are_told_apart_in_words() {
    let old = program(two());
    assert_eq!(programs(&old, &old), Vec::<String>::new());
    let wording = Program {
        title: Clean::name("Knees"),
        summary: Some(Clean::name("Better knees")),
        sources: vec![Clean::name("a book")],
        ..old.clone()
    };
    assert_eq!(programs(&old, &wording), Vec::<String>::new());

    let mut new = old.clone();
    new.schedule = schedule("mon fri");
    new.gap = Some(Duration::from_hours(48));
    new.pain.limit = 3;
    new.pain.lighten_over = 2;
    new.lighter_week = Some(4);
    new.stop_if = vec![Clean::name("A snap")];
    assert_eq!(
        programs(&old, &new),
        [
            "due: every day became mon and fri",
            "time between sessions: none became 2 days",
            "pain limit: 5 became 3",
            "a lighter session is offered over a pain of 3 became 2",
            "a lighter week: never became every 4 weeks",
            "stop if, new: A snap",
        ]
    );
    assert_eq!(programs(&new, &old)[5], "stop if, taken out: A snap");
    let mut floor = old.clone();
    floor.phases[0].sessions[0].exercises[1].left_out_by = vec![id("floor")];
    assert_eq!(programs(&old, &floor), ["hop: variant floor leaves it out"]);
    assert_eq!(programs(&floor, &old), ["hop: variant floor does not leave it out any more"]);

    let raise = Exercise {
        rest: Duration::from_mins(1),
        side: SideRule::Each,
        schedule: Some(schedule("mon")),
        only_if_pain: Some(2),
        ..exercise("Calf raise", 3, 15)
    };
    assert_eq!(
        programs(&old, &program(vec![raise, exercise("Squat", 1, 8)])),
        [
            "squat is new: 1 set of 8 reps at your own pace",
            "hop was taken out",
            "calf raise: 2 sets of 12 reps at your own pace became 3 sets of 15 reps at your own pace",
            "calf raise: both sides at once became each side, alternating",
            "calf raise: rest of 30 s became 1 min",
            "calf raise: in every session became mon",
            "calf raise: whatever the pain became only with pain of 2 or less",
        ]
    );
    assert_eq!(
        programs(&old, &program(two().into_iter().rev().collect())),
        ["the order is another: hop and calf raise"]
    );
}

#[test]
fn stages_and_sessions_are_told_by_their_titles() {
    let phase = |title: &str, reps| Phase {
        title: Some(Clean::name(title)),
        sessions: vec![Session { exercises: vec![exercise("Hop", 1, reps)], ..Session::default() }],
        ..Phase::default()
    };
    let with = |phases: Vec<Phase>| Program { phases, ..program(Vec::new()) };
    let old = with(vec![phase("One", 5), phase("Two", 8)]);
    let moved = with(vec![phase("Two", 8), phase("One", 5)]);
    assert_eq!(programs(&old, &moved), ["the stages come in another order"]);
    let longer = with(vec![phase("One", 5), Phase { weeks: Some(2), ..phase("Two", 9) }, phase("Three", 1)]);
    assert_eq!(
        programs(&old, &longer),
        [
            "stage Two: the next stage: never offered became offered after 2 weeks",
            "stage Two: hop: 1 set of 8 reps at your own pace became 1 set of 9 reps at your own pace",
            "stage Three is new",
        ]
    );
    assert_eq!(programs(&longer, &old)[2], "stage Three was taken out");
    let back_when = Some(Back { pain_over: 5, sessions: 2 });
    let leads_back = Phase { back_when, skip_if: vec![Clean::text("I can hop")], ..phase("Two", 8) };
    assert_eq!(
        programs(&old, &with(vec![phase("One", 5), leads_back])),
        [
            "stage Two: the stage before: never offered became offered after pain over 5 in 2 sessions in a row",
            "stage Two: to skip it, new: I can hop",
        ]
    );
    // Another title for the same stage is wording.
    assert_eq!(programs(&old, &with(vec![phase("First", 5), phase("Two", 8)])), Vec::<String>::new());
    let in_turn = |second: Vec<Session>| {
        let mut phase = phase("One", 5);
        phase.sessions.extend(second);
        with(vec![phase])
    };
    let evening = Session { title: Some(Clean::name("Evening")), exercises: two(), ..Session::default() };
    assert_eq!(programs(&in_turn(Vec::new()), &in_turn(vec![evening])), ["session evening is new"]);
}
