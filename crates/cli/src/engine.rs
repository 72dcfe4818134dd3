//! The engine: with the weights that are part of the program, or with others.

use std::path::Path;

use sayso::Engine;

use crate::failure::Failure;

/// The trained reader. Embedded here, in the leaf, so that no library has to carry it.
const WEIGHTS: &[u8] = include_bytes!("../../../models/sayso-core.bin");

/// An engine with the weights of a file, or with the program's own.
#[expect(clippy::disallowed_methods, reason = "a leaf crate, and the user named the file")]
pub(crate) fn engine(model: Option<&Path>) -> Result<Engine, Failure> {
    let Some(path) = model else {
        return Engine::new(WEIGHTS)
            .map_err(|error| Failure::new(format!("the program's own weights: {error}")));
    };
    let bytes = std::fs::read(path).map_err(|error| Failure::file(path.display(), &error))?;
    let wrong = |error| Failure::new(format!("{}: {error}", path.display()));
    Engine::new(&bytes).map_err(|error| wrong(error).hint("train/README.md says how weights are made"))
}
