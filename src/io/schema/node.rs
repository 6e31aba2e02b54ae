//! A value of JSON whose keys stay in the order in which they were put.

use serde::ser::{Serialize, SerializeMap as _, Serializer};
use toml::de::{DeTable, DeValue};

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Text(String),
    Number(u32),
    Bool(bool),
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
}

impl Node {
    pub(super) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    pub(super) fn object(pairs: Vec<(&'static str, Self)>) -> Self {
        Self::Object(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// A value as it is written in a program; nothing where it is none, which a test excludes.
    pub(super) fn of_toml(written: &str) -> Option<Self> {
        let line = format!("value = {written}");
        let table = DeTable::parse(&line).ok()?;
        table.get_ref().get("value").map(|value| of_value(value.get_ref()))
    }
}

fn of_value(value: &DeValue<'_>) -> Node {
    match value {
        DeValue::String(text) => Node::text(text),
        DeValue::Integer(number) => Node::Number(number.as_str().parse().unwrap_or_default()),
        // Days and fractions are texts to an editor's validator.
        DeValue::Float(number) => Node::text(number.as_str()),
        DeValue::Datetime(date) => Node::Text(date.to_string()),
        DeValue::Boolean(boolean) => Node::Bool(*boolean),
        DeValue::Array(items) => Node::List(items.iter().map(|item| of_value(item.get_ref())).collect()),
        DeValue::Table(table) => {
            let pairs = table.iter().map(|(key, value)| (key.get_ref().to_string(), of_value(value.get_ref())));
            Node::Object(pairs.collect())
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Bool(boolean) => serializer.serialize_bool(*boolean),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(pairs) => {
                let mut map = serializer.serialize_map(Some(pairs.len()))?;
                for (key, value) in pairs {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
