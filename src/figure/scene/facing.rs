//! The body from its front, or lying and seen from above.

use crate::figure::body::front::{self, LegAt};
use crate::figure::body::side::{arm, sleeve};
use crate::figure::ink::Ink;
use crate::figure::joint::Joint;
use crate::figure::model::{Figure, Plane, Without};
use crate::figure::pose::Leg;
use crate::figure::scene::light::LegInks;
use crate::figure::scene::{Layer, Stage};
use crate::figure::shape::{Shape, capsule};

pub(super) fn layers(stage: &Stage<'_>) -> Vec<Layer> {
    let mut layers = Vec::new();
    // On the back the knees are nearer to the viewer than all else, and hands that hold a thigh are behind it.
    if stage.figure.plane == Plane::Top {
        trunk_and_head(stage, &mut layers);
        arms(stage, &mut layers);
        legs(stage, &mut layers);
    } else {
        legs(stage, &mut layers);
        trunk_and_head(stage, &mut layers);
        arms(stage, &mut layers);
    }
    layers
}

fn legs(stage: &Stage<'_>, layers: &mut Vec<Layer>) {
    if stage.figure.has(Without::FarLeg) {
        ghost(stage, true, layers);
        leg(stage, true, stage.light.other(), layers);
    }
    if stage.figure.has(Without::Leg) {
        ghost(stage, false, layers);
        leg(stage, false, stage.light.near(), layers);
    }
}

fn trunk_and_head(stage: &Stage<'_>, layers: &mut Vec<Layer>) {
    let (figure, body) = (stage.figure, &stage.body);
    let trunk = front::trunk(body);
    if figure.has(Without::Trunk) {
        layers.push(Layer::ink(Ink::Shirt, trunk.clone()));
        layers.push(Layer::ink(Ink::Shorts, Shape::melted(3.0, front::waistband(body)).within(&trunk)));
        glow(stage, &trunk, layers);
    }
    if figure.has(Without::Head) {
        let head = front::head(body);
        layers.push(Layer::gap(&head, stage.gap * 0.7));
        layers.push(Layer::ink(Ink::Body, head));
        layers.push(Layer::ink(Ink::Hair, front::hair(body, figure.plane.is_back())));
    }
}

fn arms(stage: &Stage<'_>, layers: &mut Vec<Layer>) {
    for (far, part) in [(true, Without::FarArm), (false, Without::Arm)] {
        if stage.figure.has(part) {
            one_arm(stage, far, layers);
        }
    }
}

fn one_arm(stage: &Stage<'_>, far: bool, layers: &mut Vec<Layer>) {
    let at = front::arm_at(&stage.body, far);
    let shape = arm(at);
    let [shoulder, elbow, hand] = at;
    let free = capsule(shoulder.mix(elbow, 0.4), 4.8, elbow, 4.1);
    layers.push(Layer::gap(&Shape::melted(0.0, vec![free, capsule(elbow, 4.1, hand, 3.5)]), stage.gap));
    layers.push(Layer::ink(Ink::Body, shape.clone()));
    layers.push(Layer::ink(Ink::Shirt, Shape::of(sleeve(at)).within(&shape)));
}

fn leg(stage: &Stage<'_>, far: bool, inks: LegInks, layers: &mut Vec<Layer>) {
    let at = LegAt::new(stage.figure.plane, &stage.body, far);
    let (thigh, low) = (at.thigh_shape(), at.low_shape());
    layers.push(Layer::gap(&thigh, stage.gap));
    layers.push(Layer::gap(&low, stage.gap));
    layers.push(Layer::ink(inks.thigh, thigh.clone()));
    layers.push(Layer::ink(inks.shorts, Shape::melted(0.0, at.shorts()).within(&thigh)));
    layers.push(Layer::ink(inks.low, low.clone()));
    for (glow, muscle) in inks.glow.iter().flat_map(|glow| stage.figure.work.iter().map(move |muscle| (*glow, *muscle)))
    {
        let limb = if muscle.is_low() { &low } else { &thigh };
        layers.push(Layer::ink(glow, Shape::melted(1.5, at.muscle(muscle)).within(limb)));
    }
    if moves_toes(stage.figure) {
        for toe in at.toes(stage.body.leg(far)) {
            layers.push(Layer::gap(&toe, stage.gap * 0.5));
            layers.push(Layer::ink(inks.low, toe));
        }
    }
}

/// Whether the toes of somebody who is seen from the front are told apart: in all poses, or they would come and go.
fn moves_toes(figure: &Figure) -> bool {
    let moves = |leg: &Leg| leg.toes.to_bits() != leg.foot.to_bits() || leg.big_toe.to_bits() != leg.foot.to_bits();
    !figure.plane.lies() && figure.poses.iter().any(|(_, pose)| moves(&pose.leg))
}

/// What of the hip's muscles lies on the trunk.
fn glow(stage: &Stage<'_>, trunk: &Shape, layers: &mut Vec<Layer>) {
    for (far, inks) in [(true, stage.light.other()), (false, stage.light.near())] {
        let Some(glow) = inks.glow else { continue };
        let at = LegAt::new(stage.figure.plane, &stage.body, far);
        for muscle in stage.figure.work.iter().filter(|muscle| !muscle.is_low()) {
            layers.push(Layer::ink(glow, Shape::melted(1.5, at.muscle(*muscle)).within(trunk)));
        }
    }
}

/// The leg of the tracked joint where the phase ends.
fn ghost(stage: &Stage<'_>, far: bool, layers: &mut Vec<Layer>) {
    let Some(track) = stage.figure.track.filter(|track| track.ghost && stage.stance.moves) else { return };
    let is_far = track.joint.far() == track.joint;
    let is_leg = matches!(
        track.joint,
        Joint::Knee
            | Joint::Ankle
            | Joint::Heel
            | Joint::Ball
            | Joint::Toe
            | Joint::FarKnee
            | Joint::FarAnkle
            | Joint::FarHeel
            | Joint::FarBall
            | Joint::FarToe
    );
    if is_far == far && is_leg {
        layers.push(Layer::ink(Ink::Ghost, LegAt::new(stage.figure.plane, &stage.end, far).low_shape()));
    }
}
