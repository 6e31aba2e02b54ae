//! The table as it is read: by headline in the help, as a list in the README.

use crate::tui::keymap::{Context, Does, Row, TABLE};

/// The table as sections: headline and rows, each row once.
pub fn sections() -> Vec<(&'static str, Vec<&'static Row>)> {
    let mut sections: Vec<(&'static str, Vec<&'static Row>)> = Vec::new();
    for context in Context::ALL {
        let group = context.group();
        for row in TABLE.iter().filter(|row| row.contexts.contains(context)) {
            match sections.iter_mut().find(|(name, _)| *name == group) {
                Some((_, rows)) if rows.iter().any(|r| std::ptr::eq(*r, row)) => {}
                Some((_, rows)) => rows.push(row),
                None => sections.push((group, vec![row])),
            }
        }
    }
    sections
}

/// The table as it stands in the README.
pub fn markdown() -> String {
    let mut out = String::from("| Where | Key | What it does |\n| --- | --- | --- |\n");
    for (group, rows) in sections() {
        for row in rows {
            let keys: Vec<String> = match row.does {
                Does::Score => vec!["`0` to `9`, `+` for 10".to_owned()],
                Does::Choice => vec!["`0` to `9`".to_owned()],
                Does::Type => vec!["`0` to `9`, `.` and `,`".to_owned()],
                Does::One(_) => row.keys.iter().map(|key| format!("`{key}`")).collect(),
            };
            out.push_str(&["| ", group, " | ", &keys.join(" "), " | ", row.long, " |\n"].concat());
        }
    }
    out
}
