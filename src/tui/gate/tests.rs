//! Hostile bytes at the gate, whole and cut at every place, and a real frame.

use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::*;

/// What is written and what comes out.
const CASES: [(&[u8], &[u8]); 44] = [
    (b"plain text\r\n\x07", b"plain text\r\n\x07"),
    ("Wärme 💪 日本 e\u{301}".as_bytes(), "Wärme 💪 日本 e\u{301}".as_bytes()),
    // sequences of a frame
    (b"\x1b[0m\x1b[m\x1b[1;31m\x1b[38;2;255;128;0;48;5;7m", b"\x1b[0m\x1b[m\x1b[1;31m\x1b[38;2;255;128;0;48;5;7m"),
    (b"\x1b[4:3m\x1b[58:5:1m", b"\x1b[4:3m\x1b[58:5:1m"),
    (b"\x1b[H\x1b[2;3H\x1b[2;3f\x1b[5G\x1b[6d", b"\x1b[H\x1b[2;3H\x1b[2;3f\x1b[5G\x1b[6d"),
    (b"\x1b[2A\x1b[B\x1b[3C\x1b[4D\x1b[2J\x1b[K", b"\x1b[2A\x1b[B\x1b[3C\x1b[4D\x1b[2J\x1b[K"),
    (b"\x1b[?25l\x1b[?25h\x1b[?1049h\x1b[?1049l", b"\x1b[?25l\x1b[?25h\x1b[?1049h\x1b[?1049l"),
    (b"\x1b[?2004h\x1b[?2004l\x1b[?2026h\x1b[?2026l", b"\x1b[?2004h\x1b[?2004l\x1b[?2026h\x1b[?2026l"),
    // queries, reports, and everything that writes elsewhere than on the screen
    (b"a\x1b[6nb", b"ab"),
    (b"a\x1b[c\x1b[>c\x1b[=c\x1b[5n\x1b[21t\x1b[18tb", b"ab"),
    (b"a\x1b[?6nb\x1b[>q\x1b[?u\x1b[>1u\x1b[?996n", b"ab"),
    (b"\x1b[?1000h\x1b[?1006h\x1b[?1004h\x1b[?47h\x1b[?25;1000h", b""),
    (b"\x1b[25h\x1b[4h\x1b[20h\x1b[?25p\x1b[?25$p", b""),
    (b"\x1b[2 q\x1b[!p\x1b[>4;2m\x1b[?1J\x1b[<1m\x1b[1$m", b""),
    (b"\x1b[10S\x1b[3T\x1b[2L\x1b[2M\x1b[2P\x1b[2@\x1b[5b\x1b[1;5r\x1b[s\x1b[u", b""),
    // strings, whole
    (b"a\x1b]0;title\x07b", b"ab"),
    (b"a\x1b]52;c;ZWNobw==\x1b\\b", b"ab"),
    (b"a\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\b", b"alinkb"),
    (b"a\x1bP+q544e\x1b\\b", b"ab"),
    (b"a\x1b_Gf=100;AAAA\x1b\\b", b"ab"),
    (b"a\x1b^pm\x1b\\b\x1bXsos\x1b\\c", b"abc"),
    (b"a\x1b]0;no end", b"a"),
    (b"a\x1b]0;no end\x1b[1mb", b"a\x1b[1mb"),
    (b"a\x1b]0;t\x1b]0;u\x07b", b"ab"),
    (b"a\x1b]0;t\x18b", b"ab"),
    (b"a\x1bPq\x1b\x1b\\b", b"ab"),
    // other escapes
    (b"a\x1bcb\x1b7c\x1b8d\x1bMe\x1b=f", b"abcdef"),
    (b"a\x1b(0b\x1b#8c\x1b%Gd\x1b \x1b[1me", b"abcd\x1b[1me"),
    (b"a\x1b\x1b[1mb", b"a\x1b[1mb"),
    (b"a\x1b", b"a"),
    (b"a\x1b\nb", b"a\nb"),
    (b"a\x1b\xc3\xa9b", "aéb".as_bytes()),
    // broken sequences
    (b"a\x1b[1\x1b[2mb", b"a\x1b[2mb"),
    (b"a\x1b[1;\nb", b"a\nb"),
    (b"a\x1b[1;2\xffmb", b"amb"),
    (b"a\x1b[1;2\x18mb", b"amb"),
    (b"a\x1b[1111111111111111111111111111111111111111111111111111111111111111111111mb", b"ab"),
    // controls
    (b"a\x00\x01\x08\x09\x0b\x0c\x0e\x0f\x7fb", b"ab"),
    (b"a\x9b31mb\x9d0;t\x07", b"a31mb0;t\x07"),
    (b"a\xc2\x9b31mb\xc2\x85\xc2\x90", b"a31mb"),
    // what is no UTF-8
    (b"a\xff\xfe\xc0\xaf\xe0\x80\xaf\xed\xa0\x80b", b"ab"),
    (b"a\xc3\xc3\xa9\xe2\x82b\xf0\x9f\x92", "aéb".as_bytes()),
    (b"a\xf4\x90\x80\x80\xf5b", b"ab"),
    (b"a\xe2\x82\x1b[1mb", b"a\x1b[1mb"),
];

