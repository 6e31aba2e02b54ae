//! A moment of a figure, drawn into cells.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;

use crate::domain::exercise::Side;
use crate::figure::camera::{Camera, Snap};
use crate::figure::cells::{self, Cell};
use crate::figure::glyphs::Glyphs;
use crate::figure::ink::{Colours, Ground, Ink, Palette, Rgb, thirds};
use crate::figure::model::{Figure, View};
use crate::figure::prop::Kind;
use crate::figure::raster::Raster;
use crate::figure::scene::{Layer, Scene};

/// A moment of an exercise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment<'a> {
    /// The player's word for the phase.
    pub phase: &'a str,
    /// How much of the phase is over, 0 to 1.
    pub part: f64,
    /// How many seconds of it.
    pub seconds: f64,
    /// The side that works.
    pub side: Side,
}

/// How a picture is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Picture {
    /// The glyph set.
    pub glyphs: Glyphs,
    /// Edges are mixed in thirds; only with true colour, and where the ground is known.
    pub smooth: bool,
    /// The colours.
    pub palette: Palette,
    /// The height of a cell in widths, 2 where it is not known.
    pub ratio: f64,
}

impl Default for Picture {
    fn default() -> Self {
        let palette = Palette { colours: Colours::True, ground: Ground::Dark };
        Self { glyphs: Glyphs::Quadrant, smooth: false, palette, ratio: 2.0 }
    }
}

impl Picture {
    /// The glyphs that can be used: without colours only shapes and dots tell limbs apart.
    const fn usable(&self) -> Glyphs {
        match (self.palette.colours, self.glyphs) {
            (Colours::None, Glyphs::Octant | Glyphs::Sextant | Glyphs::Quadrant | Glyphs::Half) => Glyphs::Ascii,
            (_, glyphs) => glyphs,
        }
    }
}

/// What lines of a figure should lie on boundaries of cells.
pub fn snap(figure: &Figure, view: &View) -> Snap {
    let inside = |y: f64| y >= view.low.y - 1.0 && y < view.high.y;
    let mut snap = Snap::default();
    for prop in &figure.props {
        match prop.kind {
            Kind::Wall(x, _) => snap.upright = snap.upright.or(Some(x)),
            Kind::Block(_, high) if inside(high.y) => snap.level = Some(high.y),
            // Who lies on a mat touches its top, and what is below it has no third colour.
            Kind::Mat(_, _, y) if inside(y) => snap.level = Some(y),
            Kind::Floor(y) if inside(y) => snap.level = snap.level.or(Some(y)),
            _ => {}
        }
    }
    snap
}

