//! Who may call: the holder of the token, from a page of this very server.
//!
//! A web page of another origin could send requests to a loopback port, or reach it under a name
//! of its own (DNS rebinding). The token stops the first, the `Host` check the second.

use std::fmt;

use api::{ApiError, ErrorCode};
use axum::{
    Json, Router,
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use subtle::ConstantTimeEq as _;

/// The header that carries the token.
pub(crate) const TOKEN_HEADER: &str = "x-convenor-token";

/// 256 random bits, in hex: whoever shows them may call.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A new token from the system's random source.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(hex::encode(bytes)))
    }

    /// The token as it is printed once at start and sent in `x-convenor-token`.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    fn matches(&self, shown: &str) -> bool {
        self.0.as_bytes().ct_eq(shown.as_bytes()).into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

pub(crate) fn guard_calls(calls: Router, token: Token) -> Router {
    calls.layer(middleware::from_fn_with_state(token, require_token))
}

async fn require_token(State(token): State<Token>, request: Request, next: Next) -> Response {
    match text(request.headers(), TOKEN_HEADER) {
        Some(shown) if token.matches(shown) => next.run(request).await,
        Some(_) | None => refusal(StatusCode::UNAUTHORIZED, ErrorCode::Denied),
    }
}

pub(crate) async fn refuse_other_hosts(
    State(port): State<u16>,
    request: Request,
    next: Next,
) -> Response {
    let asked_for = text(request.headers(), header::HOST.as_str());
    let ours = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    if asked_for.is_some_and(|host| ours.iter().any(|own| own == host)) {
        next.run(request).await
    } else {
        refusal(StatusCode::MISDIRECTED_REQUEST, ErrorCode::Denied)
    }
}

/// A refusal before the router was reached, in the shape of the router's own errors.
pub(crate) fn refusal(status: StatusCode, code: ErrorCode) -> Response {
    (status, Json(ApiError::of(code))).into_response()
}

/// A header as text; absent and unreadable are the same to a guard.
pub(crate) fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
