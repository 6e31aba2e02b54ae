//! HTML in the making: every text is escaped here, every tag that was opened is closed.

/// A piece of HTML. Tags are words of the program; only text comes from a file.
#[derive(Debug, Default)]
pub(in crate::report) struct Markup(String);

impl Markup {
    /// An element around others: its name, with attributes behind it where it has any.
    pub(in crate::report) fn within(&mut self, tag: &'static str, inner: impl FnOnce(&mut Self)) {
        self.0.push('<');
        self.0.push_str(tag);
        self.0.push('>');
        inner(self);
        self.0.push_str("</");
        self.0.push_str(tag.split(' ').next().unwrap_or(tag));
        self.0.push('>');
        if !matches!(tag, "b" | "i" | "span" | "small") {
            self.0.push('\n');
        }
    }

    /// An element with attributes that are reckoned: numbers and words, escaped as any text.
    pub(in crate::report) fn with(
        &mut self,
        tag: &'static str,
        attributes: &[(&'static str, &str)],
        inner: impl FnOnce(&mut Self),
    ) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
        inner(self);
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// An element around a text.
    pub(in crate::report) fn element(&mut self, tag: &'static str, text: &str) {
        self.within(tag, |inner| inner.text(text));
    }

    /// A drawing that was made here: a whole `<svg>` element with its own texts escaped; anything else is left out.
    pub(in crate::report) fn drawing(&mut self, svg: &str) {
        let whole = svg.trim_end();
        if whole.starts_with("<svg ") && whole.ends_with("</svg>") && !whole.contains("<script") {
            self.0.push_str(whole);
        }
    }

    /// Markup of the program's own.
    pub(in crate::report) fn raw(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    /// A text, whatever is in it.
    pub(in crate::report) fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                c => self.0.push(c),
            }
        }
    }

    /// All of it.
    pub(in crate::report) fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let mut markup = Markup::default();
        markup.within("p class=\"x\"", |p| p.text("</p><script>alert('1' & \"2\")</script>"));
        let expected =
            "<p class=\"x\">&lt;/p&gt;&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2&quot;)&lt;/script&gt;</p>\n";
        assert_eq!(markup.finish(), expected);
    }
}
