//! The letters of the big words: five pixels wide, six high; drawn so that they can be told apart from two metres.

/// A letter: its width in pixels, and six rows with the leftmost pixel in the highest bit of that width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    pub(super) width: u16,
    rows: [u8; 6],
}

impl Glyph {
    /// Whether a pixel is set.
    pub(super) fn has(self, x: u16, y: u16) -> bool {
        let row = self.rows.get(usize::from(y)).copied().unwrap_or(0);
        x < self.width && row >> (self.width - 1 - x) & 1 == 1
    }
}

const fn five(rows: [u8; 6]) -> Glyph {
    Glyph { width: 5, rows }
}

const fn three(rows: [u8; 6]) -> Glyph {
    Glyph { width: 3, rows }
}

/// The letter's picture; capitals stand for small letters; none for what the font does not know.
#[rustfmt::skip]
pub(super) const fn glyph(letter: char) -> Option<Glyph> {
    Some(match letter.to_ascii_uppercase() {
        'A' => five([0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001]),
        'B' => five([0b11110, 0b10001, 0b11110, 0b10001, 0b10001, 0b11110]),
        'C' => five([0b01111, 0b10000, 0b10000, 0b10000, 0b10000, 0b01111]),
        'D' => five([0b11110, 0b10001, 0b10001, 0b10001, 0b10001, 0b11110]),
        'E' => five([0b11111, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111]),
        'F' => five([0b11111, 0b10000, 0b11110, 0b10000, 0b10000, 0b10000]),
        'G' => five([0b01111, 0b10000, 0b10011, 0b10001, 0b10001, 0b01111]),
        'H' => five([0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001]),
        'I' => three([0b111, 0b010, 0b010, 0b010, 0b010, 0b111]),
        'J' => five([0b00111, 0b00010, 0b00010, 0b00010, 0b10010, 0b01100]),
        'K' => five([0b10001, 0b10010, 0b11100, 0b10010, 0b10001, 0b10001]),
        'L' => five([0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111]),
        'M' => five([0b10001, 0b11011, 0b10101, 0b10101, 0b10001, 0b10001]),
        'N' => five([0b10001, 0b11001, 0b10101, 0b10011, 0b10001, 0b10001]),
        'O' | '0' => five([0b01110, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110]),
        'P' => five([0b11110, 0b10001, 0b10001, 0b11110, 0b10000, 0b10000]),
        'Q' => five([0b01110, 0b10001, 0b10001, 0b10101, 0b10010, 0b01101]),
        'R' => five([0b11110, 0b10001, 0b10001, 0b11110, 0b10010, 0b10001]),
        'S' => five([0b01111, 0b10000, 0b01110, 0b00001, 0b00001, 0b11110]),
        'T' => five([0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100]),
        'U' => five([0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110]),
        'V' => five([0b10001, 0b10001, 0b10001, 0b10001, 0b01010, 0b00100]),
        'W' => five([0b10001, 0b10001, 0b10101, 0b10101, 0b11011, 0b10001]),
        'X' => five([0b10001, 0b01010, 0b00100, 0b00100, 0b01010, 0b10001]),
        'Y' => five([0b10001, 0b10001, 0b01010, 0b00100, 0b00100, 0b00100]),
        'Z' => five([0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b11111]),
        '1' => five([0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b01110]),
        '2' => five([0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b11111]),
        '3' => five([0b11110, 0b00001, 0b01110, 0b00001, 0b00001, 0b11110]),
        '4' => five([0b10010, 0b10010, 0b10010, 0b11111, 0b00010, 0b00010]),
        '5' => five([0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b11110]),
        '6' => five([0b01110, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110]),
        '7' => five([0b11111, 0b00001, 0b00010, 0b00100, 0b00100, 0b00100]),
        '8' => five([0b01110, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110]),
        '9' => five([0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b01110]),
        ':' => Glyph { width: 1, rows: [0, 1, 0, 0, 1, 0] },
        '.' => Glyph { width: 1, rows: [0, 0, 0, 0, 0, 1] },
        ',' => Glyph { width: 2, rows: [0, 0, 0, 0, 0b01, 0b11] },
        '\'' | '’' => Glyph { width: 1, rows: [1, 1, 0, 0, 0, 0] },
        '(' => Glyph { width: 2, rows: [0b01, 0b10, 0b10, 0b10, 0b10, 0b01] },
        ')' => Glyph { width: 2, rows: [0b10, 0b01, 0b01, 0b01, 0b01, 0b10] },
        '!' => Glyph { width: 1, rows: [1, 1, 1, 1, 0, 1] },
        '/' => three([0b001, 0b001, 0b010, 0b010, 0b100, 0b100]),
        '-' => three([0, 0, 0b111, 0, 0, 0]),
        '+' => three([0, 0b010, 0b111, 0b010, 0, 0]),
        '?' => five([0b01110, 0b10001, 0b00010, 0b00100, 0, 0b00100]),
        ' ' => three([0; 6]),
        _ => return None,
    })
}
