//! Laws of the player, whatever the ticks and whatever is typed.

use std::time::Duration;

use soleus::domain::plan::Bout;
use soleus::domain::player::{Asks, Command, End, Event, Player, Question, What};
use soleus::domain::session::{Happened, SkipReason};
use soleus::domain::time::Moment;
use soleus::domain::timeline::{StepKind, Timeline};

use crate::scenarios::plan_of;

/// A small generator of numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

const HOUR: &str = "
  { id = 'raise', reps = 100, tempo = 'raise 1.3, hold 0.7, lower 3.1', sets = 4, side = 'each', rest = 45 },
  { id = 'hold', hold = 45, sets = 5, rest = 60 },
  { id = 'press', reps = 10, hold = 2, relax = 4, side = 'affected' },
";

#[test]
fn an_hour_under_jitter_takes_as_long_as_planned() {
    let plan = plan_of(HOUR);
    let planned = Timeline::of(&plan).length(&plan);
    assert!(planned > Duration::from_hours(1));
    for seed in 0..20 {
        let mut dice = Dice(seed);
        let mut now = Moment::default();
        let (mut player, mut events) = Player::start(plan.clone(), now);
        while player.end().is_none() {
            let tick = Duration::from_millis(dice.roll(900));
            now = Moment { awake: now.awake + tick, elapsed: now.elapsed + tick };
            events.extend(player.advance(now));
        }
        let over = events.iter().find(|event| matches!(event.what, What::Over(_))).unwrap();
        let last_set = events.iter().rev().find(|event| matches!(event.what, What::Log(_))).unwrap();
        assert_eq!(last_set.due.awake, planned, "seed {seed}: no drift");
        let late = over.due.awake.checked_sub(planned).unwrap();
        assert!(late < Duration::from_millis(900));
        let steps = events.iter().filter(|event| matches!(event.what, What::Step { .. })).count();
        assert_eq!(steps, player.timeline().steps.len(), "seed {seed}: every boundary was told once");
        assert!(events.windows(2).all(|two| two[0].due.awake <= two[1].due.awake), "seed {seed}: in order");
    }
}

fn random_command(dice: &mut Dice) -> Command {
    match dice.roll(24) {
        0 => Command::Pause,
        1 | 2 => Command::Resume,
        3 | 4 => Command::Done,
        5 => Command::Onward,
        6 => Command::Extend(Duration::from_secs(15)),
        7 => Command::SetAgain,
        8 => Command::CountAsDone,
        9 => Command::NextExercise,
        10 => Command::Skip(SkipReason::Tired),
        11 => Command::Pain(u8::try_from(dice.roll(12)).unwrap()),
        12 => Command::Reps(i32::try_from(dice.roll(5)).unwrap() - 2),
        15 | 16 => Command::Easier,
        17 | 18 => Command::Harder,
        19 | 20 => answer(dice),
        13 | 14 => Command::AskQuit,
        _ => Command::End,
    }
}

/// An answer to a question that may be open, or not even exist.
fn answer(dice: &mut Dice) -> Command {
    let number = |dice: &mut Dice, sides: u64| u32::try_from(dice.roll(sides)).unwrap();
    let asks = if dice.roll(2) == 0 { Asks::Reps } else { Asks::Measure };
    let item = usize::try_from(dice.roll(10)).unwrap();
    let bout = Bout { item, set: 1 + number(dice, 3), side: None };
    Command::Answer(Question { bout, asks }, number(dice, 1_200))
}

const MIXED: &str = "
  { id = 'lunge', reps = 2, tempo = 'down 1, up 1', sets = 3, circuit = 'x', side = 'each', left = { sets = 2 }, harder = { id = 'jump', time = 3, sets = 4, measure = 'cm' } },
  { id = 'plank', hold = 5, sets = 2, circuit = 'x', rest = 4, easier = { id = 'knees', hold = 4, sets = 3 }, harder = { id = 'long', hold = 9, sets = 1 } },
  { id = 'most', reps = 'max', sets = 2, circuit = 'x', measure = 'reps' },
  { id = 'raise', reps = 3, tempo = 'raise 1, lower 1', sets = 2, side = 'each', rest = 5, easier = { id = 'sit', reps = 2, tempo = 'raise 1, lower 1', sets = 1 } },
  { id = 'max', reps = 'max', tempo = 'up 1, down 1' },
  { id = 'squat', reps = 5, sets = 2, rest = 3 },
  { id = 'read' },
  { id = 'press', reps = 3, hold = 2, relax = 1, side = 'affected' },
  { id = 'hold', hold = 10, optional = true },
";

