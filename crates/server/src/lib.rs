//! The router over HTTP, on this machine only.
//!
//! `crates/api` is the whole back end; this crate puts it behind `POST /rpc/{name}` and hands out
//! the built screens, so that the browser tests and `cargo xtask shot` see exactly what the window
//! sees. It listens on 127.0.0.1, and every call needs the token that was printed at start.
//!
//! It must never know what a command means, open the store by another door than [`api::Host`], or
//! listen on an address that another machine can reach.

mod access;
mod pages;
mod rpc;
mod seats;

#[cfg(test)]
mod tests;

use std::{future::Future, io, net::Ipv4Addr, path::PathBuf, sync::Arc};

use axum::{Router, extract::DefaultBodyLimit, middleware, routing::post};
use tokio::net::TcpListener;

pub use crate::access::Token;

/// The largest request taken: a document of 25 MB, as text, with its envelope.
const MAX_REQUEST_BYTES: usize = 40 * 1024 * 1024;

/// What one loopback server serves, and to whom.
pub struct Loopback {
    /// The store of this machine.
    pub host: Arc<api::Host>,
    /// What a caller must show.
    pub token: Token,
    /// The folder of the built screens (`ui/dist`).
    pub pages: PathBuf,
}

impl Loopback {
    /// The routes, guarded: the token and the `Host` header on calls, the security headers on all.
    pub fn router(self, port: u16) -> Router {
        let calls = Router::new()
            .route("/rpc/{name}", post(rpc::call))
            .layer(DefaultBodyLimit::max(MAX_REQUEST_BYTES))
            .with_state(rpc::Calls::new(self.host));
        Router::new()
            .merge(access::guard_calls(calls, self.token))
            .fallback_service(pages::files(&self.pages))
            .layer(middleware::from_fn_with_state(port, access::refuse_other_hosts))
            .layer(middleware::from_fn(pages::set_headers))
    }
}

/// Listens on 127.0.0.1; port 0 takes any free port.
///
/// # Errors
/// When the port is taken.
pub async fn bind(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await
}

/// Serves until `stop` is ready, then finishes the calls under way.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    listener: TcpListener,
    loopback: Loopback,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let port = listener.local_addr()?.port();
    axum::serve(listener, loopback.router(port)).with_graceful_shutdown(stop).await
}
