//! The window of Lotse. Knows no rule and no SQL: it carries orders and questions to the core and shows what it hears.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod chance;
mod clock;
mod crashes;
mod desktop;
mod dialogs;
mod drafts;
mod files;
mod habits;
mod handles;
mod ipc;
mod kept;
mod link;
mod logging;
mod refused;
mod reminding;
mod rendering;
mod switches;
mod tray;
mod window;

use switches::Switches;

#[global_allocator]
static ALLOCATOR: lotse::Allocator = lotse::Allocator;

fn main() -> std::process::ExitCode {
    let switches = Switches::of_this_start();
    // Before any thread: the environment of WebKitGTK must stand before the first window.
    rendering::prepare(&switches);
    match window::run(switches) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("lotse-desktop: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