fn through(pieces: &[&[u8]]) -> (Vec<u8>, u64) {
    let mut gate = Gate::new(Vec::new());
    for piece in pieces {
        gate.write_all(piece).unwrap();
    }
    let dropped = gate.dropped();
    (std::mem::take(gate.inner_mut()), dropped)
}

fn said(bytes: &[u8]) -> String {
    bytes.escape_ascii().to_string()
}

#[test]
fn only_what_is_listed_passes() {
    for (written, passes) in CASES {
        let (out, dropped) = through(&[written]);
        assert_eq!(said(&out), said(passes), "of {}", said(written));
        let whole = written == passes || written.ends_with(b"a\x1b");
        assert!(whole || dropped > 0 || written.ends_with(b"no end"), "uncounted: {}", said(written));
        assert!(written != passes || dropped == 0, "counted: {}", said(written));
    }
}

#[test]
fn it_is_the_same_wherever_a_write_ends() {
    for (written, passes) in CASES {
        for cut in 0..=written.len() {
            let (head, tail) = written.split_at(cut);
            assert_eq!(said(&through(&[head, tail]).0), said(passes), "of {} cut at {cut}", said(written));
        }
        let single: Vec<&[u8]> = written.chunks(1).collect();
        assert_eq!(said(&through(&single).0), said(passes), "of {} byte by byte", said(written));
    }
}

#[test]
fn whatever_passes_passes_again() {
    for (_, passes) in CASES {
        assert_eq!(through(&[passes]), (passes.to_vec(), 0));
    }
}

fn frame<W: Write>(writer: W) {
    let area = Rect::new(0, 0, 40, 5);
    let options = TerminalOptions { viewport: Viewport::Fixed(area) };
    let mut terminal = Terminal::with_options(CrosstermBackend::new(writer), options).unwrap();
    let loud = Style::new().fg(Color::Rgb(1, 2, 3)).bg(Color::Indexed(200)).underline_color(Color::Red);
    for text in ["Heel raise 🦶 3 of 15", "│ █▌ déjà ▁▂▃"] {
        terminal
            .draw(|frame| {
                let style = loud.add_modifier(Modifier::BOLD | Modifier::ITALIC | Modifier::REVERSED);
                frame.buffer_mut().set_string(1, 1, text, style);
                frame.buffer_mut().set_string(30, 4, "dim", Style::new().add_modifier(Modifier::DIM));
                frame.set_cursor_position((3, 2));
            })
            .unwrap();
    }
    terminal.resize(Rect::new(0, 0, 30, 5)).unwrap();
    terminal.hide_cursor().unwrap();
}

#[test]
fn a_frame_comes_through_unchanged() {
    let mut raw = Vec::new();
    frame(&mut raw);
    let mut gate = Gate::new(Vec::new());
    frame(&mut gate);
    assert!(raw.len() > 100);
    assert_eq!(gate.dropped(), 0);
    assert_eq!(said(gate.inner_mut()), said(&raw));
}
