//! Step sheets of action plans and tests.

use lotse::app::{Answer, App, Question};
use lotse::domain::Command;
use lotse::domain::drill::{self, Arrangement, Outcome, Phase, StepState, Trigger, When};
use lotse::domain::organisation::Language;
use lotse::domain::plan::{
    self, DrillKind, PlanAbout, PlanContent, PlanObjective, PlanStep, Seat, ServiceTarget, Stage, step_code,
};
use lotse::ids::{PartId, PersonId, RecordRef, StreamId, TeamId};
use lotse::queries::views::{DrillView, PlanView};
use lotse::reports::plan_steps::{PlanStepsFacts, document};
use lotse::time::{Length, Moment, Zone};

use super::{asked, conforms, extracted, give, kept, now, organisation, speaks, year};

fn plan(app: &App, record: RecordRef) -> Box<PlanView> {
    let Answer::Plan(view) = app.query(&Question::Plan { record, by: None }, now()).unwrap() else {
        unreachable!("a plan answers");
    };
    view
}

fn test(app: &App, record: RecordRef) -> Box<DrillView> {
    let question = Question::Drill { record, by: None, tick: None };
    let Answer::Drill(view) = app.query(&question, now()).unwrap() else {
        unreachable!("a test answers");
    };
    view
}

/// Who bears this name.
pub fn person(app: &App, name: &str) -> PersonId {
    organisation(app).people.iter().find(|person| person.name.as_deref() == Some(name)).unwrap().id
}

/// The team that carries changes out.
pub fn team(app: &App) -> TeamId {
    organisation(app).teams.iter().find(|team| team.name == "Bereitstellungsteam").unwrap().id
}

fn step(number: &str, title: &str, after: &[usize], instruction: &str) -> PlanStep {
    let place: usize = number.parse().unwrap();
    PlanStep {
        id: PartId(uuid::Uuid::from_u128(0x0190_b5f0_7c3e_7cc8 + place as u128)),
        number: number.into(),
        title: title.into(),
        instruction: instruction.into(),
        role: if place.is_multiple_of(2) { "Bereitstellungsteam" } else { "Übungsleitung" }.into(),
        planned_minutes: (place != 7).then_some(10 + 5 * u32::try_from(place).unwrap()),
        depends_on: after
            .iter()
            .map(|at| PartId(uuid::Uuid::from_u128(0x0190_b5f0_7c3e_7cc8 + *at as u128)))
            .collect(),
        counted: place > 1,
        expected: "Der Dienst antwortet aus der zweiten Region; ein Testdruck kommt an.".into(),
        evidence: if place == 3 { "Bildschirmfoto der Umschaltung mit Uhrzeit" } else { "" }.into(),
        stop_rule: if place == 4 { "Nach 45 Minuten ohne Erfolg abbrechen und zurückschalten." } else { "" }
            .into(),
    }
}

/// A plan as a team writes one.
fn region(app: &App) -> PlanContent {
    let (jonas, petra, deniz) =
        (person(app, "Jonas Keller"), person(app, "Petra Lindner"), person(app, "Deniz Aydın"));
    let seat = |role: &str, person, deputy| Seat { role: role.into(), person: Some(person), deputy };
    let service = organisation(app).services[0].id;
    let objective = |id: u128, text: &str, criterion: &str| PlanObjective {
        id: PartId(uuid::Uuid::from_u128(id)),
        text: text.into(),
        criterion: criterion.into(),
    };
    let about = PlanAbout {
        title: "Ausfall der Region West Europe mit Umschaltung".into(),
        kind: DrillKind::FunctionTest,
        scenario: "Region West Europe fällt aus".into(),
        background: "Die Region fällt am späten Abend aus; der Anbieter nennt **keine** voraussichtliche Zeit. Risiko R-12, BIA Abschnitt 4.2.".into(),
        scope: "Etikettendruck und Anmeldung in der Produktivumgebung zweier Testmandanten.".into(),
        limits: "Keine Kundendaten, keine Änderung an der Abrechnung.".into(),
        stop_rules: "Der Test wird abgebrochen, sobald ein echter Notfall beginnt oder Kundendaten betroffen sind.".into(),
        assumptions: String::new(),
        missing: vec![],
        services: vec![ServiceTarget {
            service,
            rto_minutes: Some(240),
            rpo_minutes: Some(15),
            starts_with: "Region abgeschaltet".into(),
            ends_with: "Testdruck kommt an".into(),
        }],
        objectives: vec![
            objective(1, "Der Druck läuft aus der zweiten Region.", "Testdruck innerhalb von vier Stunden"),
            objective(2, "Die Vertretung führt ohne die Übungsleitung.", "Keine Rückfrage an die Übungsleitung"),
        ],
        seats: vec![
            seat("Übungsleitung", petra, None),
            seat("Bereitstellungsteam", jonas, Some(deniz)),
        ],
    };
    PlanContent { about, steps: region_steps() }
}

