//! Two hundred damaged copies of each format: bytes turned, ends cut off, pieces doubled and swapped. Each must end in
//! items or in refusals, and what is kept must fit into the log.

use super::opening::{SourceFile, open};
use super::real;
use super::tests::options;
use super::{Reading, Unwatched, read};

const COPIES: usize = 200;
/// What one event of the log may hold.
const PAYLOAD: usize = 64 * 1024;

/// Numbers out of a fixed seed (xorshift), so that a copy that fails today fails tomorrow.
struct Turns(u64);

impl Turns {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (limit.max(1) as u64)).unwrap()
    }
}

const fn turns() -> Turns {
    Turns(0x9e37_79b9_7f4a_7c15)
}

fn damage(bytes: &[u8], turns: &mut Turns) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    for _ in 0..=turns.below(4) {
        let at = turns.below(copy.len());
        let other = turns.below(copy.len());
        let piece = copy[at.min(other)..at.max(other)].to_vec();
        match turns.below(8) {
            0 => copy.truncate(at),
            1 => copy.get_mut(at).into_iter().for_each(|byte| *byte ^= 1 << (other % 8)),
            2 => drop(copy.splice(at..at, piece.into_iter().take(2_000))),
            3 => drop(copy.drain(at.min(other)..at.max(other).min(at.min(other) + 300))),
            4 => copy
                .splice(at..at, (*b"\"{[]},:;\n\r\0\xff\xfe<p>&#x110000;9999999999999999999").to_vec())
                .for_each(drop),
            5 => copy.get_mut(at).into_iter().for_each(|byte| *byte = b'9'),
            6 => swap_words(&mut copy, at),
            _ => copy.extend_from_slice(&bytes[..at.min(500).min(bytes.len())]),
        }
        if copy.is_empty() {
            break;
        }
    }
    copy
}

/// Puts `null`, a list or a huge number in the place of a JSON value.
fn swap_words(copy: &mut Vec<u8>, at: usize) {
    const VALUES: [&[u8]; 6] =
        [b"null", b"[]", b"{}", b"123456789012345678901234567890", b"\"0001-01-01T00:00:00Z\"", b"-1e999"];
    let Some(colon) = copy.iter().skip(at).position(|byte| *byte == b':').map(|found| found + at) else {
        return;
    };
    let end = copy
        .iter()
        .skip(colon + 1)
        .position(|byte| matches!(byte, b',' | b'}' | b'\n'))
        .map_or(copy.len(), |found| found + colon + 1);
    copy.splice(colon + 1..end, VALUES[at % VALUES.len()].iter().copied());
}

fn survives(name: &str, bytes: Vec<u8>, format: Option<&str>) -> Reading {
    let options = super::Options { format: format.map(str::to_owned), ..options() };
    let reading =
        read(&open(name, vec![SourceFile { name: name.to_owned(), bytes }]), &options, &Unwatched).unwrap();
    for item in &reading.items {
        assert!(!item.outside_id.is_empty() && !item.title.is_empty(), "{item:?}");
        let mut head = item.clone();
        for update in head.updates.drain(..) {
            let written =
                serde_json::to_string(&super::item::SourceUpdate { original: None, ..update }).unwrap();
            assert!(written.len() < PAYLOAD, "an update of {} bytes", written.len());
        }
        head.original = None;
        assert!(serde_json::to_string(&head).unwrap().len() < PAYLOAD, "an item too large for one event");
    }
    reading
}

fn damaged_copies_survive(name: &str, bytes: &[u8], format: Option<&str>) {
    assert!(!survives(name, bytes.to_vec(), format).items.is_empty(), "the sound copy of {name} is read");
    let mut turns = turns();
    let mut read = 0;
    for _ in 0..COPIES {
        read += usize::from(!survives(name, damage(bytes, &mut turns), format).items.is_empty());
    }
    assert!(read > 0, "some damaged copies of {name} are still read");
}

