//! A session in lines of text, with somebody who types at given moments, or nobody.

use std::collections::VecDeque;
use std::time::Duration;

use soleus::domain::cue::Caller;
use soleus::domain::plan::Plan;
use soleus::domain::player::Player;
use soleus::domain::session::{Happened, SetRecord};
use soleus::domain::time::Moment;
use soleus::error::Error;
use soleus::io::words::lexicon;
use soleus::plain::{Desk, play};

use crate::scenarios::plan_of;

/// A desk whose time passes as fast as it is waited for.
struct Paper {
    now: Duration,
    /// What is typed, and when; nobody is there behind the last line.
    typed: VecDeque<(u64, &'static str)>,
    said: Vec<String>,
    logged: Vec<SetRecord>,
}

impl Desk for Paper {
    fn now(&self) -> Moment {
        Moment::awake(self.now)
    }

    fn wait(&mut self, until: Duration) -> Result<Option<String>, Error> {
        if let Some((at, line)) = self.typed.front().copied()
            && Duration::from_secs(at) <= until
        {
            self.now = self.now.max(Duration::from_secs(at));
            self.typed.pop_front();
            return Ok(Some(line.to_owned()));
        }
        self.now = until.max(self.now + Duration::from_millis(1));
        Ok(None)
    }

    fn attended(&self) -> bool {
        !self.typed.is_empty()
    }

    fn say(&mut self, line: &str) -> Result<(), Error> {
        self.said.push(line.trim().to_owned());
        Ok(())
    }

