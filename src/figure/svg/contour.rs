//! The edge of a shape as rings of points: marching squares on its distances, and then as few points as will do.

use std::collections::BTreeMap;

use crate::figure::point::Point;
use crate::figure::shape::{Bounds, Shape};

/// The width of a square, cm.
const STEP: f64 = 0.8;
/// A point that lies so near to the line between its neighbours is left out, cm.
const SLACK: f64 = 0.08;

/// The rings of a shape without the gaps, inside of the bounds.
pub(super) fn loops(shape: &Shape, gaps: &[&Shape], seen: Bounds) -> Vec<Vec<Point>> {
    let own = shape.bounds();
    let low = Point::new(own.0.x.max(seen.0.x), own.0.y.max(seen.0.y));
    let high = Point::new(own.1.x.min(seen.1.x), own.1.y.min(seen.1.y));
    if low.x >= high.x || low.y >= high.y {
        return Vec::new();
    }
    let inside = |p: Point| {
        let edge = (low.x - p.x).max(p.x - high.x).max(low.y - p.y).max(p.y - high.y);
        gaps.iter().fold(shape.distance(p).max(edge), |d, gap| d.max(-gap.distance(p)))
    };
    let grid = Grid::new(low, high, inside);
    chain(grid.segments()).into_iter().map(|ring| fewer(&ring)).filter(|ring| ring.len() > 2).collect()
}

struct Grid {
    corner: Point,
    wide: usize,
    high: usize,
    values: Vec<f64>,
}

/// The edge of a square that a ring crosses: its lower left corner, and whether it goes up.
type Edge = (usize, usize, bool);

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
fn count(n: f64) -> usize {
    n.clamp(0.0, 2_000.0) as usize
}

fn real(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

impl Grid {
    fn new(low: Point, high: Point, distance: impl Fn(Point) -> f64) -> Self {
        let corner = low - Point::new(STEP, STEP) * 1.5;
        let (wide, tall) = (count((high.x - corner.x) / STEP) + 3, count((high.y - corner.y) / STEP) + 3);
        let mut values = Vec::with_capacity(wide * tall);
        for y in 0..tall {
            for x in 0..wide {
                values.push(distance(corner + Point::new(real(x), real(y)) * STEP));
            }
        }
        Self { corner, wide, high: tall, values }
    }

    fn value(&self, x: usize, y: usize) -> f64 {
        self.values.get(y * self.wide + x).copied().unwrap_or(1.0)
    }

    /// Where the ring crosses an edge.
    fn crossing(&self, (x, y, up): Edge) -> Point {
        let (to_x, to_y) = if up { (x, y + 1) } else { (x + 1, y) };
        let (a, b) = (self.value(x, y), self.value(to_x, to_y));
        let part = if (a - b).abs() > 1e-9 { (a / (a - b)).clamp(0.0, 1.0) } else { 0.5 };
        let from = self.corner + Point::new(real(x), real(y)) * STEP;
        from.mix(self.corner + Point::new(real(to_x), real(to_y)) * STEP, part)
    }

    /// Pieces of rings, each from an edge to an edge, the inside at their left.
    fn segments(&self) -> Vec<((Edge, Point), (Edge, Point))> {
        let mut found = Vec::new();
        for y in 0..self.high - 1 {
            for x in 0..self.wide - 1 {
                let corner = |dx: usize, dy: usize| self.value(x + dx, y + dy) < 0.0;
                let (bottom, right, top, left) = ((x, y, false), (x + 1, y, true), (x, y + 1, false), (x, y, true));
                let bits = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
                let pieces: &[(Edge, Edge)] = &match bits {
                    [true, false, false, false] => [(bottom, left), (bottom, bottom)],
                    [false, true, false, false] => [(right, bottom), (bottom, bottom)],
                    [true, true, false, false] => [(right, left), (bottom, bottom)],
                    [false, false, true, false] => [(top, right), (bottom, bottom)],
                    [true, false, true, false] => [(bottom, left), (top, right)],
                    [false, true, true, false] => [(top, bottom), (bottom, bottom)],
                    [true, true, true, false] => [(top, left), (bottom, bottom)],
                    [false, false, false, true] => [(left, top), (bottom, bottom)],
                    [true, false, false, true] => [(bottom, top), (bottom, bottom)],
                    [false, true, false, true] => [(right, bottom), (left, top)],
                    [true, true, false, true] => [(right, top), (bottom, bottom)],
                    [false, false, true, true] => [(left, right), (bottom, bottom)],
                    [true, false, true, true] => [(bottom, right), (bottom, bottom)],
                    [false, true, true, true] => [(left, bottom), (bottom, bottom)],
                    [true, true, true, true] | [false, false, false, false] => [(bottom, bottom), (bottom, bottom)],
                };
                let real = pieces.iter().filter(|(a, b)| a != b);
                found.extend(real.map(|(a, b)| ((*a, self.crossing(*a)), (*b, self.crossing(*b)))));
            }
        }
        found
    }
}

/// Segments joined to rings.
fn chain(segments: Vec<((Edge, Point), (Edge, Point))>) -> Vec<Vec<Point>> {
    let mut next: BTreeMap<Edge, (Point, Edge)> =
        segments.into_iter().map(|((from, at), (to, _))| (from, (at, to))).collect();
    let mut rings = Vec::new();
    while let Some((start, (at, to))) = next.pop_first() {
        let mut ring = vec![at];
        let mut edge = to;
        while edge != start {
            let Some((at, to)) = next.remove(&edge) else { break };
            ring.push(at);
            edge = to;
        }
        rings.push(ring);
    }
    rings
}

/// The ring with as few points as will do.
fn fewer(ring: &[Point]) -> Vec<Point> {
    let Some((first, rest)) = ring.split_first() else { return Vec::new() };
    let far = rest.iter().enumerate().max_by(|a, b| first.to(*a.1).total_cmp(&first.to(*b.1)));
    let Some((middle, _)) = far else { return Vec::new() };
    let (one, other) = ring.split_at(middle + 1);
    let mut out = Vec::new();
    let mut open = one.to_vec();
    open.extend(other.first());
    keep(&open, &mut out);
    let mut open = other.to_vec();
    open.push(*first);
    keep(&open, &mut out);
    out
}

/// Takes the first point of a line and those that it needs; the last is left to what follows.
fn keep(line: &[Point], out: &mut Vec<Point>) {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return };
    let way = (*last - *first).unit().right();
    let off = |p: &Point| if way.length() > 0.5 { way.dot(*p - *first).abs() } else { first.to(*p) };
    let inner = line.get(1..line.len().saturating_sub(1)).unwrap_or_default();
    let worst = inner.iter().enumerate().max_by(|a, b| off(a.1).total_cmp(&off(b.1)));
    match worst.filter(|(_, p)| off(p) > SLACK) {
        Some((n, _)) => {
            keep(line.get(..n + 2).unwrap_or_default(), out);
            keep(line.get(n + 1..).unwrap_or_default(), out);
        }
        None => out.push(*first),
    }
}
