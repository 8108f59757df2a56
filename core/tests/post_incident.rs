//! The post-incident report: all of its fields, from a full record and from a bare one.
#![expect(
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test fails by panicking and looks for one variant"
)]

mod whole;

use std::collections::BTreeMap;

use lotse::domain::incident::*;
use lotse::domain::organisation::{Language, Service};
use lotse::domain::policy::{Regime, RuleKind};
use lotse::domain::report::{Confidentiality, Imprint};
use lotse::ids::{BlobHash, PartId, PersonId, ServiceId, StreamId};
use lotse::queries::views::{FactView, IncidentView, LegalView, MilestoneView, ObjectiveView};
use lotse::reports::document::{Block, Document, Row};
use lotse::reports::edition::{Edition, Issue};
use lotse::reports::frame::Head;
use lotse::reports::post_incident::{PostIncidentFacts, Review, Similar, document, print};
use lotse::time::{Instant, Length, Moment, Precision, Zone};
use uuid::Uuid;

use whole::{conforms, kept};

const ANNA: PersonId = PersonId(Uuid::from_u128(1));
const JOERG: PersonId = PersonId(Uuid::from_u128(2));
const MIA: PersonId = PersonId(Uuid::from_u128(3));

fn berlin() -> Zone {
    "Europe/Berlin".parse().unwrap()
}

fn instant(time: &str) -> Instant {
    format!("2026-03-03T{time}:00+01:00").parse().unwrap()
}

fn at(time: &str) -> Moment {
    Moment::exact(instant(time), berlin())
}

fn part(number: u128) -> PartId {
    PartId(Uuid::from_u128(number))
}

/// A record about which nobody wrote more than its title.
fn bare() -> PostIncidentFacts {
    let milestone = |milestone: &Milestone| MilestoneView { milestone: *milestone, moment: None };
    let fact = |fact: &Fact| FactView { fact: *fact, text: String::new(), history: vec![] };
    let duration = |kind| Duration { kind, from: None, to: None, length: None, backwards: false };
    let view = IncidentView {
        id: StreamId(Uuid::from_u128(7)),
        version: 1,
        number: "N-2026-004".into(),
        title: "Anmeldung an Loftware Cloud in Westeuropa nicht möglich".into(),
        phase: Phase::Reported,
        emergency: false,
        source: Source::Monitoring,
        severity: None,
        sla: None,
        milestones: Milestone::ALL.iter().map(milestone).collect(),
        durations: DurationKind::ALL.into_iter().map(duration).collect(),
        clocks: vec![],
        legal: vec![],
        objectives: vec![],
        facts: Fact::ALL.iter().map(fact).collect(),
        impact: ImpactFigures::default(),
        cause_class: None,
        path: vec![],
        decisions: vec![],
        consultations: vec![],
        team: vec![],
        provider: ProviderCase::default(),
        provider_next: Vec::new(),
        guide: None,
        steps: vec![],
        messages: vec![],
        recommendations: vec![],
        tickets: vec![],
        evidence: vec![],
        entries: vec![],
        customer_reports: None,
        reports: vec![],
        outside: vec![],
        taken_over: None,
        report_gaps: vec![Gap::Cause, Gap::RecoveryTime, Gap::DataLoss],
        closing_gaps: vec![],
        review: None,
        newest_step: None,
        deeds: Vec::new(),
        possible: vec![],
        people: BTreeMap::from([
            (ANNA, "Anna Berg".into()),
            (JOERG, "Dr. Jörg Weiß".into()),
            (MIA, "Mia Tóth".into()),
        ]),
        recorded_by: ANNA,
        recorded: instant("09:20"),
        changed: instant("09:20"),
    };
    PostIncidentFacts { view, edition: draft(), first_ticket: None, similar: vec![], review: None }
}

