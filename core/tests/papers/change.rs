//! A change request on paper.

use lotse::app::{App, Bytes};
use lotse::domain::Command;
use lotse::domain::change::{
    self, Answer, AnswerKept, Answered, CapabilityElement, Deferral, Delegation, KeptWhy, NewVersion, Origin,
    Outside, Phase, RiskAccepted, Stopped, Text, Way,
};
use lotse::domain::organisation::{Language, Role};
use lotse::ids::{PartId, PersonId, RecordRef};
use lotse::reports::change::{ChangeFacts, document, gather, print};
use lotse::time::Instant;

use super::{
    asked, conforms, day, extracted, kept, now, order, organisation, said, there, whole_paper, with_role,
    year,
};

fn part(number: u128) -> PartId {
    PartId(uuid::Uuid::from_u128(number))
}

fn facts(app: &App, number: &str, language: Language, by: PersonId) -> ChangeFacts {
    let reader = app.workspace().reader().unwrap();
    gather(&reader, number.parse().unwrap(), &asked(language, by)).unwrap()
}

/// What the paper says; no sentence of it is missing.
fn words(facts: &ChangeFacts) -> String {
    let words = said(&document(facts).unwrap());
    for prefix in [
        "change-", "changes-", "finding-", "report-", "paper-", "notice-", "notices-", "slip-", "kept-",
        "{ $",
    ] {
        assert!(!words.contains(prefix), "{prefix} in:\n{words}");
    }
    words
}

#[test]
fn r29_a_change_request_on_paper_tells_its_whole_way_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    for (language, lines) in [
        (
            Language::De,
            [
                "Änderungsantrag: A-2026-001",
                "Anlass: Feststellung F-2026-001",
                "Art: Korrekturmaßnahme",
                "Genehmigt | ",
                "Antwort: Anderer Termin: ",
                "ursprünglich 30.07.2026",
                "Notfalländerung: nein",
                "Betroffene Systeme: nicht erfasst",
                "Ticket in einem anderen System: CHG-2214",
            ],
        ),
        (
            Language::En,
            [
                "Change request: A-2026-001",
                "Origin: Finding F-2026-001",
                "Kind: Corrective action",
                "Approved | ",
                "Answer: Another date: ",
                "originally 30 Jul 2026",
                "Emergency change: no",
                "Affected systems: not recorded",
                "Ticket in another system: CHG-2214",
            ],
        ),
    ] {
        let facts = facts(&app, "A-2026-001", language, anna);
        let words = words(&facts);
        there(&words, &lines);
        assert!(!facts.notices.is_empty(), "the sample told the team");
        for held in &facts.notices {
            there(&words, &[&held.number]);
        }
        let entered = |line: &&str| line.starts_with("Delegiert | ") || line.starts_with("Delegated | ");
        assert_eq!(words.lines().filter(entered).count(), 1, "{words}");
        let question = Bytes::Change { record: "A-2026-001".parse().unwrap(), asked: asked(language, anna) };
        let pages = whole_paper(&app, &question, &format!("change-{}.pdf", lotse::words::word(&language)));
        for page in &pages {
            there(page, &["A-2026-001", &facts.frame.head.hash]);
        }
        there(&pages.concat(), &["Anna Berg", "CHG-2214", "F-2026-001"]);
    }
}

#[test]
fn a_draft_says_of_everything_that_nobody_recorded_it() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let draft =
        change::Command::Draft { origin: Origin::Idea, title: "Rufliste".into(), wanted: "Prüfen".into() };
    let record = order(&app, anna, None, Command::Change(draft));
    let reader = app.workspace().reader().unwrap();
    let facts = gather(&reader, RecordRef::Id(record), &asked(Language::De, anna)).unwrap();
    let words = words(&facts);
    for field in
        ["Grund", "Risiko", "Priorität", "Art", "Kosten", "Rückfallplan", "Betroffene Teams", "Fällig"]
    {
        there(&words, &[&format!("{field}: nicht erfasst")]);
    }
    there(
        &words,
        &[
            "Anlass: Idee",
            "Noch nicht bewertet",
            "Noch nicht entschieden",
            "Noch nicht delegiert",
            "Noch nicht umgesetzt",
            "Noch keine Mitteilung dazu.",
            "Schlussbemerkung: nicht erfasst",
        ],
    );
    assert!(!words.contains("Was den Termin gesetzt"), "nobody set a day:\n{words}");
    let bytes = print(&facts).unwrap().bytes;
    kept("change-draft.pdf", &bytes);
    conforms(&bytes);
}