fn region_steps() -> Vec<PlanStep> {
    vec![
        step(
            "1",
            "Teilnehmende begrüßen und Regeln erklären",
            &[],
            "Alle Rollen sind besetzt; Vertretungen sind da.",
        ),
        step(
            "2",
            "Region abschalten",
            &[1],
            "1. Verkehr umleiten\n2. Instanzen anhalten\n3. Abschaltung im Protokoll vermerken",
        ),
        step(
            "3",
            "Namensauflösung umstellen",
            &[2],
            "Im Portal die Zone `loftware.example` öffnen und den Eintrag auf North Europe setzen.",
        ),
        step(
            "4",
            "Datenbank aus der Sicherung wiederherstellen",
            &[2],
            "Die **jüngste** Sicherung nehmen und den Stand der Daten notieren.\n\n- Prüfsumme vergleichen\n- Zeilen zählen",
        ),
        step("5", "Anwendung starten", &[3, 4], "Zuerst die Anmeldung, dann den Druckdienst."),
        step("6", "Testdruck auslösen", &[5], "Etikett 4711 an Drucker 12."),
        step("7", "Zurückschalten", &[6], "In umgekehrter Reihenfolge."),
        step(
            "8",
            "Testmittel entfernen",
            &[7],
            "Angelegte Instanzen und Zugänge löschen; Nachweis beilegen.",
        ),
    ]
}

/// That plan, written by one and approved by another.
pub fn approved(app: &App, anna: PersonId) -> Box<PlanView> {
    let opened = give(app, anna, None, Command::Plan(plan::Command::Open { content: region(app) })).unwrap();
    let record = Some(RecordRef::Id(opened.record));
    give(app, anna, record, Command::Plan(plan::Command::Submit {})).unwrap();
    give(app, person(app, "Mira Seidel"), record, Command::Plan(plan::Command::Approve { version: 1 }))
        .unwrap();
    plan(app, RecordRef::Id(opened.record))
}

fn at(minutes: i64) -> Moment {
    Moment::exact(now().plus(Length::minutes(minutes)), "Europe/Berlin".parse::<Zone>().unwrap())
}

/// A test that is scheduled for the evening before.
pub fn scheduled(app: &App, anna: PersonId, plan: &PlanView) -> StreamId {
    let others: Vec<PersonId> =
        organisation(app).people.iter().map(|person| person.id).filter(|id| *id != anna).collect();
    let arrangement = Arrangement {
        place: "Besprechungsraum 4 und Telefonkonferenz".into(),
        environment: "Wiederherstellungsumgebung North Europe".into(),
        sponsor: None,
        lead: anna,
        observers: vec![others[0]],
        participants: others
            .iter()
            .skip(1)
            .take(3)
            .map(|person| drill::Participant {
                person: *person,
                role: "Bereitstellungsteam".into(),
                deputy_for: None,
                present: None,
            })
            .collect(),
        third_parties: "Rechenzentrumsdienstleister (Rufbereitschaft)".into(),
    };
    let command = drill::Command::Schedule {
        title: String::new(),
        plan: plan.id,
        version: plan.approved.unwrap(),
        unapproved: String::new(),
        trigger: Trigger::Yearly,
        occasion: String::new(),
        planned: at(-900),
        until: Some(at(-600)),
        arrangement,
    };
    give(app, anna, None, Command::Drill(command)).unwrap().record
}

