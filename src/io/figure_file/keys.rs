//! The keys of a pose file, table by table.

use crate::io::program_file::keys::Keys;

const fn table(name: &'static str, what: &'static str, keys: &'static [&'static str]) -> Keys {
    Keys { name, what, home: "", keys }
}

pub(super) const FIGURE: Keys = table(
    "figure",
    "the figure",
    &[
        "format",
        "id",
        "title",
        "exercises",
        "plane",
        "work",
        "legs",
        "without",
        "anchor",
        "default_view",
        "view",
        "prop",
        "track",
        "arrow",
        "pose",
        "phase",
    ],
);
pub(super) const PROP: Keys =
    table("prop", "a prop", &["kind", "x", "y", "at", "from", "to", "r", "back", "toward", "front", "only"]);
pub(super) const PLACE: Keys = table("place", "a place", &["joint", "off"]);
pub(super) const TRACK: Keys = table("track", "`track`", &["joint", "ghost", "offset"]);
pub(super) const ARROW: Keys = table("arrow", "an arrow", &["at", "dir", "len", "phases"]);
pub(super) const PHASE: Keys = table("phase", "a phase", &["from", "via", "to", "effort", "ease", "cycle", "also"]);
pub(super) const POSE: Keys = table(
    "pose",
    "a pose",
    &["like", "at", "trunk", "chest", "head", "pelvis", "shoulders", "leg", "far_leg", "arm", "far_arm"],
);
/// Numbers of a pose, of a leg and of an arm: what is in the tables besides pins.
pub(super) const TRUNK: [&str; 5] = ["trunk", "chest", "head", "pelvis", "shoulders"];
pub(super) const LEG_NUMBERS: [&str; 13] = [
    "thigh",
    "shank",
    "foot",
    "toes",
    "tips",
    "big_toe",
    "arch",
    "thigh_seen",
    "shank_seen",
    "heel",
    "turn",
    "spread",
    "bend",
];
pub(super) const ARM_NUMBERS: [&str; 5] = ["upper", "fore", "upper_seen", "fore_seen", "bend"];
pub(super) const LEG: Keys = table(
    "leg",
    "a leg",
    &[
        "thigh",
        "shank",
        "foot",
        "toes",
        "tips",
        "big_toe",
        "arch",
        "thigh_seen",
        "shank_seen",
        "heel",
        "turn",
        "spread",
        "bend",
        "ball_at",
        "heel_at",
        "toe_at",
        "ankle_at",
        "knee_at",
    ],
);
pub(super) const ARM: Keys =
    table("arm", "an arm", &["upper", "fore", "upper_seen", "fore_seen", "bend", "hand_at", "elbow_at"]);
