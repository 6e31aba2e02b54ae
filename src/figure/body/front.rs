//! The body from its front, or lying and seen from above.

use crate::figure::body::Bone;
use crate::figure::joint::Joint;
use crate::figure::model::{Muscle, Plane};
use crate::figure::point::Point;
use crate::figure::pose::Leg;
use crate::figure::shape::{Piece, Shape, capsule, disc};
use crate::figure::skeleton::Skeleton;

/// Toes from the front, the big one first: how far inward of the ball's middle each is, its radius and its length, cm.
const TOES: [(f64, f64, f64); 5] =
    [(3.6, 1.9, 6.5), (0.7, 1.25, 5.6), (-1.7, 1.2, 5.2), (-3.9, 1.1, 4.8), (-5.9, 1.05, 4.2)];

/// A leg as it is drawn.
#[derive(Clone, Copy, Debug)]
pub struct LegAt {
    plane: Plane,
    /// The rim of the pelvis above the hip.
    rim: Point,
    hip: Point,
    knee: Point,
    ankle: Point,
    heel: Point,
    ball: Point,
    toe: Point,
    /// The x of the middle between both legs.
    inner: f64,
    /// To which side of the way down the outer side is: 1 its right, which is the picture's left.
    out: f64,
}

impl LegAt {
    /// A leg of a body; the near one is the person's right one.
    pub fn new(plane: Plane, body: &Skeleton, far: bool) -> Self {
        let joint = |joint: Joint| body.get(if far { joint.far() } else { joint });
        let (hip, other) = (joint(Joint::Hip), body.get(if far { Joint::Hip } else { Joint::FarHip }));
        let up = (body.get(Joint::Neck) - hip.mix(other, 0.5)).unit();
        Self {
            plane,
            rim: hip + (hip - other).unit() * 6.4 + up * 10.0,
            hip,
            knee: joint(Joint::Knee),
            ankle: joint(Joint::Ankle),
            heel: joint(Joint::Heel),
            ball: joint(Joint::Ball),
            toe: joint(Joint::Toe),
            inner: hip.x.midpoint(other.x),
            out: if far { plane.near_side() } else { -plane.near_side() },
        }
    }

    /// The thigh.
    pub fn thigh_shape(&self) -> Shape {
        let bone = Bone::new(self.hip, self.knee, self.out);
        let pieces = vec![bone.rod((0.0, 0.6, 9.0), (0.4, 0.4, 8.2)), bone.rod((0.4, 0.4, 8.2), (1.0, 0.0, 5.8))];
        Shape::melted(3.0, pieces)
    }

    /// The leg of the shorts.
    pub fn shorts(&self) -> Vec<Piece> {
        vec![Bone::new(self.hip, self.knee, self.out).rod((-0.1, 0.0, 13.0), (0.30, 0.0, 12.0))]
    }

    /// Shank and foot.
    pub fn low_shape(&self) -> Shape {
        let bone = Bone::new(self.knee, self.ankle, self.out);
        let mut pieces = vec![
            disc(self.knee, 5.7),
            bone.rod((0.0, 0.0, 5.2), (1.0, 0.0, 3.2)),
            bone.rod((0.16, 1.4, 4.4), (0.42, 1.1, 3.8)),
            bone.rod((0.18, -1.5, 4.3), (0.48, -1.1, 3.6)),
            disc(self.ankle, 3.7),
        ];
        if self.plane.lies() {
            pieces.push(capsule(self.heel, 3.2, self.ball, 4.2));
            pieces.push(capsule(self.ball, 4.2, self.toe, 2.8));
            return Shape::melted(3.0, pieces);
        }
        // The sole is at the ball; a foot from the front is a wedge.
        let up = (self.ankle - self.ball).unit();
        let across = up.right();
        let sole = |point: Point, side: f64, r: f64| disc(point + up * r + across * side, r);
        pieces.push(capsule(self.ankle, 3.6, self.ball + up * 3.6, 3.6));
        pieces.push(capsule(self.ball + up * 2.6 - across * 2.4, 2.6, self.ball + up * 2.6 + across * 2.4, 2.6));
        pieces.push(capsule(self.ball + up * 2.4, 2.4, self.toe + up * 2.0, 2.0));
        pieces.push(sole(self.heel + (self.ball - self.heel) * 0.4, 0.0, 2.4));
        Shape::melted(3.0, pieces)
    }

    /// The toes of a foot that stands, from the big one outward: where each lies, or how high it is lifted.
    pub fn toes(&self, leg: &Leg) -> Vec<Shape> {
        let across = Point::direction(leg.foot);
        let (up, inner) = (across.right() * -1.0, across * if self.ball.x < self.inner { 1.0 } else { -1.0 });
        let toes = TOES.into_iter().enumerate().map(|(n, (at, r, length))| {
            let lift = if n == 0 { leg.big_toe } else { leg.toes } - leg.foot;
            let root = self.ball + inner * at + up * r;
            Shape::of(capsule(root, r, root + up * (lift.to_radians().sin() * length), r))
        });
        toes.collect()
    }

