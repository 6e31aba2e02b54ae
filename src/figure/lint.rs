//! What a figure must not do: reach for what it cannot reach, stand in a step, leave the picture.

use crate::figure::joint::{JOINTS, Joint};
use crate::figure::model::{Figure, Plane, Without};
use crate::figure::pose::{Pin, Pose};
use crate::figure::prop::{Kind, Toward};
use crate::figure::skeleton::Skeleton;

/// A pinned joint may be so far from its place, cm.
pub const REACH: f64 = 0.5;
/// A joint may be so deep in a solid thing, cm: the skin gives way.
pub const DEEP: f64 = 1.0;

/// What is wrong with a moment.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// A pinned joint does not come to its place: it misses it by so many cm.
    Reach(Joint, f64),
    /// A joint is so many cm deep in a thing.
    Inside(Joint, &'static str, f64),
    /// A joint is outside of the default view.
    Unseen(Joint),
}

impl Fault {
    /// In words.
    pub fn words(&self) -> String {
        match self {
            Self::Reach(joint, miss) => format!("the {} misses its place by {miss:.1} cm", words(*joint)),
            Self::Inside(joint, what, deep) => format!("the {} is {deep:.1} cm inside the {what}", words(*joint)),
            Self::Unseen(joint) => format!("the {} is outside of the default view", words(*joint)),
        }
    }
}

fn words(joint: Joint) -> String {
    joint.name().replace('_', " ")
}

/// Everything that is wrong with a pose, or with a moment between two.
pub fn faults(figure: &Figure, pose: &Pose) -> Vec<Fault> {
    let body = figure.body(pose);
    let mut found = Vec::new();
    let mut pinned = |pin: Option<Pin>, far: bool| {
        let Some(pin) = pin else { return };
        let joint = if far { pin.joint.far() } else { pin.joint };
        let miss = body.get(joint).to(pin.at);
        if miss > REACH {
            found.push(Fault::Reach(joint, miss));
        }
    };
    pinned(pose.leg.pin, false);
    pinned(pose.far_leg.pin, true);
    pinned(pose.arm.pin, false);
    pinned(pose.far_arm.pin, true);
    let drawn = || JOINTS.iter().map(|(_, joint)| *joint).filter(|joint| is_drawn(figure, pose, *joint));
    for joint in drawn() {
        found.extend(inside(figure, &body, joint));
    }
    if let Some(view) = figure.usual_view() {
        // Of a close view only what it is about must be seen.
        let whole = view.name.as_str() == "body";
        let seen = |joint: &Joint| whole || figure.track.is_some_and(|track| track.joint == *joint);
        for joint in drawn().filter(seen) {
            let p = body.get(joint);
            let slack = if joint == Joint::Head { 11.0 } else { 0.0 };
            let inside =
                p.x >= view.low.x && p.x <= view.high.x && p.y >= view.low.y - 1.0 && p.y + slack <= view.high.y;
            if !inside {
                found.push(Fault::Unseen(joint));
            }
        }
    }
    found
}

/// Whether a joint is part of what is drawn.
fn is_drawn(figure: &Figure, pose: &Pose, joint: Joint) -> bool {
    let part = match joint {
        Joint::Knee | Joint::Ankle | Joint::Heel | Joint::Ball | Joint::Toe => Without::Leg,
        Joint::FarKnee | Joint::FarAnkle | Joint::FarHeel | Joint::FarBall | Joint::FarToe => Without::FarLeg,
        Joint::Elbow | Joint::Hand => Without::Arm,
        Joint::FarElbow | Joint::FarHand => Without::FarArm,
        Joint::Head => Without::Head,
        Joint::Hip | Joint::FarHip | Joint::Waist | Joint::Neck | Joint::Shoulder | Joint::FarShoulder => {
            Without::Trunk
        }
    };
    let in_plane = figure.plane != Plane::Foot
        || matches!(joint, Joint::Heel | Joint::Ball | Joint::Toe)
        || pose.far_leg.pin.is_some() && matches!(joint, Joint::FarHeel | Joint::FarBall | Joint::FarToe);
    in_plane && figure.has(part)
}

fn inside(figure: &Figure, body: &Skeleton, joint: Joint) -> Option<Fault> {
    let p = body.get(joint);
    let solid = figure.props.iter().filter_map(|prop| match prop.kind {
        Kind::Floor(y) => Some((y - p.y, "floor")),
        Kind::Mat(from, to, y) if p.x >= from && p.x <= to => Some((y - p.y, "mat")),
        Kind::Block(low, high) if p.x > low.x && p.x < high.x => {
            Some(((high.y - p.y).min(p.x - low.x).min(high.x - p.x).min(p.y - low.y), "step"))
        }
        Kind::Wall(x, Toward::Right) => Some((p.x - x, "wall")),
        Kind::Wall(x, Toward::Left) => Some((x - p.x, "wall")),
        _ => None,
    });
    let (deep, what) = solid.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (deep > DEEP).then_some(Fault::Inside(joint, what, deep))
}
