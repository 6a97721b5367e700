//! Wrong passphrases in a row: after a few, each further try waits (security 4.2).

use domain::clock::Instant;
use domain::violation::Violation;
use store::DataKey;
use tokio::sync::Mutex;

use crate::AppError;

/// How many wrong passphrases cost nothing.
const FREE_TRIES: u32 = 5;

/// The tries at one store since somebody last got in.
#[derive(Default)]
pub(super) struct Tries {
    row: Mutex<Row>,
}

/// Wrong passphrases in a row, and when the last was.
#[derive(Default)]
struct Row {
    wrong: u32,
    last: Option<Instant>,
}

impl Tries {
    /// After five wrong passphrases each further try waits, twice as long every time.
    pub(super) async fn wait_over(&self, now: Instant) -> Result<(), AppError> {
        let row = self.row.lock().await;
        let Some(last) = row.last.filter(|_| row.wrong >= FREE_TRIES) else { return Ok(()) };
        let wait = 1_i64 << (row.wrong - FREE_TRIES).min(9);
        let waited = now.signed_duration_since(last).num_seconds();
        match u32::try_from(wait - waited) {
            Ok(seconds) if seconds > 0 => {
                Err(AppError::Refused(Violation::TooManyTries { seconds }))
            }
            _ => Ok(()),
        }
    }

    /// Counts a try: a key ends the row.
    pub(super) async fn counted(
        &self,
        now: Instant,
        key: Result<DataKey, AppError>,
    ) -> Result<DataKey, AppError> {
        let mut row = self.row.lock().await;
        if key.is_ok() {
            *row = Row::default();
        } else {
            row.wrong = row.wrong.saturating_add(1);
            row.last = Some(now);
        }
        key
    }
}
