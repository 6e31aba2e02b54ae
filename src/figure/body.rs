//! The shapes of a body, limb by limb, and of the muscles in it. Measures in cm of a body of 172 cm.

pub mod feet;
pub mod front;
pub mod side;

use crate::figure::point::Point;
use crate::figure::shape::{Piece, capsule};

/// A bone's frame: places along it (0 its beginning, 1 its end), so far behind or beside it.
#[derive(Clone, Copy, Debug)]
pub struct Bone {
    from: Point,
    to: Point,
    off: Point,
}

impl Bone {
    /// A bone whose measured side is to the left of its way (-1) or to the right (1).
    pub fn new(from: Point, to: Point, side: f64) -> Self {
        Self { from, to, off: (to - from).unit().right() * side }
    }

    /// A place along it, so far to its measured side.
    pub fn at(&self, along: f64, off: f64) -> Point {
        self.from.mix(self.to, along) + self.off * off
    }

    /// A tapered capsule from one place to another: along, off, radius.
    pub fn rod(&self, a: (f64, f64, f64), b: (f64, f64, f64)) -> Piece {
        capsule(self.at(a.0, a.1), a.2, self.at(b.0, b.1), b.2)
    }

    /// Capsules through a row of places.
    pub fn belly(&self, places: &[(f64, f64, f64)]) -> Vec<Piece> {
        places.windows(2).filter_map(|pair| if let [a, b] = pair { Some(self.rod(*a, *b)) } else { None }).collect()
    }
}
