//! The window: the thinnest room of the house.
//!
//! It puts the screens into a web view, hands their one command to `crates/api`, opens dialogs for
//! documents and keeps a log without people in it. It must never know what a command means, touch
//! the store, or let the web view go anywhere.

mod arguments;
mod demonstration;
mod files;
mod logging;
mod rpc;

#[cfg(test)]
mod tests;

use std::{error::Error, fs, io, path::Path, process::ExitCode, sync::Arc};

use api::{Host, Seat};
use app::vault::Paths;
use domain::{clock::SystemClock, ids::TimeOrderedIds};
use tauri::{
    App, AppHandle, Builder, Context, Manager as _, RunEvent, Runtime, Url, WebviewWindow,
    WebviewWindowBuilder, webview::NewWindowResponse,
};

use crate::{
    arguments::{Arguments, Authority, Beginning, Operator},
    files::Files,
    logging::Log,
};

/// The one window, as `tauri.conf.json` and `capabilities/main.json` call it.
const WINDOW: &str = "main";

/// Reads the command line and shows the window until it is closed.
pub fn start() -> ExitCode {
    let outcome = match Arguments::read(std::env::args_os().skip(1)) {
        Ok(arguments) => run(arguments).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            #[expect(clippy::print_stderr, reason = "there is no window to say it in")]
            {
                eprintln!("convenor-desktop: {message}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> tauri::Result<()> {
    let instance = tauri_plugin_single_instance::Builder::new()
        .dbus_id(instance_name(&arguments.authority))
        .callback(|app, _, _| come_forward(app))
        .build();
    with_commands(Builder::default())
        .plugin(instance)
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .setup(|app| set_up(app, arguments))
        .build(context())?
        .run(|app, event| {
            if let RunEvent::Exit = event {
                forget_web_view(app);
            }
        });
    Ok(())
}

/// A look at the demonstration must not be turned away because the real records are open.
fn instance_name(authority: &Authority) -> &'static str {
    match authority {
        Authority::Own => "uk.convenor.desktop",
        Authority::Demonstration(_) => "uk.convenor.demonstration",
    }
}

fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

fn with_commands<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.invoke_handler(tauri::generate_handler![
        rpc::rpc,
        files::save_document,
        files::open_saved_document,
        files::pick_document,
        files::read_picked_document,
    ])
}

fn set_up<R: Runtime>(app: &mut App<R>, arguments: Arguments) -> Result<(), Box<dyn Error>> {
    let log = Log::open(&app.path().app_log_dir()?)?;
    log.event("started");
    report_panics(app.handle());
    app.manage(log);
    let host = open_host(app, &arguments)?;
    if let Authority::Demonstration(_) = arguments.authority {
        tauri::async_runtime::block_on(demonstration::make_if_absent(&host))?;
    }
    app.manage(host);
    app.manage(Seat::default());
    empty(&app.path().app_cache_dir()?.join("web view"))?;
    show(app, &arguments.operator)?;
    app.manage(Files::new(arguments.operator));
    Ok(())
}

fn open_host<R: Runtime>(app: &App<R>, arguments: &Arguments) -> Result<Host, Box<dyn Error>> {
    let store = match (&arguments.store, &arguments.authority) {
        (Some(store), _) => store.clone(),
        (None, Authority::Own) => app.path().app_local_data_dir()?.join("store.convenor"),
        (None, Authority::Demonstration(beginning)) => {
            let folder = app.path().app_local_data_dir()?.join("demonstration");
            if *beginning == Beginning::Afresh {
                empty(&folder)?;
            }
            folder.join("store.convenor")
        }
    };
    if let Some(folder) = store.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(Host::new(Paths::new(store), Arc::new(SystemClock), Arc::new(TimeOrderedIds)))
}

fn show<R: Runtime>(app: &App<R>, operator: &Operator) -> Result<WebviewWindow<R>, Box<dyn Error>> {
    let windows = &app.config().app.windows;
    let window = windows.iter().find(|window| window.label == WINDOW);
    let window = window.ok_or(tauri::Error::WindowNotFound)?;
    let window = WebviewWindowBuilder::from_config(app, window)?
        .data_directory(app.path().app_cache_dir()?.join("web view"))
        .incognito(matches!(operator, Operator::Person))
        .on_navigation(is_our_screen)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    Ok(window)
}

/// The web view shows what was built in, and nothing else.
fn is_our_screen(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) => true,
        ("http" | "https", Some("tauri.localhost")) => cfg!(windows),
        _ => false,
    }
}

fn come_forward<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        // A window that will not come forward is still there.
        drop(window.unminimize().and_then(|()| window.set_focus()));
    }
}

/// Panics are logged by their place; their message may hold what somebody typed.
fn report_panics<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    std::panic::set_hook(Box::new(move |panic| {
        if let (Some(log), Some(place)) = (app.try_state::<Log>(), panic.location()) {
            log.panicked(place.file(), place.line());
        }
    }));
}

fn forget_web_view<R: Runtime>(app: &AppHandle<R>) {
    let emptied = app.path().app_cache_dir().map(|folder| empty(&folder.join("web view")));
    if let (Some(log), false) = (app.try_state::<Log>(), matches!(emptied, Ok(Ok(())))) {
        log.event("the web view's folder could not be emptied");
    }
}

fn empty(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => fs::create_dir_all(folder),
    }
}
