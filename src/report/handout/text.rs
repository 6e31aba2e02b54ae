//! The handout as plain text, 80 columns wide.

use unicode_width::UnicodeWidthStr as _;

use crate::domain::program::Program;
use crate::domain::text::Clean;
use crate::report::handout::diary::{Diary, Line, diaries};
use crate::report::handout::easier::easier;
use crate::report::handout::facts::{
    Row, explained, how_often, is_one_table, rows, session_minutes, session_title, stage_lines, stripes,
};
use crate::report::handout::phrases::Phrases;
use crate::report::needed;

/// The widest line, unless a single word is wider.
const WIDTH: usize = 80;
/// The column of the labels of a diary.
const LABEL: usize = 22;
/// The three blanks of a line to be filled in.
const BLANKS: [usize; 3] = [30, 24, 21];

pub(super) fn page(program: &Program, say: Phrases<'_>) -> String {
    let mut page = Page::default();
    head(&mut page, program, say);
    for (index, phase) in program.phases.iter().enumerate() {
        match &phase.title {
            Some(title) => page.title(&format!("{}: {title}", say.number("stage", &(index + 1)))),
            None if program.phases.len() > 1 => page.title(&say.number("stage", &(index + 1))),
            None => page.title(&say.text("your_exercises")),
        }
        for line in stage_lines(program, index, phase, say) {
            page.paragraph("", &line);
        }
        for (n, session) in phase.sessions.iter().enumerate() {
            if let Some(title) = session_title(phase, n, session, say) {
                page.line("");
                page.paragraph("", &title);
            }
            for (n, row) in rows(program, session, say).iter().enumerate() {
                exercise(&mut page, n + 1, row, say);
            }
        }
    }
    pain(&mut page, program, say);
    page.list(&say.text("stop_if"), &program.stop_if);
    page.list(&say.text("not_for"), &program.not_for);
    page.line("");
    page.paragraph("", &say.text("advice"));
    how(&mut page, program, say);
    page.title(&say.text("two_weeks"));
    for diary in diaries(program, say) {
        grid(&mut page, &diary, say);
    }
    page.title(&say.text("notes"));
    for _ in 0..4 {
        page.line("");
        page.line(&"_".repeat(WIDTH));
    }
    page.list(&say.text("sources"), &program.sources);
    page.line("");
    let version = program.version.as_ref().map(|version| say.with("version", &[("version", version)]));
    let version = version.map(|version| format!(", {version}")).unwrap_or_default();
    let own = say.with("program", &[("id", program.id.as_str())]);
    page.paragraph("", &format!("{own}{version}. {}", say.text("not_advice")));
    page.0
}

fn head(page: &mut Page, program: &Program, say: Phrases<'_>) {
    page.paragraph("", &program.title);
    page.line(&"=".repeat(program.title.width().clamp(1, WIDTH)));
    for line in [&program.summary].into_iter().flatten() {
        page.paragraph("", line);
    }
    page.line("");
    let equipment: Vec<&str> = needed(program).into_iter().map(Clean::as_str).collect();
    let facts = [
        ("for", program.audience.as_ref().map(ToString::to_string)),
        ("how_often", Some(how_often(program, say))),
        ("a_session", session_minutes(program, 0, 0, say).filter(|_| is_one_table(program))),
        ("you_need", Some(equipment.join(", ")).filter(|needed| !needed.is_empty())),
        ("written_by", program.author.as_ref().map(ToString::to_string)),
    ];
    let widest = facts.iter().map(|(name, _)| say.text(name).width()).max().unwrap_or_default() + 2;
    for (name, value) in facts {
        if let Some(value) = value {
            page.paragraph(&to_width(&format!("{}:", say.text(name)), widest, ' '), &value);
        }
    }
    page.line("");
    for blanks in [["name", "affected", "begun_on"], ["therapist", "telephone", "again_on"]] {
        let cells = blanks.iter().zip(BLANKS).map(|(key, width)| to_width(&format!("{} ", say.text(key)), width, '_'));
        page.line(&cells.collect::<Vec<_>>().join("  "));
    }
}

fn exercise(page: &mut Page, number: usize, row: &Row, say: Phrases<'_>) {
    page.line("");
    page.paragraph(&format!("{number}. "), &row.name);
    let mut dose = vec![row.amount.first().cloned().unwrap_or_default(), row.side.clone()];
    if !row.rest.is_empty() {
        let none = row.rest == say.text("none");
        dose.push(if none { say.text("no_rest") } else { say.with("rest_between", &[("time", &row.rest)]) });
    }
    page.paragraph("   ", &dose.join("; "));
    for amount in row.amount.iter().skip(1) {
        page.paragraph("   ", amount);
    }
    if !row.pace.is_empty() {
        page.paragraph("   ", &say.with("pace_is", &[("pace", &row.pace)]));
    }
    if !row.load.is_empty() {
        page.paragraph("   ", &say.with("load_is", &[("load", &row.load)]));
    }
    for remark in &row.remarks {
        page.paragraph("   ", remark);
    }
}

