//! What ratatui draws on: crossterm's sequences through the gate, whole frames, a size that fits into memory, and
//! never a question to the terminal.

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{Clear, ClearType as Erase};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use crate::tui::gate::Gate;

/// The largest screen that is drawn on; what a terminal says beyond it is left empty.
const LARGEST: (u16, u16) = (1000, 500);

/// The backend over a writer, with what tells the size.
pub(super) struct Screen<W: Write> {
    inner: CrosstermBackend<Gate<W>>,
    ask: fn() -> io::Result<(u16, u16)>,
    cursor: Position,
}

impl<W: Write> Screen<W> {
    pub(super) const fn new(writer: W, ask: fn() -> io::Result<(u16, u16)>) -> Self {
        Self { inner: CrosstermBackend::new(Gate::new(writer)), ask, cursor: Position::ORIGIN }
    }

    /// From here to [`Self::end`] is one frame.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        self.inner.write_all(b"\x1b[?2026h")
    }

    /// The bell, at once.
    pub(super) fn ring(&mut self) -> io::Result<()> {
        self.inner.write_all(b"\x07")?;
        Write::flush(&mut self.inner)
    }

    /// The frame is whole: it is sent.
    pub(super) fn end(&mut self) -> io::Result<()> {
        self.inner.write_all(b"\x1b[?2026l")?;
        Write::flush(&mut self.inner)
    }
}

/// Columns and rows that fit.
pub(super) fn clamped((columns, rows): (u16, u16)) -> (u16, u16) {
    (columns.min(LARGEST.0), rows.min(LARGEST.1))
}

impl<W: Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.inner.draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        queue!(self.inner, Hide)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        queue!(self.inner, Show)
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = position.into();
        queue!(self.inner, MoveTo(self.cursor.x, self.cursor.y))
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        let erase = match clear_type {
            ClearType::All => Erase::All,
            ClearType::AfterCursor => Erase::FromCursorDown,
            ClearType::BeforeCursor => Erase::FromCursorUp,
            ClearType::CurrentLine => Erase::CurrentLine,
            ClearType::UntilNewLine => Erase::UntilNewLine,
        };
        queue!(self.inner, Clear(erase))
    }

    fn size(&self) -> io::Result<Size> {
        (self.ask)().map(|size| clamped(size).into())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::default() })
    }

    /// Nothing: a frame is sent when it is whole.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use ratatui::Terminal;
    use ratatui::widgets::Paragraph;

    use super::*;

    #[derive(Clone, Default)]
    struct Shared(Arc<Mutex<Vec<u8>>>);

    impl Write for Shared {
        fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(buf)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn drawn(ask: fn() -> io::Result<(u16, u16)>) -> (Size, String) {
        let writer = Shared::default();
        let mut terminal = Terminal::new(Screen::new(writer.clone(), ask)).unwrap();
        terminal.backend_mut().begin().unwrap();
        let area = terminal.draw(|frame| frame.render_widget(Paragraph::new("hold"), frame.area())).unwrap().area;
        terminal.backend_mut().end().unwrap();
        let bytes = writer.0.lock().unwrap().escape_ascii().to_string();
        (area.as_size(), bytes)
    }

    #[test]
    fn a_frame_is_marked_and_whole() {
        let (_, bytes) = drawn(|| Ok((10, 2)));
        assert!(bytes.starts_with("\\x1b[?2026h") && bytes.ends_with("\\x1b[?2026l"), "{bytes}");
        assert!(bytes.contains("hold"), "{bytes}");
    }

    #[test]
    fn no_size_is_too_large_or_too_small() {
        assert_eq!(drawn(|| Ok((u16::MAX, u16::MAX))).0, Size::new(1000, 500));
        for (columns, rows) in [(0, 0), (1, 1), (1, 200), (200, 1)] {
            assert_eq!(clamped((columns, rows)), (columns, rows));
        }
        drawn(|| Ok((0, 0)));
        drawn(|| Ok((1, 200)));
        drawn(|| Ok((200, 1)));
    }
}