/// Draws a moment of a figure into an area. The ground keeps the colour that the terminal has.
pub fn draw(figure: &Figure, view: &View, (moment, picture): (&Moment<'_>, &Picture), area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let glyphs = picture.usable();
    let camera = Camera::fit((view.low, view.high), (area.width, area.height), picture.ratio, snap(figure, view));
    let camera = camera.of_pixels(glyphs.grid());
    let stance = figure.stance(moment.phase, moment.part, moment.seconds);
    let scene = Scene::new(figure, view, &stance, &camera);
    let mirrored = moment.side == Side::Left;
    let palette = picture.palette;
    let mut put = Put { area, buf };
    let is_smooth = picture.smooth
        && palette.colours == Colours::True
        && palette.ground != Ground::Unknown
        && !matches!(glyphs, Glyphs::Ascii | Glyphs::Braille);
    if is_smooth {
        let ground = palette.rgb(Ink::Ground);
        let mix = |old: Rgb, ink: Ink, n: u8| thirds(old, palette.rgb(ink), n);
        let raster = paint(&scene, &camera, glyphs, (ground, Some(palette.rgb(Ink::Seam)), mirrored), (true, mix));
        each(&raster, glyphs, (area.width, area.height), |at, pixels| {
            put.cell(at, cells::smooth(pixels, glyphs, ground));
        });
        return;
    }
    let raster = paint(&scene, &camera, glyphs, (Ink::Ground, palette.seam(), mirrored), (false, |_, ink: Ink, _| ink));
    each(&raster, glyphs, (area.width, area.height), |at, pixels| {
        let cell = match glyphs {
            Glyphs::Ascii => cells::letters(pixels, palette),
            Glyphs::Braille => cells::dots(pixels, palette),
            Glyphs::Octant | Glyphs::Sextant | Glyphs::Quadrant | Glyphs::Half => cells::flat(pixels, glyphs, palette),
        };
        put.cell(at, cell);
    });
    if glyphs == Glyphs::Ascii {
        letters(&scene, &camera, mirrored, palette, &mut put);
    }
}

/// Paints all layers; a gap is a seam where a limb was, or what stood behind the body where there is no colour for it.
fn paint<T: Copy + PartialEq>(
    scene: &Scene,
    camera: &Camera,
    glyphs: Glyphs,
    (empty, seam, mirrored): (T, Option<T>, bool),
    (smooth, mix): (bool, impl Fn(T, Ink, u8) -> T + Copy),
) -> Raster<T> {
    let mut raster = Raster::new(camera, glyphs.grid(), empty);
    let layer = |raster: &mut Raster<T>, layer: &Layer, behind: &[T]| match layer.ink {
        Some(ink) => raster.paint(&layer.shape, smooth, |_, old, n| mix(old, ink, n)),
        None => raster.paint(&layer.shape, false, |at, old, _| {
            let back = behind.get(at).copied().unwrap_or(old);
            seam.filter(|_| back != old).unwrap_or(back)
        }),
    };
    scene.behind.iter().for_each(|one| layer(&mut raster, one, &[]));
    let behind = raster.pixels.clone();
    scene.body.iter().for_each(|one| layer(&mut raster, one, &behind));
    scene.front.iter().for_each(|one| layer(&mut raster, one, &behind));
    if mirrored {
        let wide = raster.wide;
        raster.pixels.chunks_mut(wide.max(1)).for_each(<[T]>::reverse);
    }
    raster
}

fn each<T: Copy>(raster: &Raster<T>, glyphs: Glyphs, (cols, rows): (u16, u16), mut put: impl FnMut((u16, u16), &[T])) {
    let mut pixels = Vec::with_capacity(8);
    for row in 0..rows {
        for column in 0..cols {
            raster.cell((usize::from(column), usize::from(row)), glyphs.grid(), &mut pixels);
            put((column, row), &pixels);
        }
    }
}

struct Put<'a> {
    area: Rect,
    buf: &'a mut Buffer,
}

impl Put<'_> {
    fn cell(&mut self, (column, row): (u16, u16), cell: Cell) {
        if let Some(target) = self.buf.cell_mut((self.area.x + column, self.area.y + row)) {
            target.set_char(cell.glyph).set_fg(cell.fg).set_bg(cell.bg);
        }
    }
}

/// Arrows as letters.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie in the picture")]
fn letters(scene: &Scene, camera: &Camera, mirrored: bool, palette: Palette, put: &mut Put<'_>) {
    let fg = if palette.colours == Colours::None { Color::Reset } else { palette.color(Ink::Cue) };
    for pointer in &scene.pointers {
        let way = pointer.tip - pointer.tail;
        let upright = way.y.abs() > way.x.abs();
        let to_right = (way.x > 0.0) != mirrored;
        let (head, shaft) = match (upright, way.y > 0.0, to_right) {
            (true, true, _) => ('^', '|'),
            (true, false, _) => ('v', '|'),
            (false, _, true) => ('>', '-'),
            (false, _, false) => ('<', '-'),
        };
        let steps = if upright { way.y.abs() / camera.height } else { way.x.abs() / camera.width }.max(2.0).floor();
        for n in 0..(steps.min(200.0) as u16) {
            let at = pointer.tip - way * ((f64::from(n) + 0.4) / steps);
            let column = (at.x - camera.corner.x) / camera.width;
            let row = (camera.corner.y - at.y) / camera.height;
            let inside = column >= 0.0 && row >= 0.0 && column < f64::from(camera.cols) && row < f64::from(camera.rows);
            if inside {
                let column = if mirrored { camera.cols - 1 - column as u16 } else { column as u16 };
                let glyph = if n == 0 { head } else { shaft };
                put.cell((column, row as u16), Cell { glyph, fg, bg: Color::Reset });
            }
        }
    }
}
