//! Releases: one copy of an approved record for one recipient, from its author past the gate and a
//! second person to whoever gets it.
//!
//! A copy is made afresh each time from chosen parts (never a masked record); its exact bytes are
//! fixed when it is submitted, read by the gate when it is submitted, approved and issued, and
//! void as soon as minutes, people or choices are no longer those it was made from.

use domain::access::Permission;
use domain::audit::{AuditAction, AuditEvent, EntityKind};
use domain::field::{Invalid, Problem};
use domain::ids::ReleaseId;
use domain::release::{
    Commission, Document, GateReport, PartChoice, Reader, Recipient, Release, ReleaseStatus,
    WordChoice, WordDecision,
};
use domain::text::{NonBlank, SearchKey};
use domain::violation::Violation;
use store::WriteTx;
use store::releases::known;

pub use page::{Choosing, Page, PagePart, PageSpan, PageWord, Preparing, Preview};
pub use store::releases::{Listed, Listing};

use crate::{App, AppError, Session};

mod check;
mod desk;
mod document;
mod fingerprint;
mod page;
mod reading;
mod register;
mod source;

use desk::{Desk, edge};
use page::{keep_names, page};

/// Begins a copy of the newest approved minutes.
///
/// # Errors
/// When not allowed, there are no approved minutes, or the recipient has no part in the case.
pub async fn prepare(app: &App, session: &Session, asked: Preparing) -> Result<Page, AppError> {
    session.require(Permission::PrepareReleases)?;
    let stamp = session.stamp(app);
    let mut tx = app.db.write(session.reach()).await?;
    let minutes = source::newest_minutes(&mut tx, asked.meeting).await?;
    let people = known::people(&mut tx, asked.meeting).await?;
    let agencies = known::agencies(&mut tx, asked.meeting).await?;
    let not_a_choice = |path: &str| Invalid::one(path, Problem::NotAChoice);
    let child = people.iter().find(|person| person.child_of.contains(&asked.case));
    let child = child.ok_or_else(|| not_a_choice("caseId"))?.id;
    let reader = Reader { case: asked.case, child, recipient: asked.recipient };
    let on_record = match asked.recipient {
        Recipient::Family(id) => people.iter().find(|one| one.id == id).map(|one| one.name.clone()),
        Recipient::AttendingAgency(id) => {
            agencies.iter().find(|one| one.id == id).map(|one| one.name.clone())
        }
    };
    let path = match asked.recipient {
        Recipient::Family(_) => "personId",
        Recipient::AttendingAgency(_) => "agencyId",
    };
    if !source::is_known(&people, &agencies, &reader) {
        return Err(not_a_choice(path).into());
    }
    let on_record = on_record.and_then(|name| NonBlank::new(&name).ok());
    let recipient_name = asked.name.or(on_record).ok_or_else(|| not_a_choice(path))?;
    let of = Commission {
        meeting: asked.meeting,
        minutes: minutes.id,
        case: asked.case,
        recipient: asked.recipient,
        recipient_name,
    };
    let (release, event) = Release::new(&*app.ids, &stamp, seed()?, of);
    store::releases::insert(&mut tx, &release).await?;
    let page = page(&mut tx, release.id).await?;
    tx.commit(&stamp, event).await?;
    Ok(page)
}

/// Where the draw of pseudonyms starts: not to be guessed from the record.
fn seed() -> Result<u32, AppError> {
    let mut bytes = [0; 4];
    getrandom::fill(&mut bytes).map_err(|_| AppError::System(std::io::ErrorKind::Other))?;
    Ok(u32::from_be_bytes(bytes))
}

/// Opens a release. Recorded as seen.
///
/// # Errors
/// When not allowed or there is no such release.
pub async fn view(app: &App, session: &Session, id: ReleaseId) -> Result<Page, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let page = page(&mut tx, id).await?;
    let event = page.listed.release.event(AuditAction::Viewed);
    tx.commit(&session.stamp(app), event).await?;
    Ok(page)
}

/// Chooses what happens to one part.
///
/// # Errors
/// When not allowed, no longer open, changed meanwhile, or the part was not recorded for this
/// reader.
pub async fn choose(app: &App, session: &Session, asked: Choosing) -> Result<Page, AppError> {
    session.require(Permission::PrepareReleases)?;
    let stamp = session.stamp(app);
    let mut tx = app.db.write(session.reach()).await?;
    let desk = Desk::load(&mut tx, asked.release).await?;
    let release = desk.release(asked.version);
    release.require_open()?;
    let parts = desk.source.parts();
    let part = parts.iter().find(|part| part.at == asked.part);
    part.ok_or(AppError::Missing(EntityKind::Passage))?.allow(&asked.chosen)?;
    let decided = (stamp.by, stamp.at);
    let choice = PartChoice { part: asked.part, chosen: asked.chosen, decided };
    store::releases::keep_choice(&mut tx, release.id, &choice).await?;
    store::releases::update(&mut tx, &release).await?;
    let page = page(&mut tx, release.id).await?;
    tx.commit(&stamp, release.event(AuditAction::Changed).fields(&["choice"])).await?;
    Ok(page)
}

