//! Figures on the screens: their place, what they follow, and when nothing of them moves.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use soleus::domain::exercise::Affected;
use soleus::figure::{Colours, Ground, Palette, Picture};
use soleus::io::library::figure;
use soleus::tui::model::{Figures, Model, Screen};
use soleus::tui::theme::Look;
use soleus::tui::view::player::{Regions, regions, regions_with};

use super::script::{Script, phase};
use super::world;

const SIZES: [(u16, u16); 8] = [(40, 12), (60, 20), (76, 22), (80, 24), (90, 50), (100, 28), (120, 40), (200, 60)];

fn figures(moves: bool) -> Figures {
    let palette = Palette { colours: Colours::Many, ground: Ground::Unknown };
    Figures::new(|_| figure("heel-drop-straight"), Some(Picture { palette, ..Picture::default() }), moves)
}

fn at(side: Affected, wanted: &str) -> Script {
    let mut script = Script::new(vec![world::drops()], Some(side));
    script.model.figures = figures(true);
    script.keys("enter enter").until(|model| phase(model) == wanted).wait(200);
    script
}

fn laid(model: &Model, (width, height): (u16, u16), has_figure: bool) -> Regions {
    let Screen::Play(play) = &model.screen else { panic!("not playing") };
    let snapshot = play.player.snapshot(model.now).unwrap();
    let area = Rect::new(0, 0, width, height);
    if has_figure { regions_with(area, &snapshot, true) } else { regions(area, &snapshot) }
}

fn cells(buffer: &Buffer, region: Rect) -> Vec<ratatui::buffer::Cell> {
    let rows = region.top()..region.bottom();
    rows.flat_map(|y| (region.left()..region.right()).map(move |x| (x, y))).map(|at| buffer[at].clone()).collect()
}

#[test]
fn a_figure_takes_what_number_and_words_leave() {
    for side in [Affected::Left, Affected::Right] {
        for wanted in ["get ready", "raise", "lower", "rest", "next exercise", "hold"] {
            let script = at(side, wanted);
            for size in SIZES {
                let (r, plain) = (laid(&script.model, size, true), laid(&script.model, size, false));
                let words = [
                    r.header, r.phase, r.seconds, r.tempo, r.number, r.side, r.rep, r.cue, r.next, r.progress, r.keys,
                    r.name,
                ];
                for other in words {
                    let over = r.figure.intersection(other);
                    assert!(over.is_empty(), "{wanted} {side:?} {size:?}: {:?} over {other:?}", r.figure);
                }
                assert_eq!(r.number.height, plain.number.height, "{wanted} {size:?}: the number keeps its size");
                assert_eq!((r.phase, r.side, r.cue), (plain.phase, plain.side, plain.cue), "{wanted} {size:?}");
            }
            assert!(laid(&script.model, (40, 12), true).figure.is_empty());
            for large in [(120, 40), (200, 60)] {
                assert!(laid(&script.model, large, true).framed, "{large:?}");
            }
        }
        assert!(!laid(&at(side, "lower").model, (80, 24), true).figure.is_empty(), "{side:?}");
    }
}

#[test]
fn the_figure_follows_the_rep() {
    let mut script = at(Affected::Right, "lower");
    for size in [(80, 24), (120, 40)] {
        let place = laid(&script.model, size, true).figure;
        let first = cells(&script.drawn(size.0, size.1), place);
        assert!(
            first.iter().filter(|cell| cell.symbol() != " " || cell.bg != ratatui::style::Color::Reset).count() > 40
        );
        script.wait(900);
        assert_ne!(first, cells(&script.drawn(size.0, size.1), place), "{size:?}");
    }
}

#[test]
fn in_a_rest_it_stands_and_before_a_set_it_shows_what_comes() {
    let size = (120, 40);
    for (wanted, is_still) in [("rest", true), ("get ready", false)] {
        let mut script = at(Affected::Left, wanted);
        let place = laid(&script.model, size, true).figure;
        let first = cells(&script.drawn(size.0, size.1), place);
        script.wait(1_000);
        assert_eq!(phase(&script.model), wanted);
        assert_eq!(first == cells(&script.drawn(size.0, size.1), place), is_still, "{wanted}");
    }
}

#[test]
fn how_to_do_it_is_shown_beside_its_words() {
    let mut script = at(Affected::Right, "raise");
    script.keys("i");
    assert!(script.model.moves(), "the time stands, the figure goes on");
    let place = Rect { x: 74, y: 3, width: 44, height: 22 };
    let first = cells(&script.drawn(120, 40), place);
    assert!(first.iter().filter(|cell| cell.symbol() != " ").count() > 40);
    let words = script.picture(120, 40);
    assert!(words.contains("how to do it") && words.contains("Steps"), "{words}");
    let later = cells(&script.wait(600).drawn(120, 40), place);
    assert_ne!(first, later, "it goes on");
    let (mut plain, small) = (at(Affected::Right, "raise"), script.picture(80, 24));
    plain.model.figures = figures(false);
    plain.keys("i");
    assert!(!plain.model.moves() && plain.picture(80, 24) == small, "no room for a figure: words alone");
    script.keys("esc");
    assert!(script.model.overlays.is_empty());
}

#[test]
fn with_reduced_motion_a_figure_stands_too() {
    for off in [true, false] {
        let mut script = at(Affected::Left, "lower");
        script.model.look = Look { still: off, ..Look::default() };
        script.model.figures = figures(off);
        let place = laid(&script.model, (120, 40), true).figure;
        let first = cells(&script.drawn(120, 40), place);
        script.wait(1_000);
        assert_eq!(first, cells(&script.drawn(120, 40), place), "look.still {off}");
    }
}

#[test]
fn without_figures_the_screen_is_as_it_was_and_nothing_wakes_it() {
    let mut script = Script::new(vec![world::drops()], Some(Affected::Left));
    script.keys("enter");
    assert!(script.model.fades.is_some() || script.model.wake().is_none());
    assert!(!script.model.moves());
    let plain = script.picture(120, 40);
    script.model.figures = figures(true);
    assert!(script.model.moves() && script.model.wake().is_some(), "a preview plays its figures");
    let shown = script.picture(120, 40);
    assert_ne!(plain, shown);
    assert!(shown.contains("Heel drop, straight knee"), "{shown}");
    script.wait(700);
    assert_ne!(shown, script.picture(120, 40), "it moves");
    script.model.figures = figures(false);
    assert!(!script.model.moves());
}
