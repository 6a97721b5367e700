//! Managing Allegations: R22–R36.

use super::{NO_FIGURE, Origin, PROPOSED, Status, clock, county_pack, flag, row, working_days};
use crate::policy::clocks::{Anchor, Interval, Measure, MissingDate, Stage, Unit};
use crate::policy::fact::Process::Ma;
use crate::policy::requirement::{Checkpoint, Flag, Requirement};
use crate::policy::rule::{Body, Rule, RuleId};

const SEFTON: Origin =
    Origin(Status::Local, "Sefton safeguarding manual, allegation management meetings", "15.10");
const KCSIE: Origin = Origin(Status::Statutory, "Keeping children safe in education", "part four");

/// The County's Managing Allegations Service.
pub(super) fn county() -> Vec<Rule> {
    let mut rows = vec![
        row(
            22,
            "Referral within 1 working day of the employer becoming aware",
            Origin(Status::Statutory, "Keeping children safe in education and local manuals", ""),
            clock(Ma, Measure::Within { of: Anchor::EmployerAware, within: working_days(1) }),
        ),
        row(
            23,
            "First meeting within 5 working days of the referral",
            SEFTON,
            clock(Ma, Measure::Within { of: Anchor::Referral, within: working_days(5) }),
        ),
        row(
            24,
            "First review within 28 days of the first meeting",
            SEFTON,
            clock(
                Ma,
                Measure::Within { of: Anchor::FirstMeeting, within: Interval::new(28, Unit::Days) },
            ),
        ),
        later_reviews(Stage::AfterReview),
        next_date_required(),
    ];
    rows.extend(flags());
    rows.extend(keeping());
    rows
}

/// Chair-set dates only, for a blank profile.
pub(super) fn chair_set() -> Vec<Rule> {
    vec![later_reviews(Stage::AfterMeeting), next_date_required()]
}

fn later_reviews(stage: Stage) -> Rule {
    let missing = MissingDate::ShownBy(RuleId::number(26));
    row(
        25,
        "Later reviews: the chair sets the next date",
        NO_FIGURE,
        clock(Ma, Measure::ChairSet { stage, missing }),
    )
}

fn next_date_required() -> Rule {
    row(26, "An open case always has a next date", PROPOSED, clock(Ma, Measure::NextDateRequired))
}

fn flags() -> Vec<Rule> {
    let attendance = county_pack("Managing Allegations report, paragraph 14");
    let complaints = county_pack("Managing Allegations report, complaints");
    vec![
        row(
            27,
            "The adult of concern is not invited",
            attendance,
            flag(Ma, Flag::AdultOfConcernNotInvited, Checkpoint::Invitation),
        ),
        row(
            28,
            "The child is not invited",
            attendance,
            flag(Ma, Flag::ChildNotInvited, Checkpoint::Invitation),
        ),
        row(
            29,
            "The views of child and adult are recorded, or why not",
            attendance,
            flag(Ma, Flag::ViewsRecorded, Checkpoint::Finalisation),
        ),
        row(
            30,
            "Allegations are numbered, each with its evidence",
            complaints,
            flag(Ma, Flag::AllegationsNumbered, Checkpoint::Finalisation),
        ),
        row(
            31,
            "Each allegation has an outcome, or none reached",
            KCSIE,
            flag(Ma, Flag::OutcomePerAllegation, Checkpoint::Closure),
        ),
        row(
            32,
            "An outcome is revised with a manager's authority and a reason",
            complaints,
            flag(Ma, Flag::OutcomeRevisionAuthorised, Checkpoint::Revision),
        ),
        row(
            33,
            "A decision about referral to the DBS is recorded",
            Origin(Status::Statutory, "Safeguarding Vulnerable Groups Act 2006", "section 35"),
            flag(Ma, Flag::DbsDecision, Checkpoint::Closure),
        ),
    ]
}

fn keeping() -> Vec<Rule> {
    let years = |n| Interval::new(n, Unit::Years);
    vec![
        row(
            34,
            "Duration is reported in bands of 1, 3 and 12 months",
            Origin(Status::Guidance, "earlier national targets, for comparison only", ""),
            Body::Requirement(Requirement::DurationBands { months: vec![1, 3, 12] }),
        ),
        row(
            35,
            "A file is reviewed 10 years after closure",
            Origin(Status::Local, "North West LADO retention policy", ""),
            Body::Requirement(Requirement::Retention {
                process: Ma,
                keep: years(10),
                from: Checkpoint::Closure,
            }),
        ),
        row(
            36,
            "The employer keeps a summary to pension age or 10 years, the longer",
            KCSIE,
            Body::Requirement(Requirement::Retention {
                process: Ma,
                keep: years(10),
                from: Checkpoint::Allegation,
            }),
        ),
    ]
}
