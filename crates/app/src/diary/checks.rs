//! What must hold before a meeting goes into the diary: its fields, its chair, one at a time.

use domain::access::Permission;
use domain::diary::{ClashKind, Slot, Subject, Wanted, check_day, check_lateness, clashes};
use domain::field::{Fields, Problem};
use domain::ids::{CaseId, MeetingId, UserId};
use domain::meeting::MeetingStatus;
use domain::text::NonBlank;
use domain::violation::Violation;
use store::{Reads, meetings};

use super::write::NewMeeting;
use super::{House, busy};
use crate::AppError;

/// The fields of a new meeting, all told together; gives the reasons that are kept.
pub(super) async fn check(
    tx: &mut impl Reads,
    house: &House,
    new: &NewMeeting,
    subjects: &[Subject],
) -> Result<Vec<Option<NonBlank>>, AppError> {
    let mut fields = Fields::default();
    check_day(&mut fields, new.slot, new.day_off, &house.calendar, house.now);
    let kept = check_lateness(&mut fields, "cases", subjects, &new.cases, new.slot.on);
    fields.require(new.place.is_some() || new.link.is_some(), "place", Problem::Required);
    for (index, one) in new.cases.iter().enumerate() {
        let is_twice = new.cases.iter().take(index).any(|other| other.case == one.case);
        fields.require(!is_twice, &format!("cases.{index}.caseId"), Problem::Taken);
    }
    let chair = store::users::find(tx, new.chair).await?;
    let chairs = chair.is_some_and(|user| user.may(Permission::ChairMeetings));
    fields.require(chairs, "chair", Problem::NotAChoice);
    check_minute_taker(tx, &mut fields, new.minute_taker).await?;
    fields.finish()?;
    Ok(kept)
}

pub(super) async fn check_minute_taker(
    tx: &mut impl Reads,
    fields: &mut Fields,
    taker: Option<UserId>,
) -> Result<(), AppError> {
    let Some(taker) = taker else { return Ok(()) };
    let user = store::users::find(tx, taker).await?;
    let records = user.is_some_and(|user| user.may(Permission::RecordMeetings));
    fields.require(records, "minuteTaker", Problem::NotAChoice);
    Ok(())
}

/// Two meetings of one chair at the same time are refused.
pub(crate) async fn require_chair_free(
    tx: &mut impl Reads,
    house: &House,
    slot: Slot,
    chair: UserId,
    moving: Option<MeetingId>,
) -> Result<(), AppError> {
    let (busy, _) = busy(tx, slot.on, slot.on).await?;
    let wanted = Wanted {
        on: slot.on,
        time: Some((slot.at, slot.minutes)),
        chair: Some(chair),
        place: None,
        people: Vec::new(),
        meeting: moving,
    };
    let found = clashes(&wanted, &busy, &house.calendar);
    let taken = found.into_iter().find(|clash| clash.kind == ClashKind::ChairBusy);
    let other =
        taken.and_then(|clash| busy.iter().find(|one| Some(one.meeting.id) == clash.meeting));
    match other.map(|one| &one.meeting) {
        None => Ok(()),
        Some(other) => Err(Violation::ChairBusy {
            reference: other.reference.as_str().to_owned(),
            at: other.at,
        }
        .into()),
    }
}

/// Refuses a second meeting in the diary for a child; says whether the meeting is a review.
pub(super) async fn require_not_planned(
    tx: &mut impl Reads,
    house: &House,
    cases: &[CaseId],
) -> Result<bool, AppError> {
    let mut review = false;
    for case in cases {
        for meeting in meetings::of_case(tx, *case).await? {
            review |= meeting.status == MeetingStatus::Held;
            if meeting.status == MeetingStatus::Planned && meeting.on >= house.today {
                let reference = meeting.reference.into_string();
                return Err(Violation::PlannedAlready { reference, on: meeting.on }.into());
            }
        }
    }
    Ok(review)
}
