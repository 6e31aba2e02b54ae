//! Filled shapes as signed distances: negative inside, in cm. A smooth union is what makes an ankle look like one.

use crate::figure::point::Point;

/// A piece of a shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A tapered capsule; a disc where both ends are one.
    Capsule {
        /// One end and its radius.
        a: (Point, f64),
        /// The other end and its radius.
        b: (Point, f64),
    },
    /// A polygon, its corners in order.
    Polygon(Vec<Point>),
}

/// A shape: its pieces melt together, a part may be cut off, and all of it may be clipped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// What it is made of.
    pub pieces: Vec<Piece>,
    /// Over how many cm its pieces melt together; 0: not at all.
    pub soft: f64,
    /// Pieces that are cut out.
    pub minus: Vec<Piece>,
    /// It is seen only inside of this one.
    pub within: Option<Box<Self>>,
    /// It is so much larger all around, cm.
    pub grown: f64,
}

/// A piece as a row of a picture needs it: what is the same all along it is reckoned once.
#[derive(Clone, Debug)]
enum Near<'a> {
    Capsule {
        /// The x of one end, and how far below the row it is.
        from: Point,
        /// The way to the other end, and the same over its square.
        way: Point,
        over: f64,
        /// The radius at the one end, and how much more it is at the other.
        radius: f64,
        more: f64,
    },
    Polygon(&'a [Point], f64),
}

impl<'a> Near<'a> {
    fn new(piece: &'a Piece, y: f64) -> Self {
        match piece {
            Piece::Capsule { a: (a, ra), b: (b, rb) } => {
                let way = *b - *a;
                let size = way.dot(way);
                let over = if size > 1e-9 { 1.0 / size } else { 0.0 };
                Self::Capsule { from: Point::new(a.x, y - a.y), way, over, radius: *ra, more: rb - ra }
            }
            Piece::Polygon(corners) => Self::Polygon(corners, y),
        }
    }

    /// The distance of a place of the row; nothing where it is over `most`, which is known before the root is drawn.
    fn distance(&self, x: f64, most: f64) -> Option<f64> {
        match self {
            Self::Capsule { from, way, over, radius, more } => {
                let to = Point::new(x - from.x, from.y);
                let along = (to.dot(*way) * over).clamp(0.0, 1.0);
                let off = to - *way * along;
                let (square, radius) = (off.dot(off), radius + more * along);
                let reach = most + radius;
                (reach >= 0.0 && square <= reach * reach).then(|| square.sqrt() - radius)
            }
            Self::Polygon(corners, y) => Some(polygon(corners, Point::new(x, *y))),
        }
    }
}

/// What of a shape matters in a row of a picture.
#[derive(Clone, Debug, Default)]
pub struct Row<'a> {
    y: f64,
    near: Vec<Near<'a>>,
    /// How far all else is at least, cm.
    far: f64,
    /// Between which x it can be, cm; the greater one first where it is nowhere.
    pub(super) span: (f64, f64),
    within: Option<Box<Self>>,
}

/// A rectangle: the lower left and the upper right corner.
pub type Bounds = (Point, Point);

/// A tapered capsule.
pub const fn capsule(a: Point, ra: f64, b: Point, rb: f64) -> Piece {
    Piece::Capsule { a: (a, ra), b: (b, rb) }
}

/// A disc.
pub const fn disc(at: Point, r: f64) -> Piece {
    Piece::Capsule { a: (at, r), b: (at, r) }
}

/// A rectangle from its lower left to its upper right corner.
pub fn rect(low: Point, high: Point) -> Piece {
    Piece::Polygon(vec![low, Point::new(high.x, low.y), high, Point::new(low.x, high.y)])
}

impl Piece {
    /// The distance of a place.
    pub fn distance(&self, p: Point) -> f64 {
        match self {
            Self::Capsule { a: (a, ra), b: (b, rb) } => {
                let (pa, ba) = (p - *a, *b - *a);
                let size = ba.dot(ba);
                let h = if size > 1e-9 { (pa.dot(ba) / size).clamp(0.0, 1.0) } else { 0.0 };
                (pa - ba * h).length() - (ra + (rb - ra) * h)
            }
            Self::Polygon(corners) => polygon(corners, p),
        }
    }

    fn bounds(&self) -> Bounds {
        match self {
            Self::Capsule { a: (a, ra), b: (b, rb) } => (
                Point::new((a.x - ra).min(b.x - rb), (a.y - ra).min(b.y - rb)),
                Point::new((a.x + ra).max(b.x + rb), (a.y + ra).max(b.y + rb)),
            ),
            Self::Polygon(corners) => corners.iter().fold(NOTHING, |all, p| join(all, (*p, *p))),
        }
    }

