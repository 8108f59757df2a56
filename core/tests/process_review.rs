//! The report of a process review: all of its fields, from a full record and from a bare one.
#![expect(
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test fails by panicking and looks for one variant"
)]

mod june;
mod whole;

use std::collections::BTreeMap;

use lotse::domain::change::{self, Answer};
use lotse::domain::finding;
use lotse::domain::incident::Priority;
use lotse::domain::notice;
use lotse::domain::organisation::{Language, Team, TeamKind};
use lotse::domain::report::{Confidentiality, Imprint};
use lotse::domain::review::*;
use lotse::ids::{PartId, StreamId, TeamId};
use lotse::queries::notice::{Standing, Told};
use lotse::queries::views::{FindingRow, ReviewChange, ReviewView};
use lotse::reports::asked::Asked;
use lotse::reports::document::{Block, Cell, Row, Sign, Text};
use lotse::reports::edition::Issue;
use lotse::reports::process_review::{ReviewFacts, document, print};
use lotse::time::Length;
use uuid::Uuid;

use june::{ANNA, JONAS, at, day, edition, instant, words_of};
use whole::{conforms, kept};

const TEAM: TeamId = TeamId(Uuid::from_u128(3));
const OTHER: TeamId = TeamId(Uuid::from_u128(4));
const CHANGE: StreamId = StreamId(Uuid::from_u128(5));
const INCIDENT: StreamId = StreamId(Uuid::from_u128(6));

/// A review that was planned, and nothing else.
fn bare() -> ReviewFacts {
    let view = ReviewView {
        id: StreamId(Uuid::from_u128(7)),
        events: 1,
        number: "P-2026-002".into(),
        trigger: Trigger::Periodic { after: None },
        phase: Phase::Planned,
        planned: day("2026-06-30"),
        rule: None,
        due: None,
        late_by: None,
        latest_next: None,
        version: 1,
        reason: String::new(),
        content: Content::default(),
        versions: vec![],
        informed: vec![],
        uninformed: vec![],
        gaps: vec![Gap::Teams],
        changes: vec![],
        path: vec![],
        reports: vec![],
        reported: false,
        possible: vec![],
        teams: vec![
            Team { id: TEAM, kind: TeamKind::Deployment, name: "Bereitstellung".into(), head: None },
            Team { id: OTHER, kind: TeamKind::Other, name: "Kundenbetreuung".into(), head: None },
        ],
        people: BTreeMap::from([(ANNA, "Anna Berg".into()), (JONAS, "Jonas Weidlich".into())]),
        recorded_by: ANNA,
        recorded: instant("08:00"),
        changed: instant("08:00"),
    };
    ReviewFacts { view, edition: edition(), changes: vec![], findings: vec![], told: None }
}

fn input(count: u128, kind: InputKind, title: &str, facts: Facts, mark: Mark) -> Input {
    let id = PartId(Uuid::from_u128(100 + count));
    Input {
        id,
        kind,
        record: INCIDENT,
        part: None,
        number: "N-2026-004".into(),
        title: title.into(),
        facts,
        mark,
    }
}

fn decided(decision: Decision) -> Option<Decided> {
    Some(Decided { decision, by: ANNA, recorded: instant("10:00") })
}

fn items() -> Vec<Item> {
    let emergency = Facts {
        at: Some(at("07:10")),
        downtime: Some(Length::minutes(95)),
        rto_met: Some(false),
        rpo_met: Some(true),
        ..Facts::default()
    };
    let action = Facts { due_day: Some(day("2026-05-20")), person: Some(JONAS), ..Facts::default() };
    let provider =
        Facts { due: Some(at("09:00")), text: "Kein Bericht im Portal".into(), ..Facts::default() };
    let change =
        Decision::Change { change: CHANGE, title: "Vertretung benennen".into(), wanted: String::new() };
    let kept = || decided(Decision::NoChange { because: "Einmaliges Ereignis".into() });
    vec![
        Item {
            input: input(1, InputKind::Emergency, "Anmeldung ausgefallen", emergency, Mark::New),
            later: None,
            decided: decided(change),
            earlier: None,
        },
        Item {
            input: input(2, InputKind::OpenAction, "Zertifikate überwachen", action, Mark::Changed),
            later: None,
            decided: kept(),
            earlier: None,
        },
        Item {
            input: input(3, InputKind::ProviderReviewMissing, "Anmeldung ausgefallen", provider, Mark::Known),
            later: None,
            decided: None,
            earlier: None,
        },
    ]
}

