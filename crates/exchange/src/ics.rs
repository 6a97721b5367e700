//! A meeting as a calendar file, as a link to a filled form in Outlook on the web, and as text to
//! copy (`scheduling.md` 3.2, decisions 23).
//!
//! The file says `METHOD:PUBLISH`: it is for adding to a calendar, and replies come back by any
//! route. That of a cancelled meeting says `METHOD:CANCEL` under the same UID with a higher
//! `SEQUENCE`, so that a calendar takes the meeting out. The subject is "Review meeting, ref 7F3K", whatever the meeting is about.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::London;
use domain::calendar::{OutOfRange, local_instant};
use domain::clock::Instant;
use domain::meeting::Meeting;
use icalendar::{Calendar, Class, Component as _, Event, EventLike as _, EventStatus};

/// Everything that may be sent about a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// "Review meeting, ref 7F3K".
    pub subject: String,
    /// Date, time, place and link, to copy.
    pub details: String,
    /// Opens a filled form in Outlook on the web.
    pub outlook_link: String,
    /// The calendar file's name.
    pub file_name: String,
    /// The calendar file.
    pub calendar: String,
}

/// Everything that may be sent about a meeting that was cancelled. Why it was cancelled stays here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancellation {
    /// "Cancelled: Review meeting, ref 7F3K".
    pub subject: String,
    /// Which meeting will not take place, to copy.
    pub details: String,
    /// The calendar file's name.
    pub file_name: String,
    /// The calendar file, which takes the meeting out of a calendar.
    pub calendar: String,
}

/// What a calendar is to do with the file.
#[derive(Debug, Clone, Copy)]
enum Purpose {
    Keep,
    TakeOut,
}

/// What may be sent about a meeting, stamped `at`.
///
/// # Errors
/// [`OutOfRange`] when the meeting lies outside the years of the calendar.
pub fn message(meeting: &Meeting, at: Instant) -> Result<Message, OutOfRange> {
    let (begins, ends) = span(meeting)?;
    let subject = subject(meeting);
    let mut lines = details(meeting, &subject, begins, ends);
    lines.push("Please reply to the sender whether you can come.".into());
    Ok(Message {
        outlook_link: outlook_link(meeting, &subject, begins, ends),
        file_name: format!("meeting-{}.ics", meeting.reference.as_str()),
        calendar: calendar(meeting, &subject, (begins, ends), at, Purpose::Keep),
        subject,
        details: lines.join("\n"),
    })
}

/// What may be sent about a meeting that was cancelled, stamped `at`.
///
/// # Errors
/// [`OutOfRange`] when the meeting lies outside the years of the calendar.
pub fn cancellation(meeting: &Meeting, at: Instant) -> Result<Cancellation, OutOfRange> {
    let (begins, ends) = span(meeting)?;
    let subject = format!("Cancelled: {}", subject(meeting));
    let mut lines = details(meeting, &subject, begins, ends);
    lines.push("This meeting will not take place.".into());
    Ok(Cancellation {
        file_name: format!("meeting-{}-cancelled.ics", meeting.reference.as_str()),
        calendar: calendar(meeting, &subject, (begins, ends), at, Purpose::TakeOut),
        subject,
        details: lines.join("\n"),
    })
}

fn subject(meeting: &Meeting) -> String {
    format!("Review meeting, ref {}", meeting.reference.as_str())
}

fn span(meeting: &Meeting) -> Result<(DateTime<Utc>, DateTime<Utc>), OutOfRange> {
    let begins = local_instant(meeting.on, meeting.at)?;
    let length = TimeDelta::minutes(meeting.minutes.into());
    Ok((begins, begins.checked_add_signed(length).ok_or(OutOfRange)?))
}

fn where_it_is(meeting: &Meeting) -> String {
    let parts = [meeting.place.as_ref(), meeting.link.as_ref()];
    let parts: Vec<&str> =
        parts.into_iter().flatten().map(domain::text::NonBlank::as_str).collect();
    parts.join("; ")
}

fn details(
    meeting: &Meeting,
    subject: &str,
    begins: DateTime<Utc>,
    ends: DateTime<Utc>,
) -> Vec<String> {
    let (begins, ends) = (begins.with_timezone(&London), ends.with_timezone(&London));
    let mut lines = vec![
        subject.to_owned(),
        format!("{}, {} to {}", begins.format("%A %-d %B %Y"), clock(begins), clock(ends)),
    ];
    lines.extend(meeting.place.as_ref().map(|place| format!("Place: {}", place.as_str())));
    lines.extend(meeting.link.as_ref().map(|link| format!("Link: {}", link.as_str())));
    lines
}

fn clock(at: DateTime<chrono_tz::Tz>) -> String {
    at.format("%H:%M").to_string()
}

fn calendar(
    meeting: &Meeting,
    subject: &str,
    (begins, ends): (DateTime<Utc>, DateTime<Utc>),
    at: Instant,
    purpose: Purpose,
) -> String {
    let (method, status) = match purpose {
        Purpose::Keep => ("PUBLISH", EventStatus::Confirmed),
        Purpose::TakeOut => ("CANCEL", EventStatus::Cancelled),
    };
    let mut event = Event::new();
    event
        .uid(&format!("{}@convenor.invalid", meeting.id))
        .sequence(meeting.invitation_sequence)
        .timestamp(at)
        .class(Class::Private)
        .summary(subject)
        .starts(begins)
        .ends(ends)
        .status(status);
    let location = where_it_is(meeting);
    if !location.is_empty() {
        event.location(&location);
    }
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//Convenor//Convenor//EN"))
        .append_property(("CALSCALE", "GREGORIAN"))
        .append_property(("METHOD", method))
        .push(event.done());
    calendar.to_string()
}