    /// Between which x of a row it can be, grown by `more`; too much rather than too little.
    fn span(&self, y: f64, more: f64) -> (f64, f64) {
        let (low, high) = self.bounds();
        let Self::Capsule { a: (a, ra), b: (b, rb) } = self else { return (low.x, high.x) };
        let (r, rise) = (ra.max(*rb), b.y - a.y);
        if rise.abs() < 1e-6 {
            return (low.x, high.x);
        }
        // The part of its axis that is near enough to the row.
        let near = r + more + 0.5;
        let (one, other) = ((y - near - a.y) / rise, (y + near - a.y) / rise);
        let (first, last) = (one.min(other).clamp(0.0, 1.0), one.max(other).clamp(0.0, 1.0));
        let (left, right) = (a.x + (b.x - a.x) * first, a.x + (b.x - a.x) * last);
        ((left.min(right) - r).max(low.x), (left.max(right) + r).min(high.x))
    }

    fn mirrored(&self) -> Self {
        match self {
            Self::Capsule { a: (a, ra), b: (b, rb) } => capsule(a.mirrored(), *ra, b.mirrored(), *rb),
            Self::Polygon(corners) => Self::Polygon(corners.iter().map(|p| p.mirrored()).collect()),
        }
    }
}

/// The usual signed distance of a polygon.
fn polygon(corners: &[Point], p: Point) -> f64 {
    let Some(mut last) = corners.last().copied() else { return f64::INFINITY };
    let mut near = f64::INFINITY;
    let mut inside = false;
    for corner in corners {
        let edge = last - *corner;
        let way = p - *corner;
        let size = edge.dot(edge).max(1e-12);
        let off = way - edge * (way.dot(edge) / size).clamp(0.0, 1.0);
        near = near.min(off.dot(off));
        let crosses = (p.y >= corner.y) != (p.y >= last.y);
        if crosses && (p.x - corner.x) < edge.x * (p.y - corner.y) / edge.y {
            inside = !inside;
        }
        last = *corner;
    }
    if inside { -near.sqrt() } else { near.sqrt() }
}

/// Bounds of nothing at all.
pub const NOTHING: Bounds =
    (Point::new(f64::INFINITY, f64::INFINITY), Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY));

/// The bounds of both.
pub const fn join(a: Bounds, b: Bounds) -> Bounds {
    (Point::new(a.0.x.min(b.0.x), a.0.y.min(b.0.y)), Point::new(a.1.x.max(b.1.x), a.1.y.max(b.1.y)))
}

impl Shape {
    /// A shape of pieces that melt together over some cm.
    pub fn melted(soft: f64, pieces: Vec<Piece>) -> Self {
        Self { pieces, soft, ..Self::default() }
    }

    /// A shape of one piece.
    pub fn of(piece: Piece) -> Self {
        Self { pieces: vec![piece], ..Self::default() }
    }

    /// The same, seen only inside of another.
    #[must_use]
    pub fn within(mut self, other: &Self) -> Self {
        self.within = Some(Box::new(other.clone()));
        self
    }

    /// The same, larger all around.
    #[must_use]
    pub fn grown(mut self, by: f64) -> Self {
        self.grown += by;
        self
    }