    fn log(&mut self, what: Happened, _at: Moment) -> Result<(), Error> {
        if let Happened::Set(record) = what {
            self.logged.push(record);
        }
        Ok(())
    }
}

fn played(plan: Plan, typed: &[(u64, &'static str)]) -> Paper {
    let typed = typed.iter().copied().collect();
    let mut paper = Paper { now: Duration::ZERO, typed, said: Vec::new(), logged: Vec::new() };
    let caller = Caller::new(lexicon().of(&plan.language));
    let (mut player, begun) = Player::start(plan, Moment::default());
    play(&mut player, caller, begun, &mut paper).unwrap();
    paper
}

#[test]
fn a_circuit_says_which_station_comes() {
    let plan = plan_of(
        "{ id = 'squat', time = 5, sets = 2, circuit = 'legs', get_ready = 5, rest_after = 3 },
         { id = 'hold', hold = 5, sets = 2, circuit = 'legs', side = 'left', rest = 20 }",
    );
    let said = played(plan, &[]).said;
    let expected = [
        "0:00  exercise 1 of 2: squat, 2 sets of 5 s; rest 30 s; in a circuit: legs",
        "get ready, 5 s",
        "0:05  set 1 of 2",
        "0:05  go 5 s",
        "0:10  set done",
        "0:10  next exercise: hold, 3 s",
        "0:13  exercise 2 of 2: hold, 2 sets of 5 s held, left side; rest 20 s; in a circuit: legs",
        "left side: get ready, 5 s",
        "0:18  set 1 of 2, left side",
        "0:18  hold 5 s",
        "0:23  set done",
        "0:23  rest, 20 s, then round 2: squat",
        "0:43  exercise 1 of 2: squat, set 2 of 2",
        "get ready, 5 s",
    ];
    assert_eq!(said[..expected.len()], expected);
}

#[test]
fn numbers_are_answered_while_the_session_runs_and_behind_its_end() {
    let plan = plan_of(
        "{ id = 'squat', reps = 'max', get_ready = 5, rest_after = 5 },
         { id = 'hop', reps = 2, tempo = 'up 1, down 1', sets = 2, measure = 'cm', rest = 5 }",
    );
    let typed =
        [(20, ""), (22, "=5"), (24, "r1001"), (40, "r17"), (41, "=12,5"), (100, "x"), (101, ""), (102, "31.25")];
    let paper = played(plan, &typed[..5]);
    let given: Vec<_> = paper.logged.iter().map(|r| (r.exercise.as_str(), r.set, r.reps, r.measure)).collect();
    let all = [
        ("squat", 1, None, None),
        ("hop", 1, Some(2), None),
        ("squat", 1, Some(17), None),
        ("hop", 1, Some(2), Some(12_500)),
        ("hop", 2, Some(2), None),
    ];
    assert_eq!(given, all, "with nobody there what is open stays unknown");
    assert!(paper.said.iter().any(|line| line == "how many reps? squat, set 1 of 1: r12 answers 12"));
    assert!(paper.said.iter().any(|line| line == "0:41  set done, 2 reps, 12.5 cm"));
    let refused = paper.said.iter().filter(|line| line.starts_with("type: ")).count();
    assert_eq!(refused, 2, "nothing is measured yet, and 1001 is too many");

    let plan =
        plan_of("{ id = 'hop', reps = 2, tempo = 'up 1, down 1', sets = 3, measure = 'cm', rest = 5, get_ready = 5 }");
    let paper = played(plan, &typed[5..]);
    let given: Vec<_> = paper.logged.iter().map(|r| (r.set, r.measure)).collect();
    assert_eq!(
        given,
        [(1, None), (2, None), (3, None), (2, Some(31_250))],
        "Enter leaves one unknown, the next is asked"
    );
    let asked = |n: u32| format!("how many cm? hop, set {n} of 3: =12.5 answers 12.5, Enter leaves it unknown");
    assert!((1..=2).all(|n| paper.said.contains(&asked(n))), "{:?}", paper.said);
    assert!(!paper.said.contains(&asked(3)), "nobody is there any more");
}

#[test]
fn harder_and_lighter_are_typed_at_any_time() {
    let plan = plan_of(
        "{ id = 'bridge', time = 10, sets = 3, rest = 10, get_ready = 5, harder = { id = 'single', time = 8, sets = 3 } }",
    );
    let paper = played(plan, &[(7, "h"), (8, "l"), (9, "H"), (20, "l"), (21, "h"), (500, "q")]);
    let changes: Vec<&String> =
        paper.said.iter().filter(|l| l.contains("now ") || l.contains("next set on") || l.contains("stays")).collect();
    let expected = [
        "0:07  from the next set on: single",
        "0:08  it stays this exercise",
        "0:09  from the next set on: single",
        "0:15  now single: 3 sets of 8 s; rest 30 s",
        "0:20  now bridge: 3 sets of 10 s; rest 10 s",
        "0:21  now single: 3 sets of 8 s; rest 30 s",
    ];
    assert_eq!(changes, expected);
    let instead: Vec<_> =
        paper.logged.iter().map(|r| r.instead.as_ref().map(soleus::domain::text::Id::as_str)).collect();
    assert_eq!(instead, [None, Some("single"), Some("single")]);
}

/// Every line of a whole session: sides, reps, a long hold with its half and its last seconds, a pause, a stamp, an
/// exercise left out. `SOLEUS_UPDATE_CUES=1` writes it anew.
#[test]
fn the_transcript_of_a_whole_session() {
    let plan = plan_of(
        "{ id = 'raise', name = 'Single-leg raise', reps = 3, tempo = 'raise 1, lower 2', side = 'each', get_ready = 5,
           change_over = 10, rest_after = 12, setup = 'Stand on the {side} leg.', cues = ['Slowly'] },
         { id = 'hold', name = 'Wall sit', hold = 40, get_ready = 5, rest_after = 10, cues = ['Keep breathing'],
           setup = 'Back against the wall.' },
         { id = 'squat', name = 'Squat', reps = 10, sets = 2, rest = 10, get_ready = 5 },
         { id = 'walk', name = 'Walk', time = 8, get_ready = 5, rest_after = 10 }",
    );
    // Pauses in the hold and goes on, gives a stamp, ends two sets at the own pace, leaves the last exercise out.
    let typed = [(60, "p"), (70, ""), (80, "3"), (130, ""), (160, ""), (180, "v"), (185, "s time"), (500, "x")];
    let paper = played(plan, &typed);
    let transcript = paper.said.join("\n") + "\n";
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/plain/whole-session.txt");
    if crate::cues::is_written_anew() {
        #[expect(clippy::disallowed_methods, reason = "a transcript of a test, not a user's data")]
        std::fs::write(&file, &transcript).unwrap();
    }
    assert_eq!(transcript, std::fs::read_to_string(&file).unwrap());
}
