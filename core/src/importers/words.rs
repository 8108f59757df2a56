//! The words in which sources say how bad something is and where it stands, English and German, read into our own
//! four steps and eight states. Knows no format; a word that is not here stays as it is and is noted.

use super::dirt::{Dirt, Field};
use super::item::{Impact, Said, Status};
use super::markup;

/// Reads a word for the impact.
pub fn impact(raw: &str, dirt: &mut Vec<Dirt>) -> Option<Said<Impact>> {
    said(raw, Field::Impact, dirt, impact_of)
}

/// Reads a word for the status.
pub fn status(raw: &str, dirt: &mut Vec<Dirt>) -> Option<Said<Status>> {
    said(raw, Field::Status, dirt, status_of)
}

fn said<T>(raw: &str, field: Field, dirt: &mut Vec<Dirt>, read: fn(&str) -> Option<T>) -> Option<Said<T>> {
    let raw = markup::line(raw, field, dirt);
    if matches!(raw.as_str(), "" | "?" | "-") {
        return None;
    }
    let found = read(&raw);
    if found.is_none() {
        dirt.push(Dirt::UnknownWord { field, raw: raw.clone() });
    }
    Some(Said { raw, read: found })
}

/// Lower case, words only: `2 - Medium` is `2 medium`, `in_progress` is `in progress`.
fn words(raw: &str) -> String {
    let spaced: String =
        raw.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    spaced.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

const CRITICAL: &str = "critical kritisch blocker emergency disaster fatal katastrophal sev0 p0";
const NO_IMPACT: &str = "none keine kein info information informational notice hinweis ok";
const MAJOR: &str =
    "major high hoch schwer schwerwiegend erheblich urgent dringend severe error sev1 highest outage down";
const MINOR: &str = "minor medium mittel moderate moderat normal low niedrig gering lowest warning warn warnung \
    planning trivial degraded disrupted sev2 sev3 sev4 p3 p4 p5";

/// How bad a word says it is. A number counts only when no word stands beside it; 1 is the worst, as tickets count.
pub fn impact_of(raw: &str) -> Option<Impact> {
    let words = words(raw);
    let said = || words.split(' ').filter(|word| word.parse::<u8>().is_err());
    let one_of = |known: &str| said().any(|word| known.split(' ').any(|known| known == word));
    if matches!(words.as_str(), "1" | "p1" | "very high" | "sehr hoch") || one_of(CRITICAL) {
        Some(Impact::Critical)
    } else if one_of(NO_IMPACT) {
        Some(Impact::None)
    } else if matches!(words.as_str(), "2" | "p2") || one_of(MAJOR) {
        Some(Impact::Major)
    } else if matches!(words.as_str(), "3" | "4" | "5") || one_of(MINOR) {
        Some(Impact::Minor)
    } else {
        None
    }
}

/// The words of each state; a state further up wins over one further down.
const STATES: [(Status, &str); 8] = [
    (Status::Cancelled, "cancelled canceled storniert abgebrochen abgesagt rejected abgelehnt withdrawn"),
    (
        Status::Closed,
        "closed geschlossen abgeschlossen postmortem rca archived archiviert complete completed",
    ),
    (
        Status::Resolved,
        "resolved solved gelöst geloest behoben fixed done erledigt fertig available ok recovered up restored mitigated",
    ),
    (Status::Monitoring, "monitoring beobachtung überwachung verifying watching"),
    (Status::Waiting, "waiting awaiting hold pending wartend wartet warten zurückgestellt blocked suspended"),
    (Status::Identified, "identified identifiziert eingegrenzt"),
    (Status::Planned, "scheduled planned geplant rescheduled upcoming"),
    (
        Status::Open,
        "new neu open offen active aktiv investigating progress inprogress bearbeitung assigned zugewiesen acknowledged \
         angenommen reopened wiedereröffnet triage firing fired triggered alerting down ongoing laufend work started",
    ),
];

/// Where a word says it stands.
pub fn status_of(raw: &str) -> Option<Status> {
    let words = words(raw);
    if matches!(words.as_str(), "service information" | "service disruption" | "service outage") {
        return Some(Status::Open);
    }
    if words.starts_with("nicht ") || words.starts_with("not ") || words.starts_with("un") {
        return None;
    }
    let says = |known: &str| known.split_whitespace().any(|known| words.split(' ').any(|word| word == known));
    STATES.iter().find(|(_, known)| says(known)).map(|(status, _)| *status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_systems_are_read_into_the_same_steps() {
        for (raw, impact) in [
            ("critical", Impact::Critical),
            ("1 - Critical", Impact::Critical),
            ("1", Impact::Critical),
            ("P1", Impact::Critical),
            ("1 - High", Impact::Major),
            ("Hoch", Impact::Major),
            ("2 - Medium", Impact::Minor),
            ("3 - Moderate", Impact::Minor),
            ("Sev3", Impact::Minor),
            ("none", Impact::None),
            ("gering", Impact::Minor),
        ] {
            assert_eq!(impact_of(raw), Some(impact), "{raw}");
        }
        for (raw, status) in [
            ("investigating", Status::Open),
            ("In Bearbeitung", Status::Open),
            ("Awaiting User Info", Status::Waiting),
            ("in_progress", Status::Open),
            ("Gelöst", Status::Resolved),
            ("Closed", Status::Closed),
            ("postmortem", Status::Closed),
            ("SERVICE_DISRUPTION", Status::Open),
            ("AVAILABLE", Status::Resolved),
            ("scheduled", Status::Planned),
        ] {
            assert_eq!(status_of(raw), Some(status), "{raw}");
        }
    }

    #[test]
    fn a_word_that_nobody_knows_stays_and_is_noted() {
        let mut dirt = Vec::new();
        assert_eq!(status("-100", &mut dirt), Some(Said { raw: "-100".into(), read: None }));
        assert_eq!(dirt, [Dirt::UnknownWord { field: Field::Status, raw: "-100".into() }]);
        assert_eq!(status("?", &mut dirt), None);
        assert_eq!(status_of("not resolved"), None);
    }
}
