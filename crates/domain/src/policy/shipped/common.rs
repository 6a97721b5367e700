//! Rows for every authority: R37–R46 and R49, and the comparators; the County's quarterly report
//! R48.

use super::{
    Origin, PROPOSED, Status, clock, comparators, county_pack, flag, part, row, working_days,
};
use crate::calendar::OnHoliday;
use crate::policy::clocks::{Anchor, Measure, OffMeeting};
use crate::policy::fact::Process::{self, Any, Eram, Hsb, Icpc, Ma, Mace, Partnership};
use crate::policy::requirement::{Checkpoint, Flag, Requirement, Seat, SeatRole};
use crate::policy::rule::{Body, Part, Rule};

const SWINDON: Origin =
    Origin(Status::Local, "Swindon child protection procedures, quorate conferences", "");

/// Rows that hold for any meeting.
pub(super) fn rows(attendance: Origin) -> Vec<Rule> {
    let mut rows = vec![row(
        37,
        "Attendance is present, apologies, absent, substitute or in attendance",
        attendance,
        flag(Any, Flag::AttendanceCodes, Checkpoint::Entry),
    )];
    rows.extend(quorums());
    rows.extend(after_a_meeting());
    rows.extend(safeguards());
    rows.extend(comparators::rows());
    rows.push(row(
        49,
        "Shown as due soon from 14 days before",
        PROPOSED,
        Body::Requirement(Requirement::DueSoon { days: 14 }),
    ));
    rows
}

/// The County's quarterly report to the partnership.
pub(super) fn reporting() -> Vec<Rule> {
    let measure =
        Measure::Series { every_months: 3, slot: None, on_holiday: OnHoliday::NextWorkingDay };
    vec![row(
        48,
        "Statistics go to the partnership every quarter",
        county_pack("child exploitation and missing report, paragraph 6"),
        clock(Partnership, measure),
    )]
}

fn quorums() -> Vec<Rule> {
    use SeatRole::{
        Chair, Education, Employer, Health, Lado, OtherAgency, Police, PoliceView, SocialCare,
    };
    let seat = |roles: &[SeatRole]| Seat { any_of: roles.to_vec(), at_least: 1 };
    let quorum = |name, process: Process, from, seats| {
        let body = Body::Requirement(Requirement::Quorum { process, seats });
        part(name, row(38, "Who makes a quorum", from, body))
    };
    let panel =
        || vec![seat(&[Chair]), seat(&[SocialCare]), seat(&[Police]), seat(&[Health, Education])];
    vec![
        quorum(Part::Eram, Eram, PROPOSED, panel()),
        quorum(Part::Mace, Mace, PROPOSED, panel()),
        quorum(Part::Hsb, Hsb, PROPOSED, panel()),
        quorum(
            Part::Ma,
            Ma,
            PROPOSED,
            vec![
                seat(&[Chair]),
                seat(&[Lado]),
                seat(&[Employer]),
                seat(&[Police, PoliceView]),
                seat(&[SocialCare]),
            ],
        ),
        quorum(
            Part::Conference,
            Icpc,
            SWINDON,
            vec![
                seat(&[SocialCare]),
                Seat { any_of: vec![Police, Health, Education, OtherAgency], at_least: 2 },
            ],
        ),
    ]
}

fn after_a_meeting() -> Vec<Rule> {
    let off = |task, n| clock(Any, Measure::OffMeeting { task, within: working_days(n) });
    vec![
        row(
            39,
            "A meeting without a quorum: a new date within 10 working days",
            SWINDON,
            clock(Any, Measure::Within { of: Anchor::InquorateMeeting, within: working_days(10) }),
        ),
        row(40, "Actions issued within 1 working day", PROPOSED, off(OffMeeting::Actions, 1)),
        row(41, "Minutes issued within 10 working days", PROPOSED, off(OffMeeting::Minutes, 10)),
        row(
            42,
            "Corrections within 10 working days of issue",
            Origin(Status::Local, "Wales Safeguarding Procedures, children, part 2", "14"),
            off(OffMeeting::Corrections, 10),
        ),
    ]
}

fn safeguards() -> Vec<Rule> {
    vec![
        row(
            43,
            "An action has an owner and a due date",
            PROPOSED,
            flag(Any, Flag::ActionHasOwnerAndDate, Checkpoint::Entry),
        ),
        row(
            44,
            "Open actions are reviewed before the minutes are final",
            PROPOSED,
            flag(Any, Flag::OpenActionsReviewed, Checkpoint::Finalisation),
        ),
        row(
            45,
            "A second person checks a redacted copy",
            PROPOSED,
            Body::Requirement(Requirement::SecondPersonCheck { n_people: 1 }),
        ),
        row(
            46,
            "Counts of 1 to 5 are suppressed in tables",
            Origin(Status::Guidance, "Children in need statistics, disclosure control", ""),
            Body::Requirement(Requirement::SuppressCounts { from: 1, to: 5 }),
        ),
    ]
}
