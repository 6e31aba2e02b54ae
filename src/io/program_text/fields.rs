//! The fields of one table: read, and the changed ones written.

use toml_edit::{Decor, InlineTable, Item, TableLike};

use crate::domain::form::{Fields, Key, Kind};
use crate::io::program_text::value;

/// The fields of a table and, in the table's order, the keys that have none (`lists` hold the work and are no fields).
pub(super) fn read(table: &dyn TableLike, keys: &[Key], lists: &[&str]) -> (Fields, Vec<String>) {
    let mut fields = Fields::default();
    for key in keys {
        if let Some(text) = find(table, key.path()).and_then(|item| value::text(*key, item)) {
            fields.set(*key, text);
        }
    }
    let mut also = Vec::new();
    for (name, item) in table.iter().filter(|(name, _)| !lists.contains(name)) {
        let here: Vec<&Key> = keys.iter().filter(|key| key.path().first() == Some(&name)).collect();
        let deeper = here.iter().any(|key| key.path().len() > 1);
        match item.as_table_like() {
            Some(inner) if deeper => {
                let known = |word: &str, item: &Item| {
                    here.iter().any(|key| key.path().get(1) == Some(&word) && value::text(**key, item).is_some())
                };
                let unknown = inner.iter().filter(|(word, item)| !known(word, item));
                also.extend(unknown.map(|(word, _)| format!("{name}.{word}")));
            }
            _ if here.iter().any(|key| key.path().len() == 1 && value::text(**key, item).is_some()) => {}
            _ => also.push(name.to_owned()),
        }
    }
    (fields, also)
}

fn find<'a>(table: &'a dyn TableLike, path: &[&str]) -> Option<&'a Item> {
    match path {
        [name] => table.get(name),
        [first, rest @ ..] => find(table.get(first)?.as_table_like()?, rest),
        [] => None,
    }
}

/// Writes the fields that changed. `order` is the order in which new keys are put.
pub(super) fn write(table: &mut dyn TableLike, order: &[Key], new: &Fields, old: &Fields, root: bool) {
    for key in order {
        let (text, before) = (new.get(*key), old.get(*key));
        if text == before {
            continue;
        }
        match *key.path() {
            [name] => put(table, name, *key, text, order),
            [outer, name] => {
                if table.get(outer).is_none_or(|item| !item.is_table_like()) {
                    if text.is_empty() {
                        continue;
                    }
                    let inner = if root { toml_edit::table() } else { toml_edit::value(InlineTable::new()) };
                    insert(table, outer, inner, order);
                }
                let Some(inner) = table.get_mut(outer).and_then(Item::as_table_like_mut) else { continue };
                put(inner, name, *key, text, order);
                if inner.is_empty() {
                    table.remove(outer);
                }
            }
            _ => {}
        }
    }
}

fn put(table: &mut dyn TableLike, name: &str, key: Key, text: &str, order: &[Key]) {
    if text.is_empty() {
        remove(table, name);
    } else if let Some(old) =
        table.get_mut(name).and_then(Item::as_table_like_mut).filter(|_| key.kind() == Kind::Pairs)
    {
        value::pair(old, text);
    } else if let Some(old) = table.get_mut(name).and_then(Item::as_value_mut) {
        value::replace(key, text, old);
    } else {
        insert(table, name, Item::Value(value::value(key, text)), order);
    }
}

/// Takes a key out. A remark above it stays, above the key that follows.
pub(super) fn remove(table: &mut dyn TableLike, name: &str) {
    let names: Vec<String> = table.iter().map(|(name, _)| name.to_owned()).collect();
    let front = table.key(name).and_then(|key| key.leaf_decor().prefix()?.as_str().map(str::to_owned));
    let back = table.get(name).and_then(Item::as_value).and_then(|v| v.decor().suffix()?.as_str().map(str::to_owned));
    let at = names.iter().position(|known| known == name);
    let last = at.is_some_and(|at| at + 1 == names.len());
    table.remove(name);
    let next = at.and_then(|at| names.get(at + 1));
    if let (Some(front), Some(next)) = (front.filter(|front| front.contains('#')), next)
        && let Some(mut key) = table.key_mut(next)
    {
        let old = key.leaf_decor().prefix().and_then(|raw| raw.as_str()).unwrap_or_default().to_owned();
        key.leaf_decor_mut().set_prefix(format!("{front}{old}"));
    }
    // The blank before a closing brace belongs to whatever stands last.
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| names.get(at));
    if let (Some(back), Some(before), true) = (back, before, last)
        && !back.contains('#')
        && let Some(value) = table.get_mut(before).and_then(Item::as_value_mut)
        && value.decor().suffix().and_then(|raw| raw.as_str()).is_none_or(|old| !old.contains('#'))
    {
        value.decor_mut().set_suffix(back);
    }
}

