//! The safe copy: from approved minutes to a family's summary in which nothing of anybody else
//! can be read.

use api::{ApiError, ErrorCode, Host, Seat};
use app::vault::Paths;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use domain::access::Role;
use domain::violation::Violation;
use serde_json::{Value, json};
use store::statement::sql;
use tempfile::TempDir;
use testkit::World;

use crate::approved_review::{self, NEVER, Review};

struct Office {
    world: World,
    host: Host,
    review: Review,
    _folder: TempDir,
}

impl Office {
    async fn open() -> Self {
        let world = World::sqlite().await;
        let review = approved_review::write(&world).await;
        let (folder, path) = testkit::db::scratch();
        let host = Host::new(Paths::new(path), world.app.clock.clone(), world.app.ids.clone());
        Self { world, host, review, _folder: folder }
    }

    async fn asks(&self, role: Role, name: &str, payload: Value) -> Result<Value, ApiError> {
        let seat = Seat::taken(self.world.app.clone(), self.world.session(role));
        api::dispatch(&self.host, &seat, name, payload).await
    }

    async fn does(&self, role: Role, name: &str, payload: Value) -> Value {
        self.asks(role, name, payload).await.unwrap()
    }

    async fn refuses(&self, role: Role, name: &str, payload: Value) -> Violation {
        let error = self.asks(role, name, payload).await.unwrap_err();
        error.violation.unwrap()
    }

    async fn family_copy(&self) -> Value {
        let request = json!({
            "meetingId": self.review.meeting, "caseId": self.review.case,
            "recipientKind": "family", "personId": self.review.mother,
        });
        self.does(Role::MeetingAdministrator, "prepare_release", request).await
    }

    async fn agency_copy(&self) -> Value {
        let request = json!({
            "meetingId": self.review.meeting, "caseId": self.review.case,
            "recipientKind": "attending_agency", "agencyId": self.review.police,
        });
        self.does(Role::MeetingAdministrator, "prepare_release", request).await
    }

    /// Withholds every word that waits for a decision.
    async fn decided(&self, view: Value) -> Value {
        let words: Vec<Value> = view["words"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|card| card["certain"] == false && card["decision"].is_null())
            .map(|card| json!({ "word": card["word"], "choice": "withhold" }))
            .collect();
        if words.is_empty() {
            return view;
        }
        let mut request = named(&view);
        request["words"] = Value::Array(words);
        self.does(Role::MeetingAdministrator, "decide_words", request).await
    }

    async fn submitted(&self) -> Value {
        let view = self.decided(self.family_copy().await).await;
        let answer = self.asks(Role::MeetingAdministrator, "submit_release", named(&view)).await;
        match answer {
            Ok(view) => view,
            Err(_) => panic!("{:#}", self.seen(&view).await["gate"]),
        }
    }

    async fn seen(&self, view: &Value) -> Value {
        self.does(Role::Chair, "view_release", json!({ "id": view["release"]["id"] })).await
    }
}

/// Names a release at the version that was read.
fn named(view: &Value) -> Value {
    json!({ "id": view["release"]["id"], "version": view["release"]["version"] })
}

/// What a reader could get out of a file: what the gate reads, and its raw bytes.
fn check_clean(bytes: &[u8]) {
    let terms: Vec<gate::Term> = NEVER
        .iter()
        .map(|word| gate::Term::new(*word, "planted", *word, gate::ReadAs::Words))
        .collect();
    let file = gate::Document { name: "copy.pdf", bytes, kind: gate::Kind::Pdf };
    let report = gate::check(&file, &terms);
    assert!(report.is_ok(), "{:?}", report.findings);
    let raw = String::from_utf8_lossy(bytes);
    assert!(NEVER.iter().all(|word| !raw.contains(word)));
}

fn reads(bytes: &[u8], words: &str) -> bool {
    let terms = [gate::Term::new("there", "expected", words, gate::ReadAs::Words)];
    let file = gate::Document { name: "copy.pdf", bytes, kind: gate::Kind::Pdf };
    !gate::check(&file, &terms).is_ok()
}

#[tokio::test]
async fn a_family_copy_goes_out_without_anybody_elses_name_number_or_secret() {
    let office = Office::open().await;
    let waiting = office.submitted().await;
    let approved = office.does(Role::Manager, "approve_release", named(&waiting)).await;
    let mut request = named(&approved);
    request["route"] = json!("by hand");
    let issued = office.does(Role::MeetingAdministrator, "issue_release", request).await;
    assert_eq!(issued["release"]["status"], "issued");
    assert_eq!(issued["release"]["fileName"], "summary-7F3K-1.pdf");

    let file =
        office.does(Role::Chair, "export_release", json!({ "id": issued["release"]["id"] })).await;
    let bytes = BASE64.decode(file["content"].as_str().unwrap()).unwrap();
    assert_eq!(file["digest"], issued["release"]["digest"]);
    check_clean(&bytes);
    for words in [
        "Ottoline was missing twice",
        "We will meet again in eight weeks",
        "Walk to the bus stop together",
    ] {
        assert!(reads(&bytes, words), "{words}");
    }
    assert!(
        !reads(&bytes, "feel safe on the bus home every day"),
        "the child's words need a choice"
    );

    let log = office
        .does(
            Role::Reader,
            "list_releases",
            json!({ "meetingId": office.review.meeting, "caseId": null }),
        )
        .await;
    assert_eq!(log["releases"][0]["approvedByName"], "Alex Finch");
}

