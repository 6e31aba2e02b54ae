//! The handout as one HTML file: black on white, the first page whole in itself, nothing loaded from elsewhere.

mod diary;
mod how;

use crate::domain::program::{Phase, Program};
use crate::domain::text::Clean;
use crate::report::handout::Drawings;
use crate::report::handout::facts::{
    Row, how_often, is_one_table, rows, session_minutes, session_title, stage_lines, stripes,
};
use crate::report::handout::markup::Markup;
use crate::report::handout::phrases::Phrases;
use crate::report::needed;

/// The look of it; prints on A4 and on Letter.
const STYLE: &str = include_str!("html/style.css");

pub(super) fn page(program: &Program, say: Phrases<'_>, drawings: Drawings<'_>) -> String {
    let mut page = Markup::default();
    page.raw("<!DOCTYPE html>\n<html lang=\"");
    page.text(&program.language);
    page.raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    page.element("title", &program.title);
    page.raw("<style>\n");
    page.raw(STYLE);
    page.raw("</style>\n</head>\n<body>\n");
    // The first page says what is done first, and all that must be known of pain and of danger.
    let mut stages = program.phases.iter().enumerate();
    page.within(if is_full(program, say) { "div class=\"first full\"" } else { "div class=\"first\"" }, |first| {
        head(first, program, say);
        if let Some((index, phase)) = stages.next() {
            stage(first, program, (index, phase), say);
        }
        pain(first, program, say);
        warnings(first, program, say);
    });
    if stages.len() > 0 {
        page.within("section class=\"later\"", |later| {
            later.element("h2", &say.text("stages_follow"));
            stages.for_each(|stage_of| stage(later, program, stage_of, say));
        });
    }
    how::section(&mut page, program, say, drawings);
    diary::section(&mut page, program, say);
    end(&mut page, program, say);
    page.raw("</body>\n</html>\n");
    page.finish()
}

fn head(page: &mut Markup, program: &Program, say: Phrases<'_>) {
    page.within("header", |header| {
        header.element("h1", &program.title);
        if let Some(summary) = &program.summary {
            header.element("p class=\"lead\"", summary);
        }
        header.within("dl class=\"facts\"", |facts| {
            let mut fact = |name: &str, value: &str| {
                facts.element("dt", &say.text(name));
                facts.element("dd", value);
            };
            if let Some(audience) = &program.audience {
                fact("for", audience);
            }
            fact("how_often", &how_often(program, say));
            if let Some(minutes) = session_minutes(program, 0, 0, say).filter(|_| is_one_table(program)) {
                fact("a_session", &minutes);
            }
            let needed: Vec<&str> = needed(program).into_iter().map(Clean::as_str).collect();
            if !needed.is_empty() {
                fact("you_need", &needed.join(", "));
            }
            if let Some(author) = &program.author {
                fact("written_by", author);
            }
        });
        header.within("div class=\"blanks\"", |blanks| {
            blanks.element("span", &say.text("name"));
            blanks.element("span class=\"short\"", &say.text("affected"));
            blanks.element("span class=\"short\"", &say.text("begun_on"));
            blanks.element("span", &say.text("therapist"));
            blanks.element("span class=\"short\"", &say.text("telephone"));
            blanks.element("span class=\"short\"", &say.text("seen_again"));
        });
    });
}

/// A stage with the tables of its sessions.
fn stage(page: &mut Markup, program: &Program, (index, phase): (usize, &Phase), say: Phrases<'_>) {
    page.within("section class=\"stage\"", |section| {
        match &phase.title {
            Some(title) => section.element("h2", &format!("{}: {title}", say.number("stage", &(index + 1)))),
            None if program.phases.len() > 1 => section.element("h2", &say.number("stage", &(index + 1))),
            None => section.element("h2", &say.text("your_exercises")),
        }
        let lines = stage_lines(program, index, phase, say);
        if !lines.is_empty() {
            section.element("p", &lines.join(" "));
        }
        let sessions = phase.sessions.iter().enumerate();
        let sessions: Vec<(Option<String>, Vec<Row>)> =
            sessions.map(|(n, session)| (session_title(phase, n, session, say), rows(program, session, say))).collect();
        table(section, &sessions, say);
    });
}

/// More lines than these on the first page need smaller letters, so that what must be known of danger still stands on
/// it: found by printing all bundled programs on A4 and on Letter.
const FULL: usize = 25;
/// Letters on a line of the warnings, which stand in two columns, and of the words on what to expect.
const LINES: [usize; 2] = [62, 110];

/// Whether much has to stand on the first page: lines of its tables and of its warnings.
fn is_full(program: &Program, say: Phrases<'_>) -> bool {
    let Some(first) = program.phases.first() else { return false };
    let rows = first.sessions.iter().flat_map(|session| rows(program, session, say));
    let lines: usize = rows.map(|row| 1 + usize::from(!row.remarks.is_empty())).sum();
    let broken = |text: &Clean, room: usize| text.chars().count().div_ceil(room);
    let warnings =
        [&program.stop_if, &program.not_for].map(|list| list.iter().map(|item| broken(item, LINES[0])).sum());
    let longest: usize = warnings.into_iter().max().unwrap_or(0);
    let expect = program.expect.as_ref().map_or(0, |text| broken(text, LINES[1]));
    let titles = if first.sessions.len() > 1 { first.sessions.len() } else { 0 };
    lines + titles + longest + expect > FULL
}

