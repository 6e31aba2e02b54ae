//! The text of a program file and its form: read into fields, written back with comments, order and blanks kept.
//!
//! Only what differs between the form and the text is touched, so a form that was not changed gives the same bytes, and
//! keys that have no field stay as they are. Nothing here opens a file, and nothing here judges what is written: that
//! is for the reader of program files.

mod bracket;
mod fields;
mod lists;
mod nodes;
mod pool;
mod spots;
mod value;

use toml_edit::{Document, DocumentMut};

use crate::domain::form::Form;

pub use spots::{Spots, spots};

/// What a program from nothing begins with.
pub const FROM_NOTHING: &str = "# A program for soleus. Lines that begin with # are remarks.\n";

/// The form of a text; else why there is none, in words. Only a text that is TOML has a form.
pub fn form(text: &str) -> Result<Form, String> {
    let document = Document::parse(text.trim_start_matches('\u{feff}')).map_err(|error| first_line(&error))?;
    Ok(nodes::form(document.as_table()))
}

/// The text that a form makes of the text it was read from; else why not, in words.
pub fn write(form: &Form, original: &str) -> Result<String, String> {
    let before = self::form(original)?;
    if before == *form {
        return Ok(original.to_owned());
    }
    let (mark, body) = original.strip_prefix('\u{feff}').map_or(("", original), |body| ("\u{feff}", body));
    // Line ends are brought to one kind, and back: a value that is put in has none of its own.
    let windows = body.contains("\r\n");
    let body = body.replace("\r\n", "\n");
    let mut document: DocumentMut = body.parse().map_err(|error| first_line(&error))?;
    if document.is_empty() {
        // Remarks alone stand behind nothing; they are to stay above what comes.
        let remarks = document.trailing().as_str().unwrap_or_default().to_owned();
        document.set_trailing("");
        document.decor_mut().set_prefix(remarks);
    }
    lists::apply(document.as_table_mut(), form, &before);
    let text = document.to_string();
    let text = if windows { text.replace('\n', "\r\n") } else { text };
    Ok(format!("{mark}{text}"))
}

/// What the parser says, without its drawing of the place.
fn first_line(error: &toml_edit::TomlError) -> String {
    error.message().lines().next().unwrap_or("the text is not TOML").to_owned()
}

#[cfg(test)]
mod tests;
