//! Packages for release: the two programs, their licence and a list of checksums.

use std::{fs, path::Path};

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};

use crate::{program::Program, screens, setup, workspace::Workspace};

const PROGRAMS: [&str; 2] = ["convenor-desktop", "convenor"];
const PAPERS: [&str; 4] = ["README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// Builds for release with OpenSSL inside, and packs `target/dist`.
pub(crate) fn build(workspace: &Workspace) -> anyhow::Result<()> {
    setup::install_missing(workspace)?;
    screens::build(workspace)?;
    Program::cargo()
        .args(["build", "--release", "--locked", "--package", "desktop", "--package", "cli"])
        .args(["--package", "store", "--features", "store/vendored-openssl"])
        .within(workspace.root())
        .run()?;

    let name = format!(
        "convenor-{}-{}-{}",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    let dist = workspace.target().join("dist");
    let folder = dist.join(&name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for program in PROGRAMS {
        copy(&workspace.release_binary(program), &folder)?;
    }
    for paper in PAPERS {
        let paper = workspace.root().join(paper);
        if paper.exists() {
            copy(&paper, &folder)?;
        }
    }
    let archive = format!("{name}.tar.gz");
    Program::new("tar").args(["-czf", &archive, &name]).within(&dist).run()?;
    let line = format!("{}  {archive}\n", digest(&dist.join(&archive))?);
    fs::write(dist.join("SHA256SUMS"), &line)?;
    println!("{line}written to {}", dist.display());
    Ok(())
}

fn copy(file: &Path, folder: &Path) -> anyhow::Result<()> {
    let name = file.file_name().context("a file has a name")?;
    fs::copy(file, folder.join(name)).with_context(|| format!("{} is missing", file.display()))?;
    Ok(())
}

fn digest(file: &Path) -> anyhow::Result<String> {
    Ok(Sha256::digest(fs::read(file)?).iter().map(|byte| format!("{byte:02x}")).collect())
}
