//! The body from its side.

use crate::figure::body::Bone;
use crate::figure::joint::Joint;
use crate::figure::model::Muscle;
use crate::figure::point::Point;
use crate::figure::pose::Leg;
use crate::figure::shape::{Piece, Shape, capsule, disc};
use crate::figure::skeleton::{SHANK, Skeleton};

/// The far side stands so far away from the near one.
pub const FAR: Point = Point::new(6.0, 1.2);

/// The joints of a leg as they are drawn.
#[derive(Clone, Copy, Debug)]
pub struct LegAt {
    /// The hip.
    pub hip: Point,
    /// The knee.
    pub knee: Point,
    /// The ankle.
    pub ankle: Point,
    /// The ball of the foot on the sole.
    pub ball: Point,
    /// The angles of the foot.
    pub foot: Leg,
}

impl LegAt {
    /// A leg of a body; the far one stands a little away.
    pub fn new(body: &Skeleton, far: bool) -> Self {
        let off = if far { FAR } else { Point::default() };
        let joint = |joint: Joint| body.get(if far { joint.far() } else { joint }) + off;
        Self {
            hip: joint(Joint::Hip),
            knee: joint(Joint::Knee),
            ankle: joint(Joint::Ankle),
            ball: joint(Joint::Ball),
            foot: *body.leg(far),
        }
    }

    const fn thigh(&self) -> (Point, Point) {
        (self.hip, self.knee)
    }

    /// The frame of the thigh, measured to its back.
    fn upper(&self) -> Bone {
        let (hip, knee) = self.thigh();
        Bone::new(hip, knee, 1.0)
    }

    /// The frame of the shank, measured to its back.
    fn lower(&self) -> Bone {
        Bone::new(self.knee, self.ankle, 1.0)
    }

    /// A place in the frame of the foot.
    fn sole(&self, x: f64, y: f64) -> Point {
        self.ball + Point::new(x, y).turned(self.foot.foot)
    }

    /// The thigh with the seat.
    pub fn thigh_shape(&self) -> Shape {
        let bone = self.upper();
        let pieces = vec![
            bone.rod((0.0, 0.0, 9.4), (0.45, -0.4, 8.2)),
            bone.rod((0.45, -0.4, 8.2), (1.0, 0.0, 6.1)),
            disc(bone.at(0.0, 3.2), 8.6),
        ];
        Shape::melted(3.0, pieces)
    }

    /// The leg of the shorts.
    pub fn shorts(&self) -> Vec<Piece> {
        let bone = self.upper();
        vec![bone.rod((-0.1, 0.0, 14.0), (0.30, 0.0, 12.0))]
    }

    /// Shank and foot.
    pub fn low_shape(&self) -> Shape {
        let bone = self.lower();
        let heel = self.sole(-15.2, 0.0).mix(self.ankle, 0.35);
        // A leg that is seen shortened has a shortened calf.
        let short = (self.knee.to(self.ankle) / SHANK).clamp(0.3, 1.0);
        let mut pieces = vec![
            disc(self.knee, 6.0),
            bone.rod((0.0, 0.3, 5.4), (1.0, 0.0, 3.5)),
            bone.rod((0.16, 2.2 * short, 4.9), (0.42, 2.4 * short, 4.2)),
            bone.rod((0.45, 2.2, 3.2), (0.86, 2.3, 1.7)),
            capsule(bone.at(0.86, 2.3), 1.7, heel, 2.2),
        ];
        pieces.extend(self.foot_pieces());
        let mut shape = Shape::melted(3.0, pieces);
        if self.foot.arch > 0.2 {
            let lift = self.foot.arch;
            let r = lift.mul_add(lift, 25.0) / (2.0 * lift);
            shape.minus.push(disc(self.sole(-6.8, lift - r), r));
        }
        shape
    }

    /// The foot alone: what a ghost shows. With the ankle it would stick out before the shin like a growth.
    pub fn foot_shape(&self) -> Shape {
        Shape::melted(3.0, self.foot_pieces())
    }

    fn foot_pieces(&self) -> Vec<Piece> {
        let s = |x: f64, y: f64| self.sole(x, y);
        let root = s(0.0, 2.0);
        let toes = |x: f64, y: f64| root + Point::new(x, y).turned(self.foot.toes);
        let middle = toes(3.4, -0.2);
        let tip = middle + Point::new(2.9, -0.3).turned(self.foot.tips);
        let mut pieces = vec![
            disc(s(-14.2, 3.4), 3.4),
            capsule(s(-14.0, 2.8), 2.8, s(-0.3, 2.1), 2.1),
            capsule(s(-12.0, 7.6), 3.6, s(-1.0, 2.8), 2.4),
            capsule(s(-13.6, 4.5), 3.5, s(-11.6, 8.0), 3.5),
            capsule(toes(0.0, 0.1), 2.0, middle, 1.7),
            capsule(middle, 1.7, tip, 1.4),
        ];
        if (self.foot.big_toe - self.foot.toes).abs() > 1.0 {
            let end = root + Point::new(7.0, 0.2).turned(self.foot.big_toe);
            pieces.push(capsule(root + Point::new(0.0, 0.5), 2.0, end, 1.6));
        }
        pieces
    }

