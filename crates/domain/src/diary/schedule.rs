//! Putting a meeting in the diary, moving it, cancelling it.

use chrono::{NaiveDate, NaiveTime};

use crate::access::Stamp;
use crate::audit::{AuditAction, AuditEvent, EntityKind};
use crate::calendar::{WorkingCalendar, local_time};
use crate::case::RatingLevel;
use crate::clock::{Instant, local_date};
use crate::field::{Fields, Problem};
use crate::ids::{CaseId, Ids, MeetingId, UserId};
use crate::meeting::{Meeting, MeetingCase, MeetingStatus};
use crate::text::NonBlank;
use crate::violation::Violation;

/// How long a meeting may be, in minutes.
pub const MINUTES: std::ops::RangeInclusive<u32> = 15..=480;

/// Where a meeting is in the diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The day.
    pub on: NaiveDate,
    /// The time in England.
    pub at: NaiveTime,
    /// How long, in minutes.
    pub minutes: u32,
}

/// What to do about a day on which nobody works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOff {
    /// Refuse, so that the person is warned.
    AskFirst,
    /// The person saw the warning.
    Confirmed,
}

/// A child to be heard, and why later than the rule when it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateReason {
    /// The case.
    pub case: CaseId,
    /// Why.
    pub reason: Option<NonBlank>,
}

/// A child to be heard: what is owed when the meeting is put in the diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The case.
    pub case: CaseId,
    /// The row of the rules.
    pub rule: Option<NonBlank>,
    /// The last day that keeps it.
    pub due_by: Option<NaiveDate>,
    /// The level of risk before the meeting.
    pub prior_level: Option<RatingLevel>,
}

/// The children of a meeting that is about to be scheduled, with a chair.
#[derive(Debug, Clone)]
pub struct Subjects {
    /// The children, in order.
    pub cases: Vec<MeetingCase>,
    /// A review, or the first meeting of all of them.
    pub review: bool,
}

/// Checks a day and time: not past, a working day or confirmed, within one day.
pub fn check_day(
    fields: &mut Fields,
    slot: Slot,
    day_off: DayOff,
    calendar: &WorkingCalendar,
    now: Instant,
) {
    let today = local_date(now);
    fields.require(slot.on >= today, "on", Problem::InPast);
    let is_past_today = slot.on == today && slot.at < local_time(now);
    fields.require(!is_past_today, "at", Problem::InPast);
    let works = calendar.is_bookable(slot.on) || day_off == DayOff::Confirmed;
    fields.require(works, "on", Problem::NotAWorkingDay);
    fields.require(MINUTES.contains(&slot.minutes), "minutes", Problem::NotANumber);
    let (_, days_over) =
        slot.at.overflowing_add_signed(chrono::TimeDelta::minutes(slot.minutes.into()));
    fields.require(days_over == 0, "minutes", Problem::Contradicts);
}

/// Pairs children with their reasons. Early is always allowed; later than the rule needs a reason
/// for each child that is late, and is counted as a breach by keeping it. A reason for a child who
/// is not late is dropped.
pub fn check_lateness(
    fields: &mut Fields,
    list: &str,
    subjects: &[Subject],
    reasons: &[LateReason],
    on: NaiveDate,
) -> Vec<Option<NonBlank>> {
    let reason_for = |case: CaseId| {
        let given = reasons.iter().find(|given| given.case == case);
        given.and_then(|given| given.reason.clone())
    };
    let mut kept = Vec::new();
    for (index, subject) in subjects.iter().enumerate() {
        let is_late = subject.due_by.is_some_and(|due| on > due);
        let reason = reason_for(subject.case).filter(|_| is_late);
        let path = format!("{list}.{index}.lateReason");
        fields.require(!is_late || reason.is_some(), &path, Problem::TooLate);
        kept.push(reason);
    }
    kept
}

impl Subject {
    /// The child at a meeting that is not held yet.
    #[must_use]
    pub fn at_meeting(&self, late_reason: Option<NonBlank>) -> MeetingCase {
        MeetingCase {
            case: self.case,
            rule: self.rule.clone(),
            due_by: self.due_by,
            late_reason,
            prior_level: self.prior_level,
            level: None,
            rating_reason: None,
            toolkit_on: None,
            voice: None,
            voice_reason: None,
            nrm: None,
            nrm_reason: None,
            nrm_owner: None,
            nrm_on: None,
            route: None,
            next_on: None,
            next_reason: None,
            version: 1,
        }
    }
}

impl MeetingCase {
    /// By how many days a meeting on this day is later than the rule; none when it keeps it.
    #[must_use]
    pub fn days_late(&self, on: NaiveDate) -> Option<u32> {
        let days = on.signed_duration_since(self.due_by?).num_days();
        u32::try_from(days).ok().filter(|days| *days > 0)
    }
}

