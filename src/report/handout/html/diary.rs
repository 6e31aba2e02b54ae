//! Two weeks of boxes as tables.

use crate::domain::program::Program;
use crate::report::handout::diary::{Diary, Line, diaries};
use crate::report::handout::markup::Markup;
use crate::report::handout::phrases::Phrases;

pub(super) fn section(page: &mut Markup, program: &Program, say: Phrases<'_>) {
    page.within("section class=\"diaries\"", |section| {
        section.element("h2", &say.text("two_weeks"));
        section.element("p", &say.text("two_weeks_how"));
        for diary in diaries(program, say) {
            section.within("div class=\"diary\"", |div| one(div, &diary, say));
        }
    });
}

fn one(page: &mut Markup, diary: &Diary, say: Phrases<'_>) {
    if !diary.covers.is_empty() {
        page.element("h3", &diary.covers.join(", "));
    }
    page.element("p", &diary.when);
    for (n, week) in diary.weeks.iter().enumerate() {
        page.within("table", |table| {
            table.within("thead", |head| {
                head.within("tr", |tr| {
                    tr.element("th class=\"label\"", &say.number("week", &(n + 1)));
                    for day in week {
                        tr.element("th", day);
                    }
                });
            });
            table.within("tbody", |body| {
                row(body, &Line { label: say.text("date"), boxes: None }, week.len());
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