fn pain(page: &mut Page, program: &Program, say: Phrases<'_>) {
    let place = program.pain.place.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
    page.title(&format!("{}{place}", say.text("hurts")));
    page.paragraph("", &format!("{}.", say.text("scale")));
    for stripe in stripes(&program.pain, say) {
        page.paragraph(&format!("  {:>7}  ", stripe.scores), &stripe.what);
    }
    if let Some(expect) = &program.expect {
        page.line("");
        page.paragraph("", &format!("{} {expect}", say.text("expect")));
    }
}

fn how(page: &mut Page, program: &Program, say: Phrases<'_>) {
    page.title(&say.text("how_to"));
    let all = explained(program, say);
    for one in &all {
        let exercise = one.exercise;
        let role = one.role.as_ref().map(|role| format!(" ({role})")).unwrap_or_default();
        page.line("");
        let number = one.number.map(|number| format!("{number}. ")).unwrap_or_default();
        page.paragraph("", &format!("{number}{}{role}", exercise.name));
        for line in [&exercise.purpose, &exercise.setup].into_iter().flatten() {
            page.paragraph("   ", &say.in_general(line, exercise.side));
        }
        for (n, step) in exercise.steps.iter().enumerate() {
            page.paragraph(&format!("{:>4}) ", n + 1), &say.in_general(step, exercise.side));
        }
        for note in &one.notes {
            page.paragraph("   ", note);
        }
        if !exercise.mistakes.is_empty() {
            let mistakes: Vec<&str> = exercise.mistakes.iter().map(Clean::as_str).collect();
            page.paragraph("   ", &format!("{} {}", say.text("avoid"), mistakes.join("; ")));
        }
        if let Some(easier) = easier(exercise, &all, say) {
            page.paragraph("   ", &format!("{} {easier}", say.text("easier")));
        }
    }
}

fn grid(page: &mut Page, diary: &Diary, say: Phrases<'_>) {
    if !diary.covers.is_empty() {
        page.line("");
        page.paragraph("", &diary.covers.join(", "));
    }
    page.paragraph("", &diary.when);
    for (n, week) in diary.weeks.iter().enumerate() {
        let room = ((WIDTH - LABEL) / week.len().max(1)).min(12);
        let cells = |cell: &dyn Fn(usize) -> String| -> String {
            let cells = (0..week.len()).map(|n| format!(" {:<width$}", cell(n), width = room - 1));
            cells.collect::<String>().trim_end().to_owned()
        };
        page.line("");
        page.line(&format!(
            "{:LABEL$}{}",
            say.number("week", &(n + 1)),
            cells(&|n| week.get(n).cloned().unwrap_or_default())
        ));
        let blank = |_: usize| "_".repeat(room.saturating_sub(2));
        page.line(&format!("{:LABEL$}{}", say.text("date"), cells(&blank)));
        for Line { label, boxes } in &diary.lines {
            let label: String = label.chars().take(LABEL - 1).collect();
            // Boxes that have no room side by side are counted with a pen.
            let tick = |_: usize| match boxes {
                Some(n) if (*n as usize) * 3 < room => "[ ]".repeat(*n as usize),
                Some(n) => format!("__/{n}"),
                None => "_".repeat(room.saturating_sub(2)),
            };
            page.line(&format!("{label:LABEL$}{}", cells(&tick)));
        }
    }
}

/// Fills a text up to a width.
fn to_width(text: &str, columns: usize, filler: char) -> String {
    let missing = columns.saturating_sub(text.width());
    text.chars().chain(std::iter::repeat_n(filler, missing)).collect()
}

#[derive(Debug, Default)]
struct Page(String);

impl Page {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn title(&mut self, title: &str) {
        self.line("");
        self.line("");
        self.paragraph("", title);
        self.line(&"-".repeat(title.width().clamp(1, WIDTH)));
    }

    fn list(&mut self, title: &str, items: &[Clean]) {
        if !items.is_empty() {
            self.title(title);
            for item in items {
                self.paragraph("  - ", item);
            }
        }
    }

    /// A text in lines that fit; those after the first stand under the text, not under what is before it.
    fn paragraph(&mut self, before: &str, text: &str) {
        let indent = " ".repeat(before.width());
        let mut line = before.to_owned();
        let mut is_empty = true;
        for word in text.split_whitespace() {
            if !is_empty && line.width() + 1 + word.width() > WIDTH {
                self.line(line.trim_end());
                line.clone_from(&indent);
                is_empty = true;
            }
            if !is_empty {
                line.push(' ');
            }
            line.push_str(word);
            is_empty = false;
        }
        self.line(line.trim_end());
    }
}
