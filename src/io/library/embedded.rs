//! What is built into the binary. A test holds both lists against the folders.

macro_rules! embedded {
    ($folder:literal: $($id:literal),* $(,)?) => {
        &[$(($id, include_str!(concat!("../../../", $folder, "/", $id, ".toml")))),*]
    };
}

/// The catalogue: id and text of each entry.
pub const CATALOGUE: &[(&str, &str)] = embedded!("assets/exercises":
    "ankle-circles",
    "ankle-pump",
    "ankle-roll",
    "arch-roll",
    "balance-reach",
    "band-eversion",
    "bent-knee-calf-raise",
    "box-jump",
    "brisk-walk",
    "bulgarian-split-squat",
    "calf-raise",
    "calf-raise-step",
    "calf-stretch-straight",
    "deadlift",
    "depth-jump",
    "drop-landing",
    "easy-jog",
    "figure-four-stretch",
    "glute-ball-release",
    "glute-bridge",
    "hamstring-stretch",
    "heel-drop-bent",
    "heel-drop-straight",
    "heel-lower-floor",
    "heel-walk",
    "high-knee-march",
    "hip-ball-release",
    "hip-flexor-stretch",
    "hip-realign",
    "hip-release-iliacus",
    "hip-release-psoas",
    "hip-thrust",
    "hop-and-stick",
    "isometric-calf-hold",
    "kettlebell-swing",
    "knee-to-wall",
    "leg-swing-front",
    "leg-swing-side",
    "plantar-fascia-stretch",
    "pogo-hop",
    "quad-stretch",
    "quick-rebound-raise",
    "run-interval",
    "seated-calf-raise",
    "short-foot",
    "side-step-walk",
    "single-leg-balance",
    "single-leg-bridge",
    "single-leg-calf-raise",
    "single-leg-rdl",
    "snap-down",
    "soleus-stretch",
    "tib-raise",
    "toe-yoga",
    "towel-scrunch",
    "towel-stretch",
    "towel-toe-heel-raise",
    "walk-interval",
    "walking-lunge",
);

/// The bundled programs: file name without its ending, and text.
pub const PROGRAMS: &[(&str, &str)] = embedded!("programs":
    "achilles-eccentric-12w",
    "ankle-strength-five",
    "hip-release-realign",
);
