//! How figures are drawn here: what the terminal can, and what the runner set.

use crate::app::world::World;
use crate::domain::exercise::{Exercise, Side, SideRule};
use crate::figure::svg::svg;
use crate::figure::{Colours, Figure, Ground, Moment, Palette, Picture};
use crate::io::library::{Library, Origin, figure_file, figure_of, is_file};
use crate::io::settings::{Colors, Environment, FigureSettings};
use crate::tui::model::Figures;

/// A picture as the terminal can show it and the runner wants it; none where figures are off.
pub(crate) fn picture(environment: Environment, settings: FigureSettings) -> Option<Picture> {
    if settings.off {
        return None;
    }
    let colours = match environment.colors {
        _ if environment.no_color => Colours::None,
        Colors::None => Colours::None,
        Colors::Sixteen => Colours::Few,
        Colors::Palette => Colours::Many,
        Colors::True => Colours::True,
    };
    let ground = settings.light.or(environment.is_light);
    Some(Picture {
        glyphs: settings.glyphs.unwrap_or(environment.glyphs),
        smooth: settings.smooth.unwrap_or_else(|| ground.is_some()),
        palette: Palette {
            colours,
            ground: match ground {
                Some(true) => Ground::Light,
                Some(false) => Ground::Dark,
                None => Ground::Unknown,
            },
        },
        ratio: 2.0,
    })
}

fn built_in(exercise: &Exercise) -> Option<Figure> {
    figure_of(exercise, None)
}

/// The figures of all programs at hand.
pub(crate) fn figures(world: &World) -> Figures {
    let settings = world.settings.figure;
    let mut figures = Figures::new(built_in, picture(world.environment, settings), !settings.still);
    lend(&mut figures, &world.library);
    figures
}

/// Takes in the figures that lie beside the runner's own programs.
fn lend(figures: &mut Figures, library: &Library) {
    for entry in &library.entries {
        let Origin::Own(path) = &entry.origin else { continue };
        let Some(folder) = path.parent() else { continue };
        let named = entry.program.exercises().filter_map(|exercise| exercise.figure.as_ref());
        for file in named.filter(|file| is_file(file)) {
            let read = figure_file(&folder.join(file.as_str()));
            if let Some(figure) = read.ok().and_then(|reading| reading.figure) {
                figures.lend(&entry.program.id, file, figure);
            }
        }
    }
}

/// An exercise on paper: where its first movement begins, and where it ends; none where it has no figure.
pub(crate) fn drawings(exercise: &Exercise) -> Option<[String; 2]> {
    let figure = built_in(exercise)?;
    let view = figure.usual_view()?;
    let phase = figure.phases.iter().find(|phase| phase.way.len() > 1).or_else(|| figure.phases.first())?;
    let word = phase.names.first()?;
    // A movement to and fro is furthest in its middle.
    let end = if phase.way.first() == phase.way.last() { 0.5 } else { 1.0 };
    let side = if exercise.side == SideRule::Left { Side::Left } else { Side::Right };
    let palette = Palette { colours: Colours::True, ground: Ground::Light };
    let at = |part: f64| {
        let moment = Moment { phase: word, part, seconds: phase.cycle.unwrap_or(0.0) * part, side };
        svg(&figure, view, &moment, palette, false)
    };
    Some([at(0.0), at(end)])
}
