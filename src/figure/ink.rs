//! What a piece of the picture is, and its colour in a true-colour, a 256-colour and a 16-colour terminal.
//!
//! Colours go by role, never by the nearest of a palette: that would turn greys green.

use ratatui::style::Color;

/// What a piece of the picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[expect(missing_docs, reason = "each is what its name says; `Glow` is the working muscle, from weak to strong")]
pub enum Ink {
    Ground,
    Prop,
    Edge,
    Soft,
    Far,
    FarDark,
    Body,
    Shirt,
    Shorts,
    Hair,
    Lit,
    Ghost,
    Glow1,
    Glow2,
    Glow3,
    Glow4,
    Glow5,
    Cue,
    Load,
    Seam,
}

/// How many there are.
pub const INKS: usize = 20;

/// All of them, in order.
pub const ALL: [Ink; INKS] = [
    Ink::Ground,
    Ink::Prop,
    Ink::Edge,
    Ink::Soft,
    Ink::Far,
    Ink::FarDark,
    Ink::Body,
    Ink::Shirt,
    Ink::Shorts,
    Ink::Hair,
    Ink::Lit,
    Ink::Ghost,
    Ink::Glow1,
    Ink::Glow2,
    Ink::Glow3,
    Ink::Glow4,
    Ink::Glow5,
    Ink::Cue,
    Ink::Load,
    Ink::Seam,
];

/// Red, green and blue.
pub type Rgb = [u8; 3];

/// How many colours the terminal has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// 24 bits.
    True,
    /// The 256 of xterm.
    Many,
    /// 16.
    #[default]
    Few,
    /// None: the picture is of shapes alone.
    None,
}

/// The colours of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// How many colours there are.
    pub colours: Colours,
    /// The ground.
    pub ground: Ground,
}

/// What is behind a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// A dark one.
    #[default]
    Dark,
    /// A light one.
    Light,
    /// Nobody knows: every colour is seen on both, and edges are not mixed.
    Unknown,
}

impl Ink {
    /// The glow of an effort, 0 to 1; nothing where there is none to speak of.
    pub fn glow(effort: f64) -> Option<Self> {
        match effort {
            e if e < 0.08 => None,
            e if e < 0.30 => Some(Self::Glow1),
            e if e < 0.50 => Some(Self::Glow2),
            e if e < 0.70 => Some(Self::Glow3),
            e if e < 0.88 => Some(Self::Glow4),
            _ => Some(Self::Glow5),
        }
    }

    /// Its place in a list of all.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The ink of a number.
    pub fn at(index: usize) -> Self {
        ALL.get(index).copied().unwrap_or(Self::Ground)
    }

    /// Whether it is a muscle that works.
    pub const fn glows(self) -> bool {
        matches!(self, Self::Glow1 | Self::Glow2 | Self::Glow3 | Self::Glow4 | Self::Glow5)
    }
}

const DARK: [Rgb; INKS] = [
    [0x14, 0x15, 0x1a],
    [0x3a, 0x3f, 0x4b],
    [0x6b, 0x72, 0x84],
    [0x4c, 0x7a, 0x5e],
    [0x50, 0x56, 0x63],
    [0x45, 0x4a, 0x56],
    [0x9a, 0xa3, 0xb5],
    [0x76, 0x80, 0x96],
    [0x5f, 0x68, 0x7d],
    [0x6e, 0x60, 0x5a],
    [0xdd, 0xe3, 0xec],
    [0x2b, 0x55, 0x68],
    [0xd9, 0xc3, 0xb4],
    [0xe6, 0xac, 0x86],
    [0xf2, 0x97, 0x5e],
    [0xfb, 0x82, 0x3f],
    [0xff, 0x70, 0x26],
    [0x58, 0xc4, 0xff],
    [0xb0, 0x8a, 0x54],
    [0x3c, 0x42, 0x50],
];

const LIGHT: [Rgb; INKS] = [
    [0xff, 0xff, 0xff],
    [0xd4, 0xd8, 0xdf],
    [0x9a, 0xa2, 0xb0],
    [0x9c, 0xc9, 0xa8],
    [0xb4, 0xba, 0xc5],
    [0xa6, 0xac, 0xb8],
    [0x80, 0x89, 0x9b],
    [0x6a, 0x74, 0x8a],
    [0x5b, 0x65, 0x7b],
    [0x4c, 0x44, 0x42],
    [0x45, 0x4d, 0x5e],
    [0xb5, 0xdc, 0xec],
    [0x8a, 0x6a, 0x58],
    [0xb4, 0x72, 0x48],
    [0xd4, 0x6c, 0x30],
    [0xe8, 0x66, 0x1c],
    [0xf2, 0x5c, 0x08],
    [0x00, 0x84, 0xc8],
    [0x8c, 0x62, 0x2c],
    [0xc4, 0xca, 0xd4],
];

/// What must be seen on a dark ground and on a light one where nobody knows which it is: no white, no black, no near
/// grey. The working limb is blue there.
const EITHER: [(Ink, Rgb, u8, Color); 8] = [
    (Ink::Lit, [0x86, 0xa8, 0xe0], 110, Color::LightBlue),
    (Ink::Body, [0x8c, 0x95, 0xa8], 246, Color::DarkGray),
    (Ink::Far, [0x74, 0x7a, 0x88], 244, Color::DarkGray),
    (Ink::FarDark, [0x66, 0x6c, 0x7a], 243, Color::DarkGray),
    (Ink::Prop, [0x5a, 0x60, 0x6c], 241, Color::DarkGray),
    (Ink::Edge, [0x8a, 0x90, 0x9c], 245, Color::DarkGray),
    (Ink::Ghost, [0x4a, 0x8a, 0xa0], 67, Color::Magenta),
    (Ink::Cue, [0x20, 0xa0, 0xe0], 38, Color::Magenta),
];

