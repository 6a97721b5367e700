//! What documents are built from: marks, passages, people, actions.
//!
//! Plain words in British English, already chosen for the reader. Expand every
//! abbreviation before handing it in for a family or an adult of concern
//! (`domain.md` section 13).

use chrono::NaiveDate;

/// What is printed at the edge of every page, and in the file's properties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imprint {
    /// The authority, printed at the top and written as the document's author.
    pub authority: String,
    /// The team or service that sends it; may be empty.
    pub team: String,
    /// The handling marking in its own words ("OFFICIAL-SENSITIVE"); on every page.
    pub marking: String,
    /// The day of issue: printed, and the file's fixed date.
    pub issued: NaiveDate,
    /// The audit chain's head when the document was made; its first 16 digits are
    /// the check code at the foot of every page.
    pub audit_head: [u8; 32],
}

/// A label and what it says ("Place": "Fernhill House, room 2").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// A few words, without a colon.
    pub label: String,
    /// The value as it is to be read.
    pub text: String,
}

/// A heading and what stands under it. Without blocks it says that nothing was
/// recorded, so that an empty part cannot be taken for a withheld one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// A short heading.
    pub heading: String,
    /// In reading order.
    pub blocks: Vec<Block>,
}

/// One passage of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Running text; a blank line starts a new paragraph.
    Paragraph(String),
    /// Somebody's own words, set apart and named ("What Jo told us").
    Words {
        /// Who said it, in the reader's terms.
        by: String,
        /// The words.
        text: String,
    },
    /// Points without an order.
    List(Vec<String>),
    /// Labels with their values.
    Facts(Vec<Fact>),
}

/// One person at, or expected at, a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendee {
    /// Name, or the role alone where the reader's profile says so.
    pub name: String,
    /// Role in words.
    pub role: String,
    /// Agency in words; may be empty.
    pub agency: String,
    /// Attendance in words ("Present", "Sent apologies").
    pub attendance: String,
}

/// Something that somebody will do. Owner, agency and date are always there (R39).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// What will be done.
    pub what: String,
    /// Who will do it.
    pub owner: String,
    /// For which agency.
    pub agency: String,
    /// By when.
    pub due: NaiveDate,
    /// What it is meant to achieve; may be empty.
    pub outcome_sought: String,
}

/// What is known of the next meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextMeeting {
    /// A date was agreed, with the reason for that date in words (the explanation
    /// that the due engine gives).
    On {
        /// The day.
        date: NaiveDate,
        /// Why then; may be empty.
        why: String,
    },
    /// No date, and why ("The review has ended").
    Without {
        /// In the reader's words.
        why: String,
    },
}

/// Who the document speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignOff {
    /// Name.
    pub name: String,
    /// Role in words.
    pub role: String,
    /// How to reach them: telephone, e-mail, hours; one line each.
    pub contact: Vec<String>,
}