/// A draft in German.
fn draft() -> Edition {
    Edition {
        organisation: "Loftware Cloud".into(),
        zone: berlin(),
        language: Language::De,
        head: Head {
            seq: 412,
            hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        },
        made: instant("18:00"),
        author: Some(ANNA),
        issue: None,
    }
}

/// The same facts on a paper in another language.
fn spoken(mut facts: PostIncidentFacts, language: Language) -> PostIncidentFacts {
    facts.edition.language = language;
    facts
}

fn full() -> PostIncidentFacts {
    let mut facts = bare();
    let view = &mut facts.view;
    view.phase = Phase::FollowUp;
    view.emergency = true;
    view.severity = Some(Severity::High);
    times(view);
    words(view);
    view.cause_class = Some(CauseClass::Provider);
    view.impact.regions = vec!["Westeuropa".into(), "Nordeuropa".into()];
    view.impact.users_permille = Some(425);
    view.impact.tenants = Some(31);
    view.impact.data_loss_minutes = Some(0);
    escalation(view);
    provider(view);
    communication(view);
    after_work(view);
    laws(view);
    view.entries = entries();
    view.report_gaps = vec![Gap::ActionIncomplete { text: "Zertifikate überwachen".into() }];
    facts.first_ticket = Some((instant("09:18"), MIA));
    facts.similar = vec![Similar {
        number: "N-2025-011".into(),
        title: "Anmeldung verlangsamt".into(),
        began: instant("08:00"),
        same_cause: true,
        same_service: true,
    }];
    facts.review = Some(Review { number: "P-2026-002".into(), planned: "2026-06-15".parse().unwrap() });
    facts
}

/// What NIS2 asked for: decided, told first in time and notified late, with the final report to come.
fn laws(view: &mut IncidentView) {
    let regime = Regime::Nis2;
    let clock = |stage, rule, due: &str, settled: Option<&str>, state| LegalClock {
        regime,
        stage,
        rule,
        due: at(due),
        settled: settled.map(at),
        state,
    };
    view.legal = vec![LegalView {
        regime,
        holds: true,
        stages: LegalStage::of(regime).to_vec(),
        clocks: vec![
            clock(None, RuleKind::Nis2Early, "21:14", Some("09:50"), ClockState::Kept),
            clock(Some(LegalStage::First), RuleKind::Nis2Early, "21:14", Some("11:30"), ClockState::Kept),
            clock(Some(LegalStage::Notice), RuleKind::Nis2Notice, "21:15", Some("23:30"), ClockState::Late),
            clock(Some(LegalStage::Final), RuleKind::Nis2Final, "23:59", None, ClockState::Running),
        ],
        classifications: vec![LegallyClassified {
            id: part(0x91),
            regime,
            reportable: true,
            at: at("09:50"),
            decider: JOERG,
            reason: "Erheblicher Sicherheitsvorfall: Anmeldung für 42,5 % der Benutzer nicht möglich".into(),
        }],
        notices: vec![AuthorityNotice {
            id: part(0x92),
            regime,
            stage: LegalStage::First,
            at: at("11:30"),
            authority: "Bundesamt für Sicherheit in der Informationstechnik".into(),
            reference: "MIP-2026-0311".into(),
            note: "über das Meldeportal".into(),
            by: MIA,
        }],
    }];
}

