//! The authority's rules and days: what is in force, a new version of a row, added days.

use chrono::NaiveDate;
use domain::access::{Permission, Reach};
use domain::audit::{AuditAction, AuditEvent, EntityKind};
use domain::field::{Invalid, Problem};
use domain::ids::RuleRowId;
use domain::policy::{NewVersion, NotAVersion, Profile, Rule};
use domain::text::NonBlank;
use store::rules;

use crate::{App, AppError, Session};

pub use store::rules::{DayOff, NonWorkingDay};

/// Every row of the store's profile, all versions.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn list(app: &App, session: &Session) -> Result<Profile, AppError> {
    session.require(Permission::UseConvenor)?;
    let mut tx = app.db.read(session.reach()).await?;
    crate::policies::rule_book(&mut tx).await
}

/// Publishes a new version of a row; the version before is never changed.
///
/// # Errors
/// When not allowed, a version was published meanwhile, or the row cannot say that.
pub async fn set_version(app: &App, session: &Session, new: NewVersion) -> Result<Rule, AppError> {
    session.require(Permission::ManageRules)?;
    if new.effective_from < app.clock.today() {
        return Err(Invalid::one("effectiveFrom", Problem::InPast).into());
    }
    let stamp = session.stamp(app);
    let mut tx = app.db.write(Reach::NoCases).await?;
    let profile = crate::policies::rule_book(&mut tx).await?;
    let rule = profile.next_version(new).map_err(refusal)?;
    let id = RuleRowId::new(&*app.ids);
    rules::insert(&mut tx, id, &rule, &stamp).await?;
    let event = AuditEvent::new(AuditAction::Added, EntityKind::Rule, id).fields(&[
        "body",
        "effective_from",
        "source",
        "status",
    ]);
    tx.commit(&stamp, event).await?;
    Ok(rule)
}

fn refusal(refused: NotAVersion) -> AppError {
    match refused {
        NotAVersion::NoSuchRow => AppError::Missing(EntityKind::Rule),
        NotAVersion::Stale { .. } => AppError::Stale,
        NotAVersion::NotAfter(_) => Invalid::one("effectiveFrom", Problem::TooEarly).into(),
        NotAVersion::NoFigure => Invalid::one("figure", Problem::NotAChoice).into(),
        NotAVersion::Faults(faults) => {
            let field = |path: &str| match path {
                path if path.contains(".title") => "title",
                path if path.contains(".source") => "source",
                path if path.contains(".effective") => "effectiveFrom",
                path if path.ends_with(".within_days") => "episodes.withinDays",
                path if path.ends_with(".count") => "episodes.count",
                _ => "figure",
            };
            let path = faults.first().map_or("figure", |fault| field(&fault.path));
            Invalid::one(path, Problem::NotANumber).into()
        }
    }
}

/// The days that were added to the calendar.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn days(app: &App, session: &Session) -> Result<Vec<NonWorkingDay>, AppError> {
    session.require(Permission::UseConvenor)?;
    let mut tx = app.db.read(session.reach()).await?;
    Ok(rules::days(&mut tx).await?)
}

/// The most days that are added at once.
const MOST_DAYS: i64 = 366;

/// Takes a day off the calendar that was added by mistake.
///
/// # Errors
/// When not allowed, or nobody added that day.
pub async fn remove_day(
    app: &App,
    session: &Session,
    on: NaiveDate,
) -> Result<Vec<NonWorkingDay>, AppError> {
    session.require(Permission::ManageRules)?;
    let mut tx = app.db.write(Reach::NoCases).await?;
    rules::remove_day(&mut tx, on).await?;
    let left = rules::days(&mut tx).await?;
    let event = AuditEvent::new(AuditAction::Removed, EntityKind::Setting, session.user)
        .fields(&["non_working_days"]);
    tx.commit(&session.stamp(app), event).await?;
    Ok(left)
}

/// Adds the days from one to another to the calendar.
///
/// # Errors
/// When not allowed, a day is in the calendar already, or the days are backwards or too many.
pub async fn add_days(
    app: &App,
    session: &Session,
    kind: DayOff,
    (from, until): (NaiveDate, NaiveDate),
    name: NonBlank,
) -> Result<Vec<NonWorkingDay>, AppError> {
    session.require(Permission::ManageRules)?;
    let length = until.signed_duration_since(from).num_days();
    if !(0..MOST_DAYS).contains(&length) {
        return Err(Invalid::one("until", Problem::TooEarly).into());
    }
    let mut tx = app.db.write(Reach::NoCases).await?;
    for on in from.iter_days().take_while(|day| *day <= until) {
        let day = NonWorkingDay { on, kind, name: name.clone() };
        rules::insert_day(&mut tx, &day).await?;
    }
    let added = rules::days(&mut tx).await?;
    // Refuses days that the calendar does not cover, before they are kept.
    domain::calendar::WorkingCalendar::with(&rules::calendar_days(&added))
        .map_err(|_| Invalid::one("from", Problem::NotADate))?;
    let event = AuditEvent::new(AuditAction::Added, EntityKind::Setting, session.user)
        .fields(&["non_working_days"]);
    tx.commit(&session.stamp(app), event).await?;
    Ok(added)
}
