//! Why a command did not do what was asked: `{"error": {"code", "message", "fields"}}`.

use std::path::PathBuf;

use app::AppError;
use domain::violation::Violation;
use serde::Serialize;
use serde_json::json;

use crate::Answer;
use crate::due::DueError;
use crate::redact::Refusal;

/// Why a command was refused.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The facts were refused.
    Due(DueError),
    /// The texts, register or recipient were refused.
    Redact(Refusal),
    /// A use case said no.
    App(AppError),
    /// A file cannot be read as text.
    Unreadable(PathBuf),
    /// A passphrase is needed, and there is neither a file nor a terminal.
    NoPassphrase,
    /// Nobody of that name signs in here.
    NoSuchUser,
    /// The passphrase belongs to nobody here who may do this.
    NotAllowed,
    /// The answer could not be written.
    Unwritten,
}

#[derive(Serialize)]
struct Field {
    path: String,
    code: serde_json::Value,
}

impl Failure {
    /// What is printed.
    pub(crate) fn answer(&self) -> Answer {
        let (code, message, fields) = self.parts();
        let error = json!({ "error": { "code": code, "message": message, "fields": fields } });
        Answer::of_check(error, false)
    }

    fn parts(&self) -> (String, String, Vec<Field>) {
        let plain = |code: &str, message: &str| (code.to_owned(), message.to_owned(), Vec::new());
        match self {
            Self::Due(error) => {
                let fields = error.fields.iter().map(|fault| field(&fault.path, fault.code));
                (error.code.to_owned(), error.message.to_owned(), fields.collect())
            }
            Self::Redact(refusal) => {
                let fields = refusal.path().map(|path| field(&path, refusal.code()));
                (refusal.code().to_owned(), refusal.message(), fields.into_iter().collect())
            }
            Self::App(error) => of_app(error),
            Self::Unreadable(path) => {
                let message = "The file cannot be read as text in UTF-8; check its path.";
                let fields = vec![field(&path.display().to_string(), "unreadable")];
                ("unreadable_file".to_owned(), message.to_owned(), fields)
            }
            Self::NoPassphrase => plain(
                "passphrase_needed",
                "Give --passphrase-file, or run the command in a terminal.",
            ),
            Self::NoSuchUser => {
                plain("no_such_user", "Nobody of that name signs in to this store.")
            }
            Self::NotAllowed => plain(
                "denied",
                "The passphrase belongs to nobody here who may do this; name somebody with --user.",
            ),
            Self::Unwritten => plain("internal", "The answer could not be written."),
        }
    }
}

fn field(path: &str, code: impl Serialize) -> Field {
    Field { path: path.to_owned(), code: serde_json::to_value(code).unwrap_or_default() }
}

fn of_app(error: &AppError) -> (String, String, Vec<Field>) {
    let code = match error {
        AppError::Denied(_) => "denied",
        AppError::Missing(_) => "missing",
        AppError::Stale => "stale",
        AppError::Refused(violation) => {
            return (kind(violation), violation.to_string(), Vec::new());
        }
        AppError::Invalid(invalid) => {
            let fields = invalid.0.iter().map(|problem| field(&problem.path, problem.code));
            return ("invalid".to_owned(), error.to_string(), fields.collect());
        }
        AppError::Locked => "locked",
        AppError::System(_) => "system",
        AppError::Store(_) | AppError::Document => "internal",
    };
    (code.to_owned(), error.to_string(), Vec::new())
}

/// The violation's word on the wire.
fn kind(violation: &Violation) -> String {
    let json = serde_json::to_value(violation).unwrap_or_default();
    json.get("kind").and_then(|kind| kind.as_str()).unwrap_or("refused").to_owned()
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}
