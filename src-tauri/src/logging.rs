//! The log file: which command, how it ended, how long it took. Nothing a person said or is.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use api::{ApiError, ErrorCode};

const MAX_BYTES: u64 = 1024 * 1024;
const OLD_FILES: u32 = 3;

/// An open log. Times are counted from the start of the program: the order of things is in the
/// audit trail, which has its own clock.
pub(crate) struct Log {
    started: Instant,
    folder: PathBuf,
    file: Mutex<File>,
}

impl Log {
    /// Opens `convenor.log` in a folder, made if it is not there.
    pub(crate) fn open(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let file = append_to(folder)?;
        Ok(Self { started: Instant::now(), folder: folder.to_owned(), file: Mutex::new(file) })
    }

    /// A command has been answered. The reference is what the person sees of an internal error.
    pub(crate) fn answered(&self, name: &'static str, error: Option<&ApiError>, took: Duration) {
        let outcome = match error.map(|error| error.code) {
            None => "done",
            Some(ErrorCode::Invalid) => "invalid",
            Some(ErrorCode::Refused) => "refused",
            Some(ErrorCode::Missing) => "missing",
            Some(ErrorCode::Denied) => "denied",
            Some(ErrorCode::Stale) => "stale",
            Some(ErrorCode::Locked) => "locked",
            Some(ErrorCode::Internal) => "internal",
        };
        let reference = error.and_then(|error| error.reference.as_deref()).unwrap_or("-");
        self.write(&format!("{name} {outcome} {} ms {reference}", took.as_millis()));
    }

    /// A fixed event of the program itself.
    pub(crate) fn event(&self, event: &'static str) {
        self.write(event);
    }

    /// The program has lost its way. Only where, never what it was holding.
    pub(crate) fn panicked(&self, file: &str, line: u32) {
        self.write(&format!("panic at {file}:{line}"));
    }

    fn write(&self, text: &str) {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        if file.metadata().is_ok_and(|metadata| metadata.len() > MAX_BYTES)
            && let Ok(fresh) = rotate(&self.folder)
        {
            *file = fresh;
        }
        // A full disk must not stop a meeting; there is nowhere left to say so.
        drop(writeln!(file, "{:>10.3} {text}", self.started.elapsed().as_secs_f64()));
    }
}

fn append_to(folder: &Path) -> io::Result<File> {
    OpenOptions::new().create(true).append(true).open(folder.join("convenor.log"))
}

fn rotate(folder: &Path) -> io::Result<File> {
    let old = |number: u32| folder.join(format!("convenor.{number}.log"));
    for number in (1..OLD_FILES).rev().filter(|&number| old(number).exists()) {
        fs::rename(old(number), old(number + 1))?;
    }
    fs::rename(folder.join("convenor.log"), old(1))?;
    append_to(folder)
}
