//! Two weeks of boxes as tables.

use crate::domain::program::Program;
use crate::report::handout::diary::{Diary, Line, diaries};
use crate::report::handout::markup::Markup;

pub(super) fn section(page: &mut Markup, program: &Program) {
    page.within("section class=\"diaries\"", |section| {
        section.element("h2", "Two weeks to tick");
        section.element(
            "p",
            "Write the date above each day, tick a box for each session, and write pain as a number. Copy it for the weeks after.",
        );
        for diary in diaries(program) {
            section.within("div class=\"diary\"", |div| one(div, &diary));
        }
    });
}

fn one(page: &mut Markup, diary: &Diary) {
    if !diary.covers.is_empty() {
        page.element("h3", &diary.covers.join(", "));
    }
    page.element("p", &diary.when);
    for (n, week) in diary.weeks.iter().enumerate() {
        page.within("table", |table| {
            table.within("thead", |head| {
                head.within("tr", |tr| {
                    tr.element("th class=\"label\"", &format!("Week {}", n + 1));
                    for day in week {
                        tr.element("th", day);
                    }
                });
            });
            table.within("tbody", |body| {
                row(body, &Line { label: "Date".to_owned(), boxes: None }, week.len());
                for line in &diary.lines {
                    row(body, line, week.len());
                }
            });
        });
    }
}

fn row(body: &mut Markup, line: &Line, days: usize) {
    body.within("tr", |tr| {
        tr.element("th", &line.label);
        for _ in 0..days {
            tr.within("td", |td| {
                for _ in 0..line.boxes.unwrap_or(0) {
                    td.raw("<span class=\"box\"></span>");
                }
            });
        }
    });
}
