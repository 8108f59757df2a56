//! Notices on paper.

use lotse::app::App;
use lotse::domain::Command;
use lotse::domain::notice::{self, Way, Who};
use lotse::domain::organisation::{self, Language};
use lotse::ids::{PersonId, RecordRef, StreamId};
use lotse::reports::notice::{document, gather};
use lotse::time::{Length, Moment};

use super::steps::{person, team};
use super::{asked, conforms, extracted, give, kept, now, organisation as organised, speaks, year};

/// A notice to a team of everybody, of whom one acknowledged it.
pub fn told(app: &App, anna: PersonId) -> StreamId {
    let team = team(app);
    for person in organised(app).people {
        let roles = person.roles.iter().copied().collect();
        let put = organisation::Command::PutPerson { id: person.id, data: None, roles, teams: [team].into() };
        give(app, anna, None, Command::Organisation(put)).unwrap();
    }
    let announce = notice::Command::Announce {
        title: "Neue Rufnummern der Bereitschaft ab dem 1. Dezember".into(),
        german: "Ab dem 1. Dezember gilt die neue Rufliste. Bitte ersetzen Sie die alte an allen Orten, auch in der \
                 gedruckten Notfallmappe.\n\nRückfragen an Anna Berg."
            .into(),
        english: String::new(),
        teams: vec![team],
        who: Who::Everyone,
    };
    let record = give(app, anna, None, Command::Notice(announce)).unwrap().record;
    let jonas = person(app, "Jonas Keller");
    let at = Moment::exact(now(), "Europe/Berlin".parse().unwrap());
    let own = notice::Command::Acknowledge { person: jonas, way: Way::InProgram, at };
    give(app, jonas, Some(RecordRef::Id(record)), Command::Notice(own)).unwrap();
    let mira = person(app, "Mira Seidel");
    let said = notice::Command::Acknowledge { person: mira, way: Way::ByHand { said_by: mira }, at };
    give(app, anna, Some(RecordRef::Id(record)), Command::Notice(said)).unwrap();
    let tom = person(app, "Tom Becker");
    let excuse = notice::Command::Excuse { person: tom, reason: "Elternzeit".into() };
    give(app, anna, Some(RecordRef::Id(record)), Command::Notice(excuse)).unwrap();
    record
}

#[test]
fn a_notice_on_paper_says_who_acknowledged_it_and_leaves_a_line_to_sign_for_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let record = RecordRef::Id(told(&app, anna));
    for (language, name, words) in [
        (
            Language::De,
            "de",
            ["noch nicht bestätigt", "im Programm bestätigt", "Unterschrift", "Zum Unterschreiben"],
        ),
        (Language::En, "en", ["not acknowledged yet", "acknowledged in the program", "Signature", "To sign"]),
    ] {
        let asked = asked(language, anna);
        let bytes = app.notice_paper(record, &asked).unwrap();
        kept(&format!("notice-{name}.pdf"), &bytes);
        conforms(&bytes);
        assert_eq!(app.notice_paper(record, &asked).unwrap(), bytes);
        let reader = app.workspace().reader().unwrap();
        let facts = gather(&reader, record, &asked).unwrap();
        speaks(&document(&facts).unwrap());
        let text = extracted(&bytes).concat();
        for wanted in words.into_iter().chain(["M-2026-006", "Jonas Keller", "Elternzeit", "neue Rufliste"]) {
            assert!(text.contains(wanted), "{wanted} is not in\n{text}");
        }
        // Who acknowledged or is excused has no line to sign.
        let list = text.split(words[3]).nth(1).unwrap();
        assert!(
            list.contains("Petra Lindner") && !list.contains("Jonas Keller") && !list.contains("Tom Becker"),
            "{list}"
        );
    }
}

#[test]
fn a_notice_that_ended_says_how_and_asks_nobody_to_sign() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let record = RecordRef::Id(told(&app, anna));
    let withdraw = notice::Command::Withdraw { reason: "Die Liste war falsch.".into() };
    give(&app, anna, Some(record), Command::Notice(withdraw)).unwrap();
    let asked = asked(Language::De, anna);
    let later = lotse::reports::frame::PaperAsked { at: now().plus(Length::minutes(5)), ..asked };
    let bytes = app.notice_paper(record, &later).unwrap();
    kept("notice-withdrawn.pdf", &bytes);
    conforms(&bytes);
    let text = extracted(&bytes).concat();
    assert!(text.contains("Die Liste war falsch.") && !text.contains("Zum Unterschreiben"), "{text}");
}
