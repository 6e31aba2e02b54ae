//! Keys as terminals send them, rubbish, and pastes.

use super::*;

const fn plain(code: Key) -> Input {
    Input::Key(KeyPress::plain(code))
}

const fn char(letter: char) -> Input {
    Input::Key(KeyPress::char(letter))
}

const fn held(code: Key, ctrl: bool, alt: bool) -> Input {
    Input::Key(KeyPress { code, ctrl, alt })
}

/// All that is heard when the bytes come at once and nothing follows.
fn heard(bytes: &[u8]) -> Vec<Input> {
    let mut keys = Keys::default();
    let mut heard = keys.read(bytes);
    heard.extend(keys.settle());
    heard
}

#[test]
fn keys_are_told_apart() {
    let cases: [(&[u8], Input); 34] = [
        (b"q", char('q')),
        (b"Q", char('Q')),
        (b" ", char(' ')),
        ("é".as_bytes(), char('é')),
        ("💪".as_bytes(), char('💪')),
        (b"\r", plain(Key::Enter)),
        (b"\n", plain(Key::Enter)),
        (b"\x1bOM", plain(Key::Enter)),
        (b"\t", plain(Key::Tab)),
        (b"\x1b[Z", plain(Key::BackTab)),
        (b"\x7f", plain(Key::Backspace)),
        (b"\x08", plain(Key::Backspace)),
        (b"\x1b", plain(Key::Esc)),
        (b"\x03", Input::Key(KeyPress::ctrl(Key::Char('c')))),
        (b"\x1a", Input::Key(KeyPress::ctrl(Key::Char('z')))),
        (b"\x00", Input::Key(KeyPress::ctrl(Key::Char(' ')))),
        (b"\x1c", Input::Key(KeyPress::ctrl(Key::Char('4')))),
        (b"\x1b[A", plain(Key::Up)),
        (b"\x1bOB", plain(Key::Down)),
        (b"\x1b[1;5C", held(Key::Right, true, false)),
        (b"\x1b[1;3D", held(Key::Left, false, true)),
        (b"\x1b[H", plain(Key::Home)),
        (b"\x1b[4~", plain(Key::End)),
        (b"\x1b[3~", plain(Key::Delete)),
        (b"\x1b[5~", plain(Key::PageUp)),
        (b"\x1b[6;5~", held(Key::PageDown, true, false)),
        (b"\x1bOP", plain(Key::F(1))),
        (b"\x1b[15~", plain(Key::F(5))),
        (b"\x1b[24~", plain(Key::F(12))),
        (b"\x1b[[E", plain(Key::F(5))),
        (b"\x1bx", held(Key::Char('x'), false, true)),
        ("\x1bé".as_bytes(), held(Key::Char('é'), false, true)),
        (b"\x1b[I", Input::Focus(true)),
        (b"\x1b[", held(Key::Char('['), false, true)),
    ];
    for (bytes, means) in cases {
        assert_eq!(heard(bytes), std::slice::from_ref(&means), "{}", bytes.escape_ascii());
        let mut keys = Keys::default();
        let mut slowly: Vec<Input> = bytes.iter().flat_map(|byte| keys.read(&[*byte])).collect();
        slowly.extend(keys.settle());
        assert_eq!(slowly, [means], "{} byte by byte", bytes.escape_ascii());
    }
}

