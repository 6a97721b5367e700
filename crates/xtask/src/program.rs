//! Starting other programs: shown, tried, or listened to.

use std::{
    ffi::OsStr,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
    thread,
};

use anyhow::{Context as _, bail};

/// A program with its arguments, not yet started.
pub(crate) struct Program {
    name: String,
    command: Command,
}

impl Program {
    pub(crate) fn new(name: impl AsRef<OsStr>) -> Self {
        let shown = Path::new(name.as_ref()).file_stem().unwrap_or(name.as_ref());
        Self { name: shown.to_string_lossy().into_owned(), command: Command::new(&name) }
    }

    /// The Cargo that started us.
    pub(crate) fn cargo() -> Self {
        Self::new(crate::workspace::program_setting("CARGO").unwrap_or_else(|| "cargo".to_owned()))
    }

    /// npm, whose file has an ending on Windows.
    pub(crate) fn npm() -> Self {
        Self::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
    }

    /// npx, whose file has an ending on Windows.
    pub(crate) fn npx() -> Self {
        Self::new(if cfg!(windows) { "npx.cmd" } else { "npx" })
    }

    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    pub(crate) fn args(mut self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(arguments);
        self
    }

    pub(crate) fn within(mut self, folder: impl AsRef<Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    pub(crate) fn setting(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs it in the open, on this terminal.
    pub(crate) fn run(mut self) -> anyhow::Result<()> {
        let status = self
            .command
            .stdin(Stdio::null())
            .status()
            .with_context(|| format!("{} cannot be started", self.name))?;
        if !status.success() {
            bail!("{} failed ({status})", self.name);
        }
        Ok(())
    }

    /// Runs it unseen and returns what it printed.
    pub(crate) fn read(mut self) -> anyhow::Result<String> {
        let output = self
            .command
            .stdin(Stdio::null())
            .output()
            .with_context(|| format!("{} cannot be started", self.name))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            bail!("{} failed ({}): {}", self.name, output.status, said.trim());
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Whether it can be started and ends well; nothing is shown.
    pub(crate) fn succeeds(mut self) -> bool {
        self.command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    }

    /// Runs it in the open and keeps what it said, line by line, for its closing lines.
    pub(crate) fn listen(mut self) -> anyhow::Result<Heard> {
        let mut child = self
            .command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} cannot be started", self.name))?;
        let lines = Arc::new(Mutex::new(Vec::new()));
        let listeners = [
            child.stdout.take().map(|pipe| echo(pipe, Arc::clone(&lines))),
            child.stderr.take().map(|pipe| echo(pipe, Arc::clone(&lines))),
        ];
        let status = child.wait().with_context(|| format!("{} was lost", self.name))?;
        for listener in listeners.into_iter().flatten() {
            // A listener only prints; if it panicked its lines are missing and nothing else is.
            drop(listener.join());
        }
        let lines = std::mem::take(&mut *lines.lock().unwrap_or_else(PoisonError::into_inner));
        Ok(Heard { lines, succeeded: status.success() })
    }
}

/// What a program said, and how it ended.
pub(crate) struct Heard {
    /// Without colours.
    pub(crate) lines: Vec<String>,
    succeeded: bool,
}

impl Heard {
    pub(crate) fn succeeded(&self) -> bool {
        self.succeeded
    }
}

fn echo(
    pipe: impl Read + Send + 'static,
    lines: Arc<Mutex<Vec<String>>>,
) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            println!("{line}");
            lines.lock().unwrap_or_else(PoisonError::into_inner).push(without_colours(&line));
        }
    })
}

/// The text of a line without its terminal colours.
fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(letter);
        }
    }
    plain
}

/// The first of these programs that is on the path.
pub(crate) fn first_installed(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    names.iter().find_map(|name| {
        std::env::split_paths(&path)
            .map(|folder| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
            .find(|file| file.is_file())
    })
}

#[cfg(test)]
mod tests {
    use super::without_colours;

    #[test]
    fn colours_are_taken_off_and_words_are_kept() {
        assert_eq!(without_colours("\u{1b}[32;1m 3 passed\u{1b}[0m (1s)"), " 3 passed (1s)");
    }
}
