//! A list in brackets taken apart and put together again, each value with what stands around it.
//!
//! A remark behind a value on its line stands behind the comma, so the parser counts it to the next value; here it goes
//! where its value goes.

use toml_edit::{Array, Decor, RawString, Value};

/// A value of a list.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// The value.
    pub(super) value: Value,
    /// What stands in front of it; none for a new one.
    pub(super) front: Option<String>,
    /// What stands behind it on its line.
    pub(super) behind: String,
}

impl Piece {
    /// A new value.
    pub(super) const fn new(value: Value) -> Self {
        Self { value, front: None, behind: String::new() }
    }
}

/// The last line of what stands in front: the line break and the blanks.
pub(super) fn indent_of(front: &str) -> String {
    front.rfind('\n').map_or(front, |at| front.get(at..).unwrap_or_default()).to_owned()
}

fn text(raw: Option<&RawString>) -> String {
    raw.and_then(RawString::as_str).unwrap_or_default().to_owned()
}

/// What stands on the line of the value before, and the rest.
fn cut(front: &str) -> (String, String) {
    let (behind, rest) = front.split_at_checked(front.find('\n').unwrap_or(0)).unwrap_or_default();
    (behind.to_owned(), rest.to_owned())
}

/// What stands behind the last value, up to the bracket: in front of a comma it is counted to the value.
fn ending(array: &Array) -> String {
    let hanging = array.iter().last().map(|value| text(value.decor().suffix())).unwrap_or_default();
    if hanging.contains('\n') { hanging } else { text(Some(array.trailing())) }
}

/// The values of a list with what stands around them.
pub(super) fn take(array: &Array) -> Vec<Piece> {
    let mut fronts: Vec<String> = array.iter().map(|value| text(value.decor().prefix())).collect();
    fronts.push(ending(array));
    let piece = |(n, value): (usize, &Value)| {
        let front = fronts.get(n).map(|front| if n == 0 { front.clone() } else { cut(front).1 });
        let behind = fronts.get(n + 1).map(|next| cut(next).0).unwrap_or_default();
        Piece { value: value.clone(), front, behind }
    };
    array.iter().enumerate().map(piece).collect()
}

/// Fills a list; new values stand as the others do, or on lines of their own where there are none and it is asked for.
pub(super) fn fill(array: &mut Array, pieces: Vec<Piece>, own_lines: bool) {
    let (behind, rest) = cut(&ending(array));
    let was_empty = array.is_empty();
    // Behind the last value's line only the bracket's line is left; what stood on the value's line went with it.
    let bracket = if was_empty || rest.is_empty() { format!("{behind}{rest}") } else { rest };
    let bracket = if was_empty && own_lines && !bracket.contains('\n') { "\n".to_owned() } else { bracket };
    let hangs = array.iter().last().is_some_and(|value| text(value.decor().suffix()).contains('\n'));
    let comma = array.trailing_comma() || hangs || (was_empty && own_lines);
    let usual = pieces.iter().filter_map(|piece| piece.front.as_deref()).next_back().map(indent_of);
    let usual = usual.unwrap_or_else(|| if own_lines { "\n  " } else { "" }.to_owned());
    let mut tail = String::new();
    array.clear();
    for (n, Piece { mut value, front, behind }) in pieces.into_iter().enumerate() {
        let front = front.unwrap_or_else(|| usual.clone());
        // On one line a blank stands between two values, and none in front of the first.
        let front = match (n, front.contains('\n')) {
            (0, false) if was_empty => String::new(),
            (1.., false) if front.is_empty() => " ".to_owned(),
            _ => front,
        };
        *value.decor_mut() = Decor::new(format!("{tail}{front}"), "");
        array.push_formatted(value);
        tail = behind;
    }
    let empty = array.is_empty();
    array.set_trailing(if empty { String::new() } else { format!("{tail}{bracket}") });
    array.set_trailing_comma(comma && !empty);
}