fn times(view: &mut IncidentView) {
    use Milestone as M;
    let known = [
        (M::ImpactStart, "09:05"),
        (M::Noticed, "09:14"),
        (M::TicketOpened, "09:16"),
        (M::AssessmentStarted, "09:22"),
        (M::DeploymentConsulted, "09:31"),
        (M::EscalationDecided, "09:40"),
        (M::TeamFormed, "09:52"),
        (M::ProviderContacted, "10:05"),
        (M::WaitOrRecoverDecided, "10:10"),
        (M::RecoveryStarted, "12:20"),
        (M::Running, "12:41"),
        (M::Restored, "14:05"),
        (M::Ended, "14:30"),
    ];
    for held in &mut view.milestones {
        let found = known.iter().find(|(milestone, _)| *milestone == held.milestone);
        held.moment = found.map(|(_, time)| at(time));
        if let (M::ImpactStart, Some(moment)) = (held.milestone, &mut held.moment) {
            moment.precision = Precision::About;
        }
    }
    let length = |kind, from: &str, to: &str| Duration {
        kind,
        from: Some(at(from)),
        to: Some(at(to)),
        length: Some(instant(from).until(instant(to))),
        backwards: false,
    };
    view.durations = vec![
        length(DurationKind::ToNotice, "09:05", "09:14"),
        length(DurationKind::ToAssess, "09:14", "09:22"),
        length(DurationKind::ToDecide, "09:14", "09:40"),
        length(DurationKind::ToFormTeam, "09:40", "09:52"),
        length(DurationKind::ToRun, "09:05", "12:41"),
        length(DurationKind::ToRestore, "09:05", "14:05"),
        length(DurationKind::ToHandle, "09:14", "14:05"),
        length(DurationKind::Downtime, "09:05", "12:41"),
    ];
    let service = |number, name: &str, rto| Service {
        id: ServiceId(Uuid::from_u128(number)),
        name: name.into(),
        rto_minutes: Some(rto),
        rpo_minutes: Some(60),
    };
    let objective = |service: Service, met| ObjectiveView {
        service,
        recovery: Some(Length::minutes(216)),
        rto_met: Some(met),
        data_loss_minutes: Some(0),
        rpo_met: Some(true),
    };
    view.objectives = vec![
        objective(service(21, "Anmeldung", 120), false),
        objective(service(22, "Etikettendruck", 240), true),
    ];
    let passed = |phase, time| Passed { phase, at: Some(at(time)), recorded: instant(time) };
    view.path = vec![
        passed(Phase::Declared, "09:40"),
        passed(Phase::WaitingForProvider, "10:10"),
        passed(Phase::OwnRecovery, "12:20"),
        passed(Phase::Restored, "14:05"),
        passed(Phase::Ended, "14:30"),
    ];
}

fn words(view: &mut IncidentView) {
    let texts = [
        (
            Fact::Summary,
            "Am 3. März konnten sich von 09:05 bis 12:41 Uhr Benutzer in Westeuropa nicht an Loftware Cloud anmelden. \
             Ursache war eine fehlgeschlagene Zertifikatserneuerung beim Anbieter. Wir haben bis zur vereinbarten \
             Wartegrenze gewartet und den Dienst dann nach dem Wiederherstellungsleitfaden selbst in der Ersatzregion \
             in Betrieb genommen. Daten gingen nicht verloren.\n\nDas Ziel für die Anmeldung (RTO 2 h) wurde nicht \
             eingehalten, das für den Etikettendruck schon.",
        ),
        (Fact::Description, "Die Überwachung meldet HTTP 503 an der Anmeldung."),
        (Fact::Scope, "Anmeldung in Westeuropa; der Druck bereits angemeldeter Benutzer lief weiter."),
        (Fact::Impact, "Benutzer konnten sich nicht anmelden."),
        (Fact::DataLoss, "Keiner; keine Daten offengelegt."),
        (Fact::Detection, "Warnmeldung des Überwachungssystems 9 Minuten nach Beginn."),
        (Fact::WhyNotEarlier, "Die Prüfung läuft nur alle zehn Minuten."),
        (Fact::RootCauses, "Der Anbieter erneuerte ein Zwischenzertifikat, ohne die Kette auszuliefern."),
        (Fact::Trigger, "Zertifikatserneuerung um 09:03 Uhr"),
        (
            Fact::Resolution,
            "Umschaltung auf die Ersatzregion, Rückkehr nach der Behebung durch den Anbieter.",
        ),
        (Fact::WentWell, "Die Umschaltung gelang nach Leitfaden ohne Nacharbeit. 🎉"),
        (Fact::WentBadly, "Die zweite Nachricht an die Benutzer kam 22 Minuten zu spät."),
        (Fact::Credits, "Zwei Kunden haben Anspruch auf eine Service-Gutschrift."),
    ];
    for held in &mut view.facts {
        if let Some((_, text)) = texts.iter().find(|(fact, _)| *fact == held.fact) {
            held.text = (*text).into();
        }
    }
}

