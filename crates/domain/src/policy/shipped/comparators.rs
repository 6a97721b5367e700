//! The meetings that Convenor's own are compared with: conferences, core groups, child in need and
//! child in care reviews (R47, R53–R55; `domain.md` section 7).

use super::{Origin, Status, clock, part, row};
use crate::policy::clocks::{Anchor, Interval, Measure, Sittings, Unit};
use crate::policy::fact::Process::{self, CicReview, CinReview, CoreGroup, Icpc, Rcpc};
use crate::policy::rule::{Body, Part, Rule};

const CONFERENCES: Origin = Origin(
    Status::Statutory,
    "Working Together to Safeguard Children",
    "child protection conferences",
);
const CORE_GROUPS: Origin =
    Origin(Status::Local, "Wales Safeguarding Procedures, children, part 2", "13");
const CARE_REVIEWS: Origin = Origin(
    Status::Statutory,
    "Care Planning, Placement and Case Review (England) Regulations 2010",
    "33",
);

/// Every row.
pub(super) fn rows() -> Vec<Rule> {
    let mut rows = conferences();
    rows.extend(core_groups());
    rows.extend(in_need());
    rows.extend(in_care());
    rows
}

fn within(process: Process, of: Anchor, n: u16, unit: Unit) -> Body {
    clock(process, Measure::Within { of, within: Interval::new(n, unit) })
}

fn at_least_every(process: Process, n: u16, unit: Unit) -> Body {
    let (at_most, counting) = (Interval::new(n, unit), Sittings::default());
    clock(process, Measure::ReviewGap { at_most, counting })
}

fn conferences() -> Vec<Rule> {
    vec![
        part(
            Part::InitialConference,
            row(
                47,
                "Initial conference within 15 working days of the strategy discussion",
                CONFERENCES,
                within(Icpc, Anchor::StrategyDiscussion, 15, Unit::WorkingDays),
            ),
        ),
        part(
            Part::FirstReview,
            row(
                47,
                "First review within 3 months of the initial conference",
                CONFERENCES,
                within(Rcpc, Anchor::InitialConference, 3, Unit::Months),
            ),
        ),
        part(
            Part::LaterReview,
            row(
                47,
                "Later reviews within 6 months of the last",
                CONFERENCES,
                within(Rcpc, Anchor::ReviewConference, 6, Unit::Months),
            ),
        ),
        part(
            Part::AfterBirth,
            row(
                47,
                "First review within 10 working days of birth, if that is sooner",
                Origin(Status::Local, "Tees procedures, child protection review conference", ""),
                within(Rcpc, Anchor::Birth, 10, Unit::WorkingDays),
            ),
        ),
    ]
}

fn core_groups() -> Vec<Rule> {
    vec![
        part(
            Part::FirstMeeting,
            row(
                53,
                "First core group within 10 working days of the child protection plan",
                CORE_GROUPS,
                within(CoreGroup, Anchor::Referral, 10, Unit::WorkingDays),
            ),
        ),
        part(
            Part::LaterMeeting,
            row(
                53,
                "Then a core group at least every 6 weeks",
                CORE_GROUPS,
                at_least_every(CoreGroup, 6, Unit::Weeks),
            ),
        ),
    ]
}

fn in_need() -> Vec<Rule> {
    vec![
        part(
            Part::FirstMeeting,
            row(
                54,
                "Child in need planning meeting within 10 working days of the decision",
                Origin(
                    Status::Local,
                    "Nottinghamshire procedures, child in need plans and reviews",
                    "",
                ),
                within(CinReview, Anchor::Referral, 10, Unit::WorkingDays),
            ),
        ),
        part(
            Part::LaterReview,
            row(
                54,
                "Child in need review at least every 12 weeks",
                Origin(Status::Local, "York procedures, child in need plans and reviews", ""),
                at_least_every(CinReview, 12, Unit::Weeks),
            ),
        ),
    ]
}

fn in_care() -> Vec<Rule> {
    vec![
        part(
            Part::FirstReview,
            row(
                55,
                "First child in care review within 20 working days",
                CARE_REVIEWS,
                within(CicReview, Anchor::Referral, 20, Unit::WorkingDays),
            ),
        ),
        part(
            Part::SecondReview,
            row(
                55,
                "Second child in care review within 3 months of the first",
                CARE_REVIEWS,
                within(CicReview, Anchor::FirstMeeting, 3, Unit::Months),
            ),
        ),
        part(
            Part::LaterReview,
            row(
                55,
                "Later child in care reviews at least every 6 months",
                CARE_REVIEWS,
                at_least_every(CicReview, 6, Unit::Months),
            ),
        ),
    ]
}
