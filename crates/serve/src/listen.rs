//! The socket: 127.0.0.1 alone, so many connections at a time, and a graceful end.

use std::net::{Ipv4Addr, SocketAddr};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Builder;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

use crate::service::{DESKS, READERS, Service};
use crate::{Error, routes};

/// Connections at a time; others wait in the system's own queue.
const CONNECTIONS: usize = 512;

/// How long a client may take for the head of a request, and how long a connection may lie idle.
const HEAD: Duration = Duration::from_secs(10);

/// Bytes that the head of a request may have.
const HEAD_BYTES: usize = 32 * 1024;

/// Threads for the store and for documents: as many as can have work, since each keeps memory of its own.
const BLOCKING: usize = READERS + DESKS;

/// How long requests under way may take when the program is asked to end.
const GRACE: Duration = Duration::from_secs(5);

/// Serves until the program is asked to end.
pub(crate) fn listen(port: u16, service: Service, ready: impl FnOnce(SocketAddr)) -> Result<(), Error> {
    let runtime =
        Builder::new_multi_thread().worker_threads(2).max_blocking_threads(BLOCKING).enable_all().build();
    let runtime = runtime.map_err(|error| fault(&error))?;
    let served = runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
        let listener = listener.map_err(|error| taken(port, &error))?;
        let address = listener.local_addr().map_err(|error| fault(&error))?;
        let router = routes::router(service, address.port());
        ready(address);
        accept_all(listener, router).await;
        Ok(())
    });
    // Work on blocking threads cannot be stopped, and changes nothing.
    runtime.shutdown_timeout(Duration::from_millis(100));
    served
}

async fn accept_all(listener: TcpListener, router: Router) {
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut end = pin!(asked_to_end());
    loop {
        tokio::select! {
            (stream, place) = accept(&listener, &room) => one(stream, place, router.clone(), &graceful),
            () = &mut end => break,
        }
    }
    drop(listener);
    // Late is late: then connections are cut.
    let _ = timeout(GRACE, graceful.shutdown()).await;
}

async fn accept(listener: &TcpListener, room: &Arc<Semaphore>) -> (TcpStream, Option<OwnedSemaphorePermit>) {
    // The semaphore is never closed.
    let place = room.clone().acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return (stream, place),
            // A connection that is gone again, or no file descriptor left for now.
            Err(_) => sleep(Duration::from_millis(20)).await,
        }
    }
}

fn one(stream: TcpStream, place: Option<OwnedSemaphorePermit>, router: Router, graceful: &GracefulShutdown) {
    // Without it, answers in two parts wait for the client's acknowledgement.
    let _ = stream.set_nodelay(true);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(HEAD_BYTES);
    let connection = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    let connection = graceful.watch(connection);
    tokio::spawn(async move {
        // What went wrong on a connection is known to the client.
        let _ = connection.await;
        drop(place);
    });
}

/// Ctrl-C, and on Unix SIGTERM.
async fn asked_to_end() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupted => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminated) => _ = terminated.recv().await,
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}

fn fault(error: &std::io::Error) -> Error {
    Error { rule: error.to_string().to_lowercase(), hint: None }
}

fn taken(port: u16, error: &std::io::Error) -> Error {
    let why = match error.kind() {
        std::io::ErrorKind::AddrInUse => "is taken by another program",
        std::io::ErrorKind::PermissionDenied => "may not be used",
        _ => "cannot be used",
    };
    let hint = Some("choose another with --port; 0 takes any that is free".into());
    Error { rule: format!("port {port} {why}"), hint }
}