fn escalation(view: &mut IncidentView) {
    view.consultations = vec![Consulted {
        id: part(91),
        at: at("09:31"),
        person: MIA,
        advice: "Umschaltung vorbereiten, Anbieter anrufen.".into(),
    }];
    view.decisions = vec![Decided {
        phase: Phase::Declared,
        at: at("09:40"),
        decider: JOERG,
        reason: "Anmeldung für mehr als ein Drittel der Kunden nicht möglich, Ende nicht absehbar.".into(),
        consulted: vec![MIA],
    }];
    let role = |role, person, until: Option<&str>| RoleHeld {
        role,
        person,
        deputy: Some(ANNA),
        since: at("09:52"),
        until: until.map(at),
        handover: until.map(|_| "Übergabe zum Schichtwechsel, offene Punkte besprochen.".into()),
    };
    view.team = vec![role(TeamRole::Lead, JOERG, None), role(TeamRole::Recovery, MIA, Some("13:00"))];
    view.tickets = vec![
        Ticket {
            id: part(31),
            system: "Zammad".into(),
            number: "2026-88123".into(),
            link: Some("https://tickets.example.org/2026-88123".into()),
            subject: "[Notfall] Keine Anmeldung möglich".into(),
            keyword: true,
            opened: Some(at("09:16")),
        },
        Ticket {
            id: part(32),
            system: "Zammad".into(),
            number: "2026-88131".into(),
            link: None,
            subject: "Drucker melden Fehler".into(),
            keyword: false,
            opened: None,
        },
    ];
}

fn provider(view: &mut IncidentView) {
    view.provider = ProviderCase {
        provider: "Microsoft Azure".into(),
        state: Some(ProviderState::Confirmed),
        fault: Some(FaultJudged {
            fault: ProviderFault::Yes,
            at: at("10:05"),
            decider: JOERG,
            reason: "Service Health nennt die Region und den Zeitraum.".into(),
        }),
        tracking_ids: vec!["VT9Q-5XG".into()],
        tickets: vec!["2603030050001234".into()],
        checks: vec![
            ProviderCheck { id: part(92), at: at("10:30"), by: MIA, news: None },
            ProviderCheck {
                id: part(93),
                at: at("11:30"),
                by: MIA,
                news: Some("Behebung für 13 Uhr angekündigt.".into()),
            },
        ],
        waiting_limit: Some(at("12:15")),
        decisions: vec![ProviderDecision {
            at: at("12:20"),
            choice: ProviderChoice::Recover,
            decider: JOERG,
            reason: "Wartegrenze ohne Fortschritt verstrichen.".into(),
        }],
        review: None,
    };
    view.guide = Some(GuideUse { title: "Wiederherstellungsleitfaden".into(), version: "4.2".into() });
    view.steps = vec![
        RecoveryStep {
            id: part(41),
            title: "3.1 Ersatzregion hochfahren".into(),
            result: StepResult::Done,
            deviation: String::new(),
            at: at("12:24"),
        },
        RecoveryStep {
            id: part(42),
            title: "3.2 DNS umstellen".into(),
            result: StepResult::Deviated,
            deviation: "TTL war 3600 statt 300.".into(),
            at: at("12:31"),
        },
    ];
}