#[test]
fn the_sheets_of_a_plan_print_every_step_with_its_code_whole_and_always_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let held = approved(&app, anna);
    let version = held.versions.iter().find(|version| Some(version.number) == held.approved).unwrap();
    assert!(version.content.steps.len() > 3);
    for (language, name, words) in [
        (Language::De, "de", ["Freigegeben von", "Abbruchregeln", "Begonnen", "Fehlgeschlagen", "Test Nr."]),
        (Language::En, "en", ["Approved by", "Stop rules", "Begun", "Failed", "Test no."]),
    ] {
        let asked = asked(language, anna);
        let bytes = app.plan_steps(RecordRef::Id(held.id), None, &asked).unwrap();
        kept(&format!("plan-{name}.pdf"), &bytes);
        conforms(&bytes);
        assert_eq!(app.plan_steps(RecordRef::Id(held.id), None, &asked).unwrap(), bytes);
        let reader = app.workspace().reader().unwrap();
        let facts = PlanStepsFacts::of_plan(&reader, RecordRef::Id(held.id), None, &asked).unwrap();
        let whole = document(&facts).unwrap();
        speaks(&whole);
        assert_eq!(whole.running.draft, None);
        let text = extracted(&bytes).concat();
        for word in words {
            assert!(text.contains(word), "{word} is not in\n{text}");
        }
        for step in &version.content.steps {
            assert!(text.contains(&step_code(step)), "{} is not in\n{text}", step_code(step));
        }
        assert!(!text.contains("ENTWURF") && !text.contains("DRAFT"));
    }
}

#[test]
fn the_sheets_of_a_version_that_nobody_approved_say_that_it_is_a_draft() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let held = approved(&app, anna);
    let record = Some(RecordRef::Id(held.id));
    let begin = plan::Command::BeginVersion { reason: "Neue Region".into() };
    give(&app, anna, record, Command::Plan(begin)).unwrap();
    let newest = plan(&app, RecordRef::Id(held.id)).versions[0].number;
    let bytes = app.plan_steps(RecordRef::Id(held.id), Some(newest), &asked(Language::De, anna)).unwrap();
    conforms(&bytes);
    let text = extracted(&bytes).concat();
    assert!(text.contains("ENTWURF") && text.contains("Diese Fassung ist nicht freigegeben"), "{text}");
    // Without a version the one that holds is printed, whatever is written meanwhile.
    let holds = app.plan_steps(RecordRef::Id(held.id), None, &asked(Language::De, anna)).unwrap();
    assert!(!extracted(&holds).concat().contains("ENTWURF"));
    assert!(app.plan_steps(RecordRef::Id(held.id), Some(99), &asked(Language::De, anna)).is_err());
}

#[test]
fn the_codes_on_the_sheets_of_a_test_are_those_by_which_its_steps_are_entered() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let held = approved(&app, anna);
    let record = RecordRef::Id(scheduled(&app, anna, &held));
    let number = test(&app, record).number;
    for (language, name) in [(Language::De, "de"), (Language::En, "en")] {
        let bytes = app.test_steps(record, &asked(language, anna)).unwrap();
        kept(&format!("test-{name}.pdf"), &bytes);
        conforms(&bytes);
        let reader = app.workspace().reader().unwrap();
        speaks(
            &document(&PlanStepsFacts::of_test(&reader, record, &asked(language, anna)).unwrap()).unwrap(),
        );
    }
    let bytes = app.test_steps(record, &asked(Language::De, anna)).unwrap();
    let text = extracted(&bytes).concat();
    for wanted in [number.as_str(), "Besprechungsraum 4", "Anna Berg", "Rechenzentrumsdienstleister"] {
        assert!(text.contains(wanted), "{wanted} is not in\n{text}");
    }
    let order = |command| give(&app, anna, Some(record), Command::Drill(command));
    order(drill::Command::Start { guide: None, when: When { at: Some(at(-900)), tick: None } }).unwrap();
    let codes = codes(&text);
    let view = test(&app, record);
    assert_eq!(codes, view.steps.iter().map(|step| step.code.clone()).collect::<Vec<_>>());
    for (minute, code) in (0_i64..).zip(&codes) {
        let enter = drill::Command::EnterStep {
            code: code.to_lowercase(),
            begun: Some(at(-890 + 10 * minute)),
            ended: at(-885 + 10 * minute),
            outcome: Outcome::Passed,
            text: String::new(),
            person: None,
            despite: String::new(),
        };
        order(enter).unwrap();
    }
    let ended = When { at: Some(at(-300)), tick: None };
    order(drill::Command::End { when: ended }).unwrap();
    let view = test(&app, record);
    assert_eq!(view.phase, Phase::Ended);
    assert!(view.steps.iter().all(|step| step.state == StepState::Passed));
    // What was frozen is printed, also when it is over.
    assert!(
        extracted(&app.test_steps(record, &asked(Language::De, anna)).unwrap()).concat().contains(&codes[0])
    );
}

