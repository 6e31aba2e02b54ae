//! The pose files of `assets/figures`, built in. Written by `SOLEUS_UPDATE=1 cargo test --test it figures`.

/// Id and text of each.
pub const FIGURES: &[(&str, &str)] = &[
    ("calf-raise", include_str!("../../../../assets/figures/calf-raise.toml")),
    ("heel-drop-bent", include_str!("../../../../assets/figures/heel-drop-bent.toml")),
    ("heel-drop-straight", include_str!("../../../../assets/figures/heel-drop-straight.toml")),
    ("single-leg-balance", include_str!("../../../../assets/figures/single-leg-balance.toml")),
    ("soleus-stretch", include_str!("../../../../assets/figures/soleus-stretch.toml")),
    ("tib-raise", include_str!("../../../../assets/figures/tib-raise.toml")),
];
