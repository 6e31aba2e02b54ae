//! From across the room: large digits, the border's answer, the smallest window.

use ratatui::layout::Rect;
use ratatui::style::Modifier;
use soleus::domain::exercise::{Affected, SideRule};
use soleus::tui::model::{Model, Screen, Wants};
use soleus::tui::theme::Look;
use soleus::tui::view::player::{Regions, far_regions};

use super::cells::{at, rows};
use super::script::{Script, flat, lines, phase};
use super::world;

const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 60)];

/// The screens of this part, for the pictures.
pub(crate) fn everywhere() -> Vec<(&'static str, Script)> {
    let far = |side, wanted: &str| {
        let mut script = at(world::drops(), side, wanted);
        script.keys("z");
        script
    };
    let mut own = at(world::medley(), Affected::Left, "your pace");
    own.keys("g");
    let mut between = at(world::drops(), Affected::Left, "next exercise");
    between.wait(1000);
    vec![
        ("far-paced", far(Affected::Right, "lower")),
        ("far-held", far(Affected::Left, "hold")),
        ("far-rest", far(Affected::Left, "rest")),
        ("by-itself", own),
        ("between", between),
    ]
}

fn where_it_is(model: &Model, (width, height): (u16, u16)) -> Regions {
    let Screen::Play(play) = &model.screen else { panic!("not playing") };
    far_regions(Rect::new(0, 0, width, height), &play.player.snapshot(model.now).unwrap())
}

#[test]
fn from_across_the_room_the_digits_have_two_rows_of_five() {
    let sit = soleus::domain::exercise::Work::Hold { hold: soleus::domain::amount::Amount::fixed(world::secs(45)) };
    let sits = world::program("Sits", vec![world::exercise("Wall sit", sit, 2, SideRule::EachInTurn)]);
    let mut all: Vec<_> = ["raise", "lower", "rest", "get ready", "next exercise", "hold", "change sides"]
        .map(|wanted| (world::drops(), wanted))
        .into();
    all.push((sits, "hold"));
    for (program, wanted) in all {
        let mut script = at(program, Affected::Left, wanted);
        script.keys("z");
        for (width, height) in SIZES {
            let buffer = script.drawn(width, height);
            let all = where_it_is(&script.model, (width, height));
            let digits = rows(&buffer, all.number);
            assert!(digits * 5 >= height * 2, "{wanted}: {digits} rows at {width}x{height}\n{}", lines(&buffer));
            assert!(rows(&buffer, all.phase) >= 3, "{wanted} at {width}x{height}");
        }
    }
}

#[test]
fn from_across_the_room_nothing_else_is_shown() {
    let mut script = at(world::drops(), Affected::Left, "lower");
    let all = script.picture(80, 24);
    assert!(all.contains("Up on both feet") && all.contains("Heel drop, straight knee"), "{all}");
    script.keys("z");
    for (width, height) in SIZES {
        let picture = script.picture(width, height);
        let words = ["feet", "Heel", "exercise", "next", "left", "saved", "pause", "set"];
        assert!(words.iter().all(|word| !picture.contains(word)), "{width}x{height}\n{picture}");
        assert_eq!(picture.contains("z shows all of it"), height > 12, "{picture}");
    }
    // What must be said is said, also where there is no row for it.
    script.keys("3");
    assert!(script.picture(40, 12).contains("pain 3 noted") && script.picture(80, 24).contains("pain 3 noted"));
    script.keys("z");
    assert!(script.picture(80, 24).contains("Heel drop, straight knee"));
}

#[test]
fn from_across_the_room_the_side_has_a_word_a_place_and_a_pattern() {
    for (side, word_at_the_left) in [(Affected::Left, true), (Affected::Right, false)] {
        let mut script = at(world::drops(), side, "lower");
        script.keys("z");
        let buffer = script.drawn(80, 24);
        let edge = |x: u16| buffer[(x, 10)].symbol().to_owned();
        let pattern = if word_at_the_left { ("▚", " ") } else { (" ", "▞") };
        assert_eq!((edge(0).as_str(), edge(79).as_str()), pattern);
        let band = where_it_is(&script.model, (80, 24)).side;
        let half = Rect { width: band.width / 2, ..band };
        let other = Rect { x: half.right(), ..half };
        let (here, there) = if word_at_the_left { (half, other) } else { (other, half) };
        assert!(rows(&buffer, here) >= 3 && rows(&buffer, there) == 0, "{}", lines(&buffer));
    }
}

#[test]
fn every_work_is_shown_from_across_the_room_at_every_size() {
    for (name, mut script) in super::cells::everywhere() {
        if script.screen() != "play" {
            continue;
        }
        script.model.far = true;
        for width in (1..=60).step_by(7).chain([80, 200]) {
            for height in (1..=24).chain([60]) {
                let _drawn = script.drawn(width, height);
            }
        }
        let buffer = script.drawn(80, 24);
        assert!(lines(&buffer).len() > 100, "{name}");
    }
}

