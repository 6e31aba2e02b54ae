//! The program's language (BCP 47) as each voice wants it.

/// A tag of letters, digits and dashes, at most 35 of them; English for anything else.
pub(super) fn tag(language: &str) -> String {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let is_tag = (1..=35).contains(&language.len()) && language.chars().all(fits) && !language.starts_with('-');
    if is_tag { language.to_owned() } else { "en".to_owned() }
}

/// Voices of macOS that come with the system, by language; from its list of voices, never tried by us.
const MAC: [(&str, &str); 22] = [
    ("en-gb", "Daniel"),
    ("en", "Samantha"),
    ("de", "Anna"),
    ("fr", "Thomas"),
    ("es", "Monica"),
    ("it", "Alice"),
    ("nl", "Xander"),
    ("pt-pt", "Joana"),
    ("pt", "Luciana"),
    ("sv", "Alva"),
    ("da", "Sara"),
    ("nb", "Nora"),
    ("no", "Nora"),
    ("fi", "Satu"),
    ("pl", "Zosia"),
    ("cs", "Zuzana"),
    ("hu", "Mariska"),
    ("ru", "Milena"),
    ("tr", "Yelda"),
    ("el", "Melina"),
    ("ja", "Kyoko"),
    ("ko", "Yuna"),
];

/// The voice of macOS for a tag: the whole tag first, then its language.
pub(super) fn mac_voice(tag: &str) -> &'static str {
    let tag = tag.to_ascii_lowercase();
    let language = tag.split('-').next().unwrap_or_default();
    let named = |wanted: &str| MAC.iter().find(|(known, _)| *known == wanted).map(|(_, voice)| *voice);
    named(&tag).or_else(|| named(language)).unwrap_or("Samantha")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_can_be_no_option_and_no_script() {
        assert_eq!(tag("de-AT"), "de-AT");
        for odd in ["", "-w/x", "en'; rm", "de_DE", &"a".repeat(36)] {
            assert_eq!(tag(odd), "en");
        }
        assert_eq!(["de-CH", "pt-PT", "pt-BR", "xx"].map(mac_voice), ["Anna", "Joana", "Luciana", "Samantha"]);
    }
}
