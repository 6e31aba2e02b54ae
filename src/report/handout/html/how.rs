//! How each exercise is done, with room for its pictures.

use crate::domain::program::Program;
use crate::domain::text::Clean;
use crate::report::handout::Drawings;
use crate::report::handout::easier::easier;
use crate::report::handout::facts::{Explained, explained};
use crate::report::handout::markup::Markup;
use crate::report::handout::phrases::Phrases;

/// The frame of an empty room for a picture, with the floor in it.
const FRAME: &str = concat!(
    "<rect x=\"1\" y=\"1\" width=\"178\" height=\"158\" rx=\"6\" fill=\"none\" stroke=\"#000\" stroke-width=\"1.5\"/>",
    "<path d=\"M12 138 H168\" stroke=\"#000\" stroke-width=\"1\"/>",
);

/// A drawing goes into the frame, above its label.
const PLACED: &str = "<svg x=\"2\" y=\"2\" width=\"176\" height=\"138\" ";

pub(super) fn section(page: &mut Markup, program: &Program, say: Phrases<'_>, drawings: Drawings<'_>) {
    page.within("section class=\"how\"", |section| {
        section.element("h2", &say.text("how_to"));
        let all = explained(program, say);
        for one in &all {
            section.within("article class=\"exercise\"", |article| {
                article.within("div", |words| exercise(words, one, &all, say));
                rooms(article, say, drawings(one.exercise).as_ref());
            });
        }
    });
}

/// Two pictures, labelled: where the exercise begins, and where it ends. Without a figure the rooms stay empty.
fn rooms(page: &mut Markup, say: Phrases<'_>, drawn: Option<&[String; 2]>) {
    page.raw("<div class=\"figures\">");
    for (n, what) in ["picture_start", "picture_end"].into_iter().enumerate() {
        let what = say.text(what);
        page.raw("<svg viewBox=\"0 0 180 160\" role=\"img\" aria-label=\"");
        let drawing = drawn.and_then(|drawn| drawn.get(n));
        page.text(&if drawing.is_some() { what.clone() } else { say.with("picture_room", &[("what", &what)]) });
        page.raw("\">");
        match drawing {
            Some(drawing) => page.drawing(&drawing.replacen("<svg ", PLACED, 1)),
            None => page.raw(FRAME),
        }
        page.raw("<text x=\"90\" y=\"153\" text-anchor=\"middle\" font-size=\"12\">");
        page.text(&what);
        page.raw("</text></svg>");
    }
    page.raw("</div>\n");
}

fn exercise(page: &mut Markup, one: &Explained<'_>, all: &[Explained<'_>], say: Phrases<'_>) {
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
        page.element("p", &say.in_general(setup, exercise.side));
    }
    if !exercise.steps.is_empty() {
        page.within("ol", |ol| {
            for step in &exercise.steps {
                ol.element("li", &say.in_general(step, exercise.side));
            }
        });
    }
    for note in &one.notes {
        page.element("p class=\"note\"", note);
    }
    if !exercise.mistakes.is_empty() {
        page.within("p class=\"mistakes\"", |p| {
            p.element("b", &format!("{} ", say.text("avoid")));
            p.text(&exercise.mistakes.iter().map(Clean::as_str).collect::<Vec<_>>().join("; "));
        });
    }
    if let Some(easier) = easier(exercise, all, say) {
        page.within("p class=\"mistakes\"", |p| {
            p.element("b", &format!("{} ", say.text("easier")));
            p.text(&easier);
        });
    }
}
