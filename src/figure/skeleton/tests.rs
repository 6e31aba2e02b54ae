//! Lengths, pins and sides of the skeleton.

use super::*;
use crate::figure::pose::{Arm, Pin};

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6
}

#[test]
fn who_stands_is_172_cm_tall_and_on_the_ground() {
    let body = Skeleton::new(Plane::Side, Joint::Ball, &Pose::default());
    assert!(close(body.get(Joint::Heel).y, 0.0) && close(body.get(Joint::Ball).x, 0.0));
    assert!(close(body.get(Joint::Hip).y, 8.2 + SHANK + THIGH));
    // Half a head above the middle of the head.
    assert!((body.get(Joint::Head).y + 11.6 - 172.0).abs() < 1.0);
}

#[test]
fn a_pinned_hand_is_where_it_is_pinned_and_the_elbow_on_the_named_side() {
    let pin = Pin { joint: Joint::Hand, at: Point::new(20.0, 120.0) };
    let arm = |bend| Arm { pin: Some(pin), bend, ..Arm::default() };
    for bend in [-1.0, 1.0] {
        let pose = Pose { arm: arm(bend), ..Pose::default() };
        let body = Skeleton::new(Plane::Side, Joint::Ball, &pose);
        assert!(body.get(Joint::Hand).to(pin.at) < 1e-6);
        let way = pin.at - body.get(Joint::Shoulder);
        let elbow = body.get(Joint::Elbow) - body.get(Joint::Shoulder);
        assert!((way.x * elbow.y - way.y * elbow.x) * bend > 0.0, "bend {bend}");
        assert!(close(elbow.length(), UPPER));
    }
}

#[test]
fn a_planted_foot_takes_the_ball_the_heel_or_the_toe_and_the_knee_goes_forward() {
    for joint in [Joint::Ball, Joint::Heel, Joint::Toe] {
        let pin = Pin { joint, at: Point::new(if joint == Joint::Heel { 2.0 } else { 16.0 }, 4.0) };
        let leg = Leg { pin: Some(pin), ..Leg::default() };
        let body = Skeleton::new(Plane::Side, Joint::Ball, &Pose { far_leg: leg, ..Pose::default() });
        assert!(body.get(joint.far()).to(pin.at) < 0.2, "{joint:?}");
    }
    let leg = Leg { pin: Some(Pin { joint: Joint::Heel, at: Point::new(-15.0, 20.0) }), ..Leg::default() };
    let body = Skeleton::new(Plane::Side, Joint::Ball, &Pose { far_leg: leg, ..Pose::default() });
    assert!(body.get(Joint::FarKnee).x > body.get(Joint::FarAnkle).x);
}

#[test]
fn what_cannot_be_reached_is_pointed_at() {
    let (_, end) = reach(Point::default(), Point::new(100.0, 0.0), (30.0, 20.0), 1.0);
    assert!(close(end.x, 49.9) && close(end.y, 0.0));
}

#[test]
fn from_the_front_both_feet_stand_level() {
    let body = Skeleton::new(Plane::Front, Joint::Hip, &Pose { at: Point::new(-8.8, 92.2), ..Pose::default() });
    assert!(close(body.get(Joint::Ball).y, 0.0) && close(body.get(Joint::FarBall).y, 0.0));
    assert!(body.get(Joint::Ball).x < body.get(Joint::FarBall).x);
}
