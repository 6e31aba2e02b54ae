//! The visit page as one HTML file: black on white, a program a page, nothing loaded from elsewhere, no scripts.

mod drawing;

use crate::domain::visit::Visit;
use crate::report::handout::markup::Markup;
use crate::report::visit::Asked;
use crate::report::visit::block::{Block, Strip, Table};
use crate::report::visit::page::blocks;

/// The look of it; prints on A4 and on Letter.
const STYLE: &str = include_str!("html/style.css");

pub(super) fn page(visits: &[Visit], asked: Asked) -> String {
    let mut page = Markup::default();
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    let titles: Vec<&str> = visits.iter().map(|visit| visit.title.as_str()).collect();
    page.element("title", &format!("Visit: {}", titles.join(", ")));
    page.raw("<style>\n");
    page.raw(STYLE);
    page.raw("</style>\n</head>\n<body>\n");
    for visit in visits {
        page.within("main", |main| sections(main, &blocks(visit, asked)));
    }
    page.raw("</body>\n</html>\n");
    page.finish()
}

/// A heading and all up to the next one stay together.
fn sections(page: &mut Markup, blocks: &[Block]) {
    let mut rest = blocks;
    while let Some((first, behind)) = rest.split_first() {
        let is_heading = |block: &Block| matches!(block, Block::Heading(_));
        let end = behind.iter().position(is_heading).unwrap_or(behind.len());
        let (own, later) = behind.split_at(end);
        // Short lists stand beside each other.
        let is_short = matches!(own, [Block::List(items)] if items.len() <= 6);
        let tag = if is_heading(first) && is_short { "section class=\"short\"" } else { "section" };
        page.within(tag, |section| {
            block(section, first);
            for next in own {
                block(section, next);
            }
        });
        rest = later;
    }
}

fn block(page: &mut Markup, block: &Block) {
    match block {
        Block::Title(title) => page.element("h1", title),
        Block::Facts(facts) => page.within("dl", |dl| {
            for (name, value) in facts {
                dl.within("div", |div| {
                    div.element("dt", name);
                    div.element("dd", value);
                });
            }
        }),
        Block::Heading(heading) => page.element("h2", heading),
        Block::Legend(text) => page.element("p class=\"legend\"", text),
        Block::Table(table) => self::table(page, table),
        Block::List(items) => page.within("ul", |ul| items.iter().for_each(|item| ul.element("li", item))),
        Block::Chart(chart) => drawing::chart(page, chart),
        Block::Strips(strips) => page.within("table class=\"strips\"", |table| {
            table.within("tbody", |body| strips.iter().for_each(|strip| self::strip(body, strip)));
        }),
        Block::Blank(lines) => (0..*lines).for_each(|_| page.raw("<div class=\"rule\"></div>\n")),
    }
}

fn table(page: &mut Markup, table: &Table) {
    page.within("table", |element| {
        element.within("thead", |head| {
            head.within("tr", |tr| table.head.iter().for_each(|name| tr.element("th", name)));
        });
        element.within("tbody", |body| {
            for row in &table.rows {
                body.within("tr", |tr| {
                    for (n, cell) in row.iter().enumerate() {
                        tr.element(if table.marks.contains(&n) { "td class=\"marks\"" } else { "td" }, cell);
                    }
                });
            }
        });
    });
}

fn strip(body: &mut Markup, strip: &Strip) {
    body.within("tr", |tr| {
        tr.element("th", &strip.name);
        tr.within("td", |td| drawing::strip(td, strip));
        tr.element("td", &strip.numbers);
    });
}
