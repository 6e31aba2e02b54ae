//! What is built into the binary. A test holds both lists against the folders.

macro_rules! embedded {
    ($folder:literal: $($id:literal),* $(,)?) => {
        &[$(($id, include_str!(concat!("../../../", $folder, "/", $id, ".toml")))),*]
    };
}

/// The catalogue: id and text of each entry.
pub const CATALOGUE: &[(&str, &str)] = embedded!("assets/exercises":
    "bent-knee-calf-raise",
    "calf-raise",
    "calf-raise-step",
    "glute-ball-release",
    "heel-drop-bent",
    "heel-drop-straight",
    "heel-lower-floor",
    "hip-ball-release",
    "hip-flexor-stretch",
    "hip-realign",
    "hip-release-iliacus",
    "hip-release-psoas",
    "seated-calf-raise",
    "single-leg-balance",
    "single-leg-calf-raise",
    "soleus-stretch",
    "tib-raise",
    "towel-scrunch",
);

/// The bundled programs: file name without its ending, and text.
pub const PROGRAMS: &[(&str, &str)] = embedded!("programs":
    "achilles-eccentric-12w",
    "ankle-strength-five",
    "hip-release-realign",
);
