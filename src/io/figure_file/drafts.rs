//! A pose as it was written: every number may be missing, then it is that of the pose it is like.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::figure::joint::Joint;
use crate::figure::model::Plane;
use crate::figure::point::Point;
use crate::figure::pose::{Arm, Leg, Pin, Pose};
use crate::io::figure_file::keys::{ARM, ARM_NUMBERS, LEG, LEG_NUMBERS, TRUNK};
use crate::io::figure_file::numbers::{number, point};
use crate::io::program_file::table::{At, Table};

/// A limb as written.
#[derive(Clone, Debug, Default)]
pub(super) struct LimbDraft {
    numbers: BTreeMap<&'static str, f64>,
    pin: Option<Pin>,
}

/// A pose as written.
#[derive(Clone, Debug, Default)]
pub(super) struct PoseDraft {
    pub(super) name: String,
    pub(super) span: Range<usize>,
    pub(super) like: Option<At<String>>,
    at: Option<Point>,
    numbers: BTreeMap<&'static str, f64>,
    leg: LimbDraft,
    far_leg: Option<LimbDraft>,
    arm: LimbDraft,
    far_arm: Option<LimbDraft>,
}

const LEG_PINS: [(&str, Joint); 5] = [
    ("ball_at", Joint::Ball),
    ("heel_at", Joint::Heel),
    ("toe_at", Joint::Toe),
    ("ankle_at", Joint::Ankle),
    ("knee_at", Joint::Knee),
];
const ARM_PINS: [(&str, Joint); 2] = [("hand_at", Joint::Hand), ("elbow_at", Joint::Elbow)];

