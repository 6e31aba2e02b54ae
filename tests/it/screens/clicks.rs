//! The mouse in the history: what is drawn at a place is what a click on it means, at every size.

use ratatui::buffer::Buffer;
use soleus::tui::model::{Looking, Page, Screen, Wants};
use soleus::tui::run::Spot;
use soleus::tui::update::{click, wheel};

use super::history::opened;
use super::script::Script;

const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 60)];

fn looking(script: &Script) -> &Looking {
    let Screen::History(looking) = &script.model.screen else { panic!("it is not the history") };
    looking
}

fn press(script: &mut Script, (column, row): (u16, u16)) {
    let effects = click(&mut script.model, Spot { column, row }, script.now);
    assert!(effects.is_empty());
}

/// The first cell of each place where these words stand.
fn places(buffer: &Buffer, words: &str) -> Vec<(u16, u16)> {
    let letters: Vec<String> = words.chars().map(String::from).collect();
    let width = u16::try_from(letters.len()).unwrap();
    let at = |x: u16, y: u16| buffer[(x, y)].symbol();
    let area = buffer.area;
    (0..area.height)
        .flat_map(|y| (0..area.width.saturating_sub(width - 1)).map(move |x| (x, y)))
        .filter(|(x, y)| (0..width).all(|n| at(x + n, *y) == letters[usize::from(n)]))
        .collect()
}

#[test]
fn a_click_on_the_name_of_a_page_opens_it() {
    for (width, height) in SIZES {
        for page in Page::ALL {
            let mut script = opened();
            let buffer = script.drawn(width, height);
            let named = places(&buffer, page.name());
            if width > 40 {
                press(&mut script, named[0]);
                assert_eq!(looking(&script).page, page, "{width}x{height}");
            }
        }
        let mut script = opened();
        let buffer = script.drawn(width, height);
        let of_tabs = |words| places(&buffer, words).into_iter().find(|(_, row)| *row < 3);
        if let Some(arrow) = of_tabs("→") {
            press(&mut script, arrow);
            assert_eq!(looking(&script).page, Page::Weeks);
            let _drawn = script.drawn(width, height);
            press(&mut script, of_tabs("←").unwrap());
            assert_eq!(looking(&script).page, Page::Calendar);
        } else {
            assert!(width > 40, "where not all names have room there are arrows");
        }
    }
}

#[test]
fn a_click_on_a_square_leads_to_the_session_of_its_day() {
    for (width, height) in SIZES {
        let mut script = opened();
        let buffer = script.drawn(width, height);
        let squares: Vec<(u16, u16)> =
            places(&buffer, "■").into_iter().filter(|(x, _)| *x >= 4).filter(|at| is_square(&buffer, *at)).collect();
        assert!(squares.len() >= 30, "{width}x{height}: {}", squares.len());
        let mut days = Vec::new();
        for square in squares {
            let mut script = opened();
            let _drawn = script.drawn(width, height);
            press(&mut script, square);
            assert_eq!((looking(&script).page, looking(&script).open), (Page::Sessions, false), "{square:?}");
            days.push(looking(&script).entry().unwrap().day);
        }
        let asked = days.len();
        days.sort_unstable();
        days.dedup();
        assert_eq!(days.len(), asked, "each square is a day of its own");
        let mut script = opened();
        let buffer = script.drawn(width, height);
        let missed = places(&buffer, "○");
        assert!(!missed.is_empty(), "{}", script.picture(width, height));
        press(&mut script, missed[0]);
        assert_eq!(looking(&script).page, Page::Calendar);
        assert!(script.picture(width, height).contains("no session on "));
    }
}

/// Whether it is in the calendar, not in its legend: a square there is followed by a word.
fn is_square(buffer: &Buffer, (x, y): (u16, u16)) -> bool {
    let after: String = (x + 1..(x + 4).min(buffer.area.width)).map(|x| buffer[(x, y)].symbol()).collect();
    !after.contains(char::is_alphabetic)
}

#[test]
fn a_click_on_a_session_opens_it_wherever_the_list_is() {
    for (width, height) in SIZES {
        for steps in [0, 3, 17, 30] {
            let mut script = opened();
            script.keys("left");
            let _drawn = script.drawn(width, height);
            for _ in 0..steps {
                wheel(&mut script.model, false);
            }
            assert_eq!(looking(&script).chosen, steps);
            let buffer = script.drawn(width, height);
            let rows: Vec<(u16, u16)> = places(&buffer, " 2026 ");
            assert!(!rows.is_empty());
            for row in rows {
                let mut again = opened();
                again.keys("left");
                let _drawn = again.drawn(width, height);
                (0..steps).for_each(|_| wheel(&mut again.model, false));
                press(&mut again, row);
                assert!(looking(&again).open);
                let day = looking(&again).entry().unwrap().day.format("%-d %b").to_string();
                let drawn: String = (0..row.0).map(|x| buffer[(x, row.1)].symbol()).collect();
                assert!(drawn.trim_end().ends_with(&day), "{drawn} {day} at {width}x{height}");
            }
        }
    }
}

#[test]
fn the_wheel_scrolls_and_stops_at_both_ends() {
    let mut script = opened();
    script.keys("p tab");
    let first = script.picture(80, 8);
    for _ in 0..50 {
        wheel(&mut script.model, false);
    }
    let last = script.picture(80, 8);
    assert_ne!(first, last);
    for _ in 0..50 {
        wheel(&mut script.model, true);
    }
    assert_eq!(script.picture(80, 8), first);
    script.keys("pgdn");
    assert_ne!(script.picture(80, 8), first, "the keys scroll as well");
}

#[test]
fn nothing_is_clicked_beside_under_a_help_or_where_the_mouse_is_switched_off() {
    let mut script = opened();
    let buffer = script.drawn(80, 24);
    let pain = places(&buffer, "Pain")[0];
    let before = looking(&script).clone();
    for spot in [(0, 0), (79, 23), (79, 12), (500, 500)] {
        press(&mut script, spot);
        assert_eq!(looking(&script), &before, "{spot:?}");
    }
    script.keys("?");
    press(&mut script, pain);
    assert!(!script.model.overlays.is_empty(), "{}", script.picture(80, 24));
    script.keys("esc");
    assert!(matches!(script.model.screen, Screen::History(_)), "{}", script.picture(80, 24));
    assert_eq!(looking(&script).page, Page::Calendar);
    script.model.wants = Wants { mouse: false, ..Wants::default() };
    press(&mut script, pain);
    wheel(&mut script.model, false);
    assert_eq!(looking(&script), &before);
}
