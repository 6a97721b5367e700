//! Finds protected names in text and writes the text without them.
//!
//! A [`Register`] says who and what is known, a [`Recipient`] says who will read, and [`redact`] returns texts in which
//! nothing withheld from that reader stands any more, or refuses. The steps can be run one by one through [`Run`]:
//! [`Run::find`] (spans that may have to go), [`Run::plan`] (what happens to each), [`apply`] (the safe text) and
//! [`Run::verify`] (a fresh look that refuses survivors). [`terms`] lists every form of an entry for later checks of
//! finished files.
//!
//! It fails closed: a suggestion that nobody has decided is withheld unless the caller asks to have it marked, an entry
//! that nobody can tell apart from a protected one is protected, and an error returns no text at all.
//!
//! Pure: it reads no clock, file or setting, and draws nothing at random. It must never know who the user is, where a
//! text came from or where it goes, and it never logs.

mod apply;
mod detect;
mod error;
mod fold;
mod forms;
mod plan;
mod profile;
mod pseudonym;
mod register;
mod shape;
mod span;
mod squeeze;
mod verify;
mod withheld;
mod words;

use std::collections::HashSet;

use chrono::NaiveDate;

pub use apply::{Applied, apply};
pub use detect::MOST_BYTES;
pub use error::RedactError;
pub use forms::{Care, Form, Term, terms};
pub use profile::{Recipient, RecipientKind, Treatment, treatment_of_detail, treatment_of_entry};
pub use pseudonym::Seed;
pub use register::{Entity, EntityId, EntityKind, MOST_LETTERS, Register, Standing, Whereabouts};
pub use span::{Action, Certainty, Detector, Finding, Label, Meaning, Owner, Reason, Span};
pub use verify::Survivor;
pub use withheld::{Withheld, WithheldForm, withheld};

/// What happens to a suggestion that nobody has decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Unresolved {
    /// It goes, as if it were certain.
    #[default]
    Withhold,
    /// It stays in the text and is listed among the spans as kept and uncertain.
    Mark,
}

/// A text to be made safe.
#[derive(Clone, PartialEq, Eq)]
pub struct Document {
    /// The caller's id.
    pub id: String,
    /// The text.
    pub text: String,
}

/// Everything one run needs.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// Who and what is known.
    pub register: &'a Register,
    /// Who will read.
    pub recipient: &'a Recipient,
    /// The texts; one entity has one replacement in all of them.
    pub documents: &'a [Document],
    /// What happens to undecided suggestions.
    pub unresolved: Unresolved,
    /// Where the draw of pseudonyms starts.
    pub seed: Seed,
    /// The day on which ages are told; without it a date of birth is withheld rather than turned into an age band.
    pub on: Option<NaiveDate>,
}

/// A text made safe, and what was done to it.
#[derive(Clone, PartialEq, Eq)]
pub struct SafeDocument {
    /// The caller's id.
    pub id: String,
    /// The safe text.
    pub text: String,
    /// What was done, in order of position in the original text.
    pub spans: Vec<Span>,
}

/// The texts made safe, in the order of the request.
#[derive(Clone, PartialEq, Eq)]
pub struct Outcome {
    /// One for each document of the request.
    pub documents: Vec<SafeDocument>,
}

/// Finds, plans, applies and verifies every document of a request.
///
/// # Errors
/// The request contradicts itself or is too large, or something protected would have survived.
pub fn redact(request: &Request<'_>) -> Result<Outcome, RedactError> {
    let mut ids = HashSet::with_capacity(request.documents.len());
    if let Some(index) = request.documents.iter().position(|document| !ids.insert(&document.id)) {
        return Err(RedactError::RepeatedDocument { index });
    }
    let mut run = Run::new(request)?;
    let make_safe = |(index, document): (usize, &Document)| {
        let length = document.text.len();
        if length > MOST_BYTES {
            return Err(RedactError::DocumentTooLong { index, length, most: MOST_BYTES });
        }
        let findings = run.find(&document.text);
        let spans = run.plan(&document.text, &findings);
        let applied = apply(&document.text, &spans)?;
        run.verify(&applied).map_err(|survivors| RedactError::Survivors { index, survivors })?;
        Ok(SafeDocument { id: document.id.clone(), text: applied.text, spans })
    };
    let documents =
        request.documents.iter().enumerate().map(make_safe).collect::<Result<_, _>>()?;
    Ok(Outcome { documents })
}

/// One register and one recipient, ready for any number of texts.
pub struct Run<'a> {
    register: &'a Register,
    unresolved: Unresolved,
    on: Option<NaiveDate>,
    fates: profile::Fates,
    finder: detect::Finder,
    unknowns: detect::Unknowns,
    pseudonyms: pseudonym::Pseudonyms,
}

impl<'a> Run<'a> {
    /// Derives all forms of the register, settles what the recipient may read, and deals pseudonyms.
    ///
    /// # Errors
    /// The recipient names somebody who is not on the register, or the register is too large.
    pub fn new(request: &Request<'a>) -> Result<Self, RedactError> {
        Ok(Self {
            register: request.register,
            unresolved: request.unresolved,
            on: request.on,
            fates: profile::Fates::new(request.register, request.recipient)?,
            finder: detect::Finder::new(request.register)?,
            unknowns: detect::Unknowns::new(request.register),
            pseudonyms: pseudonym::Pseudonyms::new(request.register, request.seed),
        })
    }

    /// Finds everything that may have to go, in order of position; findings may overlap.
    pub fn find(&mut self, text: &str) -> Vec<Finding> {
        self.finder.find(text, &mut self.unknowns)
    }

    /// Decides what happens to each finding; the spans are in order and apart.
    pub fn plan(&mut self, text: &str, findings: &[Finding]) -> Vec<Span> {
        let rules = plan::Rules {
            register: self.register,
            fates: &self.fates,
            unresolved: self.unresolved,
            on: self.on,
        };
        plan::plan(&rules, &mut self.pseudonyms, text, findings)
    }

    /// Reads a finished text afresh.
    ///
    /// # Errors
    /// What of the register survives though this recipient may not read it.
    pub fn verify(&self, applied: &Applied) -> Result<(), Vec<Survivor>> {
        let rules = plan::Rules {
            register: self.register,
            fates: &self.fates,
            unresolved: self.unresolved,
            on: self.on,
        };
        let findings = self.finder.find_registered(&applied.text);
        let survivors: Vec<Survivor> = verify::surviving(applied, &findings)
            .filter(|finding| finding.certainty == Certainty::Certain && rules.protects(finding))
            .map(|finding| self.survivor(finding))
            .collect();
        if survivors.is_empty() { Ok(()) } else { Err(survivors) }
    }

    fn survivor(&self, finding: &Finding) -> Survivor {
        let owners = match &finding.owner {
            Owner::Registered(owners) => owners.as_ref(),
            Owner::Nobody | Owner::Unknown(_) => &[],
        };
        Survivor {
            start: finding.start,
            end: finding.end,
            label: finding.label,
            entities: owners
                .iter()
                .filter_map(|&owner| Some(self.register.entities().get(owner)?.id.clone()))
                .collect(),
        }
    }
}
