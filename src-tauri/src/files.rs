//! Documents leave and enter through a dialog. Their bytes never touch a temporary file, and the
//! window learns a file's name, never its path.

use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use serde::Serialize;
use tauri::{
    AppHandle, Runtime, State,
    ipc::{InvokeBody, Request, Response},
};
use tauri_plugin_dialog::DialogExt as _;
use tauri_plugin_opener::OpenerExt as _;

use crate::arguments::Operator;

/// The header in which the window names a document, percent-encoded.
const NAME_HEADER: &str = "x-document-name";

/// The largest report that can be attached.
const MAX_ATTACHED_BYTES: u64 = 25 * 1024 * 1024;

/// The files this run has saved and the ones a person has just picked.
pub(crate) struct Files {
    operator: Operator,
    saved: Mutex<Vec<PathBuf>>,
    picked: Mutex<Vec<PathBuf>>,
}

/// Why a document could not be saved, opened or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "code")]
pub(crate) enum FileError {
    /// The window sent no bytes or no usable name.
    Malformed,
    /// Nothing was saved or picked under that number in this run.
    Unknown,
    /// The file is larger than a report may be.
    TooLarge,
    /// The folder cannot be written to, or the file cannot be read.
    Unreachable,
    /// No program opens such a file here.
    NoViewer,
}

impl From<io::Error> for FileError {
    fn from(_: io::Error) -> Self {
        Self::Unreachable
    }
}

/// A picked file, for the window.
#[derive(Debug, Serialize)]
pub(crate) struct Picked {
    number: usize,
    name: String,
}

impl Files {
    pub(crate) fn new(operator: Operator) -> Self {
        Self { operator, saved: Mutex::default(), picked: Mutex::default() }
    }
}

/// Asks where to, and writes the request's bytes there. Answers with the number by which the
/// document can be opened, or nothing when the person changed their mind.
#[tauri::command]
pub(crate) async fn save_document<R: Runtime>(
    app: AppHandle<R>,
    files: State<'_, Files>,
    request: Request<'_>,
) -> Result<Option<usize>, FileError> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(FileError::Malformed);
    };
    let name = request.headers().get(NAME_HEADER).and_then(|name| name.to_str().ok());
    let name = name.and_then(file_name).ok_or(FileError::Malformed)?;
    let chosen = match &files.operator {
        Operator::Automation { folder } => Some(folder.join(&name)),
        Operator::Person => choose(&app, Choice::Save(name)).await,
    };
    let Some(path) = chosen else {
        return Ok(None);
    };
    write_whole(&path, bytes)?;
    Ok(Some(number(&files.saved, path)))
}

/// Opens a document saved in this run with the viewer this machine uses for it.
#[tauri::command]
pub(crate) async fn open_saved_document<R: Runtime>(
    app: AppHandle<R>,
    files: State<'_, Files>,
    number: usize,
) -> Result<(), FileError> {
    let path = numbered(&files.saved, number).ok_or(FileError::Unknown)?;
    if let Operator::Automation { .. } = files.operator {
        return Ok(());
    }
    let path = path.to_str().ok_or(FileError::Unreachable)?;
    app.opener().open_path(path, None::<&str>).map_err(|_| FileError::NoViewer)
}

/// Asks for a file with one of these endings to attach.
#[tauri::command]
pub(crate) async fn pick_document<R: Runtime>(
    app: AppHandle<R>,
    files: State<'_, Files>,
    endings: Vec<String>,
) -> Result<Option<Picked>, FileError> {
    let chosen = match &files.operator {
        Operator::Automation { folder } => first_in(&folder.join("attach"))?,
        Operator::Person => choose(&app, Choice::Open(endings)).await,
    };
    let Some(path) = chosen else {
        return Ok(None);
    };
    if fs::metadata(&path)?.len() > MAX_ATTACHED_BYTES {
        return Err(FileError::TooLarge);
    }
    let name = path.file_name().and_then(|name| name.to_str()).ok_or(FileError::Malformed)?;
    let name = name.to_owned();
    Ok(Some(Picked { number: number(&files.picked, path), name }))
}

/// The bytes of a picked file, as bytes.
#[tauri::command]
pub(crate) async fn read_picked_document(
    files: State<'_, Files>,
    number: usize,
) -> Result<Response, FileError> {
    let path = numbered(&files.picked, number).ok_or(FileError::Unknown)?;
    Ok(Response::new(fs::read(path)?))
}

enum Choice {
    /// Under this name, unless the person types another.
    Save(String),
    /// A file with one of these endings.
    Open(Vec<String>),
}

async fn choose<R: Runtime>(app: &AppHandle<R>, choice: Choice) -> Option<PathBuf> {
    let dialog = app.dialog().file();
    let (answer, answered) = tokio::sync::oneshot::channel();
    let reply = move |path| {
        // The window may have been closed over the open dialog; then nobody waits.
        drop(answer.send(path));
    };
    match choice {
        Choice::Save(name) => dialog.set_file_name(name).save_file(reply),
        Choice::Open(endings) => {
            let endings: Vec<&str> = endings.iter().map(String::as_str).collect();
            dialog.add_filter(endings.join(", "), &endings).pick_file(reply);
        }
    }
    answered.await.ok().flatten()?.into_path().ok()
}

fn number(list: &Mutex<Vec<PathBuf>>, path: PathBuf) -> usize {
    let mut list = list.lock().unwrap_or_else(PoisonError::into_inner);
    list.push(path);
    list.len() - 1
}

fn numbered(list: &Mutex<Vec<PathBuf>>, number: usize) -> Option<PathBuf> {
    list.lock().unwrap_or_else(PoisonError::into_inner).get(number).cloned()
}

fn first_in(folder: &Path) -> io::Result<Option<PathBuf>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.sort();
    Ok(paths.into_iter().next())
}

/// The percent-encoded name of a file, without anything that would make it a path.
fn file_name(encoded: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(str::from_utf8(&digits).ok()?, 16).ok()?
            }
            other => other,
        });
    }
    let name = String::from_utf8(bytes).ok()?;
    let is_plain =
        !name.contains(['/', '\\', ':', '\0']) && !name.trim_matches(['.', ' ']).is_empty();
    is_plain.then_some(name)
}

/// Writes beside the place and moves it there, so that no half document is ever found.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let folder = path.parent().ok_or(FileError::Unreachable)?;
    let mut partial = path.file_name().ok_or(FileError::Malformed)?.to_owned();
    partial.push(".part");
    let partial = folder.join(partial);
    let written = fs::File::create(&partial).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| fs::rename(&partial, path)) {
        // The first error is the one to report.
        drop(fs::remove_file(&partial));
        return Err(error.into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_document_name_is_a_name_and_never_a_path() {
        assert_eq!(file_name("Review%20summary.pdf").as_deref(), Some("Review summary.pdf"));
        for refused in ["", "..", "..%2Fkeys", "a%5Cb", "C%3Aa", "%", "%zz", "%ff", "a%00"] {
            assert_eq!(file_name(refused), None, "{refused}");
        }
    }
}