/// Who took part, what was looked at and how it was judged.
fn judged(content: &mut Content) {
    content.lead = Some(ANNA);
    content.period = Some(Period { from: day("2025-06-02"), until: day("2026-06-01") });
    content.participants = vec![
        Participant { person: JONAS, capacity: "Geschäftsführung".into(), presence: Presence::Present },
        Participant { person: ANNA, capacity: String::new(), presence: Presence::Excused },
    ];
    content.items = items();
    for (step, judgement) in Step::ALL.iter().zip(Judgement::ALL.iter().cycle()) {
        let proof = if *judgement == Judgement::NotExercised { "" } else { "Verlauf von N-2026-004" };
        let judged =
            Judged { judgement: *judgement, proof: proof.into(), by: ANNA, recorded: instant("10:00") };
        content.judgements.insert(*step, judged);
    }
    for topic in Topic::ALL {
        let text = format!("Gesagt zu {topic:?}.");
        content.texts.insert(*topic, Stated { text, by: ANNA, recorded: instant("10:00") });
    }
}

/// What was found and decided.
fn decided_as_a_whole(content: &mut Content) {
    content.deficiencies = vec![
        Deficiency {
            id: PartId(Uuid::from_u128(200)),
            text: "Keine Vertretung am Wochenende".into(),
            step: Some(Step::TeamFormation),
            dropped: None,
            decided: decided(Decision::NoChange { because: "Bereits beantragt".into() }),
        },
        Deficiency {
            id: PartId(Uuid::from_u128(201)),
            text: "Doch kein Mangel".into(),
            step: None,
            dropped: Some("Irrtum".into()),
            decided: None,
        },
    ];
    content.risks = vec![Risk {
        id: PartId(Uuid::from_u128(300)),
        text: "Ein Rechenzentrum".into(),
        reason: "Umzug im Herbst".into(),
        until: day("2026-12-31"),
        approver: JONAS,
    }];
    content.teams = Some(Teams { teams: vec![TEAM, OTHER], none_because: String::new() });
    content.next = Some(day("2027-05-31"));
    content.conclusion = Some(Conclusion {
        change_needed: true,
        reason: "Die Vertretung fehlt.".into(),
        at: at("11:00"),
        by: ANNA,
    });
}

/// A notice that one of two people of the deployment team acknowledged.
fn told() -> Told {
    let deployment = Standing { acknowledged: vec![JONAS], missing: vec![ANNA] };
    Told {
        number: "M-2026-005".into(),
        phase: notice::Phase::Open,
        due: Some(day("2026-06-15")),
        teams: BTreeMap::from([(TEAM, deployment)]),
        others: Standing::default(),
    }
}

/// A review that was approved and of which one team was informed.
fn full() -> ReviewFacts {
    let mut facts = bare();
    let view = &mut facts.view;
    view.trigger =
        Trigger::AfterEmergency { incident: INCIDENT, number: "N-2026-004".into(), ended: day("2026-05-10") };
    view.phase = Phase::Approved;
    view.due = Some(day("2026-06-09"));
    judged(&mut view.content);
    decided_as_a_whole(&mut view.content);
    let passed = |phase, moment: &str| Passed {
        phase,
        at: Some(at(moment)),
        by: ANNA,
        recorded: instant(moment),
        reason: String::new(),
        version: 1,
    };
    view.path = vec![passed(Phase::InProgress, "09:30"), passed(Phase::Approved, "12:00")];
    let informed =
        Informed { team: TEAM, at: at("13:00"), way: "Runde".into(), by: ANNA, recorded: instant("13:00") };
    view.versions = vec![Version {
        version: 1,
        reason: String::new(),
        content: view.content.clone(),
        approved: at("12:00"),
        approver: JONAS,
        alone: false,
        recorded: instant("12:00"),
        informed: vec![informed.clone()],
    }];
    view.informed = vec![informed];
    view.changes = vec![ReviewChange { change: CHANGE, number: Some("A-2026-003".into()) }];
    facts.changes = vec![Asked {
        number: "A-2026-003".into(),
        title: "Vertretung benennen".into(),
        phase: change::Phase::Accepted,
        delegated: Some("Bereitstellung".into()),
        answered: Some((
            Answer::OtherDay { day: day("2026-08-15"), reason: "Urlaub".into() },
            day("2026-06-01"),
        )),
        due: Some(day("2026-08-15")),
    }];
    facts.told = Some(told());
    facts.findings = vec![FindingRow {
        id: StreamId(Uuid::from_u128(8)),
        number: "F-2026-002".into(),
        title: "Vertretung fehlt".into(),
        phase: finding::Phase::Assigned,
        kind: finding::Kind::Minor,
        priority: Priority::High,
        owner: Some(JONAS),
        due: Some(day("2026-07-01")),
        overdue: false,
        origin: finding::OriginKind::Review,
        origin_record: None,
        origin_number: None,
        origin_part: None,
        step: String::new(),
        cause_class: None,
        raised: instant("11:00"),
        changed: instant("11:00"),
    }];
    facts
}

