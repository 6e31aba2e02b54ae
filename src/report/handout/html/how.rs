//! How each exercise is done, with room for its pictures.

use crate::domain::program::Program;
use crate::domain::text::Clean;
use crate::report::handout::easier::easier;
use crate::report::handout::facts::{Explained, explained, sentence};
use crate::report::handout::markup::Markup;

/// Two empty rooms, labelled: where the exercise begins, and where it ends.
const ROOMS: &str = concat!(
    "<div class=\"figures\">",
    "<svg viewBox=\"0 0 180 160\" role=\"img\" aria-label=\"room for a picture: start\">",
    "<rect x=\"1\" y=\"1\" width=\"178\" height=\"158\" rx=\"6\" fill=\"none\" stroke=\"#000\" stroke-width=\"1.5\"/>",
    "<path d=\"M12 138 H168\" stroke=\"#000\" stroke-width=\"1\"/>",
    "<text x=\"90\" y=\"153\" text-anchor=\"middle\" font-size=\"12\">start</text></svg>",
    "<svg viewBox=\"0 0 180 160\" role=\"img\" aria-label=\"room for a picture: end\">",
    "<rect x=\"1\" y=\"1\" width=\"178\" height=\"158\" rx=\"6\" fill=\"none\" stroke=\"#000\" stroke-width=\"1.5\"/>",
    "<path d=\"M12 138 H168\" stroke=\"#000\" stroke-width=\"1\"/>",
    "<text x=\"90\" y=\"153\" text-anchor=\"middle\" font-size=\"12\">end</text></svg>",
    "</div>\n",
);

pub(super) fn section(page: &mut Markup, program: &Program) {
    page.within("section class=\"how\"", |section| {
        section.element("h2", "How to do them");
        let all = explained(program);
        for one in &all {
            section.within("article class=\"exercise\"", |article| {
                article.within("div", |words| exercise(words, one, &all));
                article.raw(ROOMS);
            });
        }
    });
}

fn exercise(page: &mut Markup, one: &Explained<'_>, all: &[Explained<'_>]) {
    let exercise = one.exercise;
    page.within("h3", |h3| {
        if let Some(number) = one.number {
            h3.text(&format!("{number}. "));
        }
        h3.text(&exercise.name);
        if let Some(role) = &one.role {
            h3.element("small", &format!(" ({role})"));
        }
        if let Some(purpose) = &exercise.purpose {
            h3.element("small", &format!(": {purpose}"));
        }
    });
    if let Some(setup) = &exercise.setup {
        page.element("p", &sentence(setup, exercise.side));
    }
    if !exercise.steps.is_empty() {
        page.within("ol", |ol| {
            for step in &exercise.steps {
                ol.element("li", &sentence(step, exercise.side));
            }
        });
    }
    for note in &one.notes {
        page.element("p class=\"note\"", note);
    }
    if !exercise.mistakes.is_empty() {
        page.within("p class=\"mistakes\"", |p| {
            p.element("b", "Avoid: ");
            p.text(&exercise.mistakes.iter().map(Clean::as_str).collect::<Vec<_>>().join("; "));
        });
    }
    if let Some(easier) = easier(exercise, all) {
        page.within("p class=\"mistakes\"", |p| {
            p.element("b", "Easier, when it hurts: ");
            p.text(&easier);
        });
    }
}
