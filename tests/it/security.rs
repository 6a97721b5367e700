//! Nothing of a record can be read in what the program leaves on the disk.
//!
//! Markers, words that occur nowhere else, are planted in every kind of field. A second process,
//! whose home, temporary folder and working folder are one folder of ours, goes the whole way from
//! first run to an issued copy, a backup and a locked store. At four moments every byte of every
//! file in that folder is searched: while the write-ahead log is full, and again at the end. The
//! same search must find the markers in an unencrypted database with the same words, and in the
//! copy that was taken out what its reader may read.

mod journey;
mod planted;

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use sqlx::Connection as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use testkit::scan::{Form, Scan, files};

use journey::{HOME, PASSPHRASE, SAVED};
use planted::{CLOSED, DECISION, PERMITTED, PLANTED, REPORT, REWORDED, VOICE};

const TEST: &str = "security::no_planted_marker_is_left_in_any_file";

/// Below it nothing of the program was searched, and the proof is void.
const FEWEST_FILES: usize = 5;

#[expect(clippy::disallowed_methods, reason = "one program, told by this which part it plays")]
fn plays_the_program() -> bool {
    std::env::var(HOME).is_ok()
}

/// What the files of the program hold of the markers, also inside PDF documents.
fn search(scan: &Scan, home: &Path, recovery_key: &str) -> Vec<String> {
    let mut found: Vec<String> =
        scan.folder(home).unwrap().iter().map(|(path, one)| format!("{path:?}: {one:?}")).collect();
    let bare = recovery_key.replace('-', "");
    let key = Scan::for_markers([recovery_key, &bare]);
    found.extend(key.folder(home).unwrap().iter().map(|(path, _)| format!("{path:?}: the key")));
    for path in files(home).unwrap() {
        let bytes = fs::read(&path).unwrap();
        let starts = (0..bytes.len()).filter(|n| bytes[*n..].starts_with(b"%PDF-"));
        for start in starts {
            found.extend(read_in(&bytes[start..]).iter().map(|one| format!("{path:?}: {one}")));
        }
    }
    found
}

/// The markers that can be read in a document, its compressed parts and its properties included.
fn read_in(document: &[u8]) -> Vec<String> {
    let planted = PLANTED.iter().chain([&PERMITTED]);
    let terms: Vec<gate::Term> =
        planted.map(|word| gate::Term::new(*word, "planted", *word, gate::ReadAs::Words)).collect();
    let file = gate::Document { name: "copy.pdf", bytes: document, kind: gate::Kind::Pdf };
    let report = gate::check(&file, &terms);
    report.findings.into_iter().map(|finding| format!("{finding:?}")).collect()
}

#[tokio::test]
async fn no_planted_marker_is_left_in_any_file() {
    if plays_the_program() {
        return journey::go().await;
    }
    let (folder, _) = testkit::db::scratch();
    let (home, saved) = (folder.path().join("home"), folder.path().join("saved"));
    for path in [home.join("tmp"), home.join("backup"), home.join("log"), saved.clone()] {
        fs::create_dir_all(path).unwrap();
    }
    let scan = Scan::for_markers(PLANTED.into_iter().chain([PERMITTED, PASSPHRASE]));

    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([TEST, "--exact", "--nocapture"])
        .current_dir(&home)
        .env(HOME, &home)
        .env(SAVED, &saved)
        .envs(["HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"].map(|n| (n, &home)))
        .env("TMPDIR", home.join("tmp"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(fs::File::create(home.join("log/stderr")).unwrap())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let (mut moments, mut recovery_key) = (Vec::new(), String::new());
    let mut has_log = false;
    for line in BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok) {
        if let Some(key) = line.strip_prefix("recovery key ") {
            key.clone_into(&mut recovery_key);
        } else if let Some(moment) = line.strip_prefix("look ") {
            let there = files(&home).unwrap();
            assert!(there.len() >= FEWEST_FILES, "{there:?}");
            has_log |= there.iter().any(|path| path.to_string_lossy().ends_with("-wal"));
            let found = search(&scan, &home, &recovery_key);
            assert!(found.is_empty(), "{moment}: {found:#?}");
            moments.push(moment.to_owned());
            writeln!(input, "on").unwrap();
        } else {
            assert!(scan.bytes(line.as_bytes()).is_empty(), "on the output: {line}");
        }
    }
    let log = fs::read_to_string(home.join("log/stderr")).unwrap();
    assert!(child.wait().unwrap().success(), "{log}");
    assert_eq!(moments, ["held", "issued", "backed up", "locked"]);
    assert!(has_log, "the write-ahead log was never there to be searched");

    let copy = fs::read(saved.join("copy.pdf")).unwrap();
    let read = read_in(&copy);
    let is_read = |marker: &str| read.iter().any(|one| one.contains(marker));
    assert!(is_read(PERMITTED) && is_read(REWORDED), "{read:?}");
    assert!(![VOICE, CLOSED, DECISION, REPORT].into_iter().any(is_read), "{read:?}");
    let found = scan.folder(&in_the_open(folder.path()).await).unwrap();
    for marker in PLANTED {
        let is_found = |extension: &str| {
            found.iter().any(|(path, one)| {
                let is_there = path.to_string_lossy().ends_with(extension);
                is_there && one.marker == marker && one.form == Form::Plain
            })
        };
        assert!(is_found("plain.db") && is_found("plain.db-wal"), "{marker}");
    }
    println!("markers: {} planted, none left; control found them all", PLANTED.len() + 3);
}

/// The control: the same words in a database without a key, the last of them still in its log.
#[expect(clippy::disallowed_methods, reason = "a plain database, which the store never makes")]
async fn in_the_open(folder: &Path) -> std::path::PathBuf {
    let folder = folder.join("plain");
    fs::create_dir(&folder).unwrap();
    let path = folder.join("plain.db");
    let options = SqliteConnectOptions::new().filename(&path).create_if_missing(true);
    let mut plain = SqliteConnection::connect_with(&options).await.unwrap();
    let run = "PRAGMA journal_mode = WAL; CREATE TABLE record (words TEXT);";
    sqlx::raw_sql(run).execute(&mut plain).await.unwrap();
    for then in ["PRAGMA wal_checkpoint(TRUNCATE)", "SELECT 1"] {
        for marker in PLANTED {
            let insert = sqlx::query("INSERT INTO record (words) VALUES ($1)");
            insert.bind(format!("We met because of {marker}.")).execute(&mut plain).await.unwrap();
        }
        sqlx::raw_sql(then).execute(&mut plain).await.unwrap();
    }
    // As after a crash: a connection that is closed takes its log along.
    std::mem::forget(plain);
    folder
}