#[test]
fn what_is_no_key_is_dropped_and_the_next_key_is_heard() {
    let rubbish: [&[u8]; 20] = [
        b"\xff\xfe\x80",
        b"\xc3",
        b"\xe0\x80\x80",
        b"\x1b[?1;2c",
        b"\x1b[24;80R",
        b"\x1b[<0;1;1m",
        b"\x1b[<66;1;1M",
        b"\x1b[<32;1;1M",
        b"\x1b[<0;1M",
        b"\x1b[<0;;1M",
        b"\x1b[<99999999;1;1M",
        b"\x1b[M#!!",
        b"\x1b[99~",
        b"\x1b[1;5;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9;9y",
        b"\x1b]11;rgb:1111/2222/3333\x07",
        b"\x1b]11;rgb:1111/2222/3333\x1b\\",
        b"\x1bP>|xterm\x1b\\",
        b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b[1;",
        b"\x1bOz",
    ];
    for bytes in rubbish {
        let mut keys = Keys::default();
        let mut all = keys.read(bytes);
        if keys.unsettled() {
            all.extend(keys.settle());
        }
        all.extend(keys.read(b"q"));
        assert_eq!(all, [char('q')], "after {}", bytes.escape_ascii());
    }
}

#[test]
fn clicks_are_heard_however_they_are_cut() {
    let click = |column, row| Input::Click(Spot { column, row });
    let clicks: [(&[u8], Input); 10] = [
        (b"\x1b[<0;1;1M", click(0, 0)),
        (b"\x1b[<1;200;60M", click(199, 59)),
        (b"\x1b[<2;80;24M", click(79, 23)),
        (b"\x1b[<28;5;5M", click(4, 4)),
        (b"\x1b[M !!", click(0, 0)),
        (b"\x1b[M\"\xff\xff", click(222, 222)),
        (b"\x1b[<0;10;10M\x1b[<0;10;10m", click(9, 9)),
        (b"\x1b[<64;10;10M", Input::Wheel(true)),
        (b"\x1b[<65;10;10M", Input::Wheel(false)),
        (b"\x1b[Ma!!", Input::Wheel(false)),
    ];
    for (bytes, meant) in clicks {
        for cut in 0..=bytes.len() {
            let (head, tail) = bytes.split_at(cut);
            let mut keys = Keys::default();
            let mut all = keys.read(head);
            all.extend(keys.read(tail));
            all.extend(keys.read(b"q"));
            assert_eq!(all, [meant.clone(), char('q')], "{} cut at {cut}", bytes.escape_ascii());
        }
    }
}

#[test]
fn half_a_click_is_dropped_and_the_next_key_is_heard() {
    for half in [b"\x1b[<" as &[u8], b"\x1b[<0", b"\x1b[<0;10", b"\x1b[<0;10;1", b"\x1b[M", b"\x1b[M ", b"\x1b[M !"] {
        let mut keys = Keys::default();
        let mut all = keys.read(half);
        assert!(keys.unsettled(), "{}", half.escape_ascii());
        all.extend(keys.settle());
        all.extend(keys.read(b"q"));
        assert_eq!(all, [char('q')], "after {}", half.escape_ascii());
        // Or something else comes at once.
        assert_eq!(heard(&[half, b"\x1b[A"].concat()), [plain(Key::Up)], "{}", half.escape_ascii());
    }
}

#[test]
fn a_paste_is_never_keys() {
    let pasted = |text: &str| Input::Paste(text.to_owned());
    assert_eq!(heard(b"a\x1b[200~q\rq\x1b[A\x03\x1b[201~b"), [char('a'), pasted("q\rq\u{1b}[A\u{3}"), char('b')]);
    assert_eq!(heard(b"\x1b[200~q\xff no end"), [pasted("q\u{fffd} no end")]);
    let mut long = b"\x1b[200~".to_vec();
    long.extend(vec![b'x'; MOST_PASTED + 1000]);
    long.extend(b"\x1b[201~q");
    assert_eq!(heard(&long), [pasted(&"x".repeat(MOST_PASTED)), char('q')]);
}

#[test]
fn a_megabyte_of_rubbish_is_survived() {
    let mut dice = 7_u64;
    let mut keys = Keys::default();
    for _ in 0..1000 {
        let bytes: Vec<u8> = (0..1000)
            .map(|_| {
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                u8::try_from(dice >> 56).unwrap()
            })
            .collect();
        keys.read(&bytes);
        assert!(keys.held.len() <= MOST_PASTED + PASTE_ENDS.len());
    }
    keys.settle();
    assert_eq!(keys.read(b"q"), [char('q')]);
}