    /// A muscle of the leg; not yet clipped to it.
    pub fn muscle(&self, muscle: Muscle) -> Vec<Piece> {
        let (low, high) = (self.lower(), self.upper());
        match muscle {
            Muscle::Calf => low.belly(&[(0.12, 3.4, 3.4), (0.40, 3.6, 3.2), (0.60, 3.0, 1.4)]),
            Muscle::Soleus => low.belly(&[(0.36, 2.0, 3.4), (0.58, 2.2, 2.6), (0.76, 2.2, 1.0)]),
            Muscle::Achilles => {
                let mut tendon = low.belly(&[(0.56, 3.3, 1.5), (0.88, 3.0, 1.2)]);
                tendon.push(capsule(low.at(0.88, 3.0), 1.2, self.sole(-16.0, 4.5), 1.4));
                tendon
            }
            Muscle::Tib => low.belly(&[(0.14, -3.6, 2.4), (0.45, -3.4, 2.4), (0.92, -2.2, 1.2)]),
            Muscle::Peroneal => low.belly(&[(0.16, -0.4, 2.0), (0.55, 0.2, 1.8), (0.95, 1.4, 1.0)]),
            Muscle::Foot => vec![capsule(self.sole(-11.5, 2.4), 2.0, self.sole(-1.0, 2.0), 1.8)],
            Muscle::Fascia => vec![capsule(self.sole(-14.0, 1.0), 1.5, self.sole(1.5, 1.0), 1.5)],
            Muscle::Quad => high.belly(&[(0.14, -4.4, 3.6), (0.50, -3.8, 3.9), (0.92, -2.8, 1.8)]),
            Muscle::Ham => high.belly(&[(0.16, 5.0, 3.4), (0.52, 3.8, 3.3), (0.94, 2.8, 1.4)]),
            Muscle::Glute => {
                vec![capsule(high.at(-0.10, 6.6), 6.4, high.at(0.14, 6.4), 5.0)]
            }
            Muscle::Hip => vec![capsule(high.at(-0.22, -4.8), 2.8, high.at(0.16, -5.2), 3.2)],
        }
    }
}

/// The trunk without neck and head.
pub fn trunk(body: &Skeleton) -> Shape {
    let s = |along: f64, front: f64| body.spine(along, front);
    let pieces = vec![
        capsule(s(0.02, -1.0), 9.8, s(0.42, 0.2), 8.9),
        capsule(s(0.42, 0.2), 8.9, s(0.80, 0.7), 10.4),
        capsule(s(0.80, 0.7), 10.2, s(0.95, -0.5), 6.6),
    ];
    Shape::melted(5.0, pieces)
}

/// The shorts' part of the trunk.
pub fn waistband(body: &Skeleton) -> Vec<Piece> {
    vec![capsule(body.spine(-0.05, 0.0), 14.0, body.spine(0.08, 0.0), 10.0)]
}

/// Neck and head.
pub fn head(body: &Skeleton) -> Shape {
    let (at, up) = head_frame(body);
    let place = |front: f64, high: f64| at + up.right() * front + up * high;
    let neck = capsule(body.spine(0.93, -0.6), 5.4, place(-1.4, -7.0), 4.7);
    let pieces = vec![
        capsule(place(-0.4, 2.4), 9.2, place(1.4, -4.2), 7.2),
        neck,
        capsule(place(8.2, -0.4), 1.6, place(9.6, -2.6), 1.7),
    ];
    Shape::melted(2.5, pieces)
}

/// The hair.
pub fn hair(body: &Skeleton) -> Shape {
    let (at, up) = head_frame(body);
    let place = |front: f64, high: f64| at + up.right() * front + up * high;
    let mut shape = Shape::melted(1.5, vec![capsule(place(-1.4, 3.6), 9.4, place(-4.2, -1.6), 6.4)]);
    shape.minus.push(disc(place(9.4, -3.4), 10.0));
    shape.within(&head(body).grown(0.7))
}

fn head_frame(body: &Skeleton) -> (Point, Point) {
    (body.get(Joint::Head), (body.get(Joint::Head) - body.get(Joint::Neck)).unit())
}

/// Shoulder, elbow and hand of an arm as they are drawn: a far hand that is pinned stays where it is.
pub fn arm_at(body: &Skeleton, far: bool) -> [Point; 3] {
    let (arm, off) = if far { (&body.pose.far_arm, FAR) } else { (&body.pose.arm, Point::default()) };
    let joint = |joint: Joint| body.get(if far { joint.far() } else { joint });
    let fixed = if arm.pin.is_some() { 0.0 } else { 1.0 };
    [
        joint(Joint::Shoulder) + off,
        joint(Joint::Elbow) + off * f64::midpoint(1.0, fixed),
        joint(Joint::Hand) + off * fixed,
    ]
}

/// An arm.
pub fn arm([shoulder, elbow, hand]: [Point; 3]) -> Shape {
    let along = (hand - elbow).unit();
    let pieces = vec![
        capsule(shoulder, 5.4, elbow, 4.1),
        capsule(elbow, 4.1, hand, 3.0),
        capsule(hand, 3.5, hand + along * 3.6, 2.5),
    ];
    Shape::melted(2.0, pieces)
}

/// The sleeve of an arm.
pub fn sleeve([shoulder, elbow, _]: [Point; 3]) -> Piece {
    capsule(shoulder, 8.0, shoulder.mix(elbow, 0.42), 6.4)
}
