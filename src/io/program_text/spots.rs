//! Which field of a form a place in the text belongs to.

use std::ops::Range;

use toml_edit::{Document, InlineTable, Item, Table, TableLike};

use crate::domain::form::{Place, Spot};
use crate::io::program_text::nodes::tables;

/// The fields of a text by their bytes.
#[derive(Clone, Debug, Default)]
pub struct Spots {
    /// Every field: its bytes from the key to the end of the value.
    fields: Vec<(Range<usize>, Spot)>,
    /// Where each place begins.
    starts: Vec<(usize, Place)>,
}

impl Spots {
    /// The field, or else the place, that holds a byte.
    pub fn of(&self, span: &Range<usize>) -> Spot {
        let at = span.start;
        let field = self.fields.iter().find(|(bytes, _)| bytes.contains(&at)).map(|(_, spot)| *spot);
        field.unwrap_or_else(|| {
            let place = self.starts.iter().rfind(|(start, _)| *start <= at).map(|(_, place)| *place);
            Spot { place: place.unwrap_or_default(), key: None }
        })
    }
}

/// The fields of a text; none where it is not TOML.
pub fn spots(text: &str) -> Spots {
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let Ok(document) = Document::parse(text.get(mark..).unwrap_or_default()) else { return Spots::default() };
    let root = document.as_table();
    let mut spots = Spots::default();
    spots.take((None, root), Place::Head, mark);
    for (v, variant) in placed(root, "variant").into_iter().enumerate() {
        spots.take(variant, Place::Variant(v), mark);
    }
    if root.contains_key("phase") {
        for (p, (span, table)) in placed(root, "phase").into_iter().enumerate() {
            spots.take((span, table), Place::Phase(p), mark);
            spots.sessions(table, p, mark);
        }
    } else {
        spots.sessions(root, 0, mark);
    }
    spots.starts.sort_by_key(|(start, _)| *start);
    spots
}

impl Spots {
    fn sessions(&mut self, table: &dyn TableLike, p: usize, mark: usize) {
        if !table.contains_key("session") {
            return self.exercises(table, (p, 0), mark);
        }
        for (s, (span, table)) in placed(table, "session").into_iter().enumerate() {
            self.take((span, table), Place::Session(p, s), mark);
            self.exercises(table, (p, s), mark);
        }
    }

    fn exercises(&mut self, table: &dyn TableLike, (p, s): (usize, usize), mark: usize) {
        for (e, table) in placed(table, "exercise").into_iter().enumerate() {
            self.take(table, Place::Exercise(p, s, e), mark);
        }
    }

    fn take(&mut self, (span, table): Placed<'_>, place: Place, mark: usize) {
        let mut start = usize::MAX;
        for (name, item) in table.iter() {
            let Some(bytes) = bytes(table, name, item) else { continue };
            start = start.min(bytes.start);
            for key in place.keys().iter().filter(|key| key.path().first() == Some(&name)) {
                let inner = match key.path() {
                    [_, inner] => item.as_table_like().and_then(|table| self::bytes(table, inner, table.get(inner)?)),
                    _ => Some(bytes.clone()),
                };
                let shifted = |bytes: Range<usize>| bytes.start + mark..bytes.end + mark;
                self.fields.extend(inner.map(|inner| (shifted(inner), Spot { place, key: Some(*key) })));
            }
        }
        // A header stands above its first key; whatever is said of it is said of the place. A new row has nothing else.
        let header = span.map_or(start, |span| span.start.min(start));
        if place != Place::Head && header != usize::MAX {
            self.starts.push((header + mark, place));
        }
    }
}

/// A table with its bytes.
type Placed<'a> = (Option<Range<usize>>, &'a dyn TableLike);

/// The tables of a list, each with its bytes: of blocks from the header on, of braces from the first one.
fn placed<'a>(table: &'a dyn TableLike, name: &str) -> Vec<Placed<'a>> {
    let spans: Vec<Option<Range<usize>>> = match table.get(name) {
        Some(Item::ArrayOfTables(blocks)) => blocks.iter().map(Table::span).collect(),
        Some(Item::Value(value)) => {
            let braces = value.as_array().into_iter().flatten().filter_map(|value| value.as_inline_table());
            braces.map(InlineTable::span).collect()
        }
        Some(Item::None | Item::Table(_)) | None => Vec::new(),
    };
    spans.into_iter().zip(tables(table, name)).collect()
}

fn bytes(table: &dyn TableLike, name: &str, item: &Item) -> Option<Range<usize>> {
    let key = table.key(name)?.span()?;
    let end = item.span().map_or(key.end, |span| span.end);
    Some(key.start..end.max(key.end))
}
