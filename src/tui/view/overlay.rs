//! What lies over a screen: help, warning signs, how to do it, and why an exercise is skipped.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget as _};

use crate::domain::prescription::{manner, short_dose, with_side};
use crate::tui::keymap::Context;
use crate::tui::model::{Model, Over, Overlay, Screen};
use crate::tui::theme::Role;
use crate::tui::view::{heading, help, looped, player, signs, variant};
use crate::tui::widgets::{hints, inset, page, take_bottom, take_top};
use crate::tui::words;

pub(super) fn draw(model: &Model, over: &Overlay, area: Rect, buf: &mut Buffer) {
    if let (Over::Reason, Screen::Play(play)) = (over.what, &model.screen) {
        return player::draw_reason(model, play, area, buf);
    }
    // What is read has the window for itself: half covered digits beside it would be read too.
    Clear.render(area.intersection(buf.area), buf);
    let pictured = pictured(model, over.what, area);
    let frame = room(area, pictured).0;
    let drawn = page::frame(buf, area, (frame.width, frame.height), title(over.what), model.look);
    let (keys, text) = take_bottom(drawn, u16::from(drawn.height > 2));
    let (text, picture) = if pictured { looped::split(text) } else { (text, Rect::default()) };
    if let (Screen::Play(play), false) = (&model.screen, picture.is_empty())
        && let Some(snapshot) = play.player.snapshot(model.now)
    {
        let exercise = (Some(&play.player.plan().program), snapshot.exercise);
        looped::exercise(model, exercise, model.now.elapsed.as_secs_f64(), picture, buf);
    }
    page::draw(buf, text, &lines(model, over.what, text.width), over.scroll, model.look);
    hints::draw(buf, keys, &[context(over.what)], model.look);
}

/// Where its keys mean something.
const fn context(what: Over) -> Context {
    match what {
        Over::Reason => Context::AskReason,
        Over::Variant => Context::AskVariant,
        Over::StageBack => Context::AskStageBack,
        Over::StepBack => Context::AskStepBack,
        Over::Voice => Context::AskVoice,
        Over::Stop => Context::AskStop,
        Over::Help | Over::Warnings | Over::HowTo => Context::Reading,
    }
}

/// Lines and rows of the text.
pub(super) fn extent(model: &Model, over: &Overlay, area: Rect) -> (usize, u16) {
    let pictured = pictured(model, over.what, area);
    let (_, inside) = room(area, pictured);
    let rows = inside.height.saturating_sub(u16::from(inside.height > 2));
    let text = if pictured { looped::split(inside).0 } else { inside };
    (lines(model, over.what, text.width).len(), rows)
}

/// Whether the exercise moves beside the words of how to do it.
fn pictured(model: &Model, what: Over, area: Rect) -> bool {
    what == Over::HowTo && looped::fits(model, area)
}

/// The frame's size and the room inside.
fn room(area: Rect, pictured: bool) -> (Rect, Rect) {
    let width = area.width.min(if pictured { 134 } else { 92 });
    let frame = Rect { width, height: area.height.saturating_sub(2 * u16::from(area.height > 20)), ..area };
    if frame.width < 12 || frame.height < 5 {
        return (frame, frame);
    }
    let (_, below) = take_top(inset(frame, 2), 1);
    let (_, inside) = take_bottom(below, 1);
    (frame, inside)
}

const fn title(what: Over) -> &'static str {
    match what {
        Over::Help => "keys",
        Over::Warnings => "warning signs",
        Over::HowTo => "how to do it",
        Over::Reason => "skip this exercise",
        Over::Variant => "the form of the program",
        Over::StageBack => "a stage back",
        Over::StepBack => "a climbed step back",
        Over::Voice => "what you hear",
        Over::Stop => "leave this program",
    }
}

fn lines(model: &Model, what: Over, width: u16) -> Vec<Line<'static>> {
    match what {
        Over::Help => help::lines(&model.screen_contexts(), width, model.look),
        Over::Warnings => warnings(model, width),
        Over::HowTo => how_to(model, width),
        Over::Variant => variant::choose(model, width),
        Over::StageBack => variant::stage_back(model, width),
        Over::StepBack => variant::step_back(model, width),
        Over::Voice => voice(model, width),
        Over::Stop => variant::stop(model, width),
        // Asked as the player's questions are.
        Over::Reason => Vec::new(),
    }
}

fn warnings(model: &Model, width: u16) -> Vec<Line<'static>> {
    let look = model.look;
    let mut lines = Vec::new();
    let sharp = "Sharp, sudden or different pain, dizziness, pain in the chest: end the session.";
    lines.extend(words::lines(sharp, width, look, Role::Strong));
    if let Some(program) = model.program_in_focus() {
        signs::lines(&mut lines, &program.stop_if, width, look);
        signs::list(&mut lines, "Not for you if", &program.not_for, (width, look));
    }
    heading(&mut lines, "If in doubt", look);
    lines.extend(words::lines(
        "Talk to a doctor or physical therapist. In an emergency call your emergency number.",
        width,
        look,
        Role::Text,
    ));
    lines
}

/// The one question about the voice, after a sound check.
fn voice(model: &Model, width: u16) -> Vec<Line<'static>> {
    let look = model.look;
    let mut lines = words::lines("Do you hear the tones? Shall a voice lead you too?", width, look, Role::Strong);
    for text in [
        "The tones carry a session alone: rising for up, falling for down, one long tone for a hold, three ticks before a change.",
        "A voice can say the exercise, the set-up, the side, the reps and what comes next, so that you need not look.",
        "This is asked once. In a session a key changes what is heard, for each program as you like it.",
    ] {
        lines.push(Line::default());
        lines.extend(words::lines(text, width, look, Role::Text));
    }
    lines
}

fn how_to(model: &Model, width: u16) -> Vec<Line<'static>> {
    let look = model.look;
    let Screen::Play(play) = &model.screen else { return Vec::new() };
    let Some(snapshot) = play.player.snapshot(model.now) else { return Vec::new() };
    let exercise = snapshot.exercise;
    let mut lines = words::lines(&exercise.name, width, look, Role::Strong);
    lines.extend(words::lines(&short_dose(exercise), width, look, Role::Text));
    lines.extend(words::lines(&manner(exercise).join(" · "), width, look, Role::Quiet));
    if let Some(setup) = &exercise.setup {
        heading(&mut lines, "Set up", look);
        lines.extend(words::lines(&with_side(setup, snapshot.side), width, look, Role::Text));
    }
    let parts = [
        ("Steps", &exercise.steps, "·"),
        ("What goes wrong", &exercise.mistakes, "!"),
        ("Think of", &exercise.cues, "·"),
    ];
    for (title, texts, mark) in parts {
        if !texts.is_empty() {
            heading(&mut lines, title, look);
            let texts: Vec<String> = texts.iter().map(|text| with_side(text, snapshot.side)).collect();
            lines.extend(words::bullets(&texts, mark, width, look));
        }
    }
    lines
}
