//! The handout as plain text, 80 columns wide.

use unicode_width::UnicodeWidthStr as _;

use crate::domain::consent::ADVICE;
use crate::domain::program::Program;
use crate::domain::text::Clean;
use crate::report::handout::NOT_ADVICE;
use crate::report::handout::diary::{Diary, Line, diaries};
use crate::report::handout::easier::easier;
use crate::report::handout::facts::{
    Row, explained, how_often, is_one_table, rows, sentence, session_minutes, session_title, stage_lines, stripes,
};
use crate::report::needed;

/// The widest line, unless a single word is wider.
const WIDTH: usize = 80;
/// The column of the labels of a diary.
const LABEL: usize = 22;

pub(super) fn page(program: &Program) -> String {
    let mut page = Page::default();
    head(&mut page, program);
    for (index, phase) in program.phases.iter().enumerate() {
        match &phase.title {
            Some(title) => page.title(&format!("Stage {}: {title}", index + 1)),
            None if program.phases.len() > 1 => page.title(&format!("Stage {}", index + 1)),
            None => page.title("Your exercises"),
        }
        for line in stage_lines(program, index, phase) {
            page.paragraph("", &line);
        }
        for (n, session) in phase.sessions.iter().enumerate() {
            if let Some(title) = session_title(phase, n, session) {
                page.line("");
                page.paragraph("", &title);
            }
            for (n, row) in rows(program, session).iter().enumerate() {
                exercise(&mut page, n + 1, row);
            }
        }
    }
    pain(&mut page, program);
    page.list("Stop, and get help, if", &program.stop_if);
    page.list("Not for you, ask first, if", &program.not_for);
    page.line("");
    page.paragraph("", ADVICE);
    how(&mut page, program);
    page.title("Two weeks to tick");
    for diary in diaries(program) {
        grid(&mut page, &diary);
    }
    page.title("Notes, questions for the next time");
    for _ in 0..4 {
        page.line("");
        page.line(&"_".repeat(WIDTH));
    }
    page.list("Where this comes from", &program.sources);
    page.line("");
    let version = program.version.as_ref().map(|version| format!(", version {version}")).unwrap_or_default();
    page.paragraph("", &format!("Program `{}`{version}. {NOT_ADVICE}", program.id));
    page.0
}

fn head(page: &mut Page, program: &Program) {
    page.paragraph("", &program.title);
    page.line(&"=".repeat(program.title.width().clamp(1, WIDTH)));
    for line in [&program.summary].into_iter().flatten() {
        page.paragraph("", line);
    }
    page.line("");
    let equipment: Vec<&str> = needed(program).into_iter().map(Clean::as_str).collect();
    let facts = [
        ("For:        ", program.audience.as_ref().map(ToString::to_string)),
        ("How often:  ", Some(how_often(program))),
        ("A session:  ", session_minutes(program, 0, 0).filter(|_| is_one_table(program))),
        ("You need:   ", Some(equipment.join(", ")).filter(|needed| !needed.is_empty())),
        ("Written by: ", program.author.as_ref().map(ToString::to_string)),
    ];
    for (name, value) in facts {
        if let Some(value) = value {
            page.paragraph(name, &value);
        }
    }
    page.line("");
    page.line("Name _________________________  Affected side __________  Begun on ____________");
    page.line("Therapist ____________________  Telephone ______________  Again on ____________");
}

fn exercise(page: &mut Page, number: usize, row: &Row) {
    page.line("");
    page.paragraph(&format!("{number}. "), &row.name);
    let mut dose = vec![row.amount.first().cloned().unwrap_or_default(), row.side.clone()];
    if !row.rest.is_empty() {
        dose.push(format!(
            "{} between sets",
            if row.rest == "none" { "no rest".to_owned() } else { format!("rest {}", row.rest) }
        ));
    }
    page.paragraph("   ", &dose.join("; "));
    for amount in row.amount.iter().skip(1) {
        page.paragraph("   ", amount);
    }
    if !row.pace.is_empty() {
        page.paragraph("   ", &format!("how fast: {}", row.pace));
    }
    if !row.load.is_empty() {
        page.paragraph("   ", &format!("load: {}", row.load));
    }
    for remark in &row.remarks {
        page.paragraph("   ", remark);
    }
}

fn pain(page: &mut Page, program: &Program) {
    let place = program.pain.place.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
    page.title(&format!("If it hurts{place}"));
    page.paragraph("", "0 is no pain, 10 the worst you can imagine.");
    for stripe in stripes(&program.pain) {
        page.paragraph(&format!("  {:>7}  ", stripe.scores), stripe.what);
    }
    if let Some(expect) = &program.expect {
        page.line("");
        page.paragraph("", &format!("What to expect: {expect}"));
    }
}

fn how(page: &mut Page, program: &Program) {
    page.title("How to do them");
    let all = explained(program);
    for one in &all {
        let exercise = one.exercise;
        let role = one.role.as_ref().map(|role| format!(" ({role})")).unwrap_or_default();
        page.line("");
        let number = one.number.map(|number| format!("{number}. ")).unwrap_or_default();
        page.paragraph("", &format!("{number}{}{role}", exercise.name));
        for line in [&exercise.purpose, &exercise.setup].into_iter().flatten() {
            page.paragraph("   ", &sentence(line, exercise.side));
        }
        for (n, step) in exercise.steps.iter().enumerate() {
            page.paragraph(&format!("{:>4}) ", n + 1), &sentence(step, exercise.side));
        }
        for note in &one.notes {
            page.paragraph("   ", note);
        }
        if !exercise.mistakes.is_empty() {
            let mistakes: Vec<&str> = exercise.mistakes.iter().map(Clean::as_str).collect();
            page.paragraph("   ", &format!("Avoid: {}", mistakes.join("; ")));
        }
        if let Some(easier) = easier(exercise, &all) {
            page.paragraph("   ", &format!("Easier, when it hurts: {easier}"));
        }
    }
}

fn grid(page: &mut Page, diary: &Diary) {
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
            format!("Week {}", n + 1),
            cells(&|n| week.get(n).cloned().unwrap_or_default())
        ));
        let blank = |_: usize| "_".repeat(room.saturating_sub(2));
        page.line(&format!("{:LABEL$}{}", "Date", cells(&blank)));
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
