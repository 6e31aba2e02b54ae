//! What a figure looks like in cells: pictures in letters to be read in a review, and promises about every cell.
//!
//! `SOLEUS_UPDATE_PICTURES=1 cargo test --test it figures` draws the pictures anew; look at them before they are kept.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use soleus::domain::exercise::Side;
use soleus::figure::glyphs::SETS;
use soleus::figure::{Colours, Figure, Glyphs, Ground, Moment, Palette, Picture, draw};

use super::{all, root};

fn drawn(figure: &Figure, view: &str, moment: &Moment<'_>, picture: &Picture, size: (u16, u16)) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    let view = figure.view(view).or_else(|| figure.usual_view()).unwrap();
    draw(figure, view, (moment, picture), buf.area, &mut buf);
    buf
}

fn lines(buf: &Buffer) -> String {
    let row = |y: u16| (0..buf.area.width).map(|x| buf[(x, y)].symbol()).collect::<String>();
    (0..buf.area.height).fold(String::new(), |all, y| all + row(y).trim_end() + "\n")
}

const SIZE: (u16, u16) = (28, 11);

#[expect(clippy::disallowed_methods, reason = "a test asks whether its pictures are to be drawn anew")]
#[test]
fn every_figure_looks_as_it_was_looked_at() {
    let letters = Picture {
        glyphs: Glyphs::Ascii,
        palette: Palette { colours: Colours::None, ground: Ground::Dark },
        ..Picture::default()
    };
    let update = std::env::var_os("SOLEUS_UPDATE_PICTURES").is_some();
    let mut wrong = Vec::new();
    for figure in all() {
        let mut got = String::new();
        for phase in &figure.phases {
            for part in [0.0, 0.5] {
                let seconds = part * phase.cycle.unwrap_or(1.0);
                let moment = Moment { phase: phase.name(), part, seconds, side: Side::Right };
                let picture = lines(&drawn(&figure, "", &moment, &letters, SIZE));
                writeln!(got, "{} {part}\n{picture}", phase.name()).unwrap();
            }
        }
        let path = root().join(format!("tests/pictures/figures/{}.txt", figure.id));
        if update {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::io::Write::write_all(&mut std::fs::File::create(&path).unwrap(), got.as_bytes()).unwrap();
        }
        if std::fs::read_to_string(&path).unwrap_or_default() != got {
            wrong.push(figure.id.to_string());
        }
    }
    assert!(wrong.is_empty(), "other pictures than those that are kept: {}", wrong.join(", "));
}

const GROUNDS: [Ground; 3] = [Ground::Dark, Ground::Light, Ground::Unknown];

fn palettes() -> impl Iterator<Item = (Palette, bool)> {
    let colours = [(Colours::True, true), (Colours::True, false), (Colours::Many, false), (Colours::Few, false)];
    colours.into_iter().flat_map(|(colours, smooth)| GROUNDS.map(|ground| (Palette { colours, ground }, smooth)))
}

#[test]
fn no_glyph_is_in_the_colour_of_the_terminals_text() {
    for figure in all() {
        for (_, glyphs) in SETS {
            for (palette, smooth) in palettes() {
                let picture = Picture { glyphs, smooth, palette, ratio: 2.0 };
                let phase = figure.phases.first().unwrap().name();
                let moment = Moment { phase, part: 0.6, seconds: 0.6, side: Side::Right };
                let buf = drawn(&figure, "", &moment, &picture, (30, 13));
                let bad = buf.content.iter().filter(|cell| cell.symbol() != " " && cell.fg == Color::Reset);
                assert_eq!(bad.count(), 0, "{} {glyphs:?} {palette:?}", figure.id);
            }
        }
    }
}

#[test]
fn the_left_side_is_the_exact_mirror_image() {
    for figure in all() {
        for phase in &figure.phases {
            let picture = Picture { glyphs: Glyphs::Half, ..Picture::default() };
            let on = |side: Side| {
                let moment = Moment { phase: phase.name(), part: 0.4, seconds: 0.4, side };
                drawn(&figure, "", &moment, &picture, (40, 16))
            };
            let (right, left) = (on(Side::Right), on(Side::Left));
            for y in 0..16 {
                for x in 0..40 {
                    assert_eq!(right[(x, y)], left[(39 - x, y)], "{} {} at {x},{y}", figure.id, phase.name());
                }
            }
        }
    }
}

#[test]
fn a_hold_is_the_same_picture_all_through_and_a_movement_is_not() {
    let figure = all().into_iter().find(|figure| figure.id.as_str() == "calf-raise").unwrap();
    let at = |phase: &str, part: f64| {
        let moment = Moment { phase, part, seconds: part, side: Side::Right };
        drawn(&figure, "leg", &moment, &Picture::default(), (44, 20))
    };
    assert_eq!(at("hold", 0.1), at("hold", 0.9));
    assert_ne!(at("raise", 0.1), at("raise", 0.9));
    assert_eq!(at("raise", 1.0).area, at("hold", 0.0).area);
}

#[test]
fn no_size_is_too_small_and_nothing_is_drawn_outside() {
    let picture = Picture::default();
    for figure in all() {
        let moment = Moment { phase: "hold", part: 0.5, seconds: 1.0, side: Side::Right };
        for size in [(0, 0), (1, 1), (3, 1), (1, 40), (200, 2)] {
            drawn(&figure, "", &moment, &picture, size);
        }
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 10));
        let view = figure.usual_view().unwrap();
        draw(&figure, view, (&moment, &picture), Rect::new(5, 2, 10, 6), &mut buf);
        for y in 0..10 {
            for x in 0..20 {
                let inside = (5..15).contains(&x) && (2..8).contains(&y);
                assert!(inside || buf[(x, y)] == ratatui::buffer::Cell::EMPTY, "{} at {x},{y}", figure.id);
            }
        }
        draw(&figure, view, (&moment, &picture), Rect::new(15, 8, 90, 60), &mut buf);
    }
}

#[test]
fn a_vector_drawing_is_small_and_has_no_script() {
    for figure in all() {
        let view = figure.view("body").unwrap();
        for phase in &figure.phases {
            let moment = Moment { phase: phase.name(), part: 0.5, seconds: 0.5, side: Side::Left };
            let svg = soleus::figure::svg::svg(&figure, view, &moment, Picture::default().palette, false);
            assert!(svg.len() < 24_000, "{} {}: {} bytes", figure.id, phase.name(), svg.len());
            assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>") && svg.contains("<path"));
            assert!(!svg.contains("script") && !svg.contains("NaN") && !svg.contains("inf"));
        }
    }
}