    /// A muscle of the leg; not yet clipped to it.
    pub fn muscle(&self, muscle: Muscle) -> Vec<Piece> {
        let low = Bone::new(self.knee, self.ankle, self.out);
        let high = Bone::new(self.hip, self.knee, self.out);
        let up = (self.ankle - self.ball).unit();
        match muscle {
            Muscle::Calf => {
                let mut both = low.belly(&[(0.12, 4.4, 2.6), (0.46, 3.6, 1.8)]);
                both.extend(low.belly(&[(0.14, -4.5, 2.6), (0.50, -3.6, 1.8)]));
                both
            }
            Muscle::Soleus => {
                let mut both = low.belly(&[(0.42, 3.6, 1.8), (0.74, 2.8, 1.0)]);
                both.extend(low.belly(&[(0.44, -3.6, 1.8), (0.74, -2.8, 1.0)]));
                both
            }
            Muscle::Achilles => low.belly(&[(0.74, 0.0, 1.6), (1.0, 0.0, 1.6)]),
            Muscle::Tib => low.belly(&[(0.12, 1.4, 2.2), (0.48, 1.0, 2.2), (0.94, -0.8, 1.2)]),
            Muscle::Peroneal => low.belly(&[(0.12, 4.2, 2.2), (0.50, 3.6, 2.0), (0.96, 2.6, 1.2)]),
            Muscle::Foot | Muscle::Fascia => vec![disc(self.ball + up * 2.5, 3.4)],
            Muscle::Quad => high.belly(&[(0.12, 0.0, 5.4), (0.55, 0.0, 4.8), (0.94, 0.0, 2.2)]),
            Muscle::Ham => high.belly(&[(0.20, -4.0, 3.6), (0.90, -2.6, 2.0)]),
            Muscle::Glute if self.plane.is_back() => vec![capsule(high.at(-0.18, 4.0), 5.2, high.at(0.12, 5.4), 4.4)],
            Muscle::Glute if self.plane.lies() => vec![capsule(high.at(-0.1, 6.4), 5.6, high.at(0.6, 5.4), 4.0)],
            // From the front it is the gluteus medius that is seen, from the rim of the pelvis to the outer side of the thigh.
            Muscle::Glute => vec![
                capsule(self.rim, 3.2, high.at(-0.02, 8.2), 4.2),
                capsule(high.at(-0.02, 8.2), 4.2, high.at(0.16, 8.2), 2.6),
            ],
            Muscle::Hip => vec![capsule(high.at(-0.24, 0.6), 3.4, high.at(0.10, -0.6), 3.2)],
        }
    }
}

/// The trunk without neck and head.
pub fn trunk(body: &Skeleton) -> Shape {
    let (hip, far_hip) = (body.get(Joint::Hip), body.get(Joint::FarHip));
    let (shoulder, far_shoulder) = (body.get(Joint::Shoulder), body.get(Joint::FarShoulder));
    let chest = |part: f64, high: f64| shoulder.mix(far_shoulder, part) + body.spine(high, 0.0) - body.spine(0.88, 0.0);
    let pieces = vec![
        capsule(hip.mix(far_hip, 0.06), 8.6, hip.mix(far_hip, 0.94), 8.6),
        capsule(body.spine(0.16, -4.0), 9.4, body.spine(0.16, 4.0), 9.4),
        capsule(body.spine(0.44, -4.4), 8.4, body.spine(0.44, 4.4), 8.4),
        capsule(chest(0.26, 0.70), 8.6, chest(0.74, 0.70), 8.6),
        capsule(chest(0.14, 0.90), 5.6, chest(0.86, 0.90), 5.6),
        capsule(body.spine(0.92, -3.0), 5.6, body.spine(0.98, 0.0), 4.6),
    ];
    Shape::melted(5.0, pieces)
}

/// The shorts' part of the trunk.
pub fn waistband(body: &Skeleton) -> Vec<Piece> {
    let (hip, far_hip) = (body.get(Joint::Hip), body.get(Joint::FarHip));
    vec![capsule(hip, 12.0, far_hip, 12.0)]
}

/// Neck and head.
pub fn head(body: &Skeleton) -> Shape {
    let at = body.get(Joint::Head);
    let up = (at - body.get(Joint::Neck)).unit();
    let pieces =
        vec![capsule(at + up * 2.4, 9.0, at - up * 3.6, 7.2), capsule(body.spine(0.93, 0.0), 4.8, at - up * 8.0, 4.0)];
    Shape::melted(1.5, pieces)
}

/// The hair: all of the head from the back.
pub fn hair(body: &Skeleton, back: bool) -> Shape {
    let at = body.get(Joint::Head);
    let up = (at - body.get(Joint::Neck)).unit();
    let mut shape = Shape::of(capsule(at + up * 3.0, 9.3, at - up * 2.0, 8.4));
    if !back {
        shape.minus.push(capsule(at - up * 1.6, 7.0, at - up * 12.0, 9.4));
    }
    shape
}

/// Shoulder, elbow and hand.
pub fn arm_at(body: &Skeleton, far: bool) -> [Point; 3] {
    [Joint::Shoulder, Joint::Elbow, Joint::Hand].map(|joint| body.get(if far { joint.far() } else { joint }))
}
