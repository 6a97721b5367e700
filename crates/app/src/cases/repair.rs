//! Moving an entry from the wrong child's case to the right one.

use domain::access::Permission;
use domain::field::{Invalid, Problem};
use domain::ids::CaseId;
use domain::repair::{Repair, repair, require_elsewhere};
use domain::text::NonBlank;
use store::risk::{self, Entry};
use store::{cases, repairs};

use crate::{App, AppError, Session};

/// Moves an entry to the case it belongs to: it stays in the wrong one, declared wrong, and is made
/// again in the right one with who first made it and when. Both happen or neither.
///
/// # Errors
/// When not allowed, the entry or the case is missing, it would stay where it is, it was declared
/// wrong before, a meeting set it, or the child was missing then by another entry.
pub async fn move_entry(
    app: &App,
    session: &Session,
    entry: Entry,
    to: CaseId,
    reason: NonBlank,
) -> Result<Repair, AppError> {
    session.require(Permission::ChangeCases)?;
    let stamp = session.stamp(app);
    let mut tx = app.db.write(session.reach()).await?;
    cases::get(&mut tx, to).await?;
    let ids = &*app.ids;
    let (voided, line, events) = match entry {
        Entry::Rating(id) => {
            let wrong = risk::rating(&mut tx, id).await?;
            require_elsewhere(wrong.case, to)?;
            let done = repair(ids, stamp, wrong, to, reason)?;
            risk::insert_rating(&mut tx, &done.again).await?;
            (done.voided, done.repair, done.events)
        }
        Entry::Incident(id) => {
            let wrong = risk::incident(&mut tx, id).await?;
            require_elsewhere(wrong.case, to)?;
            let done = repair(ids, stamp, wrong, to, reason)?;
            risk::insert_incident(&mut tx, &done.again).await?;
            (done.voided, done.repair, done.events)
        }
        Entry::Episode(id) => {
            let wrong = risk::episode(&mut tx, id).await?;
            require_elsewhere(wrong.case, to)?;
            let done = repair(ids, stamp, wrong, to, reason)?;
            let there = risk::episodes(&mut tx, to).await?;
            // The form has one field that this can be about.
            let overlaps = |_| Invalid::one("toCaseId", Problem::Contradicts);
            done.again.check(&there, stamp.at).map_err(overlaps)?;
            risk::insert_episode(&mut tx, &done.again).await?;
            (done.voided, done.repair, done.events)
        }
    };
    risk::void(&mut tx, entry, &voided).await?;
    repairs::insert(&mut tx, &line).await?;
    tx.commit(&stamp, events).await?;
    Ok(line)
}
