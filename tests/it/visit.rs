//! The visit page: what is told of a made history, to the letter, and what its three faces never do.

mod made;

use soleus::domain::progress::Seen;
use soleus::domain::session::SessionResult::{Completed, Partial, Short, StoppedPain};
use soleus::domain::session::SkipReason::{NoTime, Pain, Tired};
use soleus::domain::streak::Rules;
use soleus::domain::text::Clean;
use soleus::domain::visit::{Mark, Span, Visit};
use soleus::report::visit::{Asked, html, markdown, text};

use made::{Made, at, choice, day, history, program};

/// Two weeks with all that can happen in them. Morning of the last day: 15 November, a Sunday.
fn two_weeks() -> soleus::domain::history::History {
    let mut made = vec![
        Made::on("11-02")
            .before(3)
            .squat(10, "5 kg", 0)
            .sit(30)
            .hop()
            .after(4, 6)
            .finish(Completed)
            .morning(2, Some(20)),
        Made::on("11-03").squat(10, "5 kg", 0).sit(24).hop().finish(Completed), // nothing was asked or answered
        Made::on("11-04").before(2).squat_left_out(Tired).sit(30).after(3, 5).finish(Partial).morning(1, Some(10)),
        Made::on("11-05").before(2).stopped(6).finish(StoppedPain).rest("11-06"),
        Made::on("11-07").before(0).squat(10, "5 kg", 0).easier().hop().after(0, 4).finish(Completed).morning(0, None),
        Made::on("11-09").before(1).squat(12, "7.5 kg", 1).sit(33).hop().after(10, 9).finish(Completed),
        Made::on("11-10").squat_left_out(Pain).sit(31).after(2, 3).finish(Partial),
        Made::on("11-11").squat_left_out(NoTime).finish(Short).note("too late for it\nnext time before work"),
        Made::on("11-13").other_program().before(1).squat(12, "7.5 kg", 1).after(1, 3).finish(Completed),
        Made::on("11-13").rehearsal().before(9).finish(Completed),
        Made::on("11-14").before(1).squat(10, "5 kg", 0).sit(40).after(1, 2),
    ];
    // The program became another from the 14th on: the same exercises at the same levels, another dose.
    if let Some(last) = made.last_mut() {
        last.program_changed();
    }
    let mut history = history(made);
    history.choices = vec![
        choice("11-09 07:00", "level squat 1"),
        choice("11-10 07:00", "level squat 0"),
        choice("11-12 08:00", "not phase 1"),
        choice("11-13 08:00", "phase 1"),
        choice("11-14 06:00", "phase 0"),
        choice("10-01 06:00", "phase 1"),
    ];
    history.pauses = vec![made::pause("11-12", "11-12")];
    history.manual = vec![made::typed("11-08")];
    history
}

fn visit(history: &soleus::domain::history::History, from: &str, to: &str, now: &str) -> Option<Visit> {
    let rules = Rules::default();
    let seen = Seen { history, rules: &rules, now: at(now) };
    Visit::of(&made::id("knee"), Some(&program()), &seen, Span { from: day(from), to: day(to) })
}

const ASKED: Asked = Asked { today: day_of(2026, 11, 15), with_notes: false };

const fn day_of(year: i32, month: u32, day: u32) -> chrono::NaiveDate {
    match chrono::NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => chrono::NaiveDate::MIN,
    }
}

