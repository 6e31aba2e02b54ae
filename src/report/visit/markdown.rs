//! The visit page as Markdown: tables as pipes, charts as the letters of the plain text.

use crate::report::visit::block::{Block, Table};
use crate::report::visit::text;

pub(super) fn page(blocks: &[Block]) -> String {
    let mut page = String::new();
    for block in blocks {
        let part = match block {
            Block::Title(title) => format!("# {}\n", escaped(title)),
            Block::Facts(facts) => facts
                .iter()
                .map(|(name, value)| format!("- **{name}:** {}\n", escaped(value)))
                .collect::<Vec<_>>()
                .concat(),
            Block::Heading(heading) => format!("## {heading}\n"),
            Block::Legend(text) => format!("{}\n", escaped(text)),
            Block::Table(table) => pipes(table),
            Block::List(items) => {
                items.iter().map(|item| format!("- {}\n", escaped(item))).collect::<Vec<_>>().concat()
            }
            // Indented, whatever is in it is text.
            Block::Chart(_) => indented(&text::page(std::slice::from_ref(block))),
            Block::Strips(strips) => {
                let one = |strip| indented(&text::page(&[Block::Strips(vec![strip])]));
                strips.iter().cloned().map(one).collect()
            }
            Block::Blank(lines) => "\n&nbsp;\n\n---\n".repeat(*lines),
        };
        page.push_str(&part);
        page.push('\n');
    }
    page
}

fn pipes(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut text = row(table.head.iter().map(|head| (*head).to_owned()).collect());
    text.push_str(&row(vec!["---".to_owned(); table.head.len()]));
    for cells in &table.rows {
        let cell = |(n, cell): (usize, &String)| {
            if table.marks.contains(&n) { format!("`{cell}`") } else { escaped(cell) }
        };
        text.push_str(&row(cells.iter().enumerate().map(cell).collect()));
    }
    text
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect()
}

/// Text stays text: every sign that Markdown or HTML knows is escaped, and a line break is a blank.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("a|b <i> *c*\n# d"), "a\\|b \\<i\\> \\*c\\* \\# d");
        let table = Table { head: vec!["A", "B"], rows: vec![vec!["x|y".into(), "1·2".into()]], marks: &[1] };
        assert_eq!(pipes(&table), "| A | B |\n| --- | --- |\n| x\\|y | `1·2` |\n");
    }
}
