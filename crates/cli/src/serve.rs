//! `sayso serve`: a store on this machine, for browsers and programs.

use std::net::SocketAddr;

use crate::Outcome;
use crate::args::Serve;
use crate::engine::engine;
use crate::failure::Failure;
use crate::output::Output;

/// Serves until it is asked to end.
pub(crate) fn serve(args: Serve) -> Result<Outcome, Failure> {
    let Serve { store, port, reader, places } = args;
    let make = move || {
        let made = engine(reader.model.as_deref(), places.places.as_deref());
        made.map_err(|failure| failure.to_string())
    };
    let options = sayso_serve::Options { store: store.clone(), port, engine: Box::new(make) };
    let told = |address: SocketAddr| {
        // Whoever closed standard output does not need the line.
        let _ = Output::open(None)
            .and_then(|mut out| out.write(&format!("{} at http://{address}\n", store.display())));
    };
    sayso_serve::serve(options, told)?;
    Ok(Outcome::Well)
}
