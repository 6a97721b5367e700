//! Strings and bytes of a PDF as text, in every encoding they may have.

/// A text string: UTF-16 or UTF-8 by its mark, else one byte a letter. Without a
/// mark, bytes that are also UTF-8 are read both ways.
pub(crate) fn readings(bytes: &[u8]) -> Vec<String> {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => vec![utf16(rest, u16::from_be_bytes)],
        [0xFF, 0xFE, rest @ ..] => vec![utf16(rest, u16::from_le_bytes)],
        [0xEF, 0xBB, 0xBF, rest @ ..] => vec![String::from_utf8_lossy(rest).into_owned()],
        _ => {
            let single: String = bytes.iter().map(|byte| char::from(*byte)).collect();
            let mut readings = Vec::new();
            if !bytes.is_ascii()
                && let Ok(text) = std::str::from_utf8(bytes)
            {
                readings.push(text.to_owned());
            }
            if bytes.contains(&0) {
                readings.push(utf16(bytes, u16::from_be_bytes));
                readings.push(utf16(bytes, u16::from_le_bytes));
            }
            readings.push(single);
            readings
        }
    }
}

/// Whether bytes are text throughout, rather than a font, profile or picture.
pub(crate) fn is_text(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    let n_odd =
        head.iter().filter(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace()).count();
    n_odd * 50 <= head.len()
}

/// The runs of printable letters among other bytes, as one byte a letter and as
/// two; each is at least eight letters long, so that chance makes no names.
pub(crate) fn printable_runs(bytes: &[u8]) -> String {
    const N_RUN: usize = 8;
    let mut runs = String::new();
    for step in [1, 2] {
        let mut run = String::new();
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            let is_wide = step == 1
                || at.checked_sub(1).is_some_and(|last| bytes[last] == 0)
                || bytes.get(at + 1) == Some(&0);
            if (byte.is_ascii_graphic() || byte == b' ') && is_wide {
                run.push(char::from(byte));
                at += step;
            } else {
                keep(&mut runs, &run, N_RUN);
                run.clear();
                at += 1;
            }
        }
        keep(&mut runs, &run, N_RUN);
    }
    runs
}

fn keep(runs: &mut String, run: &str, n_least: usize) {
    if run.len() >= n_least {
        runs.push_str(run);
        runs.push(crate::passage::WALL);
    }
}

fn utf16(bytes: &[u8], read: impl Fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}
