//! Counting tests from the closing lines of the runners.

use std::ops::AddAssign;

/// How many passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Tally {
    /// A check that is not made of tests counts as one.
    pub(crate) const ONE_PASSED: Self = Self { passed: 1, failed: 0 };
    pub(crate) const ONE_FAILED: Self = Self { passed: 0, failed: 1 };
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The programs whose closing lines are understood.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Runner {
    /// `Summary [ 1.2s] 10 tests run: 9 passed, 1 failed, 2 skipped`
    Nextest,
    /// `test result: FAILED. 9 passed; 1 failed; 0 ignored; …`, once for each binary
    CargoTest,
    /// `Tests  1 failed | 9 passed (10)`
    Vitest,
    /// `1 failed` and `9 passed (3.2s)` on lines of their own
    Playwright,
    /// `# pass 9` and `# fail 1`, or with `ℹ` for `#`
    NodeTest,
}

impl Runner {
    /// The closing lines, as they were printed.
    pub(crate) fn closing_lines(self, lines: &[String]) -> Vec<&str> {
        lines.iter().map(|line| line.trim()).filter(|line| self.closes(line)).collect()
    }

    /// What the closing lines add up to.
    pub(crate) fn tally(self, lines: &[String]) -> Tally {
        let mut tally = Tally::default();
        for line in self.closing_lines(lines) {
            tally += Tally { passed: self.count(line, "pass"), failed: self.count(line, "fail") };
        }
        tally
    }

    fn closes(self, line: &str) -> bool {
        match self {
            Self::Nextest => line.starts_with("Summary [") && line.contains(" run:"),
            Self::CargoTest => line.starts_with("test result:"),
            Self::Vitest => line.starts_with("Tests ") && line.ends_with(')'),
            Self::Playwright => line.split_once(' ').is_some_and(|(number, word)| {
                number.parse::<u32>().is_ok()
                    && (word.starts_with("passed (") || word == "failed" || word == "flaky")
            }),
            Self::NodeTest => {
                let words = line.trim_start_matches(['#', 'ℹ']);
                words.len() != line.len()
                    && (words.starts_with(" pass ") || words.starts_with(" fail "))
            }
        }
    }

    /// The number that stands beside a word with this beginning.
    fn count(self, line: &str, word: &str) -> u32 {
        let words: Vec<&str> = line.split([' ', ',', ';', '(']).filter(|w| !w.is_empty()).collect();
        let number_first = !matches!(self, Self::NodeTest);
        words
            .windows(2)
            .find_map(|pair| match pair {
                [number, name] if number_first && name.starts_with(word) => number.parse().ok(),
                [name, number] if !number_first && *name == word => number.parse().ok(),
                _ => None,
            })
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Runner, Tally};

    fn check(runner: Runner, output: &str, passed: u32, failed: u32) {
        let lines: Vec<String> = output.lines().map(str::to_owned).collect();
        assert_eq!(runner.tally(&lines), Tally { passed, failed }, "{runner:?}: {output}");
    }

    #[test]
    fn each_runner_is_counted_from_its_closing_lines() {
        check(
            Runner::Nextest,
            "   Summary [  12.345s] 10 tests run: 9 passed (1 slow), 1 failed, 2 skipped",
            9,
            1,
        );
        check(Runner::Nextest, "     Summary [   0.004s] 1 test run: 1 passed, 0 skipped", 1, 0);
        check(
            Runner::CargoTest,
            "test result: ok. 3 passed; 0 failed; 0 ignored\n\
             test result: FAILED. 4 passed; 2 failed; 0 ignored",
            7,
            2,
        );
        check(
            Runner::Vitest,
            " Test Files  2 passed (2)\n      Tests  1 failed | 9 passed (10)",
            9,
            1,
        );
        check(Runner::Playwright, "  1 failed\n    a.spec.ts:3:1 › x\n  9 passed (3.2s)", 9, 1);
        check(Runner::NodeTest, "ℹ tests 5\nℹ pass 4\nℹ fail 1", 4, 1);
        check(Runner::NodeTest, "# pass 2\n# fail 0", 2, 0);
    }

    #[test]
    fn lines_that_only_look_like_a_count_are_left_out() {
        check(Runner::Playwright, "3 passed balls were counted\nfailed 2", 0, 0);
        check(Runner::NodeTest, "pass 9", 0, 0);
    }
}