/// The exercises of the sessions in one table, so that its columns are named once; a column that nobody needs is left
/// out.
fn table(page: &mut Markup, sessions: &[(Option<String>, Vec<Row>)], say: Phrases<'_>) {
    let rows = || sessions.iter().flat_map(|(_, rows)| rows);
    let paced = rows().any(|row| !row.pace.is_empty());
    let rests = rows().any(|row| !row.rest.is_empty());
    let loads = rows().any(|row| !row.load.is_empty());
    page.within("table class=\"sheet\"", |table| {
        table.within("thead", |head| {
            head.within("tr", |tr| {
                for name in ["exercise", "sets_work", "side"] {
                    tr.element("th", &say.text(name));
                }
                for (shown, name) in [(paced, "how_fast"), (rests, "rest"), (loads, "load")] {
                    if shown {
                        tr.element("th", &say.text(name));
                    }
                }
            });
        });
        for (title, rows) in sessions {
            table.within("tbody", |body| {
                if let Some(title) = title {
                    body.within("tr class=\"session\"", |tr| tr.element(across([paced, rests, loads]), title));
                }
                for (n, row) in rows.iter().enumerate() {
                    body.within("tr", |tr| line(tr, n + 1, row, [paced, rests, loads]));
                    if !row.remarks.is_empty() {
                        body.within("tr class=\"under\"", |tr| {
                            tr.element(across([paced, rests, loads]), &row.remarks.join(" "));
                        });
                    }
                }
            });
        }
    });
}

/// A cell as wide as the table, of which three columns are always there.
fn across(more: [bool; 3]) -> &'static str {
    match more.into_iter().filter(|shown| *shown).count() {
        0 => "td colspan=\"3\"",
        1 => "td colspan=\"4\"",
        2 => "td colspan=\"5\"",
        _ => "td colspan=\"6\"",
    }
}

fn line(tr: &mut Markup, number: usize, row: &Row, [paced, rests, loads]: [bool; 3]) {
    tr.within("td", |td| td.element("b", &format!("{number}. {}", row.name)));
    tr.within("td class=\"dose\"", |td| {
        let mut amounts = row.amount.iter();
        td.text(amounts.next().map(String::as_str).unwrap_or_default());
        for amount in amounts {
            td.element("span", amount);
        }
    });
    tr.element("td", &whole(&row.side));
    if paced {
        let phases: Vec<String> = row.pace.split(", ").map(whole).collect();
        let phases = phases.join(", ");
        tr.element("td", if row.pace.is_empty() { "–" } else { &phases });
    }
    if rests {
        tr.element("td class=\"short\"", if row.rest.is_empty() { "–" } else { &row.rest });
    }
    if loads {
        tr.element("td", if row.load.is_empty() { "–" } else { &row.load });
    }
}

/// A few words that stay on one line: `lower 3 s`.
fn whole(words: &str) -> String {
    const LONGEST: usize = 20;
    if words.chars().count() > LONGEST { words.to_owned() } else { words.replace(' ', "\u{a0}") }
}

/// The pain rule in plain words.
fn pain(page: &mut Markup, program: &Program, say: Phrases<'_>) {
    page.within("section class=\"pain\"", |section| {
        let place = program.pain.place.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
        section.element("h2", &format!("{}{place}: {}", say.text("hurts"), say.text("scale")));
        section.within("table", |table| {
            let stripes = stripes(&program.pain, say);
            table.within("thead", |head| {
                head.within("tr", |tr| stripes.iter().for_each(|stripe| tr.element("th", &stripe.scores)));
            });
            table.within("tbody", |body| {
                body.within("tr", |tr| stripes.iter().for_each(|stripe| tr.element("td", &stripe.what)));
            });
        });
        if let Some(expect) = &program.expect {
            section.within("p class=\"expect\"", |p| {
                p.element("b", &format!("{} ", say.text("expect")));
                p.text(expect);
            });
        }
    });
}

/// When to stop, who must not do it, and what the player is not.
fn warnings(page: &mut Markup, program: &Program, say: Phrases<'_>) {
    let lists = [("stop_if", &program.stop_if), ("not_for", &program.not_for)];
    let lists: Vec<(&str, &Vec<Clean>)> = lists.into_iter().filter(|(_, list)| !list.is_empty()).collect();
    page.within("section class=\"warn\"", |section| {
        section.within("div class=\"pair\"", |pair| {
            for (title, list) in &lists {
                pair.within("div", |column| {
                    column.element("h2", &say.text(title));
                    column.within("ul", |ul| list.iter().for_each(|item| ul.element("li", item)));
                });
            }
        });
        section.element("p class=\"advice\"", &say.text("advice"));
    });
}

/// Room for notes, then where it comes from.
fn end(page: &mut Markup, program: &Program, say: Phrases<'_>) {
    page.within("section class=\"notes\"", |notes| {
        notes.element("h2", &say.text("notes"));
        for _ in 0..4 {
            notes.raw("<div class=\"rule\"></div>\n");
        }
    });
    page.within("section class=\"fine\"", |fine| {
        if !program.sources.is_empty() {
            fine.element("h3", &say.text("sources"));
            fine.within("ul", |ul| {
                for source in &program.sources {
                    ul.element("li", source);
                }
            });
        }
        let version = program.version.as_ref().map(|version| say.with("version", &[("version", version)]));
        let version = version.map(|version| format!(", {version}")).unwrap_or_default();
        let license = program.license.as_ref().map(|license| format!(" {license}.")).unwrap_or_default();
        let own = say.with("program", &[("id", program.id.as_str())]);
        fine.element("p", &format!("{own}{version}.{license} {}", say.text("not_advice")));
    });
}
