//! Reads the file that a command is given; `-` is the standard input.

use std::io::Read as _;
use std::path::Path;

use crate::failure::Failure;

/// The text of a file.
///
/// # Errors
/// [`Failure::Unreadable`] when it is not there or not UTF-8.
pub(crate) fn text(path: &Path) -> Result<String, Failure> {
    let read = if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().lock().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(path)
    };
    read.map_err(|_| Failure::Unreadable(path.to_owned()))
}
