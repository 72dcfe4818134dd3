//! What all requests share: connections to the store, the engine, the files of the reader.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use sayso::Engine;
use sayso::store::Store;

use crate::assets::Assets;
use crate::pool::Pool;
use crate::recent::Recent;
use crate::{Error, MakeEngine, openapi};

/// Connections to the store that answer questions. Each keeps up to 16 MB of its pages, and the reports of the answer at hand.
pub(crate) const READERS: usize = 2;

/// Questions that may wait for one of them.
const QUEUE: usize = 256;

/// Documents that are read at a time.
pub(crate) const DESKS: usize = 2;

/// Documents that may wait, with up to 10 MB each.
const WAITING: usize = 4;

/// What all requests share.
pub(crate) struct Service {
    /// Connections to the store.
    pub(crate) readers: Arc<Pool<Store>>,
    /// Answers given lately.
    pub(crate) recent: Recent,
    /// Where documents are read.
    pub(crate) desks: Arc<Pool<Desk>>,
    /// Files of the web reader.
    pub(crate) assets: Assets,
    /// The OpenAPI document.
    pub(crate) openapi: Vec<u8>,
}

impl Service {
    /// Opens the store. The engine waits for the first document.
    pub(crate) fn open(store: &Path, engine: MakeEngine) -> Result<Service, Error> {
        let readers = (0..READERS).map(|_| Store::open(store)).collect::<Result<_, _>>()?;
        let engine = Arc::new(Lazy { make: engine, made: OnceLock::new() });
        let desks = (0..DESKS).map(|_| Desk(Arc::clone(&engine))).collect();
        Ok(Service {
            recent: Recent::new(Store::open(store)?),
            readers: Pool::new(readers, QUEUE),
            desks: Pool::new(desks, WAITING),
            assets: Assets::new(),
            openapi: openapi::document(),
        })
    }
}

struct Lazy {
    make: MakeEngine,
    made: OnceLock<Result<Engine, String>>,
}

/// Where one document is read at a time.
pub(crate) struct Desk(Arc<Lazy>);

impl Desk {
    /// The engine, made at the first call; in error, why there is none.
    pub(crate) fn engine(&self) -> Result<&Engine, &str> {
        let made = self.0.made.get_or_init(|| (self.0.make)());
        made.as_ref().map_err(String::as_str)
    }
}