/// Of the 256: the dark ground, then the light one.
const MANY: [(u8, u8); INKS] = [
    (0, 15),
    (238, 252),
    (243, 247),
    (65, 151),
    (240, 249),
    (239, 248),
    (247, 245),
    (244, 243),
    (242, 241),
    (240, 238),
    (254, 239),
    (24, 153),
    (223, 137),
    (216, 173),
    (209, 172),
    (208, 166),
    (202, 202),
    (81, 32),
    (137, 94),
    (237, 251),
];

const FEW_DARK: [Color; INKS] = [
    Color::Reset,
    Color::DarkGray,
    Color::Gray,
    Color::Green,
    Color::DarkGray,
    Color::DarkGray,
    Color::Gray,
    Color::Gray,
    Color::Gray,
    Color::DarkGray,
    Color::White,
    Color::Blue,
    Color::White,
    Color::LightRed,
    Color::LightRed,
    Color::LightRed,
    Color::LightRed,
    Color::LightCyan,
    Color::Yellow,
    Color::Reset,
];

const FEW_LIGHT: [Color; INKS] = [
    Color::Reset,
    Color::Gray,
    Color::DarkGray,
    Color::Green,
    Color::Gray,
    Color::Gray,
    Color::DarkGray,
    Color::DarkGray,
    Color::DarkGray,
    Color::Black,
    Color::Black,
    Color::Cyan,
    Color::Black,
    Color::LightRed,
    Color::LightRed,
    Color::LightRed,
    Color::LightRed,
    Color::Blue,
    Color::Yellow,
    Color::Reset,
];

impl Palette {
    /// The colour of an ink as the terminal gets it; the ground is the terminal's own.
    pub fn color(self, ink: Ink) -> Color {
        if ink == Ink::Ground {
            return Color::Reset;
        }
        let either = self.either(ink);
        match (self.colours, self.ground == Ground::Light) {
            (Colours::Many, _) if either.is_some() => Color::Indexed(either.map_or(7, |(_, _, n, _)| n)),
            (Colours::Few, _) if self.ground == Ground::Unknown => {
                either.map_or_else(|| few_either(ink), |(_, _, _, c)| c)
            }
            (Colours::True, _) => {
                let [r, g, b] = self.rgb(ink);
                Color::Rgb(r, g, b)
            }
            (Colours::Many, light) => {
                let pair = MANY.get(ink.index()).copied().unwrap_or((7, 8));
                Color::Indexed(if light { pair.1 } else { pair.0 })
            }
            (Colours::Few, false) => FEW_DARK.get(ink.index()).copied().unwrap_or(Color::Gray),
            (Colours::Few, true) => FEW_LIGHT.get(ink.index()).copied().unwrap_or(Color::DarkGray),
            (Colours::None, _) => Color::Reset,
        }
    }

    /// The ink between two limbs; none where there are not colours enough for one.
    pub fn seam(self) -> Option<Ink> {
        let known = matches!(self.colours, Colours::True | Colours::Many) && self.ground != Ground::Unknown;
        known.then_some(Ink::Seam)
    }

    /// What the ink is on a ground that nobody knows.
    fn either(self, ink: Ink) -> Option<(Ink, Rgb, u8, Color)> {
        EITHER.into_iter().find(|(one, ..)| *one == ink && self.ground == Ground::Unknown)
    }

    /// Its red, green and blue, for mixing and for measuring how far two colours are apart.
    pub fn rgb(self, ink: Ink) -> Rgb {
        if let Some((_, rgb, _, _)) = self.either(ink) {
            return rgb;
        }
        let list = if self.ground == Ground::Light { &LIGHT } else { &DARK };
        list.get(ink.index()).copied().unwrap_or_default()
    }
}

/// What is left of the sixteen that is read on both grounds.
const fn few_either(ink: Ink) -> Color {
    match ink {
        Ink::Glow1 => Color::LightBlue,
        ink if ink.glows() => Color::LightRed,
        Ink::Soft => Color::Green,
        Ink::Load => Color::Magenta,
        _ => Color::DarkGray,
    }
}

/// How far two colours are apart to the eye, squared.
pub fn apart(a: Rgb, b: Rgb) -> u32 {
    let square = |n: usize| u32::from(a[n].abs_diff(b[n])).pow(2);
    2 * square(0) + 4 * square(1) + 3 * square(2)
}

/// A colour, so many thirds of the way to another.
pub fn thirds(from: Rgb, to: Rgb, n: u8) -> Rgb {
    let part = |at: usize| {
        let (a, b, n) = (u16::from(from[at]), u16::from(to[at]), u16::from(n.min(3)));
        u8::try_from((a * (3 - n) + b * n) / 3).unwrap_or(u8::MAX)
    };
    [part(0), part(1), part(2)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order() {
        for (n, ink) in ALL.iter().enumerate() {
            assert_eq!((ink.index(), Ink::at(n)), (n, *ink));
        }
    }

    #[test]
    fn a_stronger_muscle_is_never_paler() {
        for ground in [Ground::Dark, Ground::Light] {
            let palette = Palette { colours: Colours::True, ground };
            let glows = [Ink::Glow1, Ink::Glow2, Ink::Glow3, Ink::Glow4, Ink::Glow5];
            let far: Vec<u32> = glows.iter().map(|ink| apart(palette.rgb(*ink), palette.rgb(Ink::Lit))).collect();
            assert!(far.is_sorted(), "{far:?}");
        }
    }
}
