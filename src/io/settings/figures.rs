//! The settings of figures: `[figure]` with `glyphs`, `shading`, `motion` and `ground`.

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

/// The glyphs that a word names, and whether there are no figures at all; none for any other word.
pub(super) fn glyphs(word: &str) -> Option<(Option<Glyphs>, bool)> {
    match (word, SETS.iter().find(|(name, _)| *name == word)) {
        ("auto", _) => Some((None, false)),
        ("off", _) => Some((None, true)),
        (_, found) => found.map(|(_, glyphs)| (Some(*glyphs), false)),
    }
}
