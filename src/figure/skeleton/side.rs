//! The body from its side.

use crate::figure::joint::Joint;
use crate::figure::point::Point;
use crate::figure::pose::{Arm, Leg, Pin, Pose};
use crate::figure::skeleton::{ANKLE, FORE, HEAD, HEEL, SHANK, SHOULDER, Skeleton, THIGH, TOES, TRUNK, UPPER, reach};

/// The skeleton whose hip is at a place.
pub(super) fn place(pose: &Pose, hip: Point) -> Skeleton {
    let mut body = Skeleton::empty(pose);
    body.set(Joint::Hip, hip);
    body.set(Joint::FarHip, hip);
    let waist = hip + Point::direction(pose.trunk) * (TRUNK / 2.0);
    let neck = waist + Point::direction(pose.chest) * (TRUNK / 2.0);
    body.set(Joint::Waist, waist);
    body.set(Joint::Neck, neck);
    body.set(Joint::Head, neck + Point::direction(pose.head) * HEAD);
    let shoulder = waist.mix(neck, 2.0_f64.mul_add(SHOULDER, -1.0));
    body.set(Joint::Shoulder, shoulder);
    body.set(Joint::FarShoulder, shoulder);
    body.pose.leg = leg(&mut body, &pose.leg, hip, false);
    body.pose.far_leg = leg(&mut body, &pose.far_leg, hip, true);
    body.pose.arm = arm(&mut body, &pose.arm, shoulder, false);
    body.pose.far_arm = arm(&mut body, &pose.far_arm, shoulder, true);
    body
}

/// A joint of the side that is meant.
pub(super) const fn of(joint: Joint, far: bool) -> Joint {
    if far { joint.far() } else { joint }
}

/// Where the ankle has to be for a pinned part of the foot.
fn ankle_for(pin: Pin, leg: &Leg) -> Point {
    let from_ball = match pin.joint {
        Joint::Ball => ANKLE,
        Joint::Heel => ANKLE - HEEL,
        Joint::Toe => return pin.at - Point::direction(leg.toes) * TOES + ANKLE.turned(leg.foot),
        _ => Point::default(),
    };
    pin.at + from_ball.turned(leg.foot)
}

fn leg(body: &mut Skeleton, leg: &Leg, hip: Point, far: bool) -> Leg {
    let mut found = *leg;
    let (thigh, shank) = (THIGH * leg.thigh_seen, SHANK * leg.shank_seen);
    let (knee, ankle) = match leg.pin {
        Some(pin) if pin.joint == Joint::Knee => {
            let knee = hip + (pin.at - hip).unit() * thigh;
            (knee, knee - Point::direction(leg.shank) * shank)
        }
        // Its left is forward while the leg hangs down.
        Some(pin) => reach(hip, ankle_for(pin, leg), (thigh, shank), leg.bend),
        None => {
            let knee = hip - Point::direction(leg.thigh) * thigh;
            (knee, knee - Point::direction(leg.shank) * shank)
        }
    };
    if leg.pin.is_some() {
        found.thigh = near((hip - knee).degrees(), leg.thigh);
        found.shank = near((knee - ankle).degrees(), leg.shank);
    }
    let ball = ankle - ANKLE.turned(leg.foot);
    body.set(of(Joint::Knee, far), knee);
    body.set(of(Joint::Ankle, far), ankle);
    body.set(of(Joint::Ball, far), ball);
    body.set(of(Joint::Heel, far), ball + HEEL.turned(leg.foot));
    body.set(of(Joint::Toe, far), ball + Point::direction(leg.toes) * TOES);
    found
}

/// The arm from a shoulder; the same in every plane.
pub(super) fn arm(body: &mut Skeleton, arm: &Arm, shoulder: Point, far: bool) -> Arm {
    let mut found = *arm;
    let (upper, fore) = (UPPER * arm.upper_seen, FORE * arm.fore_seen);
    let (elbow, hand) = match arm.pin {
        Some(pin) if pin.joint == Joint::Elbow => {
            let elbow = shoulder + (pin.at - shoulder).unit() * upper;
            (elbow, elbow + Point::direction(arm.fore) * fore)
        }
        Some(pin) => reach(shoulder, pin.at, (upper, fore), arm.bend),
        None => {
            let elbow = shoulder + Point::direction(arm.upper) * upper;
            (elbow, elbow + Point::direction(arm.fore) * fore)
        }
    };
    if arm.pin.is_some() {
        found.upper = near((elbow - shoulder).degrees(), arm.upper);
        found.fore = near((hand - elbow).degrees(), arm.fore);
    }
    body.set(of(Joint::Elbow, far), elbow);
    body.set(of(Joint::Hand, far), hand);
    found
}

/// The same direction, written as near as can be to another: 350 near 10 is -10.
pub(super) fn near(degrees: f64, other: f64) -> f64 {
    degrees + ((other - degrees) / 360.0).round() * 360.0
}