fn spoken(mut facts: ReviewFacts, language: Language) -> ReviewFacts {
    facts.edition.language = language;
    facts
}

fn prints(name: &str, facts: &ReviewFacts) {
    let bytes = print(facts).unwrap().bytes;
    kept(name, &bytes);
    conforms(&bytes);
}

#[test]
fn full_and_bare_print_in_both_languages_as_pdf_a_2a_and_pdf_ua_1() {
    prints("review-full-de.pdf", &full());
    prints("review-full-en.pdf", &spoken(full(), Language::En));
    prints("review-bare-de.pdf", &bare());
    prints("review-bare-en.pdf", &spoken(bare(), Language::En));
}

#[test]
fn every_field_of_the_report_is_printed() {
    let words = words_of(&document(&full()).unwrap());
    for line in [
        "Nach Notfall N-2026-004",
        "Überprüfung: P-2026-002",
        "Notfall beendet am: 10.05.2026",
        "Zeitraum: 02.06.2025 bis 01.06.2026",
        "Jonas Weidlich | Geschäftsführung | anwesend",
        "Gesagt zu Documents.",
        "Zertifikate überwachen / überfällig seit 20.05.2026 · verantwortlich: Jonas Weidlich | geändert | Keine Änderung, weil: Einmaliges Ereignis",
        "Änderungen im Umfeld: Gesagt zu ChangesOutside.",
        "RTO verfehlt · RPO eingehalten | neu | Änderungsantrag A-2026-003 „Vertretung benennen“",
        "Rückmeldungen von Kunden und Teams: Gesagt zu Feedback.",
        "Kein Bericht im Portal | bekannt | noch nicht entschieden",
        "Neues zu Risiken und BIA: Gesagt zu RiskNews.",
        "Meldung und Ticket | wirksam | Verlauf von N-2026-004",
        "Eignung: Gesagt zu Suitability.",
        "Keine Vertretung am Wochenende | Bildung des Notfallteams | Keine Änderung, weil: Bereits beantragt",
        "Der Prozess muss geändert werden.",
        "Die Vertretung fehlt.",
        "A-2026-003 | Vertretung benennen | Bereitstellung | Anderer Termin: 15.08.2026 / 01.06.2026 | Angenommen / bis 15.08.2026",
        "F-2026-002 | Vertretung fehlt | Jonas Weidlich | 01.07.2026 | Zugewiesen",
        "Ressourcen: Gesagt zu Resources.",
        "Ein Rechenzentrum | Umzug im Herbst | 31.12.2026 | Jonas Weidlich",
        "Bereitstellung | Runde | 01.06.2026, 13:00 MESZ | 15.06.2026 / M-2026-005 | 1 von 2 bestätigt / bestätigt: Jonas Weidlich / offen: Anna Berg",
        "Kundenbetreuung |  | noch nicht informiert | – | keine Mitteilung",
        "Fassung 1, freigegeben 01.06.2026, 12:00 MESZ von Jonas Weidlich",
    ] {
        assert!(words.contains(line), "{line} is missing in:\n{words}");
    }
    assert!(!words.contains("Doch kein Mangel"));
}

