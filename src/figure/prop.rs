//! Things in a picture: what one stands on, leans against, holds or lies on.

use crate::domain::text::Clean;
use crate::figure::joint::Joint;
use crate::figure::point::Point;
use crate::figure::skeleton::Skeleton;

/// A place of the picture, or one that goes with a joint.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// Fixed.
    Fixed(Point),
    /// So far from a joint.
    At(Joint, Point),
}

impl Place {
    /// Where it is while the body is so.
    pub fn of(self, body: &Skeleton) -> Point {
        match self {
            Self::Fixed(point) => point,
            Self::At(joint, offset) => body.get(joint) + offset,
        }
    }
}

/// To which side something goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// -x.
    Left,
    /// +x.
    Right,
}

/// What it is, with its measures in cm.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// The ground: its height.
    Floor(f64),
    /// Solid, to stand on: the lower left and the upper right corner.
    Block(Point, Point),
    /// Where it begins, and to which side it goes on.
    Wall(f64, Toward),
    /// A wall that is faced, seen straight on: it fills the picture.
    Backdrop,
    /// A post to hold on to: its x, its foot and its top.
    Rail(f64, f64, f64),
    /// Lies on the ground: from, to, its upper side.
    Mat(f64, f64, f64),
    /// Seen from above: two corners.
    Sheet(Point, Point),
    /// A dashed line: from, to, its height.
    Guide(f64, f64, f64),
    /// Elastic, between two places.
    Band(Place, Place),
    /// Cloth between two places.
    Towel(Place, Place),
    /// A cylinder from its end: middle and radius.
    Roller(Place, f64),
    /// Middle and radius.
    Ball(Place, f64),
    /// A dashed circle that a joint follows: middle and radius.
    Ring(Place, f64),
    /// From, to, the height of its seat, the side of its back.
    Chair(f64, f64, f64, Option<Toward>),
    /// From, to, its lower and its upper side.
    Bench(Point, Point),
    /// A stick with a round tip: from the handle to the tip.
    Tool(Place, Place),
    /// Held by its handle at the place.
    Kettlebell(Place),
    /// Held in the middle.
    Dumbbell(Place),
    /// Seen from its side: middle and radius.
    Plate(Place, f64),
    /// On the back of the body.
    Backpack,
}

/// A thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Prop {
    /// What it is.
    pub kind: Kind,
    /// Before the body instead of behind it.
    pub front: bool,
    /// The views in which it is shown; empty: in all.
    pub only: Vec<Clean>,
}
