//! What must not stand in a finished file: the terms that one recipient may not read, for a check
//! that reads the file afresh.

use std::collections::HashSet;
use std::sync::Arc;

use crate::Unresolved;
use crate::error::RedactError;
use crate::forms::{Care, Form, Term, terms};
use crate::plan::Rules;
use crate::profile::{Fates, Recipient};
use crate::register::{EntityId, Register};
use crate::span::{Certainty, Detector, Finding, Label, Meaning, Owner};
use crate::words::is_ordinary;

/// Everything of a register that a recipient may not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// Whose it is.
    pub entity: EntityId,
    /// What of theirs.
    pub what: WithheldForm,
}

/// One form to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WithheldForm {
    /// Letters and digits.
    Term(Term),
    /// A date of birth, in whatever spelling.
    Born(chrono::NaiveDate),
}

/// Lists what a finished file for this recipient may not hold.
///
/// A form that somebody who is kept shares (the child's own family name) is left out: it would
/// stand there rightly. So are forms that count only beside other letters, and initials that are
/// ordinary words, which a reader of letters alone cannot tell from prose.
///
/// # Errors
/// The recipient names somebody who is not on the register.
pub fn withheld(register: &Register, recipient: &Recipient) -> Result<Vec<Withheld>, RedactError> {
    let fates = Fates::new(register, recipient)?;
    let rules = Rules { register, fates: &fates, unresolved: Unresolved::Withhold, on: None };
    let is_protected = |index: usize, label: Label| {
        let owner = Owner::Registered(Arc::from([index]));
        rules.protects(&Finding {
            start: 0,
            end: 0,
            label,
            owner,
            detector: Detector::Register,
            certainty: Certainty::Certain,
            meaning: Meaning::Words,
        })
    };
    let mut kept = HashSet::new();
    let mut found = Vec::new();
    for (index, entity) in register.entities().iter().enumerate() {
        for term in terms(entity) {
            if !is_protected(index, term.label()) {
                kept.insert(term.letters().to_owned());
            } else if can_be_read_alone(&term) {
                found.push(Withheld { entity: entity.id.clone(), what: WithheldForm::Term(term) });
            }
        }
        if let Some(born) = entity.born
            && is_protected(index, Label::DateOfBirth)
        {
            found.push(Withheld { entity: entity.id.clone(), what: WithheldForm::Born(born) });
        }
    }
    found.retain(|withheld| match &withheld.what {
        WithheldForm::Term(term) => !kept.contains(term.letters()),
        WithheldForm::Born(_) => true,
    });
    Ok(found)
}

fn can_be_read_alone(term: &Term) -> bool {
    match (term.care(), term.form()) {
        (Care::Stem, _) => false,
        (_, Form::Initials) => !is_ordinary(term.letters()),
        (Care::Plain | Care::Capital | Care::Initials, _) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{WithheldForm, withheld};
    use crate::register::{Entity, EntityId, EntityKind, Register};
    use crate::{Recipient, RecipientKind};

    fn letters_for(kind: RecipientKind, own: Option<&str>) -> Vec<String> {
        let mut mother = Entity::named("p2", EntityKind::Person, "mother", "Hesper Fennimore");
        mother.identifiers = vec!["01632 960 441".to_owned()];
        let child = Entity::named("p1", EntityKind::Person, "child", "Ottoline Fennimore");
        let register = Register::new(vec![child, mother]).unwrap();
        let recipient = Recipient { entity: own.map(EntityId::new), ..Recipient::of_kind(kind) };
        let forms = withheld(&register, &recipient).unwrap().into_iter();
        forms
            .filter_map(|found| match found.what {
                WithheldForm::Term(term) => Some(term.letters().to_owned()),
                WithheldForm::Born(_) => None,
            })
            .collect()
    }

    #[test]
    fn nothing_of_anybody_may_reach_the_public() {
        let found = letters_for(RecipientKind::Public, None);
        for form in ["ottolinefennimore", "ottoline", "fennimore", "01632960441"] {
            assert!(found.iter().any(|letters| letters == form), "{form} not in {found:?}");
        }
    }

    #[test]
    fn a_family_name_that_the_reader_keeps_is_not_looked_for_alone() {
        let found = letters_for(RecipientKind::Family, Some("p1"));
        assert!(found.iter().any(|letters| letters == "hesperfennimore"), "{found:?}");
        assert!(!found.iter().any(|letters| letters == "fennimore"), "{found:?}");
    }
}
