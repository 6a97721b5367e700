//! Who gets in, and what every answer carries.

use std::{fs, path::Path, sync::Arc};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, Response, StatusCode},
};
use domain::{clock::FixedClock, ids::CountedIds};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::{Loopback, Token, access::TOKEN_HEADER, pages, seats::Seats};

const PORT: u16 = 4100;

struct Bench {
    router: Router,
    token: Token,
    _folder: tempfile::TempDir,
}

fn host(folder: &Path) -> api::Host {
    let clock = FixedClock("2026-11-23T09:00:00Z".parse().unwrap());
    let paths = app::vault::Paths::new(folder.join("records.convenor"));
    api::Host::new(paths, Arc::new(clock), Arc::new(CountedIds::new(1)))
}

fn bench() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), "<!doctype html><title>Convenor</title>").unwrap();
    let token = Token::random().unwrap();
    let loopback = Loopback {
        host: Arc::new(host(folder.path())),
        token: token.clone(),
        pages: folder.path().to_owned(),
    };
    Bench { router: loopback.router(PORT), token, _folder: folder }
}

fn call(token: &str) -> axum::http::request::Builder {
    Request::post("/rpc/no_such_command")
        .header("host", format!("127.0.0.1:{PORT}"))
        .header("content-type", "application/json")
        .header(TOKEN_HEADER, token)
}

async fn answer(bench: &Bench, request: Request<Body>) -> Response<Body> {
    bench.router.clone().oneshot(request).await.unwrap()
}

async fn json_of(response: Response<Body>) -> Value {
    serde_json::from_slice(&to_bytes(response.into_body(), 1 << 16).await.unwrap()).unwrap()
}

#[tokio::test]
async fn a_call_with_the_token_reaches_the_router() {
    let bench = bench();
    let request = call(bench.token.reveal()).body(Body::from("{}")).unwrap();
    let response = answer(&bench, request).await;
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    assert_eq!(json_of(response).await["code"], "invalid");
}

#[tokio::test]
async fn a_call_without_the_right_token_reaches_nothing() {
    let bench = bench();
    let almost = format!("{}0", &bench.token.reveal()[1..]);
    for shown in ["", "token", almost.as_str()] {
        let response = answer(&bench, call(shown).body(Body::from("{}")).unwrap()).await;
        assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
        let body = json_of(response).await;
        let expected =
            json!({ "code": "denied", "violation": null, "fields": [], "reference": null });
        assert_eq!(body, expected);
    }
}

#[tokio::test]
async fn another_name_for_this_machine_is_turned_away() {
    let bench = bench();
    for host in ["convenor.example:4100", "127.0.0.1:4101", ""] {
        let request = Request::get("/").header("host", host).body(Body::empty()).unwrap();
        let response = answer(&bench, request).await;
        assert_eq!(response.status(), StatusCode::MISDIRECTED_REQUEST, "{host}");
    }
}

#[tokio::test]
async fn an_unreadable_request_says_so_in_the_shape_of_every_error() {
    let bench = bench();
    let request = call(bench.token.reveal()).body(Body::from("{")).unwrap();
    let response = answer(&bench, request).await;
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    assert_eq!(json_of(response).await["code"], "invalid");
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let bench = bench();
    for path in ["/", "/no-such-file", "/rpc/x", "/../Cargo.toml"] {
        let request = Request::get(path).header("host", format!("localhost:{PORT}"));
        let response = answer(&bench, request.body(Body::empty()).unwrap()).await;
        let header = |name| response.headers()[name].to_str().unwrap();
        assert_eq!(header("content-security-policy"), pages::CONTENT_SECURITY_POLICY);
        assert_eq!(header("cache-control"), "no-store");
        assert_eq!(header("x-content-type-options"), "nosniff");
    }
}

#[tokio::test]
async fn the_screens_are_handed_out() {
    let bench = bench();
    let request = Request::get("/").header("host", format!("127.0.0.1:{PORT}"));
    let response = answer(&bench, request.body(Body::empty()).unwrap()).await;
    assert_eq!(response.status(), StatusCode::OK);
}

#[test]
fn two_windows_sit_on_two_seats() {
    let seats = Seats::default();
    let chair = seats.sit(Some("chair")).unwrap();
    assert!(Arc::ptr_eq(&chair, &seats.sit(Some("chair")).unwrap()));
    assert!(!Arc::ptr_eq(&chair, &seats.sit(Some("deputy")).unwrap()));
    assert!(seats.sit(Some("../chair")).is_none());
    assert!(seats.sit(None).is_some());
}

#[test]
fn a_token_shows_nothing_of_itself() {
    let token = Token::random().unwrap();
    assert_eq!(format!("{token:?}"), "Token(…)");
    assert_ne!(token.reveal(), Token::random().unwrap().reveal());
}
