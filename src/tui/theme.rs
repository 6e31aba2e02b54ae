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
    /// The style of a role. No bright white, no yellow letters: both vanish on a light ground.
    pub const fn style(self, role: Role) -> Style {
        let plain = Style::new();
        let style = match role {
            Role::Text => plain,
            Role::Quiet | Role::Track => plain.add_modifier(Modifier::DIM),
            Role::Strong | Role::Number | Role::Key => plain.add_modifier(Modifier::BOLD),
            Role::Phase | Role::Fill => plain.fg(Color::Cyan),
            Role::Left => plain.fg(Color::Magenta),
            Role::Right | Role::Good => plain.fg(Color::Green),
            Role::Caution => plain.fg(Color::Black).bg(Color::Yellow),
            Role::Danger => plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            Role::Selected => plain.add_modifier(Modifier::REVERSED),
        };
        if self.colors {
            return style;
        }
        match role {
            Role::Caution => plain.add_modifier(Modifier::REVERSED),
            Role::Danger => plain.add_modifier(Modifier::BOLD.union(Modifier::REVERSED)),
            Role::Phase => plain.add_modifier(Modifier::BOLD),
            Role::Left | Role::Right | Role::Good | Role::Fill => plain,
            Role::Text | Role::Quiet | Role::Track | Role::Strong | Role::Number | Role::Key | Role::Selected => style,
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
        '█' | '▓' | '▙' | '▛' | '▜' | '▟' | '▉' | '▊' | '▋' => '#',
        '▀' | '▘' | '▝' | '“' | '”' => '"',
        '▄' | '▖' | '▗' => '_',
        '▌' | '▐' | '│' | '▏' | '▎' | '▍' => '|',
        '▚' => '\\',
        '▞' => '/',
        '░' | '▒' | '●' => '*',
        '○' => '.',
        '◐' => 'o',
        '─' | '·' | '–' | '—' | '‐' | '−' => '-',
        '━' | '╸' => '=',
        '╭' | '╮' | '╰' | '╯' => '+',
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
