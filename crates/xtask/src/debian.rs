//! The Debian and Ubuntu packages the build and the tests need.

use std::{collections::HashSet, path::Path};

use anyhow::Context as _;

use crate::program::{Program, first_installed};

/// What each is for, so that nobody has to wonder before typing a password.
const PACKAGES: [(&str, &str); 14] = [
    ("build-essential", "a C compiler, for SQLCipher"),
    ("pkg-config", "finds the libraries below"),
    ("libwebkit2gtk-4.1-dev", "the web view of the window"),
    ("libgtk-3-dev", "the window and its dialogs"),
    ("librsvg2-dev", "icons"),
    ("libssl-dev", "SQLCipher's cryptography"),
    ("postgresql", "the second database the store is tried on"),
    ("webkit2gtk-driver", "drives the real window in tests"),
    ("xvfb", "a display without a screen, for tests"),
    ("xauth", "goes with xvfb"),
    ("dbus", "a session for the window in tests"),
    ("dbus-x11", "goes with dbus"),
    ("poppler-utils", "reads PDF files again in tests"),
    ("fonts-liberation", "the fonts of screens in tests"),
];

const BROWSER: (&str, &str) = ("chromium", "the browser of the journeys");

/// Whether this machine installs with apt.
pub(crate) fn is_debian() -> bool {
    cfg!(target_os = "linux") && Path::new("/etc/debian_version").exists()
}

/// Installs the packages that `dpkg` does not know as installed; silent when there are none.
pub(crate) fn install_missing() -> anyhow::Result<()> {
    let missing = missing()?;
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing Debian packages:");
    for (name, purpose) in &missing {
        println!("  {name:<24} {purpose}");
    }
    let names: Vec<&str> = missing.iter().map(|(name, _)| *name).collect();
    as_root("apt-get")?.args(["update", "-q"]).run().context("apt-get update")?;
    as_root("apt-get")?
        .args(["install", "-q", "-y", "--no-install-recommends"])
        .args(&names)
        .run()
        .with_context(|| format!("could not install {}", names.join(" ")))
}

fn missing() -> anyhow::Result<Vec<(&'static str, &'static str)>> {
    // dpkg-query fails when a name is unknown to it; what it does know is printed all the same.
    let names = PACKAGES.iter().map(|(name, _)| name);
    let listing = Program::new("sh")
        .args([
            "-c",
            "dpkg-query -W -f '${Package} ${db:Status-Status}\\n' \"$@\" 2>/dev/null || true",
        ])
        .arg("dpkg-query")
        .args(names)
        .read()?;
    let installed: HashSet<&str> =
        listing.lines().filter_map(|line| line.strip_suffix(" installed")).collect();
    let mut missing: Vec<_> =
        PACKAGES.into_iter().filter(|(name, _)| !installed.contains(name)).collect();
    if browser().is_none() {
        missing.push(BROWSER);
    }
    Ok(missing)
}

/// The browser of the journeys: Debian's Chromium, or what the machine has of its kind.
pub(crate) fn browser() -> Option<std::path::PathBuf> {
    let usual = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];
    first_installed(&["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"])
        .or_else(|| {
            usual.into_iter().map(Into::into).find(|file: &std::path::PathBuf| file.is_file())
        })
}

fn as_root(program: &str) -> anyhow::Result<Program> {
    let prepared = if Program::new("id").arg("-u").read()?.trim() == "0" {
        Program::new(program)
    } else {
        Program::new("sudo").arg("--preserve-env=DEBIAN_FRONTEND").arg(program)
    };
    Ok(prepared.setting("DEBIAN_FRONTEND", "noninteractive"))
}
