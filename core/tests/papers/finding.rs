//! A finding on paper.

use lotse::app::{App, Bytes};
use lotse::domain::Command;
use lotse::domain::finding::{
    self, Concern, Confirmed, Details, DueMoved, EffectWatch, Kind, Origin, Phase, Proof, Same, Setback,
    SetbackKind,
};
use lotse::domain::incident::CauseClass;
use lotse::domain::organisation::{Language, Role};
use lotse::ids::{PersonId, RecordRef, StreamId};
use lotse::reports::finding::{FindingFacts, document, gather, print};
use lotse::reports::frame::PaperAsked;
use lotse::time::{Instant, Length, Moment};

use super::{
    asked, conforms, day, extracted, kept, now, order, organisation, said, there, whole_paper, with_role,
    year,
};

fn facts(app: &App, record: RecordRef, asked: &PaperAsked) -> FindingFacts {
    gather(&app.workspace().reader().unwrap(), record, asked).unwrap()
}

/// What the paper says; no sentence of it is missing.
fn words(facts: &FindingFacts) -> String {
    let words = said(&document(facts).unwrap());
    for prefix in ["finding-", "findings-", "change-", "changes-", "setback-", "report-", "cause-", "{ $"] {
        assert!(!words.contains(prefix), "{prefix} in:\n{words}");
    }
    words
}

#[test]
fn r29_a_finding_on_paper_tells_its_action_and_the_changes_that_came_from_it_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let record: RecordRef = "F-2026-001".parse().unwrap();
    for (language, lines) in [
        (
            Language::De,
            [
                "Feststellung: F-2026-001",
                "Herkunft: Test T-2026-001",
                "Art: Nebenabweichung",
                "Ursache: nicht erfasst",
                "Kein Termin wurde verschoben.",
                "A-2026-001 | ",
                "Kein Risiko wird getragen.",
                "Nichts warf die Maßnahme zurück.",
                "Noch ist die Wirkung nicht nachgewiesen.",
                "Schlussbemerkung: nicht erfasst",
            ],
        ),
        (
            Language::En,
            [
                "Finding: F-2026-001",
                "Origin: Test T-2026-001",
                "Kind: Minor deviation",
                "Cause: not recorded",
                "No due date was moved.",
                "A-2026-001 | ",
                "No risk is borne.",
                "Nothing threw the action back.",
                "The effect is not proved yet.",
                "Closing note: not recorded",
            ],
        ),
    ] {
        let facts = facts(&app, record, &asked(language, anna));
        let words = words(&facts);
        there(&words, &lines);
        let done = facts.finding.implementation.as_ref().unwrap();
        let checked = done.checked.as_ref().unwrap();
        assert_ne!(done.person, checked.by, "another person checked it");
        for person in [done.person, checked.by] {
            there(&words, &[&facts.finding.people[&person]]);
        }
        let way = [Phase::Open, Phase::Accepted, Phase::InProgress, Phase::Implemented];
        assert!(way.iter().all(|phase| facts.finding.path.iter().any(|passed| passed.phase == *phase)));
        let question = Bytes::Finding { record, asked: asked(language, anna) };
        let pages = whole_paper(&app, &question, &format!("finding-{}.pdf", lotse::words::word(&language)));
        for page in &pages {
            there(page, &["F-2026-001", &facts.frame.head.hash]);
        }
        there(&pages.concat(), &["Anna Berg", "A-2026-001", "T-2026-001"]);
    }
}

#[test]
fn what_was_raised_by_hand_says_of_everything_else_that_nobody_recorded_it() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let raise = finding::Command::Raise {
        origin: Origin::Hand,
        title: "Rufliste veraltet".into(),
        kind: Kind::Observation,
        details: Details::default(),
        owner: None,
        due: None,
    };
    let record = order(&app, anna, None, Command::Finding(raise));
    let facts = facts(&app, RecordRef::Id(record), &asked(Language::De, anna));
    let words = words(&facts);
    for field in
        ["Was ist aufgefallen?", "Verantwortlich", "Fällig am", "Gewünschte Maßnahme", "Ursprünglich fällig"]
    {
        there(&words, &[&format!("{field}: nicht erfasst")]);
    }
    there(
        &words,
        &["Herkunft: Von Hand\n", "Noch hat niemand die Umsetzung gemeldet.", "Noch keine Änderung."],
    );
    let bytes = print(&facts).unwrap().bytes;
    kept("finding-by-hand.pdf", &bytes);
    conforms(&bytes);
}

#[test]
fn a_risk_that_is_borne_names_its_approver_and_its_end_and_after_that_the_finding_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let raise = finding::Command::Raise {
        origin: Origin::Hand,
        title: "Zweite Region ohne Reserve".into(),
        kind: Kind::Major,
        details: Details::default(),
        owner: None,
        due: None,
    };
    let record = RecordRef::Id(order(&app, anna, None, Command::Finding(raise)));
    let approver = with_role(&app, Role::Management, anna);
    let reason = "Der Umbau ist für März bestellt.".to_owned();
    let accept = finding::Command::AcceptRisk { until: day("2026-12-15"), reason };
    let RecordRef::Id(stream) = record else { unreachable!("an id") };
    order(&app, approver, Some(stream), Command::Finding(accept));
    let today = words(&facts(&app, record, &asked(Language::De, anna)));
    let name =
        organisation(&app).people.into_iter().find(|person| person.id == approver).unwrap().name.unwrap();
    there(
        &today,
        &[
            "Stand: Risiko akzeptiert",
            &format!("Getragen von: {name} / 22.11.2026"),
            "Bis: 15.12.2026",
            "Begründung: Der Umbau ist für März bestellt.",
        ],
    );
    let later = PaperAsked { at: now().plus(Length::minutes(60 * 24 * 40)), ..asked(Language::De, anna) };
    let later = words(&facts(&app, record, &later));
    there(
        &later,
        &["Stand: Offen", "Das akzeptierte Risiko endete am 15.12.2026. Die Feststellung ist wieder offen."],
    );
}

