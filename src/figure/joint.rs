//! The joints of the body by name.

/// A joint, or another point of the body that can be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is what its name says, `far` being the side that does not work")]
pub enum Joint {
    Hip,
    Knee,
    Ankle,
    Heel,
    Ball,
    Toe,
    FarHip,
    FarKnee,
    FarAnkle,
    FarHeel,
    FarBall,
    FarToe,
    Waist,
    Neck,
    Head,
    Shoulder,
    Elbow,
    Hand,
    FarShoulder,
    FarElbow,
    FarHand,
}

/// How many there are.
pub const COUNT: usize = 21;

/// Every joint with its name in a pose file.
pub const JOINTS: [(&str, Joint); COUNT] = [
    ("hip", Joint::Hip),
    ("knee", Joint::Knee),
    ("ankle", Joint::Ankle),
    ("heel", Joint::Heel),
    ("ball", Joint::Ball),
    ("toe", Joint::Toe),
    ("far_hip", Joint::FarHip),
    ("far_knee", Joint::FarKnee),
    ("far_ankle", Joint::FarAnkle),
    ("far_heel", Joint::FarHeel),
    ("far_ball", Joint::FarBall),
    ("far_toe", Joint::FarToe),
    ("waist", Joint::Waist),
    ("neck", Joint::Neck),
    ("head", Joint::Head),
    ("shoulder", Joint::Shoulder),
    ("elbow", Joint::Elbow),
    ("hand", Joint::Hand),
    ("far_shoulder", Joint::FarShoulder),
    ("far_elbow", Joint::FarElbow),
    ("far_hand", Joint::FarHand),
];

impl Joint {
    /// The joint of a name.
    pub fn named(name: &str) -> Option<Self> {
        JOINTS.iter().find(|(known, _)| *known == name).map(|(_, joint)| *joint)
    }

    /// Its name in a pose file.
    pub fn name(self) -> &'static str {
        JOINTS.iter().find(|(_, joint)| *joint == self).map_or("", |(name, _)| name)
    }

    /// Its place in a list of all.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The same joint of the far side; one of the middle is itself.
    #[must_use]
    pub const fn far(self) -> Self {
        match self {
            Self::Hip => Self::FarHip,
            Self::Knee => Self::FarKnee,
            Self::Ankle => Self::FarAnkle,
            Self::Heel => Self::FarHeel,
            Self::Ball => Self::FarBall,
            Self::Toe => Self::FarToe,
            Self::Shoulder => Self::FarShoulder,
            Self::Elbow => Self::FarElbow,
            Self::Hand => Self::FarHand,
            other => other,
        }
    }
}
