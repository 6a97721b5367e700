//! Which cases an authority had, and so how many meetings: made up before anything is written,
//! because the meetings held are a published number and the life of one case is not.

use chrono::{Days, NaiveDate, NaiveTime};
use domain::calendar::WorkingCalendar;
use domain::case::RatingLevel;

use super::Size;
use super::history::{History, Review};
use super::people::Maker;
use crate::AppError;

/// Meetings held in a year, as the City told its committee: 175 multi-agency meetings about
/// exploitation and 69 risk meetings. The County's papers at hand give no such number.
pub(super) const HELD_A_YEAR: usize = 175 + 69;

const DAYS_A_YEAR: u64 = 365;

/// No case was opened in the last days, so that none is without its first facts.
const QUIET: u64 = 7;

/// The cases of a small authority, and the days over which they were opened.
const SMALL: (u64, u64) = (60, 550);

impl Size {
    /// How far back the first case was opened.
    pub(super) const fn days(self) -> u64 {
        match self {
            Self::Small => SMALL.1,
            Self::Authority => 3 * DAYS_A_YEAR,
            Self::Decade => 10 * DAYS_A_YEAR,
        }
    }
}

impl Maker<'_> {
    /// The histories of all cases, in the order in which they were opened.
    pub(super) fn histories(
        &mut self,
        size: Size,
        today: NaiveDate,
        calendar: &WorkingCalendar,
    ) -> Result<Vec<History>, AppError> {
        let start = back(today, size.days());
        match size {
            Size::Small => self.evenly(start, today, calendar),
            Size::Authority | Size::Decade => self.by_volume(start, today, calendar),
        }
    }

    /// So many cases, the last but two with a meeting today.
    fn evenly(
        &mut self,
        start: NaiveDate,
        today: NaiveDate,
        calendar: &WorkingCalendar,
    ) -> Result<Vec<History>, AppError> {
        let (cases, days) = SMALL;
        let mut histories = Vec::new();
        for n in 0..cases {
            let opened = opening_day(start, (days - QUIET) * n / cases, calendar);
            let mut history = self.history(opened, today, calendar)?;
            if n + 3 == cases {
                today_instead(&mut history, today)?;
            }
            histories.push(history);
        }
        Ok(histories)
    }

    /// Year after year, cases opened on any of its days, until the year has its meetings.
    fn by_volume(
        &mut self,
        start: NaiveDate,
        today: NaiveDate,
        calendar: &WorkingCalendar,
    ) -> Result<Vec<History>, AppError> {
        let mut years = Years::between(start, today);
        let mut histories = Vec::new();
        for year in 0..years.left.len() {
            let begins = years.first_day(year);
            let days = today.signed_duration_since(begins).num_days();
            let days = u64::try_from(days).unwrap_or(0).saturating_sub(QUIET).min(DAYS_A_YEAR - 1);
            let days = u32::try_from(days).unwrap_or(0);
            while years.has_room(year) {
                let opened = opening_day(begins, self.between(0, days).into(), calendar);
                let history = self.history(opened, today, calendar)?;
                histories.extend(years.fit(history, today));
            }
        }
        histories.sort_by_key(|history| history.opened_on);
        Ok(histories)
    }
}

/// How many meetings each year still has to hold.
struct Years {
    start: NaiveDate,
    left: Vec<usize>,
}

impl Years {
    fn between(start: NaiveDate, today: NaiveDate) -> Self {
        let mut years = Self { start, left: Vec::new() };
        while years.first_day(years.left.len()) < today {
            years.left.push(HELD_A_YEAR);
        }
        years
    }

    fn first_day(&self, year: usize) -> NaiveDate {
        let days = u64::try_from(year).unwrap_or(u64::MAX).saturating_mul(DAYS_A_YEAR);
        self.start.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
    }

    fn has_room(&self, year: usize) -> bool {
        self.left.get(year).is_some_and(|left| *left > 0)
    }

    /// The year of a day.
    fn left_on(&mut self, on: NaiveDate) -> Option<&mut usize> {
        let days = u64::try_from(on.signed_duration_since(self.start).num_days()).ok()?;
        self.left.get_mut(usize::try_from(days / DAYS_A_YEAR).ok()?)
    }

