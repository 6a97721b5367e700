//! What needs attention today: for the person who asks, and for the authority.

use chrono::{Days, NaiveDate};
use domain::access::Permission;
use domain::clock::local_date;
use domain::ids::MeetingId;
use domain::meeting::MeetingStatus;
use domain::policy::due::{RuleBook, State};
use domain::record::MinutesStatus;
use store::Reads;
use store::meetings::{self, Filter};

use crate::diary::to_schedule::{Row, rows};
use crate::diary::{DiaryLine, House, lines};
use crate::{App, AppError, Session};

pub use store::meetings::OverdueActions;

/// How many days "the next days" are.
const NEXT_DAYS: u64 = 14;

/// What needs attention.
#[derive(Debug)]
pub struct Today {
    /// Today.
    pub today: NaiveDate,
    /// Meetings today that the person chairs or takes minutes for.
    pub my_meetings: Vec<DiaryLine>,
    /// Planned meetings of theirs in the days after.
    pub next_days: Vec<DiaryLine>,
    /// Reviews that are overdue, due or due soon, or need a fact.
    pub reviews: Vec<Row>,
    /// How many reviews are overdue in the authority.
    pub overdue_reviews: u32,
    /// Actions past their date by agency.
    pub overdue_actions: Vec<OverdueActions>,
    /// Minutes that the person is writing or has to approve.
    pub drafts: Vec<MinutesLine>,
    /// Minutes approved and not issued (R41).
    pub to_issue: Vec<MinutesLine>,
    /// Replies missing for meetings in the next days.
    pub silent_replies: u32,
    /// Reports past their date for meetings in the next days.
    pub late_reports: u32,
}

/// Minutes that need something.
#[derive(Debug)]
pub struct MinutesLine {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its neutral reference.
    pub reference: String,
    /// The children's names.
    pub children: Vec<String>,
    /// When it was held.
    pub held_on: NaiveDate,
    /// Where they stand; none when not begun.
    pub status: Option<MinutesStatus>,
    /// The last day for issuing (R41).
    pub issue_by: Option<NaiveDate>,
    /// Days from today; negative when past.
    pub days_left: Option<i64>,
}

/// What needs attention. A chair sees the reviews of their own cases, others those of all.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn look(app: &App, session: &Session) -> Result<Today, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.read(session.reach()).await?;
    let house = House::read(app, &mut tx).await?;
    let until = house.today.checked_add_days(Days::new(NEXT_DAYS));
    let filter = Filter { from: Some(house.today), until, ..Filter::default() };
    let mut near = meetings::list(&mut tx, &filter).await?;
    near.retain(|meeting| meeting.status != MeetingStatus::Cancelled);
    let near = lines(&mut tx, near, house.today).await?;
    let planned = || near.iter().filter(|line| line.meeting.status == MeetingStatus::Planned);
    let silent_replies =
        planned().map(|line| line.counts.sent.saturating_sub(line.counts.replied)).sum();
    let late_reports = planned().map(|line| line.counts.reports_late).sum();
    let mine = near.into_iter().filter(|line| {
        let meeting = &line.meeting;
        meeting.chair == session.user
            || meeting.minute_taker == Some(session.user)
            || meeting.vice_chair.as_ref().is_some_and(|vice| vice.user == session.user)
    });
    let (my_meetings, next_days): (Vec<_>, Vec<_>) =
        mine.partition(|line| line.meeting.on == house.today);

    let all = rows(&mut tx, &house, None).await?;
    let is_overdue = |row: &&Row| row.owed.state == State::Overdue;
    let overdue_reviews = u32::try_from(all.iter().filter(is_overdue).count()).unwrap_or(u32::MAX);
    let chairs = session.may(Permission::ChairMeetings);
    let presses = |row: &Row| {
        let own = !chairs || row.chair.is_none() || row.chair == Some(session.user);
        own && !matches!(row.owed.state, State::NotDue | State::NoClock)
    };
    let reviews = all.into_iter().filter(presses).collect();
    let overdue_actions = meetings::overdue_actions(&mut tx, house.today).await?;
    let (drafts, to_issue) = minutes(&mut tx, &house, session).await?;
    Ok(Today {
        today: house.today,
        my_meetings,
        next_days: next_days
            .into_iter()
            .filter(|line| line.meeting.status == MeetingStatus::Planned)
            .collect(),
        reviews,
        overdue_reviews,
        overdue_actions,
        drafts,
        to_issue,
        silent_replies,
        late_reports,
    })
}

/// Drafts of the person's own meetings; approved minutes of all that are not out.
async fn minutes(
    tx: &mut impl Reads,
    house: &House,
    session: &Session,
) -> Result<(Vec<MinutesLine>, Vec<MinutesLine>), AppError> {
    let book = RuleBook::new(&house.profile.rules);
    let due = meetings::minutes_due(tx).await?;
    let mut held = Vec::new();
    for one in &due {
        held.push(meetings::get(tx, one.meeting).await?);
    }
    let (mut drafts, mut to_issue) = (Vec::new(), Vec::new());
    for (one, line) in due.into_iter().zip(lines(tx, held, house.today).await?) {
        let meeting = &line.meeting;
        let held_on = one.closed_at.map_or(meeting.on, local_date);
        let issue_by = house.issue_by(&book, held_on)?;
        let mine = meeting.chair == session.user
            || meeting.minute_taker == Some(session.user)
            || meeting.vice_chair.as_ref().is_some_and(|vice| vice.user == session.user);
        let entry = MinutesLine {
            meeting: meeting.id,
            reference: meeting.reference.as_str().to_owned(),
            children: line.children.iter().map(|child| child.name.clone()).collect(),
            held_on,
            status: one.status,
            issue_by,
            days_left: issue_by.map(|by| by.signed_duration_since(house.today).num_days()),
        };
        match one.status {
            Some(MinutesStatus::Approved) => to_issue.push(entry),
            _ if mine => drafts.push(entry),
            _ => {}
        }
    }
    Ok((drafts, to_issue))
}
