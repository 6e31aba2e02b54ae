//! The shapes of the things in a picture.

use crate::figure::ink::Ink;
use crate::figure::point::Point;
use crate::figure::prop::{Kind, Toward};
use crate::figure::scene::Layer;
use crate::figure::shape::{Bounds, Piece, Shape, capsule, disc, rect};
use crate::figure::skeleton::Skeleton;

/// What the shapes of a thing depend on besides itself.
pub(super) struct Around<'a> {
    /// The body.
    pub(super) body: &'a Skeleton,
    /// What is seen: the ground has no end of its own.
    pub(super) seen: Bounds,
    /// The least width of a line, cm.
    pub(super) thin: f64,
}

fn solid(ink: Ink, pieces: Vec<Piece>) -> Layer {
    Layer::ink(ink, Shape::melted(0.0, pieces))
}

fn p(x: f64, y: f64) -> Point {
    Point::new(x, y)
}

/// The layers of a thing, from the back to the front.
pub(super) fn layers(kind: &Kind, around: &Around<'_>) -> Vec<Layer> {
    match kind {
        Kind::Floor(_) | Kind::Block(..) | Kind::Wall(..) | Kind::Backdrop => solids(kind, around),
        Kind::Kettlebell(_) | Kind::Dumbbell(_) | Kind::Plate(..) | Kind::Backpack => weights(kind, around),
        Kind::Band(..) | Kind::Towel(..) | Kind::Roller(..) | Kind::Ball(..) | Kind::Tool(..) | Kind::Ring(..) => {
            tools(kind, around)
        }
        _ => furniture(kind, around),
    }
}

/// What is stood on and leant against.
fn solids(kind: &Kind, around: &Around<'_>) -> Vec<Layer> {
    let ((low, high), line) = (around.seen, around.thin);
    match kind {
        Kind::Floor(y) => {
            let floor = rect(p(low.x - 5.0, (low.y - 5.0).min(y - 5.0)), p(high.x + 5.0, *y));
            let edge = rect(p(low.x - 5.0, y - line), p(high.x + 5.0, *y));
            vec![solid(Ink::Prop, vec![floor]), solid(Ink::Edge, vec![edge])]
        }
        Kind::Backdrop => {
            let all = rect(p(low.x - 5.0, low.y - 5.0), p(high.x + 5.0, high.y + 5.0));
            vec![solid(Ink::Prop, vec![all])]
        }
        Kind::Block(from, to) => {
            let top = rect(p(from.x, to.y - line), *to);
            let left = rect(*from, p(from.x + line * 0.6, to.y));
            let right = rect(p(to.x - line * 0.6, from.y), *to);
            vec![solid(Ink::Prop, vec![rect(*from, *to)]), solid(Ink::Edge, vec![top, left, right])]
        }
        Kind::Wall(x, toward) => {
            let (near, far, edge) = match toward {
                Toward::Left => (*x, low.x.min(*x) - 5.0, (x - line * 0.6, *x)),
                Toward::Right => (*x, high.x.max(*x) + 5.0, (*x, x + line * 0.6)),
            };
            let wall = rect(p(near.min(far), low.y - 5.0), p(near.max(far), high.y + 5.0));
            let edge = rect(p(edge.0, low.y - 5.0), p(edge.1, high.y + 5.0));
            vec![solid(Ink::Prop, vec![wall]), solid(Ink::Edge, vec![edge])]
        }
        _ => Vec::new(),
    }
}

/// What stands or lies around.
fn furniture(kind: &Kind, around: &Around<'_>) -> Vec<Layer> {
    let ((low, _), line) = (around.seen, around.thin);
    match kind {
        Kind::Rail(x, foot, top) => {
            let r = (line * 0.5).max(1.3);
            let post = capsule(p(*x, *foot), r, p(*x, *top), r);
            vec![solid(Ink::Edge, vec![post, capsule(p(x - 3.5, *top), r * 1.3, p(x + 3.5, *top), r * 1.3)])]
        }
        Kind::Mat(from, to, y) => vec![solid(Ink::Soft, vec![rect(p(*from, y - line.max(2.6)), p(*to, *y))])],
        Kind::Sheet(from, to) => vec![solid(Ink::Soft, vec![rect(*from, *to)])],
        Kind::Guide(from, to, y) => {
            let mut dashes = Vec::new();
            let step = (line * 3.0).max(5.0);
            let mut x = *from;
            while x < *to {
                dashes.push(rect(p(x, y - line), p((x + step * 0.5).min(*to), *y)));
                x += step;
            }
            vec![solid(Ink::Edge, dashes)]
        }
        Kind::Chair(from, to, seat, back) => chair((*from, *to), *seat, *back, low.y.max(0.0)),
        Kind::Bench(from, to) => {
            let legs = [from.x + 3.0, to.x - 3.0].map(|x| rect(p(x - 1.8, from.y), p(x + 1.8, to.y - 3.0)));
            let top = Layer::ink(Ink::Edge, Shape::of(rect(p(from.x, to.y - 6.0), *to)));
            vec![solid(Ink::Prop, legs.to_vec()), top]
        }
        _ => Vec::new(),
    }
}

