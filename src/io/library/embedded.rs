//! What is built into the binary. A test holds both lists against the folders.

macro_rules! embedded {
    ($folder:literal: $($id:literal),* $(,)?) => {
        &[$(($id, include_str!(concat!("../../../", $folder, "/", $id, ".toml")))),*]
    };
}

/// The catalogue: id and text of each entry.
pub const CATALOGUE: &[(&str, &str)] = embedded!("assets/exercises": "calf-raise"
);

/// The bundled programs: file name without its ending, and text.
pub const PROGRAMS: &[(&str, &str)] = embedded!("programs":
);