/// Every code that stands on the sheets, in their order.
fn codes(text: &str) -> Vec<String> {
    let after = text.split("Code").skip(1);
    let code = |part: &str| part.split_whitespace().next().unwrap_or_default().to_owned();
    let is_code = |word: &String| word.rsplit_once('-').is_some_and(|(_, signs)| signs.len() == 4);
    after.map(code).filter(is_code).collect()
}

#[test]
fn a_go_bag_holds_the_sheets_of_every_approved_plan() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    approved(&app, anna);
    let mut content = region(&app);
    content.about.title = "Noch nicht fertig".into();
    give(&app, anna, None, Command::Plan(plan::Command::Open { content })).unwrap();
    let bag = app.go_bag(&asked(Language::De, anna)).unwrap();
    let Answer::Plans(page) = app.query(&Question::Plans(Box::default()), now()).unwrap() else {
        unreachable!("plans answer");
    };
    let sheets: Vec<&str> =
        bag.files.iter().map(|file| file.name.as_str()).filter(|name| name.contains("zu K-")).collect();
    let wanted = page.items.iter().filter(|row| row.approved.is_some()).count();
    assert_eq!(sheets.len(), wanted, "{sheets:?}");
    assert!(!sheets.iter().any(|name| name.contains("Noch nicht fertig")), "{sheets:?}");
    bag.files.iter().filter(|file| file.name.contains("zu K-")).for_each(|file| conforms(&file.bytes));
}

/// The codes of the steps of the version that holds.
pub fn steps_of(plan: &PlanView) -> Vec<String> {
    let held = plan.versions.iter().find(|version| Some(version.number) == plan.approved).unwrap();
    held.content.steps.iter().map(step_code).collect()
}

/// Titles, instructions and names as long as people make them.
#[test]
fn long_words_and_texts_of_every_kind_stay_on_their_sheets() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let mut content = region(&app);
    let word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    content.about.background =
        format!("## Lage\n\n{word} fällt aus.\n\n- eins\n- zwei\n\n| a | b |\n|---|---|\n| 1 | 2 |");
    content.about.stop_rules = format!("{word} und mehr. ").repeat(6);
    for (at, step) in content.steps.iter_mut().enumerate() {
        step.title = format!("{word} {}", step.title);
        step.instruction = format!(
            "### Vorher\n\n1. Zugang prüfen\n2. `lotse verify`\n\n> Achtung\n\n{}",
            "Viel zu tun. ".repeat(at * 60)
        );
        step.expected = word.repeat(2);
        step.stop_rule = "Nach 30 Minuten ohne Erfolg abbrechen und die Leitung verständigen.".into();
        step.evidence = "Bildschirmfoto der Umschaltung mit Uhrzeit".into();
    }
    let record = give(&app, anna, None, Command::Plan(plan::Command::Open { content })).unwrap().record;
    for (language, name) in [(Language::De, "de"), (Language::En, "en")] {
        let bytes = app.plan_steps(RecordRef::Id(record), None, &asked(language, anna)).unwrap();
        kept(&format!("long-plan-{name}.pdf"), &bytes);
        conforms(&bytes);
    }
    assert_eq!(plan(&app, RecordRef::Id(record)).versions[0].stage, Stage::Draft);
}
