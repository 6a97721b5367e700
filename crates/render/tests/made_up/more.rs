//! The shorter made-up documents.

use render::{
    ActionList, Agenda, AgendaItem, Block, Invitation, NextMeeting, RecoverySheet, Summary,
    Withheld,
};

use crate::made_up::{
    REPORT, actions, attendees, day, fact, imprint, paragraph, section, sign_off,
};

pub(crate) fn action_list() -> ActionList {
    ActionList {
        imprint: imprint(),
        title: "Actions from the meeting on 25 November 2026".to_owned(),
        facts: vec![fact("Reference", "7F3K")],
        actions: actions(),
    }
}

pub(crate) fn agenda() -> Agenda {
    let item = |what: &str, lead: &str, minutes| AgendaItem {
        what: what.to_owned(),
        lead: lead.to_owned(),
        minutes,
    };
    Agenda {
        imprint: imprint(),
        title: "Agenda: review meeting on 25 November 2026".to_owned(),
        facts: vec![
            fact("When", "25 November 2026, 10:30am to midday"),
            fact("Where", "Fernhill House, room 2, or by video"),
            fact("Reference", "7F3K"),
        ],
        items: vec![
            item("Introductions and confidentiality", "Odile Marsh", Some(5)),
            item("Apologies, substitutes, declarations of interest", "Odile Marsh", None),
            item("Open actions from earlier meetings", "Tamsin Vole", Some(20)),
            item("Views of the child and family", "", Some(15)),
        ],
        papers: vec!["Minutes of 30 September 2026".to_owned(), "Agency reports".to_owned()],
    }
}

pub(crate) fn invitation() -> Invitation {
    Invitation {
        imprint: imprint(),
        title: "Invitation to a review meeting".to_owned(),
        reader: vec!["Ms Jessamy Ashdown".to_owned(), "14 Fennel Row".to_owned()],
        salutation: "Dear Ms Ashdown".to_owned(),
        opening: "We would like you and Wren to come to our next meeting, so that we hear from \
                  you what is going well and what is not."
            .to_owned(),
        facts: vec![
            fact("When", "Wednesday 20 January 2027 at 10:30am"),
            fact("Where", "Fernhill House, ground floor; there is a lift and a toilet for all"),
        ],
        sections: vec![
            section("What happens at the meeting", vec![paragraph("We talk for about an hour.")]),
            section(
                "If you cannot come",
                vec![paragraph("Ring us. We can find another way to hear from you.")],
            ),
        ],
        sign_off: sign_off(),
    }
}

pub(crate) fn recovery_sheet() -> RecoverySheet {
    RecoverySheet {
        imprint: imprint(),
        facts: vec![fact("Opens", "Trentshire reviews"), fact("Made on", "3 December 2026")],
        groups: ["K7QD2", "9XMBT", "4RWHE", "ZC3PV", "J8N6Y", "FA5GK", "2TQ7M", "XB9DH"]
            .map(str::to_owned)
            .to_vec(),
    }
}

pub(crate) fn summary() -> Summary {
    Summary {
        imprint: imprint(),
        title: "Summary of our meeting on 25 November 2026".to_owned(),
        reader: vec![
            "Ms Jessamy Ashdown".to_owned(),
            "14 Fennel Row".to_owned(),
            "Millbrook".to_owned(),
            "TZ4 9QX".to_owned(),
        ],
        salutation: "Dear Ms Ashdown".to_owned(),
        opening: "Thank you for telling us how things are at home. This letter says what we \
                  talked about, what we decided and what will happen now.\n\nPlease ring the \
                  number at the end if anything in it is wrong or hard to follow."
            .to_owned(),
        facts: vec![
            fact("About", "Wren"),
            fact("Meeting", "25 November 2026, 10:30am, Fernhill House"),
        ],
        withheld: vec![
            Withheld { reason: "about someone else".to_owned(), n_passages: 5 },
            Withheld { reason: "police".to_owned(), n_passages: 2 },
        ],
        sections: vec![
            section(
                "What we talked about",
                vec![
                    paragraph(REPORT),
                    Block::Words {
                        by: "What Wren told us".to_owned(),
                        text: "I like it when somebody asks before they ring my mum.".to_owned(),
                    },
                ],
            ),
            section(
                "What is going well",
                vec![Block::List(vec![
                    "Wren has been at school more often.".to_owned(),
                    "The evenings are calmer.".to_owned(),
                ])],
            ),
            section(
                "What worries us",
                vec![paragraph(
                    "Wren was away from home for two nights without anybody knowing where.",
                )],
            ),
        ],
        attendees: attendees(),
        actions: actions(),
        next: NextMeeting::On {
            date: day(2027, 1, 20),
            why: "You and Wren are welcome. We will write to you before.".to_owned(),
        },
        sign_off: sign_off(),
    }
}