fn communication(view: &mut IncidentView) {
    let message = |number, time: &str, expected: Option<&str>, next: Option<&str>| Message {
        id: part(number),
        text: MessageText {
            audience: Audience::AffectedUsers,
            channel: Channel::StatusPage,
            status: MessageStatus::Identified,
            german: "Die Anmeldung in Westeuropa ist gestört. Wir arbeiten an der Wiederherstellung.".into(),
            english: "Sign-in in Western Europe is disrupted. We are working on recovery.".into(),
            expected_repair: expected.map(at),
            next_update: next.map(at),
        },
        state: MessageState::Sent { at: at(time) },
    };
    view.messages =
        vec![message(51, "09:50", None, Some("10:20")), message(52, "10:42", Some("13:00"), Some("11:30"))];
    view.clocks = vec![
        Clock {
            kind: ClockKind::NextUpdate,
            due: at("10:20"),
            settled: Some(at("10:42")),
            state: ClockState::Late,
        },
        Clock {
            kind: ClockKind::WaitingLimit,
            due: at("12:15"),
            settled: Some(at("12:20")),
            state: ClockState::Late,
        },
        Clock {
            kind: ClockKind::ExpectedRepair,
            due: at("13:00"),
            settled: Some(at("14:05")),
            state: ClockState::Late,
        },
    ];
    view.customer_reports = Some((CustomerReports::Sent, at("17:00"), "31 Kunden".into()));
}

fn after_work(view: &mut IncidentView) {
    let recommendation = |number, text: &str, owner, state| Recommendation {
        moves: vec![],
        id: part(number),
        text: RecommendationText {
            text: text.into(),
            to: RecommendedTo::Us,
            kind: ActionKind::Corrective,
            priority: Priority::High,
            owner,
            due: chrono::NaiveDate::from_ymd_opt(2026, 4, 15),
            proof_wanted: "Bildschirmfoto der Warnregel".into(),
            must: true,
        },
        state,
    };
    view.recommendations = vec![
        recommendation(61, "Zertifikate überwachen", None, RecommendationState::Open),
        recommendation(
            62,
            "TTL der DNS-Einträge auf 300 s senken",
            Some(MIA),
            RecommendationState::Done { at: at("16:00"), proof: "Zonendatei 2026-03-03".into() },
        ),
    ];
    view.recommendations[1].moves = vec![RecommendationMove {
        from: "2026-04-01".parse().unwrap(),
        reason: "Sperrzeit zum Quartalsende".into(),
        by: JOERG,
        recorded: instant("17:10"),
    }];
    view.evidence = vec![Evidence {
        id: part(71),
        hash: BlobHash([0xab; 32]),
        name: "service-health-VT9Q-5XG.pdf".into(),
        size: 184_233,
        note: "Mitteilung des Anbieters".into(),
        at: Some(at("10:20")),
    }];
}

fn entries() -> Vec<Entry> {
    let entry = |number, kind, what, time: &str, recorded: &str| Entry {
        id: part(number),
        kind,
        what,
        occurred: at(time),
        recorded: instant(recorded),
        by: ANNA,
        corrected: vec![],
        withdrawn: None,
        outside: None,
    };
    let said = |text: &str| EntryWhat::Text(text.into());
    let happened = |code: &str, values: &[(&str, &str)]| EntryWhat::Happened {
        code: code.into(),
        values: values.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
    };
    let mut out = vec![
        entry(
            81,
            EntryKind::Milestone,
            happened("reported", &[("source", "word:source:monitoring")]),
            "09:14",
            "09:20",
        ),
        entry(
            82,
            EntryKind::Decision,
            happened(
                "emergencyDeclared",
                &[("person", &format!("person:{JOERG}")), ("text", "Ende nicht absehbar.")],
            ),
            "09:40",
            "09:41",
        ),
        Entry {
            corrected: vec![Stated {
                text: "Ursache ist der Lastverteiler.".into(),
                recorded: instant("09:58"),
                by: ANNA,
            }],
            ..entry(83, EntryKind::Status, said("Ursache ist das abgelaufene Zertifikat."), "09:55", "09:58")
        },
        entry(84, EntryKind::Action, said("DNS umgestellt."), "12:31", "13:40"),
        Entry {
            withdrawn: Some("gehört zu N-2026-005".into()),
            ..entry(85, EntryKind::Status, said("Drucker in Lyon offline."), "12:50", "12:51")
        },
    ];
    out.extend((0..40).map(|index| {
        let time = format!("13:{index:02}");
        entry(
            100 + index,
            EntryKind::Status,
            EntryWhat::Text(format!("Anmeldungen je Minute: {}", 100 + index * 7)),
            &time,
            &time,
        )
    }));
    out.push(entry(90, EntryKind::Milestone, happened("restored", &[]), "14:05", "14:06"));
    out
}

