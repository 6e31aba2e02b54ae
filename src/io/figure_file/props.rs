//! The things of a figure.

use crate::figure::point::Point;
use crate::figure::prop::{Kind, Prop, Toward};
use crate::io::figure_file::keys::PROP;
use crate::io::figure_file::numbers::{choice, missing, needed, number, place, span, words};
use crate::io::figure_file::poses::MOST;
use crate::io::program_file::table::Table;

const TOWARD: [(&str, Toward); 2] = [("left", Toward::Left), ("right", Toward::Right)];

/// Every kind of thing.
const KINDS: [(&str, Word); 22] = [
    ("floor", Word::Floor),
    ("step", Word::Block),
    ("box", Word::Block),
    ("wall", Word::Wall),
    ("backdrop", Word::Backdrop),
    ("mat", Word::Mat),
    ("sheet", Word::Sheet),
    ("rail", Word::Rail),
    ("guide", Word::Guide),
    ("ring", Word::Ring),
    ("band", Word::Band),
    ("towel", Word::Towel),
    ("roller", Word::Roller),
    ("ball", Word::Ball),
    ("chair", Word::Chair),
    ("bench", Word::Bench),
    ("tool", Word::Tool),
    ("kettlebell", Word::Kettlebell),
    ("dumbbell", Word::Dumbbell),
    ("plate", Word::Plate),
    ("barbell", Word::Plate),
    ("backpack", Word::Backpack),
];

#[derive(Clone, Copy, Debug)]
enum Word {
    Floor,
    Block,
    Wall,
    Backdrop,
    Mat,
    Sheet,
    Rail,
    Guide,
    Ring,
    Band,
    Towel,
    Roller,
    Ball,
    Chair,
    Bench,
    Tool,
    Kettlebell,
    Dumbbell,
    Plate,
    Backpack,
}

/// Reads every thing.
pub(super) fn props(table: &Table<'_>) -> Vec<Prop> {
    let Some(items) = table.get("prop").and_then(|_| table.blocks("prop", MOST)) else { return Vec::new() };
    let inner = items.iter().filter_map(|item| table.sub_of("prop", item, PROP, "write [[prop]]"));
    inner.filter_map(prop).collect()
}

fn prop(table: Table<'_>) -> Option<Prop> {
    let word = choice(&table, "kind", &KINDS);
    missing(&table, "kind");
    let kind = word.and_then(|word| kind(&table, word));
    let front = table.boolean("front").unwrap_or(false);
    let only = words(&table, "only").iter().map(|text| crate::domain::text::Clean::name(text.value)).collect();
    if word.is_some() {
        table.finish();
    }
    kind.map(|kind| Prop { kind, front, only })
}

fn kind(table: &Table<'_>, word: Word) -> Option<Kind> {
    let corners = || {
        let (x, y) = (span(table, "x"), span(table, "y"));
        let ((x0, x1), (y0, y1)) = (x?, y?);
        Some((Point::new(x0, y0), Point::new(x1, y1)))
    };
    let line = || {
        let (x, y) = (span(table, "x"), needed(table, "y"));
        let (x0, x1) = x?;
        Some((x0, x1, y?))
    };
    let ends = || {
        let (from, to) = (place(table, "from"), place(table, "to"));
        Some((from?, to?))
    };
    let round = |r: f64| place(table, "at").map(|at| (at, number(table, "r").unwrap_or(r).clamp(0.5, 100.0)));
    Some(match word {
        Word::Floor => Kind::Floor(number(table, "y").unwrap_or(0.0)),
        Word::Block => corners().map(|(low, high)| Kind::Block(low, high))?,
        Word::Bench => corners().map(|(low, high)| Kind::Bench(low, high))?,
        Word::Sheet => corners().map(|(low, high)| Kind::Sheet(low, high))?,
        Word::Wall => {
            let toward = choice(table, "toward", &TOWARD);
            let x = needed(table, "x")?;
            Kind::Wall(x, toward.unwrap_or(if x < 0.0 { Toward::Left } else { Toward::Right }))
        }
        Word::Backdrop => Kind::Backdrop,
        Word::Mat => line().map(|(from, to, y)| Kind::Mat(from, to, y))?,
        Word::Guide => line().map(|(from, to, y)| Kind::Guide(from, to, y))?,
        Word::Chair => {
            let back = choice(table, "back", &TOWARD);
            line().map(|(from, to, y)| Kind::Chair(from, to, y, back))?
        }
        Word::Rail => {
            let (x, y) = (needed(table, "x"), span(table, "y"));
            let (foot, top) = y?;
            Kind::Rail(x?, foot, top)
        }
        Word::Band => ends().map(|(from, to)| Kind::Band(from, to))?,
        Word::Towel => ends().map(|(from, to)| Kind::Towel(from, to))?,
        Word::Tool => ends().map(|(from, to)| Kind::Tool(from, to))?,
        Word::Roller => round(7.5).map(|(at, r)| Kind::Roller(at, r))?,
        Word::Ball => round(4.0).map(|(at, r)| Kind::Ball(at, r))?,
        Word::Ring => round(8.0).map(|(at, r)| Kind::Ring(at, r))?,
        Word::Plate => round(16.0).map(|(at, r)| Kind::Plate(at, r))?,
        Word::Kettlebell => Kind::Kettlebell(place(table, "at")?),
        Word::Dumbbell => Kind::Dumbbell(place(table, "at")?),
        Word::Backpack => Kind::Backpack,
    })
}
