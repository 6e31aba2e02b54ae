//! Arrows: the way of the tracked joint, and forces that move nothing.

use crate::figure::camera::Camera;
use crate::figure::point::Point;
use crate::figure::scene::Stage;
use crate::figure::shape::{Piece, Shape, rect};

/// An arrow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pointer {
    /// Where it ends.
    pub tip: Point,
    /// Where it begins.
    pub tail: Point,
}

/// A joint that moves less than this in a phase needs no arrow, cm.
const STILL: f64 = 1.5;

pub(super) fn pointers(stage: &Stage<'_>, fine: f64) -> Vec<Pointer> {
    let mut found = Vec::new();
    let phase = stage.stance.phase;
    if let (Some(track), Some(phase), true) = (stage.figure.track, phase, stage.stance.moves) {
        let first = phase.way.first().and_then(|at| stage.figure.poses.get(*at)).map(|(_, pose)| *pose);
        let from = if phase.cycle.is_some() {
            stage.body.get(track.joint)
        } else {
            first.map_or_else(|| stage.body.get(track.joint), |pose| stage.figure.body(&pose).get(track.joint))
        };
        let to = stage.end.get(track.joint);
        if from.to(to) > STILL && stage.body.get(track.joint).to(to) > 0.4 {
            let length = from.to(to).max(fine * 9.0);
            let tip = to + track.offset;
            found.push(Pointer { tip, tail: tip - (to - from).unit() * length });
        }
    }
    let words: Vec<&str> =
        phase.map(|phase| phase.names.iter().map(crate::domain::text::Clean::as_str).collect()).unwrap_or_default();
    for arrow in &stage.figure.arrows {
        let shown = arrow.phases.is_empty() || arrow.phases.iter().any(|name| words.contains(&name.as_str()));
        if shown {
            let tip = arrow.at.of(&stage.body);
            found.push(Pointer { tip, tail: tip - Point::direction(arrow.dir) * arrow.len.max(fine * 9.0) });
        }
    }
    found
}

impl Pointer {
    /// Its shape; one that is upright or level fills whole cells.
    pub fn shape(&self, camera: &Camera) -> Shape {
        let way = self.tip - self.tail;
        if way.x.abs() < way.y.abs() * 0.7 {
            self.upright(camera)
        } else if way.y.abs() < way.x.abs() * 0.4 {
            self.level(camera)
        } else {
            self.slanted(camera)
        }
    }

    fn upright(&self, camera: &Camera) -> Shape {
        let (w, h) = (camera.width, camera.height);
        let left = ((self.tip.x - camera.corner.x) / w).floor().mul_add(w, camera.corner.x);
        let middle = left + w / 2.0;
        let tip = camera.corner.y - ((camera.corner.y - self.tip.y) / h).round() * h;
        let down: f64 = if self.tip.y > self.tail.y { -1.0 } else { 1.0 };
        let length = (self.tip - self.tail).length();
        let (rows, wide): (f64, f64) = if length > h * 4.0 { (2.0, 5.2) } else { (1.0, 3.2) };
        let neck = down.mul_add(h * rows, tip);
        let tail = down.mul_add(length.max(h * (rows + 1.0)), tip);
        let head = vec![
            Point::new(middle, tip),
            Point::new(wide.mul_add(-w / 2.0, middle), neck),
            Point::new(wide.mul_add(w / 2.0, middle), neck),
        ];
        let shaft = rect(Point::new(left, neck.min(tail)), Point::new(left + w, neck.max(tail)));
        Shape::melted(0.0, vec![Piece::Polygon(head), shaft])
    }

    fn level(&self, camera: &Camera) -> Shape {
        let (w, h) = (camera.width, camera.height);
        let row = ((camera.corner.y - self.tip.y) / h).floor();
        let back: f64 = if self.tip.x > self.tail.x { -1.0 } else { 1.0 };
        let tip = ((self.tip.x - camera.corner.x) / w).round().mul_add(w, camera.corner.x);
        let length = (self.tip.x - self.tail.x).abs().max(w * 7.0);
        // Steps of whole pixels: half covered ones would be a haze around it. A head of two steps is a plus sign.
        let longer = u8::from(length > w * 8.0);
        let (many, thick, steps) = match camera.grid.map_or(3, |(_, rows)| rows) {
            2 => (2.0, 1.0, 2 + u8::from(camera.cols >= 30 || longer > 0)),
            4 => (4.0, 2.0, 3 + longer),
            _ => (3.0, 1.0, 3 + longer),
        };
        let pixel = h / many;
        let middle = camera.corner.y - row * h - ((many - thick) / 2.0).floor().mul_add(pixel, thick * pixel / 2.0);
        let mut pieces = Vec::new();
        for step in 0..steps {
            let (near, half) = (f64::from(step), f64::from(step).mul_add(pixel, thick * pixel / 2.0));
            let (from, to) = (back.mul_add(w * near, tip), back.mul_add(w * (near + 1.0), tip));
            pieces.push(rect(Point::new(from.min(to), middle - half), Point::new(from.max(to), middle + half)));
        }
        let (neck, tail) = (back.mul_add(w * f64::from(steps), tip), back.mul_add((length / w).round() * w, tip));
        let half = thick * pixel / 2.0;
        pieces.push(rect(Point::new(neck.min(tail), middle - half), Point::new(neck.max(tail), middle + half)));
        Shape::melted(0.0, pieces)
    }

    fn slanted(&self, camera: &Camera) -> Shape {
        let fine = (camera.width * camera.height / 8.0).sqrt();
        let unit = (self.tip - self.tail).unit();
        let side = unit.right();
        let (long, half, thick) = (fine * 6.6, fine * 4.4, fine * 1.0);
        let neck = self.tip - unit * long;
        let head = vec![self.tip, neck + side * half, neck - side * half];
        let length = (self.tip - self.tail).length().max(fine * 17.0);
        let tail = self.tip - unit * length;
        let shaft = vec![neck + side * thick, neck - side * thick, tail - side * thick, tail + side * thick];
        Shape::melted(0.0, vec![Piece::Polygon(head), Piece::Polygon(shaft)])
    }
}