fn words_of(document: &Document) -> String {
    let mut out = String::new();
    let mut say = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => say(&text.words()),
            Block::List { items, .. } => items.iter().for_each(|text| say(&text.words())),
            Block::Pairs(pairs) => pairs.iter().for_each(|(name, value)| {
                let value: Vec<String> =
                    value.texts.iter().map(lotse::reports::document::Text::words).collect();
                say(&format!("{}: {}", name.words(), value.join(" / ")));
            }),
            Block::Table(table) => table.rows.iter().for_each(|row| match row {
                Row::Cells(cells) => {
                    let cells =
                        cells.iter().flat_map(|cell| &cell.texts).map(lotse::reports::document::Text::words);
                    say(&cells.collect::<Vec<_>>().join(" | "));
                }
                Row::Group(text) => say(&text.words()),
            }),
            Block::Figure(figure) => say(&figure.alternative),
            Block::Cover(_)
            | Block::Contents { .. }
            | Block::Signatures(_)
            | Block::Form(_)
            | Block::Together(_)
            | Block::NewPage => {}
        }
    }
    out
}

#[test]
fn a_full_record_prints_in_both_languages_as_pdf_a_2a_and_pdf_ua_1() {
    for (language, name) in [(Language::De, "full-de.pdf"), (Language::En, "full-en.pdf")] {
        let rendered = print(&spoken(full(), language)).unwrap();
        kept(name, &rendered.bytes);
        conforms(&rendered.bytes);
    }
}

#[test]
fn a_bare_record_prints_and_invents_nothing() {
    let facts = bare();
    let rendered = print(&facts).unwrap();
    kept("bare-de.pdf", &rendered.bytes);
    conforms(&rendered.bytes);
    let words = words_of(&document(&facts).unwrap());
    for line in [
        "Bis zum Wiederanlauf (RTA) | nicht erfasst",
        "Grundursachen: nicht erfasst",
        "Datenverlust: nicht erfasst",
    ] {
        assert!(words.contains(line), "{line} is missing in:\n{words}");
    }
}

#[test]
fn no_sentence_of_the_report_is_missing_in_either_language() {
    for language in [Language::De, Language::En] {
        for facts in [full(), bare()] {
            let document = document(&spoken(facts, language)).unwrap();
            let words = words_of(&document);
            for prefix in
                ["report-", "event-", "fact-", "milestone-", "duration-", "clock-", "entry-kind-", "{ $"]
            {
                let bare = words.lines().find(|line| line.contains(prefix));
                assert_eq!(bare, None, "{language:?}");
            }
        }
    }
}

#[test]
fn what_happened_is_said_in_the_words_of_the_language() {
    let words = words_of(&document(&full()).unwrap());
    for line in [
        "Erstes Ticket eröffnet | 03.03.2026, 09:16 MEZ | genau | ",
        "Vorfall erfasst, Quelle: Warnmeldung der Überwachung",
        "Notfall ausgerufen durch Dr. Jörg Weiß: Ende nicht absehbar.",
        "Bis zum Wiederanlauf (RTA) | 3\u{a0}h 36\u{a0}min | 03.03.2026, 09:05 MEZ",
        "Anteil betroffener Benutzer: 42,5\u{202f}%",
        "ohne Nacharbeit. [U+1F389]",
        "Größter Abstand zwischen zwei Nachrichten: 52\u{a0}min",
        "Nächste Statusaktualisierung | 03.03.2026, 10:20 MEZ | 03.03.2026, 10:42 MEZ | Überschritten",
    ] {
        assert!(words.contains(line), "{line} is missing in:\n{words}");
    }
}

