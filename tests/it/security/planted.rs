//! The markers: invented words, each in one kind of field.

pub(super) const CHILD: &str = "Vandrequoy";
pub(super) const ALIAS: &str = "Skelbrattig";
pub(super) const ADDRESS: &str = "Plumthorxe";
pub(super) const IDENTIFIER: &str = "LACQZ774193";
pub(super) const NOTES: &str = "Wexhamblott";
pub(super) const SAFE_ADDRESS: &str = "Thrumblewick";
pub(super) const PARENT: &str = "Marrowfixley";
pub(super) const OFFICER: &str = "Castelquin";
pub(super) const AREA: &str = "Northquaddle";
pub(super) const INCIDENT: &str = "Gorsebankett";
pub(super) const EPISODE: &str = "Hobtravelling";
pub(super) const RATING: &str = "Quillhamstead";
pub(super) const MOVED: &str = "Roomlostwick";
pub(super) const REPORT: &str = "Reportobytes";
pub(super) const REPORT_NAME: &str = "Filenamexley";
pub(super) const INTEREST: &str = "Interestoval";
pub(super) const PART: &str = "Partnoticket";
pub(super) const CLOSED: &str = "Umbrafextone";
pub(super) const VOICE: &str = "Lumberjaxies";
pub(super) const DECISION: &str = "Zandervoltic";
pub(super) const RATIONALE: &str = "Yewcastelline";
pub(super) const DISSENT: &str = "Dissentorixe";
pub(super) const ACTION: &str = "Actimbrosian";
pub(super) const OWNER: &str = "Ownerfaldion";
pub(super) const OUTCOME: &str = "Outcomexiary";
pub(super) const CONCLUSION: &str = "Concludastor";
pub(super) const REWORDED: &str = "Rewordalisque";

/// In a passage that the family may read: it must be in their copy, and in no other file.
pub(super) const PERMITTED: &str = "Permittoxley";

/// Everything else that was planted.
pub(super) const PLANTED: [&str; 27] = [
    CHILD,
    ALIAS,
    ADDRESS,
    IDENTIFIER,
    NOTES,
    SAFE_ADDRESS,
    PARENT,
    OFFICER,
    AREA,
    INCIDENT,
    EPISODE,
    RATING,
    MOVED,
    REPORT,
    REPORT_NAME,
    INTEREST,
    PART,
    CLOSED,
    VOICE,
    DECISION,
    RATIONALE,
    DISSENT,
    ACTION,
    OWNER,
    OUTCOME,
    CONCLUSION,
    REWORDED,
];
