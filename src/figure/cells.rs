//! The pixels of a cell become a glyph and two colours.

use ratatui::style::Color;

use crate::figure::glyphs::Glyphs;
use crate::figure::ink::{Colours, Ink, Palette, Rgb, apart};

/// What a cell shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The glyph.
    pub glyph: char,
    /// Its colour.
    pub fg: Color,
    /// The colour behind it.
    pub bg: Color,
}

const EMPTY: Cell = Cell { glyph: ' ', fg: Color::Reset, bg: Color::Reset };

fn luma(c: Rgb) -> u32 {
    2 * u32::from(c[0]) + 4 * u32::from(c[1]) + u32::from(c[2])
}

/// Which of two inks gives way: the other one is kept where a cell has a third.
const fn weight(ink: Ink) -> u32 {
    match ink {
        Ink::Cue => 4,
        Ink::Glow1 | Ink::Glow2 | Ink::Glow3 | Ink::Glow4 | Ink::Glow5 => 3,
        Ink::Edge | Ink::Prop | Ink::Ghost => 1,
        _ => 2,
    }
}

/// A cell whose pixels have one ink each.
pub fn flat(pixels: &[Ink], glyphs: Glyphs, palette: Palette) -> Cell {
    let Some(first) = pixels.first().copied() else { return EMPTY };
    if pixels.iter().all(|ink| *ink == first) {
        return Cell { bg: palette.color(first), ..EMPTY };
    }
    let (front, back) = pair(pixels, palette);
    let near = |ink: Ink| {
        let c = palette.rgb(ink);
        ink == front || (ink != back && apart(c, palette.rgb(front)) < apart(c, palette.rgb(back)))
    };
    let mask = pixels.iter().enumerate().fold(0, |mask, (n, ink)| mask | usize::from(near(*ink)) << n);
    let (fg, bg) = (palette.color(front), palette.color(back));
    if fg == bg || mask == 0 {
        return Cell { bg, ..EMPTY };
    }
    Cell { glyph: glyphs.glyph(mask), fg, bg }
}

/// The two inks that stand best for all of a cell; the ground is the second, else the darker one.
fn pair(pixels: &[Ink], palette: Palette) -> (Ink, Ink) {
    // At most eight pixels, so at most eight kinds: no allocation a cell.
    let (mut all, mut many) = ([(Ink::Ground, 0_u32); 8], 0);
    for ink in pixels.iter().take(all.len()) {
        if let Some((_, count)) = all.iter_mut().take(many).find(|(kind, _)| kind == ink) {
            *count += 1;
        } else if let Some(free) = all.get_mut(many) {
            *free = (*ink, 1);
            many += 1;
        } else {
            // Eight were taken, there is no ninth.
        }
    }
    let kinds = all.get(..many).unwrap_or_default();
    // Most cells have two.
    if let [(a, _), (b, _)] = kinds {
        return ordered(*a, *b, palette);
    }
    let cost = |a: Ink, b: Ink| -> u32 {
        kinds
            .iter()
            .map(|(ink, count)| {
                let c = palette.rgb(*ink);
                apart(c, palette.rgb(a)).min(apart(c, palette.rgb(b))) / 16 * count * weight(*ink)
            })
            .sum()
    };
    let mut best = (u32::MAX, Ink::Ground, Ink::Ground);
    for (n, (a, _)) in kinds.iter().enumerate() {
        for (b, _) in kinds.iter().skip(n + 1) {
            let cost = cost(*a, *b);
            if cost < best.0 {
                best = (cost, *a, *b);
            }
        }
    }
    ordered(best.1, best.2, palette)
}

/// The one that is before, and the one behind: the ground, else the darker one.
fn ordered(a: Ink, b: Ink, palette: Palette) -> (Ink, Ink) {
    let a_behind = a == Ink::Ground || (b != Ink::Ground && luma(palette.rgb(a)) < luma(palette.rgb(b)));
    if a_behind { (b, a) } else { (a, b) }
}

