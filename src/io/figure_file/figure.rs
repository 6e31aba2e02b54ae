//! The whole of a pose file.

use toml::de::DeTable;

use crate::domain::text::{Clean, NAME};
use crate::figure::joint::Joint;
use crate::figure::lint::faults;
use crate::figure::model::{Arrow, Figure, MUSCLES, PARTS, Plane, Track, View};
use crate::io::diagnostic::Diagnostic;
use crate::io::figure_file::keys::{ARROW, FIGURE, TRACK};
use crate::io::figure_file::numbers::{choice, choices, corners, joint, missing, number, place, point, words};
use crate::io::figure_file::phases::phases;
use crate::io::figure_file::poses::{MOST, Read, poses};
use crate::io::figure_file::props::props;
use crate::io::program_file::notes::Notes;
use crate::io::program_file::table::Table;

const PLANES: [(&str, Plane); 6] = [
    ("side", Plane::Side),
    ("front", Plane::Front),
    ("back", Plane::Back),
    ("top", Plane::Top),
    ("prone", Plane::Prone),
    ("foot", Plane::Foot),
];

/// Reads the figure of a parsed file.
pub(super) fn figure(root: &DeTable<'_>, notes: &Notes<'_>) -> Option<Figure> {
    let table = Table::new(root, 0..0, FIGURE, notes);
    let format = table.number("format", 1, 1);
    let id = table.id("id");
    let title = table.text("title", NAME);
    for key in ["format", "id", "title", "anchor", "view"] {
        missing(&table, key);
    }
    let ids = words(&table, "exercises");
    let exercises = ids.iter().filter_map(|text| table.id_of(text)).map(|at| at.value).collect();
    let plane = choice(&table, "plane", &PLANES).unwrap_or_default();
    let work = choices(&table, "work", &MUSCLES);
    let both = choice(&table, "legs", &[("one", false), ("both", true)]).unwrap_or(false);
    let without = choices(&table, "without", &PARTS);
    let anchor = joint(&table, "anchor");
    let (views, default_view) = views(&table);
    let props = props(&table);
    let track = track(&table);
    let arrows = arrows(&table);
    let read = poses(&table, plane, anchor.unwrap_or(Joint::Hip));
    let phases = phases(&table, &read);
    table.finish();
    let _ = format?;
    let figure = Figure {
        id: id?.value,
        title: title?,
        exercises,
        plane,
        work,
        both,
        without,
        anchor: anchor?,
        views,
        default_view,
        props,
        track,
        arrows,
        poses: read.iter().map(|read| (read.name.clone(), read.pose)).collect(),
        phases,
    };
    if figure.views.is_empty() || figure.poses.is_empty() || figure.phases.is_empty() {
        return None;
    }
    judge(&figure, &read, notes);
    Some(figure)
}

/// What no body can do, pose by pose.
fn judge(figure: &Figure, read: &[Read], notes: &Notes<'_>) {
    for one in read {
        let pinned = [one.pose.leg.pin, one.pose.arm.pin].into_iter().flatten().map(|pin| pin.joint);
        let far = [one.pose.far_leg.pin, one.pose.far_arm.pin].into_iter().flatten().map(|pin| pin.joint.far());
        if pinned.chain(far).any(|joint| joint == figure.anchor) {
            let message = format!("`{}` holds the anchor at another place", one.name);
            let problem = Diagnostic::error("pose", one.span.clone(), message);
            notes.add(problem.help("give the limb of the anchor angles, or take another joint as the anchor"));
        }
        for fault in faults(figure, &one.pose) {
            let message = format!("in `{}` {}", one.name, fault.words());
            notes.add(Diagnostic::warning("pose", one.span.clone(), message));
        }
    }
}

fn views(table: &Table<'_>) -> (Vec<View>, usize) {
    let mut views = Vec::new();
    if let Some(value) = table.get("view") {
        match value.get_ref().as_table() {
            Some(all) if all.len() <= MOST => {
                let mut read: Vec<_> = all
                    .iter()
                    .filter_map(|(name, value)| {
                        let (low, high) = corners(table, name.get_ref(), value)?;
                        Some((name.span().start, View { name: Clean::name(name.get_ref()), low, high }))
                    })
                    .collect();
                read.sort_by_key(|(at, _)| *at);
                views.extend(read.into_iter().map(|(_, view)| view));
            }
            _ => table.wrong_type("view", value, "a table", "write [view] and below it body = [-50, 0, 50, 180]"),
        }
    }
    let mut chosen = 0;
    if let Some(text) = table.string("default_view").filter(|_| !views.is_empty()) {
        let named = views.iter().position(|view| view.name.as_str() == text.value);
        if named.is_none() {
            // The list of names that it takes is the file's own.
            let message = format!("there is no view `{}`", Clean::name(text.value));
            let known: Vec<&str> = views.iter().map(|view| view.name.as_str()).collect();
            let help = format!("the views are {}", known.join(", "));
            table.notes.add(Diagnostic::error("pose", text.span, message).help(help));
        }
        chosen = named.unwrap_or(0);
    }
    (views, chosen)
}

fn track(table: &Table<'_>) -> Option<Track> {
    let inner = table.sub("track", TRACK, "write [track] and below it joint = \"heel\"")?;
    let joint = joint(&inner, "joint");
    missing(&inner, "joint");
    let track = Track {
        joint: joint.unwrap_or(Joint::Heel),
        ghost: inner.boolean("ghost").unwrap_or(false),
        offset: point(&inner, "offset").unwrap_or_default(),
    };
    inner.finish();
    joint.map(|_| track)
}

fn arrows(table: &Table<'_>) -> Vec<Arrow> {
    let Some(items) = table.get("arrow").and_then(|_| table.blocks("arrow", MOST)) else { return Vec::new() };
    let inner = items.iter().filter_map(|item| table.sub_of("arrow", item, ARROW, "write [[arrow]]"));
    inner
        .filter_map(|table| {
            let at = place(&table, "at");
            let dir = number(&table, "dir").unwrap_or(0.0);
            let len = number(&table, "len").unwrap_or(12.0).clamp(2.0, 80.0);
            let named = words(&table, "phases");
            let phases = named.iter().map(|text| Clean::name(&text.value.replace(['-', '_'], " "))).collect();
            table.finish();
            at.map(|at| Arrow { at, dir, len, phases })
        })
        .collect()
}
