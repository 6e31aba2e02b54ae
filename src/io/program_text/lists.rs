//! The work of a program written: stages, sessions and exercises in the form's order, each with what it brought along.

use toml_edit::{Array, ArrayOfTables, Item, Table, TableLike, Value};

use crate::domain::form::{
    EXERCISE, ExerciseForm, Form, HEAD, Key, PHASE, PhaseForm, SESSION, SessionForm, VARIANT, VariantForm,
};
use crate::io::program_text::bracket;
use crate::io::program_text::fields;
use crate::io::program_text::nodes::LISTS;
use crate::io::program_text::pool::{Node, Pool};

/// Makes a document say what a form says; `before` is the form that the document has.
pub(super) fn apply(root: &mut Table, form: &Form, before: &Form) {
    let mut pool = Pool::of(root);
    fields::write(root, HEAD, &form.head, &before.head, true);
    let mut hand = Hand { pool: &mut pool, before };
    if form.variants != before.variants {
        let nodes = form.variants.iter().map(|variant| hand.variant(variant)).collect();
        set(root, "variant", nodes, true);
        to_the_end(root);
    }
    if form.phased {
        let nodes = form.phases.iter().map(|phase| hand.phase(phase)).collect();
        alone(root, "phase");
        set(root, "phase", nodes, true);
    } else if let Some(phase) = form.phases.first() {
        hand.work(phase, root, true);
    } else {
        // A form has at least one stage.
    }
    if shape(form) != shape(before) {
        // The places of the old order mean nothing any more: the tables follow one another as they stand.
        unplaced(root);
    }
}

/// Which lists are written, and where every table comes from: equal where nothing was added, moved or taken out.
type Shape = (Vec<Option<usize>>, bool, Vec<(Option<usize>, bool, Vec<(Option<usize>, Vec<Option<usize>>)>)>);

fn shape(form: &Form) -> Shape {
    let session =
        |session: &SessionForm| (session.from, session.exercises.iter().map(|exercise| exercise.from).collect());
    let phase = |phase: &PhaseForm| (phase.from, phase.split, phase.sessions.iter().map(session).collect());
    let variants = form.variants.iter().map(|variant| variant.from).collect();
    (variants, form.phased, form.phases.iter().map(phase).collect())
}

struct Hand<'a> {
    pool: &'a mut Pool,
    before: &'a Form,
}

/// The work stands behind all else, where it has headers of its own.
fn to_the_end(root: &mut Table) {
    for name in LISTS {
        if root.get(name).is_some_and(Item::is_array_of_tables)
            && let Some((key, item)) = root.remove_entry(name)
        {
            root.insert_formatted(&key, item);
        }
    }
}

impl Hand<'_> {
    fn variant(&mut self, variant: &VariantForm) -> Node {
        let old = variant.from.and_then(|from| self.before.variants.get(from)).map(|old| &old.fields);
        let taken = variant.from.and_then(|from| self.pool.variant(from));
        node(taken, VARIANT, (&variant.fields, old), false)
    }

    fn phase(&mut self, phase: &PhaseForm) -> Node {
        let old = phase.from.and_then(|from| self.before.phases.get(from)).map(|old| &old.fields);
        let taken = phase.from.and_then(|from| self.pool.phase(from));
        let mut node = node(taken, PHASE, (&phase.fields, old), false);
        let blocks = matches!(node, Node::Block(_));
        self.work(phase, node.table(), blocks);
        node
    }

    /// The sessions or exercises of a stage, in the table that holds them.
    fn work(&mut self, phase: &PhaseForm, table: &mut dyn TableLike, blocks: bool) {
        if !phase.split {
            let nodes = self.exercises(phase.sessions.first());
            alone(table, "exercise");
            return set(table, "exercise", nodes, blocks);
        }
        let mut nodes = Vec::new();
        for session in &phase.sessions {
            let before = self.before.phases.iter().flat_map(|phase| &phase.sessions);
            let old = before.filter(|old| old.from.is_some()).find(|old| old.from == session.from);
            let taken = session.from.and_then(|from| self.pool.session(from));
            let mut node = node(taken, SESSION, (&session.fields, old.map(|old| &old.fields)), !blocks);
            let within = blocks && matches!(node, Node::Block(_));
            let exercises = self.exercises(Some(session));
            set(node.table(), "exercise", exercises, within);
            nodes.push(node);
        }
        alone(table, "session");
        set(table, "session", nodes, blocks);
    }

    fn exercises(&mut self, session: Option<&SessionForm>) -> Vec<Node> {
        session.map_or_else(Vec::new, |session| session.exercises.iter().map(|e| self.exercise(e)).collect())
    }

    fn exercise(&mut self, exercise: &ExerciseForm) -> Node {
        let old = exercise.from.and_then(|from| self.before.exercises().nth(from)).map(|old| &old.fields);
        let taken = exercise.from.and_then(|from| self.pool.exercise(from));
        node(taken, EXERCISE, (&exercise.fields, old), self.pool.braces)
    }
}

/// A table with its fields put right, or a new one.
fn node(
    taken: Option<Node>,
    order: &[Key],
    (new, old): (&crate::domain::form::Fields, Option<&crate::domain::form::Fields>),
    braces: bool,
) -> Node {
    match (taken, old) {
        (Some(mut node), Some(old)) => {
            fields::write(node.table(), order, new, old, false);
            node
        }
        (Some(_) | None, _) if braces => Node::braces(fields::fresh_inline(order, new)),
        (Some(_) | None, _) => {
            let mut table = fields::fresh(order, new);
            table.decor_mut().set_prefix("\n");
            Node::Block(table)
        }
    }
}

/// Takes the other lists of work out: exactly one stands in a table.
fn alone(table: &mut dyn TableLike, name: &str) {
    for other in LISTS.iter().filter(|other| **other != name) {
        if table.contains_key(other) {
            fields::remove(table, other);
        }
    }
}

/// Puts a list of tables under a key: as it was written before, else as most of its tables are written.
fn set(table: &mut dyn TableLike, name: &str, nodes: Vec<Node>, blocks_fit: bool) {
    let as_blocks = match table.get(name) {
        Some(Item::ArrayOfTables(_)) => true,
        Some(Item::Value(Value::Array(_))) => false,
        Some(_) | None => blocks_fit && nodes.iter().all(|node| matches!(node, Node::Block(_))),
    };
    if as_blocks {
        if nodes.is_empty() {
            table.remove(name);
            return;
        }
        let mut blocks = ArrayOfTables::new();
        for node in nodes {
            blocks.push(node.into_block());
        }
        put(table, name, Item::ArrayOfTables(blocks));
        return;
    }
    if let Some(Item::Value(Value::Array(array))) = table.get_mut(name) {
        bracket::fill(array, nodes.into_iter().map(Node::into_piece).collect(), true);
    } else if !nodes.is_empty() {
        let mut array = Array::new();
        bracket::fill(&mut array, nodes.into_iter().map(Node::into_piece).collect(), true);
        put(table, name, Item::Value(Value::Array(array)));
    } else {
        // There was no list, and there is nothing to put in one.
    }
}

fn put(table: &mut dyn TableLike, name: &str, item: Item) {
    match table.get_mut(name) {
        Some(old) => *old = item,
        None => {
            table.insert(name, item);
        }
    }
}

fn unplaced(table: &mut Table) {
    table.set_position(None);
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(inner) => unplaced(inner),
            Item::ArrayOfTables(blocks) => blocks.iter_mut().for_each(unplaced),
            Item::None | Item::Value(_) => {}
        }
    }
}
