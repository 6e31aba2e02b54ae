//! The settings of figures: `[figure]` with `glyphs`, `shading`, `motion` and `ground`.

use std::path::Path;

use crate::domain::text::Clean;
use crate::error::Error;
use crate::figure::Glyphs;
use crate::figure::glyphs::SETS;

/// How figures are drawn; what is not set is found out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FigureSettings {
    /// The glyphs; none: those that the terminal can draw.
    pub glyphs: Option<Glyphs>,
    /// No figures at all.
    pub off: bool,
    /// Mixed edges or hard ones; none: mixed where the ground is known.
    pub smooth: Option<bool>,
    /// They stand: the beginning and the end of a movement side by side.
    pub still: bool,
    /// The ground is light; none: as the terminal says, else dark.
    pub light: Option<bool>,
}

/// Reads `[figure]`; the second value is what the runner should be warned of.
pub(super) fn read(value: &toml::Value, path: &Path) -> Result<(FigureSettings, Vec<Clean>), Error> {
    let shown = Clean::text(&path.to_string_lossy());
    let Some(table) = value.as_table() else {
        return Err(Error::input(format!("{shown}: `figure` is no table")).hint("write [figure] and its keys below"));
    };
    let mut found = FigureSettings::default();
    let mut warnings = Vec::new();
    for (key, value) in table {
        let said = value.as_str().unwrap_or_default();
        let one_of = |words: &str| {
            let said = Clean::name(value.as_str().unwrap_or(&value.to_string())).to_string();
            Error::input(format!("{shown}: `figure.{key}` is `{said}`; it takes {words}"))
        };
        match key.as_str() {
            "glyphs" => match (said, SETS.iter().find(|(name, _)| *name == said)) {
                ("auto", _) => {}
                ("off", _) => found.off = true,
                (_, Some((_, glyphs))) => found.glyphs = Some(*glyphs),
                (_, None) => return Err(one_of("auto, octant, sextant, quadrant, half, braille, ascii or off")),
            },
            "shading" => match said {
                "auto" => {}
                "smooth" | "flat" => found.smooth = Some(said == "smooth"),
                _ => return Err(one_of("auto, smooth or flat")),
            },
            "motion" => match said {
                "on" | "off" => found.still = said == "off",
                _ => return Err(one_of("on or off")),
            },
            "ground" => match said {
                "auto" => {}
                "light" | "dark" => found.light = Some(said == "light"),
                _ => return Err(one_of("auto, light or dark")),
            },
            other => warnings.push(Clean::text(&format!(
                "{shown}: unknown setting `figure.{}`; known are glyphs, shading, motion and ground",
                Clean::name(other)
            ))),
        }
    }
    Ok((found, warnings))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<(FigureSettings, Vec<Clean>), Error> {
        read(&toml::Value::Table(text.parse().unwrap()), Path::new("settings.toml"))
    }

    #[test]
    fn what_is_set_holds_and_what_is_unknown_is_named() {
        let (found, warnings) =
            of("glyphs = \"half\"\nshading = \"flat\"\nmotion = \"off\"\nground = \"light\"").unwrap();
        let all = FigureSettings {
            glyphs: Some(Glyphs::Half),
            off: false,
            smooth: Some(false),
            still: true,
            light: Some(true),
        };
        assert_eq!((found, warnings.len()), (all, 0));
        assert!(of("glyphs = \"off\"").unwrap().0.off);
        let (found, warnings) = of("glyphs = \"auto\"\ncolour = 1").unwrap();
        assert!(found == FigureSettings::default() && warnings[0].contains("`figure.colour`"), "{warnings:?}");
    }

    #[test]
    fn another_word_is_refused_with_those_that_are_taken() {
        for (text, taken) in
            [("glyphs = \"big\"", "sextant"), ("shading = 1", "smooth"), ("motion = true", "on or off")]
        {
            let error = of(text).unwrap_err();
            assert!(error.exit_code() == 2 && error.to_string().contains(taken), "{error}");
        }
    }
}
