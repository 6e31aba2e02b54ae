//! The pose files of `assets/figures`, built in. Written by `SOLEUS_UPDATE=1 cargo test --test it figures`.

/// Id and text of each.
pub const FIGURES: &[(&str, &str)] = &[
    ("box-jump", include_str!("../../../../assets/figures/box-jump.toml")),
    ("bulgarian-split-squat", include_str!("../../../../assets/figures/bulgarian-split-squat.toml")),
    ("calf-raise", include_str!("../../../../assets/figures/calf-raise.toml")),
    ("deadlift", include_str!("../../../../assets/figures/deadlift.toml")),
    ("depth-jump", include_str!("../../../../assets/figures/depth-jump.toml")),
    ("drop-landing", include_str!("../../../../assets/figures/drop-landing.toml")),
    ("figure-four-stretch", include_str!("../../../../assets/figures/figure-four-stretch.toml")),
    ("glute-bridge", include_str!("../../../../assets/figures/glute-bridge.toml")),
    ("hamstring-stretch", include_str!("../../../../assets/figures/hamstring-stretch.toml")),
    ("heel-drop-bent", include_str!("../../../../assets/figures/heel-drop-bent.toml")),
    ("heel-drop-straight", include_str!("../../../../assets/figures/heel-drop-straight.toml")),
    ("hip-thrust", include_str!("../../../../assets/figures/hip-thrust.toml")),
    ("hop-and-stick", include_str!("../../../../assets/figures/hop-and-stick.toml")),
    ("kettlebell-swing", include_str!("../../../../assets/figures/kettlebell-swing.toml")),
    ("pogo-hop", include_str!("../../../../assets/figures/pogo-hop.toml")),
    ("quad-stretch", include_str!("../../../../assets/figures/quad-stretch.toml")),
    ("side-step-walk", include_str!("../../../../assets/figures/side-step-walk.toml")),
    ("single-leg-balance", include_str!("../../../../assets/figures/single-leg-balance.toml")),
    ("single-leg-bridge", include_str!("../../../../assets/figures/single-leg-bridge.toml")),
    ("single-leg-rdl", include_str!("../../../../assets/figures/single-leg-rdl.toml")),
    ("snap-down", include_str!("../../../../assets/figures/snap-down.toml")),
    ("soleus-stretch", include_str!("../../../../assets/figures/soleus-stretch.toml")),
    ("tib-raise", include_str!("../../../../assets/figures/tib-raise.toml")),
    ("walking-lunge", include_str!("../../../../assets/figures/walking-lunge.toml")),
];
