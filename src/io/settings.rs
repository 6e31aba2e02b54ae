//! The only reader of the environment, and the reader of the settings file.
//!
//! Every function takes the variables as an argument; [`process_variable`] is the real ones. Nothing is written here:
//! without a settings file the defaults hold, and no file appears (F25).

use std::ffi::OsString;

use chrono::{DateTime, FixedOffset};

use crate::domain::text::Clean;
use crate::error::Error;

pub use self::environment::{Colors, Environment};
pub use self::figures::FigureSettings;
pub use self::file::{Settings, Sound, Speech};
pub use self::folders::Folders;
pub use self::room::{Notice, Playing, Room};

mod environment;
mod figures;
mod file;
mod folders;
mod glyphs;
mod room;

/// Where a variable of the environment is looked up.
pub type Variables<'a> = &'a dyn Fn(&str) -> Option<OsString>;

/// A variable of this process; an empty one counts as not set.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
pub fn process_variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty() || name == "TZ")
}

/// `SOLEUS_NOW`: where the calendar starts, for tests and for trying things out.
pub fn start_at(variables: Variables<'_>) -> Result<Option<DateTime<FixedOffset>>, Error> {
    let Some(raw) = variables("SOLEUS_NOW") else { return Ok(None) };
    let raw = raw.to_string_lossy();
    DateTime::parse_from_rfc3339(raw.trim()).map(Some).map_err(|error| {
        Error::input(format!("SOLEUS_NOW is no date and time: `{}`", Clean::name(&raw)))
            .because(error)
            .hint("write it like 2026-11-21T07:12:00+01:00, or unset it")
    })
}

#[cfg(test)]
pub(crate) fn scripted(pairs: &[(&str, &str)]) -> impl Fn(&str) -> Option<OsString> + use<> {
    let pairs: Vec<(String, String)> = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    move |name: &str| pairs.iter().find(|(k, v)| k == name && !v.is_empty()).map(|(_, v)| v.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_of_the_calendar_is_rfc_3339() {
        let at = |value: &str| start_at(&scripted(&[("SOLEUS_NOW", value)]));
        assert_eq!(at("").unwrap(), None);
        assert_eq!(at("2026-11-21T07:12:00+01:00").unwrap().unwrap().to_rfc3339(), "2026-11-21T07:12:00+01:00");
        let error = at("tomor\u{1b}row").unwrap_err();
        assert_eq!(error.exit_code(), 2);
        assert!(error.to_string().contains("`tomor␛row`"), "{error}");
    }
}
