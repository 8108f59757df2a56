//! The hand-over slip of a change request.

use ed25519_dalek::SigningKey;
use lotse::app::{Answer, App, Question};
use lotse::domain::change::{self, Kind, Origin, Text};
use lotse::domain::incident::Priority;
use lotse::domain::organisation::Language;
use lotse::domain::{Command, code};
use lotse::ids::{PartId, PersonId, RecordRef, StreamId};
use lotse::queries::views::ChangeView;
use lotse::reports::handover_slip::{document, gather};

use super::steps::{person, team};
use super::{asked, conforms, extracted, give, kept, now, organisation as organised, speaks, year};

fn part(number: u128) -> PartId {
    PartId(uuid::Uuid::from_u128(number))
}

pub fn change(app: &App, record: StreamId) -> Box<ChangeView> {
    let question = Question::Change { record: RecordRef::Id(record), by: None };
    let Answer::Change(view) = app.query(&question, now()).unwrap() else {
        unreachable!("a change answers");
    };
    view
}

fn order(app: &App, by: PersonId, record: Option<StreamId>, command: change::Command) -> StreamId {
    give(app, by, record.map(RecordRef::Id), Command::Change(command)).unwrap().record
}

fn text(app: &App) -> Text {
    Text {
        title: "Zertifikate der Anmeldung selbsttätig erneuern".into(),
        wanted: "Die Zertifikate des Kundenportals werden dreißig Tage vor ihrem Ablauf selbsttätig erneuert und in allen \
                 Regionen verteilt.\n\nDie Erneuerung meldet sich bei der Rufbereitschaft, wenn sie zweimal scheiterte."
            .into(),
        reason: "Im Notfall N-2026-004 lief das Zertifikat unbemerkt ab; die Anmeldung stand 3 h 27 min.".into(),
        kind: Some(Kind::CorrectiveAction),
        priority: Some(Priority::High),
        steps: "2.3 Anmeldung prüfen, 4.1 Zertifikate tauschen".into(),
        systems: "Zertifikatsverwaltung, Portal-Gateway".into(),
        services: organised(app).services.iter().take(2).map(|service| service.id).collect(),
        teams: vec![team(app)],
        risk: "Eine fehlerhafte Erneuerung trifft alle Regionen zugleich.".into(),
        impact: "Anmeldung aller Mandanten".into(),
        fallback: "Das bisherige Zertifikat bleibt sieben Tage liegen und wird mit einem Befehl zurückgesetzt.".into(),
        test_plan: "Erneuerung in der Testumgebung mit Zertifikaten von 48 Stunden Laufzeit.".into(),
        ..Text::default()
    }
}

fn delegate(app: &App, id: u128) -> change::Command {
    change::Command::Delegate {
        id: part(id),
        team: team(app),
        person: None,
        organisation: "Rechenzentrumsbetrieb Nord GmbH".into(),
        asked: "2026-12-15".parse().unwrap(),
        note: "Bitte vor der Jahresendsperre.".into(),
    }
}

/// A change request that was approved and delegated.
pub fn delegated(app: &App, anna: PersonId) -> StreamId {
    let text = text(app);
    let draft = change::Command::Draft {
        origin: Origin::Idea,
        title: text.title.clone(),
        wanted: text.wanted.clone(),
    };
    let record = order(app, anna, None, draft);
    order(app, anna, Some(record), change::Command::Describe(Box::new(text)));
    order(app, anna, Some(record), change::Command::Submit {});
    order(app, anna, Some(record), change::Command::Assess { note: "Machbar".into() });
    let decide = change::Command::Decide { id: part(0x51), approved: true, comment: String::new() };
    order(app, person(app, "Mira Seidel"), Some(record), decide);
    order(app, anna, Some(record), delegate(app, 0x50));
    record
}

#[test]
fn a_slip_says_what_is_asked_bears_the_mark_of_its_package_and_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let record = delegated(&app, anna);
    let package = app.hand_over(RecordRef::Id(record), &SigningKey::from_bytes(&[7; 32]), now()).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let other = year(elsewhere.path()).0;
    let mark = other.look_at_handover(&package.bytes).unwrap().package;
    let code = change(&app, record).slip_code.clone().unwrap();
    for (language, name, words) in [
        (
            Language::De,
            "de",
            ["Übergabezettel", "Rückfallplan", "Zurückgegeben", "Unterschrift", "15.12.2026"],
        ),
        (Language::En, "en", ["Hand-over slip", "Fallback", "Given back", "Signature", "15 Dec 2026"]),
    ] {
        let asked = asked(language, anna);
        let bytes = app.slip(RecordRef::Id(record), &asked).unwrap();
        kept(&format!("slip-{name}.pdf"), &bytes);
        conforms(&bytes);
        assert_eq!(app.slip(RecordRef::Id(record), &asked).unwrap(), bytes);
        assert_eq!(lopdf::Document::load_mem(&bytes).unwrap().get_pages().len(), 1, "one page");
        let reader = app.workspace().reader().unwrap();
        speaks(&document(&gather(&reader, RecordRef::Id(record), None, &asked).unwrap()).unwrap());
        let text = extracted(&bytes).concat();
        for wanted in words.into_iter().chain([code.as_str(), "Bereitstellungsteam", "Jahresendsperre"]) {
            assert!(text.contains(wanted), "{wanted} is not in\n{text}");
        }
        let printed: String = text.split_whitespace().collect();
        assert!(printed.contains(&mark.replace(' ', "")), "{mark} is not in\n{text}");
    }
}

#[test]
fn the_code_of_a_slip_names_one_delegation_and_a_new_one_gets_another() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let record = delegated(&app, anna);
    let first = change(&app, record).slip_code.clone().unwrap();
    assert_eq!(first, code::code(&change(&app, record).number, part(0x50)));
    let plain = code::plain(&format!(" {} ", first.to_lowercase()));
    assert_eq!(code::parts(&plain), (change(&app, record).number.as_str(), code::signs(part(0x50))));
    order(&app, anna, Some(record), delegate(&app, 0x52));
    let second = change(&app, record).slip_code.clone().unwrap();
    assert_ne!(first, second);
    let paper = extracted(&app.slip(RecordRef::Id(record), &asked(Language::De, anna)).unwrap()).concat();
    assert!(paper.contains(&second) && !paper.contains(&first), "{paper}");
}

#[test]
fn a_slip_of_what_nobody_was_asked_yet_is_a_draft_without_a_code() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let draft =
        change::Command::Draft { origin: Origin::Idea, title: "Rufliste".into(), wanted: "Prüfen".into() };
    let record = order(&app, anna, None, draft);
    let bytes = app.slip(RecordRef::Id(record), &asked(Language::De, anna)).unwrap();
    kept("slip-draft.pdf", &bytes);
    conforms(&bytes);
    let text = extracted(&bytes).concat();
    assert!(text.contains("noch nicht delegiert") && text.contains("ENTWURF"), "{text}");
    assert_eq!(change(&app, record).slip_code, None);
}