/// A cell whose pixels have mixed colours, on a ground of a known one.
pub fn smooth(pixels: &[Rgb], glyphs: Glyphs, ground: Rgb) -> Cell {
    let Some(first) = pixels.first().copied() else { return EMPTY };
    let color = |c: Rgb| if c == ground { Color::Reset } else { Color::Rgb(c[0], c[1], c[2]) };
    if pixels.iter().all(|c| *c == first) {
        return Cell { bg: color(first), ..EMPTY };
    }
    let (a, b, mask) = two_means(pixels);
    // `mask` says which pixels are of the first.
    let all = (1_usize << pixels.len()) - 1;
    let a_behind = a == ground || (b != ground && luma(a) < luma(b));
    let (front, back, mask) = if a_behind { (b, a, all ^ mask) } else { (a, b, mask) };
    if mask == 0 || front == back {
        return Cell { bg: color(back), ..EMPTY };
    }
    if front == ground {
        // Both are the ground to the eye.
        return EMPTY;
    }
    Cell { glyph: glyphs.glyph(mask), fg: color(front), bg: color(back) }
}

/// Two colours that stand for all, and which pixels are nearer to the first.
fn two_means(pixels: &[Rgb]) -> (Rgb, Rgb, usize) {
    let first = pixels.first().copied().unwrap_or_default();
    let mut seeds = (first, first, 0);
    for (n, a) in pixels.iter().enumerate() {
        for b in pixels.iter().skip(n + 1) {
            let far = apart(*a, *b);
            if far > seeds.2 {
                seeds = (*a, *b, far);
            }
        }
    }
    let (mut a, mut b) = (seeds.0, seeds.1);
    let split = |a: Rgb, b: Rgb| {
        pixels.iter().enumerate().fold(0, |mask, (n, c)| mask | usize::from(apart(*c, a) <= apart(*c, b)) << n)
    };
    let mut mask = split(a, b);
    for _ in 0..2 {
        a = stand_in(pixels, mask, false).unwrap_or(a);
        b = stand_in(pixels, mask, true).unwrap_or(b);
        mask = split(a, b);
    }
    (a, b, mask)
}

/// The colour that at least half of a part has, else its mean.
fn stand_in(pixels: &[Rgb], mask: usize, other: bool) -> Option<Rgb> {
    let part = || pixels.iter().enumerate().filter(|(n, _)| (mask >> n & 1 == 0) == other).map(|(_, c)| *c);
    let size = part().count();
    let common = part().find(|c| part().filter(|other| other == c).count() * 2 >= size);
    common.or_else(|| {
        let size = u32::try_from(size).ok().filter(|size| *size > 0)?;
        let mean = |n: usize| u8::try_from(part().map(|c| u32::from(c[n])).sum::<u32>() / size).unwrap_or(u8::MAX);
        Some([mean(0), mean(1), mean(2)])
    })
}

/// A cell in one colour: dots for all that is not the ground, in the colour that matters most.
pub fn dots(pixels: &[Ink], palette: Palette) -> Cell {
    let solid = |ink: Ink| !matches!(ink, Ink::Ground | Ink::Prop);
    let mask = pixels.iter().enumerate().fold(0, |mask, (n, ink)| mask | usize::from(solid(*ink)) << n);
    let most = pixels.iter().copied().filter(|ink| solid(*ink)).max_by_key(|ink| weight(*ink));
    let fg = most.map_or(Color::Reset, |ink| palette.color(ink));
    Cell { glyph: Glyphs::Braille.glyph(mask), fg, bg: Color::Reset }
}