fn outlook_link(
    meeting: &Meeting,
    subject: &str,
    begins: DateTime<Utc>,
    ends: DateTime<Utc>,
) -> String {
    let instant = |at: DateTime<Utc>| at.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let parts = [
        ("path", "/calendar/action/compose".to_owned()),
        ("rru", "addevent".to_owned()),
        ("subject", subject.to_owned()),
        ("startdt", instant(begins)),
        ("enddt", instant(ends)),
        ("location", where_it_is(meeting)),
    ];
    let query: Vec<String> =
        parts.iter().map(|(name, value)| format!("{name}={}", percent_encoded(value))).collect();
    format!("https://outlook.office.com/calendar/deeplink/compose?{}", query.join("&"))
}

/// Everything but letters, figures and `-._~` as `%XX`.
fn percent_encoded(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

#[cfg(test)]
mod tests {
    use domain::access::Stamp;
    use domain::diary::{Slot, Subjects, new_meeting, reference};
    use domain::ids::{CountedIds, UserId};
    use domain::meeting::Meeting;
    use domain::text::NonBlank;

    use super::{Message, cancellation, message};

    const NOW: &str = "2026-11-23T09:00:00Z";

    fn meeting(on: &str, at: &str) -> Meeting {
        let ids = CountedIds::new(1);
        let by = UserId::new(&ids);
        let slot = Slot {
            on: on.parse().unwrap(),
            at: chrono::NaiveTime::parse_from_str(at, "%H:%M").unwrap(),
            minutes: 90,
        };
        let stamp = Stamp { at: NOW.parse().unwrap(), by };
        let subjects = Subjects { cases: Vec::new(), review: true };
        let kind = NonBlank::new("eram").unwrap();
        let (mut meeting, _) = new_meeting(&ids, stamp, reference(&ids), kind, slot, by, subjects);
        meeting.reference = NonBlank::new("7F3K").unwrap();
        meeting.place = Some(NonBlank::new("Room 2, County Hall").unwrap());
        meeting
    }

    fn sent(meeting: &Meeting) -> Message {
        message(meeting, NOW.parse().unwrap()).unwrap()
    }

    #[test]
    fn a_calendar_file_is_neutral_private_and_in_utc() {
        let calendar = sent(&meeting("2027-06-10", "09:30")).calendar;
        for line in [
            "METHOD:PUBLISH",
            "SUMMARY:Review meeting\\, ref 7F3K",
            "CLASS:PRIVATE",
            "DTSTART:20270610T083000Z",
            "DTEND:20270610T100000Z",
            "DTSTAMP:20261123T090000Z",
            "SEQUENCE:0",
        ] {
            assert!(calendar.lines().any(|found| found == line), "{line} in\n{calendar}");
        }
        assert!(!calendar.contains("eram"));
        assert!(!calendar.contains("ATTENDEE"));
    }

    #[test]
    fn a_moved_meeting_keeps_its_uid_and_raises_its_sequence() {
        let first = meeting("2026-12-10", "09:30");
        let slot = Slot { on: "2026-12-11".parse().unwrap(), ..first.slot() };
        let (moved, _) = first.clone().move_to(slot).unwrap();
        let uid = |text: &str| {
            text.lines().find(|line| line.starts_with("UID:")).map(str::to_owned).unwrap()
        };
        let (before, after) = (sent(&first).calendar, sent(&moved).calendar);
        assert_eq!(uid(&before), uid(&after));
        assert!(after.contains("SEQUENCE:1"));
    }

    #[test]
    fn a_cancelled_meeting_is_taken_out_of_calendars_without_saying_why() {
        let planned = meeting("2026-12-10", "09:30");
        let now = NOW.parse().unwrap();
        let reason = NonBlank::new("Chair ill").unwrap();
        let (cancelled, _) = planned.clone().cancel(now, reason).unwrap();
        let told = cancellation(&cancelled, now).unwrap();
        let uid = format!("UID:{}@convenor.invalid", planned.id);
        for line in ["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1", uid.as_str()] {
            let found = told.calendar.lines().any(|found| found == line);
            assert!(found, "{line} in\n{}", told.calendar);
        }
        assert_eq!(told.subject, "Cancelled: Review meeting, ref 7F3K");
        assert!(told.details.ends_with("This meeting will not take place."), "{}", told.details);
        assert!(!format!("{told:?}").contains("Chair ill"));
    }

    #[test]
    fn details_read_as_a_person_would_say_them() {
        assert_eq!(
            sent(&meeting("2027-06-10", "09:30")).details,
            "Review meeting, ref 7F3K\nThursday 10 June 2027, 09:30 to 11:00\n\
             Place: Room 2, County Hall\nPlease reply to the sender whether you can come."
        );
    }

    #[test]
    fn the_link_to_outlook_is_encoded() {
        let link = sent(&meeting("2026-12-10", "09:30")).outlook_link;
        assert!(link.contains("subject=Review%20meeting%2C%20ref%207F3K"), "{link}");
        assert!(link.contains("startdt=2026-12-10T09%3A30%3A00Z"), "{link}");
    }
}