const STATUSPAGE: &str = r#"{"page":{"id":"p1","time_zone":"Etc/UTC"},"incidents":[{"id":"a","name":"Logins fail","status":"resolved",
"impact":"major","created_at":"2026-05-01T08:00:00Z","started_at":"2026-05-01T08:00:00Z","resolved_at":"2026-05-01T09:00:00Z","incident_updates":[
{"id":"u","status":"resolved","body":"<p>Done</p>","display_at":"2026-05-01T09:00:00Z","affected_components":[{"name":"Login","old_status":"x","new_status":"y"}]}]}]}"#;
const GOOGLE: &str = r#"[{"id":"g1","number":"9007199254740993","begin":"2026-05-01T08:00:00+00:00","created":"2026-05-01T08:00:00+00:00","end":"2026-05-01T09:00:00+00:00",
"external_desc":"Queues are slow","status_impact":"SERVICE_OUTAGE","severity":"high","affected_products":[{"title":"Queue"}],"updates":[{"created":"2026-05-01T08:10:00+00:00","text":"We look","status":"SERVICE_OUTAGE"}]}]"#;
const AZURE: &str = r#"{"value":[{"name":"AB-1","type":"Microsoft.ResourceHealth/events","properties":{"eventType":"ServiceIssue","status":"Resolved","title":"Slow",
"impactStartTime":"2026-05-01T08:00:00Z","impactMitigationTime":"2026-05-01T09:00:00Z","impact":[{"impactedService":"Queue","impactedRegions":[{"impactedRegion":"West",
"updates":[{"summary":"<b>Done</b>","updateDateTime":"2026-05-01T09:00:00Z"}]}]}]}}]}"#;
const ALERT: &str = r#"{"schemaId":"azureMonitorCommonAlertSchema","data":{"essentials":{"alertId":"/a/1","alertRule":"CPU","severity":"Sev1","monitorCondition":"Resolved",
"firedDateTime":"2026-05-01T08:00:00.1234567Z","resolvedDateTime":"2026-05-01T09:00:00Z","configurationItems":["vm"]},"alertContext":{"properties":{"trackingId":"T-1","title":"Slow",
"communication":"<p>x</p>","impactedServices":"[{\"ServiceName\":\"Queue\"}]","stage":"Active"}}}}"#;
const ALERTMANAGER: &str = r#"{"version":"4","receiver":"r","status":"resolved","groupKey":"k","alerts":[{"status":"resolved","labels":{"alertname":"Down","severity":"critical"},
"annotations":{"summary":"Node down"},"startsAt":"2026-05-01T08:00:00Z","endsAt":"2026-05-01T09:00:00Z"}]}"#;
const WEBHOOK: &str = r#"{"incident":{"incident_id":"f2","state":"closed","started_at":1777623300,"ended_at":1777626900,"policy_name":"Health","summary":"CPU","url":"https://x.example"},"version":"1.1"}"#;
const CSTATE: &str = "---\ntitle: Disk full\ndate: 2026-05-01T08:00:00-00:00\nresolved: true\nresolvedWhen: 2026-05-01 09:00:00\nseverity: down\naffected:\n  - Builds\n---\nText\n\n*Update* {{< track \"2026-05-01 08:30:00\" >}}\n";
const ITEMS: &str = "Nr;Titel;Priorität;Status;Beginn;Ende;Dienst\nV-1;\"Ausfall; Kasse\";Hoch;Behoben;01.02.2026 10:00;01.02.2026 12:00;Kasse\nV-2;Langsam;mittel;Offen;02.02.2026 10:00;;Kasse\n";
const CHANGES: &str = "number,state,sys_mod_count,opened_at,sys_updated_at,category\nI1,New,0,29/2/2016 01:16,29/2/2016 01:23,Mail\nI1,Closed,1,29/2/2016 01:16,1/3/2016 08:53,Mail\nI2,New,0,1/3/2016 01:16,1/3/2016 01:23,Disk\nI2,Active,1,1/3/2016 01:16,1/3/2016 02:23,Disk\n";

#[test]
fn two_hundred_damaged_copies_of_each_format_end_in_items_or_refusals() {
    for (name, text) in [
        ("statuspage", STATUSPAGE),
        ("google", GOOGLE),
        ("azure", AZURE),
        ("alert", ALERT),
        ("alertmanager", ALERTMANAGER),
        ("webhook", WEBHOOK),
        ("page.md", CSTATE),
        ("items.csv", ITEMS),
        ("changes.csv", CHANGES),
    ] {
        damaged_copies_survive(name, text.as_bytes(), None);
    }
}

#[test]
fn damaged_archives_and_workbooks_end_in_refusals() {
    use std::io::Write;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("items.csv", zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(ITEMS.as_bytes()).unwrap();
    let archive = writer.finish().unwrap().into_inner();
    damaged_copies_survive("items.zip", &archive, None);
}

#[test]
fn damaged_copies_of_real_histories_end_in_items_or_refusals() {
    // The large ones once each tenth copy: what breaks them stands in their first entries as well.
    for name in ["azure-monitor-alert-samples", "alert-webhook-fixtures", "jenkins-infra-status/issues"] {
        let Some(opened) = real::files(name) else { continue };
        let mut turns = turns();
        for copy in 0..COPIES {
            let file = &opened[copy % opened.len()];
            survives(&file.name, damage(&file.bytes, &mut turns), None);
        }
    }
    for name in
        ["digitalocean-statuspage-union/incidents.json", "azure-service-health-events/events-sdk.masked.json"]
    {
        let Some(files) = real::files(name) else { continue };
        let mut turns = turns();
        for _ in 0..COPIES / 20 {
            survives(name, damage(&files[0].bytes, &mut turns), None);
        }
    }
}
