//! The list of cases, with what each is owed and by when.

use std::collections::BTreeMap;

use domain::access::Permission;
use domain::case::RiskRating;
use domain::ids::CaseId;
use domain::policy::due::RuleBook;
use store::cases::{self, CaseFilter, Listed, Order};
use store::{Reads, risk};

use crate::diary::{House, Owed};
use crate::{App, AppError, Session};

/// In which order a list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListOrder {
    /// One that the store knows.
    Kept(Order),
    /// The soonest due first; cases to which nothing is owed by a day come last.
    Due,
}

/// A case in a list.
pub struct CaseRow {
    /// The case.
    pub listed: Listed,
    /// The meeting that is owed.
    pub owed: Option<Owed>,
}

/// One page of cases.
pub struct CasePage {
    /// The cases.
    pub cases: Vec<CaseRow>,
    /// How many cases the whole list has.
    pub total: u32,
    /// Their risk histories, oldest first.
    pub ratings: Vec<RiskRating>,
    /// The areas that cases are in.
    pub areas: Vec<String>,
}

/// Cases in the order asked for.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn list(
    app: &App,
    session: &Session,
    filter: CaseFilter,
    order: ListOrder,
    page: (u32, u32),
) -> Result<CasePage, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.read(session.reach()).await?;
    let mut owed = owed(app, &mut tx).await?;
    let mut with_owed = |listed: Listed| CaseRow { owed: owed.remove(&listed.id), listed };
    let (cases, total): (Vec<CaseRow>, u32) = match order {
        ListOrder::Kept(order) => {
            let filter = CaseFilter { order, ..filter };
            let (listed, total) = cases::list(&mut tx, &filter, page).await?;
            (listed.into_iter().map(with_owed).collect(), total)
        }
        ListOrder::Due => {
            // Due dates are worked out, not stored: the whole list is put in order, then cut.
            let (all, total) = cases::list(&mut tx, &filter, (0, u32::MAX)).await?;
            let mut all: Vec<CaseRow> = all.into_iter().map(&mut with_owed).collect();
            all.sort_by_key(soonest);
            let (offset, limit) = page;
            let part = all.into_iter().skip(offset as usize).take(limit as usize);
            (part.collect(), total)
        }
    };
    let ids: Vec<CaseId> = cases.iter().map(|case| case.listed.id).collect();
    let ratings = risk::ratings(&mut tx, &ids).await?;
    let areas = cases::areas(&mut tx).await?;
    Ok(CasePage { cases, total, ratings, areas })
}

fn soonest(row: &CaseRow) -> (bool, Option<chrono::NaiveDate>, String) {
    let due_by = row.owed.as_ref().and_then(|owed| owed.due_by);
    (due_by.is_none(), due_by, row.listed.columns.reference.clone())
}

/// What every open case is owed.
async fn owed(app: &App, tx: &mut impl Reads) -> Result<BTreeMap<CaseId, Owed>, AppError> {
    let house = House::read(app, tx).await?;
    let book = RuleBook::new(&house.profile.rules);
    let mut found = BTreeMap::new();
    for (case, facts) in store::facts::of_open_cases(tx).await? {
        if let Some(owed) = house.owed(&book, &facts)? {
            found.insert(case, owed);
        }
    }
    Ok(found)
}
