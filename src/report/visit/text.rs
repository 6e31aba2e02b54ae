//! The visit page as plain text, 80 columns wide.

use chrono::Datelike as _;
use unicode_width::UnicodeWidthStr as _;

use crate::report::visit::block::{Block, Chart, Line, Strip, Table};
use crate::report::visit::chart::{bar, letter, letters, level};

/// The widest line, unless a single word is wider.
const WIDTH: usize = 80;
/// Between two columns.
const APART: usize = 2;
/// Weeks of a chart beside each other: seven letters and a blank each.
const WEEKS: usize = 7;
/// Weeks of a long chart beside each other.
const YEAR: usize = 52;

pub(super) fn page(blocks: &[Block]) -> String {
    let mut page = Page::default();
    for block in blocks {
        match block {
            Block::Title(title) => {
                page.paragraph("", title);
                page.line(&"=".repeat(title.width().clamp(1, WIDTH)));
            }
            Block::Facts(facts) => {
                for (name, value) in facts {
                    page.paragraph(&format!("{:<15}", format!("{name}:")), value);
                }
            }
            Block::Heading(heading) => {
                page.line("");
                page.line(heading);
                page.line(&"-".repeat(heading.width().min(WIDTH)));
            }
            Block::Legend(text) => page.paragraph("", text),
            Block::Table(table) => page.table(table),
            Block::List(items) => items.iter().for_each(|item| page.paragraph("- ", item)),
            Block::Chart(chart) => page.chart(chart),
            Block::Strips(strips) => strips.iter().for_each(|strip| page.strip(strip)),
            Block::Blank(lines) => {
                for _ in 0..*lines {
                    page.line("");
                    page.line(&"_".repeat(WIDTH));
                }
            }
        }
    }
    page.0
}

#[derive(Debug, Default)]
struct Page(String);

impl Page {
    fn line(&mut self, line: &str) {
        self.0.push_str(line.trim_end());
        self.0.push('\n');
    }

    /// A text in lines that fit; those after the first stand under the text, not under what is before it.
    fn paragraph(&mut self, before: &str, text: &str) {
        let indent = " ".repeat(before.width());
        for (n, line) in wrapped(text, WIDTH.saturating_sub(before.width())).iter().enumerate() {
            self.line(&format!("{}{line}", if n == 0 { before } else { &indent }));
        }
    }

    /// A table whose last column takes the room that is left, over several lines where it must.
    fn table(&mut self, table: &Table) {
        let columns = table.head.len();
        let all =
            || std::iter::once(table.head.iter().map(|head| (*head).to_owned()).collect()).chain(table.rows.clone());
        let width = |column: usize| {
            all().filter_map(|row: Vec<String>| row.get(column).map(|cell| cell.width())).max().unwrap_or(0)
        };
        let mut widths: Vec<usize> = (0..columns).map(width).collect();
        // What is too wide gives way: the widest column first.
        while widths.iter().sum::<usize>() + APART * columns.saturating_sub(1) > WIDTH {
            let widest = widths.iter_mut().max();
            match widest {
                Some(widest) if *widest > 8 => *widest -= 1,
                _ => break,
            }
        }
        for (n, row) in all().enumerate() {
            self.row(&row, &widths);
            if n == 0 {
                let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
                self.line(&rule.join(&" ".repeat(APART)));
            }
        }
    }

    fn row(&mut self, row: &[String], widths: &[usize]) {
        let cells: Vec<Vec<String>> = row.iter().zip(widths).map(|(cell, width)| wrapped(cell, *width)).collect();
        for n in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            let parts = cells.iter().zip(widths).map(|(lines, width)| {
                let text = lines.get(n).map(String::as_str).unwrap_or_default();
                format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
            });
            self.line(&parts.collect::<Vec<_>>().join(&" ".repeat(APART)));
        }
    }

    /// The lines of a chart as letters, seven weeks a row.
    fn chart(&mut self, chart: &Chart) {
        if chart.step > 1 {
            self.chart_of_weeks(chart);
        } else {
            self.chart_of_days(chart);
        }
        let limit = chart.limit;
        self.paragraph("", &format!("▁ is 0, █ is 10; a dot is not known; the limit is {limit} ({}).", bar(limit)));
    }

    /// A letter a week.
    fn chart_of_weeks(&mut self, chart: &Chart) {
        let name = chart.lines.iter().map(|line| line.name.width()).max().unwrap_or(0);
        let weeks = chart.lines.iter().map(|line| line.days.len()).max().unwrap_or(0);
        for from in (0..weeks).step_by(YEAR) {
            let first = chart.from + chrono::TimeDelta::weeks(i64::try_from(from).unwrap_or(0));
            self.line(&format!("{:name$}  a letter a week, the worst of it, from {}", "", first.format("%-d %b %Y")));
            for line in &chart.lines {
                let row: String = line.days.iter().skip(from).take(YEAR).copied().map(letter).collect();
                self.line(&format!("{:name$}  {row}", line.name));
            }
        }
    }

    fn chart_of_days(&mut self, chart: &Chart) {
        let name = chart.lines.iter().map(|line| line.name.width()).max().unwrap_or(0);
        let weekday = chart.from.weekday().num_days_from_monday() as usize;
        let texts: Vec<(&Line, Vec<String>)> = chart
            .lines
            .iter()
            .map(|line| (line, letters(line, weekday).split(' ').map(str::to_owned).collect()))
            .collect();
        let weeks = texts.iter().map(|(_, weeks)| weeks.len()).max().unwrap_or(0);
        for from in (0..weeks).step_by(WEEKS) {
            let monday =
                crate::domain::day::monday(chart.from) + chrono::TimeDelta::weeks(i64::try_from(from).unwrap_or(0));
            let first = monday.max(chart.from).format("%-d %b %Y").to_string();
            self.line(&format!("{:name$}  from {first}", ""));
            for (line, weeks) in &texts {
                let row: Vec<&str> = weeks.iter().skip(from).take(WEEKS).map(String::as_str).collect();
                // The first week may be short: it ends under the others' ends.
                let short = if from == 0 { " ".repeat(weekday) } else { String::new() };
                self.line(&format!("{:name$}  {short}{}", line.name, row.join(" ")));
            }
        }
    }

    fn strip(&mut self, strip: &Strip) {
        let (low, high) = (strip.points.iter().map(|p| p.1).min(), strip.points.iter().map(|p| p.1).max());
        let (low, high) = (low.unwrap_or(0), high.unwrap_or(0));
        self.paragraph("- ", &strip.name);
        // Of many values as many as a line has room for, the last of them.
        let skip = strip.points.len().saturating_sub(WIDTH - 4);
        let bars: String = strip.points.iter().skip(skip).map(|(_, value)| level(*value, low, high)).collect();
        self.line(&format!("  {bars}"));
        self.paragraph("  ", &strip.numbers);
    }
}

/// A text in lines of a width; a longer word stands on a line of its own.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { continue };
        if line.is_empty() {
            line.push_str(word);
        } else if line.width() + 1 + word.width() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}
