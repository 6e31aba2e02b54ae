//! `soleus schema`: the JSON schema of a program, for an editor.

use std::io::Write;

use crate::error::Error;
use crate::io::schema::json_schema;

/// Writes it.
pub fn text(out: &mut impl Write) -> Result<(), Error> {
    let schema = json_schema().map_err(|error| Error::failed("no schema could be made").because(error))?;
    write!(out, "{schema}")?;
    Ok(())
}
