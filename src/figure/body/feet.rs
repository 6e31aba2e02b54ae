//! Feet from above.

use crate::figure::joint::Joint;
use crate::figure::model::Muscle;
use crate::figure::point::Point;
use crate::figure::pose::Leg;
use crate::figure::shape::{Piece, Shape, capsule};
use crate::figure::skeleton::Skeleton;

/// A foot as it is drawn.
#[derive(Clone, Copy, Debug)]
pub struct FootAt {
    heel: Point,
    ankle: Point,
    knee: Point,
    along: Point,
    /// Towards the big toe.
    inner: Point,
    leg: Leg,
}

/// From the inner edge outward: where a toe begins (along, inward), its length and its radius, cm.
const TOES: [(f64, f64, f64, f64); 5] = [
    (18.6, 3.6, 6.8, 2.0),
    (19.4, 0.9, 5.8, 1.25),
    (18.9, -1.5, 5.2, 1.2),
    (17.8, -3.6, 4.8, 1.15),
    (16.2, -5.3, 4.4, 1.15),
];

impl FootAt {
    /// A foot of a body; the near one is the person's right one.
    pub fn new(body: &Skeleton, far: bool) -> Self {
        let joint = |joint: Joint| body.get(if far { joint.far() } else { joint });
        let leg = *body.leg(far);
        let along = Point::direction(leg.foot);
        let inner = if far { along.right() } else { along.right() * -1.0 };
        Self { heel: joint(Joint::Heel), ankle: joint(Joint::Ankle), knee: joint(Joint::Knee), along, inner, leg }
    }

    fn at(&self, along: f64, inner: f64) -> Point {
        self.heel + self.along * along + self.inner * inner
    }

    /// The foot without its toes, and the shank where it can be seen: one piece, or they look like a hand and its arm.
    pub fn shape(&self) -> Shape {
        let mut pieces = vec![
            capsule(self.at(2.6, 0.0), 3.2, self.at(8.0, -0.6), 3.2),
            capsule(self.at(8.0, -0.6), 3.4, self.at(16.6, -1.8), 3.7),
            capsule(self.at(9.0, 0.2), 2.8, self.at(17.4, 1.7), 3.4),
            capsule(self.at(16.6, 1.8), 3.5, self.at(16.0, -2.2), 3.3),
        ];
        if self.knee.to(self.ankle) > 1.0 {
            let across = self.inner;
            pieces.push(capsule(self.ankle, 3.8, self.knee, 6.4));
            // The bones of the ankle stand out on both sides.
            pieces.push(capsule(self.ankle - across * 1.8, 2.9, self.ankle + across * 1.8, 2.9));
        }
        Shape::melted(3.0, pieces)
    }

    /// The toes, from the big one outward.
    pub fn toes(&self) -> Vec<Shape> {
        // Fanning out is towards the inner side for the big toe.
        let side = if self.inner.dot(self.along.right()) > 0.0 { -1.0 } else { 1.0 };
        let toes = TOES.into_iter().enumerate().map(|(n, (along, inner, length, r))| {
            let fan = f64::from(u8::try_from(n).unwrap_or(0)).mul_add(-9.0, 14.0) * self.leg.spread;
            let own = if n == 0 { self.leg.big_toe } else { self.leg.toes };
            let way = Point::direction(own + fan * side);
            let root = self.at(along, inner);
            Shape::of(capsule(root, r, root + way * (length - r), r))
        });
        toes.collect()
    }

    /// A muscle that can be seen from above.
    pub fn muscle(&self, muscle: Muscle) -> Vec<Piece> {
        match muscle {
            Muscle::Foot | Muscle::Fascia => vec![capsule(self.at(6.0, 0.4), 1.8, self.at(15.0, 0.0), 2.4)],
            Muscle::Peroneal => {
                let outer = self.inner * -2.4;
                vec![
                    capsule(self.knee.mix(self.ankle, 0.15) + outer, 2.0, self.ankle + outer, 1.3),
                    capsule(self.ankle + outer, 1.3, self.at(9.0, -3.2), 1.3),
                ]
            }
            Muscle::Tib => vec![capsule(self.knee, 2.0, self.ankle, 1.4)],
            Muscle::Calf
            | Muscle::Soleus
            | Muscle::Achilles
            | Muscle::Quad
            | Muscle::Ham
            | Muscle::Glute
            | Muscle::Hip => Vec::new(),
        }
    }
}
