//! The counts of real histories, which are no part of the repository: `LOTSE_DATA` or `../shared/data` beside it. A
//! history that is not there is passed over and named.

use std::path::{Path, PathBuf};

use super::dirt::{Dirt, Reason};
use super::item::{Kind, SourceItem};
use super::opening::{Opened, SourceFile, open};
use super::tests::options;
use super::{Reading, Unwatched, read};

fn data(name: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let found = std::env::var_os("LOTSE_DATA").map_or_else(beside, PathBuf::from).join(name);
    if found.exists() {
        return Some(found);
    }
    eprintln!("passed over: {name} is not here");
    None
}

fn opened(name: &str) -> Option<Opened> {
    Some(open(name, files(name)?))
}

/// The files of a history, in the order of their names.
pub(super) fn files(name: &str) -> Option<Vec<SourceFile>> {
    let path = data(name)?;
    let mut paths: Vec<PathBuf> = match std::fs::read_dir(&path) {
        Ok(entries) => entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect(),
        Err(_) => vec![path.clone()],
    };
    paths.sort();
    let file = |path: PathBuf| SourceFile {
        name: path.file_name().unwrap().to_string_lossy().into_owned(),
        bytes: std::fs::read(path).unwrap(),
    };
    Some(paths.into_iter().map(file).collect())
}

fn reading(name: &str) -> Option<Reading> {
    Some(read(&opened(name)?, &options(), &Unwatched).unwrap())
}

fn updates(items: &[SourceItem]) -> usize {
    items.iter().map(|item| item.updates.len()).sum()
}

fn has(item: &SourceItem, wanted: fn(&Dirt) -> bool) -> bool {
    item.dirt.iter().any(wanted)
}

#[test]
fn a_statuspage_history_is_read_whole() {
    let Some(reading) = reading("digitalocean-statuspage-union/incidents.json") else { return };
    assert_eq!((reading.items.len(), updates(&reading.items), reading.problems.len()), (718, 1_793, 0));
    let Some(reading) = self::reading("digitalocean-statuspage-union/scheduled-maintenances.json") else {
        return;
    };
    assert_eq!((reading.items.len(), updates(&reading.items), reading.problems.len()), (244, 650, 0));
    assert!(reading.items.iter().all(|item| item.kind == Kind::Maintenance && !item.title.is_empty()));
}

#[test]
fn azure_events_keep_each_text_once_and_name_the_doubled_id() {
    let Some(reading) = reading("azure-service-health-events/events-sdk.masked.json") else { return };
    assert_eq!((reading.items.len(), reading.problems.len()), (20, 0));
    let doubled =
        reading.items.iter().filter(|item| has(item, |dirt| matches!(dirt, Dirt::DoubledId { .. }))).count();
    assert_eq!(doubled, 1);
    let most = reading.items.iter().filter(|item| item.dirt.contains(&Dirt::RepeatedText { copies: 58 }));
    assert_eq!((most.count(), updates(&reading.items)), (1, 30));
    let of = |kind: Kind| reading.items.iter().filter(|item| item.kind == kind).count();
    assert_eq!((of(Kind::Incident), of(Kind::Maintenance), of(Kind::Advisory)), (6, 4, 10));
}

#[test]
fn every_azure_sample_is_an_incident_or_is_refused_with_a_reason() {
    let Some(reading) = reading("azure-monitor-alert-samples") else { return };
    assert_eq!((reading.items.len(), reading.problems.len()), (7, 1), "{:?}", reading.problems);
    assert_eq!(reading.problems[0].reason, Reason::NotRecognised);
}

#[test]
fn every_alert_message_is_read_but_the_chat_commands() {
    let Some(reading) = reading("alert-webhook-fixtures") else { return };
    let refused: Vec<String> = reading.problems.iter().map(|problem| problem.place.to_string()).collect();
    assert_eq!(refused, ["LICENSE", "PROVENANCE.md", "telegram_ack.json", "telegram_close.json"]);
    assert_eq!(
        reading.items.len(),
        12,
        "{:#?}",
        reading.items.iter().map(|item| (&item.source, &item.outside_id)).collect::<Vec<_>>()
    );
}

#[test]
fn a_folder_of_pages_is_read_whole_and_eight_end_before_they_start() {
    let Some(reading) = reading("jenkins-infra-status/issues") else { return };
    assert_eq!((reading.items.len(), reading.problems.len()), (297, 1), "{:?}", reading.problems);
    assert_eq!(
        reading
            .items
            .iter()
            .filter(|item| has(item, |dirt| matches!(dirt, Dirt::EndBeforeStart { .. })))
            .count(),
        8
    );
    assert!(reading.zone_need.is_some());
}

#[test]
fn a_log_with_one_row_a_change_is_one_item_a_ticket() {
    let Some(reading) = reading("servicenow-incident-event-log/incident_event_log.zip") else { return };
    assert_eq!((reading.items.len(), reading.problems.len()), (20_769, 0));
    assert!(reading.items.iter().all(|item| item.source.as_str() == "servicenow/incident-event-log"));
    let first = &reading.items[0];
    assert_eq!(
        first.moments.ended.map(|moment| moment.at.to_string()).as_deref(),
        Some("2016-02-29T11:29:00Z")
    );
    assert!(reading.items.iter().all(|item| item.moments.noticed.is_some() && item.status.is_some()));
}
