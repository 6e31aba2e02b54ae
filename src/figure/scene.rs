//! All of a picture as layers of shapes, from the back to the front.

mod arrows;
mod facing;
mod lateral;
mod light;

use crate::figure::body::feet::FootAt;
use crate::figure::camera::Camera;
use crate::figure::ink::Ink;
use crate::figure::model::{Figure, Plane, View, Without};
use crate::figure::motion::Stance;
use crate::figure::prop_shapes::{self, Around};
use crate::figure::shape::Shape;
use crate::figure::skeleton::Skeleton;

pub use arrows::Pointer;
use light::Light;

/// A shape and what is done where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Where.
    pub shape: Shape,
    /// The ink; none: what stood there before the body shows again, so that limbs are kept apart.
    pub ink: Option<Ink>,
}

impl Layer {
    /// A shape in an ink.
    pub const fn ink(ink: Ink, shape: Shape) -> Self {
        Self { shape, ink: Some(ink) }
    }

    /// A gap around a shape.
    pub fn gap(shape: &Shape, by: f64) -> Self {
        Self { shape: shape.clone().grown(by), ink: None }
    }
}

/// The layers of a picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Things behind the body.
    pub behind: Vec<Layer>,
    /// The body.
    pub body: Vec<Layer>,
    /// Things before it, and arrows.
    pub front: Vec<Layer>,
    /// The arrows once more, for those who write them as letters.
    pub pointers: Vec<Pointer>,
}

/// What a scene is made of, for its parts.
struct Stage<'a> {
    figure: &'a Figure,
    stance: &'a Stance<'a>,
    body: Skeleton,
    end: Skeleton,
    light: Light,
    gap: f64,
}

impl Scene {
    /// The scene of a moment as a camera sees it.
    pub fn new(figure: &Figure, view: &View, stance: &Stance<'_>, camera: &Camera) -> Self {
        let fine = (camera.width * camera.height / 8.0).sqrt();
        let stage = Stage {
            figure,
            stance,
            body: figure.body(&stance.now),
            end: figure.body(&stance.end),
            light: Light::new(figure, stance.effort),
            gap: fine * 0.9,
        };
        let around = Around { body: &stage.body, seen: camera.bounds(), thin: fine * 1.2 };
        let seen = |only: &[crate::domain::text::Clean]| only.is_empty() || only.contains(&view.name);
        let mut scene = Self::default();
        for prop in figure.props.iter().filter(|prop| seen(&prop.only)) {
            let into = if prop.front { &mut scene.front } else { &mut scene.behind };
            into.extend(prop_shapes::layers(&prop.kind, &around));
        }
        scene.body = match figure.plane {
            Plane::Side => lateral::layers(&stage),
            Plane::Front | Plane::Back | Plane::Top | Plane::Prone => facing::layers(&stage),
            Plane::Foot => feet(&stage),
        };
        scene.pointers = arrows::pointers(&stage, fine);
        for pointer in &scene.pointers {
            scene.front.push(Layer::ink(Ink::Cue, pointer.shape(camera)));
        }
        scene
    }
}

/// Feet from above with their shanks: the other one, then the one that works.
fn feet(stage: &Stage<'_>) -> Vec<Layer> {
    let mut layers = Vec::new();
    for far in [true, false] {
        let left_out = if far { Without::FarLeg } else { Without::Leg };
        let pinned = !far || stage.body.pose.far_leg.pin.is_some();
        if !stage.figure.has(left_out) || !pinned {
            continue;
        }
        let foot = FootAt::new(&stage.body, far);
        let shape = foot.shape();
        layers.push(Layer::gap(&shape, stage.gap));
        if !far && stage.figure.track.is_some_and(|track| track.ghost) {
            let end = FootAt::new(&stage.end, far);
            layers.push(Layer::ink(Ink::Ghost, end.shape()));
            layers.extend(end.toes().into_iter().map(|toe| Layer::ink(Ink::Ghost, toe)));
        }
        let ink = if far && !stage.figure.both { Ink::Far } else { Ink::Lit };
        layers.push(Layer::ink(ink, shape.clone()));
        for toe in foot.toes() {
            layers.push(Layer::gap(&toe, stage.gap * 0.7));
            layers.push(Layer::ink(ink, toe));
        }
        if let Some(glow) = stage.light.glow.filter(|_| !far || stage.figure.both) {
            for muscle in &stage.figure.work {
                layers.push(Layer::ink(glow, Shape::melted(1.0, foot.muscle(*muscle)).within(&shape)));
            }
        }
    }
    layers
}
