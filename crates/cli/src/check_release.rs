//! `convenor check-release`: reads finished files and looks for everything that the recipient may
//! not read. A file that cannot be read is not ok.

mod report;
mod spelling;

use std::path::{Path, PathBuf};

use clap::Args;
use gate::{Document, Kind, ReadAs, Term};
use redact::{Care, Label, WithheldForm};
use serde::Deserialize;
use serde_json::json;

use crate::Answer;
use crate::failure::Failure;
use crate::redact::{AskedRecipient, Entry, Refusal, recipient, register};
use report::{FileReport, Sought};

/// What to look for, and in which files.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The register and the recipient in JSON; `-` reads the standard input.
    #[arg(long, value_name = "FILE")]
    input: PathBuf,
    /// The finished files: PDF, ICS, EML, TXT.
    #[arg(required = true, value_name = "DOCUMENT")]
    documents: Vec<PathBuf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    recipient: AskedRecipient,
    register: Vec<Entry>,
    /// What a reviewer withheld that is not on the register.
    #[serde(default)]
    accepted: Vec<Accepted>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Accepted {
    text: String,
    label: String,
}

/// Runs the command.
///
/// # Errors
/// When the request is refused. A file that is not ok is an answer, and not a pass.
pub(crate) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let text = crate::input::text(&arguments.input)?;
    let sought = sought(&text).map_err(Failure::Redact)?;
    let terms: Vec<Term> = sought.iter().enumerate().map(|(at, one)| one.term(at)).collect();
    let files: Vec<FileReport> =
        arguments.documents.iter().map(|path| check(path, &terms, &sought)).collect();
    let passed = files.iter().all(|file| file.ok);
    Ok(Answer::of_check(json!({ "files": files }), passed))
}

/// Every form to look for.
fn sought(text: &str) -> Result<Vec<Sought>, Refusal> {
    let asked: Asked = serde_json::from_str(text).map_err(Refusal::Malformed)?;
    let recipient = recipient(asked.recipient)?;
    let register = register(asked.register)?;
    let withheld = redact::withheld(&register, &recipient).map_err(Refusal::Refused)?;
    let mut sought = Vec::new();
    for found in withheld {
        let entity = Some(found.entity.as_str().to_owned());
        match found.what {
            WithheldForm::Term(term) => sought.push(Sought {
                entity,
                label: term.label().as_str().to_owned(),
                text: term.letters().to_owned(),
                read_as: read_as(&term),
            }),
            WithheldForm::Born(born) => {
                sought.extend(spelling::of_date(born).into_iter().map(|(text, read_as)| Sought {
                    entity: entity.clone(),
                    label: Label::DateOfBirth.as_str().to_owned(),
                    text,
                    read_as,
                }));
            }
        }
    }
    for (index, accepted) in asked.accepted.into_iter().enumerate() {
        if Label::from_word(&accepted.label).is_none() {
            return Err(Refusal::UnknownWord { path: format!("accepted[{index}].label") });
        }
        let read_as = if is_number(&accepted.text) { ReadAs::Digits } else { ReadAs::Words };
        sought.push(Sought { entity: None, label: accepted.label, text: accepted.text, read_as });
    }
    Ok(sought)
}

fn read_as(term: &redact::Term) -> ReadAs {
    match term.care() {
        _ if is_number(term.letters()) => ReadAs::Digits,
        Care::Plain | Care::Stem => ReadAs::Words,
        Care::Capital | Care::Initials => ReadAs::OrdinaryWord,
    }
}

fn is_number(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    let (digits, others): (Vec<char>, Vec<char>) = letters.partition(char::is_ascii_digit);
    others.is_empty() && digits.len() >= 5
}

fn check(path: &Path, terms: &[Term], sought: &[Sought]) -> FileReport {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (Some(kind), Ok(bytes)) = (kind(path), std::fs::read(path)) else {
        return FileReport::unreadable(name);
    };
    let report = gate::check(&Document { name: &name, bytes: &bytes, kind }, terms);
    FileReport::of(name, &report, sought)
}

fn kind(path: &Path) -> Option<Kind> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    match extension.as_str() {
        "pdf" => Some(Kind::Pdf),
        "txt" => Some(Kind::Text),
        "ics" => Some(Kind::Calendar),
        "eml" => Some(Kind::Mail),
        "docx" => Some(Kind::Word),
        "xlsx" => Some(Kind::Spreadsheet),
        _ => None,
    }
}
