//! What the program is made of, for somebody who helps from afar. It opens no store.

pub use store::open::Engine;

use crate::AppError;

/// The database engine that was linked in.
///
/// # Errors
/// When it does not answer.
pub async fn engine() -> Result<Engine, AppError> {
    Ok(store::open::engine().await?)
}
