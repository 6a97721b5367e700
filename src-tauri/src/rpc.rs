//! The one command: a name and a request in, a view or an error code out.

use std::time::Instant;

use api::{ApiError, ErrorCode, Host, Seat};
use serde_json::Value;
use tauri::State;

use crate::logging::Log;

/// Answers a command of `api`. What it was about stays out of the log.
#[tauri::command]
pub(crate) async fn rpc(
    host: State<'_, Host>,
    seat: State<'_, Seat>,
    log: State<'_, Log>,
    name: String,
    payload: Value,
) -> Result<Value, ApiError> {
    let started = Instant::now();
    let answer = api::dispatch(&host, &seat, &name, payload).await.map_err(with_reference);
    // The name as the window sent it could be anything; the log takes only names from our list.
    let known = api::NAMES.iter().copied().find(|known| *known == name).unwrap_or("unknown");
    log.answered(known, answer.as_ref().err(), started.elapsed());
    answer
}

/// Gives an unexpected error a word to find it again by, in the log and on the screen.
fn with_reference(mut error: ApiError) -> ApiError {
    if error.code == ErrorCode::Internal && error.reference.is_none() {
        let mut bytes = [0_u8; 4];
        // Without randomness there is no reference; the error is shown all the same.
        error.reference = getrandom::fill(&mut bytes).is_ok().then(|| hex::encode_upper(bytes));
    }
    error
}
