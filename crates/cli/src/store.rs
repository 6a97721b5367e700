//! Opening a store: whose passphrase it is, and where it comes from.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::vault::{Known, Passphrase, Paths, Status, Vault};
use app::{App, AppError, Session};
use clap::Args;
use domain::access::Permission;
use domain::clock::SystemClock;
use domain::ids::TimeOrderedIds;
use domain::violation::Violation;
use zeroize::Zeroizing;

use crate::failure::Failure;

/// Which store, and who opens it.
#[derive(Args)]
pub(crate) struct StoreArguments {
    /// The store.
    #[arg(long, value_name = "FILE")]
    pub(crate) store: PathBuf,
    #[command(flatten)]
    pub(crate) who: Who,
}

/// Who opens a store.
#[derive(Args)]
pub(crate) struct Who {
    /// The name under which somebody signs in; without it, whoever the passphrase belongs to.
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
    /// A file that holds the passphrase and nothing else; without it, it is asked for.
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

/// A store that is open, and who opened it.
pub(crate) struct Opened {
    pub(crate) vault: Vault,
    pub(crate) app: App,
    pub(crate) session: Session,
}

impl StoreArguments {
    /// Opens the store as somebody who may do what is asked.
    ///
    /// # Errors
    /// When the store, its keys or the passphrase are not right, or nobody it fits may do this.
    pub(crate) async fn open(&self, needs: Permission) -> Result<Opened, Failure> {
        let vault = vault(&self.store);
        let people = people(&vault)?;
        let passphrase = self.who.passphrase()?;
        let mut refusal = Failure::NotAllowed;
        for known in self.who.among(people)? {
            let typed = Passphrase::to_try(&passphrase);
            match vault.sign_in(known.user, typed).await {
                Ok((app, session)) if session.may(needs) => {
                    return Ok(Opened { vault, app, session });
                }
                Ok((_, session)) => {
                    vault.lock(&session).await?;
                    refusal = Failure::NotAllowed;
                }
                Err(error @ AppError::Refused(Violation::WrongPassphrase)) => {
                    refusal = Failure::App(error);
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(refusal)
    }
}

impl Opened {
    /// Locks the store again.
    ///
    /// # Errors
    /// When the lock cannot be recorded.
    pub(crate) async fn close(self) -> Result<(), Failure> {
        Ok(self.vault.lock(&self.session).await?)
    }
}

impl Who {
    /// The people to try: the one named, or all.
    ///
    /// # Errors
    /// [`Failure::NoSuchUser`].
    pub(crate) fn among(&self, people: Vec<Known>) -> Result<Vec<Known>, Failure> {
        let Some(name) = &self.user else { return Ok(people) };
        let named: Vec<Known> = people.into_iter().filter(|known| &known.name == name).collect();
        if named.is_empty() { Err(Failure::NoSuchUser) } else { Ok(named) }
    }

    /// The passphrase from its file or the terminal; wiped when dropped.
    ///
    /// # Errors
    /// When there is neither.
    pub(crate) fn passphrase(&self) -> Result<Zeroizing<String>, Failure> {
        if let Some(path) = &self.passphrase_file {
            let read = std::fs::read_to_string(path).map(Zeroizing::new);
            let text = read.map_err(|_| Failure::Unreadable(path.clone()))?;
            return Ok(Zeroizing::new(text.trim_end_matches(['\r', '\n']).to_owned()));
        }
        if !std::io::stdin().is_terminal() {
            return Err(Failure::NoPassphrase);
        }
        let typed = rpassword::prompt_password("Passphrase: ");
        typed.map(Zeroizing::new).map_err(|_| Failure::NoPassphrase)
    }
}

/// The store at a path, closed.
pub(crate) fn vault(path: &Path) -> Vault {
    Vault::new(Paths::new(path), Arc::new(SystemClock), Arc::new(TimeOrderedIds))
}

/// Who can sign in to a store.
///
/// # Errors
/// When there is no store, or its keys are missing.
pub(crate) fn people(vault: &Vault) -> Result<Vec<Known>, Failure> {
    match vault.status()? {
        Status::Absent => Err(AppError::Refused(Violation::NoStore).into()),
        Status::Present { people, .. } => Ok(people),
    }
}
