//! A moment of a figure as a vector drawing: the same shapes, followed along their edges. Small, without scripts.

mod contour;

use std::fmt::Write as _;

use crate::domain::exercise::Side;
use crate::figure::camera::{Camera, Snap};
use crate::figure::draw::Moment;
use crate::figure::ink::{Ink, Palette};
use crate::figure::model::{Figure, View};
use crate::figure::point::Point;
use crate::figure::scene::{Layer, Scene};
use crate::figure::shape::Shape;

/// A drawing: one unit is a cm. The ground is left out unless `filled`.
pub fn svg(figure: &Figure, view: &View, moment: &Moment<'_>, palette: Palette, filled: bool) -> String {
    let size = view.high - view.low;
    // As fine as a picture of 60 cells: lines of things and gaps are as wide as there.
    let cells = (60, 30);
    let camera = Camera::fit((view.low, view.high), cells, 2.0, Snap::default());
    let stance = figure.stance(moment.phase, moment.part, moment.seconds);
    let scene = Scene::new(figure, view, &stance, &camera);
    let mut out = String::new();
    let [w, h] = [size.x, size.y].map(|n| format!("{n:.0}"));
    let title = escaped(&figure.title);
    let _infallible = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" role=\"img\"><title>{title}</title>"
    );
    if filled {
        let ground = colour(palette, Ink::Ground);
        let _infallible = write!(out, "<path fill=\"{ground}\" d=\"M0 0H{w}V{h}H0z\"/>");
    }
    let place = Placing { view, mirrored: moment.side == Side::Left };
    let nothing: &[&Shape] = &[];
    for layer in &scene.behind {
        write_layer(&mut out, layer, nothing, &place, palette);
    }
    for (n, layer) in scene.body.iter().enumerate() {
        // A gap takes away from what was drawn of the body before it.
        let later: Vec<&Shape> =
            scene.body.iter().skip(n + 1).filter(|one| one.ink.is_none()).map(|one| &one.shape).collect();
        write_layer(&mut out, layer, &later, &place, palette);
    }
    for layer in &scene.front {
        write_layer(&mut out, layer, nothing, &place, palette);
    }
    out.push_str("</svg>\n");
    out
}

struct Placing<'a> {
    view: &'a View,
    mirrored: bool,
}

impl Placing<'_> {
    fn of(&self, p: Point) -> (f64, f64) {
        let x = if self.mirrored { self.view.high.x - p.x } else { p.x - self.view.low.x };
        (x, self.view.high.y - p.y)
    }
}

fn write_layer(out: &mut String, layer: &Layer, gaps: &[&Shape], place: &Placing<'_>, palette: Palette) {
    let Some(ink) = layer.ink else { return };
    let loops = contour::loops(&layer.shape, gaps, (place.view.low, place.view.high));
    if loops.is_empty() {
        return;
    }
    let mut path = String::new();
    for ring in loops {
        for (n, point) in ring.iter().enumerate() {
            let (x, y) = place.of(*point);
            let _infallible = write!(path, "{}{} {}", if n == 0 { "M" } else { "L" }, short(x), short(y));
        }
        path.push('z');
    }
    let fill = colour(palette, ink);
    let _infallible = write!(out, "<path fill=\"{fill}\" fill-rule=\"evenodd\" d=\"{path}\"/>");
}

/// A number with one digit behind the point, and none where it is nothing.
fn short(n: f64) -> String {
    let text = format!("{n:.1}");
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

fn colour(palette: Palette, ink: Ink) -> String {
    let [r, g, b] = palette.rgb(ink);
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
