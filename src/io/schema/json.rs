//! The JSON schema, draft 7: the one that Tombi, Taplo and Even Better TOML all take.

use crate::io::schema::node::Node;
use crate::io::schema::{Key, Missing, TABLES, Table};

/// The schema of a program as JSON text, a line break at its end.
pub fn json_schema() -> Result<String, serde_json::Error> {
    let mut schema = vec![
        ("$schema", Node::text("http://json-schema.org/draft-07/schema#")),
        // Tables in one line may run over lines: Tombi asks whether the format takes that.
        ("x-tombi-toml-version", Node::text("v1.1.0")),
        ("$comment", Node::text("Made by `soleus schema`. `soleus check` finds more than a schema can say.")),
    ];
    let mut definitions = Vec::new();
    for table in TABLES {
        if table.name == "program" {
            schema.extend(rule(&table, "A soleus program", table.keys));
            continue;
        }
        definitions.push((table.name.to_owned(), Node::object(rule(&table, table.head, table.keys))));
        if table.name == "exercise" {
            // What is defined has its id in its bracket, and may leave the dose to where it is used.
            let keys: Vec<Key> = table.keys.iter().filter(|key| key.name != "id").copied().collect();
            let part = Table { any_of: &[], beside: &[], ..table };
            let rule = rule(&part, "An exercise of your own", &keys);
            definitions.push(("definition".to_owned(), Node::object(rule)));
        }
    }
    schema.push(("definitions", Node::Object(definitions)));
    serde_json::to_string_pretty(&Node::object(schema)).map(|text| text + "\n")
}

/// The rule of a table.
fn rule(table: &Table, title: &str, keys: &[Key]) -> Vec<(&'static str, Node)> {
    let properties = keys.iter().map(|key| (key.name.to_owned(), Node::object(property(key)))).collect();
    let mut rule = vec![
        ("title", Node::text(title)),
        ("description", Node::text(table.meaning)),
        ("type", Node::text("object")),
        ("properties", Node::Object(properties)),
        ("additionalProperties", Node::Bool(false)),
    ];
    let always: Vec<Node> =
        keys.iter().filter(|key| key.missing == Missing::Refused).map(|key| Node::text(key.name)).collect();
    if !always.is_empty() {
        rule.push(("required", Node::List(always)));
    }
    if table.is_never_empty {
        rule.push(("minProperties", Node::Number(1)));
    }
    if !table.any_of.is_empty() {
        rule.push(("anyOf", required(table.any_of)));
    }
    if !table.one_of.is_empty() {
        let alone: Vec<&[&str]> = table.one_of.iter().map(std::slice::from_ref).collect();
        rule.push(("oneOf", required(&alone)));
    }
    let mut beside: Vec<(String, Node)> = table.never_beside.iter().map(apart).collect();
    beside.extend(
        table.beside.iter().map(|(key, others)| ((*key).to_owned(), Node::object(vec![("anyOf", required(others))]))),
    );
    if !beside.is_empty() {
        rule.push(("dependencies", Node::Object(beside)));
    }
    rule
}

/// Lists of keys, each of which may be asked for.
fn required(lists: &[&[&str]]) -> Node {
    let names = |names: &&[&str]| Node::List(names.iter().map(|name| Node::text(name)).collect());
    Node::List(lists.iter().map(|list| Node::object(vec![("required", names(list))])).collect())
}

/// A key beside which others may not stand: each of them is refused at its own place.
///
/// Nothing would be accepted there by `false`, too, but then editors say no more than that. They tell which text they
/// expected, so this is what is to be done, in words; none of these keys takes such a text.
fn apart((key, others): &(&'static str, &'static [&'static str])) -> (String, Node) {
    let words = |other: &str| format!("take this out: `{key}` and `{other}` do not go together");
    let refused = |other: &&str| ((*other).to_owned(), Node::object(vec![("const", Node::Text(words(other)))]));
    let refused = others.iter().map(refused).collect();
    (
        (*key).to_owned(),
        Node::object(vec![("properties", Node::Object(refused)), ("additionalProperties", Node::Bool(true))]),
    )
}

fn property(key: &Key) -> Vec<(&'static str, Node)> {
    let mut property = vec![("description", Node::text(key.meaning))];
    property.extend(key.takes.rule());
    if let Missing::Value(written) = key.missing {
        property.extend(Node::of_toml(written).map(|value| ("default", value)));
    }
    let examples: Vec<Node> = key.examples.iter().filter_map(|written| Node::of_toml(written)).collect();
    property.push(("examples", Node::List(examples)));
    property
}