#[test]
fn a_step_that_was_taken_back_is_struck_and_told_with_who_and_why() {
    let mut facts = full();
    let declared =
        facts.view.entries.iter_mut().find(
            |entry| matches!(&entry.what, EntryWhat::Happened { code, .. } if code == "emergencyDeclared"),
        );
    let declared = declared.unwrap();
    declared.withdrawn = Some("Im falschen Vorgang erfasst.".into());
    let values = [
        ("step", "word:takenStep:emergencyDeclared".to_owned()),
        ("was", declared.recorded.to_string()),
        ("person", format!("person:{ANNA}")),
        ("text", "Im falschen Vorgang erfasst.".to_owned()),
    ];
    let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let what = EntryWhat::Happened { code: "stepTakenBack".into(), values };
    let told = Entry { id: part(91), kind: EntryKind::Decision, what, withdrawn: None, ..declared.clone() };
    facts.view.entries.push(told);
    let words = words_of(&document(&facts).unwrap());
    for line in [
        "Zurückgezogen: Im falschen Vorgang erfasst.",
        "Zurückgenommen: „Notfall erklärt“, erfasst 03.03.2026, 09:41 MEZ durch Anna Berg: Im falschen Vorgang",
    ] {
        assert!(words.contains(line), "{line} is missing in:\n{words}");
    }
    let decided = "Über Eskalation entschieden | 03.03.2026, 09:40 MEZ | genau | Anna Berg, 03.03., 09:41";
    let before = words_of(&document(&full()).unwrap());
    assert!(before.contains(decided), "{decided} is missing in:\n{before}");
    assert!(!words.contains(decided), "what was taken back stands for no moment");
}

#[test]
fn the_caption_of_the_course_speaks_of_phases_only_where_some_are_drawn() {
    let caption = |facts: &PostIncidentFacts| {
        let blocks = document(facts).unwrap().blocks.into_iter();
        let mut captions = blocks.filter_map(|block| match block {
            Block::Figure(figure) => Some(figure.caption.words()),
            _ => None,
        });
        captions.find(|caption| caption.starts_with("Verlauf")).unwrap()
    };
    assert!(caption(&full()).contains("Phasen"));
    let mut bare = full();
    bare.view.path.clear();
    for held in &mut bare.view.milestones {
        if matches!(held.milestone, Milestone::Restored | Milestone::Running) {
            held.moment = None;
        }
    }
    assert!(!caption(&bare).contains("Phasen"));
}

#[test]
fn one_entry_is_not_counted_as_several() {
    let captions = |entries: usize| {
        let mut facts = full();
        facts.view.entries.truncate(entries);
        let blocks = document(&facts).unwrap().blocks.into_iter();
        let captions = blocks.filter_map(|block| match block {
            Block::Table(table) => table.caption.map(|caption| caption.words()),
            _ => None,
        });
        captions.collect::<Vec<_>>().join(" | ")
    };
    assert!(captions(1).contains("Ein Eintrag"), "{}", captions(1));
    assert!(captions(2).contains("2 Einträge in der Reihenfolge"), "{}", captions(2));
}