/// A session driven by dice: ticks, stalls, sleep and keys; then nobody answers any more and it is ended.
fn gambled(seed: u64) -> (Player, Vec<Event>, Moment) {
    let mut dice = Dice(seed);
    let mut now = Moment::default();
    let (mut player, mut events) = Player::start(plan_of(MIXED), now);
    for _ in 0..3_000 {
        let tick = Duration::from_millis(if dice.roll(300) == 0 { 5_000 } else { dice.roll(200) });
        let slept = if dice.roll(500) == 0 { Duration::from_mins(10) } else { Duration::ZERO };
        now = Moment { awake: now.awake + tick, elapsed: now.elapsed + tick + slept };
        let typed = dice.roll(20) == 0;
        events.extend(if typed { player.command(random_command(&mut dice), now) } else { player.advance(now) });
        if let Some(shown) = player.snapshot(now) {
            assert!(shown.done <= shown.total, "seed {seed}");
            assert!(shown.set <= shown.sets && shown.item <= shown.items, "seed {seed}");
            assert!(shown.phase_left <= shown.phase_length, "seed {seed}");
        }
        if player.end().is_some() {
            return (player, events, now);
        }
    }
    events.extend(player.command(Command::AskQuit, now));
    events.extend(player.command(Command::End, now));
    (player, events, now)
}

#[test]
fn whatever_is_typed_nothing_is_lost_or_made_up() {
    let mut ends = Vec::new();
    for seed in 0..400 {
        let (mut player, events, now) = gambled(seed);
        let overs = events.iter().filter_map(|e| if let What::Over(end) = e.what { Some(end) } else { None });
        let overs: Vec<End> = overs.collect();
        assert_eq!(overs.len(), 1, "seed {seed}: it ends once: {:?}", player.run());
        ends.extend(overs);
        let mut held = Duration::ZERO;
        for event in &events {
            if let What::Log(Happened::Set(record)) = &event.what {
                assert!(record.active <= now.awake, "seed {seed}: more work than time");
                held += if record.reps.is_some() { Duration::ZERO } else { record.active };
            }
        }
        assert!(held <= now.awake, "seed {seed}: more work than the machine was awake");
        assert!(player.command(Command::Pain(9), now).is_empty(), "seed {seed}: nothing happens after the end");
        let open: Vec<Bout> = player.plan().bouts().into_iter().filter(|bout| !recorded(&player, *bout)).collect();
        assert!(player.end() != Some(End::Through) || open.is_empty(), "seed {seed}: {open:?} were passed over");
    }
    for end in [End::Through, End::Asked, End::Pain] {
        assert!(ends.contains(&end), "no session ended by {end:?}");
    }
}

/// Whether a set has a record.
fn recorded(player: &Player, bout: Bout) -> bool {
    let planned = &player.plan().items[bout.item].planned;
    player.records().iter().any(|r| r.exercise == *planned && r.set == bout.set && r.side == bout.side)
}

#[test]
fn whatever_was_done_going_on_does_the_rest_in_its_order() {
    let mut went_on = 0;
    for seed in 0..80 {
        let (before, ..) = gambled(seed);
        let mut now = Moment::default();
        let (mut player, mut events) = Player::resume(plan_of(MIXED), before.records().to_vec(), now);
        let open: Vec<Bout> = player.plan().bouts().into_iter().filter(|bout| !recorded(&player, *bout)).collect();
        while player.end().is_none() {
            now = Moment::awake(now.awake + Duration::from_secs(1));
            events.extend(player.command(Command::Done, now));
        }
        let done: Vec<Bout> = events
            .iter()
            .filter_map(|event| match event.what {
                What::Step { kind: StepKind::Work, bout } => Some(bout),
                _ => None,
            })
            .collect();
        assert_eq!(done, open, "seed {seed}");
        went_on += usize::from(!open.is_empty() && !before.records().is_empty());
    }
    assert!(went_on > 40, "only {went_on} sessions had something done and something left");
}

#[test]
fn what_is_shown_of_a_moment_is_what_runs() {
    let plan = plan_of(
        "{ id = 'raise', reps = 3, tempo = 'raise 1, lower 2', sets = 2, get_ready = 5, rest = 10 }, { id = 'hold', hold = 10 }",
    );
    let (mut player, _events) = Player::start(plan, Moment::default());
    let at = |player: &mut Player, tenths: u64| {
        let mut now = Moment::default();
        while now.awake < Duration::from_millis(tenths * 100) {
            now = Moment::awake(now.awake + Duration::from_millis(100));
            let _events = player.advance(now);
        }
        now
    };
    let now = at(&mut player, 64);
    let shown = player.snapshot(now).unwrap();
    assert_eq!((shown.kind, shown.phase, shown.rep, shown.reps), (StepKind::Work, "lower", Some(1), Some(3)));
    assert_eq!((shown.phase_left, shown.big_number()), (Some(Duration::from_millis(1_600)), Some(1)));
    assert_eq!(shown.next.map(|next| (next.other, next.set)), Some((false, 2)));
    let now = at(&mut player, 150);
    let shown = player.snapshot(now).unwrap();
    assert_eq!((shown.kind, shown.phase, shown.set, shown.big_number()), (StepKind::Rest, "rest", 2, Some(9)));
    assert_eq!(shown.next.map(|next| next.name.to_string()), Some("hold".to_owned()));
}
