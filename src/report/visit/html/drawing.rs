//! Charts as pictures in the page: every one has a title and a description with its numbers, and its lines are told
//! apart without colour.

use chrono::{Datelike as _, NaiveDate, TimeDelta};

use crate::domain::day;
use crate::report::handout::markup::Markup;
use crate::report::visit::block::{Chart, Line, Point, Sign, Strip};
use crate::report::visit::chart::runs;

/// The picture: 720 by 176, with a margin for the numbers on the left and for the days below.
const WIDTH: f64 = 720.0;
const LEFT: f64 = 24.0;
const TOP: f64 = 22.0;
const BOTTOM: f64 = 158.0;
/// Dates below the chart at most.
const DATES: i64 = 13;

/// The pain of a span of days.
pub(super) fn chart(page: &mut Markup, chart: &Chart) {
    let view = [("viewBox", "0 0 720 176"), ("role", "img"), ("class", "chart")];
    page.with("svg", &view, |svg| {
        svg.element("title", &chart.title);
        svg.element("desc", &description(chart));
        grid(svg, chart);
        for (n, line) in chart.lines.iter().enumerate() {
            key(svg, n, line);
            for run in runs(line, chart.step) {
                curve(svg, chart, line.sign, &run);
            }
        }
    });
    page.raw("\n");
}

/// All numbers in words: `Limit 5. before: 2 Nov 3, 3 Nov 2.`
fn description(chart: &Chart) -> String {
    let mut words = format!("0 to 10, limit {}.", chart.limit);
    let form = if chart.from.year() == chart.to.year() { "%-d %b" } else { "%-d %b %Y" };
    for line in &chart.lines {
        let dates = day::span(chart.from, chart.to).step_by(usize::from(chart.step.max(1)));
        let known = dates.zip(&line.days).filter_map(|(day, point)| match point {
            Point::Known(score) => Some(format!("{} {score}", day.format(form))),
            Point::Unknown | Point::Nothing => None,
        });
        let known: Vec<String> = known.collect();
        let known = if known.is_empty() { "not known".to_owned() } else { known.join(", ") };
        words.extend([" ", line.name, ": ", &known, "."]);
    }
    words
}

fn grid(svg: &mut Markup, chart: &Chart) {
    for score in [0_u8, 2, 4, 6, 8, 10] {
        let y = px(height(score));
        rule(svg, "grid", (&px(LEFT), &y), (&px(WIDTH), &y));
        label(
            svg,
            &[("x", &px(LEFT - 5.0)), ("y", &px(height(score) + 3.5)), ("text-anchor", "end")],
            &score.to_string(),
        );
    }
    let y = px(height(chart.limit));
    rule(svg, "limit", (&px(LEFT), &y), (&px(WIDTH), &y));
    let above = px(height(chart.limit) - 3.0);
    label(svg, &[("x", &px(WIDTH)), ("y", &above), ("text-anchor", "end")], &format!("limit {}", chart.limit));
    let first = day::monday(chart.from);
    let weeks = chart.to.signed_duration_since(first).num_days() / 7 + 1;
    let every = (weeks + DATES - 1) / DATES;
    let mondays = (0..weeks).step_by(usize::try_from(every.max(1)).unwrap_or(1));
    for monday in mondays.map(|week| first + TimeDelta::weeks(week)).filter(|monday| *monday >= chart.from) {
        let x = px(across(chart, since(chart, monday)));
        rule(svg, "grid", (&x, &px(BOTTOM)), (&x, &px(BOTTOM + 4.0)));
        let words = monday.format(if monday.month() == 1 && monday.day() < 8 { "%-d %b %y" } else { "%-d %b" });
        label(svg, &[("x", &x), ("y", &px(BOTTOM + 15.0)), ("text-anchor", "start")], &words.to_string());
    }
}

/// What a line means, above the chart.
fn key(svg: &mut Markup, place: usize, line: &Line) {
    let x = LEFT + 120.0 * f64::from(u32::try_from(place).unwrap_or(0));
    let class = stroke(line.sign);
    rule(svg, class, (&px(x), "8"), (&px(x + 22.0), "8"));
    sign(svg, line.sign, x + 11.0, 8.0);
    label(svg, &[("x", &px(x + 28.0)), ("y", "11.5")], line.name);
}

