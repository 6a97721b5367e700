//! Marking attendance (R37; S2:52): present, apologies, absent, substitute, in attendance.

use crate::field::{Fields, Invalid, Problem};
use crate::meeting::{Invitation, Mark, Substitute};
use crate::text::NonBlank;

/// What a row of attendance is to say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AttendanceChange {
    /// Whether they came; none takes a mark back.
    pub mark: Option<Mark>,
    /// Who came in their place.
    pub substitute: Option<Substitute>,
    /// Which part they were there for.
    pub part_note: Option<NonBlank>,
    /// Why they could not come; none keeps what was noted.
    pub apology_reason: Option<Option<NonBlank>>,
}

impl Invitation {
    /// Takes a mark. A substitute has a name; nobody else has one.
    ///
    /// # Errors
    /// Names the field under `path`.
    pub fn marked(&self, path: &str, change: AttendanceChange) -> Result<Self, Invalid> {
        let mut fields = Fields::default();
        let field = format!("{path}.substituteName");
        match (change.mark, &change.substitute) {
            (Some(Mark::Substitute), None) => fields.problem(&field, Problem::Required),
            (Some(Mark::Substitute), Some(_)) | (_, None) => {}
            (_, Some(_)) => fields.problem(&field, Problem::Contradicts),
        }
        fields.finish()?;
        Ok(Self {
            mark: change.mark,
            substitute: change.substitute,
            part_note: change.part_note,
            apology_reason: change.apology_reason.unwrap_or_else(|| self.apology_reason.clone()),
            ..self.clone()
        })
    }
}
