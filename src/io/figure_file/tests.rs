//! Pose files: what is left open, pins, planes, and hostile bytes.

use super::*;
use crate::figure::Joint;
use crate::figure::model::Plane;

const HEAD: &str = "format = 1\nid = \"a\"\ntitle = \"A\"\nanchor = \"ball\"\n";
const VIEW: &str = "[view]\nbody = [-90, -4, 90, 180]\n";

fn figure(plane: &str, rest: &str) -> Figure {
    let text = format!("{HEAD}{plane}\n{VIEW}{rest}\n[phase.hold]\nfrom = \"a\"\n");
    let reading = read(text.as_bytes(), "a.toml");
    let said = crate::io::diagnostic::report(&reading.problems, &reading.source);
    reading.figure.unwrap_or_else(|| panic!("{said}"))
}

#[test]
fn what_a_pose_leaves_open_is_that_of_the_pose_it_is_like() {
    let figure = figure(
        "",
        "[pose.b]\nlike = \"a\"\nleg = { foot = -40 }\n[pose.a]\ntrunk = 80\nleg = { thigh = 100, foot = 10, toes = 0 }",
    );
    let (_, b) = &figure.poses[0];
    assert_eq!((b.trunk, b.leg.thigh, b.leg.foot, b.leg.toes), (80.0, 100.0, -40.0, 0.0));
}

#[test]
fn the_far_limb_copies_the_near_one_and_its_toes_follow_its_own_foot() {
    let rest = "[pose.a]\nleg = { thigh = 95, foot = -40, toes = 0 }\nfar_leg = { foot = -50 }";
    let figure = figure("", rest);
    let (_, a) = &figure.poses[0];
    assert_eq!((a.far_leg.thigh, a.far_leg.foot, a.far_leg.toes, a.leg.toes), (95.0, -50.0, -50.0, 0.0));
}

#[test]
fn from_the_front_the_far_limb_is_the_mirror_image() {
    for plane in ["front", "back"] {
        let rest = "[pose.a]\nat = [-20, 0]\nleg = { thigh = 80, shank = 86 }\narm = { upper = -110 }";
        let figure = figure(&format!("plane = \"{plane}\""), rest);
        let body = figure.body(&figure.poses[0].1);
        let middle = body.get(Joint::Hip).x + body.get(Joint::FarHip).x;
        for joint in [Joint::Knee, Joint::Ankle, Joint::Elbow, Joint::Hand, Joint::Ball] {
            let (near, far) = (body.get(joint), body.get(joint.far()));
            assert!((near.x + far.x - middle).abs() < 1e-6 && (near.y - far.y).abs() < 1e-6, "{plane} {joint:?}");
        }
    }
    assert!(Plane::Front.near_side() < 0.0 && Plane::Prone.near_side() > 0.0);
}

#[test]
fn a_pin_takes_the_place_of_angles_and_angles_that_of_a_pin() {
    let rest = "[pose.a]\nfar_leg = { ball_at = [20, 0] }\n[pose.b]\nlike = \"a\"\nfar_leg = { thigh = 100 }";
    let figure = figure("", rest);
    assert!(figure.poses[0].1.far_leg.pin.is_some() && figure.poses[1].1.far_leg.pin.is_none());
    // Between the two the pinned leg has the angles that were found.
    let half = figure.poses[0].1.mix(&figure.poses[1].1, 0.0);
    let (pinned, loose) = (figure.body(&figure.poses[0].1), figure.body(&half));
    assert!(pinned.get(Joint::FarKnee).to(loose.get(Joint::FarKnee)) < 0.1);
}

#[test]
fn hostile_bytes_are_refused_and_never_a_panic() {
    for bytes in
        [&b"\xff\xfe"[..], b"[pose.", b"[pose.a]\nlike=\"a\"", &[b'['; 5_000], b"format=1\n[view]\na=[1e400,0,1,1]"]
    {
        let reading = read(bytes, "h\u{1b}.toml");
        assert!(reading.figure.is_none() && !reading.problems.is_empty());
    }
    let many = (0..100).fold(format!("{HEAD}{VIEW}"), |text, n| text + &format!("[pose.p{n}]\n"));
    assert!(read(many.as_bytes(), "m.toml").has_errors());
}
