//! Animated figures of exercises: a moment of a phase in, cells out. No clock, no file, no terminal.
//!
//! ```text
//! Figure ─► motion (which poses, how far) ─► Pose ─► skeleton (joints) ─► scene (layers of shapes)
//!                                                                        │
//!                              vector drawing ◄──────────────────────────┴─► raster ─► cells
//! ```
//!
//! The body is 172 cm tall; every length is in cm, y goes up, and the figure faces +x. An angle is the direction of a
//! segment in degrees, counter-clockwise from +x. The working side is the near one; for the left side the whole picture
//! is mirrored, which is anatomically right.

pub mod body;
pub mod camera;
pub mod cells;
pub mod draw;
pub mod ease;
pub mod glyphs;
pub mod ink;
pub mod joint;
pub mod lint;
pub mod model;
pub mod motion;
pub mod point;
pub mod pose;
pub mod prop;
mod prop_shapes;
mod raster;
pub mod rhythm;
pub mod scene;
pub mod shape;
pub mod skeleton;
pub mod svg;
pub mod telling;

pub use draw::{Moment, Picture, draw};
pub use glyphs::Glyphs;
pub use ink::{Colours, Ground, Palette};
pub use joint::Joint;
pub use model::{Figure, Plane};
pub use point::Point;
pub use pose::{Arm, Leg, Pin, Pose};
