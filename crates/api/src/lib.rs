//! The wire: requests, views, error codes, and the one list of commands.
//!
//! The list gives the router, the names, the permission that each command needs, and the
//! TypeScript map. The same router serves the window, the browser tests and the command line. It
//! must never hold a rule or SQL: a handler parses, calls one use case, shapes a view.
//!
//! How to add a command: a request and a view in the file of its feature, a handler, one line in
//! the list below, words in the screens' catalogue, `cargo xtask bindings`, and the reviewed row
//! in the snapshot that `tests/it/permissions.rs` compares.

pub mod actions;
#[macro_use]
mod commands;
pub mod agencies;
pub mod cases;
pub mod diary;
pub mod error;
pub mod handover;
mod host;
pub mod invitations;
pub mod live;
pub mod minutes;
pub mod people;
pub mod releases;
pub mod repairs;
pub mod reports;
pub mod risk;
pub mod rules;
pub mod saved_views;
pub mod search;
pub mod today;
pub mod typescript;
pub mod users;
pub mod vault;
mod wire;

use domain::access::Permission as P;

use diary::{plan, to_schedule, write};
pub use error::{ApiError, ErrorCode};
pub use host::{Host, Seat};

commands! {
    before_sign_in {
        /// Whether there is a store, who can sign in, who is signed in here.
        vault::store_status(vault::StoreStatusRequest) -> vault::StoreStatus;
        /// Creates a store with a made-up authority in it.
        vault::create_demo(vault::CreateDemo) -> vault::DemoCreated;
        /// Creates a store for a team.
        vault::create_store(vault::CreateStore) -> vault::StoreCreated;
        /// Unlocks with a passphrase.
        vault::sign_in(vault::SignIn) -> vault::SessionView;
        /// Unlocks with the recovery key.
        vault::sign_in_with_recovery_key(vault::SignInWithRecoveryKey) -> vault::SessionView;
        /// Signs out here; the last one out locks the store.
        vault::lock(vault::Lock) -> vault::Locked;
    }
    signed_in {
        /// Everybody who signs in.
        users::list_users(users::ListUsers) -> users::UserList, P::UseConvenor;
        /// Adds somebody who signs in.
        users::add_user(users::AddUser) -> users::UserView, P::ManageUsers;
        /// Changes somebody's name, post or roles.
        users::change_user(users::ChangeUser) -> users::UserView, P::ManageUsers;
        /// Sets a new passphrase.
        users::set_passphrase(users::SetPassphrase) -> users::PassphraseSet, P::UseConvenor;
        /// What needs attention today.
        today::today(today::Today) -> today::TodayView, P::ReadCases;
        /// The meetings of some days.
        diary::agenda(diary::Agenda) -> diary::AgendaView, P::ReadCases;
        /// The reviews to schedule.
        to_schedule::to_schedule(to_schedule::ToSchedule) -> to_schedule::ToScheduleList, P::ReadCases;
        /// Why a date, the window, what clashes.
        plan::plan_options(plan::PlanOptions) -> plan::PlanView, P::ReadCases;
        /// Puts a meeting in the diary, with the standing list.
        write::schedule_meeting(write::ScheduleMeeting) -> write::MeetingSaved, P::ScheduleMeetings;
        /// Moves a meeting to another time.
        write::move_meeting(write::MoveMeeting) -> write::MeetingSaved, P::ScheduleMeetings;
        /// Changes the room, the link or the minute taker.
        write::change_place(write::ChangePlace) -> write::MeetingSaved, P::ScheduleMeetings;
        /// Cancels a meeting.
        write::cancel_meeting(write::CancelMeeting) -> write::MeetingSaved, P::ScheduleMeetings;
        /// The invitations of a meeting, and who is missing.
        invitations::list_invitations(invitations::ListInvitations) -> invitations::InvitationList, P::ReadCases;
        /// Adds somebody to the list.
        invitations::add_invitee(invitations::AddInvitee) -> invitations::InvitationList, P::ScheduleMeetings;
        /// Takes an invitation back.
        invitations::withdraw_invitee(invitations::WithdrawInvitee) -> invitations::InvitationList, P::ScheduleMeetings;
        /// Notes that invitations were sent, and makes what is to be sent.
        invitations::send_invitations(invitations::SendInvitations) -> invitations::InvitationsSent, P::ScheduleMeetings;
        /// What tells people that a meeting was cancelled.
        invitations::tell_cancelled(invitations::TellCancelled) -> invitations::CancellationView, P::ScheduleMeetings;
        /// Records a reply, however it came.
        invitations::record_reply(invitations::RecordReply) -> invitations::InvitationList, P::ScheduleMeetings;
        /// Who has not replied.
        invitations::to_remind(invitations::ToRemind) -> invitations::RemindList, P::ReadCases;
        /// The reports asked before a meeting.
        reports::list_reports(reports::ListReports) -> reports::ReportList, P::ReadCases;
        /// Asks agencies for a report.
        reports::ask_reports(reports::AskReports) -> reports::ReportList, P::ScheduleMeetings;
        /// Notes that a report was chased.
        reports::chase_report(reports::ChaseReport) -> reports::ReportList, P::ScheduleMeetings;
        /// Notes that a report came, with its file or without.
        reports::receive_report(reports::ReceiveReport) -> reports::ReportList, P::ScheduleMeetings;
        /// Notes that a report is not needed.
        reports::report_not_needed(reports::ReportNotNeeded) -> reports::ReportList, P::ScheduleMeetings;
        /// Takes a document out of the store: an audited export.
        reports::export_document(reports::ExportDocument) -> invitations::FileView, P::ExportDocuments;
        /// Begins a copy of approved minutes for one recipient.
        releases::prepare_release(releases::PrepareRelease) -> releases::ReleaseView, P::PrepareReleases;
        /// Opens a release.
        releases::view_release(releases::ViewRelease) -> releases::ReleaseView, P::ReadCases;
        /// Chooses what happens to one part of a release.
        releases::choose_part(releases::ChoosePart) -> releases::ReleaseView, P::PrepareReleases;
        /// Decides words of a release.
        releases::decide_words(releases::DecideWords) -> releases::ReleaseView, P::PrepareReleases;
        /// The exact document of a release as it stands.
        releases::preview_release(releases::PreviewRelease) -> releases::ReleaseDocument, P::ReadCases;
        /// Fixes the document of a release and asks the second person.
        releases::submit_release(releases::SubmitRelease) -> releases::ReleaseView, P::PrepareReleases;
        /// Sends a release back to its author.
        releases::return_release(releases::ReturnRelease) -> releases::ReleaseView, P::ApproveReleases;
        /// Approves a release as the second person.
        releases::approve_release(releases::ApproveRelease) -> releases::ReleaseView, P::ApproveReleases;
        /// Records that a copy goes to its recipient.
        releases::issue_release(releases::IssueRelease) -> releases::ReleaseView, P::IssueReleases;
        /// The document of a release as issued.
        releases::export_release(releases::ExportRelease) -> releases::ReleaseFile, P::ExportDocuments;
        /// The distribution log.
        releases::list_releases(releases::ListReleases) -> releases::ReleaseList, P::ReadCases;
        /// Who holds a copy of minutes that were corrected since.
        releases::list_reissues(releases::ListReissues) -> releases::ReleaseList, P::ReadCases;
        /// Makes a verified copy of the store.
        vault::back_up(vault::BackUp) -> vault::BackedUp, P::BackUp;
        /// Agencies, by name.
        agencies::list_agencies(agencies::ListAgencies) -> agencies::AgencyList, P::ReadCases;
        /// One agency and who works there.
        agencies::get_agency(agencies::GetAgency) -> agencies::AgencyDetail, P::ReadCases;
        /// Adds an agency.
        agencies::add_agency(agencies::AddAgency) -> agencies::AgencyView, P::ChangePeople;
        /// Changes an agency.
        agencies::change_agency(agencies::ChangeAgency) -> agencies::AgencyView, P::ChangePeople;
        /// Makes one agency of two records.
        agencies::merge_agencies(agencies::MergeAgencies) -> agencies::AgenciesMerged, P::ChangePeople;
        /// People, by name.
        people::list_people(people::ListPeople) -> people::PersonList, P::ReadCases;
        /// One person.
        people::get_person(people::GetPerson) -> people::PersonView, P::ReadCases;
        /// Adds a person, or answers who may be the same.
        people::add_person(people::AddPerson) -> people::PersonAdded, P::ChangePeople;
        /// Changes a person.
        people::change_person(people::ChangePerson) -> people::PersonView, P::ChangePeople;
        /// Makes one person of two records.
        people::merge_people(people::MergePeople) -> people::PeopleMerged, P::ChangePeople;
        /// Gives somebody a post in an agency.
        people::add_post(people::AddPost) -> agencies::PostView, P::ChangePeople;
        /// Changes a post, or ends it.
        people::change_post(people::ChangePost) -> agencies::PostView, P::ChangePeople;
        /// Who is always invited to a type of meeting.
        people::list_standing(people::ListStanding) -> people::StandingList, P::ReadCases;
        /// Cases in the order asked for.
        cases::list_cases(cases::ListCases) -> cases::CaseList, P::ReadCases;
        /// One case.
        cases::get_case(cases::GetCase) -> cases::CaseView, P::ReadCases;
        /// Opens a case for a child.
        cases::open_case(cases::OpenCase) -> cases::CaseView, P::ChangeCases;
        /// Changes a case.
        cases::change_case(cases::ChangeCase) -> cases::CaseView, P::ChangeCases;
        /// Names the chair of a case.
        cases::assign_chair(cases::AssignChair) -> cases::CaseView, P::ChangeCases;
        /// Closes a case.
        cases::close_case(cases::CloseCase) -> cases::CaseView, P::ChangeCases;
        /// Opens a closed case again.
        cases::reopen_case(cases::ReopenCase) -> cases::CaseView, P::ChangeCases;
        /// Puts somebody into a case.
        cases::add_case_person(cases::AddCasePerson) -> cases::CaseView, P::ChangeCases;
        /// Changes somebody's place in a case.
        cases::change_case_person(cases::ChangeCasePerson) -> cases::CaseView, P::ChangeCases;
        /// Ends somebody's part in a case.
        cases::remove_case_person(cases::RemoveCasePerson) -> cases::CaseView, P::ChangeCases;
        /// Rates the risk of a case.
        risk::rate_risk(risk::RateRisk) -> cases::CaseView, P::ChangeCases;
        /// Records a significant incident.
        risk::add_incident(risk::AddIncident) -> cases::CaseView, P::ChangeCases;
        /// Records a missing episode.
        risk::add_missing_episode(risk::AddMissingEpisode) -> cases::CaseView, P::ChangeCases;
        /// Records that a missing child came back.
        risk::end_missing_episode(risk::EndMissingEpisode) -> cases::CaseView, P::ChangeCases;
        /// Declares an entry wrong.
        risk::void_entry(risk::VoidEntry) -> risk::EntryVoided, P::ChangeCases;
        /// Moves an entry to the case it belongs to.
        repairs::move_entry(repairs::MoveEntry) -> repairs::EntryMoved, P::ChangeCases;
        /// Every rule in force or coming.
        rules::list_rules(rules::ListRules) -> rules::RuleList, P::UseConvenor;
        /// Publishes a new version of a rule.
        rules::set_rule_version(rules::SetRuleVersion) -> rules::RuleRow, P::ManageRules;
        /// The days that were added to the calendar.
        rules::list_non_working_days(rules::ListNonWorkingDays) -> rules::NonWorkingDayList, P::UseConvenor;
        /// Adds days to the calendar.
        rules::add_non_working_days(rules::AddNonWorkingDays) -> rules::NonWorkingDayList, P::ManageRules;
        /// Takes a day off the calendar.
        rules::remove_non_working_day(rules::RemoveNonWorkingDay) -> rules::NonWorkingDayList, P::ManageRules;
        /// Who covers for whom.
        handover::list_covers(handover::ListCovers) -> handover::CoverList, P::HandOver;
        /// Names cover for a chair who is away.
        handover::add_cover(handover::AddCover) -> handover::CoverList, P::HandOver;
        /// Takes cover back.
        handover::remove_cover(handover::RemoveCover) -> handover::CoverList, P::HandOver;
        /// What a hand-over would move.
        handover::preview_hand_over(handover::PreviewHandOver) -> handover::HandOverPreview, P::HandOver;
        /// Hands cases and meetings to another chair.
        handover::hand_over(handover::HandOver) -> handover::HandedOver, P::HandOver;
        /// One's own saved views of a list.
        saved_views::list_saved_views(saved_views::ListSavedViews) -> saved_views::SavedViewList, P::UseConvenor;
        /// Saves a view of a list.
        saved_views::save_view(saved_views::SaveView) -> saved_views::SavedViewView, P::UseConvenor;
        /// Takes a saved view off the list.
        saved_views::remove_view(saved_views::RemoveView) -> saved_views::ViewRemoved, P::UseConvenor;
        /// Everything that the screen of a meeting needs.
        live::live_meeting(live::LiveMeeting) -> live::LiveMeetingView, P::ReadCases;
        /// Opens a planned meeting.
        live::open_meeting(live::OpenMeeting) -> live::LiveMeetingView, P::ChairMeetings;
        /// Marks who came.
        live::mark_attendance(live::MarkAttendance) -> live::LiveMeetingView, P::RecordMeetings;
        /// Marks everybody present who has no mark yet.
        live::mark_all_present(live::MarkAllPresent) -> live::LiveMeetingView, P::RecordMeetings;
        /// Records a declaration of interest.
        live::declare_interest(live::DeclareInterest) -> live::LiveMeetingView, P::RecordMeetings;
        /// Takes a declaration of interest back.
        live::remove_interest(live::RemoveInterest) -> live::LiveMeetingView, P::RecordMeetings;
        /// Saves a passage of the record.
        live::save_passage(live::SavePassage) -> live::PassageSaved, P::RecordMeetings;
        /// Records what a meeting found about an earlier action.
        live::review_action(live::ReviewAction) -> live::LiveMeetingView, P::RecordMeetings;
        /// Adds or changes a decision.
        live::save_decision(live::SaveDecision) -> live::LiveMeetingView, P::RecordMeetings;
        /// Takes a decision off the draft record.
        live::remove_decision(live::RemoveDecision) -> live::LiveMeetingView, P::RecordMeetings;
        /// Adds an action.
        live::add_action(live::AddAction) -> live::LiveMeetingView, P::RecordMeetings;
        /// Changes an action that the meeting set.
        live::change_action(live::ChangeAction) -> live::LiveMeetingView, P::RecordMeetings;
        /// Saves what was concluded about a child.
        live::conclude_child(live::ConcludeChild) -> live::LiveMeetingView, P::RecordMeetings;
        /// The chair goes on without a quorum.
        live::override_quorum(live::OverrideQuorum) -> live::LiveMeetingView, P::ChairMeetings;
        /// Adjourns a meeting.
        live::adjourn(live::Adjourn) -> live::LiveMeetingView, P::ChairMeetings;
        /// Resumes an adjourned meeting.
        live::resume(live::Resume) -> live::LiveMeetingView, P::ChairMeetings;
        /// Closes a meeting.
        live::close_meeting(live::CloseMeeting) -> live::LiveMeetingView, P::ChairMeetings;
        /// Closes a meeting without a quorum.
        live::close_inquorate(live::CloseInquorate) -> live::LiveMeetingView, P::ChairMeetings;
        /// A page of actions.
        actions::list_actions(actions::ListActions) -> actions::ActionPage, P::ReadCases;
        /// One action with its history.
        actions::get_action(actions::GetAction) -> actions::ActionHistoryView, P::ReadCases;
        /// Records progress on an action.
        actions::progress_action(actions::ProgressAction) -> actions::ActionView, P::ProgressActions;
        /// Puts an action off everybody's list until a day.
        actions::snooze_action(actions::SnoozeAction) -> actions::ActionView, P::ProgressActions;
        /// The minutes of a meeting.
        minutes::get_minutes(minutes::GetMinutes) -> minutes::MinutesView, P::ReadCases;
        /// Freezes a draft of the minutes.
        minutes::approve_minutes(minutes::ApproveMinutes) -> minutes::MinutesView, P::ChairMeetings;
        /// Records that minutes went out.
        minutes::issue_minutes(minutes::IssueMinutes) -> minutes::MinutesView, P::RecordMeetings;
        /// Begins a correction of approved minutes.
        minutes::begin_correction(minutes::BeginCorrection) -> minutes::MinutesView, P::ChairMeetings;
        /// Takes the full minutes out as a PDF.
        minutes::export_minutes(minutes::ExportMinutes) -> minutes::MinutesFile, P::ExportDocuments;
        /// Finds people, cases, agencies and passages of minutes.
        search::search(search::Search) -> search::SearchResults, P::ReadCases;
    }
}
