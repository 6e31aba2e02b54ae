//! `soleus figure`: one moment of a figure, or several in a row, as text or as a vector drawing.

use std::fmt::Write as _;

use clap::{Args, ValueEnum};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;

use crate::domain::exercise::Side;
use crate::error::Error;
use crate::figure::model::View;
use crate::figure::rhythm::Rhythm;
use crate::figure::svg::svg;
use crate::figure::telling::telling;
use crate::figure::{Colours, Figure, Glyphs, Ground, Moment, Palette, Picture, draw};

/// `soleus figure`.
#[derive(Clone, Debug, Args)]
#[command(
    after_help = "Examples: soleus figure calf-raise\n          soleus figure calf-raise --strip 4 --cols 30\n          \
    soleus figure my-figure.toml --frame raise:0.5 --svg > frame.svg"
)]
pub struct FigureArgs {
    /// The id of an exercise or figure, or the path of a pose file
    pub figure: String,
    /// One moment: a phase and how much of it is over, 0 to 1
    #[arg(long, value_name = "PHASE:PART", conflicts_with = "strip")]
    pub frame: Option<String>,
    /// The N moments of one rep that differ most, beside each other
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=24))]
    pub strip: Option<u16>,
    /// With --strip: moments at even distances instead
    #[arg(long, requires = "strip")]
    pub even: bool,
    /// A vector drawing instead of text
    #[arg(long)]
    pub svg: bool,
    /// Columns of one picture
    #[arg(long, default_value = "44", value_parser = clap::value_parser!(u16).range(4..=200))]
    pub cols: u16,
    /// Rows of one picture
    #[arg(long, default_value = "20", value_parser = clap::value_parser!(u16).range(2..=100))]
    pub rows: u16,
    /// What cells are made of; without it what the terminal can show
    #[arg(long, value_enum)]
    pub glyphs: Option<GlyphWord>,
    /// Mixed edges, or hard ones
    #[arg(long, value_enum)]
    pub shading: Option<ShadingWord>,
    /// The part that is shown: close, leg, body
    #[arg(long)]
    pub view: Option<String>,
    /// The side that works
    #[arg(long, value_enum, default_value = "right")]
    pub side: OneSide,
    /// For a light ground
    #[arg(long)]
    pub light: bool,
    /// Colours: only on a terminal, always or never
    #[arg(long, value_enum, default_value = "auto")]
    pub color: ColorWord,
}

/// Glyph sets, as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum GlyphWord {
    Octant,
    Sextant,
    Quadrant,
    Half,
    Braille,
    Ascii,
}

impl From<GlyphWord> for Glyphs {
    fn from(word: GlyphWord) -> Self {
        match word {
            GlyphWord::Octant => Self::Octant,
            GlyphWord::Sextant => Self::Sextant,
            GlyphWord::Quadrant => Self::Quadrant,
            GlyphWord::Half => Self::Half,
            GlyphWord::Braille => Self::Braille,
            GlyphWord::Ascii => Self::Ascii,
        }
    }
}

/// Shadings, as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum ShadingWord {
    Smooth,
    Flat,
}

/// A side, as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum OneSide {
    Left,
    Right,
}

impl From<OneSide> for Side {
    fn from(word: OneSide) -> Self {
        match word {
            OneSide::Left => Self::Left,
            OneSide::Right => Self::Right,
        }
    }
}

/// When colours are written, as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum ColorWord {
    Auto,
    Always,
    Never,
}

/// The view that was asked for.
pub fn view<'a>(figure: &'a Figure, asked: Option<&str>) -> Result<&'a View, Error> {
    let found = asked.map_or_else(|| figure.usual_view(), |name| figure.view(name));
    found.ok_or_else(|| {
        let names: Vec<&str> = figure.views.iter().map(|view| view.name.as_str()).collect();
        Error::input(format!(
            "the figure has no view `{}`",
            crate::domain::text::Clean::name(asked.unwrap_or_default())
        ))
        .hint(format!("it has {}", names.join(", ")))
    })
}

/// The moments that were asked for: word, part of the phase, seconds of it.
pub fn moments(figure: &Figure, rhythm: &Rhythm, asked: &FigureArgs) -> Result<Vec<(String, f64, f64)>, Error> {
    if let Some(count) = asked.strip.filter(|_| !asked.even) {
        let beats = telling(figure, rhythm, usize::from(count)).into_iter();
        return Ok(beats.map(|beat| (beat.phase.to_owned(), beat.part, beat.seconds)).collect());
    }
    if let Some(count) = asked.strip {
        let step = rhythm.length() / f64::from(count);
        let beats = (0..count).map(|n| rhythm.at((f64::from(n) + 0.5) * step));
        return Ok(beats.map(|beat| (beat.phase.to_owned(), beat.part, beat.seconds)).collect());
    }
    let Some(frame) = &asked.frame else { return Ok(Vec::new()) };
    let wrong = || {
        let known: Vec<&str> = figure.phases.iter().map(crate::figure::model::Phase::name).collect();
        Error::input(format!("`{}` is no moment of this figure", crate::domain::text::Clean::name(frame))).hint(
            format!(
                "write a phase and a part of it, like {}:0.5; it has {}",
                known.first().unwrap_or(&""),
                known.join(", ")
            ),
        )
    };
    let (word, part) = frame.rsplit_once(':').unwrap_or((frame, "0"));
    let part: f64 = part.parse().ok().filter(|part| (0.0..=1.0).contains(part)).ok_or_else(wrong)?;
    let phase = figure.phase(word).ok_or_else(wrong)?;
    let own = Rhythm::own(figure);
    let length =
        phase.cycle.or_else(|| own.phases.iter().find(|(name, _)| name.as_str() == phase.name()).map(|(_, n)| *n));
    Ok(vec![(word.to_owned(), part, part * length.unwrap_or(1.0))])
}

