//! Big words and numbers in block elements. A font pixel is so many half cells wide and high: three rows are the
//! smallest size, and every size is a multiple of them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::{Modifier, Style};

use crate::tui::widgets::font::{Glyph, glyph};

/// How big: half cells a font pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Half cells across.
    pub across: u16,
    /// Half cells down; three rows each.
    pub down: u16,
}

impl Size {
    /// Rows of this size.
    pub const fn rows(self) -> u16 {
        self.down * 3
    }
}

/// The words as letters; none where the font lacks one.
fn glyphs(words: &str) -> Option<Vec<Glyph>> {
    words.chars().map(glyph).collect()
}

fn pixels(glyphs: &[Glyph]) -> u16 {
    let sum: u16 = glyphs.iter().fold(0, |sum, glyph| sum.saturating_add(glyph.width + 1));
    sum.saturating_sub(1)
}

/// Columns of the words at a size.
pub fn columns(words: &str, size: Size) -> u16 {
    glyphs(words).map_or(u16::MAX, |glyphs| pixels(&glyphs).saturating_mul(size.across).div_ceil(2))
}

/// Words in lines that fit at the smallest size; none where the font lacks a letter, or a word is wider than a line.
pub fn wrap(words: &str, width: u16) -> Option<Vec<String>> {
    let fits = |words: &str| columns(words, Size { across: 1, down: 1 }) <= width;
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}")).filter(|line| fits(line));
        match (lines.last_mut(), longer) {
            (Some(line), Some(longer)) => *line = longer,
            (Some(_) | None, _) => lines.push(word.to_owned()),
        }
    }
    lines.iter().all(|line| fits(line)).then_some(lines)
}

/// The biggest size at which the words fit; square pixels before narrow ones. None where not even three rows do.
pub fn fit(words: &str, width: u16, rows: u16) -> Option<Size> {
    glyphs(words)?;
    let downs = (1..=rows / 3).rev();
    let sizes = downs.flat_map(|down| [2 * down, 3 * down / 2, down].map(|across| Size { across, down }));
    sizes.into_iter().find(|size| columns(words, *size) <= width)
}

/// Draws the words at the biggest size that fits, in the middle of the rows; in plain bold letters where none does.
/// The area that was drawn on comes back.
pub fn draw(buf: &mut Buffer, area: Rect, words: &str, style: Style, align: Alignment) -> Rect {
    if let Some(size) = fit(words, area.width, area.height) {
        return draw_sized(buf, area, words, size, (style, align));
    }
    let style = style.add_modifier(Modifier::BOLD);
    super::text(buf, area, area.height / 2, words, (style, align));
    area
}

/// Draws the words at a size.
pub fn draw_sized(buf: &mut Buffer, area: Rect, words: &str, size: Size, look: (Style, Alignment)) -> Rect {
    let (style, align) = look;
    let Some(glyphs) = glyphs(words) else { return Rect::default() };
    let width = columns(words, size).min(area.width);
    let left = match align {
        Alignment::Left => 0,
        Alignment::Center => (area.width - width) / 2,
        Alignment::Right => area.width - width,
    };
    let top = area.height.saturating_sub(size.rows()) / 2;
    let at = Rect { x: area.x + left, y: area.y + top, width, height: size.rows().min(area.height) };
    let at = at.intersection(buf.area);
    for y in 0..at.height {
        for x in 0..at.width {
            let bits = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(dx, dy)| lit(&glyphs, size, (2 * x + dx, 2 * y + dy)));
            if let Some(cell) = buf.cell_mut((at.x + x, at.y + y)).filter(|_| bits.contains(&true)) {
                cell.set_char(quadrant(bits)).set_style(style);
            }
        }
    }
    at
}

/// Whether a half cell, counted from the top left corner, is part of a letter.
fn lit(glyphs: &[Glyph], size: Size, (x, y): (u16, u16)) -> bool {
    let mut column = x / size.across;
    for glyph in glyphs {
        if column < glyph.width {
            return glyph.has(column, y / size.down);
        }
        if column == glyph.width {
            return false;
        }
        column -= glyph.width + 1;
    }
    false
}

/// The block element with these quarters: top left, top right, bottom left, bottom right.
const fn quadrant(bits: [bool; 4]) -> char {
    match bits {
        [false, false, false, false] => ' ',
        [true, false, false, false] => '▘',
        [false, true, false, false] => '▝',
        [true, true, false, false] => '▀',
        [false, false, true, false] => '▖',
        [true, false, true, false] => '▌',
        [false, true, true, false] => '▞',
        [true, true, true, false] => '▛',
        [false, false, false, true] => '▗',
        [true, false, false, true] => '▚',
        [false, true, false, true] => '▐',
        [true, true, false, true] => '▜',
        [false, false, true, true] => '▄',
        [true, false, true, true] => '▙',
        [false, true, true, true] => '▟',
        [true, true, true, true] => '█',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phase_word_fits_in_three_rows_of_eighty_columns() {
        for word in
            ["RAISE", "LOWER", "CHANGE FEET", "HOLD", "RELAX", "GET READY", "REST", "CHANGE SIDES", "NEXT EXERCISE"]
        {
            assert!(fit(word, 76, 3).is_some_and(|size| size.rows() == 3), "{word}");
            assert!(fit(word, 38, 3).is_some(), "{word} in forty columns");
        }
    }

    #[test]
    fn a_number_grows_with_its_room() {
        assert_eq!(fit("12", 24, 6).map(Size::rows), Some(6));
        assert_eq!(fit("12", 200, 18).map(Size::rows), Some(18));
        assert_eq!(fit("12", 200, 2), None);
        assert_eq!(fit("mäh", 200, 18), None, "letters the font lacks are written plainly");
    }

    #[test]
    fn long_names_stand_in_lines() {
        assert_eq!(wrap("Heel drop, straight knee", 76), Some(vec!["Heel drop, straight knee".to_owned()]));
        let lines = wrap("Ball release, front of the hip", 76).unwrap();
        assert_eq!(lines, ["Ball release, front of the", "hip"]);
        assert_eq!(wrap("gastrocnemius", 20), None);
    }

    #[test]
    fn letters_stay_inside() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 4));
        let at = draw(&mut buf, Rect::new(0, 0, 20, 4), "15", Style::default(), Alignment::Right);
        assert_eq!((at.right(), at.height), (20, 3));
        let _nothing = draw(&mut buf, Rect::new(19, 3, 1, 1), "15", Style::default(), Alignment::Left);
    }
}