#[tokio::test]
async fn words_that_nobody_decided_on_stop_a_copy() {
    let office = Office::open().await;
    let view = office.family_copy().await;
    let undecided = view["undecided"].as_u64().unwrap();
    if undecided > 0 {
        let refusal =
            office.refuses(Role::MeetingAdministrator, "submit_release", named(&view)).await;
        assert!(
            matches!(refusal, Violation::WordsUndecided { words } if u64::from(words) == undecided)
        );
    }
    let mut request = named(&view);
    request["words"] = json!([{ "word": "Wrexley", "choice": "keep" }, { "word": "Tobiah Wrexley", "choice": "keep" }]);
    let refusal = office.refuses(Role::MeetingAdministrator, "decide_words", request).await;
    assert_eq!(refusal, Violation::ProtectedWord);
}

#[tokio::test]
async fn the_author_of_a_copy_cannot_be_its_second_person() {
    let office = Office::open().await;
    let request = json!({
        "meetingId": office.review.meeting, "caseId": office.review.case,
        "recipientKind": "family", "personId": office.review.mother,
    });
    let view = office.does(Role::Chair, "prepare_release", request).await;
    let view = office.decided(view).await;
    let waiting = office.does(Role::Chair, "submit_release", named(&view)).await;
    assert_eq!(waiting["isAuthor"], true);
    let refusal = office.refuses(Role::Chair, "approve_release", named(&waiting)).await;
    assert_eq!(refusal, Violation::SamePerson);
    let denied = office.asks(Role::MeetingAdministrator, "approve_release", named(&waiting)).await;
    assert_eq!(denied.unwrap_err().code, ErrorCode::Denied);
}

#[tokio::test]
async fn a_copy_is_void_when_somebody_became_known_since() {
    let office = Office::open().await;
    let waiting = office.submitted().await;
    let mut tx = office.world.write().await;
    sql("UPDATE people SET name = 'Tobias Wrexley-Hale' WHERE id = $1")
        .bind(office.review.peer)
        .update_one(&mut tx, "people")
        .await
        .unwrap();
    office.world.commit(tx).await;
    let refusal = office.refuses(Role::Manager, "approve_release", named(&waiting)).await;
    assert_eq!(refusal, Violation::SourceChanged);
    assert_eq!(office.seen(&waiting).await["release"]["status"], "void");
}

#[tokio::test]
async fn restricted_words_do_not_go_in_as_they_stand() {
    let office = Office::open().await;
    let view = office.family_copy().await;
    let mut request = named(&view);
    request["part"] = json!("passage");
    request["partId"] = json!(office.review.intelligence);
    request["choice"] = json!("include");
    let refusal = office.refuses(Role::MeetingAdministrator, "choose_part", request).await;
    assert!(matches!(refusal, Violation::NotForRecipient { .. }));
}

#[tokio::test]
async fn a_leftover_in_the_finished_document_is_found_by_the_gate_and_stays_on_record() {
    let office = Office::open().await;
    // How the recipient is printed is typed by hand: here with a name that must not be read.
    let request = json!({
        "meetingId": office.review.meeting, "caseId": office.review.case,
        "recipientKind": "family", "personId": office.review.mother,
        "recipient": "Marigold Fennimore, care of T. Wrexley",
    });
    let view = office.does(Role::MeetingAdministrator, "prepare_release", request).await;
    let view = office.decided(view).await;
    let refusal = office.refuses(Role::MeetingAdministrator, "submit_release", named(&view)).await;
    assert!(matches!(refusal, Violation::GateRefused { .. }));
    let seen = office.seen(&view).await;
    assert_eq!(seen["gate"]["passed"], false);
    assert_eq!(seen["release"]["status"], "preparing");
    let findings = seen["gate"]["findings"].as_array().unwrap();
    assert!(findings.iter().any(|finding| finding["whose"] == "Tobiah Wrexley"));
}

#[tokio::test]
async fn an_agency_reads_what_it_brought_and_its_own_action() {
    let office = Office::open().await;
    let view = office.agency_copy().await;
    let parts = view["parts"].as_array().unwrap();
    let part = |id: Value| parts.iter().find(|part| part["partId"] == id).unwrap();
    assert_eq!(part(json!(office.review.intelligence))["choice"], "include");
    let preview = part(json!(office.review.purpose))["preview"].as_str().unwrap();
    assert!(
        preview.contains("Ottoline")
            && !preview.contains("Wrexley")
            && !preview.contains("Lindqvist")
    );
}

#[tokio::test]
async fn a_person_of_concern_is_no_recipient() {
    let office = Office::open().await;
    let request = json!({
        "meetingId": office.review.meeting, "caseId": office.review.case,
        "recipientKind": "family", "personId": office.review.concern,
    });
    let error = office.asks(Role::Chair, "prepare_release", request).await.unwrap_err();
    assert_eq!(error.fields[0].path, "personId");
}
