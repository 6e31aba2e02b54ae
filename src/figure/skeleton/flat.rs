//! The body from its front, lying from above, and feet from above: a frontal plane with two of everything.

use crate::figure::joint::Joint;
use crate::figure::model::Plane;
use crate::figure::point::Point;
use crate::figure::pose::{Leg, Pose};
use crate::figure::skeleton::side::{arm, near, of};
use crate::figure::skeleton::{HEAD, SHANK, SHOULDER, Skeleton, THIGH, TRUNK, reach};

/// Half of the way between the hips, cm.
const HIPS: f64 = 8.8;
/// Half of the way between the shoulders, cm.
const SHOULDERS: f64 = 17.5;
/// Ankle to sole, cm.
const SOLE: f64 = 8.2;
/// Heel to toes of a foot from above, cm.
const FOOT: f64 = 25.0;

/// The skeleton whose hips' middle is at a place. The side that works is the person's right one: at the left of
/// the picture where the face is seen.
pub(super) fn place(plane: Plane, pose: &Pose, hip: Point) -> Skeleton {
    let mut body = Skeleton::empty(pose);
    let near_side = plane.near_side();
    let across = Point::direction(pose.pelvis + pose.trunk - 90.0) * -near_side;
    let waist = hip + Point::direction(pose.trunk) * (TRUNK / 2.0);
    let neck = waist + Point::direction(pose.chest) * (TRUNK / 2.0);
    let shoulder = waist.mix(neck, 2.0_f64.mul_add(SHOULDER, -1.0));
    let wide = Point::direction(pose.shoulders + pose.chest - 90.0) * (SHOULDERS * -near_side);
    body.set(Joint::Hip, hip - across * HIPS);
    body.set(Joint::FarHip, hip + across * HIPS);
    body.set(Joint::Waist, waist);
    body.set(Joint::Neck, neck);
    body.set(Joint::Head, neck + Point::direction(pose.head) * HEAD);
    body.set(Joint::Shoulder, shoulder - wide);
    body.set(Joint::FarShoulder, shoulder + wide);
    body.pose.leg = leg(plane, &mut body, &pose.leg, false);
    body.pose.far_leg = leg(plane, &mut body, &pose.far_leg, true);
    body.pose.arm = arm(&mut body, &pose.arm, shoulder - wide, false);
    body.pose.far_arm = arm(&mut body, &pose.far_arm, shoulder + wide, true);
    body
}

fn leg(plane: Plane, body: &mut Skeleton, leg: &Leg, far: bool) -> Leg {
    let mut found = *leg;
    let hip = body.get(of(Joint::Hip, far));
    let (thigh, shank) = (THIGH * leg.thigh_seen, SHANK * leg.shank_seen);
    let down = Point::direction(leg.foot - 90.0);
    let height = SOLE + leg.heel;
    let (knee, ankle) = match leg.pin {
        Some(pin) if pin.joint == Joint::Knee => {
            let knee = hip + (pin.at - hip).unit() * thigh;
            (knee, knee - Point::direction(leg.shank) * shank)
        }
        Some(pin) => {
            let ankle = if plane.lies() || pin.joint == Joint::Ankle { pin.at } else { pin.at - down * height };
            reach(hip, ankle, (thigh, shank), leg.bend)
        }
        None => {
            let knee = hip - Point::direction(leg.thigh) * thigh;
            (knee, knee - Point::direction(leg.shank) * shank)
        }
    };
    if leg.pin.is_some() {
        found.thigh = near((hip - knee).degrees(), leg.thigh);
        found.shank = near((knee - ankle).degrees(), leg.shank);
    }
    body.set(of(Joint::Knee, far), knee);
    body.set(of(Joint::Ankle, far), ankle);
    if plane.lies() {
        let along = Point::direction(leg.foot);
        body.set(of(Joint::Heel, far), ankle - along * 4.0);
        body.set(of(Joint::Ball, far), ankle + along * 13.0);
        body.set(of(Joint::Toe, far), ankle + along * 20.0);
        return found;
    }
    // Outward is away from the other leg.
    let side = if far { -plane.near_side() } else { plane.near_side() };
    let out = leg.turn.to_radians().sin() * side;
    let across = Point::direction(leg.foot);
    let ball = ankle + down * height + across * (out * 11.0);
    body.set(of(Joint::Ball, far), ball);
    body.set(of(Joint::Heel, far), ankle + down * SOLE - across * (out * 4.0));
    body.set(of(Joint::Toe, far), ball + across * (out * 6.0));
    found
}

/// Feet from above: the near heel at a place, the far one where it is pinned.
pub(super) fn feet(pose: &Pose, heel: Point) -> Skeleton {
    let mut body = Skeleton::empty(pose);
    foot(&mut body, &pose.leg, heel, false);
    let other = pose.far_leg.pin.map_or(heel, |pin| pin.at);
    foot(&mut body, &pose.far_leg, other, true);
    body
}

fn foot(body: &mut Skeleton, leg: &Leg, heel: Point, far: bool) {
    let along = Point::direction(leg.foot);
    let ankle = heel + along * 5.5;
    let knee = ankle + Point::direction(leg.shank) * (SHANK * leg.shank_seen);
    body.set(of(Joint::Heel, far), heel);
    body.set(of(Joint::Ankle, far), ankle);
    body.set(of(Joint::Ball, far), heel + along * (FOOT * 0.7));
    body.set(of(Joint::Toe, far), heel + along * FOOT);
    body.set(of(Joint::Knee, far), knee);
    body.set(of(Joint::Hip, far), knee);
}
