//! Finding by one text: people, cases, agencies, passages of minutes; the surest first.
//!
//! Names are compared word by word with `domain::likeness`, so that a child is found as somebody
//! heard the name. It must never decide that two people are one.

mod snippet;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate};
use domain::agency::Agency;
use domain::ids::{CaseId, MeetingId, PassageId, PersonId};
use domain::likeness::Likeness;
use domain::record::Section;
use domain::text::{NonBlank, SearchKey};
use uuid::Uuid;

use crate::agencies::{self, AgencyFilter};
use crate::db::Reads;
use crate::error::StoreError;
use crate::people::compact;
use crate::row::{LIST, Table};
use crate::statement::SqlBuilder;

const PASSAGES: Table = Table("passages");

/// The most that one list of hits has.
const MOST: usize = 50;

/// The shortest text that is looked for inside numbers and minutes: a shorter one is everywhere.
const SHORTEST: usize = 3;

/// What is looked for, read from one text in every way that it can be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    key: SearchKey,
    number: String,
    born: Option<NaiveDate>,
}

impl Wanted {
    /// Reads a text as typed.
    #[must_use]
    pub fn of(text: &NonBlank) -> Self {
        let text = text.as_str();
        Self { key: SearchKey::of(text), number: compact(text), born: day(text) }
    }

    /// Nothing but punctuation: there is nothing to look for.
    fn is_empty(&self) -> bool {
        self.number.is_empty()
    }
}

/// A day as people write one; a birth is never before 1900.
fn day(text: &str) -> Option<NaiveDate> {
    const WAYS: &[&str] = &[
        "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %m %Y", "%d %B %Y", "%d/%m/%y",
        "%d.%m.%y",
    ];
    let read = |way: &&str| NaiveDate::parse_from_str(text, way).ok();
    WAYS.iter().filter_map(read).find(|day| day.year() >= 1900)
}

/// How a person was found, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundBy {
    /// A number by which another system knows them.
    Identifier,
    /// Their date of birth.
    DateOfBirth,
    /// The words of their names.
    Name(Likeness),
}

/// A person found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPerson {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// When they were born.
    pub born: Option<NaiveDate>,
    /// Whether they take part as somebody at work.
    pub professional: bool,
    /// How they were found.
    pub by: FoundBy,
    /// The name that was found, when it is not their present one.
    pub other_name: Option<String>,
    /// The open or last case of which they are the child, and its reference.
    pub case: Option<(CaseId, String)>,
}

#[derive(sqlx::FromRow)]
struct PersonRow {
    id: Uuid,
    name: String,
    date_of_birth: Option<NaiveDate>,
    professional: bool,
}

/// People by name, number or date of birth.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn people(tx: &mut impl Reads, wanted: &Wanted) -> Result<Vec<FoundPerson>, StoreError> {
    tx.require_case_reach()?;
    let mut found = by_name(tx, wanted).await?;
    for (by, id, key) in by_number_or_birth(tx, wanted).await? {
        found.insert(id, (by, key));
    }
    let mut order: Vec<(FoundBy, String, Uuid)> =
        found.into_iter().map(|(id, (by, key))| (by, key, id)).collect();
    order.sort_unstable();
    order.truncate(MOST);
    let ids = || order.iter().map(|(_, _, id)| *id);
    let mut query =
        SqlBuilder::new("SELECT id, name, date_of_birth, professional FROM people WHERE id IN ");
    query.push_list(ids());
    let rows = query.build().all::<PersonRow>(tx).await?;
    let mut rows: BTreeMap<Uuid, PersonRow> = rows.into_iter().map(|row| (row.id, row)).collect();
    let others = other_names(tx, ids()).await?;
    let mut cases = cases_of(tx, ids()).await?;
    let person = |(by, _, id): &(FoundBy, String, Uuid)| {
        let row = rows.remove(id)?;
        let others = others.iter().filter(|(of, _)| of == id).map(|(_, name)| name.as_str());
        let other_name = match by {
            FoundBy::Name(_) => found_name(&wanted.key, &row.name, others),
            FoundBy::Identifier | FoundBy::DateOfBirth => None,
        };
        let PersonRow { name, date_of_birth: born, professional, .. } = row;
        let (id, case) = (PersonId::from_uuid(*id), cases.remove(id));
        Some(FoundPerson { id, name, born, professional, by: *by, other_name, case })
    };
    Ok(order.iter().filter_map(person).collect())
}

type Found = BTreeMap<Uuid, (FoundBy, String)>;

