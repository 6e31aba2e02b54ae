//! What a terminal draws figures with, and on which ground: a table of what terminals say about themselves.
//!
//! A terminal that draws block glyphs itself joins them without gaps; one that takes them from a font does not, or has
//! none at all. When in doubt quadrants, which every font has. No terminal is asked.

use crate::figure::Glyphs;
use crate::io::settings::Variables;

/// A variable, the beginning of its value in small letters, and what such a terminal draws by itself.
const TERMINALS: [(&str, &str, Glyphs); 12] = [
    ("KITTY_WINDOW_ID", "", Glyphs::Sextant),
    ("WEZTERM_PANE", "", Glyphs::Sextant),
    ("GHOSTTY_RESOURCES_DIR", "", Glyphs::Sextant),
    ("ALACRITTY_WINDOW_ID", "", Glyphs::Sextant),
    ("VTE_VERSION", "", Glyphs::Sextant),
    ("TERM_PROGRAM", "wezterm", Glyphs::Sextant),
    ("TERM_PROGRAM", "ghostty", Glyphs::Sextant),
    ("TERM", "xterm-kitty", Glyphs::Sextant),
    ("TERM", "xterm-ghostty", Glyphs::Sextant),
    ("TERM", "foot", Glyphs::Sextant),
    ("TERM", "alacritty", Glyphs::Sextant),
    ("TERM", "linux", Glyphs::Ascii),
];

/// In these another terminal may be around, and the variables may be those of one that is gone.
const AROUND: [&str; 3] = ["TMUX", "STY", "ZELLIJ"];

/// The glyphs of a terminal.
pub(super) fn glyphs(variables: Variables<'_>, is_utf8: bool, term_dumb: bool) -> Glyphs {
    if !is_utf8 || term_dumb {
        return Glyphs::Ascii;
    }
    let text = |name: &str| variables(name).map(|value| value.to_string_lossy().to_ascii_lowercase());
    let says = |(name, begins, _): &&(&str, &str, Glyphs)| text(name).is_some_and(|value| value.starts_with(begins));
    let found = TERMINALS.iter().find(says).map_or(Glyphs::Quadrant, |(_, _, glyphs)| *glyphs);
    let inside = AROUND.iter().any(|name| variables(name).is_some_and(|value| !value.is_empty()));
    if inside && found != Glyphs::Ascii { Glyphs::Quadrant } else { found }
}

/// Whether the ground is light, where the terminal says it: `COLORFGBG` ends in the number of the ground's colour.
pub(super) fn is_light(variables: Variables<'_>) -> Option<bool> {
    let value = variables("COLORFGBG")?.to_string_lossy().into_owned();
    let ground: u8 = value.rsplit(';').next()?.parse().ok()?;
    match ground {
        0..=6 | 8 => Some(false),
        7 | 9..=15 => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::settings::scripted;

    #[test]
    fn terminals_that_draw_blocks_themselves_are_known() {
        let of = |pairs: &[(&str, &str)]| glyphs(&scripted(pairs), true, false);
        assert_eq!(of(&[("TERM", "xterm-kitty"), ("KITTY_WINDOW_ID", "1")]), Glyphs::Sextant);
        assert_eq!(of(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")]), Glyphs::Sextant);
        assert_eq!(of(&[("TERM", "foot")]), Glyphs::Sextant);
        assert_eq!(of(&[("TERM", "xterm-256color")]), Glyphs::Quadrant);
        assert_eq!(of(&[("TERM", "tmux-256color"), ("KITTY_WINDOW_ID", "1"), ("TMUX", "/tmp/t")]), Glyphs::Quadrant);
        assert_eq!(of(&[("TERM", "linux")]), Glyphs::Ascii);
        assert_eq!(glyphs(&scripted(&[("KITTY_WINDOW_ID", "1")]), false, false), Glyphs::Ascii);
        assert_eq!(glyphs(&scripted(&[("KITTY_WINDOW_ID", "1")]), true, true), Glyphs::Ascii);
    }

    #[test]
    fn the_ground_is_told_by_some() {
        let of = |value: &str| is_light(&scripted(&[("COLORFGBG", value)]));
        assert_eq!((of("15;0"), of("0;default;15"), of("7;8")), (Some(false), Some(true), Some(false)));
        assert_eq!((of(""), of("15;default"), of("1;99")), (None, None, None));
    }
}
