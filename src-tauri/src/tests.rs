//! The window on Tauri's mock runtime: real permissions, real IPC, no display.
//!
//! `tauri::test` is marked unstable, so it is used in this file only.

use domain::{clock::FixedClock, ids::CountedIds};
use serde_json::{Value, json};
use tauri::{
    WebviewWindow, WebviewWindowBuilder,
    ipc::{CallbackFn, InvokeBody},
    test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder},
    webview::InvokeRequest,
};

use super::*;

struct Bench {
    window: WebviewWindow<MockRuntime>,
    _app: App<MockRuntime>,
    folder: tempfile::TempDir,
}

fn bench(label: &str) -> Bench {
    let folder = tempfile::tempdir().unwrap();
    let app = with_commands(mock_builder()).build(context()).unwrap();
    app.manage(Log::open(&folder.path().join("log")).unwrap());
    app.manage(Host::new(
        Paths::new(folder.path().join("records.convenor")),
        Arc::new(FixedClock("2026-11-23T09:00:00Z".parse().unwrap())),
        Arc::new(CountedIds::new(1)),
    ));
    app.manage(Seat::default());
    app.manage(Files::new(Operator::Automation { folder: folder.path().join("out") }));
    fs::create_dir(folder.path().join("out")).unwrap();
    let window = WebviewWindowBuilder::new(&app, label, tauri::WebviewUrl::default());
    Bench { window: window.build().unwrap(), _app: app, folder }
}

fn send(
    bench: &Bench,
    command: &str,
    body: InvokeBody,
    headers: &[(&str, &str)],
) -> Result<Value, Value> {
    let mut request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" }
            .parse()
            .unwrap(),
        body,
        headers: tauri::http::HeaderMap::new(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    for (name, value) in headers {
        let name = tauri::http::HeaderName::from_bytes(name.as_bytes()).unwrap();
        request.headers.insert(name, value.parse().unwrap());
    }
    get_ipc_response(&bench.window, request).map(|body| body.deserialize().unwrap())
}

fn call(bench: &Bench, name: &str, payload: &Value) -> Result<Value, Value> {
    send(bench, "rpc", InvokeBody::Json(json!({ "name": name, "payload": payload })), &[])
}

#[test]
fn a_call_reaches_the_router_and_its_error_code_survives() {
    let bench = bench(WINDOW);
    let error = call(&bench, "no_such_command", &json!({ "name": "Perrin Ashdown" })).unwrap_err();
    assert_eq!(error["code"], "invalid");
    let log = fs::read_to_string(bench.folder.path().join("log/convenor.log")).unwrap();
    assert!(log.contains("unknown invalid"), "{log}");
    assert!(!log.contains("Perrin") && !log.contains("no_such_command"), "{log}");
}

#[test]
fn a_window_without_the_capability_reaches_nothing() {
    let bench = bench("other");
    let error = call(&bench, "no_such_command", &json!({})).unwrap_err();
    assert!(error.as_str().is_some_and(|text| text.contains("not allowed")), "{error}");
}

#[test]
fn a_saved_document_is_whole_and_known_by_number_only() {
    let bench = bench(WINDOW);
    let saved = send(
        &bench,
        "save_document",
        InvokeBody::Raw(b"%PDF-1.7".to_vec()),
        &[("x-document-name", "Review%20summary.pdf")],
    );
    assert_eq!(saved, Ok(json!(0)));
    let out = bench.folder.path().join("out");
    assert_eq!(fs::read(out.join("Review summary.pdf")).unwrap(), b"%PDF-1.7");
    assert_eq!(fs::read_dir(&out).unwrap().count(), 1);
    let open = |number: u32| {
        send(&bench, "open_saved_document", InvokeBody::Json(json!({ "number": number })), &[])
    };
    assert_eq!(open(0), Ok(Value::Null));
    assert_eq!(open(1), Err(json!({ "code": "unknown" })));
}

#[test]
fn the_web_view_goes_nowhere_else() {
    let may_go = |url: &str| is_our_screen(&url.parse().unwrap());
    assert!(may_go("tauri://localhost/#/cases"));
    for elsewhere in
        ["https://example.org/", "file:///etc/hosts", "data:text/html,x", "about:blank"]
    {
        assert!(!may_go(elsewhere), "{elsewhere}");
    }
}

#[test]
fn the_demonstration_is_made_once_and_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("records.convenor");
    let clock = FixedClock("2026-11-23T09:00:00Z".parse().unwrap());
    let host = Host::new(Paths::new(&store), Arc::new(clock), Arc::new(CountedIds::new(1)));
    tauri::async_runtime::block_on(demonstration::make_if_absent(&host)).unwrap();
    let made = fs::metadata(&store).unwrap().modified().unwrap();
    tauri::async_runtime::block_on(demonstration::make_if_absent(&host)).unwrap();
    assert_eq!(fs::metadata(&store).unwrap().modified().unwrap(), made);
}
