//! A figure as it was authored, valid once built.

use crate::domain::text::{Clean, Id};
use crate::figure::ease::Ease;
use crate::figure::joint::Joint;
use crate::figure::point::Point;
use crate::figure::pose::Pose;
use crate::figure::prop::{Place, Prop};

/// From where the body is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Plane {
    /// From the side that works.
    #[default]
    Side,
    /// From the front.
    Front,
    /// From the back.
    Back,
    /// A body from above that lies on its back.
    Top,
    /// A body from above that lies on its front.
    Prone,
    /// Feet from above.
    Foot,
}

impl Plane {
    /// Whether the body lies and is seen from above.
    pub const fn lies(self) -> bool {
        matches!(self, Self::Top | Self::Prone)
    }

    /// Whether its back is seen.
    pub const fn is_back(self) -> bool {
        matches!(self, Self::Back | Self::Prone)
    }

    /// On which side of the spine the working right side is, seen up along it: -1 left, 1 right.
    pub const fn near_side(self) -> f64 {
        if self.is_back() { 1.0 } else { -1.0 }
    }
}

/// A muscle that can glow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Muscle {
    Calf,
    Soleus,
    Achilles,
    Tib,
    Peroneal,
    Foot,
    Fascia,
    Quad,
    Ham,
    Glute,
    Hip,
}

/// Every muscle with its name in a pose file.
pub const MUSCLES: [(&str, Muscle); 11] = [
    ("calf", Muscle::Calf),
    ("soleus", Muscle::Soleus),
    ("achilles", Muscle::Achilles),
    ("tib", Muscle::Tib),
    ("peroneal", Muscle::Peroneal),
    ("foot", Muscle::Foot),
    ("fascia", Muscle::Fascia),
    ("quad", Muscle::Quad),
    ("ham", Muscle::Ham),
    ("glute", Muscle::Glute),
    ("hip", Muscle::Hip),
];

impl Muscle {
    /// Whether it is part of the lower leg: then only that is lit.
    pub const fn is_low(self) -> bool {
        matches!(
            self,
            Self::Calf | Self::Soleus | Self::Achilles | Self::Tib | Self::Peroneal | Self::Foot | Self::Fascia
        )
    }
}

/// A part of the plane that a picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// `close`, `leg` or `body`, or another word.
    pub name: Clean,
    /// The lower left corner.
    pub low: Point,
    /// The upper right corner.
    pub high: Point,
}

/// A phase: from which pose to which, and how hard it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// The player's words for it, the first its own.
    pub names: Vec<Clean>,
    /// The poses on its way as numbers into the figure's, at least one.
    pub way: Vec<usize>,
    /// How strong the muscle glows at its start and end, 0 to 1.
    pub effort: [f64; 2],
    /// The course of the speed.
    pub ease: Ease,
    /// The way is gone again and again, once in so many seconds, however long the phase lasts.
    pub cycle: Option<f64>,
}

/// An arrow that stands for a force.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// Where its tip is.
    pub at: Place,
    /// Its direction in degrees.
    pub dir: f64,
    /// Its length, cm.
    pub len: f64,
    /// The phases in which it is shown; empty: in all.
    pub phases: Vec<Clean>,
}

/// The joint whose way is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Track {
    /// The joint.
    pub joint: Joint,
    /// Whether the limb is shown faintly where the phase ends.
    pub ghost: bool,
    /// Where the arrow stands beside the way, cm.
    pub offset: Point,
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What an exercise names it by.
    pub id: Id,
    /// What it shows.
    pub title: Clean,
    /// Other exercises that it stands for.
    pub exercises: Vec<Id>,
    /// From where the body is seen.
    pub plane: Plane,
    /// Muscles that work.
    pub work: Vec<Muscle>,
    /// Both legs work alike.
    pub both: bool,
    /// Parts that are left out.
    pub without: Vec<Without>,
    /// The joint that a pose's `at` fixes.
    pub anchor: Joint,
    /// What a picture may show; never empty.
    pub views: Vec<View>,
    /// The view that is shown where nobody asks for another.
    pub default_view: usize,
    /// Things, in the order in which they are drawn.
    pub props: Vec<Prop>,
    /// The joint whose way is shown.
    pub track: Option<Track>,
    /// Arrows that stand for forces.
    pub arrows: Vec<Arrow>,
    /// The poses with their names; never empty.
    pub poses: Vec<(Clean, Pose)>,
    /// The phases in the order of the file; never empty.
    pub phases: Vec<Phase>,
}

/// A part of the body that is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Without {
    Arm,
    FarArm,
    Leg,
    FarLeg,
    Trunk,
    Head,
}

/// Every part that can be left out, with its name in a pose file.
pub const PARTS: [(&str, Without); 6] = [
    ("arm", Without::Arm),
    ("far_arm", Without::FarArm),
    ("leg", Without::Leg),
    ("far_leg", Without::FarLeg),
    ("trunk", Without::Trunk),
    ("head", Without::Head),
];

impl Figure {
    /// The view of a name.
    pub fn view(&self, name: &str) -> Option<&View> {
        self.views.iter().find(|view| view.name.as_str() == name)
    }

    /// The view that is shown where nobody asks for another.
    pub fn usual_view(&self) -> Option<&View> {
        self.views.get(self.default_view).or_else(|| self.views.first())
    }

    /// Whether a part of the body is drawn.
    pub fn has(&self, part: Without) -> bool {
        !self.without.contains(&part)
    }
}
