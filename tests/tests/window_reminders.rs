//! Reminders of due dates in the real window, on a desktop with a service for notices and a tray: each date is told once a
//! level, the notice leads to its record, quiet hours are kept, and the window can be closed without an end of the reminding.
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use std::path::PathBuf;

use lotse::app::{App, Entropy, Order};
use lotse::domain::Command;
use lotse::domain::organisation::Language;
use lotse::domain::review::{self, Occasion, Why};
use lotse::founding::{self, Founding};
use lotse::ids::{OrderId, PersonId};
use lotse::time::Instant;
use lotse::workspace::Workspace;
use lotse_tests::desk::{Desk, PATIENCE, wait_until};
use lotse_tests::system::{Notifier, Tray};
use lotse_tests::window::{Opening, Window};
use lotse_tests::{places, sampled};
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

/// The day on which everything is written down, half a year before anything is due.
const FOUNDED: &str = "2026-01-05T08:00:00Z";

struct Random;

impl Entropy for Random {
    fn fill(&self, bytes: &mut [u8]) {
        let mut random = uuid::Uuid::new_v4().into_bytes().into_iter().cycle();
        bytes.iter_mut().for_each(|byte| *byte = random.next().unwrap_or_default());
    }
}

/// A workspace in which a process review is planned for each of these days; its founder manages the process.
fn planned(desk: &Desk, days: &[&str]) -> (PathBuf, PersonId) {
    let file = desk.folder("papers").join("Loftware Cloud.lotse");
    let now: Instant = FOUNDED.parse().unwrap();
    let app = App::new(Workspace::create(&file, None, now).unwrap(), Box::new(Random)).unwrap();
    let founding = Founding {
        organisation: "Loftware Cloud".into(),
        language: Language::De,
        zone: "Europe/Berlin".parse().unwrap(),
        person: "Anna Berg".into(),
    };
    let founder = founding::found(&app, &founding, &Random, now).unwrap();
    for day in days {
        let occasion = Occasion::OnDemand { why: Why::DeficiencyFound, reason: "Neuer Anbieter".into() };
        let plan = review::Command::Plan { occasion, planned: Some(day.parse().unwrap()), lead: None };
        let id = OrderId(uuid::Uuid::new_v4());
        let order = Order { id, by: founder, record: None, command: Command::Review(plan), batch: None };
        app.execute(&order, now).unwrap();
    }
    (file, founder)
}

/// Calls a command past the page's own door.
async fn call(window: &Window, command: &str, words: Value) -> WebDriverResult<Value> {
    let script = "const done = arguments[arguments.length - 1];
      window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1]).then(done, (why) => done(JSON.stringify(why)));";
    Ok(window.driver.execute_async(script, vec![json!(command), words]).await?.json().clone())
}

/// Turns a switch of the settings over, and waits until this machine keeps it.
async fn switch(window: &Window, name: &str, kept: &str) -> WebDriverResult<()> {
    sampled::show(window, "#/einstellungen/erinnerungen").await?;
    let there = format!("return document.querySelector('[data-testid={name}]')?.disabled === false");
    window.until("the switch can be turned", &there).await?;
    let click = format!(
        "const box = document.querySelector('[data-testid={name}]'); box.click(); return box.checked"
    );
    let on = window.script(&click, vec![]).await?;
    let begun = std::time::Instant::now();
    loop {
        let desktop = call(window, "desktop", json!({ "request": { "do": "look" } })).await?;
        if desktop["desktop"]["preferences"]["reminders"][kept] == on {
            return Ok(());
        }
        assert!(begun.elapsed() < PATIENCE, "{name} is not kept");
    }
}

async fn at(desk: &Desk, now: &'static str, file: Option<PathBuf>) -> WebDriverResult<Window> {
    Window::open(desk, &Opening { now: Some(now), file, ..Opening::first("de") }).await
}

