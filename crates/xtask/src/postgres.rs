//! A PostgreSQL of our own for one test run: made in a temporary folder, reached through a socket
//! in it, and gone afterwards, however the run ends.
//!
//! A keeper process holds the cluster. It waits for its standard input to close, which the
//! operating system does when this program ends in any way (Ctrl-C and `kill -9` included); then
//! it stops the server and removes the folder. Nothing is written outside that folder.

use crate::workspace::{is_ci, program_setting};

/// The setting by which the tests learn where PostgreSQL is. Set by hand, it is used as it is.
const URL_SETTING: &str = "CONVENOR_TEST_POSTGRES_URL";

/// A running cluster; dropping it stops and removes it.
pub(crate) struct Cluster {
    url: String,
    keeper: Option<keeper::Keeper>,
}

impl Cluster {
    /// The cluster for a test run: the one named in the environment, or a new one. `None`, said
    /// aloud, where PostgreSQL is not installed.
    ///
    /// # Errors
    /// When the cluster cannot be started, and in the gate's own run also when PostgreSQL is not
    /// installed on a system where it could be.
    pub(crate) fn for_tests() -> anyhow::Result<Option<Self>> {
        if let Some(url) = program_setting(URL_SETTING) {
            println!("PostgreSQL: using {URL_SETTING}");
            return Ok(Some(Self { url, keeper: None }));
        }
        match keeper::Keeper::start()? {
            Some((keeper, url)) => {
                println!("PostgreSQL: a cluster of our own, removed afterwards");
                Ok(Some(Self { url, keeper: Some(keeper) }))
            }
            None if is_ci() && cfg!(target_os = "linux") => {
                anyhow::bail!("PostgreSQL is not installed; `cargo xtask setup` installs it")
            }
            None => {
                println!(
                    "WARNING: PostgreSQL is not installed: the store is tried on SQLite only. \
                     Install it, or set {URL_SETTING}."
                );
                Ok(None)
            }
        }
    }

    /// Where it is, as a connection URL for a superuser.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(keeper) = self.keeper.take() {
            keeper.stop();
        }
    }
}

#[cfg(unix)]
mod keeper {
    use std::{
        fs,
        io::{BufRead as _, BufReader},
        path::{Path, PathBuf},
        process::{Child, Command, Stdio},
    };

    use anyhow::{Context as _, bail};

    use crate::program::{Program, first_installed};

    /// `$1` is the folder, `$2` the folder of PostgreSQL's programs, the rest is put before each
    /// of them (to leave root's rights behind). `ready` on the output means: connections are taken.
    const SCRIPT: &str = r#"
set -eu
trap '' INT TERM HUP
home=$1 programs=$2
shift 2
clean() {
    "$@" "$programs/pg_ctl" stop --pgdata "$home/data" --mode immediate --silent || true
    rm -rf "$home"
}
exec 3>&1 >"$home/log" 2>&1
if "$@" "$programs/initdb" --pgdata "$home/data" --username convenor --auth trust \
        --encoding UTF8 --locale C --no-sync &&
    "$@" "$programs/pg_ctl" start --pgdata "$home/data" --log "$home/data/server.log" --wait \
        --options "-k $home -c listen_addresses= -c fsync=off -c synchronous_commit=off \
            -c full_page_writes=off -c autovacuum=off -c max_connections=200 \
            -c log_statement=none -c log_min_error_statement=panic" 3>&-
then
    echo ready >&3
    exec 3>&-
    cat >/dev/null
    clean "$@"
else
    tail -n 5 "$home/log" >&3
    clean "$@"
    exit 1
fi
"#;

    /// The process that outlives us long enough to clean up.
    pub(super) struct Keeper {
        process: Child,
    }

    impl Keeper {
        /// Starts a cluster; `None` when PostgreSQL is not installed.
        pub(super) fn start() -> anyhow::Result<Option<(Self, String)>> {
            let Some(programs) = folder_of_programs() else {
                return Ok(None);
            };
            let home = PathBuf::from(
                Program::new("mktemp").args(["-d", "/tmp/convenor-pg-XXXXXX"]).read()?.trim(),
            );
            let lowering = lower_rights(&home)?;
            let mut process = Command::new("sh")
                .arg("-c")
                .arg(SCRIPT)
                .arg("postgres-keeper")
                .args([home.as_path(), programs.as_path()])
                .args(lowering)
                .current_dir("/")
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .context("sh cannot be started")?;
            let mut said = String::new();
            if let Some(output) = process.stdout.take() {
                for line in BufReader::new(output).lines() {
                    let line = line?;
                    if line == "ready" {
                        let socket = home.to_string_lossy().replace('/', "%2F");
                        return Ok(Some((
                            Self { process },
                            format!("postgres://convenor@{socket}/postgres"),
                        )));
                    }
                    said.push_str(&line);
                    said.push('\n');
                }
            }
            process.wait()?;
            bail!("PostgreSQL did not start:\n{said}");
        }

        /// Lets go and waits until the folder is gone.
        pub(super) fn stop(mut self) {
            drop(self.process.stdin.take());
            if let Err(error) = self.process.wait() {
                println!("WARNING: PostgreSQL may not have been removed: {error}");
            }
        }
    }

    /// Debian keeps `initdb` off the path, one folder a version; the newest is taken.
    fn folder_of_programs() -> Option<PathBuf> {
        let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
            .into_iter()
            .flatten()
            .filter_map(Result::ok)
            .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path())))
            .map(|(version, path)| (version, path.join("bin")))
            .filter(|(_, path)| path.join("initdb").is_file() && path.join("pg_ctl").is_file())
            .collect();
        found.sort();
        found.pop().map(|(_, path)| path).or_else(|| {
            let initdb = first_installed(&["initdb"])?;
            initdb.parent().map(Path::to_path_buf)
        })
    }

    /// `initdb` refuses root: the folder is given to an unprivileged account, and this is what to
    /// put before a command to run it as that account. Nothing for everyone else.
    fn lower_rights(home: &Path) -> anyhow::Result<Vec<String>> {
        if Program::new("id").arg("-u").read()?.trim() != "0" {
            return Ok(Vec::new());
        }
        let account = ["postgres", "nobody"]
            .into_iter()
            .find(|name| Program::new("id").args(["-u", name]).succeeds())
            .context("no unprivileged account to run PostgreSQL as")?;
        let group = Program::new("id").args(["-gn", account]).read()?;
        let group = group.trim();
        Program::new("chown").arg(format!("{account}:{group}")).arg(home).read()?;
        let user = format!("--reuid={account}");
        let group = format!("--regid={group}");
        Ok(["setpriv", &user, &group, "--clear-groups", "--"].map(str::to_owned).to_vec())
    }
}

#[cfg(not(unix))]
mod keeper {
    /// Elsewhere a cluster is started by hand and named in the environment.
    pub(super) struct Keeper;

    impl Keeper {
        pub(super) fn start() -> anyhow::Result<Option<(Self, String)>> {
            Ok(None)
        }

        pub(super) fn stop(self) {}
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::keeper::Keeper;

    #[test]
    fn a_cluster_is_gone_when_it_is_let_go() {
        let Some((keeper, url)) = Keeper::start().expect("PostgreSQL starts") else {
            return;
        };
        let home = url
            .trim_start_matches("postgres://convenor@")
            .trim_end_matches("/postgres")
            .replace("%2F", "/");
        assert!(std::path::Path::new(&home).join(".s.PGSQL.5432").exists());
        keeper.stop();
        assert!(!std::path::Path::new(&home).exists());
    }
}
