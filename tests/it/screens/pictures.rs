//! Pictures of every screen at three sizes, as text files. `SOLEUS_UPDATE_PICTURES=1` draws them anew, never in CI.

use std::fs;
use std::path::Path;

use super::cells::everywhere;

#[test]
fn pictures() {
    #[expect(clippy::disallowed_methods, reason = "the test's own switch, not the program's")]
    let update = std::env::var_os("SOLEUS_UPDATE_PICTURES").is_some() && std::env::var_os("CI").is_none();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    let mut wrong = Vec::new();
    for (name, mut script) in everywhere() {
        for (width, height) in [(40, 12), (80, 24), (200, 60)] {
            let file = folder.join(format!("{name}-{width}x{height}.txt"));
            let picture = script.picture(width, height);
            if update {
                #[expect(clippy::disallowed_methods, reason = "a picture of a test, not a user's data")]
                fs::write(&file, &picture).unwrap();
            } else if fs::read_to_string(&file).unwrap_or_default() != picture {
                wrong.push(format!("{}\n{picture}", file.display()));
            } else {
                // As it was.
            }
        }
    }
    assert!(wrong.is_empty(), "SOLEUS_UPDATE_PICTURES=1 draws these anew:\n{}", wrong.join("\n"));
}
