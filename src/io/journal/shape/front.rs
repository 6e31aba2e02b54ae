//! The envelope of a line as soleus writes it: always in front, always in the same order.

use super::Whose;

/// Its kind and where it belongs; nothing where the line begins in any other way.
pub(super) fn envelope(raw: &[u8]) -> Option<(&str, Whose)> {
    let rest = raw.strip_prefix(b"{\"v\":1,")?;
    if let Some(rest) = rest.strip_prefix(b"\"s\":\"") {
        let (session, rest) = word(rest)?;
        let (number, rest) = digits(rest.strip_prefix(b",\"n\":")?)?;
        let (kind, rest) = word(rest.strip_prefix(b",\"ev\":\"")?)?;
        return rest.starts_with(b",").then(|| (kind, Whose::Session(session.to_owned(), number)));
    }
    let (kind, rest) = word(rest.strip_prefix(b"\"ev\":\"")?)?;
    let (id, rest) = word(rest.strip_prefix(b",\"id\":\"")?)?;
    rest.starts_with(b",").then(|| (kind, Whose::Itself(id.to_owned())))
}

/// A string of plain letters up to its closing quote, and what follows.
fn word(raw: &[u8]) -> Option<(&str, &[u8])> {
    let end = raw.iter().position(|byte| !(byte.is_ascii_alphanumeric() || *byte == b'-'))?;
    let (word, rest) = raw.split_at_checked(end)?;
    Some((str::from_utf8(word).ok()?, rest.strip_prefix(b"\"")?))
}

/// A whole number as JSON has it, and what follows.
fn digits(raw: &[u8]) -> Option<(u64, &[u8])> {
    let end = raw.iter().position(|byte| !byte.is_ascii_digit())?;
    let (digits, rest) = raw.split_at_checked(end)?;
    let is_json = digits.len() == 1 || digits.first() != Some(&b'0');
    Some((str::from_utf8(digits).ok()?.parse().ok()?, rest)).filter(|_| is_json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_found_and_nothing_else_is_guessed() {
        let session = envelope(br#"{"v":1,"s":"01abc","n":12,"ev":"set","ex":"a"}"#);
        assert_eq!(session, Some(("set", Whose::Session("01abc".to_owned(), 12))));
        let change = envelope(br#"{"v":1,"ev":"next-morning","id":"01abc","of":"a"}"#);
        assert_eq!(change, Some(("next-morning", Whose::Itself("01abc".to_owned()))));
        for other in [
            r#"{"v":2,"s":"01abc","n":12,"ev":"set","ex":"a"}"#,
            r#"{"v":1, "s":"01abc","n":12,"ev":"set","ex":"a"}"#,
            r#"{"v":1,"n":12,"s":"01abc","ev":"set","ex":"a"}"#,
            r#"{"v":1,"s":"01\u0061bc","n":12,"ev":"set","ex":"a"}"#,
            r#"{"v":1,"s":"01abc","n":012,"ev":"set","ex":"a"}"#,
            r#"{"v":1,"s":"01abc","n":1.5,"ev":"set","ex":"a"}"#,
            r#"{"v":1,"s":"01abc","n":99999999999999999999999,"ev":"set","ex":"a"}"#,
            r#"{"v":1,"s":"01abc","n":1,"ev":"set"}"#,
            r#"{"v":1,"s":"01abc","n":1,"ev":"se"#,
            r#"{"v":1,"s":"01abc"#,
            "",
        ] {
            assert_eq!(envelope(other.as_bytes()), None, "{other}");
        }
    }
}
