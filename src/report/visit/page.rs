//! A visit as a page: which blocks, in which order.

use chrono::{Datelike as _, NaiveDate};

use crate::domain::day;
use crate::domain::visit::{Day, Visit};
use crate::report::visit::Asked;
use crate::report::visit::block::{Block, Chart, Line, Point, Sign};
use crate::report::visit::chart::week;
use crate::report::visit::lists::{decisions, doses, ruled_out, stops, strips, versions};
use crate::report::visit::tables::{MOST_WEEKS, weeks, work};

/// Lines for questions.
const QUESTIONS: usize = 4;

/// All blocks of a page.
pub(super) fn blocks(visit: &Visit, asked: Asked) -> Vec<Block> {
    let mut page = vec![Block::Title(visit.title.to_string()), Block::Facts(facts(visit))];
    page.push(Block::Heading("Pain, 0 none to 10 worst imaginable"));
    page.push(Block::Chart(pain(visit)));
    page.push(Block::Heading("Week by week"));
    page.push(Block::Table(weeks(visit)));
    let by_day = visit.weeks.len() <= MOST_WEEKS;
    page.extend(by_day.then(|| Block::Legend(
        "Days are Monday to Sunday. Sessions: how many, x none though due, p pause, r rest advised. Scores: the highest \
         of the day, X is 10, a dot is a score that was not given or a day without a session."
            .to_owned(),
    )));
    page.push(Block::Heading("Done of what was prescribed, in the sessions that were begun"));
    page.push(Block::Table(work(visit)));
    page.push(Block::Heading("Stopped or left out because of pain"));
    page.push(Block::List(stops(visit)));
    let mut more = |heading: &'static str, list: Vec<String>| {
        if !list.is_empty() {
            page.extend([Block::Heading(heading), Block::List(list)]);
        }
    };
    more("Left out by the program's own rule about pain", ruled_out(visit));
    more("How the dose moved", doses(visit));
    more("Decided on the way", decisions(visit));
    more("The program changed", versions(visit));
    let strips = strips(visit);
    if !strips.is_empty() {
        page.extend([Block::Heading("Over time"), Block::Strips(strips)]);
    }
    if asked.with_notes && !visit.notes.is_empty() {
        let note = |(day, note): &(NaiveDate, crate::domain::text::Clean)| format!("{}: {note}", date(*day, visit));
        page.extend([Block::Heading("Notes"), Block::List(visit.notes.iter().map(note).collect())]);
    }
    page.extend([Block::Heading("Questions for the therapist"), Block::Blank(QUESTIONS)]);
    let plan = Some(&visit.fingerprint).filter(|hash| !hash.is_empty());
    let plan = plan.map(|hash| format!(", plan {hash}")).unwrap_or_default();
    page.push(Block::Legend(format!(
        "From the runner's own record, written by soleus on {}. Program `{}`{plan}. Exercise guidance, not medical advice.",
        whole_date(asked.today),
        visit.program
    )));
    page
}

fn facts(visit: &Visit) -> Vec<(&'static str, String)> {
    let done: u32 = visit.weeks.iter().map(|week| week.done).sum();
    let due: Option<u32> = visit.weeks.iter().map(|week| week.due).sum();
    let sessions = due.map_or_else(|| format!("{done}, as needed"), |due| format!("{done} done, {due} were due"));
    let days = visit.span.to.signed_duration_since(visit.span.from).num_days() + 1;
    let place = visit.place.as_ref().map(ToString::to_string);
    let facts = [
        ("Days", Some(format!("{} to {}, {days} days", whole_date(visit.span.from), whole_date(visit.span.to)))),
        ("Affected side", Some(visit.affected.word().to_owned())),
        ("Where", place),
        ("Due", visit.schedule.clone()),
        ("Sessions", Some(sessions)),
        ("Pain limit", Some(format!("{} of 10", visit.limit))),
    ];
    facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// Pain by day; of a long span by week, the worst of each.
fn pain(visit: &Visit) -> Chart {
    let is_long = visit.weeks.len() > MOST_WEEKS;
    let line = |name, sign, score: fn(&Day) -> Option<u8>| {
        let point = |day: &Day| match score(day) {
            Some(score) => Point::Known(score),
            None if day.begun > 0 => Point::Unknown,
            None => Point::Nothing,
        };
        let days: Vec<Point> = visit.days.iter().map(point).collect();
        let first = usize::try_from(7 - visit.span.from.weekday().num_days_from_monday()).unwrap_or(7);
        let (short, weeks) = days.split_at_checked(first).unwrap_or((&days, &[]));
        let weeks = std::iter::once(short).chain(weeks.chunks(7)).map(week);
        Line { name, sign, days: if is_long { weeks.collect() } else { days } }
    };
    Chart {
        title: if is_long { "Pain by week, the worst of each" } else { "Pain by day" }.to_owned(),
        from: if is_long { day::monday(visit.span.from) } else { visit.span.from },
        to: visit.span.to,
        lines: vec![
            line("before", Sign::Ring, |day| day.before),
            line("during or after", Sign::Disc, |day| day.worst),
            line("next morning", Sign::Triangle, |day| day.morning),
        ],
        step: if is_long { 7 } else { 1 },
        limit: visit.limit,
    }
}

/// `2 Nov`, with the year where the span has more than one.
pub(super) fn date(day: NaiveDate, visit: &Visit) -> String {
    let one_year = visit.span.from.year() == visit.span.to.year();
    day.format(if one_year { "%-d %b" } else { "%-d %b %Y" }).to_string()
}

/// `2 November 2026`.
pub(super) fn whole_date(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}
