//! The list of reviews to schedule: every open case that is owed a meeting which nothing in the
//! diary keeps (R01–R06, R39).

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use domain::access::Permission;
use domain::case::RatingLevel;
use domain::diary::{Busy, is_kept_by, suggest};
use domain::ids::{CaseId, MeetingId, PersonId, UserId};
use domain::meeting::Meeting;
use domain::policy::Fact;
use domain::policy::due::{RuleBook, State};
use store::Reads;
use store::meetings::{self, OpenCase};

use super::{DiaryClash, House, Owed, busy, told, user_names};
use crate::{App, AppError, Session};

/// How far ahead the diary is read for meetings that answer an obligation.
const AHEAD_DAYS: u64 = 730;

/// A review to schedule.
#[derive(Debug, Clone)]
pub struct Row {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub case_reference: String,
    /// The child.
    pub child: PersonId,
    /// Their name.
    pub child_name: String,
    /// The level of risk now.
    pub level: Option<RatingLevel>,
    /// The chair of the case.
    pub chair: Option<UserId>,
    /// Their name.
    pub chair_name: Option<String>,
    /// What is owed.
    pub owed: Owed,
    /// The day to offer.
    pub suggested: Option<NaiveDate>,
    /// What stands in the way of the last day in time.
    pub clashes: Vec<DiaryClash>,
    /// A meeting is planned, but does not answer it.
    pub booked: Option<Booked>,
}

/// A planned meeting that does not answer what is owed.
#[derive(Debug, Clone)]
pub struct Booked {
    /// Which.
    pub meeting: MeetingId,
    /// Its neutral reference.
    pub reference: String,
    /// For when.
    pub on: NaiveDate,
}

/// The reviews to schedule.
#[derive(Debug)]
pub struct List {
    /// Missing facts first, then overdue, then by days left.
    pub rows: Vec<Row>,
    /// Today.
    pub today: NaiveDate,
}

/// The reviews to schedule: of every open case, or of one chair's.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn list(app: &App, session: &Session, chair: Option<UserId>) -> Result<List, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.read(session.reach()).await?;
    let house = House::read(app, &mut tx).await?;
    let rows = rows(&mut tx, &house, chair).await?;
    Ok(List { rows, today: house.today })
}

pub(crate) async fn rows(
    tx: &mut impl Reads,
    house: &House,
    chair: Option<UserId>,
) -> Result<Vec<Row>, AppError> {
    let until = house.today.checked_add_days(Days::new(AHEAD_DAYS)).unwrap_or(house.today);
    let (busy, people) = busy(tx, house.today, until).await?;
    let names = user_names(tx).await?;
    let cases = meetings::open_cases(tx).await?;
    let mut facts: BTreeMap<CaseId, Vec<Fact>> =
        store::facts::of_open_cases(tx).await?.into_iter().collect();
    let book = RuleBook::new(&house.profile.rules);
    let mut rows = Vec::new();
    for case in cases {
        if chair.is_some() && case.chair != chair {
            continue;
        }
        let facts = facts.remove(&case.child.case).unwrap_or_default();
        let Some(owed) = house.owed(&book, &facts)? else { continue };
        let planned = planned_for(&busy, case.child.case);
        if planned.iter().any(|meeting| is_kept_by(&owed.obligation, meeting, house.today)) {
            continue;
        }
        let booked = planned.first().map(|meeting| Booked {
            meeting: meeting.id,
            reference: meeting.reference.as_str().to_owned(),
            on: meeting.on,
        });
        let (suggested, clashes) = match owed.book_by {
            Some(book_by) => {
                let (day, clashes) =
                    suggest(book_by, house.today, case.chair, &busy, &house.calendar)?;
                (Some(day), told(clashes, &busy, &people))
            }
            None => (None, Vec::new()),
        };
        rows.push(row(case, owed, &names, booked, suggested, clashes));
    }
    rows.sort_by_key(order);
    Ok(rows)
}

fn row(
    case: OpenCase,
    owed: Owed,
    names: &BTreeMap<UserId, String>,
    booked: Option<Booked>,
    suggested: Option<NaiveDate>,
    clashes: Vec<DiaryClash>,
) -> Row {
    Row {
        case: case.child.case,
        case_reference: case.child.reference,
        child: case.child.person,
        child_name: case.child.name,
        level: case.level,
        chair: case.chair,
        chair_name: case.chair.and_then(|chair| names.get(&chair).cloned()),
        owed,
        suggested,
        clashes,
        booked,
    }
}

fn planned_for(busy: &[Busy], case: CaseId) -> Vec<&Meeting> {
    let concerns = |meeting: &&Meeting| meeting.cases.iter().any(|subject| subject.case == case);
    busy.iter().map(|one| &one.meeting).filter(concerns).collect()
}

/// Missing facts first, what has no date after what is past, then by days left and name.
fn order(row: &Row) -> (u8, i64, String, CaseId) {
    let rank = match row.owed.state {
        State::NeedsFact => 0,
        State::Overdue => 1,
        State::Due | State::DueSoon | State::NotDue => 2,
        State::Triggered | State::NoClock => 3,
    };
    (rank, row.owed.days_left.unwrap_or(i64::MIN), row.child_name.clone(), row.case)
}
