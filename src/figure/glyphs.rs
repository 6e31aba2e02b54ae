//! The glyph sets: how many pixels a cell has, and which glyph stands for which of them.

use ratatui::symbols::pixel::{OCTANTS, QUADRANTS, SEXTANTS};

/// A glyph set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Glyphs {
    /// Eight pixels a cell; the newest of Unicode.
    Octant,
    /// Six.
    Sextant,
    /// Four; every font has them.
    #[default]
    Quadrant,
    /// Two.
    Half,
    /// Eight dots in one colour.
    Braille,
    /// Shapes of letters in one colour.
    Ascii,
}

/// Every set with its name in the settings.
pub const SETS: [(&str, Glyphs); 6] = [
    ("octant", Glyphs::Octant),
    ("sextant", Glyphs::Sextant),
    ("quadrant", Glyphs::Quadrant),
    ("half", Glyphs::Half),
    ("braille", Glyphs::Braille),
    ("ascii", Glyphs::Ascii),
];

impl Glyphs {
    /// Columns and rows of pixels in a cell.
    pub const fn grid(self) -> (u16, u16) {
        match self {
            Self::Octant | Self::Braille | Self::Ascii => (2, 4),
            Self::Sextant => (2, 3),
            Self::Quadrant => (2, 2),
            Self::Half => (1, 2),
        }
    }

    /// The glyph of a mask, bit 0 the upper left pixel, row by row.
    pub fn glyph(self, mask: usize) -> char {
        let found = match self {
            Self::Octant => OCTANTS.get(mask).copied(),
            Self::Sextant => SEXTANTS.get(mask).copied(),
            Self::Quadrant => QUADRANTS.get(mask).copied(),
            Self::Half => [' ', '▀', '▄', '█'].get(mask).copied(),
            Self::Braille => Some(braille(mask)),
            Self::Ascii => Some(ascii(mask)),
        };
        found.unwrap_or(' ')
    }
}

/// Unicode numbers the dots of braille column by column, the lowest row last.
fn braille(mask: usize) -> char {
    const DOTS: [u32; 8] = [0, 3, 1, 4, 2, 5, 6, 7];
    let bits = DOTS.iter().enumerate().filter(|(n, _)| mask >> n & 1 == 1).fold(0, |all, (_, dot)| all | 1 << dot);
    char::from_u32(0x2800 + bits).filter(|_| mask > 0).unwrap_or(' ')
}

/// Letters and what they fill of 2x4 pixels, row by row from the upper left.
const SHAPES: [(char, u8); 31] = [
    ('#', 0b1111_1111),
    ('_', 0b1100_0000),
    ('o', 0b1111_0000),
    ('-', 0b0000_1100),
    ('=', 0b0011_1100),
    ('"', 0b0000_0011),
    ('^', 0b0000_1111),
    ('|', 0b0101_0101),
    ('|', 0b1010_1010),
    ('/', 0b0101_1010),
    ('\\', 0b1010_0101),
    ('/', 0b0001_1110),
    ('\\', 0b0010_1101),
    ('d', 0b1111_1010),
    ('b', 0b1111_0101),
    ('P', 0b0101_1111),
    ('9', 0b1010_1111),
    ('L', 0b1101_0101),
    ('J', 0b1110_1010),
    ('F', 0b0101_0111),
    ('7', 0b1010_1011),
    ('.', 0b0100_0000),
    (',', 0b1000_0000),
    ('.', 0b0101_0000),
    (',', 0b1010_0000),
    ('\'', 0b0000_0010),
    ('`', 0b0000_0001),
    ('\'', 0b0000_1010),
    ('`', 0b0000_0101),
    ('8', 0b0011_1111),
    ('8', 0b1111_1100),
];

/// The letter whose shape differs in the fewest pixels.
fn ascii(mask: usize) -> char {
    let mask = u8::try_from(mask).unwrap_or(u8::MAX);
    if mask == 0 {
        return ' ';
    }
    SHAPES.iter().min_by_key(|(_, shape)| (shape ^ mask).count_ones()).map_or('#', |(letter, _)| *letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_and_empty_cells_are_what_they_are() {
        for (_, set) in SETS {
            let (columns, rows) = set.grid();
            let full = (1_usize << (columns * rows)) - 1;
            let solid = match set {
                Glyphs::Braille => '⣿',
                Glyphs::Ascii => '#',
                Glyphs::Octant | Glyphs::Sextant | Glyphs::Quadrant | Glyphs::Half => '█',
            };
            assert_eq!((set.glyph(0), set.glyph(full)), (' ', solid), "{set:?}");
        }
        assert_eq!((Glyphs::Braille.glyph(0b0000_0001), Glyphs::Braille.glyph(0b1000_0000)), ('⠁', '⢀'));
    }
}
