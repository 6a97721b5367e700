//! One route for every command: the name in the path, the request as JSON, the view as JSON.

use std::sync::Arc;

use api::{ApiError, ErrorCode, Host};
use axum::{
    Json,
    extract::{Path, State, rejection::JsonRejection},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::Value;

use crate::{
    access,
    seats::{SEAT_HEADER, Seats},
};

/// What a call needs: the store of this machine and the seats in front of it.
#[derive(Clone)]
pub(crate) struct Calls {
    host: Arc<Host>,
    seats: Arc<Seats>,
}

impl Calls {
    pub(crate) fn new(host: Arc<Host>) -> Self {
        Self { host, seats: Arc::default() }
    }
}

pub(crate) async fn call(
    State(calls): State<Calls>,
    Path(name): Path<String>,
    headers: HeaderMap,
    payload: Result<Json<Value>, JsonRejection>,
) -> Response {
    let Json(payload) = match payload {
        Ok(payload) => payload,
        Err(rejection) => return access::refusal(rejection.status(), ErrorCode::Invalid),
    };
    let Some(seat) = calls.seats.sit(access::text(&headers, SEAT_HEADER)) else {
        return access::refusal(StatusCode::TOO_MANY_REQUESTS, ErrorCode::Denied);
    };
    match api::dispatch(&calls.host, &seat, &name, payload).await {
        Ok(view) => Json(view).into_response(),
        Err(error) => (status(&error), Json(error)).into_response(),
    }
}

fn status(error: &ApiError) -> StatusCode {
    match error.code {
        ErrorCode::Invalid => StatusCode::BAD_REQUEST,
        ErrorCode::Refused => StatusCode::UNPROCESSABLE_ENTITY,
        ErrorCode::Missing => StatusCode::NOT_FOUND,
        ErrorCode::Denied => StatusCode::FORBIDDEN,
        ErrorCode::Stale => StatusCode::CONFLICT,
        ErrorCode::Locked => StatusCode::LOCKED,
        ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
