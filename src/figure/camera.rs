//! Which part of the plane lies under which cell.

use crate::figure::point::Point;

/// A picture's cells on the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The upper left corner, cm.
    pub corner: Point,
    /// The width of a cell, cm.
    pub width: f64,
    /// The height of a cell, cm.
    pub height: f64,
    /// Columns of cells.
    pub cols: u16,
    /// Rows of cells.
    pub rows: u16,
    /// Columns and rows of pixels in a cell; none for a vector drawing.
    pub grid: Option<(u16, u16)>,
}

/// Lines that should lie on boundaries of cells: a cell has two colours, and a line between two others needs three.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Snap {
    /// The surface that is stood on.
    pub level: Option<f64>,
    /// A wall.
    pub upright: Option<f64>,
}

impl Camera {
    /// Fits a part of the plane into cells that are `ratio` times as high as wide, with one scale, centred.
    pub fn fit((low, high): (Point, Point), (cols, rows): (u16, u16), ratio: f64, snap: Snap) -> Self {
        let ratio = ratio.clamp(1.6, 2.6);
        let size = high - low;
        let (wide, tall) = (f64::from(cols.max(1)), f64::from(rows.max(1)) * ratio);
        let scale = (wide / size.x.max(1.0)).min(tall / size.y.max(1.0));
        let (width, height) = (1.0 / scale, ratio / scale);
        let mut left = f64::midpoint(low.x, high.x) - wide / scale / 2.0;
        // What is over stays above: the ground is at the lower edge.
        let mut top = low.y + tall / scale;
        if let Some(level) = snap.level {
            top = level + ((top - level) / height).round() * height;
        }
        if let Some(upright) = snap.upright {
            left = upright - ((upright - left) / width).round() * width;
        }
        Self { corner: Point::new(left, top), width, height, cols, rows, grid: None }
    }

    /// The same where each cell has so many columns and rows of pixels.
    #[must_use]
    pub const fn of_pixels(self, grid: (u16, u16)) -> Self {
        Self { grid: Some(grid), ..self }
    }

    /// The lower left and the upper right corner of what is seen.
    pub fn bounds(&self) -> (Point, Point) {
        let size = Point::new(f64::from(self.cols) * self.width, f64::from(self.rows) * self.height);
        (Point::new(self.corner.x, self.corner.y - size.y), Point::new(self.corner.x + size.x, self.corner.y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_view_is_whole_and_the_ground_lies_on_a_boundary() {
        let view = (Point::new(-44.0, 0.0), Point::new(34.0, 76.0));
        for size in [(20, 8), (44, 20), (30, 40)] {
            let snap = Snap { level: Some(18.0), upright: None };
            let camera = Camera::fit(view, size, 2.0, snap);
            let rows = (camera.corner.y - 18.0) / camera.height;
            assert!((rows - rows.round()).abs() < 1e-9);
            let (low, high) = camera.bounds();
            assert!(low.x <= -44.0 + 1e-9 && high.x >= 34.0 - 1e-9);
            assert!(low.y <= camera.height && high.y >= 76.0 - camera.height);
        }
    }
}
