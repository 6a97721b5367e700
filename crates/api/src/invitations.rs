//! Invitations on the wire: who is asked, how it was sent, what was answered, who is missing.

mod cancelled;

use app::invitations::{self, Listed, NewInvitee, ReplyGiven, Sending};
use chrono::NaiveDate;
use domain::agency::AgencyKind;
use domain::diary::{Answer, Attendee, GapKind, Party, RoleGap};
use domain::field::Fields;
use domain::ids::{AgencyId, InvitationId, MeetingId, PersonId};
use domain::meeting::{InvitationKind, InvitationRoute, Reply};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::diary::MeetingLine;
use crate::host::Desk;
use crate::wire::version;
use crate::{ApiError, ErrorCode};

pub(crate) use cancelled::tell_cancelled;
pub use cancelled::{CancellationView, TellCancelled};

/// The media type of a calendar file.
const CALENDAR: &str = "text/calendar; charset=utf-8";

/// Asks for the invitations of a meeting.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListInvitations {
    /// The meeting.
    pub meeting: MeetingId,
}

/// The invitations of a meeting.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InvitationList {
    /// The meeting.
    pub meeting: MeetingLine,
    /// Agencies and observers, in order; withdrawn ones last.
    pub agencies: Vec<InvitationView>,
    /// The child and the family: always asked apart from the agencies.
    pub family: Vec<InvitationView>,
    /// Whom the meeting needs and does not have.
    pub gaps: Vec<GapView>,
    /// The last day for invitations that gives the notice of R07.
    pub invite_by: Option<NaiveDate>,
    /// Whether an invitation sent today is shorter notice than that: a warning, never refused.
    pub short_notice: bool,
}

/// An invitation.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InvitationView {
    /// Which.
    pub id: InvitationId,
    /// Who is asked.
    pub kind: InvitationKind,
    /// The agency.
    pub agency: Option<AgencyId>,
    /// Its name.
    pub agency_name: Option<String>,
    /// What it does.
    pub agency_kind: Option<AgencyKind>,
    /// The person.
    pub person: Option<PersonId>,
    /// Their name.
    pub person_name: Option<String>,
    /// As what: "Police", "Mother".
    pub capacity: String,
    /// Whether the meeting needs them.
    pub required: bool,
    /// Where it goes: their own address, else the agency's.
    pub email: Option<String>,
    /// How it was sent.
    pub route: Option<InvitationRoute>,
    /// When it was sent.
    pub sent_at: Option<String>,
    /// What was answered.
    pub reply: Reply,
    /// How the answer came.
    pub reply_route: Option<InvitationRoute>,
    /// What was said with it.
    pub reply_note: Option<String>,
    /// When.
    pub replied_at: Option<String>,
    /// Who comes in their place.
    pub substitute_name: Option<String>,
    /// Whether it was taken back.
    pub withdrawn: bool,
    /// To name when changing.
    pub version: u32,
}

/// Somebody whom the meeting needs and does not have.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GapView {
    /// An agency of this kind; none for the child or the family.
    pub agency_kind: Option<AgencyKind>,
    /// The child or the family.
    pub kind: InvitationKind,
    /// What is missing.
    pub gap: GapKind,
}

impl From<Listed> for InvitationView {
    fn from(listed: Listed) -> Self {
        let Listed { invitation, agency_name, agency_kind, person_name, email } = listed;
        let text =
            |text: Option<domain::text::NonBlank>| text.map(domain::text::NonBlank::into_string);
        Self {
            id: invitation.id,
            kind: invitation.kind,
            agency: invitation.agency,
            agency_name,
            agency_kind,
            person: invitation.person,
            person_name,
            capacity: invitation.capacity.into_string(),
            required: invitation.required,
            email,
            route: invitation.route,
            sent_at: invitation.invited_at.map(|at| at.to_rfc3339()),
            reply: invitation.reply,
            reply_route: invitation.reply_route,
            reply_note: text(invitation.reply_note),
            replied_at: invitation.replied_at.map(|at| at.to_rfc3339()),
            substitute_name: invitation.substitute.map(|substitute| substitute.name.into_string()),
            withdrawn: invitation.withdrawn,
            version: version(invitation.version),
        }
    }
}

impl From<RoleGap> for GapView {
    fn from(gap: RoleGap) -> Self {
        Self { agency_kind: gap.agency_kind, kind: gap.kind, gap: gap.gap }
    }
}

impl From<invitations::List> for InvitationList {
    fn from(list: invitations::List) -> Self {
        let (family, agencies): (Vec<_>, Vec<_>) = list
            .invitations
            .into_iter()
            .partition(|listed| listed.invitation.kind.party() == Party::Family);
        Self {
            meeting: list.meeting.into(),
            agencies: agencies.into_iter().map(InvitationView::from).collect(),
            family: family.into_iter().map(InvitationView::from).collect(),
            gaps: list.gaps.into_iter().map(GapView::from).collect(),
            invite_by: list.invite_by,
            short_notice: list.short_notice,
        }
    }
}

/// The invitations of a meeting.
pub(crate) async fn list_invitations(
    desk: &Desk<'_>,
    request: ListInvitations,
) -> Result<InvitationList, ApiError> {
    Ok(invitations::list(&desk.app, &desk.session, request.meeting).await?.into())
}

/// Adds somebody to the list; nothing is sent yet.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddInvitee {
    /// The meeting.
    pub meeting: MeetingId,
    /// Who is asked.
    pub kind: InvitationKind,
    /// The agency: needed for an agency.
    #[serde(default)]
    pub agency: Option<AgencyId>,
    /// The person: needed for a child, family member or observer.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// As what: "Police", "Mother".
    pub capacity: String,
    /// Whether the meeting needs them.
    pub required: bool,
}