#[test]
fn an_emergency_change_says_that_it_began_unapproved_and_who_approved_it_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let deployment = with_role(&app, Role::DeploymentTeam, anna);
    let management = with_role(&app, Role::Management, anna);
    let title = "Zertifikat der Anmeldung sofort tauschen".to_owned();
    let wanted = "Das abgelaufene Zertifikat wird ersetzt.".to_owned();
    let draft = change::Command::Draft { origin: Origin::Idea, title: title.clone(), wanted: wanted.clone() };
    let record = order(&app, anna, None, Command::Change(draft));
    let text = Text { title, wanted, emergency: true, ..Text::default() };
    order(&app, anna, Some(record), Command::Change(change::Command::Describe(Box::new(text))));
    order(&app, deployment, Some(record), Command::Change(change::Command::Start { on: day("2026-11-21") }));
    let paper = || {
        let reader = app.workspace().reader().unwrap();
        words(&gather(&reader, RecordRef::Id(record), &asked(Language::De, anna)).unwrap())
    };
    there(
        &paper(),
        &["Notfalländerung: Die Umsetzung begann vor der Genehmigung und ist bisher nicht genehmigt."],
    );
    let decide = change::Command::Decide { id: part(1), approved: true, comment: "Es eilte.".into() };
    order(&app, management, Some(record), Command::Change(decide));
    let words = paper();
    there(
        &words,
        &["nachträglich genehmigt von Mira Seidel, 22.11.2026", "Genehmigt | Es eilte. | Mira Seidel"],
    );
    there(&words, &["In Umsetzung | 21.11.2026 | 22.11.2026"]);
}

const LONG: &str = "Die Zertifikatserneuerungsbenachrichtigungsweiterleitung der Kundenportalanmeldung meldet sich bei der \
     Rufbereitschaft, wenn sie zweimal scheiterte; Schnittstellen zu Lagerverwaltungssystemen sind betroffen. ";

/// Fifteen sentences in two paragraphs.
fn prose() -> String {
    format!("{}\n\n{}", LONG.repeat(6), LONG.repeat(9))
}

/// A request with every field filled in.
fn filled(app: &App, text: &Text) -> Text {
    let services = organisation(app).services.iter().map(|service| service.id).collect();
    Text {
        title: format!(
            "{} der Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            text.title
        ),
        wanted: prose(),
        observation: prose(),
        root_cause: LONG.into(),
        benefit: LONG.into(),
        success: LONG.into(),
        steps: "2.3 Anmeldung prüfen, 4.1 Zertifikate tauschen".into(),
        documents: "Wiederherstellungsleitfaden, Kommunikationsplan".into(),
        systems: "Zertifikatsverwaltung".into(),
        services,
        element: Some(CapabilityElement::Equipment),
        impact: LONG.into(),
        outage: "15 Minuten".into(),
        effort: "3 Personentage".into(),
        cost_minor: Some(1_234_500),
        currency: "EUR".into(),
        fallback: prose(),
        test_plan: LONG.into(),
        ..text.clone()
    }
}

/// What another organisation answered, by file.
fn refused(by: PersonId) -> Answered {
    let way = Way::File {
        organisation: "Rechenzentrumsbetrieb Nord GmbH".into(),
        number: "A-2026-044".into(),
        answered: "2026-07-16T09:00:00Z".parse().unwrap(),
        signer: "ab".repeat(32),
    };
    let answer = Answer::Refused { reason: LONG.into() };
    Answered { id: part(11), answer, way, by, recorded: "2026-07-16T10:00:00Z".parse().unwrap() }
}

