//! Which obligations ask for a meeting in the diary, and which meeting answers them.

use chrono::NaiveDate;

use crate::meeting::{Meeting, MeetingStatus};
use crate::policy::due::{Due, Need, Obligation, Standing, State, Task};
use crate::policy::{Event, Fact, Process, RuleRef};

/// The obligations that ask for a review or a first meeting of a process. What has no clock and
/// no trigger asks for nothing; a missing fact asks to be filled.
#[must_use]
pub fn reviews(owed: Vec<Obligation>, process: Process) -> Option<Obligation> {
    let asks = |one: &Obligation| {
        let is_meeting = matches!(
            one.task,
            Task::ReviewMeeting
                | Task::FirstMeeting
                | Task::QuorateMeeting
                | Task::NextDate
                | Task::ReviewDecision
        );
        is_meeting
            && (one.process == process || one.process == Process::Any)
            && one.state() != State::NoClock
    };
    let order = |one: &Obligation| match one.due() {
        _ if one.state() == State::NeedsFact => (0, None),
        None if one.state() == State::Overdue => (1, None),
        Some(due) => (1, Some(due.day())),
        None => (2, None),
    };
    owed.into_iter().filter(asks).min_by_key(order)
}

/// What an open case asks for when its risk was never rated: nothing is due by any rule, and that
/// must never be read as "nothing to do". `rule` is the row of the first meeting (R04).
#[must_use]
pub fn unrated(facts: &[Fact], process: Process, rule: RuleRef) -> Option<Obligation> {
    let says = |fact: &Fact| match fact.event {
        Event::RiskRated { process: of, .. } => of == process,
        Event::Closed { .. } => true,
        _ => false,
    };
    (!facts.iter().any(says)).then(|| Obligation {
        rule,
        process,
        task: Task::FirstMeeting,
        standing: Standing::Needs(Need::RiskRated),
        facts: Vec::new(),
        trace: Vec::new(),
    })
}

/// Whether a planned meeting answers an obligation: in time, or at all when it has no date. A
/// missing fact and a decision are not answered by a meeting in the diary.
#[must_use]
pub fn is_kept_by(obligation: &Obligation, meeting: &Meeting, today: NaiveDate) -> bool {
    let planned = match meeting.status {
        MeetingStatus::Planned => meeting.on >= today,
        MeetingStatus::InProgress | MeetingStatus::Adjourned => true,
        MeetingStatus::Held | MeetingStatus::Cancelled => false,
    };
    let decides = matches!(obligation.state(), State::NeedsFact)
        || matches!(obligation.task, Task::ReviewDecision);
    planned && !decides && obligation.due().map(Due::day).is_none_or(|due| meeting.on <= due)
}