/// A finding to which everything happened, with texts that fill pages.
fn crowded(app: &App, anna: PersonId, language: Language) -> FindingFacts {
    let mut facts = facts(app, "F-2026-001".parse().unwrap(), &asked(language, anna));
    let instant = |time: &str| -> Instant { time.parse().unwrap() };
    let at = |time: &str| Moment::exact(instant(time), "Europe/Berlin".parse().unwrap());
    let long = "Die Datenbankumschaltungsvorbereitungsprüfung bleibt bei offenen Verbindungen hängen; die \
                Wiederherstellungszeitüberschreitung trifft auch Schnittstellen zu Lagerverwaltungssystemen zweimal. ";
    let prose = format!("{}\n\n{}", long.repeat(6), long.repeat(9));
    let view = &mut facts.finding;
    let emergency = |same| Proof::Incident {
        incident: StreamId(uuid::Uuid::from_u128(9)),
        number: "N-2026-008".parse().unwrap(),
        at: at("2026-10-03T04:00:00Z"),
        same,
    };
    let test = Proof::Drill {
        drill: StreamId(uuid::Uuid::from_u128(10)),
        number: "T-2026-002".parse().unwrap(),
        at: at("2026-11-20T18:00:00Z"),
        same: Same::Step,
    };
    view.cited.insert(
        emergency(Same::Cause).record(),
        ("N-2026-008".into(), "Druck in West Europe gestört".into()),
    );
    view.cited.insert(test.record(), ("T-2026-002".into(), "Ausfall der Region West Europe".into()));
    view.details = Details {
        description: prose.clone(),
        concerns: Concern {
            services: organisation(app).services.iter().map(|service| service.id).collect(),
            cause_class: Some(CauseClass::Configuration),
            cause: long.into(),
            ..view.details.concerns.clone()
        },
        action: prose.clone(),
        proof_wanted: long.into(),
        ..view.details.clone()
    };
    view.acceptance = long.into();
    if let Some(due) = &mut view.due {
        let (from, to) = (due.day, day("2026-11-30"));
        due.moves.push(DueMoved { from, to, reason: long.into(), by: anna, recorded: now() });
        due.day = to;
    }
    let setback = |kind, proof, implementation| Setback {
        kind,
        reason: prose.clone(),
        proof,
        implementation,
        by: anna,
        recorded: instant("2026-10-05T08:00:00Z"),
    };
    view.setbacks = vec![
        setback(SetbackKind::FailedAgain, Some(emergency(Same::Cause)), view.implementation.clone()),
        setback(SetbackKind::RiskEnded, None, None),
    ];
    view.watch = Some(EffectWatch { expected: Some(day("2026-12-31")), note: long.into() });
    view.effect = Some(Confirmed { proof: test, note: prose.clone(), by: anna, recorded: now() });
    view.closing = prose.clone();
    (view.phase, view.phase_today) = (Phase::Closed, Phase::Closed);
    facts
}

#[test]
fn proof_setbacks_and_moved_days_name_records_and_people_and_long_texts_go_over_pages() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    for (language, name, lines) in [
        (
            Language::De,
            "de",
            [
                "Nachweis der Wirkung: Test T-2026-002: Ausfall der Region West Europe / 20.11.2026, 19:00 MEZ, derselbe Schritt (",
                "Bestätigt von Anna Berg, 22.11.2026, 11:14 MEZ",
                "Erneut aufgetreten / Notfall N-2026-008: Druck in West Europe gestört / 03.10.2026, 06:00 MESZ, dieselbe Ursache (Konfiguration)",
                "Bis dahin gemeldet: ",
                "Was geschah: Risiko nicht länger getragen\n",
                "Jetzt fällig: 30.11.2026",
                "Ursprünglich fällig: 14.08.2026",
                "14.08.2026 | 30.11.2026 | ",
                "Nachweis erwartet bis: 31.12.2026",
            ],
        ),
        (
            Language::En,
            "en",
            [
                "Proof of effect: Test T-2026-002: Ausfall der Region West Europe / 20 Nov 2026, 19:00 CET, the same step (",
                "Confirmed by Anna Berg, 22 Nov 2026, 11:14 CET",
                "Failed again / Emergency N-2026-008: Druck in West Europe gestört / 03 Oct 2026, 06:00 CEST, the same cause (Configuration)",
                "Reported until then: ",
                "What happened: Risk no longer borne\n",
                "Due now: 30 Nov 2026",
                "Due at first: 14 Aug 2026",
                "14 Aug 2026 | 30 Nov 2026 | ",
                "Proof expected by: 31 Dec 2026",
            ],
        ),
    ] {
        let facts = crowded(&app, anna, language);
        there(&words(&facts), &lines);
        let rendered = print(&facts).unwrap();
        kept(&format!("finding-crowded-{name}.pdf"), &rendered.bytes);
        conforms(&rendered.bytes);
        assert!(rendered.pages > 3, "{} pages", rendered.pages);
        let text = extracted(&rendered.bytes).concat();
        assert!(text.matches("zweimal").count() > 80, "{}", text.matches("zweimal").count());
    }
}