/// Adds somebody to the list.
pub(crate) async fn add_invitee(
    desk: &Desk<'_>,
    request: AddInvitee,
) -> Result<InvitationList, ApiError> {
    let mut fields = Fields::default();
    let capacity = fields.text("capacity", &request.capacity);
    fields.finish()?;
    let Some(capacity) = capacity else { return Err(ApiError::of(ErrorCode::Invalid)) };
    let attendee = Attendee {
        kind: request.kind,
        agency: request.agency,
        person: request.person,
        capacity,
        required: request.required,
    };
    let new = NewInvitee { meeting: request.meeting, attendee };
    Ok(invitations::add(&desk.app, &desk.session, new).await?.into())
}

/// Takes an invitation back.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WithdrawInvitee {
    /// Which.
    pub invitation: InvitationId,
    /// The version that was read.
    pub version: u32,
}

/// Takes an invitation back.
pub(crate) async fn withdraw_invitee(
    desk: &Desk<'_>,
    request: WithdrawInvitee,
) -> Result<InvitationList, ApiError> {
    let (app, session) = (&desk.app, &desk.session);
    let list = invitations::withdraw(app, session, request.invitation, request.version.into());
    Ok(list.await?.into())
}

/// Notes that invitations were sent, by a route, and makes what is to be sent. Agencies and the
/// family are never sent together.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SendInvitations {
    /// The meeting.
    pub meeting: MeetingId,
    /// Which invitations.
    pub invitations: Vec<InvitationId>,
    /// How.
    pub route: InvitationRoute,
}

/// What is to be sent: neutral in every part, without a name or a reason.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InvitationsSent {
    /// "Review meeting, ref 7F3K".
    pub subject: String,
    /// Details to copy: date, time, place, link, reference.
    pub details: String,
    /// Opens a filled form in Outlook on the web.
    pub outlook_link: String,
    /// The calendar file.
    pub calendar_file: FileView,
    /// The addresses, one each: to be sent one by one to a family, as blind copies to agencies.
    pub addresses: Vec<String>,
    /// Whether notice is shorter than R07: a warning.
    pub short_notice: bool,
    /// The list after it.
    pub list: InvitationList,
}

/// A file to save.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FileView {
    /// A neutral name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes, base64.
    pub content: String,
}

/// Notes that invitations were sent.
pub(crate) async fn send_invitations(
    desk: &Desk<'_>,
    request: SendInvitations,
) -> Result<InvitationsSent, ApiError> {
    let sending = Sending {
        meeting: request.meeting,
        invitations: request.invitations,
        route: request.route,
    };
    let sent = invitations::send(&desk.app, &desk.session, sending).await?;
    Ok(InvitationsSent {
        subject: sent.message.subject,
        details: sent.message.details,
        outlook_link: sent.message.outlook_link,
        calendar_file: FileView {
            name: sent.message.file_name,
            media_type: CALENDAR.into(),
            content: crate::wire::base64(sent.message.calendar.as_bytes()),
        },
        addresses: sent.addresses,
        short_notice: sent.list.short_notice,
        list: sent.list.into(),
    })
}

/// Records a reply, however it came, also when somebody else gave it for them.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordReply {
    /// Which invitation.
    pub invitation: InvitationId,
    /// The version that was read.
    pub version: u32,
    /// What was answered; `none` takes an earlier reply back.
    pub reply: Reply,
    /// How it came; not for `none`.
    #[serde(default)]
    pub route: Option<InvitationRoute>,
    /// What was said with it, or who answered for them.
    #[serde(default)]
    pub note: Option<String>,
    /// Who comes in their place: needed for `substitute`.
    #[serde(default)]
    pub substitute_name: Option<String>,
}

/// Records a reply.
pub(crate) async fn record_reply(
    desk: &Desk<'_>,
    request: RecordReply,
) -> Result<InvitationList, ApiError> {
    let mut fields = Fields::default();
    let answer = Answer {
        reply: request.reply,
        route: request.route,
        note: fields.optional_text("note", request.note.as_deref()),
        substitute: fields.optional_text("substituteName", request.substitute_name.as_deref()),
    };
    fields.finish()?;
    let (invitation, version) = (request.invitation, request.version.into());
    let given = ReplyGiven { invitation, version, answer };
    Ok(invitations::record_reply(&desk.app, &desk.session, given).await?.into())
}

/// Asks who has not replied to meetings that are still to come.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ToRemind {
    /// Only this meeting.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
}

/// Who has not replied.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemindList {
    /// The soonest meeting first.
    pub meetings: Vec<RemindMeeting>,
}

/// A meeting with people who have not replied.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemindMeeting {
    /// The meeting.
    pub meeting: MeetingLine,
    /// Those who were sent an invitation and have not replied.
    pub invitations: Vec<InvitationView>,
}

/// Who has not replied.
pub(crate) async fn to_remind(desk: &Desk<'_>, request: ToRemind) -> Result<RemindList, ApiError> {
    let meetings = invitations::to_remind(&desk.app, &desk.session, request.meeting).await?;
    let meetings = meetings.into_iter().map(|(meeting, silent)| RemindMeeting {
        meeting: meeting.into(),
        invitations: silent.into_iter().map(InvitationView::from).collect(),
    });
    Ok(RemindList { meetings: meetings.collect() })
}
