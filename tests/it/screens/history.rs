//! The history screen: every page at every size, a session opened, put right, taken out.

use chrono::NaiveDate;
use soleus::domain::day;
use soleus::domain::history::{History, Pause, Said};
use soleus::domain::progress::Seen;
use soleus::domain::session::{Happened, When};
use soleus::domain::streak::Rules;
use soleus::domain::text::Clean;
use soleus::domain::visit::{Past, Square};
use soleus::tui::effect::past::Ask;
use soleus::tui::effect::{Answer, Effect};
use soleus::tui::model::Screen;
use soleus::tui::update::answer;

use super::script::{Script, flat};
use super::world;
use crate::streak::made::{line, manual, rated, session};

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Six weeks of one program, with two days missed, a pause, and pain over the limit once; `other` had one session.
fn history() -> History {
    let mut history = History::default();
    let mut n = 0_u8;
    for date in day::span(on("2026-10-12"), on("2026-11-20")) {
        n += 1;
        if [7, 20, 21, 30, 31, 32].contains(&n) {
            continue;
        }
        let mut log = session("own", &format!("{date}T07:12:00+01:00"));
        log.lines.push(line(Happened::Rate(rated(When::After, if n == 25 { 7 } else { n % 4 }))));
        log.later.extend(n.is_multiple_of(2).then(|| rated(When::NextMorning, n % 3)));
        history.sessions.push(log);
    }
    let day = |text: &str| on(text);
    history.pauses.push(Pause {
        from: day("2026-11-10"),
        to: day("2026-11-12"),
        why: Some(Clean::text("ill")),
        ..Pause::default()
    });
    history.sessions.push(session("other", "2026-11-02T18:00:00+01:00"));
    history.manual.push(manual("other", "2026-11-04"));
    history.said.push(Said { id: "said".to_owned(), at: "2026-11-04T18:00:00+01:00".parse().unwrap(), kind: "manual" });
    history
}

fn past() -> Past {
    let (history, rules) = (history(), Rules::default());
    let seen = Seen { history: &history, rules: &rules, now: "2026-11-21T07:00:00+01:00".parse().unwrap() };
    Past::of([], &seen)
}

/// The screen, opened by its key.
pub(crate) fn opened() -> Script {
    let mut script = Script::new(vec![world::drops()], None);
    script.keys("h");
    assert_eq!(script.effects.pop(), Some(Effect::Past(Ask::Look)));
    let _none = answer(&mut script.model, Answer::Past(Box::new(past())), script.now);
    script
}

#[test]
fn the_days_are_what_they_were() {
    let past = past();
    let titles: Vec<&str> = past.views.iter().map(|view| view.title.as_str()).collect();
    assert_eq!(titles, ["All programs", "own", "other"]);
    let squares = |day: &str| past.views.iter().map(|view| view.days.get(&on(day)).copied()).collect::<Vec<_>>();
    assert_eq!(squares("2026-10-12"), [Some(Square::Done), Some(Square::Done), None]);
    // Missed once in seven days, then twice.
    assert_eq!(squares("2026-10-18")[0], Some(Square::Forgiven));
    assert_eq!((squares("2026-10-31")[0], squares("2026-11-01")[0]), (Some(Square::Forgiven), Some(Square::Missed)));
    assert_eq!(squares("2026-11-11")[0], Some(Square::Excused));
    // Programs that are not at hand any more ask nothing.
    assert_eq!(squares("2026-11-21")[0], Some(Square::Rest));
    let entries = &past.views[0].entries;
    assert_eq!((entries.len(), entries[0].day), (36, on("2026-11-20")));
}

#[test]
fn every_page_is_there_at_every_size_and_in_numbers() {
    for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60), (20, 5)] {
        let mut script = opened();
        script.keys("p");
        for page in ["Calendar", "Weeks", "Pain", "Progress", "Sessions"] {
            let picture = script.picture(width, height);
            assert!(width < 40 || picture.contains(&format!("[{page}]")), "{page} at {width}x{height}\n{picture}");
            script.keys("n");
            let numbers = script.picture(width, height);
            if ["Calendar", "Pain"].contains(&page) && width >= 40 {
                assert_ne!(numbers, picture, "{page}");
                assert!(!numbers.contains('■') && !numbers.contains('●'), "{numbers}");
            }
            script.keys("n tab");
        }
        assert!(width < 40 || script.picture(width, height).contains("[Calendar]"));
    }
}