    /// Counts the meetings of a case. It ends before the first for which its year has no room;
    /// there is no such case when that is its very first.
    fn fit(&mut self, mut history: History, today: NaiveDate) -> Option<History> {
        let held = history.reviews.iter().filter(|review| review.after.is_some());
        let held: Vec<NaiveDate> = held.map(|review| review.on).collect();
        for (place, on) in held.into_iter().enumerate() {
            match self.left_on(on) {
                Some(left) if *left > 0 => *left -= 1,
                _ if place == 0 => return None,
                _ => {
                    history.end_after(place, today);
                    break;
                }
            }
        }
        Some(history)
    }
}

fn back(today: NaiveDate, days: u64) -> NaiveDate {
    today.checked_sub_days(Days::new(days)).unwrap_or(today)
}

fn opening_day(from: NaiveDate, days: u64, calendar: &WorkingCalendar) -> NaiveDate {
    let day = from.checked_add_days(Days::new(days)).unwrap_or(from);
    calendar.next_working_day(day).unwrap_or(day)
}

/// One high-risk child has a review today at ten, ready to be held.
fn today_instead(history: &mut History, today: NaiveDate) -> Result<(), AppError> {
    let ten = NaiveTime::from_hms_opt(10, 0, 0).ok_or(AppError::Document)?;
    history.opened_on = back(today, 75);
    history.first_level = RatingLevel::High;
    history.closed_on = None;
    history.incident_on = None;
    history.missing.clear();
    history.reviews = vec![
        Review {
            on: back(today, 53),
            at: ten,
            due_by: back(today, 52),
            before: RatingLevel::High,
            after: Some(RatingLevel::High),
        },
        Review {
            on: today,
            at: ten,
            due_by: today.checked_add_days(Days::new(3)).unwrap_or(today),
            before: RatingLevel::High,
            after: None,
        },
    ];
    Ok(())
}

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate};
    use domain::calendar::WorkingCalendar;
    use domain::case::RatingLevel;
    use domain::ids::CountedIds;
    use rand::SeedableRng as _;
    use rand_chacha::ChaCha8Rng;

    use super::{DAYS_A_YEAR, HELD_A_YEAR, History, Maker, Size, back};

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    fn histories(size: Size, seed: u64) -> Vec<History> {
        let ids = CountedIds::new(seed);
        let created_at = "2026-11-23T09:00:00Z".parse().unwrap();
        let rng = ChaCha8Rng::seed_from_u64(seed);
        let mut maker = Maker { rng, ids: &ids, created_at };
        maker.histories(size, today(), &WorkingCalendar::england_and_wales()).unwrap()
    }

    fn held(histories: &[History]) -> Vec<NaiveDate> {
        let reviews = histories.iter().flat_map(|history| &history.reviews);
        reviews.filter(|review| review.after.is_some()).map(|review| review.on).collect()
    }

    #[test]
    fn every_year_of_an_authority_holds_the_published_number_of_meetings() {
        for (size, years) in [(Size::Authority, 3), (Size::Decade, 10)] {
            for seed in 0..10 {
                let held = held(&histories(size, seed));
                for year in 0..years {
                    let from = back(today(), (years - year) * DAYS_A_YEAR);
                    let until = from.checked_add_days(Days::new(DAYS_A_YEAR)).unwrap();
                    let count = held.iter().filter(|on| (from..until).contains(on)).count();
                    assert_eq!(count, HELD_A_YEAR, "year {year} of {size:?}, seed {seed}");
                }
                assert_eq!(held.len(), HELD_A_YEAR * usize::try_from(years).unwrap());
            }
        }
    }

    #[test]
    fn cases_stand_in_the_order_of_their_opening_and_nothing_happens_outside_their_life() {
        for history in &histories(Size::Authority, 1) {
            let last = history.closed_on.unwrap_or(today());
            assert!(history.opened_on < today() && last <= today());
            for review in &history.reviews {
                let is_planned = review.after.is_none();
                assert!(is_planned || (history.opened_on..=last).contains(&review.on));
            }
            for (started, _) in &history.missing {
                assert!((history.opened_on..=last).contains(&started.date_naive()));
            }
            assert!(history.incident_on.is_none_or(|on| (history.opened_on..=last).contains(&on)));
            if history.closed_on.is_some() {
                assert_eq!(history.reviews.last().unwrap().after, Some(RatingLevel::Low));
            }
        }
        assert!(histories(Size::Authority, 1).is_sorted_by_key(|history| history.opened_on));
    }

    #[test]
    fn the_same_seed_plans_the_same_cases() {
        let (first, second) = (histories(Size::Authority, 1), histories(Size::Authority, 1));
        assert_eq!(first, second);
        assert_ne!(first, histories(Size::Authority, 2));
    }
}
