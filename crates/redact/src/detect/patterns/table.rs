//! The shapes as data. Patterns are read against lower-case folded text, in which O may stand for nought.

use super::accept::{
    anything, has_digit, is_account_name, is_code, is_phone, is_postcode, is_pupil_number,
    is_registration, is_sort_code, is_spoken_phone,
};
use super::{Edges, Rule};
use crate::span::{Certainty, Label};

use Certainty::{Certain, Suggested};
use Edges::{Clear, ClearAfter};

macro_rules! rule {
    ($name:literal, $label:ident, $certainty:ident, $edges:ident, $group:literal, $accepts:expr, $($pattern:expr),+ $(,)?) => {
        Rule {
            name: $name, label: Label::$label, certainty: $certainty, edges: $edges, group: $group,
            pattern: concat!($($pattern),+), accepts: $accepts,
        }
    };
}

macro_rules! number_word { () => { r"(?:oh|o|nought|naught|zero|one|two|three|four|five|six|seven|eight|nine|double|treble|triple)" }; }
macro_rules! id_word { () => { r"(?:[ ]{0,2}(?:id|no|nos|nr|num|number|numbers|ref|reference|details|is|are|was))*[ .:#\-=]{0,4}" }; }
macro_rules! domain {
    () => {
        r"[a-z0-9\-]{1,63}(?:\.[a-z0-9\-]{1,63}){0,6}"
    };
}
macro_rules! suffix {
    () => {
        r"(?:com|co|org|net|uk|gov|ac|sch|nhs|info|io|police|example|eu|me|mod|invalid|test)"
    };
}