#[expect(clippy::disallowed_methods, reason = "a test asks whether the pages are to be written anew")]
fn same_as(name: &str, page: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/visit").join(name);
    if std::env::var_os("SOLEUS_UPDATE").is_some() {
        let mut file = std::fs::File::create(&path).unwrap();
        std::io::Write::write_all(&mut file, page.as_bytes()).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    assert_eq!(page, expected, "{name}: SOLEUS_UPDATE=1 cargo test --test it visit writes it anew");
}

#[test]
fn two_weeks_are_told_to_the_letter() {
    let visit = visit(&two_weeks(), "11-01", "11-15", "11-15 09:00").unwrap();
    same_as("two-weeks.txt", &text(std::slice::from_ref(&visit), ASKED));
    same_as("two-weeks.md", &markdown(std::slice::from_ref(&visit), ASKED));
    same_as("two-weeks.html", &html(&[visit], Asked { with_notes: true, ..ASKED }));
}

#[test]
fn a_score_that_was_not_given_is_unknown_and_never_zero() {
    let visit = visit(&two_weeks(), "11-01", "11-15", "11-15 09:00").unwrap();
    let of = |date: &str| *visit.days.iter().find(|known| known.day == day(date)).unwrap();
    assert_eq!((of("11-03").before, of("11-03").worst, of("11-03").morning), (None, None, None));
    assert_eq!((of("11-07").before, of("11-07").worst, of("11-07").morning), (Some(0), Some(0), Some(0)));
    assert_eq!(of("11-05").worst, Some(6), "a stamp counts where nothing was said afterwards");
    assert_eq!(of("11-13").begun, 0, "other programs and rehearsals tell nothing of this one");
    let page = html(&[visit], ASKED);
    assert!(page.contains("before: 2 Nov 3, 4 Nov 2, 5 Nov 2, 7 Nov 0, 9 Nov 1, 14 Nov 1."), "{page}");
}

#[test]
fn days_say_what_was_asked_of_them() {
    let visit = visit(&two_weeks(), "11-01", "11-15", "11-15 09:00").unwrap();
    let of = |date: &str| visit.days.iter().find(|known| known.day == day(date)).map(|day| (day.done, day.mark));
    assert_eq!(visit.span.from, day("11-02"), "nothing is asked before the first session");
    assert_eq!(of("11-06"), Some((0, Mark::RestAdvised)));
    assert_eq!(of("11-08"), Some((1, Mark::Due(1))), "typed in later");
    assert_eq!(of("11-11"), Some((0, Mark::Due(1))), "too short to keep the day");
    assert_eq!(of("11-12"), Some((0, Mark::Paused)));
    assert_eq!(of("11-15"), Some((0, Mark::Today)));
    let weeks: Vec<(u32, Option<u32>)> = visit.weeks.iter().map(|week| (week.done, week.due)).collect();
    // Rest on the 6th; a pause on the 12th, and the 15th is not over.
    assert_eq!(weeks, [(6, Some(6)), (3, Some(5))], "one without an end counts as it stands");
}

#[test]
fn a_week_of_any_days_asks_in_proportion_and_as_needed_asks_nothing() {
    use soleus::domain::schedule::{Rhythm, Schedule};
    let of = |rhythm: Rhythm, now: &str| {
        let mut history = history(vec![
            Made::on("11-02").squat(10, "5 kg", 0).finish(Completed),
            Made::on("11-09").squat(10, "5 kg", 0).finish(Completed),
        ]);
        history.pauses = vec![made::pause("11-05", "11-08")];
        history.plans = vec![made::plan("11-02", Schedule { rhythm, times: 1 })];
        let visit = visit(&history, "11-01", "11-30", now).unwrap();
        visit.weeks.iter().map(|week| week.due).collect::<Vec<_>>()
    };
    // Three of seven days are left of the first week: 9/7 of a day, taken as two; the last is not over.
    assert_eq!(of(Rhythm::per_week(3), "11-22 22:00"), [Some(2), Some(3), Some(3)]);
    assert_eq!(of(Rhythm::per_week(3), "11-18 22:00"), [Some(2), Some(3), Some(1)]);
    assert_eq!(of(Rhythm::EveryDays(2), "11-15 22:00"), [Some(1), Some(3)], "the 3rd; the 9th, 11th and 13th");
    assert_eq!(of(Rhythm::AsNeeded, "11-15 22:00"), [None, None]);
}

#[test]
fn a_program_that_is_gone_is_still_told_of() {
    let history = two_weeks();
    let rules = Rules::default();
    let seen = Seen { history: &history, rules: &rules, now: at("11-15 09:00") };
    let span = Span { from: day("11-01"), to: day("11-15") };
    let visit = Visit::of(&made::id("knee"), None, &seen, span).unwrap();
    assert_eq!((visit.schedule.as_deref(), visit.limit, visit.title.as_str()), (None, 4, "Knee strength"));
    assert!(text(&[visit], ASKED).contains("Squat"));
    assert!(Visit::of(&made::id("nobody"), None, &seen, span).is_none());
    assert!(Visit::of(&made::id("knee"), None, &seen, Span { from: day("10-01"), to: day("10-31") }).is_none());
}

#[test]
fn notes_stay_at_home_unless_they_are_asked_for() {
    let visits = [visit(&two_weeks(), "11-01", "11-15", "11-15 09:00").unwrap()];
    let note = "next time before work";
    for face in [html, text, markdown] {
        assert!(!face(&visits, ASKED).contains(note));
        assert!(face(&visits, Asked { with_notes: true, ..ASKED }).contains(note));
    }
}

#[test]
fn nothing_of_a_page_is_markup_that_was_not_meant() {
    let mut visit = visit(&two_weeks(), "11-01", "11-15", "11-15 09:00").unwrap();
    let evil = Clean::name("</td><script>alert('x')</script><img src=x> | `a` *b* & ü");
    visit.title = evil.clone();
    visit.work[0].name = evil.clone();
    visit.series[0].name = evil.clone();
    visit.notes = vec![(day("11-03"), evil)];
    let asked = Asked { with_notes: true, ..ASKED };
    let page = html(&[visit.clone()], asked);
    assert!(crate::handout::is_well_formed(&page), "{page}");
    for markup in ["<script", "<img", "href=", "src=x>", "url("] {
        let hostile = page.replace("&lt;script", "").replace("&lt;img src=x&gt;", "");
        assert!(!hostile.contains(markup), "{markup}");
    }
    assert!(page.contains("default-src 'none'") && page.contains("&lt;script&gt;alert(&#39;x&#39;)"));
    let marked = markdown(&[visit], asked);
    assert!(marked.contains("\\<script\\>") && marked.contains("\\| \\`a\\` \\*b\\*"), "{marked}");
}

#[test]
fn every_chart_has_a_title_and_its_numbers() {
    let page = html(&[visit(&two_weeks(), "11-01", "11-15", "11-15 09:00").unwrap()], ASKED);
    let charts = page.matches("<svg").count();
    assert!(charts >= 4, "{charts}");
    for what in ["<title>", "<desc>", "role=\"img\""] {
        let head = usize::from(what == "<title>");
        assert_eq!(page.matches(what).count(), charts + head, "{what}");
    }
    assert!(page.contains("class=\"limit\"") && page.contains(">limit 4</text>"));
}

#[test]
fn a_page_of_years_stays_readable() {
    let days = soleus::domain::day::span(day_of(2024, 1, 1), day_of(2026, 11, 14));
    let made = days
        .step_by(3)
        .zip([4, 5, 6].into_iter().cycle())
        .map(|(day, effort)| Made::at_day(day).before(2).squat(10, "5 kg", 0).after(3, effort).finish(Completed));
    let history = history(made.collect());
    let rules = Rules::default();
    let seen = Seen { history: &history, rules: &rules, now: at("11-15 09:00") };
    let span = Span { from: day_of(2024, 1, 1), to: day("11-15") };
    let visit = Visit::of(&made::id("knee"), Some(&program()), &seen, span).unwrap();
    let page = text(&[visit], ASKED);
    assert!(page.contains("1 Jan 2024  ") && page.contains("the highest of each month from Jan 2024"), "{page}");
    let weeks = page.split("Week by week").nth(1).unwrap().split("Done of what").next().unwrap();
    assert!(weeks.lines().count() < 50, "months, not weeks: {weeks}");
    assert!(page.contains("a letter a week, the worst of it, from 30 Dec 2024"), "{page}");
    assert!(page.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 80), "{page}");
}