#[test]
fn a_team_has_acknowledged_is_late_or_is_not_asked() {
    let signs = |change: &dyn Fn(&mut Told)| {
        let mut facts = full();
        let told = facts.told.as_mut().unwrap();
        change(told);
        words_of(&document(&facts).unwrap())
    };
    let all = signs(&|told| {
        told.phase = notice::Phase::Superseded;
        told.teams.insert(TEAM, Standing { acknowledged: vec![JONAS, ANNA], missing: vec![] });
    });
    assert!(
        all.contains("M-2026-005 / Abgelöst | 2 von 2 bestätigt / bestätigt: Anna Berg, Jonas Weidlich\n"),
        "{all}"
    );
    let nobody = signs(&|told| {
        told.due = None;
        told.teams.insert(TEAM, Standing::default());
        told.others.missing.push(ANNA);
    });
    assert!(nobody.contains("MESZ | – / M-2026-005 | niemand gefragt"), "{nobody}");
    assert!(
        nobody.contains("Weitere Gefragte | – | – | – / M-2026-005 | 0 von 1 bestätigt / offen: Anna Berg"),
        "{nobody}"
    );
    let mut facts = full();
    facts.told.as_mut().unwrap().due = Some(day("2026-05-31"));
    let late = document(&facts).unwrap();
    let broken = late.blocks.iter().any(|block| match block {
        Block::Table(table) => table.rows.iter().any(|row| match row {
            Row::Cells(cells) => {
                cell_of(cells.last()).starts_with("1 von 2") && cells[4].sign == Some(Sign::Broken)
            }
            Row::Group(_) => false,
        }),
        _ => false,
    });
    assert!(broken, "what is late is a cross");
}

fn cell_of(cell: Option<&Cell>) -> String {
    cell.map(|cell| cell.texts.iter().map(Text::words).collect::<Vec<_>>().join(" / ")).unwrap_or_default()
}

#[test]
fn a_new_version_that_is_worked_on_has_informed_nobody() {
    let mut facts = full();
    facts.view.version = 2;
    facts.told = None;
    let words = words_of(&document(&facts).unwrap());
    assert!(words.contains("Bereitstellung |  | noch nicht informiert | – | keine Mitteilung"), "{words}");
}

#[test]
fn a_bare_review_invents_nothing_and_says_what_is_missing() {
    let words = words_of(&document(&bare()).unwrap());
    for line in [
        "Zeitraum: nicht erfasst",
        "Leitung: nicht erfasst",
        "Durchgeführt: nicht erfasst",
        "zu informierende Teams",
        "die Freigabe der Überprüfung",
        "Noch kein Beschluss.",
        "Freigegeben von:  (niemand benannt)",
    ] {
        assert!(words.contains(line), "{line} is missing in:\n{words}");
    }
}

#[test]
fn no_sentence_is_missing_in_either_language() {
    for language in [Language::De, Language::En] {
        for facts in [full(), bare()] {
            let words = words_of(&document(&spoken(facts, language)).unwrap());
            for raw in ["review-", "reviews-", "report-", "change-", "finding-", "{ $"] {
                assert!(!words.contains(raw), "{raw} in:\n{words}");
            }
        }
    }
}

#[test]
fn an_issued_report_bears_its_number_and_who_signs() {
    let mut facts = full();
    let imprint = Imprint {
        confidentiality: Some(Confidentiality::Internal),
        distribution: "Geschäftsführung".into(),
        ..Imprint::default()
    };
    facts.edition.issue = Some(Issue { number: "B-2026-004".into(), version: 1, approver: JONAS, imprint });
    let document = document(&facts).unwrap();
    assert_eq!(document.running.right, "B-2026-004, Fassung 1 · Intern");
    assert_eq!(document.running.draft, None);
    let words = words_of(&document);
    assert!(
        words.contains("Freigegeben von: Jonas Weidlich (im Programm freigegeben am 01.06.2026, 18:00 MESZ)"),
        "{words}"
    );
    assert!(words.contains("Erstellt von: Anna Berg ()"), "{words}");
}
