//! The body from its side: far limbs, a gap around all that is near, the near limbs, the near arm.

use crate::figure::body::side::{self, LegAt};
use crate::figure::ink::Ink;
use crate::figure::joint::Joint;
use crate::figure::model::Without;
use crate::figure::scene::light::LegInks;
use crate::figure::scene::{Layer, Stage};
use crate::figure::shape::{Shape, capsule};
use crate::figure::skeleton::Skeleton;

pub(super) fn layers(stage: &Stage<'_>) -> Vec<Layer> {
    let (figure, body) = (stage.figure, &stage.body);
    let mut layers = Vec::new();
    if figure.has(Without::FarArm) {
        let at = side::arm_at(body, true);
        let arm = side::arm(at);
        layers.push(Layer::ink(Ink::Far, arm.clone()));
        layers.push(Layer::ink(Ink::FarDark, Shape::of(side::sleeve(at)).within(&arm)));
    }
    if figure.has(Without::FarLeg) {
        ghost(stage, true, &mut layers);
        leg(stage, true, stage.light.far(), &mut layers);
    }
    let near = LegAt::new(body, false);
    let (trunk, head) = (side::trunk(body), side::head(body));
    let (thigh, low) = (near.thigh_shape(), near.low_shape());
    let around = [(Without::Trunk, &trunk), (Without::Head, &head), (Without::Leg, &thigh), (Without::Leg, &low)];
    layers.extend(around.iter().filter(|(part, _)| figure.has(*part)).map(|(_, shape)| Layer::gap(shape, stage.gap)));
    ghost(stage, false, &mut layers);
    if figure.has(Without::Trunk) {
        layers.push(Layer::ink(Ink::Shirt, trunk.clone()));
        layers.push(Layer::ink(Ink::Shorts, Shape::melted(0.0, side::waistband(body)).within(&trunk)));
    }
    if figure.has(Without::Head) {
        layers.push(Layer::ink(Ink::Body, head.clone()));
        layers.push(Layer::ink(Ink::Hair, side::hair(body)));
    }
    if figure.has(Without::Leg) {
        leg(stage, false, stage.light.near(), &mut layers);
    }
    if figure.has(Without::Arm) {
        near_arm(stage, &mut layers);
    }
    layers
}

fn near_arm(stage: &Stage<'_>, layers: &mut Vec<Layer>) {
    let at = side::arm_at(&stage.body, false);
    let arm = side::arm(at);
    let [shoulder, elbow, hand] = at;
    // The shoulder goes over into the trunk.
    let free = capsule(shoulder.mix(elbow, 0.35), 5.0, elbow, 4.1);
    layers.push(Layer::gap(&Shape::melted(0.0, vec![free, capsule(elbow, 4.1, hand, 3.5)]), stage.gap));
    layers.push(Layer::ink(Ink::Body, arm.clone()));
    layers.push(Layer::ink(Ink::Shirt, Shape::of(side::sleeve(at)).within(&arm)));
}

fn leg(stage: &Stage<'_>, far: bool, inks: LegInks, layers: &mut Vec<Layer>) {
    let at = LegAt::new(&stage.body, far);
    let (thigh, low) = (at.thigh_shape(), at.low_shape());
    layers.push(Layer::ink(inks.thigh, thigh.clone()));
    layers.push(Layer::ink(inks.shorts, Shape::melted(0.0, at.shorts()).within(&thigh)));
    layers.push(Layer::ink(inks.low, low.clone()));
    let Some(glow) = inks.glow else { return };
    let mut seat = thigh.pieces.clone();
    if !far {
        seat.extend(side::trunk(&stage.body).pieces);
    }
    let seat = Shape::melted(3.0, seat);
    for muscle in &stage.figure.work {
        let limb = if muscle.is_low() { &low } else { &seat };
        layers.push(Layer::ink(glow, Shape::melted(1.5, at.muscle(*muscle)).within(limb)));
    }
}

/// So much lower than now a heel is shown where the phase ends, cm.
const LOWER: f64 = 1.0;

/// The limb of the tracked joint where the phase ends. Of a foot that goes up only scraps before the shin and the instep
/// would be seen: there the arrow is enough, and only a heel that goes down is shown.
fn ghost(stage: &Stage<'_>, far: bool, layers: &mut Vec<Layer>) {
    let Some(track) = stage.figure.track.filter(|track| track.ghost && stage.stance.moves) else { return };
    let is_far = track.joint.far() == track.joint;
    let heel = |body: &Skeleton| body.get(if far { Joint::FarHeel } else { Joint::Heel }).y;
    if heel(&stage.end) > heel(&stage.body) - LOWER {
        return;
    }
    let at = LegAt::new(&stage.end, far);
    let shape = match track.joint {
        Joint::Ankle
        | Joint::Heel
        | Joint::Ball
        | Joint::Toe
        | Joint::FarAnkle
        | Joint::FarHeel
        | Joint::FarBall
        | Joint::FarToe => at.foot_shape(),
        Joint::Knee | Joint::FarKnee => at.low_shape(),
        _ => return,
    };
    if is_far == far {
        layers.push(Layer::ink(Ink::Ghost, shape));
    }
}
