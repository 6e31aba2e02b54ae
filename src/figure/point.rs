//! A place on the plane in cm, and directions in degrees.

use std::ops::{Add, Mul, Sub};

/// A place, or the way between two, in cm; y goes up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Up.
    pub y: f64,
}

impl Point {
    /// From its two parts.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// One cm in a direction, in degrees counter-clockwise from +x.
    pub fn direction(degrees: f64) -> Self {
        let (y, x) = degrees.to_radians().sin_cos();
        Self { x, y }
    }

    /// The dot product. No fused step: without the processor's own it is a slow call, and this is asked a million times.
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }

    /// How long the way is.
    pub fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// How far it is to another place.
    pub fn to(self, other: Self) -> f64 {
        (other - self).length()
    }

    /// The direction in degrees, -180 to 180.
    pub fn degrees(self) -> f64 {
        self.y.atan2(self.x).to_degrees()
    }

    /// A part of the way to another place, 0 to 1.
    #[must_use]
    pub fn mix(self, other: Self, part: f64) -> Self {
        self + (other - self) * part
    }

    /// Turned counter-clockwise.
    #[must_use]
    pub fn turned(self, degrees: f64) -> Self {
        let d = Self::direction(degrees);
        Self { x: self.x * d.x - self.y * d.y, y: self.x * d.y + self.y * d.x }
    }

    /// The quarter turn to the right.
    #[must_use]
    pub const fn right(self) -> Self {
        Self { x: self.y, y: -self.x }
    }

    /// The mirror image at x = 0.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        Self { x: -self.x, y: self.y }
    }

    /// One cm in the same direction; nothing where there is no way.
    #[must_use]
    pub fn unit(self) -> Self {
        let length = self.length();
        if length > 0.0 { self * (1.0 / length) } else { Self::default() }
    }
}

impl Add for Point {
    type Output = Self;

    fn add(self, rhs: Self) -> Self {
        Self { x: self.x + rhs.x, y: self.y + rhs.y }
    }
}

impl Sub for Point {
    type Output = Self;

    fn sub(self, rhs: Self) -> Self {
        Self { x: self.x - rhs.x, y: self.y - rhs.y }
    }
}

impl Mul<f64> for Point {
    type Output = Self;

    fn mul(self, rhs: f64) -> Self {
        Self { x: self.x * rhs, y: self.y * rhs }
    }
}