/// A meeting for the diary, and what the audit record says about it: one event for each child.
#[must_use]
pub fn new_meeting(
    ids: &dyn Ids,
    stamp: Stamp,
    reference: NonBlank,
    meeting_type: NonBlank,
    slot: Slot,
    chair: UserId,
    subjects: Subjects,
) -> (Meeting, Vec<AuditEvent>) {
    let meeting = Meeting {
        id: MeetingId::new(ids),
        meeting_type,
        review: subjects.review,
        reference,
        status: MeetingStatus::Planned,
        on: slot.on,
        at: slot.at,
        minutes: slot.minutes,
        place: None,
        link: None,
        chair,
        vice_chair: None,
        minute_taker: None,
        cancelled_reason: None,
        quorate: None,
        quorum_override: None,
        invitation_sequence: 0,
        closed_at: None,
        created_at: stamp.at,
        created_by: stamp.by,
        cases: subjects.cases,
        sittings: Vec::new(),
        version: 1,
    };
    let events = meeting.diary_events(AuditAction::Scheduled, &["on", "at"]);
    (meeting, events)
}

impl Meeting {
    /// The place in the diary.
    #[must_use]
    pub const fn slot(&self) -> Slot {
        Slot { on: self.on, at: self.at, minutes: self.minutes }
    }

    /// Refuses unless it is still to come: a meeting that began is not moved or cancelled.
    ///
    /// # Errors
    /// [`Violation::WrongState`].
    pub fn require_planned(&self) -> Result<(), Violation> {
        if self.status == MeetingStatus::Planned {
            Ok(())
        } else {
            Err(Violation::WrongState { state: self.status.as_str().into() })
        }
    }

    /// Moves it. Calendars see a newer version.
    ///
    /// # Errors
    /// [`Violation::WrongState`] when it began, was held or cancelled;
    /// [`Violation::SameTime`] when nothing would change.
    pub fn move_to(mut self, slot: Slot) -> Result<(Self, Vec<AuditEvent>), Violation> {
        self.require_planned()?;
        if self.slot() == slot {
            return Err(Violation::SameTime);
        }
        self.on = slot.on;
        self.at = slot.at;
        self.minutes = slot.minutes;
        self.invitation_sequence = self.invitation_sequence.saturating_add(1);
        let events = self.diary_events(AuditAction::Moved, &["on", "at", "minutes"]);
        Ok((self, events))
    }

    /// Changes where it is held or who writes; the time stays, and so does the version that
    /// calendars see (`scheduling.md` 3.2: text only).
    ///
    /// # Errors
    /// [`Violation::WrongState`] when it began, was held or cancelled.
    pub fn change_place(
        mut self,
        place: Option<NonBlank>,
        link: Option<NonBlank>,
        minute_taker: Option<UserId>,
    ) -> Result<(Self, Vec<AuditEvent>), Violation> {
        self.require_planned()?;
        self.place = place;
        self.link = link;
        self.minute_taker = minute_taker;
        let fields = ["place", "link", "minute_taker"];
        let events = self.diary_events(AuditAction::Changed, &fields);
        Ok((self, events))
    }

    /// Gives it to another chair; the time and the place stay, so calendars see no new version.
    ///
    /// # Errors
    /// [`Violation::WrongState`] when it began, was held or cancelled.
    pub fn hand_over(mut self, to: UserId) -> Result<(Self, Vec<AuditEvent>), Violation> {
        self.require_planned()?;
        self.chair = to;
        let events = self.diary_events(AuditAction::HandedOver, &["chair"]);
        Ok((self, events))
    }

    /// Cancels it. Its children are owed a meeting again: the clocks count the cancellation from
    /// when it was made.
    ///
    /// # Errors
    /// [`Violation::WrongState`] when it began, was held or cancelled already.
    pub fn cancel(
        mut self,
        at: Instant,
        reason: NonBlank,
    ) -> Result<(Self, Vec<AuditEvent>), Violation> {
        self.require_planned()?;
        self.status = MeetingStatus::Cancelled;
        self.cancelled_reason = Some(reason);
        self.closed_at = Some(at);
        self.invitation_sequence = self.invitation_sequence.saturating_add(1);
        let fields = ["status", "cancelled_reason", "closed_at"];
        let events = self.diary_events(AuditAction::Cancelled, &fields);
        Ok((self, events))
    }

    /// An event for each child, so that a case shows everything that was done about it; one for a
    /// meeting without children.
    #[must_use]
    pub fn diary_events(&self, action: AuditAction, fields: &[&'static str]) -> Vec<AuditEvent> {
        let event = || AuditEvent::new(action, EntityKind::Meeting, self.id).fields(fields);
        if self.cases.is_empty() {
            return vec![event()];
        }
        self.cases.iter().map(|subject| event().in_case(subject.case)).collect()
    }
}