/// Reads the table of a pose.
pub(super) fn draft(table: Table<'_>, name: &str) -> PoseDraft {
    let like = table.string("like").map(|text| At { value: text.value.to_owned(), span: text.span });
    let limb = |key: &'static str, is_leg: bool| {
        let kind = if is_leg { LEG } else { ARM };
        let inner = table.sub(key, kind, &format!("write {key} = {{ … }}"))?;
        let numbers: &[&'static str] = if is_leg { &LEG_NUMBERS } else { &ARM_NUMBERS };
        let pins: &[(&'static str, Joint)] = if is_leg { &LEG_PINS } else { &ARM_PINS };
        let numbers = numbers.iter().filter_map(|key| number(&inner, key).map(|n| (*key, n))).collect();
        let mut found =
            pins.iter().filter_map(|(key, joint)| Some((*key, Pin { joint: *joint, at: point(&inner, key)? })));
        let pin = found.next();
        if let Some((second, _)) = found.next() {
            let place = inner.place_of(second).unwrap_or_else(|| inner.span.clone());
            inner.notes.error("pose", place, "a limb is held at one place only");
        }
        drop(found);
        inner.finish();
        Some(LimbDraft { numbers, pin: pin.map(|(_, pin)| pin) })
    };
    let draft = PoseDraft {
        name: name.to_owned(),
        span: table.span.clone(),
        like,
        at: point(&table, "at"),
        numbers: TRUNK.iter().filter_map(|key| number(&table, key).map(|n| (*key, n))).collect(),
        leg: limb("leg", true).unwrap_or_default(),
        far_leg: limb("far_leg", true),
        arm: limb("arm", false).unwrap_or_default(),
        far_arm: limb("far_arm", false),
    };
    table.finish();
    draft
}

impl LimbDraft {
    /// What this one leaves open is the other's; angles take the place of a pin, and a pin that of angles.
    fn over(&self, base: &Self) -> Self {
        let mut numbers = base.numbers.clone();
        numbers.extend(self.numbers.iter().map(|(key, n)| (*key, *n)));
        let turned = ["thigh", "shank", "upper", "fore"].iter().any(|key| self.numbers.contains_key(key));
        Self { numbers, pin: self.pin.or(if turned { None } else { base.pin }) }
    }

    fn get(&self, key: &str, otherwise: f64) -> f64 {
        self.numbers.get(key).copied().unwrap_or(otherwise)
    }

    fn leg(&self, plane: Plane, far: bool) -> Leg {
        let base = Leg::default();
        let n = |key: &str, otherwise: f64| self.get(key, otherwise);
        let hanging = if plane.lies() { 180.0 } else { base.thigh };
        let shank = n("shank", if plane == Plane::Foot { -90.0 } else { n("thigh", hanging) });
        let foot = n(
            "foot",
            match plane {
                Plane::Side | Plane::Front | Plane::Back => 0.0,
                // Lying, the foot goes on where the shank ends.
                Plane::Top | Plane::Prone => shank + 180.0,
                Plane::Foot => 90.0,
            },
        );
        let toes = n("toes", foot);
        // From the front a knee goes outward.
        let out = if far { -plane.near_side() } else { plane.near_side() };
        let bend = if plane == Plane::Side { 1.0 } else { out };
        Leg {
            thigh: n("thigh", hanging),
            shank,
            foot,
            toes,
            tips: n("tips", toes),
            big_toe: n("big_toe", toes),
            arch: n("arch", 0.0).clamp(0.0, 3.0),
            thigh_seen: n("thigh_seen", 1.0).clamp(0.05, 1.0),
            shank_seen: n("shank_seen", if plane == Plane::Foot { 0.0 } else { 1.0 }).clamp(0.0, 1.0),
            heel: n("heel", 0.0),
            turn: n("turn", base.turn),
            spread: n("spread", 0.0),
            pin: self.pin,
            bend: n("bend", bend),
        }
    }

    fn arm(&self, plane: Plane, far: bool) -> Arm {
        let base = Arm::default();
        let n = |key: &str, otherwise: f64| self.get(key, otherwise);
        let out = if far { -plane.near_side() } else { plane.near_side() };
        let (upper, fore) = match plane {
            Plane::Side => (base.upper, base.fore),
            Plane::Front | Plane::Back => (10.0_f64.mul_add(out, -90.0), 4.0_f64.mul_add(out, -90.0)),
            Plane::Top | Plane::Prone | Plane::Foot => (0.0, 0.0),
        };
        Arm {
            upper: n("upper", upper),
            fore: n("fore", self.get("upper", fore)),
            upper_seen: n("upper_seen", 1.0).clamp(0.05, 1.0),
            fore_seen: n("fore_seen", 1.0).clamp(0.05, 1.0),
            pin: self.pin,
            bend: n("bend", if plane == Plane::Side { -1.0 } else { -out }),
        }
    }

    /// From the front the other limb is the mirror image.
    fn mirrored(&self, plane: Plane) -> Self {
        // Standing the spine is upright, lying it is level.
        let turn = if plane.lies() { 360.0 } else { 180.0 };
        let mut numbers = self.numbers.clone();
        for key in ["thigh", "shank", "upper", "fore"] {
            if let Some(n) = numbers.get_mut(key) {
                *n = turn - *n;
            }
        }
        for key in ["foot", "toes", "tips", "big_toe"] {
            if let Some(n) = numbers.get_mut(key) {
                *n = if plane.lies() { turn - *n } else { -*n };
            }
        }
        if let Some(bend) = numbers.get_mut("bend") {
            *bend = -*bend;
        }
        Self { numbers, pin: None }
    }
}

impl PoseDraft {
    /// This pose over the one that it is like.
    pub(super) fn over(&self, base: &Self) -> Self {
        let mut numbers = base.numbers.clone();
        numbers.extend(self.numbers.iter().map(|(key, n)| (*key, *n)));
        let both = |own: &Option<LimbDraft>, base: &Option<LimbDraft>| match (own, base) {
            (Some(own), Some(base)) => Some(own.over(base)),
            (own, base) => own.clone().or_else(|| base.clone()),
        };
        Self {
            name: self.name.clone(),
            span: self.span.clone(),
            like: None,
            at: self.at.or(base.at),
            numbers,
            leg: self.leg.over(&base.leg),
            far_leg: both(&self.far_leg, &base.far_leg),
            arm: self.arm.over(&base.arm),
            far_arm: both(&self.far_arm, &base.far_arm),
        }
    }

    /// The pose: what is open yet is that of the near side, or of who stands.
    pub(super) fn pose(&self, plane: Plane) -> Pose {
        let faces = !matches!(plane, Plane::Side | Plane::Foot);
        let other = |own: &Option<LimbDraft>, near: &LimbDraft| {
            let near = if faces { near.mirrored(plane) } else { near.clone() };
            own.as_ref().map_or_else(
                || near.clone(),
                |own| {
                    // Toes follow the foot that is written, not the near one's.
                    let mut base = near.clone();
                    if own.numbers.contains_key("foot") {
                        base.numbers.retain(|key, _| !["toes", "tips", "big_toe"].contains(key));
                    }
                    own.over(&base)
                },
            )
        };
        let (far_leg, far_arm) = (other(&self.far_leg, &self.leg), other(&self.far_arm, &self.arm));
        let n = |key: &str, otherwise: f64| self.numbers.get(key).copied().unwrap_or(otherwise);
        let trunk = n("trunk", if plane.lies() { 180.0 } else { 90.0 });
        let chest = n("chest", trunk);
        Pose {
            at: self.at.unwrap_or_default(),
            trunk,
            chest,
            head: n("head", chest),
            pelvis: n("pelvis", 0.0),
            shoulders: n("shoulders", 0.0),
            leg: self.leg.leg(plane, false),
            far_leg: far_leg.leg(plane, true),
            arm: self.arm.arm(plane, false),
            far_arm: far_arm.arm(plane, true),
        }
    }
}
