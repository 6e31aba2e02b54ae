//! Two bones that reach from one place for another.

use crate::figure::point::Point;

/// The middle joint and the end of two bones `a` and `b` from `from` towards `to`. The middle joint goes to the left of
/// the way for a `bend` of 1, to its right for -1. Where the way is too long they are stretched, and end before it.
pub fn reach(from: Point, to: Point, (a, b): (f64, f64), bend: f64) -> (Point, Point) {
    let way = to - from;
    let far = way.length().clamp((a - b).abs() + 0.1, a + b - 0.1);
    let unit = if way.length() > 1e-6 { way.unit() } else { Point::new(0.0, -1.0) };
    let along = (a.mul_add(a, -(b * b)) + far * far) / (2.0 * far);
    let beside = a.mul_add(a, -(along * along)).max(0.0).sqrt() * bend.signum();
    let left = Point::new(-unit.y, unit.x);
    (from + unit * along + left * beside, from + unit * far)
}