/// One run of scores without a gap.
fn curve(svg: &mut Markup, chart: &Chart, of: Sign, run: &[(usize, u8)]) {
    let at = |point: usize| across(chart, i64::try_from(point).unwrap_or(0) * i64::from(chart.step));
    let points: Vec<String> =
        run.iter().map(|(day, score)| format!("{},{}", px(at(*day)), px(height(*score)))).collect();
    if run.len() > 1 {
        svg.with("polyline", &[("class", stroke(of)), ("points", &points.join(" "))], |_| {});
    }
    for (day, score) in run {
        sign(svg, of, at(*day), height(*score));
    }
}

fn sign(svg: &mut Markup, sign: Sign, x: f64, y: f64) {
    match sign {
        Sign::Ring => svg.with("circle", &[("class", "ring"), ("cx", &px(x)), ("cy", &px(y)), ("r", "2.6")], |_| {}),
        Sign::Disc => svg.with("circle", &[("class", "disc"), ("cx", &px(x)), ("cy", &px(y)), ("r", "2.4")], |_| {}),
        Sign::Triangle => {
            let points =
                format!("{},{} {},{} {},{}", px(x), px(y - 3.4), px(x - 3.0), px(y + 2.2), px(x + 3.0), px(y + 2.2));
            svg.with("polygon", &[("class", "ring"), ("points", &points)], |_| {});
        }
    }
}

const fn stroke(sign: Sign) -> &'static str {
    match sign {
        Sign::Ring => "line dotted",
        Sign::Disc => "line",
        Sign::Triangle => "line dashed",
    }
}

/// A small chart of one value over time, between its own lowest and highest.
pub(super) fn strip(page: &mut Markup, strip: &Strip) {
    let low = strip.points.iter().map(|point| point.1).min().unwrap_or(0);
    let high = strip.points.iter().map(|point| point.1).max().unwrap_or(0);
    let range = f64::from(high - low).max(1.0);
    let place = |(day, value): &(i64, u32)| {
        let x = 4.0 + 152.0 * number(*day) / number(strip.days.max(1));
        // A value that never moves lies in the middle.
        let y = if high == low { 14.0 } else { 24.0 - 20.0 * f64::from(value - low) / range };
        (x, y)
    };
    let places: Vec<(f64, f64)> = strip.points.iter().map(place).collect();
    page.with("svg", &[("viewBox", "0 0 160 28"), ("role", "img"), ("class", "strip")], |svg| {
        svg.element("title", &strip.name);
        svg.element("desc", &strip.numbers);
        let points: Vec<String> = places.iter().map(|(x, y)| format!("{},{}", px(*x), px(*y))).collect();
        svg.with("polyline", &[("class", "line"), ("points", &points.join(" "))], |_| {});
        // Many dots would hide the line.
        let dot = if places.len() > 30 { "0.9" } else { "1.6" };
        for (x, y) in &places {
            svg.with("circle", &[("class", "disc"), ("cx", &px(*x)), ("cy", &px(*y)), ("r", dot)], |_| {});
        }
    });
}

fn rule(svg: &mut Markup, class: &str, from: (&str, &str), to: (&str, &str)) {
    svg.with("line", &[("class", class), ("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)], |_| {});
}

fn label(svg: &mut Markup, attributes: &[(&'static str, &str)], text: &str) {
    svg.with("text", attributes, |element| element.text(text));
}

fn height(score: u8) -> f64 {
    BOTTOM - (BOTTOM - TOP) * f64::from(score) / 10.0
}

fn since(chart: &Chart, day: NaiveDate) -> i64 {
    day.signed_duration_since(chart.from).num_days()
}

/// Where a day lies; a day alone lies on the left.
fn across(chart: &Chart, day: i64) -> f64 {
    let days = since(chart, chart.to).max(1);
    LEFT + 6.0 + (WIDTH - LEFT - 30.0) * number(day) / number(days)
}

/// A number of days, which is never large.
fn number(days: i64) -> f64 {
    f64::from(i32::try_from(days).unwrap_or(i32::MAX))
}

fn px(n: f64) -> String {
    let text = format!("{n:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}