#[test]
fn the_name_of_the_coming_exercise_is_big_in_the_smallest_window_too() {
    let mut script = at(world::drops(), Affected::Left, "next exercise");
    let picture = script.picture(40, 12);
    let blocks = |line: &&str| line.chars().filter(|letter| ('▀'..='▟').contains(letter)).count() > 4;
    assert!(picture.lines().filter(blocks).count() >= 6, "{picture}");
    assert!(flat(&picture).contains("left side"), "{picture}");
    assert!(flat(&picture).contains("Stand on the edge of the step"), "{picture}");
}

/// Whether the border answers now.
fn pulses(script: &mut Script) -> bool {
    let buffer = script.drawn(80, 24);
    (0..24).all(|y| buffer[(0, y)].symbol() == "█" && buffer[(79, y)].symbol() == "█")
}

/// The moments at which the border began to answer, in milliseconds, over so many seconds.
fn answers(script: &mut Script, seconds: u64) -> Vec<u128> {
    let mut begun = Vec::new();
    let mut before = false;
    for _ in 0..seconds * 10 {
        script.wait(100);
        let now = pulses(script);
        begun.extend((now && !before).then_some(script.now.awake.as_millis()));
        before = now;
    }
    begun
}

/// A tempo faster than anybody should be flashed at.
fn quick() -> soleus::domain::program::Program {
    use soleus::domain::amount::Amount;
    use soleus::domain::exercise::{Reps, Tempo, TempoPhase, Work};
    use soleus::domain::text::Clean;
    let phase = |verb, millis| TempoPhase { verb: Clean::name(verb), length: std::time::Duration::from_millis(millis) };
    let tempo = Tempo { phases: vec![phase("up", 300), phase("down", 400)] };
    let work = Work::Paced { reps: Reps::Count(Amount::fixed(20)), tempo };
    world::program("Quick", vec![world::exercise("Quick raise", work, 2, SideRule::Both)])
}

#[test]
fn the_border_answers_the_end_of_a_phase_and_never_twice_a_second() {
    let mut script = at(world::drops(), Affected::Left, "raise");
    let slow = answers(&mut script, 10);
    assert!((4..=6).contains(&slow.len()), "raise 1, change 1, lower 3: {slow:?}");
    let mut script = at(quick(), Affected::Left, "up");
    let quick = answers(&mut script, 12);
    assert!(quick.len() >= 8, "{quick:?}");
    for pair in quick.windows(2) {
        assert!(pair[1] - pair[0] >= 1000, "{quick:?}");
    }
}

#[test]
fn where_nothing_may_move_the_border_is_still() {
    let mut script = at(quick(), Affected::Left, "up");
    script.model.look = Look { still: true, ..Look::default() };
    script.model.wants = Wants { flash: true, ..Wants::default() };
    for _ in 0..50 {
        script.wait(100);
        assert!(!flashes(&mut script) && !pulses(&mut script));
    }
}

/// Whether the whole screen is turned round.
fn flashes(script: &mut Script) -> bool {
    script.drawn(80, 24).content.iter().all(|cell| cell.modifier.contains(Modifier::REVERSED))
}

#[test]
fn the_whole_screen_flashes_only_where_that_is_asked_for() {
    let seen = |flash| {
        let mut script = at(world::drops(), Affected::Left, "raise");
        script.model.wants = Wants { flash, ..Wants::default() };
        (0..40).any(|_| flashes(script.wait(100)))
    };
    assert!(seen(true) && !seen(false));
}

#[test]
fn a_pause_keeps_no_answer_on_the_screen() {
    let mut script = at(world::drops(), Affected::Left, "raise");
    script.until(|model| phase(model) == "change feet");
    assert!(pulses(&mut script));
    script.key("p");
    assert!(!pulses(&mut script));
}

#[test]
fn the_smallest_window_says_the_chief_thing_of_every_step() {
    for (wanted, says) in [
        ("get ready", &["get ready 1", "left"][..]),
        ("lower", &["lower 3", "rep 1/15", "left"]),
        ("rest", &["rest", "left"]),
        ("hold", &["hold 2", "rep 1/10", "left"]),
    ] {
        let mut script = at(world::drops(), Affected::Left, wanted);
        for far in [false, true] {
            script.model.far = far;
            let picture = script.picture(20, 5);
            assert!(says.iter().all(|words| picture.contains(words)), "{says:?}\n{picture}");
        }
        let before = script.effects.len();
        script.wait(70_000);
        assert!(script.effects.len() > before, "the session goes on");
    }
    let mut own = at(world::medley(), Affected::Left, "your pace");
    assert!(own.picture(20, 5).contains("12 reps"), "{}", own.picture(20, 5));
    own.keys("g");
    let picture = own.picture(20, 5);
    assert!(picture.contains("your pace") && picture.contains("goes on in 71 s"), "{picture}");
}
