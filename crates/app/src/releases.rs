//! Releases: one copy of an approved record for one recipient, from its author past the gate and a
//! second person to whoever gets it.
//!
//! A copy is made afresh each time from chosen parts (never a masked record); its exact bytes are
//! fixed when it is submitted, read by the gate when it is submitted, approved and issued, and
//! void as soon as minutes, people or choices are no longer those it was made from.

use std::collections::BTreeMap;

use domain::access::Permission;
use domain::audit::{AuditAction, AuditEvent, EntityKind, Hash};
use domain::field::{Invalid, Problem};
use domain::ids::{CaseId, MeetingId, ReleaseId, UserId};
use domain::release::{
    Chosen, Commission, Document, FoundKind, FoundWhere, GateFinding, GateReport, Made, Part,
    PartChoice, PartRef, Reader, Recipient, Release, ReleaseStatus, WordChoice, WordDecision,
};
use domain::text::{NonBlank, SearchKey};
use domain::violation::Violation;
use store::releases::known;
use store::{Reads, WriteTx};

pub use store::releases::{Listed, Listing};

use crate::{App, AppError, Session};

mod check;
mod document;
mod fingerprint;
mod reading;
mod register;
mod source;

use reading::Reading;
use register::Known;
use source::Source;

/// A copy to begin.
pub struct Preparing {
    /// The meeting.
    pub meeting: MeetingId,
    /// The child whose copy it is.
    pub case: CaseId,
    /// Who gets it.
    pub recipient: Recipient,
    /// The recipient as printed; the name on record when left out.
    pub name: Option<NonBlank>,
}

/// A choice for one part.
pub struct Choosing {
    /// Which release.
    pub release: ReleaseId,
    /// The version that was read.
    pub version: i64,
    /// Which part.
    pub part: PartRef,
    /// What happens to it.
    pub chosen: Chosen,
}

/// A release with everything that a screen shows of it.
pub struct Page {
    /// Its line of the distribution log.
    pub listed: Listed,
    /// Its parts.
    pub parts: Vec<PagePart>,
    /// Its words.
    pub words: Vec<PageWord>,
    /// How many words wait for a decision.
    pub undecided: usize,
    /// Whether the source changed since the document was fixed.
    pub source_changed: bool,
    /// Who is meant by the keys in the gate's report.
    pub names: BTreeMap<String, String>,
    /// Names of those who chose.
    pub choosers: BTreeMap<UserId, String>,
}

/// A part on its page.
pub struct PagePart {
    /// As it stands in the record, with its default.
    pub part: Part,
    /// Whose it is.
    pub agency: Option<String>,
    /// What happens to it.
    pub chosen: Chosen,
    /// Who chose.
    pub chosen_by: Option<UserId>,
    /// What goes in.
    pub preview: Option<String>,
    /// The text that goes in, before protected words are taken out.
    pub going_in: Option<String>,
    /// What happens within it.
    pub spans: Vec<PageSpan>,
}

/// A stretch of a text that goes, stays or waits. Offsets count Unicode scalar values.
pub struct PageSpan {
    /// First character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What it is.
    pub label: &'static str,
    /// What is done.
    pub action: &'static str,
    /// What stands in its place.
    pub replacement: Option<String>,
    /// Whether it goes whatever anybody decides.
    pub certain: bool,
}

impl From<redact::Span> for PageSpan {
    fn from(span: redact::Span) -> Self {
        Self {
            start: span.start,
            end: span.end,
            label: span.label.as_str(),
            action: span.action.as_str(),
            replacement: span.replacement,
            certain: span.certainty == redact::Certainty::Certain,
        }
    }
}

/// A word on its card.
pub struct PageWord {
    /// The word, folded.
    pub word: String,
    /// What it seems to be.
    pub label: &'static str,
    /// What stands in its place.
    pub replacement: Option<String>,
    /// Whether it goes whatever anybody decides.
    pub certain: bool,
    /// What was decided.
    pub decision: Option<WordChoice>,
    /// How often it stands there.
    pub mentions: usize,
    /// Some of the places: part, before, word, after.
    pub contexts: Vec<(PartRef, [String; 3])>,
}

/// The exact document as it stands.
pub struct Preview {
    /// Its file name.
    pub file_name: String,
    /// Its bytes and their hash.
    pub document: Document,
    /// How many parts go in.
    pub included: usize,
    /// How many are left out.
    pub withheld: usize,
    /// How many words were replaced or taken out.
    pub replaced: usize,
    /// What the gate says.
    pub gate: GateReport,
    /// Who is meant by the keys in the report.
    pub names: BTreeMap<String, String>,
}

/// Source, register and reading of one release, at one moment.
struct Desk {
    listed: Listed,
    source: Source,
    known: Known,
    reading: Reading,
}

impl Desk {
    async fn load(tx: &mut impl Reads, id: ReleaseId) -> Result<Self, AppError> {
        let listed = store::releases::get_listed(tx, id).await?;
        let source = Source::load(tx, &listed.release).await?;
        let known = Known::of(&source)?;
        let reading = Reading::of(&source, &known)?;
        Ok(Self { listed, source, known, reading })
    }

