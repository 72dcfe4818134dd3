//! The store over HTTP: questions as JSON, and the web reader.
//!
//! For this machine alone, and it only reads. [`listen`] owns the socket, [`guard`] what every request must pass, [`questions`] is the table
//! that both the routes and the OpenAPI document are made from.

mod asked;
mod assets;
mod guard;
mod inert;
mod listen;
mod openapi;
mod plain;
mod pool;
mod problem;
mod questions;
mod reading;
mod recent;
mod routes;
mod service;

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

use sayso::{Engine, store};

/// Makes the engine when the first document arrives; in error, why there is none.
pub type MakeEngine = Box<dyn Fn() -> Result<Engine, String> + Send + Sync>;

/// What to serve, and where.
pub struct Options {
    /// File of the store.
    pub store: PathBuf,
    /// Port on 127.0.0.1; 0 takes any that is free.
    pub port: u16,
    /// The engine for documents that are handed in.
    pub engine: MakeEngine,
}

/// Serves until the program is asked to end (Ctrl-C, SIGTERM), and lets requests under way finish. `ready` is told the address.
///
/// # Errors
/// Where the store cannot be opened, or the port is taken.
pub fn serve(options: Options, ready: impl FnOnce(SocketAddr)) -> Result<(), Error> {
    let service = service::Service::open(&options.store, options.engine)?;
    listen::listen(options.port, service, ready)
}

/// Why nothing is served.
#[derive(Debug)]
pub struct Error {
    rule: String,
    hint: Option<String>,
}

impl Error {
    /// The way out, if there is one.
    pub fn way_out(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        Error { rule: error.to_string(), hint: error.way_out().map(Into::into) }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rule)
    }
}

impl std::error::Error for Error {}