/// A cell in letters: muscle `%`, body `#` with the shape of its edge, the far side `:`, edges of things as lines.
pub fn letters(pixels: &[Ink], palette: Palette) -> Cell {
    let mask = |wanted: &dyn Fn(Ink) -> bool| {
        pixels.iter().enumerate().fold(0_usize, |mask, (n, ink)| mask | usize::from(wanted(*ink)) << n)
    };
    let far = mask(&|ink| matches!(ink, Ink::Far | Ink::FarDark));
    let edge = mask(&|ink| ink == Ink::Edge);
    let soft = mask(&|ink| ink == Ink::Soft);
    let glow = mask(&|ink: Ink| ink.glows());
    let near = mask(&|ink| {
        matches!(ink, Ink::Body | Ink::Shirt | Ink::Shorts | Ink::Hair | Ink::Lit | Ink::Load) || ink.glows()
    });
    let (glyph, ink) = if glow.count_ones() >= 4 {
        ('%', Ink::Glow5)
    } else if near.count_ones() >= 2 {
        (Glyphs::Ascii.glyph(near), solid(pixels))
    } else if far.count_ones() >= 3 {
        (if far.count_ones() >= 6 { ':' } else { '.' }, Ink::Far)
    } else if edge > 0 {
        (line(edge), Ink::Edge)
    } else if soft.count_ones() >= 3 {
        ('=', Ink::Soft)
    } else {
        (' ', Ink::Ground)
    };
    let fg = if glyph == ' ' || palette.colours == Colours::None { Color::Reset } else { palette.color(ink) };
    Cell { glyph, fg, bg: Color::Reset }
}

/// The ink of the body that matters most in a cell.
fn solid(pixels: &[Ink]) -> Ink {
    let body = pixels.iter().copied().filter(|ink| !matches!(ink, Ink::Ground | Ink::Prop | Ink::Edge | Ink::Ghost));
    body.max_by_key(|ink| weight(*ink)).unwrap_or(Ink::Body)
}

/// The line that a mask of 2x4 pixels looks like.
const fn line(mask: usize) -> char {
    let left = (mask & 0b0101_0101).count_ones();
    let right = (mask & 0b1010_1010).count_ones();
    if left + right >= 3 && (left == 0 || right == 0) || left == 4 || right == 4 {
        '|'
    } else if mask.trailing_zeros() >= 4 {
        '_'
    } else {
        '-'
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PALETTE: Palette = Palette { colours: Colours::True, ground: crate::figure::Ground::Dark };

    #[test]
    fn the_ground_is_always_behind() {
        for glyphs in [Glyphs::Quadrant, Glyphs::Sextant, Glyphs::Octant] {
            let n = usize::from(glyphs.grid().0 * glyphs.grid().1);
            for ink in [Ink::Body, Ink::Far, Ink::Glow5, Ink::Prop] {
                let mut pixels = vec![Ink::Ground; n];
                pixels[0] = ink;
                let cell = flat(&pixels, glyphs, PALETTE);
                assert_eq!((cell.bg, cell.fg), (Color::Reset, PALETTE.color(ink)));
                pixels.fill(ink);
                pixels[1] = Ink::Ground;
                let cell = flat(&pixels, glyphs, PALETTE);
                assert_eq!((cell.bg, cell.fg), (Color::Reset, PALETTE.color(ink)));
            }
        }
    }

    #[test]
    fn of_three_colours_the_two_that_matter_stay() {
        let pixels = [Ink::Ground, Ink::Ground, Ink::Glow5, Ink::Glow5, Ink::Lit, Ink::Glow5];
        let cell = flat(&pixels, Glyphs::Sextant, PALETTE);
        assert_eq!((cell.fg, cell.bg), (PALETTE.color(Ink::Glow5), Color::Reset));
    }

    #[test]
    fn mixed_colours_keep_the_ground_behind_and_no_more_than_two() {
        let ground = PALETTE.rgb(Ink::Ground);
        let cell = smooth(&[ground, [90, 90, 90], ground, [200, 200, 200]], Glyphs::Quadrant, ground);
        assert_eq!(cell.bg, Color::Reset);
        assert_ne!(cell.fg, Color::Reset);
        assert_eq!(smooth(&[ground; 4], Glyphs::Quadrant, ground), EMPTY);
    }
}