pub(super) static RULES: &[Rule] = &[
    // Telephone
    rule!(
        "phone_international",
        Phone,
        Certain,
        ClearAfter,
        0,
        is_phone,
        r"(?:\+|\b00)[ ]{0,2}[1-9][0-9o]{0,2}[ .()\-]{0,3}(?:[0-9o][ .()\-]{0,3}){6,12}[0-9o](?-u:\b)"
    ),
    rule!(
        "phone_national",
        Phone,
        Certain,
        Clear,
        0,
        is_phone,
        r"\(?[0o](?:[ .()\r\n\-]{0,3}[0-9o]){9,10}"
    ),
    rule!(
        "phone_spoken",
        Phone,
        Certain,
        Clear,
        0,
        is_spoken_phone,
        r"(?:",
        number_word!(),
        r"[ ,.\-\r\n]{1,3}){6,16}",
        number_word!()
    ),
    rule!(
        "phone_announced",
        Phone,
        Certain,
        Clear,
        1,
        has_digit,
        r"(?:tel|telephone|phone|phoned|mobile|mob|fax|landline)",
        id_word!(),
        r"([0-9][0-9 \-]{4,10}[0-9])"
    ),
    // Writing and links
    rule!(
        "email",
        Email,
        Certain,
        ClearAfter,
        0,
        anything,
        r"[a-z0-9][a-z0-9._%+'\-]{0,63}(?:@|[ ]?\(at\)[ ]?|[ ]?\[at\][ ]?)",
        domain!(),
        r"(?:[ ]{0,2}\.?[ ]{0,2}",
        suffix!(),
        r"\b){0,4}"
    ),
    rule!(
        "email_spaced",
        Email,
        Certain,
        Clear,
        0,
        anything,
        r"[a-z0-9][a-z0-9._%+'\-]{0,63}[ ]{0,2}@[ ]{0,2}",
        domain!(),
        r"\.[a-z]{2,20}"
    ),
    rule!(
        "email_spoken",
        Email,
        Certain,
        Clear,
        0,
        anything,
        r"[a-z0-9_'\-]{1,40}(?:(?:[ ]{1,2}dot[ ]{1,2}|[ ]{1,2}underscore[ ]{1,2}|[._])[a-z0-9_'\-]{1,40}){0,5}[ ]{1,2}(?:at|@)[ ]{1,2}",
        r"[a-z0-9\-]{1,40}(?:[ ]{1,2}dot[ ]{1,2}[a-z0-9\-]{1,40}){1,6}"
    ),
    rule!(
        "link",
        Url,
        Certain,
        ClearAfter,
        0,
        anything,
        r#"(?:https?://|www\.)[^ \t\r\n<>"]{1,400}"#
    ),
    rule!(
        "domain",
        Url,
        Suggested,
        Clear,
        0,
        anything,
        r#"[a-z0-9\-]{1,63}(?:\.[a-z0-9\-]{1,63}){0,5}\.(?:com|org|net|uk|io|info|me|tv|gov|example)(?:/[^ \t\r\n<>"]{0,200})?"#
    ),
    rule!(
        "file_name",
        OtherId,
        Certain,
        Clear,
        0,
        anything,
        r#"[^ \t\r\n<>"/\\.]{1,100}(?:\.[^ \t\r\n<>"/\\.]{1,60}){0,3}\.(?:docx?|pdf|xlsx?|pptx?|jpe?g|png|heic|gif|mp[34]|mov|msg|eml|csv|txt|rtf|odt|zip)\b"#
    ),
    rule!("handle", Handle, Certain, ClearAfter, 0, anything, r"@[a-z0-9_][a-z0-9_.\-]{1,40}"),
    rule!("hashtag", Handle, Certain, ClearAfter, 0, anything, r"#[a-z][a-z0-9_]{2,60}"),
    rule!("tag_number", Handle, Certain, Clear, 0, anything, r"[a-z0-9_.\-]{2,40}#[0-9]{3,5}"),
    rule!(
        "account_name",
        Handle,
        Certain,
        Clear,
        1,
        is_account_name,
        r"\b(?:snap|snapchat|insta|instagram|tiktok|discord|ig|xbox|psn|gamertag|username|user name|handle|telegram|roblox|kik|steam|twitch|yubo|wizz|omegle)",
        r"[ :,\-=]{1,4}(?:(?:is|name|user|handle|tag|id|account|called|as|on)[ :]{1,2}){0,3}([a-z0-9_.\-]{3,40})"
    ),
    // Places
    rule!(
        "postcode",
        Postcode,
        Certain,
        Clear,
        0,
        is_postcode,
        r"[a-z]{1,2}[0-9o][0-9a-z]?[ \t\r\n\-]{0,3}[0-9o][a-z]{2}"
    ),
    // Health, pupils, insurance, vehicles
    rule!(
        "nhs_number",
        NhsNumber,
        Certain,
        Clear,
        0,
        is_phone,
        r"[0-9][0-9o]{2}[ .\r\n\-]{0,3}[0-9o]{3}[ .\r\n\-]{0,3}[0-9o]{4}"
    ),
    rule!("nhs_spaced", NhsNumber, Certain, Clear, 0, is_phone, r"[0-9](?:[ .\-]{1,2}[0-9o]){9}"),
    rule!(
        "nhs_announced",
        NhsNumber,
        Certain,
        Clear,
        1,
        has_digit,
        r"\bnhs",
        id_word!(),
        r"([0-9o](?:[ .\-]{0,2}[0-9o]){7,11})"
    ),
    rule!(
        "ni_number",
        NiNumber,
        Certain,
        Clear,
        0,
        anything,
        r"[a-z]{2}[ .\-]{0,2}(?:[0-9o]{2}[ .\-]{0,2}){3}[a-d]"
    ),
    rule!(
        "upn",
        Upn,
        Certain,
        Clear,
        0,
        is_pupil_number,
        r"[a-z][ \-]?[0-9](?:[ \-]?[0-9o]){10}[ \-]?[0-9a-z]"
    ),
    rule!(
        "vehicle_current",
        Vehicle,
        Certain,
        Clear,
        0,
        is_registration,
        r"[a-z]{2}[0-9o][0-9][ \-]{0,2}[a-z]{3}"
    ),
    rule!(
        "vehicle_prefix",
        Vehicle,
        Certain,
        Clear,
        0,
        is_registration,
        r"[a-z][0-9]{1,3}[ \-]{0,2}[a-z]{3}"
    ),
    rule!(
        "vehicle_suffix",
        Vehicle,
        Certain,
        Clear,
        0,
        is_registration,
        r"[a-z]{3}[ \-]?[0-9]{1,3}[a-z]"
    ),
    rule!(
        "vehicle_announced",
        Vehicle,
        Certain,
        Clear,
        1,
        has_digit,
        r"(?:registration|reg|vrm|plate|index)",
        id_word!(),
        r"([a-z0-9]{2,4}[ \-]?[a-z0-9]{1,4})"
    ),
    // Police, courts, councils
    rule!(
        "police_announced",
        PoliceReference,
        Certain,
        Clear,
        1,
        has_digit,
        r"\b(?:cad|cris|crime|urn|log|incident|occurrence|occ|niche|athena|custody|pnc|pnd|collar|shoulder|warrant|badge|force|operation|intel)",
        id_word!(),
        r"([0-9][0-9/\-a-z]{1,24})"
    ),
    rule!(
        "police_officer",
        PoliceReference,
        Certain,
        Clear,
        1,
        anything,
        r"\b(?:pc|ps|dc|ds|di|pcso|wpc|sgt|constable|sergeant|officer)[ ]{1,2}([0-9]{2,6})"
    ),
    rule!(
        "police_slashed",
        PoliceReference,
        Certain,
        Clear,
        0,
        anything,
        r"(?:[0-9]{2}/[0-9]{3,8}/[0-9]{2,4}|[0-9]{3,5}-[0-9]{8}|[0-9]{5,9}/[0-9]{2,4})"
    ),
    rule!(
        "case_body",
        CaseReference,
        Certain,
        Clear,
        0,
        has_digit,
        r"(?:lado|mash|eram|mace|mase|hsb|cin|icpc|rcpc|cpc|mas|marac|ma|la|cp)[\-/][0-9a-z]{1,8}(?:[\-/][0-9a-z]{1,8}){0,3}"
    ),
    rule!(
        "case_court",
        CaseReference,
        Certain,
        Clear,
        0,
        anything,
        r"[a-z]{2}[ ]?[0-9]{2}[ ]?[a-z][ ]?[0-9]{4,6}"
    ),
    rule!(
        "case_announced",
        CaseReference,
        Certain,
        Clear,
        1,
        has_digit,
        r"\b(?:case|ref|reference|file|record|liquidlogic|mosaic|eclipse|lcs|ehm|system|client|person|application|claim|court)",
        id_word!(),
        r"([a-z]{0,6}[\-/]?[0-9][0-9a-z/\-.]{1,24}[0-9a-z])"
    ),
    // Money and documents
    rule!(
        "sort_code",
        Account,
        Certain,
        Clear,
        0,
        is_sort_code,
        r"[0-9]{2}[ ]?-[ ]?[0-9]{2}[ ]?-[ ]?[0-9]{2}"
    ),
    rule!(
        "sort_code_announced",
        Account,
        Certain,
        Clear,
        1,
        anything,
        r"sort[ ]?code",
        id_word!(),
        r"([0-9]{2}[ \-]?[0-9]{2}[ \-]?[0-9]{2})"
    ),
    rule!(
        "account_announced",
        Account,
        Certain,
        Clear,
        1,
        has_digit,
        r"\b(?:account|acct|acc|a/c|iban|card)",
        id_word!(),
        r"([a-z]{0,4}[0-9][0-9 \-]{4,24}[0-9])"
    ),
    rule!("card", Account, Certain, Clear, 0, anything, r"(?:[0-9]{4}[ \-]?){3}[0-9]{4}"),
    rule!(
        "document_announced",
        OtherId,
        Certain,
        Clear,
        1,
        has_digit,
        r"\b(?:passport|visa|brp|home office|ho|prison|nomis|licen[cs]e|dbs|certificate|membership|trn|gmc|nmc|hcpc|swe|pin|uci|ulin|hospital|mrn|patient)",
        id_word!(),
        r"([a-z]{0,6}[ \-/]?[0-9][0-9a-z/\-]{3,24})"
    ),
    rule!("prison_number", OtherId, Certain, Clear, 0, anything, r"[a-z][0-9]{4}[a-z]{2}"),
    rule!(
        "driving_licence",
        OtherId,
        Certain,
        Clear,
        0,
        has_digit,
        r"[a-z9]{5}[0-9]{6}[a-z9]{2}[0-9][a-z]{2}"
    ),
    // Whatever else has several digits
    rule!(
        "code",
        OtherId,
        Suggested,
        Clear,
        0,
        is_code,
        r"[a-z0-9]{1,40}(?:[/\-][a-z0-9]{1,40}){0,4}"
    ),
];