/// Whom every word asked for finds, in whichever of their names.
async fn by_name(tx: &mut impl Reads, wanted: &Wanted) -> Result<Found, StoreError> {
    let query = SqlBuilder::new("SELECT DISTINCT word FROM search_words");
    let known = query.build().all::<(String,)>(tx).await?;
    let mut found: Option<Found> = None;
    for asked in wanted.key.words().collect::<BTreeSet<_>>() {
        let answer = |(word,): &(String,)| Some((word.clone(), Likeness::of_word(asked, word)?));
        let alike: BTreeMap<String, Likeness> = known.iter().filter_map(answer).collect();
        let mut these = people_with(tx, &alike).await?;
        found = Some(match found {
            None => these,
            Some(before) => {
                let both = |(id, (by, key)): (Uuid, (FoundBy, String))| {
                    these.remove(&id).map(|(this, _)| (id, (by.max(this), key)))
                };
                before.into_iter().filter_map(both).collect()
            }
        });
    }
    Ok(found.unwrap_or_default())
}

/// Who has one of some words in a name, each by the surest of them.
async fn people_with(
    tx: &mut impl Reads,
    alike: &BTreeMap<String, Likeness>,
) -> Result<Found, StoreError> {
    let mut found = Found::new();
    let words: Vec<&str> = alike.keys().map(String::as_str).collect();
    for some in words.chunks(LIST) {
        let mut query = SqlBuilder::new(
            "SELECT w.word, w.person_id, p.search_key
             FROM search_words w JOIN people p ON p.id = w.person_id
             WHERE p.merged_into IS NULL AND w.word IN ",
        );
        query.push_list(some.iter().copied());
        for (word, id, key) in query.build().all::<(String, Uuid, String)>(tx).await? {
            let Some(likeness) = alike.get(&word) else { continue };
            let by = FoundBy::Name(*likeness);
            let best = found.entry(id).or_insert((by, key));
            best.0 = best.0.min(by);
        }
    }
    Ok(found)
}

/// Date of birth first, so that a number that finds the same person comes last and stays.
async fn by_number_or_birth(
    tx: &mut impl Reads,
    wanted: &Wanted,
) -> Result<Vec<(FoundBy, Uuid, String)>, StoreError> {
    let mut found = Vec::new();
    if let Some(born) = wanted.born {
        let mut query = SqlBuilder::new(
            "SELECT id, search_key FROM people WHERE merged_into IS NULL AND date_of_birth = ",
        );
        query.push_bind(born);
        let rows = query.build().all::<(Uuid, String)>(tx).await?;
        found.extend(rows.into_iter().map(|(id, key)| (FoundBy::DateOfBirth, id, key)));
    }
    if wanted.number.chars().count() >= SHORTEST {
        let mut query = SqlBuilder::new(
            "SELECT DISTINCT p.id, p.search_key
             FROM person_identifiers i JOIN people p ON p.id = i.person_id
             WHERE p.merged_into IS NULL AND i.search_key LIKE ",
        );
        query.push_bind(format!("{}%", wanted.number));
        let rows = query.build().all::<(Uuid, String)>(tx).await?;
        found.extend(rows.into_iter().map(|(id, key)| (FoundBy::Identifier, id, key)));
    }
    Ok(found)
}

async fn other_names(
    tx: &mut impl Reads,
    people: impl Iterator<Item = Uuid>,
) -> Result<Vec<(Uuid, String)>, StoreError> {
    let mut query = SqlBuilder::new("SELECT person_id, name FROM person_names WHERE person_id IN ");
    query.push_list(people).push(" ORDER BY id");
    query.build().all::<(Uuid, String)>(tx).await
}

/// The other name in which a word is found more surely than in the present one.
fn found_name<'a>(
    asked: &SearchKey,
    present: &str,
    mut others: impl Iterator<Item = &'a str>,
) -> Option<String> {
    let surest = |asked: &str, name: &SearchKey| {
        let each = name.words().filter_map(|word| Likeness::of_word(asked, word));
        each.min().map(Reverse)
    };
    let present = SearchKey::of(present);
    let is_surer = |other: &&str| {
        let other = SearchKey::of(other);
        asked.words().any(|asked| surest(asked, &other) > surest(asked, &present))
    };
    others.find(is_surer).map(str::to_owned)
}

/// The open case of each child, else the last.
async fn cases_of(
    tx: &mut impl Reads,
    children: impl Iterator<Item = Uuid>,
) -> Result<BTreeMap<Uuid, (CaseId, String)>, StoreError> {
    let mut query = SqlBuilder::new("SELECT child_id, id, reference FROM cases WHERE child_id IN ");
    query
        .push_list(children)
        .push(" ORDER BY CASE WHEN closed_on IS NULL THEN 1 ELSE 0 END, opened_on, reference");
    let rows = query.build().all::<(Uuid, Uuid, String)>(tx).await?;
    let case = |(child, id, reference)| (child, (CaseId::from_uuid(id), reference));
    // The last of a child stays.
    Ok(rows.into_iter().map(case).collect())
}