#[test]
fn what_was_undone_is_said_in_words_wherever_a_reason_stands() {
    for (language, said) in [(Language::De, "rückgängig gemacht"), (Language::En, "undone")] {
        let mut facts = spoken(full(), language);
        let view = &mut facts.view;
        view.team[0].handover = Some(UNDONE.to_owned());
        view.team[0].until = Some(at("12:00"));
        view.entries[0].withdrawn = Some(UNDONE.to_owned());
        view.recommendations[0].state = RecommendationState::Dropped { reason: UNDONE.to_owned() };
        let values = [("until", ""), ("was", "2026-03-03T09:00:00Z"), ("text", UNDONE)];
        let values = values.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let what = EntryWhat::Happened { code: "waitingLimitTakenAway".into(), values };
        let limit = Entry {
            id: part(92),
            kind: EntryKind::Decision,
            what,
            withdrawn: None,
            ..view.entries[0].clone()
        };
        view.entries.push(limit);
        let words = words_of(&document(&facts).unwrap());
        assert_eq!(words.matches(said).count(), 4, "{words}");
        for code in ["word:", "person:"].into_iter().chain((language == Language::De).then_some(UNDONE)) {
            assert!(!words.contains(code), "{code} stands in:\n{words}");
        }
    }
}

#[test]
fn a_correction_stands_beside_the_struck_text() {
    let document = document(&full()).unwrap();
    let struck: Vec<String> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(&table.rows),
            _ => None,
        })
        .flatten()
        .filter_map(|row| match row {
            Row::Cells(cells) => Some(cells),
            Row::Group(_) => None,
        })
        .flatten()
        .flat_map(|cell| &cell.texts)
        .filter(|text| text.runs.iter().any(|run| run.struck))
        .map(lotse::reports::document::Text::words)
        .collect();
    assert_eq!(struck, ["Ursache ist der Lastverteiler.", "Drucker in Lyon offline."]);
}

#[test]
fn an_issued_report_bears_number_version_and_no_draft_mark() {
    let imprint = Imprint {
        author: None,
        reviewer: Some(MIA),
        confidentiality: Some(Confidentiality::Confidential),
        distribution: "Geschäftsführung; Team Wiederherstellung".into(),
        changes: "Beginn der Störung nach Auswertung der Protokolle berichtigt.".into(),
    };
    let issue = Some(Issue { number: "B-2026-003".into(), version: 2, approver: JOERG, imprint });
    let mut facts = full();
    facts.edition.issue = issue;
    let document = document(&facts).unwrap();
    assert_eq!(document.running.right, "B-2026-003, Fassung 2 · Vertraulich");
    let printed = format!("{:?}", document.blocks);
    for said in
        ["Mia Tóth", "Geschäftsführung; Team Wiederherstellung", "nach Auswertung der Protokolle berichtigt"]
    {
        assert!(printed.contains(said), "{said}");
    }
    assert_eq!(document.running.draft, None);
    let signed = document.blocks.iter().any(|block| match block {
        Block::Signatures(lines) => lines.iter().any(|line| line.name == "Dr. Jörg Weiß"),
        _ => false,
    });
    assert!(signed);
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    assert_eq!(print(&full()).unwrap().bytes, print(&full()).unwrap().bytes);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_people_write_can_be_printed(texts in proptest::collection::vec(proptest::prelude::any::<String>(), 6)) {
        let mut facts = full();
        let view = &mut facts.view;
        view.title.clone_from(&texts[0]);
        view.entries[2].what = EntryWhat::Text(texts[1].clone());
        view.tickets[0].link = Some(texts[2].clone());
        view.provider.tracking_ids = vec![texts[3].clone()];
        view.facts[1].text.clone_from(&texts[4]);
        view.people.insert(ANNA, texts[5].clone());
        conforms(&print(&facts).unwrap().bytes);
    }
}

#[test]
fn a_recommended_action_that_was_moved_says_from_where_by_whom_and_why() {
    for (language, told) in [
        (Language::De, "Termin verschoben, zuerst 01.04.2026 (Dr. Jörg Weiß): Sperrzeit zum Quartalsende"),
        (Language::En, "Date moved, at first 01 Apr 2026 (Dr. Jörg Weiß): Sperrzeit zum Quartalsende"),
    ] {
        let words = words_of(&document(&spoken(full(), language)).unwrap()).replace('\u{a0}', " ");
        assert!(words.contains(told), "{told} is missing in:\n{words}");
    }
}
