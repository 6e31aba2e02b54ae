//! A pose becomes joints: two bones reach for what is pinned, all else follows from the anchor.

mod flat;
mod reach;
mod side;

use crate::figure::joint::{COUNT, Joint};
use crate::figure::model::Plane;
use crate::figure::point::Point;
use crate::figure::pose::{Leg, Pose};

pub use reach::reach;

/// Ankle to knee, cm.
pub const SHANK: f64 = 41.0;
/// Knee to hip, cm.
pub const THIGH: f64 = 43.0;
/// Hip to the base of the neck, cm.
pub const TRUNK: f64 = 51.0;
/// The shoulder's height on the trunk, of its length.
pub const SHOULDER: f64 = 0.88;
/// Base of the neck to the middle of the head, cm.
pub const HEAD: f64 = 17.0;
/// Shoulder to elbow, cm.
pub const UPPER: f64 = 29.0;
/// Elbow to the middle of the hand, cm.
pub const FORE: f64 = 25.0;
/// The ankle in the frame of the foot, whose origin is the ball on the sole, cm.
pub const ANKLE: Point = Point::new(-11.0, 8.2);
/// The heel in the frame of the foot, cm.
pub const HEEL: Point = Point::new(-15.2, 0.0);
/// Ball to tip of the toes, cm.
pub const TOES: f64 = 7.4;

/// Where every joint is, and the directions that the shapes need.
#[derive(Clone, Debug, PartialEq)]
pub struct Skeleton {
    points: [Point; COUNT],
    /// The pose with every pinned angle filled in.
    pub pose: Pose,
}

impl Skeleton {
    /// The skeleton of a pose whose anchor joint stands at the pose's `at`.
    pub fn new(plane: Plane, anchor: Joint, pose: &Pose) -> Self {
        let at_hip = |hip: Point| match plane {
            Plane::Side => side::place(pose, hip),
            Plane::Front | Plane::Back | Plane::Top | Plane::Prone => flat::place(plane, pose, hip),
            Plane::Foot => flat::feet(pose, hip),
        };
        // The anchor is no pinned joint, so its way from the hip does not depend on where the hip is.
        let loose = at_hip(Point::default());
        at_hip(pose.at - loose.get(anchor))
    }

    /// Where a joint is.
    pub fn get(&self, joint: Joint) -> Point {
        self.points.get(joint.index()).copied().unwrap_or_default()
    }

    fn set(&mut self, joint: Joint, at: Point) {
        if let Some(point) = self.points.get_mut(joint.index()) {
            *point = at;
        }
    }

    const fn empty(pose: &Pose) -> Self {
        Self { points: [Point::new(0.0, 0.0); COUNT], pose: *pose }
    }

    /// A leg with its angles as they came out.
    pub const fn leg(&self, far: bool) -> &Leg {
        if far { &self.pose.far_leg } else { &self.pose.leg }
    }

    /// A place along the spine (0 the hip, 1 the base of the neck), so far to the front of it.
    pub fn spine(&self, along: f64, front: f64) -> Point {
        let (hip, waist, neck) = (self.middle(), self.get(Joint::Waist), self.get(Joint::Neck));
        let (from, to, part) =
            if along < 0.5 { (hip, waist, along * 2.0) } else { (waist, neck, along.mul_add(2.0, -1.0)) };
        from.mix(to, part) + (to - from).unit().right() * front
    }

    /// The middle between the hips.
    pub fn middle(&self) -> Point {
        self.get(Joint::Hip).mix(self.get(Joint::FarHip), 0.5)
    }
}

#[cfg(test)]
mod tests;