/// A case found by its reference.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct FoundCase {
    id: Uuid,
    /// Its reference.
    pub reference: String,
    /// The child's name.
    pub child_name: String,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
}

impl FoundCase {
    /// Which.
    #[must_use]
    pub const fn id(&self) -> CaseId {
        CaseId::from_uuid(self.id)
    }
}

/// Cases by their reference, however it is typed: `C-0012`, `c0012`, `12`.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn cases(tx: &mut impl Reads, wanted: &Wanted) -> Result<Vec<FoundCase>, StoreError> {
    tx.require_case_reach()?;
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let reference = wanted.number.to_uppercase();
    let mut query = SqlBuilder::new(
        "SELECT c.id, c.reference, p.name AS child_name, c.closed_on
         FROM cases c JOIN people p ON p.id = c.child_id
         WHERE REPLACE(c.reference, '-', '') LIKE ",
    );
    query.push_bind(format!("%{reference}%"));
    query.push(" ORDER BY CASE WHEN REPLACE(c.reference, '-', '') = ").push_bind(&*reference);
    query.push(" THEN 0 WHEN REPLACE(c.reference, '-', '') LIKE ");
    query.push_bind(format!("{reference}%"));
    query.push(" THEN 1 ELSE 2 END, c.reference LIMIT ").push_bind(most());
    query.build().all::<FoundCase>(tx).await
}

const fn most() -> i64 {
    MOST as i64
}

/// Agencies in use by name. An agency is no part of a case: every session may find one.
///
/// # Errors
/// When the database fails or a row is unreadable.
pub async fn agencies(tx: &mut impl Reads, wanted: &Wanted) -> Result<Vec<Agency>, StoreError> {
    let known = agencies::list(tx, &AgencyFilter::default()).await?;
    let answer = |agency: Agency| {
        let name = SearchKey::of(agency.name.as_str());
        Some((Likeness::of_name(&wanted.key, &name)?, agency))
    };
    let mut found: Vec<(Likeness, Agency)> = known.into_iter().filter_map(answer).collect();
    // Stable: by name within one likeness.
    found.sort_by_key(|(likeness, _)| *likeness);
    Ok(found.into_iter().take(MOST).map(|(_, agency)| agency).collect())
}

/// A passage of minutes found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPassage {
    /// Which.
    pub id: PassageId,
    /// In which meeting.
    pub meeting: MeetingId,
    /// Its neutral reference.
    pub reference: String,
    /// The day of the meeting.
    pub on: NaiveDate,
    /// The child it is about, when only one.
    pub case: Option<CaseId>,
    /// The part of the record that it belongs to.
    pub section: Section,
    /// Up to 120 characters around the words.
    pub snippet: String,
}

#[derive(sqlx::FromRow)]
struct PassageRow {
    id: Uuid,
    meeting_id: Uuid,
    reference: String,
    starts_on: NaiveDate,
    case_id: Option<Uuid>,
    section: String,
    body: String,
}

/// Passages in which every word asked for begins a word: those that have just these words in a row
/// first, then those that have their beginnings in a row, each the newest first.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn passages(
    tx: &mut impl Reads,
    wanted: &Wanted,
) -> Result<Vec<FoundPassage>, StoreError> {
    tx.require_case_reach()?;
    let Wanted { key, number, .. } = wanted;
    if number.chars().count() < SHORTEST {
        return Ok(Vec::new());
    }
    let mut query = SqlBuilder::new(
        "SELECT s.id, s.meeting_id, m.reference, m.starts_on, s.case_id, s.section, s.body
         FROM passages s JOIN meetings m ON m.id = s.meeting_id
         WHERE 1 = 1",
    );
    for word in key.words() {
        query.push(" AND (' ' || s.search_key) LIKE ").push_bind(format!("% {word}%"));
    }
    query.push(" ORDER BY CASE WHEN (' ' || s.search_key || ' ') LIKE ");
    query.push_bind(format!("% {} %", key.as_str()));
    query.push(" THEN 0 WHEN (' ' || s.search_key) LIKE ");
    query.push_bind(format!("% {}%", key.as_str()));
    query.push(" THEN 1 ELSE 2 END, m.starts_on DESC, m.reference, s.position, s.id LIMIT ");
    query.push_bind(most());
    let rows = query.build().all::<PassageRow>(tx).await?;
    let passage = |row: PassageRow| {
        Ok(FoundPassage {
            id: PassageId::from_uuid(row.id),
            meeting: MeetingId::from_uuid(row.meeting_id),
            reference: row.reference,
            on: row.starts_on,
            case: row.case_id.map(CaseId::from_uuid),
            section: PASSAGES.word("section", &row.section)?,
            snippet: snippet::around(&row.body, key),
        })
    };
    rows.into_iter().map(passage).collect()
}