/// Decides words, each for all its mentions in this copy.
///
/// # Errors
/// When not allowed, no longer open, changed meanwhile, a word is blank, or one to be kept is
/// certainly protected.
pub async fn decide(
    app: &App,
    session: &Session,
    id: ReleaseId,
    version: i64,
    words: Vec<(String, WordChoice)>,
) -> Result<Page, AppError> {
    session.require(Permission::PrepareReleases)?;
    let stamp = session.stamp(app);
    let mut tx = app.db.write(session.reach()).await?;
    let desk = Desk::load(&mut tx, id).await?;
    let release = desk.release(version);
    release.require_open()?;
    for (index, (word, choice)) in words.iter().enumerate() {
        let blank = |_| Invalid::one(&format!("words.{index}.word"), Problem::Required);
        let word = NonBlank::new(SearchKey::of(word).as_str()).map_err(blank)?;
        let card = desk.reading.cards.get(word.as_str());
        if *choice == WordChoice::Keep && card.is_some_and(|card| card.certain) {
            return Err(Violation::ProtectedWord.into());
        }
        let decision = WordDecision { word, choice: *choice, decided: (stamp.by, stamp.at) };
        store::releases::keep_decision(&mut tx, id, &decision).await?;
    }
    store::releases::update(&mut tx, &release).await?;
    let page = page(&mut tx, id).await?;
    let event = release.event(AuditAction::Changed).fields(&["word"]).count(words.len());
    tx.commit(&stamp, event).await?;
    Ok(page)
}

/// The exact document: as it would be fixed now, or as it was fixed. Recorded as seen.
///
/// # Errors
/// When not allowed or the document cannot be made.
pub async fn preview(app: &App, session: &Session, id: ReleaseId) -> Result<Preview, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let desk = Desk::load(&mut tx, id).await?;
    keep_names(&mut tx, &desk).await?;
    let edge = edge(&mut tx, app).await?;
    let release = &desk.listed.release;
    let (document, gate) = if release.digest.is_some() {
        let document = store::releases::document(&mut tx, release).await?;
        let gate = desk.check(&desk.summary(edge), &document);
        (document, gate)
    } else {
        let made = desk.make(edge)?;
        (made.document, made.gate)
    };
    let event = release.event(AuditAction::Viewed);
    tx.commit(&session.stamp(app), event).await?;
    let included = desk.reading.n_included();
    Ok(Preview {
        file_name: desk.file_name(),
        document,
        included,
        withheld: desk.reading.parts.len() - included,
        replaced: desk.reading.n_replaced(),
        gate,
        names: desk.names(),
    })
}