/// Puts a new key behind the nearest one that stands before it in the order, written like its neighbours.
fn insert(table: &mut dyn TableLike, name: &str, mut item: Item, order: &[Key]) {
    // Within a table of its own a key goes by its last word.
    let is = |key: &Key, name: &str| [key.path().first(), key.path().last()].contains(&Some(&name));
    let rank = |name: &str| order.iter().position(|key| is(key, name));
    let names: Vec<String> = table.iter().map(|(name, _)| name.to_owned()).collect();
    let mine = rank(name);
    let before = names.iter().rposition(|known| rank(known).is_some_and(|theirs| Some(theirs) < mine));
    let at = before.map_or(0, |at| at + 1);
    let moves: Vec<String> = names.get(at..).unwrap_or_default().to_vec();
    let mut key = toml_edit::Key::new(name);
    align(table, &names, &mut key, &mut item);
    // What stands behind is taken out and put back behind the new key: a table has no other way to say where.
    let mut behind = Vec::new();
    for name in moves {
        let Some(key) = table.key(&name).cloned() else { continue };
        behind.extend(table.remove(&name).map(|item| (key, item)));
    }
    if behind.is_empty() {
        hand_on_suffix(table, before.and_then(|at| names.get(at)), &mut item);
    }
    table.entry_format(&key).or_insert(item);
    for (key, item) in behind {
        table.entry_format(&key).or_insert(item);
    }
}

/// Behind the last value of braces, the blank before the closing one goes to the new last value.
fn hand_on_suffix(table: &mut dyn TableLike, last: Option<&String>, item: &mut Item) {
    let (Some(value), Some(new)) =
        (last.and_then(|last| table.get_mut(last)).and_then(Item::as_value_mut), item.as_value_mut())
    else {
        return;
    };
    let suffix = value.decor().suffix().and_then(|raw| raw.as_str()).unwrap_or_default().to_owned();
    if !suffix.is_empty() && suffix.trim().is_empty() {
        value.decor_mut().set_suffix("");
        new.decor_mut().set_suffix(suffix);
    }
}

/// Where the neighbours' equals signs stand below each other, the new one joins them.
fn align(table: &dyn TableLike, names: &[String], key: &mut toml_edit::Key, item: &mut Item) {
    let written = |name: &String| {
        let key = table.key(name)?;
        table.get(name)?.as_value()?;
        let suffix = key.leaf_decor().suffix()?.as_str()?;
        Some((key.display_repr().chars().count() + suffix.chars().count(), suffix.chars().count()))
    };
    let columns: Vec<(usize, usize)> = names.iter().filter_map(written).collect();
    let Some((column, _)) = columns.first() else { return };
    let aligned = columns.iter().all(|(other, _)| other == column) && columns.iter().any(|(_, blanks)| *blanks > 1);
    if aligned && let Some(blanks) = column.checked_sub(key.get().chars().count()).filter(|blanks| *blanks > 0) {
        *key = key.clone().with_leaf_decor(Decor::new("", " ".repeat(blanks)));
        if let Some(value) = item.as_value_mut() {
            value.decor_mut().set_prefix(" ");
        }
    }
}

/// A table of fields from nothing.
pub(super) fn fresh(order: &[Key], fields: &Fields) -> toml_edit::Table {
    let mut table = toml_edit::Table::new();
    write(&mut table, order, fields, &Fields::default(), false);
    table
}

/// The same in braces.
pub(super) fn fresh_inline(order: &[Key], fields: &Fields) -> InlineTable {
    fresh(order, fields).into_inline_table()
}
