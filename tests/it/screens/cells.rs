//! What stands in the cells: rows that are counted, sizes down to nothing, no colours, only ASCII.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use soleus::domain::exercise::Affected;
use soleus::tui::effect::{Answer, SummaryFacts};
use soleus::tui::model::{Model, Screen};
use soleus::tui::theme::Look;
use soleus::tui::update::answer;
use soleus::tui::view::player::{Regions, regions};

use super::script::{Script, lines, phase};
use super::world;

/// Rows from the first to the last with anything in them.
pub(crate) fn rows(buffer: &Buffer, region: Rect) -> u16 {
    let blank = |y: &u16| (region.left()..region.right()).all(|x| buffer[(x, *y)].symbol() == " ");
    let full: Vec<u16> = (region.top()..region.bottom()).filter(|y| !blank(y)).collect();
    full.last().map_or(0, |last| last - full[0] + 1)
}

fn where_all_is(model: &Model, area: Rect) -> Regions {
    let Screen::Play(play) = &model.screen else { panic!("not playing") };
    regions(area, &play.player.snapshot(model.now).unwrap())
}

pub(crate) fn at(program: soleus::domain::program::Program, side: Affected, wanted: &str) -> Script {
    let mut script = Script::new(vec![program], Some(side));
    script.keys("enter enter").until(|model| phase(model) == wanted).wait(200);
    script
}

/// Number, phase and side, and where it is something else the rep, at a size.
fn counted(script: &mut Script, (width, height): (u16, u16), least: u16) {
    let buffer = script.drawn(width, height);
    let all = where_all_is(&script.model, Rect::new(0, 0, width, height));
    let paced = matches!(phase(&script.model).as_str(), "raise" | "change feet" | "lower");
    assert!(!all.rep.is_empty() || paced, "in paced reps the rep is the number");
    for (name, region) in [("number", all.number), ("phase", all.phase), ("side", all.side), ("rep", all.rep)] {
        let rows = rows(&buffer, region);
        if region.is_empty() {
            continue;
        }
        assert!(rows >= least, "{name}: {rows} rows at {width}x{height}\n{}", lines(&buffer));
    }
}

#[test]
fn paced_reps_are_read_from_two_metres() {
    for phase in ["raise", "change feet", "lower"] {
        for side in [Affected::Left, Affected::Right] {
            let mut script = at(world::drops(), side, phase);
            counted(&mut script, (80, 24), 3);
            counted(&mut script, (40, 12), 3);
            counted(&mut script, (120, 40), 3);
            counted(&mut script, (200, 60), 3);
            let buffer = script.drawn(80, 24);
            let all = where_all_is(&script.model, Rect::new(0, 0, 80, 24));
            assert_eq!(rows(&buffer, all.number), 6, "the rep is the biggest");
            assert!(rows(&buffer, all.seconds) >= 3, "and the seconds of the phase are there too");
        }
    }
}

#[test]
fn holds_are_read_from_two_metres() {
    for phase in ["hold", "relax"] {
        let mut script = at(world::drops(), Affected::Left, phase);
        counted(&mut script, (80, 24), 3);
        counted(&mut script, (40, 12), 3);
        counted(&mut script, (200, 60), 6);
    }
    let mut script = at(world::medley(), Affected::Left, "your pace");
    script.keys("space enter").wait(10_000).keys("space").until(|model| phase(model) == "hold");
    counted(&mut script, (80, 24), 3);
}

#[test]
fn the_side_has_its_place() {
    for (side, is_left) in [(Affected::Left, true), (Affected::Right, false)] {
        let script = at(world::drops(), side, "lower");
        let all = where_all_is(&script.model, Rect::new(0, 0, 80, 24));
        assert_eq!(all.side.x < 40 && all.side.right() < 42, is_left, "{:?}", all.side);
        let mut script = script;
        let buffer = script.drawn(80, 24);
        let edge = |x: u16| buffer[(x, 10)].symbol().to_owned();
        let (left, right) = if is_left { ("▚", " ") } else { (" ", "▞") };
        assert_eq!((edge(0).as_str(), edge(79).as_str()), (left, right));
    }
}

#[test]
fn regions_lie_inside_and_apart() {
    let script = at(world::drops(), Affected::Left, "lower");
    for (width, height) in
        [(40, 12), (41, 13), (60, 16), (80, 20), (80, 24), (100, 28), (120, 40), (200, 60), (300, 100)]
    {
        let area = Rect::new(0, 0, width, height);
        let r = where_all_is(&script.model, area);
        let all = [
            r.header, r.phase, r.seconds, r.tempo, r.number, r.side, r.rep, r.cue, r.next, r.progress, r.keys, r.figure,
        ];
        for (n, region) in all.iter().enumerate() {
            assert_eq!(region.intersection(area), *region, "{n} at {width}x{height}");
            for other in &all[n + 1..] {
                assert!(region.intersection(*other).is_empty(), "{region:?} and {other:?} at {width}x{height}");
            }
        }
    }
}

/// One script on each screen.
pub(crate) fn everywhere() -> Vec<(&'static str, Script)> {
    let mut all = around();
    all.extend(at_work());
    all.extend(asking());
    all.extend(super::builder::everywhere());
    all.extend(super::decided::everywhere());
    all.extend(super::history::everywhere());
    all.extend(super::found::everywhere());
    all.extend(super::taken_up::everywhere());
    all
}

