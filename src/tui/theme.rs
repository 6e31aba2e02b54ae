//! Roles to styles. Palette colours only, so that the user's own theme decides; every role also differs without any.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

/// What the terminal can and what the user wants; given from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Colours may be used (`NO_COLOR` is not set).
    pub colors: bool,
    /// The locale is UTF-8; else everything is drawn in ASCII.
    pub utf8: bool,
    /// Nothing moves between two seconds.
    pub still: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { colors: true, utf8: true, still: false }
    }
}

/// What a piece of the screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Words to read.
    Text,
    /// Words that may be missed.
    Quiet,
    /// Words that matter.
    Strong,
    /// What is done now.
    Phase,
    /// The big number.
    Number,
    /// The left side.
    Left,
    /// The right side.
    Right,
    /// Well done, saved, ticked.
    Good,
    /// Pain of 4 or 5, an open question.
    Caution,
    /// Pain over the limit, not saved.
    Danger,
    /// A key to press.
    Key,
    /// The chosen line.
    Selected,
    /// The part of a bar that is done.
    Fill,
    /// The part of a bar that is to come.
    Track,
}

impl Look {
    /// The style of a role. Only colours of the palette that are read on a dark and on a light ground: cyan, green,
    /// yellow and white vanish on a light one, plain red and blue on a dark one. Where none is needed none is used.
    pub const fn style(self, role: Role) -> Style {
        let plain = Style::new();
        let style = match role {
            Role::Text => plain,
            Role::Quiet | Role::Track => plain.add_modifier(Modifier::DIM),
            Role::Strong | Role::Phase | Role::Number | Role::Key | Role::Good => plain.add_modifier(Modifier::BOLD),
            Role::Fill | Role::Right => plain.fg(Color::LightBlue),
            Role::Left => plain.fg(Color::Magenta),
            Role::Caution => plain.fg(Color::Black).bg(Color::Yellow),
            Role::Danger => plain.fg(Color::LightRed).add_modifier(Modifier::BOLD),
            Role::Selected => plain.add_modifier(Modifier::REVERSED),
        };
        if self.colors {
            return style;
        }
        match role {
            Role::Caution => plain.add_modifier(Modifier::REVERSED),
            Role::Danger => plain.add_modifier(Modifier::BOLD.union(Modifier::REVERSED)),
            Role::Left | Role::Right | Role::Fill => plain,
            Role::Text
            | Role::Quiet
            | Role::Track
            | Role::Strong
            | Role::Phase
            | Role::Number
            | Role::Key
            | Role::Good
            | Role::Selected => style,
        }
    }

    /// Redraws a finished picture in ASCII where the terminal cannot do better.
    pub fn spell(self, buf: &mut Buffer) {
        if self.utf8 {
            return;
        }
        for cell in &mut buf.content {
            if !cell.symbol().is_ascii() {
                let stand_in = cell.symbol().chars().next().map_or(' ', ascii);
                cell.set_char(stand_in);
            }
        }
    }
}

/// What stands in for a character where only ASCII can be shown.
const fn ascii(c: char) -> char {
    match c {
        '█' | '▓' | '▙' | '▛' | '▜' | '▟' | '▉' | '▊' | '▋' | '■' => '#',
        '▀' | '▘' | '▝' | '“' | '”' => '"',
        '▄' | '▖' | '▗' | '▁' | '▂' => '_',
        '▌' | '▐' | '│' | '▏' | '▎' | '▍' => '|',
        '▚' => '\\',
        '▞' => '/',
        '░' | '▒' | '●' => '*',
        '○' => '.',
        '◐' => 'o',
        '─' | '·' | '–' | '—' | '‐' | '−' | '▃' | '▅' => '-',
        '━' | '╸' | '▆' | '▇' => '=',
        '╭' | '╮' | '╰' | '╯' | '▪' => '+',
        '▸' | '→' => '>',
        '←' => '<',
        '↑' => '^',
        '↓' => 'v',
        '×' | '✓' => 'x',
        '…' => '~',
        '’' | '‘' => '\'',
        '\u{a0}' => ' ',
        _ => '?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROLES: &[Role] = &[
        Role::Text,
        Role::Quiet,
        Role::Strong,
        Role::Phase,
        Role::Number,
        Role::Left,
        Role::Right,
        Role::Good,
        Role::Caution,
        Role::Danger,
        Role::Key,
        Role::Selected,
        Role::Fill,
        Role::Track,
    ];

    /// The palette of xterm, the harshest that is in use.
    fn rgb(color: Color) -> [f64; 3] {
        match color {
            Color::Black => [0.0, 0.0, 0.0],
            Color::Red => [205.0, 0.0, 0.0],
            Color::Green => [0.0, 205.0, 0.0],
            Color::Yellow => [205.0, 205.0, 0.0],
            Color::Blue => [0.0, 0.0, 238.0],
            Color::Magenta => [205.0, 0.0, 205.0],
            Color::Cyan => [0.0, 205.0, 205.0],
            Color::LightRed => [255.0, 0.0, 0.0],
            Color::LightBlue => [92.0, 92.0, 255.0],
            other => panic!("{other:?} is not judged yet"),
        }
    }

    fn luminance(rgb: [f64; 3]) -> f64 {
        let linear = rgb.map(|part| {
            let part = part / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        linear[2].mul_add(0.0722, linear[0].mul_add(0.2126, linear[1] * 0.7152))
    }

    /// The contrast of two colours as the web guidelines reckon it: 3 is asked for large shapes and bold letters.
    fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn every_colour_is_read_on_a_dark_and_on_a_light_ground() {
        for role in ROLES {
            let style = Look::default().style(*role);
            let Some(color) = style.fg else { continue };
            let grounds = style.bg.map_or_else(|| vec![[0.0; 3], [255.0; 3]], |ground| vec![rgb(ground)]);
            for ground in grounds {
                let contrast = contrast(rgb(color), ground);
                assert!(contrast >= 3.0, "{role:?} in {color:?} on {ground:?}: {contrast:.1}");
            }
        }
        // The test can fail: these were in use.
        assert!(contrast(rgb(Color::Cyan), [255.0; 3]) < 3.0 && contrast(rgb(Color::Green), [255.0; 3]) < 3.0);
    }
}