/// What the bell counts.
const BELL: &str = "return (document.querySelector('[data-testid=bell]')?.textContent.trim() ?? '')";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r27_each_date_is_told_once_a_level_and_its_notice_opens_the_record() -> WebDriverResult<()> {
    let desk = Desk::new();
    let notices = Notifier::on(&desk).await.unwrap();
    let (file, founder) = planned(&desk, &["2026-07-10"]);
    let window = at(&desk, "2026-06-10T08:00:00Z", Some(file)).await?;
    sampled::act(&window, founder).await?;
    let [first] = notices.until(1).await.try_into().unwrap();
    assert_eq!(first.summary, "Fällig in 30 Tagen: Prozess-Überprüfung");
    assert_eq!(first.body, "P-2026-001\nFällig am 10.07.2026");
    assert!(first.actions.iter().any(|action| action == "default"), "it cannot be clicked: {first:?}");
    notices.click(&first).await.unwrap();
    window.until("the record is shown", "return location.hash === '#/pruefungen/P-2026-001'").await?;
    window.until("the bell counts it", &format!("{BELL} === '1'")).await?;
    window.leave(&desk).await;

    // The next start shows it no more: what comes up now is told alone, and not together with it.
    let window = at(&desk, "2026-06-11T08:00:00Z", None).await?;
    window.until("the bell counts it", &format!("{BELL} === '1'")).await?;
    let plan = json!({ "review": { "plan": { "planned": "2026-07-01", "lead": null,
        "occasion": { "onDemand": { "why": "deficiencyFound", "reason": "Neuer Dienst" } } } } });
    let order =
        json!({ "order": { "id": uuid::Uuid::new_v4(), "by": founder, "record": null, "command": plan } });
    assert_eq!(call(&window, "execute", order).await?["number"], "P-2026-002");
    let [_, second] = notices.until(2).await.try_into().unwrap();
    assert_eq!(second.summary, "Fällig in 20 Tagen: Prozess-Überprüfung");
    assert_eq!(second.body, "P-2026-002\nFällig am 01.07.2026");
    window.leave(&desk).await;

    // The next level of the first is told once more.
    let window = at(&desk, "2026-07-05T08:00:00Z", None).await?;
    let told = notices.until(3).await;
    assert_eq!(told[2].summary, "2 Termine brauchen Sie", "{told:?}");
    let lines: Vec<&str> = told[2].body.lines().collect();
    assert_eq!(lines[0], "Überfällig: Prozess-Überprüfung (P-2026-002)");
    assert_eq!(lines[1], "Fällig in 5 Tagen: Prozess-Überprüfung (P-2026-001)");
    notices.click(&told[2]).await.unwrap();
    window.until("the inbox is shown", "return location.hash === '#/erinnerungen'").await?;
    window.until_text("Überfällig").await?;
    window.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r27_quiet_hours_hold_notices_back_and_an_acknowledgement_is_recorded() -> WebDriverResult<()> {
    let desk = Desk::new();
    let notices = Notifier::on(&desk).await.unwrap();
    let (file, founder) = planned(&desk, &["2026-07-10", "2026-07-11"]);
    let window = at(&desk, "2026-07-05T21:00:00Z", Some(file)).await?;
    sampled::act(&window, founder).await?;
    window.until("the bell counts both", &format!("{BELL} === '2'")).await?;
    sampled::show(&window, "#/erinnerungen").await?;
    window.picture("reminders").await?;
    let one = "document.querySelector('[data-testid=acknowledge]').click(); return true";
    window.script(one, vec![]).await?;
    window.until("the bell counts one less", &format!("{BELL} === '1'")).await?;
    let asked = json!({ "question": { "journal": { "limit": 1 } } });
    let written = call(&window, "query", asked).await?["journal"]["items"][0].clone();
    assert_eq!(written["kind"], "reminder.acknowledged");
    assert_eq!((&written["by"], &written["number"]), (&json!(founder), &json!("P-2026-001")));
    assert_eq!(notices.given(), [], "it is 23:00 in Berlin");
    switch(&window, "quiet-on", "keepQuiet").await?;
    let [only] = notices.until(1).await.try_into().unwrap();
    assert_eq!(only.body, "P-2026-002\nFällig am 11.07.2026", "what was acknowledged is not told");
    window.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r27_a_window_that_is_closed_to_the_tray_goes_on_reminding_and_comes_back() -> WebDriverResult<()> {
    let desk = Desk::new();
    let tray = Tray::on(&desk).await.unwrap();
    let notices = Notifier::on(&desk).await.unwrap();
    let (file, founder) = planned(&desk, &["2026-07-10"]);
    let window = at(&desk, "2026-07-05T08:00:00Z", Some(file)).await?;
    sampled::act(&window, founder).await?;
    tray.until_taken().await;
    let [told] = notices.until(1).await.try_into().unwrap();
    let asked = call(&window, "desktop", json!({ "request": { "do": "tray" } })).await?;
    assert_eq!(asked, json!({ "is": "tray", "there": true }));
    switch(&window, "to-tray", "toTray").await?;
    let shown = || {
        let listed = desk.command("wmctrl").arg("-l").output().unwrap();
        String::from_utf8_lossy(&listed.stdout).contains("Lotse")
    };
    assert!(shown());
    assert!(desk.command("wmctrl").args(["-c", "Lotse"]).status().unwrap().success());
    wait_until("the window is gone", || !shown());

    notices.click(&told).await.unwrap();
    window.until("the record is shown", "return location.hash === '#/pruefungen/P-2026-001'").await?;
    wait_until("the notice brings the window back", shown);

    assert!(desk.command("wmctrl").args(["-c", "Lotse"]).status().unwrap().success());
    wait_until("the window is gone", || !shown());
    let mut second = desk.command(&places::program().to_string_lossy());
    let second = std::thread::spawn(move || second.arg("lotse://erinnerungen").status());
    window.until("a second start brings its link", "return location.hash === '#/erinnerungen'").await?;
    wait_until("a second start brings the window back", shown);
    assert!(second.join().unwrap().unwrap().success());
    window.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r27_without_a_tray_closing_the_window_ends_the_program_and_the_settings_say_why()
-> WebDriverResult<()> {
    let desk = Desk::new();
    let (file, founder) = planned(&desk, &[]);
    let window = at(&desk, "2026-07-05T08:00:00Z", Some(file)).await?;
    sampled::act(&window, founder).await?;
    sampled::show(&window, "#/einstellungen/erinnerungen").await?;
    window.until_text("hat keinen Infobereich").await?;
    window.leave(&desk).await;
    Ok(())
}

/// The names and texts of the files in a folder.
fn entries(folder: &std::path::Path) -> Vec<(String, String)> {
    let Ok(found) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<(String, String)> = found
        .filter_map(|file| {
            let file = file.ok()?;
            Some((
                file.file_name().to_string_lossy().into_owned(),
                std::fs::read_to_string(file.path()).ok()?,
            ))
        })
        .collect();
    files.sort();
    files
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_folder_that_a_calendar_program_follows_is_kept_as_things_stand() -> WebDriverResult<()> {
    let desk = Desk::new();
    let (file, founder) = planned(&desk, &["2026-07-10"]);
    let folder = desk.folder("calendar");
    let opening = Opening {
        now: Some("2026-06-10T08:00:00Z"),
        file: Some(file),
        dialogs: vec![vec![folder.clone()]],
        ..Opening::first("de")
    };
    let window = Window::open(&desk, &opening).await?;
    sampled::act(&window, founder).await?;
    sampled::show(&window, "#/kalender").await?;
    window.take("as-calendar").await?;
    window.take("calendar-follow").await?;
    window.until_text(&folder.display().to_string()).await?;
    let planned = |text: &str| text.contains("DTSTART;VALUE=DATE:20260710");
    assert!(entries(&folder).iter().any(|(_, text)| planned(text)), "{:?}", entries(&folder));

    // Whatever is ordered stands in the folder soon after; what is called off is cancelled there.
    let move_it = json!({ "review": { "postpone": { "to": "2026-07-20", "reason": "Urlaub" } } });
    let review = call(&window, "query", json!({ "question": { "reviews": {} } })).await?;
    let record = review["reviews"]["items"][0]["id"].clone();
    let order = json!({ "order": { "id": uuid::Uuid::new_v4(), "by": founder, "record": record, "command": move_it } });
    assert_eq!(call(&window, "execute", order).await?["number"], "P-2026-001");
    let moved = |text: &str| text.contains("DTSTART;VALUE=DATE:20260720") && text.contains("SEQUENCE:1\r\n");
    wait_until("the folder follows", || entries(&folder).iter().any(|(_, text)| moved(text)));
    let cancel = json!({ "review": { "cancel": { "reason": "Zusammengelegt", "next": null } } });
    let order = json!({ "order": { "id": uuid::Uuid::new_v4(), "by": founder, "record": record, "command": cancel } });
    assert_eq!(call(&window, "execute", order).await?["number"], "P-2026-001");
    wait_until("it is cancelled", || {
        entries(&folder).iter().any(|(_, text)| text.contains("STATUS:CANCELLED"))
    });
    window.leave(&desk).await;
    Ok(())
}
