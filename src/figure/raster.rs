//! Shapes become pixels: a cell has several, and each has one ink, or a colour mixed in thirds.

use crate::figure::camera::Camera;
use crate::figure::point::Point;
use crate::figure::shape::{Row, Shape};

/// Pixels of a picture, row by row from the upper left.
#[derive(Clone, Debug)]
pub(super) struct Raster<T> {
    pub(super) pixels: Vec<T>,
    pub(super) wide: usize,
    pub(super) high: usize,
    corner: Point,
    width: f64,
    height: f64,
}

/// A number of pixels; nothing below the first.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a picture can have")]
fn count(n: f64) -> usize {
    n.clamp(0.0, 100_000.0) as usize
}

fn real(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

impl<T: Copy> Raster<T> {
    pub(super) fn new(camera: &Camera, (columns, rows): (u16, u16), empty: T) -> Self {
        let wide = usize::from(camera.cols) * usize::from(columns);
        let high = usize::from(camera.rows) * usize::from(rows);
        let (width, height) = (camera.width / f64::from(columns), camera.height / f64::from(rows));
        Self { pixels: vec![empty; wide * high], wide, high, corner: camera.corner, width, height }
    }

    /// The side of a square as large as a pixel, cm.
    pub(super) fn pixel(&self) -> f64 {
        (self.width * self.height).sqrt()
    }

    /// Paints a shape: every pixel that it covers by at least a third is given to `ink` with its number and the
    /// thirds, 1 to 3; without `smooth` only 3 is known, where its middle is covered.
    pub(super) fn paint(&mut self, shape: &Shape, smooth: bool, mut ink: impl FnMut(usize, T, u8) -> T) {
        let (low, high) = shape.bounds();
        let pixel = self.pixel();
        let first_row = count((self.corner.y - high.y) / self.height - 1.0);
        let last_row = count((self.corner.y - low.y) / self.height + 2.0).min(self.high);
        let mut pieces = Row::default();
        for row in first_row..last_row {
            let y = self.corner.y - (real(row) + 0.5) * self.height;
            shape.in_row(y, &mut pieces);
            let (from, to) = pieces.span;
            if from > to {
                continue;
            }
            let last = count((to - self.corner.x) / self.width + 2.0).min(self.wide);
            let mut column = count((from - self.corner.x) / self.width - 1.0);
            while column < last {
                let x = self.corner.x + (real(column) + 0.5) * self.width;
                let d = shape.distance_in(&pieces, x);
                let covered = if smooth {
                    count((0.5 - d / pixel).clamp(0.0, 1.0) * 3.0 + 0.5)
                } else {
                    usize::from(d < 0.0) * 3
                };
                // So many pixels are surely alike: the distance cannot change faster than one goes.
                let edge = if smooth { pixel * 0.5 } else { 0.0 };
                let alike = count((d.abs() - edge) * 0.95 / self.width).max(1).min(last - column);
                if let (Ok(thirds), true) = (u8::try_from(covered), covered > 0) {
                    for at in row * self.wide + column..row * self.wide + column + alike {
                        if let Some(pixel) = self.pixels.get_mut(at) {
                            *pixel = ink(at, *pixel, thirds);
                        }
                    }
                }
                column += alike;
            }
        }
    }

    /// The pixels of a cell, row by row, into a list of at most eight.
    pub(super) fn cell(&self, (column, row): (usize, usize), (columns, rows): (u16, u16), into: &mut Vec<T>) {
        into.clear();
        for y in 0..usize::from(rows) {
            for x in 0..usize::from(columns) {
                let at = (row * usize::from(rows) + y) * self.wide + column * usize::from(columns) + x;
                into.extend(self.pixels.get(at).copied());
            }
        }
    }
}