#[test]
fn what_is_of_one_program_is_shown_for_one_after_the_other() {
    let mut script = opened();
    for page in ["Weeks", "Pain", "Progress"] {
        let picture = script.keys("tab").picture(80, 200);
        let at = |title: &str| picture.lines().position(|line| line.trim() == title);
        assert!(picture.contains(&format!("[{page}]")) && picture.contains("All programs"), "{picture}");
        assert!(at("own").is_some_and(|own| at("other").is_some_and(|other| own < other)), "{page}\n{picture}");
    }
}

#[test]
fn the_charts_say_what_happened() {
    let mut script = opened();
    let calendar = script.picture(80, 24);
    assert!(calendar.contains("missed, forgiven 2") && calendar.contains("paused or rest advised 3"), "{calendar}");
    script.keys("p tab");
    let weeks = script.picture(80, 24);
    assert!(weeks.contains("12–18 Oct") && weeks.contains("■■■■■■─  6 of 7"), "{weeks}");
    let narrow = script.picture(27, 24);
    assert!(narrow.contains("12–18 Oct") && narrow.contains("■■■─  6 of 7"), "the numbers are never cut: {narrow}");
    script.keys("tab");
    let pain = script.picture(80, 30);
    let over: Vec<&str> = pain.lines().filter(|line| line.trim_start().starts_with("7 ")).collect();
    assert!(over.len() == 1 && over[0].contains('●'), "{pain}");
    script.keys("n");
    assert!(
        flat(&script.picture(80, 30)).contains("20 Nov 2026: before unknown, worst 0, next morning 1"),
        "{}",
        script.picture(80, 30)
    );
}

#[test]
fn a_session_is_opened_put_right_taken_out_and_brought_back() {
    let mut script = opened();
    script.keys("p").keys("left");
    assert!(script.picture(80, 24).contains("▸ Fri 20 Nov 2026 07:12  completed, 1 of 2 sets, 30 min, pain 0"));
    script.keys("down enter");
    let picture = script.picture(80, 24);
    assert!(picture.contains("Thursday, 19 November 2026, 07:12"), "{picture}");
    assert!(flat(&picture).contains("worst as told after it 3, next morning unknown"), "{picture}");
    assert!(picture.contains("· drop, set 1, left: done"), "{picture}");
    script.keys("4");
    let id = "own 2026-11-19 07:12:00 +01:00".to_owned();
    assert_eq!(script.effects.pop(), Some(Effect::Past(Ask::Pain(id.clone(), 4))));
    script.keys("x");
    assert_eq!(script.effects.pop(), Some(Effect::Past(Ask::Void(id))));
    script.keys("u");
    assert_eq!(script.effects.pop(), Some(Effect::Past(Ask::Undo)));
    script.keys("esc");
    assert!(matches!(script.model.screen, Screen::Home(_)));
}

#[test]
fn before_anything_was_done_it_says_so() {
    let mut script = Script::new(vec![world::drops()], None);
    script.keys("h");
    let _none = answer(&mut script.model, Answer::Past(Box::default()), script.now);
    assert!(flat(&script.picture(80, 24)).contains("Nothing was done yet."));
    script.keys("tab tab tab tab enter x u 3 esc");
    assert!(matches!(script.model.screen, Screen::Home(_)));
}

/// One script on each page.
pub(crate) fn everywhere() -> Vec<(&'static str, Script)> {
    let on_page = |name, keys: &str| {
        let mut script = opened();
        script.keys(keys);
        (name, script)
    };
    vec![
        on_page("history-calendar", ""),
        on_page("history-weeks", "p tab"),
        on_page("history-pain", "p tab tab"),
        on_page("history-progress", "p tab tab tab"),
        on_page("history-sessions", "left"),
        on_page("history-session", "left down enter"),
    ]
}
