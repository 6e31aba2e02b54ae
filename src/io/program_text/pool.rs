//! The tables of a document taken out of it, each with what stands around it, so that they can be put back in any order.

use std::collections::BTreeSet;

use toml_edit::{InlineTable, Item, Table, TableLike, Value};

use crate::io::program_text::bracket::{self, Piece, indent_of};

/// A table of a list.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// Below a header of its own.
    Block(Table),
    /// In braces.
    Braces {
        /// The table.
        table: InlineTable,
        /// What stands in front of it; none for a new one.
        front: Option<String>,
        /// What stands behind it on its line.
        behind: String,
    },
}

impl Node {
    /// A value of a list, where it is a table.
    fn of(piece: Piece) -> Option<Self> {
        match piece.value {
            Value::InlineTable(table) => Some(Self::Braces { table, front: piece.front, behind: piece.behind }),
            _ => None,
        }
    }

    /// A new table in braces.
    pub(super) const fn braces(table: InlineTable) -> Self {
        Self::Braces { table, front: None, behind: String::new() }
    }

    pub(super) fn table(&mut self) -> &mut dyn TableLike {
        match self {
            Self::Block(table) => table,
            Self::Braces { table, .. } => table,
        }
    }

    pub(super) fn into_block(self) -> Table {
        match self {
            Self::Block(table) => table,
            Self::Braces { table, .. } => {
                let mut table = table.into_table();
                table.fmt();
                table.decor_mut().set_prefix("\n");
                table
            }
        }
    }

    pub(super) fn into_piece(self) -> Piece {
        match self {
            Self::Block(table) => Piece::new(Value::InlineTable(table.into_inline_table())),
            Self::Braces { table, front, behind } => Piece { value: Value::InlineTable(table), front, behind },
        }
    }

    /// The remarks around it stay with the one that was there first.
    fn bare(mut self) -> Self {
        match &mut self {
            Self::Block(table) => table.decor_mut().set_prefix("\n"),
            Self::Braces { front, behind, .. } => {
                *front = front.as_deref().map(indent_of);
                behind.clear();
            }
        }
        self
    }
}

/// The tables of a document, counted as the form counts them.
#[derive(Debug, Default)]
pub(super) struct Pool {
    variants: Vec<Node>,
    phases: Vec<Node>,
    sessions: Vec<Node>,
    exercises: Vec<Node>,
    /// What was given away once: the second time it is a copy.
    given: BTreeSet<(usize, usize)>,
    /// Exercises are written in braces.
    pub(super) braces: bool,
}

impl Pool {
    pub(super) fn of(root: &Table) -> Self {
        let mut pool = Self { variants: nodes(root, "variant"), ..Self::default() };
        if root.contains_key("phase") {
            pool.phases = nodes(root, "phase");
            for mut phase in pool.phases.clone() {
                pool.work(phase.table());
            }
        } else {
            pool.work(root);
        }
        pool.braces = pool.exercises.first().is_some_and(|node| matches!(node, Node::Braces { .. }));
        pool
    }

    fn work(&mut self, table: &dyn TableLike) {
        if !table.contains_key("session") {
            self.exercises.extend(nodes(table, "exercise"));
            return;
        }
        for mut session in nodes(table, "session") {
            self.exercises.extend(nodes(session.table(), "exercise"));
            self.sessions.push(session);
        }
    }

    pub(super) fn variant(&mut self, n: usize) -> Option<Node> {
        let node = self.variants.get(n).cloned();
        self.once(3, n, node)
    }

    pub(super) fn phase(&mut self, n: usize) -> Option<Node> {
        let node = self.phases.get(n).cloned();
        self.once(0, n, node)
    }

    pub(super) fn session(&mut self, n: usize) -> Option<Node> {
        let node = self.sessions.get(n).cloned();
        self.once(1, n, node)
    }

    pub(super) fn exercise(&mut self, n: usize) -> Option<Node> {
        let node = self.exercises.get(n).cloned();
        self.once(2, n, node)
    }

    fn once(&mut self, kind: usize, n: usize, node: Option<Node>) -> Option<Node> {
        if self.given.insert((kind, n)) { node } else { node.map(Node::bare) }
    }
}

/// The tables of a list with what stands around them.
fn nodes(table: &dyn TableLike, name: &str) -> Vec<Node> {
    match table.get(name) {
        Some(Item::ArrayOfTables(blocks)) => blocks.iter().cloned().map(Node::Block).collect(),
        Some(Item::Value(Value::Array(array))) => bracket::take(array).into_iter().filter_map(Node::of).collect(),
        Some(Item::None | Item::Table(_) | Item::Value(_)) | None => Vec::new(),
    }
}
