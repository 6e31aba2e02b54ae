//! What is told to the terminal outside of a frame, and taken back.
//!
//! Whatever is switched on here is owed: the terminal's room takes it back on every way out, also where a panic or a
//! signal leaves no time for anything else.

use std::io::{self, Write};

use super::terminals::{Form, Knows};
use super::{Gate, State};
use crate::domain::text::Clean;

/// The longest text in a title or a notification, in characters.
const LONGEST: usize = 120;

/// What a screen would like the terminal to do beside showing it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aside {
    /// Clicks are heard. While they are, text cannot be selected as usual.
    pub mouse: bool,
    /// Whether the window has the focus is heard.
    pub focus: bool,
    /// The title of the window; none: the one that was found.
    pub title: Option<Clean>,
    /// How much is done, 0 to 100.
    pub progress: Option<u8>,
    /// What is said as a notification, once.
    pub notification: Option<Clean>,
    /// The bell, once.
    pub rings: bool,
}

/// One sequence outside of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sequence<'a> {
    /// Presses of buttons are told, with their places in the form that cannot be taken for letters (1000 and 1006).
    Mouse(bool),
    /// Focus is told (1004).
    Focus(bool),
    /// The title is kept.
    KeepTitle,
    /// The title that was kept is put back.
    PutTitleBack,
    /// A title.
    Title(&'a Clean),
    /// Progress; none takes it away.
    Progress(Option<u8>),
    /// A notification.
    Notification(Form, &'a Clean),
    /// The bell.
    Bell,
}

impl<W: Write> Gate<W> {
    /// Writes a sequence, its text cleaned once more.
    pub fn say(&mut self, sequence: Sequence<'_>) -> io::Result<()> {
        if self.state != State::Ground {
            self.drop_held();
        }
        self.inner.write_all(bytes(sequence).as_bytes())
    }
}

/// No control, no direction that is turned round, no end of a field.
fn plain(text: &Clean) -> String {
    let turns =
        |letter: &char| matches!(letter, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .filter(|letter| !letter.is_control() && !turns(letter))
        .map(|letter| if letter == ';' { ',' } else { letter })
        .take(LONGEST)
        .collect()
}

fn bytes(sequence: Sequence<'_>) -> String {
    match sequence {
        Sequence::Mouse(true) => "\x1b[?1000h\x1b[?1006h".to_owned(),
        Sequence::Mouse(false) => "\x1b[?1006l\x1b[?1000l".to_owned(),
        Sequence::Focus(true) => "\x1b[?1004h".to_owned(),
        Sequence::Focus(false) => "\x1b[?1004l".to_owned(),
        Sequence::KeepTitle => "\x1b[22;2t".to_owned(),
        Sequence::PutTitleBack => "\x1b[23;2t".to_owned(),
        Sequence::Title(title) => format!("\x1b]2;{}\x07", plain(title)),
        Sequence::Progress(Some(percent)) => format!("\x1b]9;4;1;{}\x07", percent.min(100)),
        Sequence::Progress(None) => "\x1b]9;4;0\x07".to_owned(),
        // A text that began with a number would be another sequence.
        Sequence::Notification(Form::Nine, text) => format!("\x1b]9;soleus: {}\x07", plain(text)),
        Sequence::Notification(Form::SevenSevenSeven, text) => {
            format!("\x1b]777;notify;soleus;{}\x1b\\", plain(text))
        }
        Sequence::Notification(Form::NinetyNine, text) => format!("\x1b]99;;soleus: {}\x1b\\", plain(text)),
        Sequence::Bell => "\x07".to_owned(),
    }
}

/// What was told, to a terminal that understands so much.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    knows: Knows,
    told: Aside,
}

impl Beside {
    /// Nothing was told yet.
    pub fn new(knows: Knows) -> Self {
        Self { knows, told: Aside::default() }
    }

    /// The terminal was given back, and all that was told with it.
    pub fn forget(&mut self) {
        self.told = Aside::default();
    }

    /// What is to be told now, in order; only what changed, and only what is understood. A text that stays is told once.
    pub fn next<'a>(&mut self, wanted: &'a Aside) -> Vec<Sequence<'a>> {
        let mut all = Vec::new();
        let Self { knows, told } = self;
        if told.mouse != wanted.mouse {
            all.push(Sequence::Mouse(wanted.mouse));
        }
        let focus = wanted.focus && knows.notification.is_some();
        if told.focus != focus {
            all.push(Sequence::Focus(focus));
        }
        let title = wanted.title.as_ref().filter(|_| knows.title);
        if told.title.as_ref() != title {
            all.extend(told.title.is_none().then_some(Sequence::KeepTitle));
            all.push(title.map_or(Sequence::PutTitleBack, Sequence::Title));
        }
        let progress = wanted.progress.filter(|_| knows.progress);
        if told.progress != progress {
            all.push(Sequence::Progress(progress));
        }
        let said = wanted.notification.as_ref().zip(knows.notification);
        all.extend(said.map(|(text, form)| Sequence::Notification(form, text)));
        all.extend(wanted.rings.then_some(Sequence::Bell));
        *told = Aside { mouse: wanted.mouse, focus, title: title.cloned(), progress, ..Aside::default() };
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(knows: Knows, wanted: &[Aside]) -> String {
        let mut gate = Gate::new(Vec::new());
        let mut beside = Beside::new(knows);
        for aside in wanted {
            for sequence in beside.next(aside) {
                gate.say(sequence).unwrap();
            }
        }
        String::from_utf8(std::mem::take(gate.inner_mut())).unwrap().replace('\x1b', "^").replace('\x07', "!")
    }

    fn all() -> Aside {
        Aside {
            mouse: true,
            focus: true,
            title: Some(Clean::name("0:12 Heel drop")),
            progress: Some(40),
            notification: Some(Clean::text("the rest is over; set 2")),
            rings: true,
        }
    }

    const ALL: Knows = Knows { title: true, progress: true, notification: Some(Form::Nine) };

    #[test]
    fn all_of_it_is_told_and_taken_back() {
        assert_eq!(
            written(ALL, &[all(), Aside::default()]),
            "^[?1000h^[?1006h^[?1004h^[22;2t^]2;0:12 Heel drop!^]9;4;1;40!^]9;soleus: the rest is over, set 2!!\
             ^[?1006l^[?1000l^[?1004l^[23;2t^]9;4;0!"
        );
    }

    #[test]
    fn what_stays_is_told_once() {
        let stays = Aside { notification: None, rings: false, ..all() };
        let once = written(ALL, std::slice::from_ref(&stays));
        assert_eq!(written(ALL, &[stays.clone(), stays.clone(), stays]), once);
    }

    #[test]
    fn whoever_knows_nothing_hears_the_bell_and_the_mouse_alone() {
        assert_eq!(written(Knows::default(), &[all(), Aside::default()]), "^[?1000h^[?1006h!^[?1006l^[?1000l");
    }

    #[test]
    fn a_text_cannot_end_its_sequence() {
        let evil = Clean::text("a\x1b]52;c;ZWNobw==\x07b\u{9c}c\u{202e}d\n4;0");
        for form in [Form::Nine, Form::SevenSevenSeven, Form::NinetyNine] {
            let bytes = bytes(Sequence::Notification(form, &evil));
            let inside = bytes.trim_start_matches('\x1b').trim_end_matches("\x1b\\").trim_end_matches('\x07');
            assert!(!inside.chars().any(char::is_control), "{}", bytes.escape_debug());
        }
        assert!(bytes(Sequence::Title(&Clean::text(&"x".repeat(1_000)))).len() < 140);
    }

    #[test]
    fn a_frame_that_stopped_in_the_middle_of_a_sequence_swallows_nothing() {
        let mut gate = Gate::new(Vec::new());
        gate.write_all(b"a\x1b[1;").unwrap();
        gate.say(Sequence::Progress(None)).unwrap();
        gate.write_all(b"b").unwrap();
        assert_eq!(gate.inner_mut().escape_ascii().to_string(), "a\\x1b]9;4;0\\x07b");
    }
}
