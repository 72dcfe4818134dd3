//! The engine: with the weights and the gazetteer that are part of the program, or with others.

use std::path::Path;

use sayso::{Engine, Gazetteer};

use crate::failure::Failure;

/// The trained reader. Embedded here, in the leaf, so that no library has to carry it.
const WEIGHTS: &[u8] = include_bytes!("../../../models/sayso-core.bin");

/// The gazetteer, likewise.
const PLACES: &[u8] = include_bytes!("../../../models/places.bin");

/// An engine with the weights and the gazetteer of files, or with the program's own.
pub(crate) fn engine(model: Option<&Path>, places: Option<&Path>) -> Result<Engine, Failure> {
    let gazetteer = gazetteer(places)?;
    let Some(path) = model else {
        return Engine::new(WEIGHTS, gazetteer)
            .map_err(|error| Failure::new(format!("the program's own weights: {error}")));
    };
    let wrong = |error| Failure::new(format!("{}: {error}", path.display()));
    Engine::new(&read(path)?, gazetteer)
        .map_err(|error| wrong(error).hint("train/README.md says how weights are made"))
}

fn gazetteer(places: Option<&Path>) -> Result<Gazetteer, Failure> {
    let Some(path) = places else {
        return Gazetteer::load(PLACES)
            .map_err(|error| Failure::new(format!("the program's own gazetteer: {error}")));
    };
    let wrong = |error| Failure::new(format!("{}: {error}", path.display()));
    Gazetteer::load(read(path)?)
        .map_err(|error| wrong(error).hint("docs/places.md says how gazetteers are made"))
}

#[expect(clippy::disallowed_methods, reason = "a leaf crate, and the user named the file")]
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| Failure::file(path.display(), &error))
}
