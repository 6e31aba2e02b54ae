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
    "balance-reach",
    "band-eversion",
    "bent-knee-calf-raise",
    "calf-raise",
    "calf-raise-step",
    "glute-ball-release",
    "heel-drop-bent",
    "heel-drop-straight",
    "heel-lower-floor",
    "heel-walk",
    "hip-ball-release",
    "hip-flexor-stretch",
    "hip-realign",
    "hip-release-iliacus",
    "hip-release-psoas",
    "hop-and-stick",
    "isometric-calf-hold",
    "pogo-hop",
    "quick-rebound-raise",
    "seated-calf-raise",
    "short-foot",
    "single-leg-balance",
    "single-leg-calf-raise",
    "soleus-stretch",
    "tib-raise",
    "toe-yoga",
    "towel-scrunch",
    "towel-toe-heel-raise",
);

/// The bundled programs: file name without its ending, and text.
pub const PROGRAMS: &[(&str, &str)] = embedded!("programs":
    "achilles-eccentric-12w",
    "ankle-strength-five",
    "hip-release-realign",
);
