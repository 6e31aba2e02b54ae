//! A pose: every number of a body at one moment. Which of them matter depends on the plane.

use crate::figure::joint::Joint;
use crate::figure::point::Point;

/// A pose; every angle is an absolute direction in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// Where the anchor joint is.
    pub at: Point,
    /// Hip to waist.
    pub trunk: f64,
    /// Waist to the base of the neck.
    pub chest: f64,
    /// Neck to the middle of the head.
    pub head: f64,
    /// From the front: the line of the hips, 0 level.
    pub pelvis: f64,
    /// From the front: the line of the shoulders, 0 level.
    pub shoulders: f64,
    /// The leg that works.
    pub leg: Leg,
    /// The other leg.
    pub far_leg: Leg,
    /// The arm of the side that works.
    pub arm: Arm,
    /// The other arm.
    pub far_arm: Arm,
}

/// A leg.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leg {
    /// Knee to hip.
    pub thigh: f64,
    /// Ankle to knee.
    pub shank: f64,
    /// From the side: heel to ball. From the front: the line of the sole, 0 flat. From above: heel to toes.
    pub foot: f64,
    /// Ball to the toes' last joint.
    pub toes: f64,
    /// The toes' last joint to their tips.
    pub tips: f64,
    /// The big toe, ball to tip.
    pub big_toe: f64,
    /// How far the arch is lifted, cm.
    pub arch: f64,
    /// How much of the thigh's length is seen, 0 to 1.
    pub thigh_seen: f64,
    /// The same of the shank.
    pub shank_seen: f64,
    /// From the front: how far the heel is off the ground, cm.
    pub heel: f64,
    /// From the front: how far the toes point outward, degrees.
    pub turn: f64,
    /// From above: how far the toes are spread, 0 to 1.
    pub spread: f64,
    /// Where its end is held, instead of the first two angles.
    pub pin: Option<Pin>,
    /// To which side the knee goes: 1 forward, -1 backward.
    pub bend: f64,
}

/// An arm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arm {
    /// Shoulder to elbow.
    pub upper: f64,
    /// Elbow to hand.
    pub fore: f64,
    /// How much of the upper arm's length is seen, 0 to 1.
    pub upper_seen: f64,
    /// The same of the forearm.
    pub fore_seen: f64,
    /// Where its end is held, instead of the angles.
    pub pin: Option<Pin>,
    /// To which side of the line from shoulder to hand the elbow goes: -1 to its right, 1 to its left.
    pub bend: f64,
}

/// A joint that is held at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pin {
    /// The joint, of the near side.
    pub joint: Joint,
    /// Where it is held.
    pub at: Point,
}

impl Default for Leg {
    fn default() -> Self {
        Self {
            thigh: 90.0,
            shank: 90.0,
            foot: 0.0,
            toes: 0.0,
            tips: 0.0,
            big_toe: 0.0,
            arch: 0.0,
            thigh_seen: 1.0,
            shank_seen: 1.0,
            heel: 0.0,
            turn: 8.0,
            spread: 0.0,
            pin: None,
            bend: 1.0,
        }
    }
}

impl Default for Arm {
    fn default() -> Self {
        Self { upper: -92.0, fore: -86.0, upper_seen: 1.0, fore_seen: 1.0, pin: None, bend: -1.0 }
    }
}

impl Default for Pose {
    /// Standing.
    fn default() -> Self {
        Self {
            at: Point::default(),
            trunk: 90.0,
            chest: 90.0,
            head: 90.0,
            pelvis: 0.0,
            shoulders: 0.0,
            leg: Leg::default(),
            far_leg: Leg::default(),
            arm: Arm::default(),
            far_arm: Arm::default(),
        }
    }
}

fn between(a: f64, b: f64, part: f64) -> f64 {
    (b - a).mul_add(part, a)
}

/// Both pinned at the same joint: the place between; else nothing.
fn pin(a: Option<Pin>, b: Option<Pin>, part: f64) -> Option<Pin> {
    let (a, b) = (a?, b?);
    (a.joint == b.joint).then(|| Pin { joint: a.joint, at: a.at.mix(b.at, part) })
}

impl Pose {
    /// The pose between this and another, each number on its own; 0 is this one, 1 the other.
    #[must_use]
    pub fn mix(&self, other: &Self, part: f64) -> Self {
        let n = |a: f64, b: f64| between(a, b, part);
        Self {
            at: self.at.mix(other.at, part),
            trunk: n(self.trunk, other.trunk),
            chest: n(self.chest, other.chest),
            head: n(self.head, other.head),
            pelvis: n(self.pelvis, other.pelvis),
            shoulders: n(self.shoulders, other.shoulders),
            leg: self.leg.mix(&other.leg, part),
            far_leg: self.far_leg.mix(&other.far_leg, part),
            arm: self.arm.mix(&other.arm, part),
            far_arm: self.far_arm.mix(&other.far_arm, part),
        }
    }
}

impl Leg {
    /// The leg between this and another.
    #[must_use]
    pub fn mix(&self, other: &Self, part: f64) -> Self {
        let n = |a: f64, b: f64| between(a, b, part);
        Self {
            thigh: n(self.thigh, other.thigh),
            shank: n(self.shank, other.shank),
            foot: n(self.foot, other.foot),
            toes: n(self.toes, other.toes),
            tips: n(self.tips, other.tips),
            big_toe: n(self.big_toe, other.big_toe),
            arch: n(self.arch, other.arch),
            thigh_seen: n(self.thigh_seen, other.thigh_seen),
            shank_seen: n(self.shank_seen, other.shank_seen),
            heel: n(self.heel, other.heel),
            turn: n(self.turn, other.turn),
            spread: n(self.spread, other.spread),
            pin: pin(self.pin, other.pin, part),
            bend: if part < 1.0 { self.bend } else { other.bend },
        }
    }
}

impl Arm {
    /// The arm between this and another.
    #[must_use]
    pub fn mix(&self, other: &Self, part: f64) -> Self {
        let n = |a: f64, b: f64| between(a, b, part);
        Self {
            upper: n(self.upper, other.upper),
            fore: n(self.fore, other.fore),
            upper_seen: n(self.upper_seen, other.upper_seen),
            fore_seen: n(self.fore_seen, other.fore_seen),
            pin: pin(self.pin, other.pin, part),
            bend: if part < 1.0 { self.bend } else { other.bend },
        }
    }
}