    /// The mirror image at x = 0.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        Self {
            pieces: self.pieces.iter().map(Piece::mirrored).collect(),
            soft: self.soft,
            minus: self.minus.iter().map(Piece::mirrored).collect(),
            within: self.within.as_ref().map(|other| Box::new(other.mirrored())),
            grown: self.grown,
        }
    }

    /// The signed distance of a place; near the edge it is exact enough for a picture.
    pub fn distance(&self, p: Point) -> f64 {
        let mut d = self.blend(self.pieces.iter(), |piece, _| Some(piece.distance(p)));
        for piece in &self.minus {
            d = d.max(-piece.distance(p));
        }
        // Deep outside the clip does not matter.
        match &self.within {
            Some(within) if d < 2.0 => d.max(within.distance(p)),
            _ => d,
        }
    }

    /// The pieces that can matter in a row. A row of the same shape is written over, so that rows do not allocate.
    pub fn in_row<'a>(&'a self, y: f64, row: &mut Row<'a>) {
        let reach = self.soft + self.grown.max(0.0) + 3.0;
        let more = self.grown + self.soft / 4.0;
        row.y = y;
        row.near.clear();
        row.far = f64::INFINITY;
        let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
        for piece in &self.pieces {
            let (low, high) = piece.bounds();
            if y > low.y - reach && y < high.y + reach {
                row.near.push(Near::new(piece, y));
                let (left, right) = piece.span(y, more.max(0.0));
                (from, to) = (from.min(left), to.max(right));
            } else {
                row.far = 3.0;
            }
        }
        row.span = (from - more, to + more);
        if let Some(within) = &self.within {
            let clip = row.within.get_or_insert_default();
            within.in_row(y, clip);
            row.span = (row.span.0.max(clip.span.0), row.span.1.min(clip.span.1));
        }
    }

    /// The distance of a place of a row, or less where it is far.
    pub fn distance_in(&self, row: &Row<'_>, x: f64) -> f64 {
        let mut d = self.blend(row.near.iter(), |piece, most| piece.distance(x, most)).min(row.far);
        for piece in &self.minus {
            d = d.max(-piece.distance(Point::new(x, row.y)));
        }
        match (&self.within, &row.within) {
            (Some(within), Some(row)) if d < 2.0 => d.max(within.distance_in(row, x)),
            _ => d,
        }
    }

    fn blend<T>(&self, pieces: impl Iterator<Item = T>, distance: impl Fn(T, f64) -> Option<f64>) -> f64 {
        let mut d = f64::INFINITY;
        for piece in pieces {
            // What is further than all the rest by more than what melts together changes nothing.
            let Some(other) = distance(piece, d + self.soft) else { continue };
            if self.soft > 0.0 && d.is_finite() {
                let h = (self.soft - (d - other).abs()).max(0.0) / self.soft;
                d = d.min(other) - h * h * self.soft / 4.0;
            } else {
                d = d.min(other);
            }
        }
        d - self.grown
    }

    /// Where it can be.
    pub fn bounds(&self) -> Bounds {
        let all = self.pieces.iter().fold(NOTHING, |all, piece| join(all, piece.bounds()));
        let more = Point::new(1.0, 1.0) * (self.grown + self.soft / 4.0);
        let own = (all.0 - more, all.1 + more);
        self.within.as_ref().map_or(own, |within| {
            let other = within.bounds();
            let low = Point::new(own.0.x.max(other.0.x), own.0.y.max(other.0.y));
            (low, Point::new(own.1.x.min(other.1.x), own.1.y.min(other.1.y)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_negative_inside_and_true_outside() {
        let p = Point::new;
        let rod = capsule(p(0.0, 0.0), 2.0, p(10.0, 0.0), 2.0);
        assert!((rod.distance(p(5.0, 5.0)) - 3.0).abs() < 1e-9 && rod.distance(p(5.0, 1.0)) < 0.0);
        let block = rect(p(0.0, 0.0), p(4.0, 2.0));
        assert!((block.distance(p(2.0, 5.0)) - 3.0).abs() < 1e-9);
        assert!((block.distance(p(2.0, 1.0)) + 1.0).abs() < 1e-9);
    }

    #[test]
    fn what_melts_together_fills_the_corner_between() {
        let p = Point::new;
        let pieces = vec![capsule(p(0.0, 0.0), 1.0, p(10.0, 0.0), 1.0), capsule(p(0.0, 0.0), 1.0, p(0.0, 10.0), 1.0)];
        let corner = p(1.3, 1.3);
        assert!(Shape::melted(3.0, pieces.clone()).distance(corner) < 0.0);
        assert!(Shape::melted(0.0, pieces).distance(corner) > 0.0);
    }

    #[test]
    fn a_row_knows_as_much_as_the_whole_near_the_edge() {
        let p = Point::new;
        let limb = Shape::melted(3.0, vec![capsule(p(0.0, 0.0), 4.0, p(2.0, 40.0), 6.0), disc(p(1.0, 44.0), 7.0)]);
        let muscle = Shape::melted(1.0, vec![capsule(p(4.0, 10.0), 3.0, p(5.0, 30.0), 2.0)]).within(&limb);
        let slanted = capsule(p(-10.0, 50.0), 2.0, p(14.0, 20.0), 5.0);
        let arm = Shape::melted(2.0, vec![slanted, capsule(p(14.0, 20.0), 4.0, p(2.0, 20.0), 1.0)]).grown(0.7);
        for shape in [&limb, &muscle, &arm] {
            for (x, y) in (-12..16).flat_map(|x| (-10..56).map(move |y| (f64::from(x), f64::from(y)))) {
                let mut row = Row::default();
                shape.in_row(y, &mut row);
                let (left, right) = row.span;
                let (whole, row) = (shape.distance(p(x, y)), shape.distance_in(&row, x));
                assert!(whole > 0.0 || (left..=right).contains(&x), "{x},{y} is outside of {left} to {right}");
                assert!(row <= whole + 1e-9 && (whole > 2.0 || (row - whole).abs() < 1e-9), "{x},{y}: {row} {whole}");
            }
        }
    }

    #[test]
    fn the_mirror_image_is_exact() {
        let p = Point::new;
        let shape = Shape::melted(2.0, vec![capsule(p(1.0, 2.0), 1.5, p(6.0, 9.0), 0.5), disc(p(4.0, 4.0), 2.0)]);
        for (x, y) in [(0.0, 0.0), (3.0, 4.0), (-7.0, 2.0)] {
            assert_eq!(shape.distance(p(x, y)).to_bits(), shape.mirrored().distance(p(-x, y)).to_bits());
        }
    }
}