/// What goes with the body.
fn tools(kind: &Kind, around: &Around<'_>) -> Vec<Layer> {
    let (body, line) = (around.body, around.thin);
    match kind {
        Kind::Band(from, to) => {
            let r = (line * 0.5).max(1.1);
            vec![solid(Ink::Load, vec![capsule(from.of(body), r, to.of(body), r)])]
        }
        Kind::Towel(from, to) => {
            let r = (line * 0.6).max(1.3);
            vec![solid(Ink::Soft, vec![capsule(from.of(body), r, to.of(body), r)])]
        }
        Kind::Roller(at, r) => {
            let at = at.of(body);
            vec![solid(Ink::Load, vec![disc(at, *r)]), solid(Ink::Edge, vec![disc(at, r * 0.45)])]
        }
        Kind::Ball(at, r) => vec![solid(Ink::Load, vec![disc(at.of(body), *r)])],
        Kind::Ring(at, r) => {
            let (middle, thick) = (at.of(body), (line * 0.5).max(0.7));
            let on = |degrees: f64| middle + Point::direction(degrees) * *r;
            let dashes = (0..12).map(|n| f64::from(n) * 30.0);
            let dashes = dashes.map(|from| capsule(on(from), thick, on(from + 15.0), thick));
            vec![solid(Ink::Edge, dashes.collect())]
        }
        Kind::Tool(from, to) => {
            let (from, to) = (from.of(body), to.of(body));
            vec![solid(Ink::Load, vec![capsule(from, 2.2, to, 1.6), disc(to, 3.2)])]
        }
        _ => Vec::new(),
    }
}

/// What is lifted.
fn weights(kind: &Kind, around: &Around<'_>) -> Vec<Layer> {
    let body = around.body;
    match kind {
        Kind::Kettlebell(at) => {
            let at = at.of(body);
            // The window between the handle and the bell is what tells it from a ball.
            let handle = capsule(at + p(-4.6, -1.0), 1.5, at + p(4.6, -1.0), 1.5);
            let sides = [-5.6, 5.6].map(|x| capsule(at + p(x, -1.6), 1.6, at + p(x * 0.9, -9.0), 1.8));
            let mut pieces = vec![handle, disc(at + p(0.0, -15.0), 8.0)];
            pieces.extend(sides);
            vec![solid(Ink::Load, pieces)]
        }
        Kind::Dumbbell(at) => {
            let at = at.of(body);
            let ends = [-7.0, 7.0].map(|x| capsule(at + p(x, 0.0), 4.4, at + p(x * 1.3, 0.0), 4.4));
            let mut pieces = vec![capsule(at - p(7.0, 0.0), 1.5, at + p(7.0, 0.0), 1.5)];
            pieces.extend(ends);
            vec![solid(Ink::Load, pieces)]
        }
        Kind::Plate(at, r) => {
            let at = at.of(body);
            vec![solid(Ink::Load, vec![disc(at, *r)]), solid(Ink::Edge, vec![disc(at, r * 0.25)])]
        }
        Kind::Backpack => {
            let pack = capsule(body.spine(0.42, -13.5), 6.4, body.spine(0.76, -13.5), 6.8);
            vec![solid(Ink::Load, vec![pack])]
        }
        _ => Vec::new(),
    }
}

fn chair((from, to): (f64, f64), seat: f64, back: Option<Toward>, ground: f64) -> Vec<Layer> {
    let legs = [from + 2.0, to - 2.0].map(|x| rect(p(x - 1.5, ground), p(x + 1.5, seat - 2.0)));
    let mut frame = legs.to_vec();
    if let Some(back) = back {
        let x = if back == Toward::Left { from + 1.0 } else { to - 1.0 };
        frame.push(capsule(p(x, seat - 2.0), 2.0, p(x, seat + 44.0), 2.0));
    }
    let top = Layer::ink(Ink::Edge, Shape::of(rect(p(from, seat - 4.5), p(to, seat))));
    vec![solid(Ink::Prop, frame), top]
}
