//! What may be said on the command line.

use std::{ffi::OsString, path::PathBuf};

/// How to start.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// The store to open instead of this person's own.
    pub(crate) store: Option<PathBuf>,
    /// Which authority.
    pub(crate) authority: Authority,
    /// Who holds the mouse.
    pub(crate) operator: Operator,
}

/// Whose records.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) enum Authority {
    /// The one whose store this is.
    #[default]
    Own,
    /// The made-up one, made when it is not there.
    Demonstration(Beginning),
}

/// Whether the made-up authority is the one of last time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beginning {
    /// As it was left.
    AsLeft,
    /// Made again, with its dates around today.
    Afresh,
}

/// A person answers dialogs and gets a private web view; a test can do neither.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) enum Operator {
    /// Files are chosen in dialogs; the web view keeps nothing.
    #[default]
    Person,
    /// Files go to and come from this folder without a dialog. The web view keeps its files in a
    /// folder that is emptied, because WebDriver cannot attach to a private one.
    Automation {
        /// Saved documents go here; the one to attach is the file `attach` in it.
        folder: PathBuf,
    },
}

/// Why the arguments were refused.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum ArgumentError {
    /// It is not one of ours.
    Unknown(OsString),
    /// It needs a path after it.
    NoPath(&'static str),
}

impl Arguments {
    /// Reads the arguments, without the program's own name.
    pub(crate) fn read(
        arguments: impl IntoIterator<Item = OsString>,
    ) -> Result<Self, ArgumentError> {
        let mut read = Self::default();
        let mut rest = arguments.into_iter();
        while let Some(argument) = rest.next() {
            match argument.to_str() {
                Some("--demo") => read.authority = Authority::Demonstration(Beginning::AsLeft),
                Some("--demo-afresh") => {
                    read.authority = Authority::Demonstration(Beginning::Afresh);
                }
                Some("--store") => read.store = Some(path(&mut rest, "--store")?),
                Some("--save-to") => {
                    read.operator = Operator::Automation { folder: path(&mut rest, "--save-to")? };
                }
                _ => return Err(ArgumentError::Unknown(argument)),
            }
        }
        Ok(read)
    }
}

fn path(
    rest: &mut impl Iterator<Item = OsString>,
    flag: &'static str,
) -> Result<PathBuf, ArgumentError> {
    rest.next().map(PathBuf::from).ok_or(ArgumentError::NoPath(flag))
}

impl std::fmt::Display for ArgumentError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unknown(argument) => write!(
                f,
                "{} is not an argument; there are --store FILE, --demo, --demo-afresh and \
                 --save-to FOLDER",
                argument.to_string_lossy()
            ),
            Self::NoPath(flag) => write!(f, "{flag} needs a path after it"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ArgumentError, Arguments, Authority, Beginning, Operator};

    fn check(line: &str, expected: Result<Arguments, ArgumentError>) {
        assert_eq!(Arguments::read(line.split_whitespace().map(Into::into)), expected, "{line}");
    }

    #[test]
    fn arguments_name_the_store_the_authority_and_the_operator() {
        check("", Ok(Arguments::default()));
        check(
            "--demo --store a.convenor --save-to out",
            Ok(Arguments {
                store: Some("a.convenor".into()),
                authority: Authority::Demonstration(Beginning::AsLeft),
                operator: Operator::Automation { folder: "out".into() },
            }),
        );
    }

    #[test]
    fn the_demonstration_can_be_begun_afresh() {
        let authority = Authority::Demonstration(Beginning::Afresh);
        check("--demo-afresh", Ok(Arguments { authority, ..Arguments::default() }));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        check("--stor x", Err(ArgumentError::Unknown("--stor".into())));
        check("--store", Err(ArgumentError::NoPath("--store")));
    }
}