fn around() -> Vec<(&'static str, Script)> {
    let fresh = || Script::new(vec![world::drops(), world::medley()], None);
    let mut home = fresh();
    home.model.today.unfinished = Some(world::unfinished());
    home.model.today.morning = Some(world::morning());
    let mut preview = fresh();
    preview.keys("enter");
    let mut before = fresh();
    before.keys("enter enter n w");
    let mut resume = fresh();
    resume.model.today.unfinished = Some(world::unfinished());
    resume.keys("r");
    let mut morning = fresh();
    morning.model.today.morning = Some(world::morning());
    morning.keys("m 3 enter");
    let mut checkin = at(world::drops(), Affected::Left, "lower");
    checkin.keys("q q 4 e 7");
    let mut summary = at(world::drops(), Affected::Left, "hold");
    summary.keys("q q 6 enter");
    let facts = SummaryFacts {
        counts: true,
        rest_advised: Some("tomorrow".to_owned()),
        streak: world::streak(),
        next: "on Monday".to_owned(),
    };
    let _none = answer(&mut summary.model, Answer::Finished(Box::new(facts)), summary.now);
    let _none = answer(&mut summary.model, Answer::Saved, summary.now);
    vec![
        ("home", home),
        ("preview", preview),
        ("before", before),
        ("resume", resume),
        ("morning", morning),
        ("check-in", checkin),
        ("summary", summary),
    ]
}

fn at_work() -> Vec<(&'static str, Script)> {
    let ready = at(world::drops(), Affected::Left, "get ready");
    let mut paced = at(world::drops(), Affected::Right, "change feet");
    paced.wait(5000).until(|model| phase(model) == "lower").wait(1300);
    let mut rest = at(world::drops(), Affected::Left, "rest");
    rest.wait(3000);
    let held = at(world::drops(), Affected::Left, "relax");
    let mut change = at(world::drops(), Affected::Left, "change sides");
    change.wait(1000);
    let own = at(world::medley(), Affected::Left, "your pace");
    let mut instruction = at(world::medley(), Affected::Left, "your pace");
    instruction.keys("n enter n").until(|model| phase(model) == "do this").wait(300);
    let mut paused = at(world::drops(), Affected::Left, "lower");
    paused.keys("p");
    vec![
        ("ready", ready),
        ("paced", paced),
        ("rest", rest),
        ("held", held),
        ("change", change),
        ("own-pace", own),
        ("instruction", instruction),
        ("paused", paused),
    ]
    .into_iter()
    .chain(super::room::everywhere())
    .collect()
}

fn asking() -> Vec<(&'static str, Script)> {
    let lowering = |keys: &str| {
        let mut script = at(world::drops(), Affected::Left, "lower");
        script.keys(keys);
        script
    };
    let mut gap = lowering("");
    gap.sleep(90).wait(100);
    let mut pain = at(world::drops(), Affected::Left, "raise");
    pain.keys("7").wait(6000);
    vec![
        ("gap", gap),
        ("pain", pain),
        ("end", lowering("q")),
        ("reason", lowering("s")),
        ("warnings", lowering("w")),
        ("how-to", lowering("i")),
        ("help", lowering("?")),
    ]
}

#[test]
fn every_screen_draws_at_every_size() {
    for (_, mut script) in everywhere() {
        for width in (1..=60).step_by(3).chain([2, 40, 80, 200]) {
            for height in 1..=20 {
                let _drawn = script.drawn(width, height);
            }
        }
        let _flat = (script.drawn(1, 200), script.drawn(200, 1));
    }
}

#[test]
fn what_is_seen_while_the_history_is_read_says_so_at_every_size() {
    for (width, height) in (1..=60).flat_map(|width| (1..=20).map(move |height| (width, height))) {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        soleus::tui::view::draw_reading(Look::default(), area, &mut buffer);
        let words: String = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(words.contains("reading") || width < 10 || height < 2, "{width}x{height}: {words}");
    }
}

#[test]
fn a_window_too_small_for_letters_still_says_phase_seconds_rep_and_side() {
    let mut script = at(world::drops(), Affected::Left, "lower");
    for (width, height) in [(39, 12), (40, 11), (20, 5), (12, 3), (22, 1)] {
        let picture = script.picture(width, height);
        for words in ["lower 3", "rep 1/15", "left"] {
            assert!(picture.contains(words), "{words} at {width}x{height}\n{picture}");
        }
    }
}

#[test]
fn without_colours_there_are_none() {
    for (name, mut script) in everywhere() {
        script.model.look = Look { colors: false, ..Look::default() };
        let buffer = script.drawn(80, 24);
        let plain = buffer.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset);
        assert!(plain, "{name}");
    }
}

#[test]
fn with_colours_they_are_the_users_own() {
    for (name, mut script) in everywhere() {
        let buffer = script.drawn(80, 24);
        for cell in &buffer.content {
            assert!(!matches!(cell.fg, Color::Rgb(..) | Color::Indexed(_) | Color::White | Color::Yellow), "{name}");
            assert!(cell.bg != Color::Yellow || cell.fg == Color::Black, "{name}");
        }
    }
}

#[test]
fn where_only_ascii_can_be_shown_only_ascii_is() {
    for (name, mut script) in everywhere() {
        script.model.look = Look { utf8: false, ..Look::default() };
        let picture = script.picture(80, 24);
        assert!(picture.is_ascii(), "{name}\n{picture}");
        assert!(!picture.contains("??"), "{name}\n{picture}");
    }
}

#[test]
fn with_reduced_motion_nothing_moves_between_two_seconds() {
    let mut script = at(world::drops(), Affected::Left, "lower");
    script.model.look = Look { still: true, ..Look::default() };
    script.wait(500);
    let first = script.picture(80, 24);
    script.wait(100);
    assert_eq!(first, script.picture(80, 24));
}
