//! Files that hold what a view gave last time; `SAYSO_UPDATE=1` writes them anew.
#![expect(clippy::disallowed_methods, reason = "a golden file is read, and rewritten when asked")]

use std::path::Path;

/// Compares with a file of this crate.
pub(crate) fn compare(path: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("SAYSO_UPDATE").is_some() {
        std::fs::write(&path, now).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(golden == now, "{} differs; look at it after SAYSO_UPDATE=1 cargo test\n{now}", path.display());
}
