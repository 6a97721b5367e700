//! Made-up documents, shared by the tests and the benchmark.

use chrono::NaiveDate;
use render::{
    Action, Attendee, Block, Decision, Fact, Imprint, Minutes, NextMeeting, ReviewedAction,
    Section, SignOff,
};

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn imprint() -> Imprint {
    Imprint {
        authority: "Trentshire County Council".to_owned(),
        team: "Child exploitation reviews".to_owned(),
        marking: "OFFICIAL-SENSITIVE".to_owned(),
        issued: day(2026, 12, 3),
        audit_head: [0xa5; 32],
    }
}

pub(crate) fn fact(label: &str, text: &str) -> Fact {
    Fact { label: label.to_owned(), text: text.to_owned() }
}

pub(crate) fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.to_owned())
}

pub(crate) fn section(heading: &str, blocks: Vec<Block>) -> Section {
    Section { heading: heading.to_owned(), blocks }
}

pub(crate) fn attendee(name: &str, role: &str, agency: &str, attendance: &str) -> Attendee {
    Attendee {
        name: name.to_owned(),
        role: role.to_owned(),
        agency: agency.to_owned(),
        attendance: attendance.to_owned(),
    }
}

pub(crate) fn attendees() -> Vec<Attendee> {
    vec![
        attendee("Odile Marsh", "Independent chair", "Children's services", "Present"),
        attendee("Tamsin Vole", "Social worker", "Children's services", "Present"),
        attendee("Idris Larkspur", "Detective sergeant", "Police", "Sent apologies"),
        attendee("Perpetua Quill", "Safeguarding nurse", "Health", "Present for part"),
        attendee("Barnaby Thrush", "Head of year 9", "Millbrook School", "Present"),
    ]
}

pub(crate) fn action(what: &str, owner: &str, agency: &str, due: NaiveDate) -> Action {
    Action {
        what: what.to_owned(),
        owner: owner.to_owned(),
        agency: agency.to_owned(),
        due,
        outcome_sought: String::new(),
    }
}

pub(crate) fn actions() -> Vec<Action> {
    let mut meet = action(
        "Visit at home, and agree with the family who to call in the evening",
        "Tamsin Vole",
        "Children's services",
        day(2026, 12, 9),
    );
    meet.outcome_sought = "the family knows whom to ring and is answered".to_owned();
    vec![
        meet,
        action("Find a mentor at school", "Barnaby Thrush", "Millbrook School", day(2027, 1, 8)),
        action(
            "Offer an appointment with the young people's health team",
            "Perpetua Quill",
            "Health",
            day(2026, 12, 16),
        ),
    ]
}

pub(crate) fn sign_off() -> SignOff {
    SignOff {
        name: "Odile Marsh".to_owned(),
        role: "Independent chair".to_owned(),
        contact: vec![
            "Telephone: 01632 960 123, Monday to Friday, 9am to 5pm".to_owned(),
            "E-mail: reviews@trentshire.example".to_owned(),
        ],
    }
}

pub(crate) const REPORT: &str = "Since the last review there have been two missing episodes, both of one \
night, and both ended with a return home without help. A return home interview was offered \
each time and accepted once. School attendance has risen from 61 to 74 per cent; the mornings \
after a late night remain the hardest. Nobody reported new phones, money or clothes. A friend \
of the family now walks to the bus with the younger children, which has taken pressure from \
the evenings. Two adults who were seen near the tram stop in the summer have not been seen \
since September, and the shop has changed its opening hours.";

fn information() -> Section {
    section(
        "Information by agency",
        vec![
            Block::Facts(vec![
                fact("Report from", "Children's services"),
                fact("Received", "18 November 2026"),
            ]),
            paragraph(REPORT),
            paragraph(REPORT),
            Block::List(vec![
                "Push: arguments at home about school, and a long wait for the assessment"
                    .to_owned(),
                "Pull: lifts, food and company offered by older people near the tram stop"
                    .to_owned(),
            ]),
            Block::Words {
                by: "In the child's own words, told to the social worker on 16 November".to_owned(),
                text: "I like it when somebody asks before they ring my mum.\n\nI want to be able \
                       to get the bus with my mates and nobody following."
                    .to_owned(),
            },
            paragraph(REPORT),
        ],
    )
}

pub(crate) fn minutes() -> Minutes {
    Minutes {
        imprint: imprint(),
        title: "Minutes: exploitation risk assessment meeting".to_owned(),
        version: "Version 1, approved by the chair on 2 December 2026".to_owned(),
        facts: vec![
            fact("Child", "Wren Ashdown, born 4 March 2012"),
            fact("Reference", "7F3K"),
            fact("Held", "25 November 2026, 10:30am to midday"),
            fact("Place", "Fernhill House, room 2, and by video"),
            fact("Chair", "Odile Marsh, independent chair"),
        ],
        confidentiality: "What is said here is shared to keep a child safe. It is not to be \
                          passed on without the chair's agreement."
            .to_owned(),
        attendees: attendees(),
        quorum: "Quorate: 4 of the 5 required agencies were present.".to_owned(),
        reviewed: vec![
            ReviewedAction {
                action: action(
                    "Ask the bus company for the times of its last services",
                    "Tamsin Vole",
                    "Children's services",
                    day(2026, 10, 30),
                ),
                state: "Done".to_owned(),
                note: "Times given to the family on 28 October.".to_owned(),
            },
            ReviewedAction {
                action: action(
                    "Arrange a school place nearer home",
                    "Barnaby Thrush",
                    "Millbrook School",
                    day(2026, 11, 13),
                ),
                state: "Not possible".to_owned(),
                note: "No place before January; a taxi is paid until then.".to_owned(),
            },
        ],
        sections: vec![
            information(),
            section("Family's views", vec![paragraph("Mum said that the evenings are better.")]),
            section("Declarations of interest", vec![]),
        ],
        decisions: vec![
            Decision {
                what: "The risk stays high.".to_owned(),
                rationale: "Two missing episodes in eight weeks, and no settled adult at school."
                    .to_owned(),
                dissent: vec!["Health: medium would reflect the better evenings.".to_owned()],
            },
            Decision {
                what: "A referral to the National Referral Mechanism was considered; the \
                       threshold is not met."
                    .to_owned(),
                rationale: "No sign of movement or control since September.".to_owned(),
                dissent: vec![],
            },
        ],
        actions: actions(),
        next: NextMeeting::On {
            date: day(2027, 1, 20),
            why: "High risk: at most 8 weeks after this meeting.".to_owned(),
        },
        sign_off: sign_off(),
    }
}
