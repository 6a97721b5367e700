//! A picture of one screen, for looking at.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::{e2e::Browser, from_here, program::Program, programs::Build, workspace::Workspace};

/// Which screen, and how it is to be shown.
#[derive(Args)]
pub(crate) struct Shot {
    /// The screen's address after the `#`, for example `/cases`; `:live` in it is the meeting of
    /// the day while it is held, as in `/meetings/:live/live`
    #[arg(default_value = "/")]
    route: String,
    /// Where to put the picture
    #[arg(long, short, default_value = "target/shot.png")]
    out: PathBuf,
    /// The window's width and height
    #[arg(long, default_value = "1366x768")]
    size: String,
    /// Colours
    #[arg(long, value_enum, default_value_t = Theme::Light)]
    theme: Theme,
    /// A button to press first, by its words; as often as needed
    #[arg(long)]
    press: Vec<String>,
    /// The whole page, however long
    #[arg(long)]
    full: bool,
    /// Before anyone has set the store up or signed in
    #[arg(long)]
    signed_out: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Theme {
    Light,
    Dark,
}

impl Shot {
    /// Starts the loopback server on a made-up authority, opens the screen and takes the picture.
    pub(crate) fn take(self, workspace: &Workspace) -> anyhow::Result<()> {
        let browser = Browser::prepare(workspace, Build::Alone)?;
        let out = from_here(self.out)?;
        let theme = match self.theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let mut program = Program::new("node")
            .args(["tools/shot.mjs", "--route", &self.route, "--size", &self.size])
            .args(["--theme", theme, "--out"])
            .arg(&out);
        for words in &self.press {
            program = program.args(["--press", words]);
        }
        if self.full {
            program = program.arg("--full");
        }
        if self.signed_out {
            program = program.arg("--signed-out");
        }
        browser.told(program, workspace).run()?;
        println!("{}", out.display());
        Ok(())
    }
}
