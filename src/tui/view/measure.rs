//! A number that is asked: in a rest, and after the session.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget as _};

use crate::domain::player::{Asked, Asks, Player};
use crate::domain::timeline::side_word;
use crate::tui::model::{CheckIn, Field, Model, Number, Play};
use crate::tui::theme::{Look, Role};
use crate::tui::view::player::Regions;
use crate::tui::view::put;
use crate::tui::widgets::{page, take_bottom};
use crate::tui::words;

/// Rows of the panel with its frame.
const ROWS: u16 = 6;

/// The panel in a rest: at the foot of the stage, or in the place of cue and `next` where there is no room.
pub(super) fn draw(model: &Model, play: &Play, regions: &Regions, buf: &mut Buffer) {
    let Some((number, asked)) = play.asks_number() else { return };
    let look = model.look;
    let body = regions.stage;
    if body.height < 3 * ROWS {
        let lines = [
            Line::styled(
                words::clip(&format!("{}  {}", ask(&asked), which(&asked)), usize::from(body.width)),
                look.style(Role::Strong),
            ),
            Line::styled(words::clip(&typed(number, &asked, true), usize::from(body.width)), look.style(Role::Number)),
        ];
        let (place, _) = take_bottom(body, 2_u16.saturating_sub(regions.next.height));
        let place = Rect { height: place.height + regions.next.height, ..place }.intersection(buf.area);
        make_room(place, regions, buf);
        put(&lines, place, 0, buf);
        return;
    }
    let width = body.width.min(60);
    let (foot, _) = take_bottom(body, ROWS);
    make_room(foot.intersection(buf.area), regions, buf);
    let inside = page::frame(buf, foot, (width, ROWS), &ask(&asked), look);
    let of = words::clip(&which(&asked), usize::from(inside.width));
    let mut lines = vec![Line::styled(of, look.style(Role::Text))];
    lines.push(Line::styled(typed(number, &asked, true), look.style(Role::Number)));
    let keys = if play.measuring.correcting {
        "Enter takes it · Esc leaves it as it was"
    } else {
        "Enter takes it · Esc leaves it open until the end"
    };
    lines.push(Line::styled(words::clip(keys, usize::from(inside.width)), look.style(Role::Quiet)));
    let said = model.message.as_ref().map(|said| words::clip(said, usize::from(inside.width)));
    lines.extend(said.map(|said| Line::styled(said, look.style(Role::Strong))));
    put(&lines, inside, 0, buf);
}

/// Clears a place, and whatever big letters it would cut in two.
fn make_room(place: Rect, regions: &Regions, buf: &mut Buffer) {
    let cut = [regions.side, regions.rep, regions.cue, regions.words];
    for region in cut.into_iter().filter(|region| region.intersects(place)) {
        Clear.render(region.intersection(buf.area), buf);
    }
    Clear.render(place, buf);
}

/// The numbers that are still open after a session, a line each; behind which line the present one ends.
pub(super) fn open(checkin: &CheckIn, width: u16, look: Look) -> (Vec<Line<'static>>, usize) {
    let mut lines = Vec::new();
    let mut behind = 0;
    if checkin.numbers.is_empty() {
        return (lines, behind);
    }
    let given = checkin.numbers.iter().any(|number| number.given.is_some());
    let head = if given {
        "Your numbers; what is not known may stay open"
    } else {
        "Still open; what is not known may stay open"
    };
    lines.extend(words::lines(head, width, look, Role::Quiet));
    for (n, number) in checkin.numbers.iter().enumerate() {
        let Some(asked) = asked(&checkin.player, number) else { continue };
        let now = checkin.field == Field::Number(n);
        let line = format!("{}: {}", which(&asked), typed(number, &asked, now));
        lines.extend(words::bullets(&[line], if now { "▸" } else { " " }, width, look));
        if now {
            behind = lines.len();
        }
    }
    (lines, behind)
}

fn asked<'a>(player: &'a Player, number: &Number) -> Option<Asked<'a>> {
    player.asked(number.question)
}

/// `how many reps?`, `result in cm?`
fn ask(asked: &Asked<'_>) -> String {
    match asked.question.asks {
        Asks::Reps => "how many reps?".to_owned(),
        Asks::Measure => format!("result in {}?", asked.unit),
    }
}

/// `Calf raise, set 2 of 3, left side`
fn which(asked: &Asked<'_>) -> String {
    let bout = asked.question.bout;
    let set = (asked.sets > 1).then(|| format!("set {} of {}", bout.set, asked.sets));
    let side = side_word(bout.side).map(|side| format!("{side} side"));
    [Some(asked.name.to_string()), set, side].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// `12_ reps`
fn typed(number: &Number, asked: &Asked<'_>, now: bool) -> String {
    let cursor = if now { "_" } else { "" };
    let known = if number.typed.is_empty() && !now { "?" } else { number.typed.as_str() };
    format!("{known}{cursor} {}", asked.unit)
}