/// A change request to which everything happened, with texts that fill pages.
fn crowded(app: &App, anna: PersonId, language: Language) -> ChangeFacts {
    let mut facts = facts(app, "A-2026-001", language, anna);
    let at = |time: &str| -> Instant { time.parse().unwrap() };
    let view = &mut facts.change;
    view.text = filled(app, &view.text);
    let first = Delegation {
        id: part(10),
        organisation: "Rechenzentrumsbetrieb Nord GmbH".into(),
        asked: day("2026-07-28"),
        note: prose(),
        recorded: at("2026-07-15T10:00:00Z"),
        answered: Some(refused(anna)),
        ..view.delegations[0].clone()
    };
    view.delegations.insert(0, first);
    view.kept = vec![AnswerKept { delegation: part(10), answered: refused(anna), why: KeptWhy::AskedAnew }];
    view.assessments.push(prose());
    let until = day("2026-12-31");
    view.risks = vec![RiskAccepted {
        id: part(12),
        reason: LONG.into(),
        until,
        by: anna,
        recorded: now(),
        alone: true,
    }];
    let (document, version) = ("Wiederherstellungsleitfaden".into(), "4.3".into());
    view.versions = vec![NewVersion { document, version, record: None, by: anna, recorded: now() }];
    let (until, reason, from) = (day("2026-07-20"), "Jahresendsperre".into(), Phase::Draft);
    view.deferrals = vec![Deferral { until, reason, from, by: anna, recorded: at("2026-07-15T12:00:00Z") }];
    view.implementations[0].record = prose();
    view.checks[0].result = prose();
    view.phase = Phase::Closed;
    view.stopped = Some(Stopped { note: prose(), from: Phase::TeamsInformed, by: anna, recorded: now() });
    facts
}

#[test]
fn long_texts_go_over_pages_and_nothing_of_them_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    for (language, name, lines) in [
        (
            Language::De,
            "de",
            [
                "Kosten: 12.345,00\u{a0}EUR",
                "ursprünglich 28.07.2026",
                "Ursprünglich fällig: 28.07.2026",
                "Gewünscht bis | 28.07.2026 | – | ",
                "Zurückgestellt | 20.07.2026 | Jahresendsperre | Anna Berg",
                "Rechenzentrumsbetrieb Nord GmbH, dort A-2026-044, am 16.07.2026",
                "Inzwischen neu delegiert",
                "Von einer Person allein entschieden",
                "Wiederherstellungsleitfaden | 4.3 | Anna Berg",
            ],
        ),
        (
            Language::En,
            "en",
            [
                "Cost: 12,345.00\u{a0}EUR",
                "originally 28 Jul 2026",
                "Due at first: 28 Jul 2026",
                "Wanted by | 28 Jul 2026 | – | ",
                "Deferred | 20 Jul 2026 | Jahresendsperre | Anna Berg",
                "Rechenzentrumsbetrieb Nord GmbH, there A-2026-044, on 16 Jul 2026",
                "Delegated anew since",
                "Decided by one person alone",
                "Wiederherstellungsleitfaden | 4.3 | Anna Berg",
            ],
        ),
    ] {
        let facts = crowded(&app, anna, language);
        there(&words(&facts), &lines);
        let rendered = print(&facts).unwrap();
        kept(&format!("change-crowded-{name}.pdf"), &rendered.bytes);
        conforms(&rendered.bytes);
        assert!(rendered.pages > 4, "{} pages", rendered.pages);
        let text = extracted(&rendered.bytes).concat();
        // Ten texts of fifteen sentences and the shorter ones; words at the end of a line may be divided.
        assert!(text.matches("zweimal").count() > 100, "{}", text.matches("zweimal").count());
    }
}

#[test]
fn what_came_from_another_workspace_says_whose_it_is_and_that_it_is_decided_there() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let receive = change::Command::Receive {
        outside: Outside {
            package: part(20),
            workspace: "cd".repeat(32),
            organisation: "Anlagenbau AG".into(),
            number: "A-2026-044".into(),
            team: "Netzbetrieb".into(),
            affected: "Kundenportal; Team Vertrieb".into(),
            signer: "ab".repeat(32),
        },
        text: Box::new(Text { title: "Leitung doppelt führen".into(), ..Text::default() }),
        asked: day("2026-12-15"),
        note: String::new(),
    };
    let record = order(&app, anna, None, Command::Change(receive));
    let reader = app.workspace().reader().unwrap();
    let facts = gather(&reader, RecordRef::Id(record), &asked(Language::De, anna)).unwrap();
    there(
        &words(&facts),
        &[
            "Anlass: Andere Arbeitsmappe / Von Anlagenbau AG, dort A-2026-044",
            "Entschieden von: Darüber entscheidet die andere Arbeitsmappe.",
            "Netzbetrieb",
            "Betroffen dort: Kundenportal; Team Vertrieb",
            "Fällig: 15.12.2026",
        ],
    );
    conforms(&print(&facts).unwrap().bytes);
}