    /// The release, at the version that somebody read.
    fn release(&self, version: i64) -> Release {
        Release { version, ..self.listed.release.clone() }
    }

    fn file_name(&self) -> String {
        self.listed.release.file_name(&self.listed.reference, self.source.minutes.number)
    }

    fn fingerprint(&self) -> Hash {
        fingerprint::of(&self.source, &self.known)
    }

    fn source_changed(&self) -> bool {
        let release = &self.listed.release;
        let is_fixed =
            matches!(release.status, ReleaseStatus::AwaitingApproval | ReleaseStatus::Approved);
        is_fixed && release.source != Some(self.fingerprint())
    }

    /// Everybody who had a hand in the choices.
    fn choosers(&self) -> Vec<UserId> {
        let choices = self.source.choices.iter().map(|choice| choice.decided.0);
        choices.chain(self.source.decisions.iter().map(|decision| decision.decided.0)).collect()
    }

    fn summary(&self, edge: document::Edge) -> render::Summary {
        document::compose(&self.source, &self.reading, edge)
    }

    /// The bytes as they would leave now, and what the gate says of them.
    fn make(&self, edge: document::Edge) -> Result<Made, AppError> {
        let summary = self.summary(edge);
        let pdf = document::print(&summary)?;
        let document = Document::of(pdf.bytes);
        let mut gate = self.check(&summary, &document);
        if pdf.n_unset > 0 {
            gate.findings.push(GateFinding {
                kind: FoundKind::Unreadable,
                place: FoundWhere::Page,
                page: None,
                whose: None,
                form: None,
            });
        }
        Ok(Made { source: self.fingerprint(), document, gate })
    }

    fn check(&self, summary: &render::Summary, document: &Document) -> GateReport {
        let (source, known, reading) = (&self.source, &self.known, &self.reading);
        check::check(source, known, reading, summary, document, &self.file_name())
    }

    fn names(&self) -> BTreeMap<String, String> {
        let people = self.source.people.iter().flat_map(|person| {
            [format!("person:{}", person.id), format!("details:{}", person.id)]
                .map(|key| (key, person.name.clone()))
        });
        let others = self.known.register.entities().iter().filter_map(|entity| {
            Some((entity.id.as_str().to_owned(), entity.names.first()?.clone()))
        });
        others.chain(people).collect()
    }
}

async fn edge(tx: &mut impl Reads, app: &App) -> Result<document::Edge, AppError> {
    Ok(document::Edge { issued: app.clock.today(), head: store::audit::head(tx).await?.hash })
}

/// What a release is called stays as it is: pseudonyms of this reading are kept while it is open.
async fn keep_names(tx: &mut WriteTx, desk: &Desk) -> Result<(), AppError> {
    if desk.listed.release.is_open() {
        for name in &desk.reading.new_pseudonyms {
            store::releases::keep_pseudonym(tx, desk.listed.release.id, name).await?;
        }
    }
    Ok(())
}

async fn page(tx: &mut WriteTx, id: ReleaseId) -> Result<Page, AppError> {
    let desk = Desk::load(tx, id).await?;
    keep_names(tx, &desk).await?;
    let mut choosers = BTreeMap::new();
    for choice in &desk.source.choices {
        let user = store::users::find(tx, choice.decided.0).await?;
        choosers.extend(user.map(|user| (user.id, user.name.into_string())));
    }
    Ok(shown(desk, choosers))
}

fn shown(desk: Desk, choosers: BTreeMap<UserId, String>) -> Page {
    let (undecided, source_changed) = (desk.reading.n_undecided(), desk.source_changed());
    let names = desk.names();
    let Desk { listed, source, reading, .. } = desk;
    let parts = reading.parts.into_iter().map(|read| {
        let agency = source.agencies.iter().find(|agency| Some(agency.id) == read.part.agency);
        let choice = source
            .choices
            .iter()
            .find(|choice| choice.part == read.part.at && choice.chosen == read.chosen);
        let (preview, going_in, spans) = match read.safe {
            Some(safe) => {
                let spans = safe.spans.into_iter().map(PageSpan::from).collect();
                (Some(safe.text), Some(safe.original), spans)
            }
            None => (None, None, Vec::new()),
        };
        PagePart {
            agency: agency.map(|agency| agency.name.clone()),
            chosen: read.chosen,
            chosen_by: choice.map(|choice| choice.decided.0),
            preview,
            going_in,
            spans,
            part: read.part,
        }
    });
    let words = reading.cards.into_iter().map(|(word, card)| PageWord {
        word,
        label: card.label.as_str(),
        replacement: card.replacement,
        certain: card.certain,
        decision: card.decision,
        mentions: card.mentions,
        contexts: (card.contexts.into_iter())
            .map(|place| (place.part, [place.before, place.word, place.after]))
            .collect(),
    });
    Page {
        parts: parts.collect(),
        words: words.collect(),
        listed,
        undecided,
        source_changed,
        names,
        choosers,
    }
}

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