/// The moments as lines of text, beside each other, each with its word above.
pub fn text(
    figure: &Figure,
    view: &View,
    moments: &[(String, f64, f64)],
    asked: &FigureArgs,
    picture: &Picture,
) -> String {
    let (cols, rows) = (asked.cols, asked.rows);
    let count = u16::try_from(moments.len()).unwrap_or(1).max(1);
    let mut buf = Buffer::empty(Rect::new(0, 0, (cols + 1) * count, rows));
    let mut heads = String::new();
    for (n, (word, part, seconds)) in moments.iter().enumerate() {
        let left = u16::try_from(n).unwrap_or(0) * (cols + 1);
        let moment = Moment { phase: word, part: *part, seconds: *seconds, side: asked.side.into() };
        draw(figure, view, (&moment, picture), Rect::new(left, 0, cols, rows), &mut buf);
        let head = format!("{word} {part:.2}");
        let _infallible = write!(heads, "{head:<width$}", width = usize::from(cols) + 1);
    }
    let mut out = if moments.len() > 1 { format!("{}\n", heads.trim_end()) } else { String::new() };
    for y in 0..rows {
        out.push_str(&line(&buf, y));
        out.push('\n');
    }
    out
}

/// A row of cells with its colours; none are written where none are.
fn line(buf: &Buffer, y: u16) -> String {
    let mut out = String::new();
    let mut present = (Color::Reset, Color::Reset);
    for x in 0..buf.area.width {
        let Some(cell) = buf.cell((x, y)) else { continue };
        let wanted = (if cell.symbol() == " " { present.0 } else { cell.fg }, cell.bg);
        if wanted != present {
            let _infallible = write!(out, "\u{1b}[{};{}m", code(wanted.0, false), code(wanted.1, true));
            present = wanted;
        }
        out.push_str(cell.symbol());
    }
    if present != (Color::Reset, Color::Reset) {
        out.push_str("\u{1b}[0m");
    }
    out.trim_end_matches(' ').to_owned()
}

/// The parameters of a colour.
fn code(color: Color, behind: bool) -> String {
    let base = if behind { 40 } else { 30 };
    let few = |n: u8| if n < 8 { base + u32::from(n) } else { base + 52 + u32::from(n) };
    match color {
        Color::Rgb(r, g, b) => format!("{};2;{r};{g};{b}", base + 8),
        Color::Indexed(n) => format!("{};5;{n}", base + 8),
        Color::Black => few(0).to_string(),
        Color::Red => few(1).to_string(),
        Color::Green => few(2).to_string(),
        Color::Yellow => few(3).to_string(),
        Color::Blue => few(4).to_string(),
        Color::Magenta => few(5).to_string(),
        Color::Cyan => few(6).to_string(),
        Color::Gray => few(7).to_string(),
        Color::DarkGray => few(8).to_string(),
        Color::LightRed => few(9).to_string(),
        Color::LightGreen => few(10).to_string(),
        Color::LightYellow => few(11).to_string(),
        Color::LightBlue => few(12).to_string(),
        Color::LightMagenta => few(13).to_string(),
        Color::LightCyan => few(14).to_string(),
        Color::White => few(15).to_string(),
        Color::Reset => (base + 9).to_string(),
    }
}

/// The moments as one vector drawing, beside each other.
pub fn drawing(figure: &Figure, view: &View, moments: &[(String, f64, f64)], asked: &FigureArgs) -> String {
    let ground = if asked.light { Ground::Light } else { Ground::Dark };
    let palette = Palette { colours: Colours::True, ground };
    let one = |(word, part, seconds): &(String, f64, f64)| {
        svg(
            figure,
            view,
            &Moment { phase: word, part: *part, seconds: *seconds, side: asked.side.into() },
            palette,
            true,
        )
    };
    if let [only] = moments {
        return one(only);
    }
    let size = view.high - view.low;
    let count = f64::from(u32::try_from(moments.len()).unwrap_or(1));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0} {:.0}\">",
        (size.x + 2.0) * count,
        size.y
    );
    for (n, moment) in moments.iter().enumerate() {
        let left = f64::from(u32::try_from(n).unwrap_or(0)) * (size.x + 2.0);
        let inner = one(moment).replacen(
            "<svg ",
            &format!("<svg x=\"{left:.0}\" width=\"{:.0}\" height=\"{:.0}\" ", size.x, size.y),
            1,
        );
        out.push_str(inner.trim_end());
    }
    out.push_str("</svg>\n");
    out
}