/// Fixes the document and asks the second person. What the gate refuses stays with its author.
///
/// # Errors
/// When not allowed, words are undecided, nothing goes in, or the gate refused: then its report is
/// kept with the release.
pub async fn submit(
    app: &App,
    session: &Session,
    id: ReleaseId,
    version: i64,
) -> Result<Page, AppError> {
    session.require(Permission::PrepareReleases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let desk = Desk::load(&mut tx, id).await?;
    let release = desk.release(version);
    release.require_open()?;
    if desk.source.is_superseded() {
        return Err(Violation::SourceChanged.into());
    }
    match u32::try_from(desk.reading.n_undecided()).unwrap_or(u32::MAX) {
        0 => {}
        words => return Err(Violation::WordsUndecided { words }.into()),
    }
    if desk.reading.n_included() == 0 {
        return Err(Violation::NothingToRelease.into());
    }
    keep_names(&mut tx, &desk).await?;
    let edge = edge(&mut tx, app).await?;
    let made = desk.make(edge)?;
    if !made.gate.passed() {
        return Err(refuse(app, session, tx, release, made.gate).await?);
    }
    let (release, event) = release.submit(&made)?;
    store::releases::keep_document(&mut tx, id, Some(&made.document)).await?;
    save(tx, app, session, &release, event).await
}

/// Keeps the gate's report and says no.
async fn refuse(
    app: &App,
    session: &Session,
    mut tx: WriteTx,
    release: Release,
    gate: GateReport,
) -> Result<AppError, AppError> {
    let refusal = gate.require_passed();
    let (release, event) = release.refused(gate);
    store::releases::update(&mut tx, &release).await?;
    tx.commit(&session.stamp(app), event).await?;
    Ok(refusal.map_or_else(AppError::from, |()| AppError::Document))
}

async fn save(
    mut tx: WriteTx,
    app: &App,
    session: &Session,
    release: &Release,
    event: AuditEvent,
) -> Result<Page, AppError> {
    store::releases::update(&mut tx, release).await?;
    let page = page(&mut tx, release.id).await?;
    tx.commit(&session.stamp(app), event).await?;
    Ok(page)
}

/// Sends a release back to its author.
///
/// # Errors
/// When not allowed, not waiting for approval, or changed meanwhile.
pub async fn return_to_author(
    app: &App,
    session: &Session,
    id: ReleaseId,
    version: i64,
    reason: NonBlank,
) -> Result<Page, AppError> {
    session.require(Permission::ApproveReleases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let release = Release { version, ..store::releases::get(&mut tx, id).await? };
    let (release, event) = release.return_to_author(reason)?;
    store::releases::keep_document(&mut tx, id, None).await?;
    save(tx, app, session, &release, event).await
}

/// Approves a release as the second person (R45). The gate reads the very bytes once more.
///
/// # Errors
/// When not allowed, by one who had a hand in it, or the source changed (then it is void), or the
/// gate refused.
pub async fn approve(
    app: &App,
    session: &Session,
    id: ReleaseId,
    version: i64,
) -> Result<Page, AppError> {
    session.require(Permission::ApproveReleases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let desk = Desk::load(&mut tx, id).await?;
    let step = desk.release(version).approve(&session.stamp(app), &desk.choosers())?;
    finish(app, session, tx, desk, version, step).await
}

/// Records that a copy goes to its recipient. From now on nothing about it changes.
///
/// # Errors
/// When not allowed, not approved, or the source changed (then it is void), or the gate refused.
pub async fn issue(
    app: &App,
    session: &Session,
    id: ReleaseId,
    version: i64,
    route: NonBlank,
) -> Result<Page, AppError> {
    session.require(Permission::IssueReleases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let desk = Desk::load(&mut tx, id).await?;
    let step = desk.release(version).issue(&session.stamp(app), route)?;
    finish(app, session, tx, desk, version, step).await
}

/// The last step of approving and issuing: only what is still true, and what the gate lets pass.
async fn finish(
    app: &App,
    session: &Session,
    mut tx: WriteTx,
    desk: Desk,
    version: i64,
    (release, event): (Release, AuditEvent),
) -> Result<Page, AppError> {
    if desk.source_changed() || desk.source.is_superseded() {
        let (release, event) = desk.release(version).void()?;
        store::releases::update(&mut tx, &release).await?;
        tx.commit(&session.stamp(app), event).await?;
        return Err(Violation::SourceChanged.into());
    }
    let document = store::releases::document(&mut tx, &desk.listed.release).await?;
    let edge = edge(&mut tx, app).await?;
    let gate = desk.check(&desk.summary(edge), &document);
    if !gate.passed() {
        return Err(refuse(app, session, tx, desk.release(version), gate).await?);
    }
    let release = Release { gate: Some(gate), ..release };
    save(tx, app, session, &release, event).await
}

/// The document as issued, for a file. Recorded as an export.
///
/// # Errors
/// When not allowed or it was not issued.
pub async fn export(
    app: &App,
    session: &Session,
    id: ReleaseId,
) -> Result<(String, Document), AppError> {
    session.require(Permission::ExportDocuments)?;
    let mut tx = app.db.write(session.reach()).await?;
    let listed = store::releases::get_listed(&mut tx, id).await?;
    let release = &listed.release;
    if release.status != ReleaseStatus::Issued {
        return Err(Violation::WrongState { state: release.status.as_str().into() }.into());
    }
    let document = store::releases::document(&mut tx, release).await?;
    let name = release.file_name(&listed.reference, listed.minutes_number);
    tx.commit(&session.stamp(app), release.event(AuditAction::Exported)).await?;
    Ok((name, document))
}

/// The distribution log: of a meeting, a case, what is unfinished, or what went out and was
/// corrected since.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn list(app: &App, session: &Session, listing: Listing) -> Result<Vec<Listed>, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.read(session.reach()).await?;
    Ok(store::releases::list(&mut tx, listing).await?)
}
