//! The papers over the whole workspace, today and the register, and those about a change request and a finding: what they say
//! of a sample's year, and that they are whole.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "papers/change.rs"]
mod change;
#[path = "papers/finding.rs"]
mod finding;

mod whole;
mod year;

use lotse::app::{Answer, App, Bytes, Order, Question};
use lotse::domain::Command;
use lotse::domain::incident::{CauseClass, Phase, Severity, Source};
use lotse::domain::organisation::{Language, Role};
use lotse::ids::{OrderId, PersonId, RecordRef, StreamId};
use lotse::queries::views::{
    HomeView, Need, NeedKind, RegisterQuery, RegisterRow, RegisterSort, RunningEmergency, RunningTest,
    Urgency,
};
use lotse::reports::document::{Block, Cell, Document, Row};
use lotse::reports::edition::Wanted;
use lotse::reports::frame::{Frame, Head, PaperAsked};
use lotse::reports::{dr_test, register, today};
use lotse::time::{Day, Length, Moment};

use whole::{conforms, kept};
use year::{asked, extracted, now, organisation, year};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Carries an order out and says of which record it was.
fn order(app: &App, by: PersonId, record: Option<StreamId>, command: Command) -> StreamId {
    let id = OrderId(uuid::Uuid::now_v7());
    let record = record.map(RecordRef::Id);
    app.execute(&Order { id, by, record, command, batch: None }, now()).unwrap().record
}

/// Somebody with a role, who is not the one who founded the workspace.
fn with_role(app: &App, role: Role, but: PersonId) -> PersonId {
    let people = organisation(app).people;
    people.iter().find(|person| person.id != but && person.roles.contains(&role)).unwrap().id
}

fn there(words: &str, wanted: &[&str]) {
    for wanted in wanted {
        assert!(words.contains(wanted), "{wanted} is not in:\n{words}");
    }
}

/// The texts of the pages of a paper that is a whole file, the same each time that it is asked for.
fn whole_paper(app: &App, question: &Bytes, name: &str) -> Vec<String> {
    let bytes = app.bytes(question).unwrap();
    kept(name, &bytes);
    conforms(&bytes);
    assert_eq!(app.bytes(question).unwrap(), bytes, "equal facts give equal bytes");
    extracted(&bytes)
}

fn cell(cell: &Cell) -> String {
    cell.texts.iter().map(lotse::reports::document::Text::words).collect::<Vec<_>>().join(" / ")
}

fn line(row: &Row) -> String {
    match row {
        Row::Cells(cells) => cells.iter().map(cell).collect::<Vec<_>>().join(" | "),
        Row::Group(text) => text.words(),
    }
}

/// What a document says, a line a paragraph, pair or row.
fn said(document: &Document) -> String {
    let lines = document.blocks.iter().flat_map(|block| match block {
        Block::Cover(cover) => {
            let title = format!("{} | {}", cover.kicker, cover.title.words());
            let facts = cover.facts.iter().map(|(name, value)| format!("{}: {}", name.words(), cell(value)));
            [title].into_iter().chain(facts).collect()
        }
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => vec![text.words()],
        Block::Pairs(pairs) => {
            pairs.iter().map(|(name, value)| format!("{}: {}", name.words(), cell(value))).collect()
        }
        Block::Table(table) => {
            let heads: Vec<String> = table.columns.iter().map(|column| column.head.words()).collect();
            [heads.join(" | ")].into_iter().chain(table.rows.iter().map(line)).collect()
        }
        Block::Contents { .. }
        | Block::List { .. }
        | Block::Figure(_)
        | Block::Signatures(_)
        | Block::Form(_)
        | Block::Together(_)
        | Block::NewPage => Vec::new(),
    });
    lines.collect::<Vec<String>>().join("\n")
}

fn frame(language: Language) -> Frame {
    Frame {
        organisation: "Loftware Cloud".into(),
        zone: "Europe/Berlin".parse().unwrap(),
        people: std::collections::BTreeMap::new(),
        head: Head { seq: 412, hash: "9f".repeat(32) },
        asked: PaperAsked { language, by: None, at: now() },
    }
}

#[test]
fn r29_today_is_a_whole_paper_with_title_moment_person_pages_and_the_head_of_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let Answer::Chain(chain) = app.query(&Question::Chain {}, now()).unwrap() else {
        unreachable!("a chain answers");
    };
    for (language, words) in [
        (
            Language::De,
            ["Heute", "Sonntag, 22. November 2026", "22.11.2026, 11:14 MEZ", "Seite 1 von", "Überfällig"],
        ),
        (
            Language::En,
            ["Today", "Sunday, 22 November 2026", "22 Nov 2026, 11:14 CET", "Page 1 of", "Overdue"],
        ),
    ] {
        let bytes = app.bytes(&Bytes::Today(asked(language, anna))).unwrap();
        conforms(&bytes);
        let page = extracted(&bytes).remove(0);
        for wanted in words.into_iter().chain(["Loftware Cloud", "Anna Berg", &chain.head]) {
            assert!(page.contains(wanted), "{wanted} is not in:\n{page}");
        }
        assert!(page.contains(&chain.events.to_string()));
    }
}

#[test]
fn r29_the_same_question_gives_the_same_file_and_another_hour_another_one() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let at = |at: &str| PaperAsked { at: at.parse().unwrap(), ..asked(Language::De, anna) };
    let today = |time: &str| app.bytes(&Bytes::Today(at(time))).unwrap();
    assert_eq!(today("2026-11-22T10:14:00Z"), today("2026-11-22T10:14:00Z"));
    assert_ne!(today("2026-11-22T10:14:00Z"), today("2026-11-22T11:14:00Z"));
    let query = Box::new(RegisterQuery::default());
    let register = Bytes::Register { query, asked: asked(Language::De, anna) };
    assert_eq!(app.bytes(&register).unwrap(), app.bytes(&register).unwrap());
}

#[test]
fn today_says_what_the_screen_says() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let reader = app.workspace().reader().unwrap();
    let facts = today::gather(&reader, &asked(Language::De, anna)).unwrap();
    let words = said(&today::document(&facts).unwrap());
    let Answer::Home(home) = app.query(&Question::Home {}, now()).unwrap() else {
        unreachable!("today answers");
    };
    assert_eq!(facts.home, home);
    assert!(!home.running.is_empty() && !home.needs.is_empty() && !home.recent.is_empty());
    let told = home.running.iter().map(|running| &running.title);
    let told = told.chain(home.needs.iter().flat_map(|need| [&need.number, &need.title]));
    for wanted in told.chain(home.recent.iter().map(|row| &row.title)) {
        assert!(words.contains(wanted.as_str()), "{wanted} is not in:\n{words}");
    }
    for prefix in ["today-", "need-", "paper-", "phase-", "report-", "register-", "distance-", "{ $"] {
        assert!(!words.contains(prefix), "{prefix} in:\n{words}");
    }
}

#[test]
fn the_report_says_who_wrote_down_that_the_first_ticket_was_opened() {
    let folder = tempfile::tempdir().unwrap();
    let (app, _) = year(folder.path());
    let bytes = app.draft("N-2026-009".parse().unwrap(), Language::De).unwrap();
    let words = extracted(&bytes).join(" ");
    let row = words.split("Erstes Ticket eröffnet").nth(1).unwrap();
    let (row, _) = row.split_once("Bewertung begonnen").unwrap();
    assert!(row.contains("Anna Berg"), "{row}");
}

#[test]
fn the_report_of_the_sample_s_test_tells_its_change_request_its_coverage_and_the_year_that_follows() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let reader = app.workspace().reader().unwrap();
    for (language, lines) in [
        (Language::De, ["aus Feststellung F-2026-001", "bis 05.07.2027", "Jährlicher Test 2026"]),
        (Language::En, ["from finding F-2026-001", "by 05 Jul 2027", "Yearly test 2026"]),
    ] {
        let wanted = Wanted { language, author: Some(anna), issue: None };
        let facts = dr_test::gather(&reader, "T-2026-001".parse().unwrap(), wanted).unwrap();
        assert_eq!(facts.covered.iter().filter(|held| held.here).count(), 4, "{:?}", facts.covered);
        assert!(facts.covered.iter().any(|held| held.cell.deputy && !held.here));
        let words = said(&dr_test::document(&facts).unwrap());
        for wanted in lines {
            assert!(words.contains(wanted), "{wanted} is not in:\n{words}");
        }
        let bytes = dr_test::print(&facts).unwrap().bytes;
        kept(&format!("drtest-year-{}.pdf", lotse::words::word(&language)), &bytes);
        conforms(&bytes);
        assert!(extracted(&bytes).iter().any(|page| page.contains("A-2026-001")));
    }
}

#[test]
fn a_day_without_needs_says_so_and_an_empty_workspace_that_it_is_empty() {
    let home = HomeView {
        running: Vec::new(),
        tests: Vec::new(),
        needs: Vec::new(),
        recent: Vec::new(),
        incidents: 3,
        emergencies: 1,
    };
    let facts = today::TodayFacts { frame: frame(Language::De), home };
    let words = said(&today::document(&facts).unwrap());
    assert!(words.contains("Heute ist nichts fällig. Alle Fristen sind eingehalten"), "{words}");
    assert!(words.contains("Angefordert von: nicht erfasst"), "{words}");
    conforms(&today::print(&facts).unwrap().bytes);
    let empty = HomeView { incidents: 0, emergencies: 0, ..facts.home };
    let facts = today::TodayFacts { frame: frame(Language::En), home: empty };
    let words = said(&today::document(&facts).unwrap());
    assert!(words.contains("No incident has been recorded yet."), "{words}");
}

#[test]
fn r29_the_register_prints_every_row_of_the_question_in_its_order_with_its_filters_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let service = organisation(&app).services.remove(0);
    let query = RegisterQuery {
        emergency: Some(true),
        services: vec![service.id],
        from: Some("2025-12-31T23:00:00Z".parse().unwrap()),
        until: Some("2026-12-31T23:00:00Z".parse().unwrap()),
        sort: RegisterSort::Title,
        ascending: true,
        ..RegisterQuery::default()
    };
    let question = Question::Register(Box::new(RegisterQuery { limit: 500, ..query.clone() }));
    let Answer::Register(page) = app.query(&question, now()).unwrap() else {
        unreachable!("the register answers");
    };
    assert!(!page.items.is_empty());
    let reader = app.workspace().reader().unwrap();
    let facts = register::gather(&reader, &query, None, &asked(Language::De, anna)).unwrap();
    assert_eq!((&facts.rows, facts.total), (&page.items, page.items.len()));
    let words = said(&register::document(&facts).unwrap());
    for wanted in [
        "Zeitraum: 01.01.2026 bis 31.12.2026",
        "Art: Notfälle",
        &format!("Dienst: {}", service.name),
        "Reihenfolge: Titel, aufsteigend",
        &format!("Anzahl: {}", page.items.len()),
    ] {
        assert!(words.contains(wanted), "{wanted} is not in:\n{words}");
    }
    for prefix in ["paper-", "phase-", "report-", "register-", "severity-", "{ $"] {
        assert!(!words.contains(prefix), "{prefix} in:\n{words}");
    }
    for language in [Language::De, Language::En] {
        let asked = asked(language, anna);
        conforms(&app.bytes(&Bytes::Register { query: Box::new(query.clone()), asked }).unwrap());
    }
}

#[test]
fn a_register_without_a_row_says_whether_its_filters_are_why() {
    let facts = register::RegisterFacts {
        frame: frame(Language::De),
        query: RegisterQuery::default(),
        further: Vec::new(),
        services: std::collections::BTreeMap::new(),
        rows: Vec::new(),
        total: 0,
        unindexed: 0,
    };
    let words = said(&register::document(&facts).unwrap());
    assert!(words.contains("Noch ist kein Vorfall erfasst.") && words.contains("Filter: keine"), "{words}");
    let query = RegisterQuery { search: "Köln".into(), ..RegisterQuery::default() };
    let facts = register::RegisterFacts { query, unindexed: 12, ..facts };
    let words = said(&register::document(&facts).unwrap());
    for wanted in ["Suchwörter: Köln", "Zu diesen Filtern passt kein Eintrag.", "noch 12 Einträge"] {
        assert!(words.contains(wanted), "{wanted} is not in:\n{words}");
    }
    conforms(&register::print(&facts).unwrap().bytes);
}

/// A row that fills its cells.
fn broad(number: u32) -> RegisterRow {
    let phases = [Phase::OwnRecovery, Phase::SolvedBySupport, Phase::WaitingForProvider, Phase::Withdrawn];
    let titles = [
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft meldet Ausfall",
        "Etikettendruck",
        "Die Anmeldung am Kundenportal schlägt seit der Zertifikatserneuerung in der Region Westeuropa für einen \
         Teil der Mandanten fehl; betroffen sind auch Schnittstellen zu Lagerverwaltungssystemen.",
        "https://status.example.org/incidents/0190b5f07c3e7cc89f7b0a1b2c3d4e5f/updates?region=westeurope",
    ];
    let pick = usize::try_from(number).unwrap() % 4;
    let began = now().plus(Length::minutes(-i64::from(number) * 701));
    RegisterRow {
        id: StreamId(uuid::Uuid::from_u128(number.into())),
        number: format!("N-2026-{number:03}"),
        title: titles[pick].into(),
        phase: phases[pick],
        emergency: number.is_multiple_of(2),
        severity: Some([Severity::Critical, Severity::Low, Severity::High, Severity::Medium][pick]),
        source: Source::Monitoring,
        cause_class: None,
        provider_fault: None,
        began,
        impact_start: None,
        noticed: None,
        running: None,
        restored: None,
        ended: None,
        downtime: (pick > 0).then(|| Length::minutes(4_321 * i64::from(number))),
        outside_source: None,
        outside_id: None,
        outside_kind: None,
        dirt: 0,
        entries: 0,
        open_tasks: 0,
        tickets_missing_keyword: 0,
        changed: began,
    }
}

/// A day on which everything needs somebody.
fn crowded(language: Language) -> today::TodayFacts {
    let owner = PersonId(uuid::Uuid::from_u128(7));
    let mut frame = frame(language);
    frame.people.insert(owner, "Friederike-Charlotte von Wallenstein-Hohenlohe".into());
    frame.organisation = "Loftware Gesellschaft für Etikettierungslösungen mit beschränkter Haftung".into();
    let kinds = [NeedKind::NextUpdate, NeedKind::Task, NeedKind::ProviderReview, NeedKind::CustomerReports];
    let needs = (0..40_u32).map(|number| {
        let row = broad(number);
        let minutes = i64::from(number) * 97 - 900;
        let urgency = Urgency::ALL[usize::try_from(number / 10).unwrap()];
        Need {
            kind: kinds[usize::try_from(number).unwrap() % 4],
            record: row.id,
            number: row.number,
            title: row.title,
            text: if number % 4 == 1 {
                "Auslieferung nur noch Region für Region".into()
            } else {
                String::new()
            },
            due: (urgency != Urgency::Open)
                .then(|| Moment::exact(now().plus(Length::minutes(minutes * 60)), frame.zone)),
            urgency,
            owner: (number % 4 == 1).then_some(owner),
        }
    });
    let running = (0..3).map(|number| {
        let row = broad(number);
        RunningEmergency {
            record: row.id,
            number: row.number,
            title: row.title,
            phase: row.phase,
            since: (number > 0).then(|| Moment::exact(row.began, frame.zone)),
            lead: (number > 1).then_some(owner),
        }
    });
    let home = HomeView {
        running: running.collect(),
        tests: vec![RunningTest {
            record: broad(1).id,
            number: "T-2026-001".to_owned(),
            title: "Ausfall der Region West Europe mit Umschaltung".to_owned(),
            interrupted: false,
            since: Moment::exact(broad(1).began, frame.zone),
            steps: vec!["2".to_owned(), "3".to_owned()],
            done: 1,
            all: 11,
            coordinator: owner,
        }],
        needs: needs.collect(),
        recent: (0..8).map(broad).collect(),
        incidents: 1_234,
        emergencies: 321,
    };
    today::TodayFacts { frame, home }
}

/// A register of broad rows under many filters.
fn long(language: Language) -> register::RegisterFacts {
    let query = RegisterQuery {
        search: "Anmeldung Zertifikatserneuerung".into(),
        phases: vec![Phase::OwnRecovery, Phase::WaitingForProvider, Phase::SolvedBySupport, Phase::FollowUp],
        causes: vec![CauseClass::Access, CauseClass::ThirdParty],
        outside_sources: vec!["statuspage/kctbh9vrtdwd".into(), "azure/alert".into()],
        until: Some(now()),
        withdrawn: false,
        ..RegisterQuery::default()
    };
    let rows: Vec<RegisterRow> = (0..60).map(broad).collect();
    register::RegisterFacts {
        frame: crowded(language).frame,
        query,
        further: Vec::new(),
        services: std::collections::BTreeMap::new(),
        total: rows.len(),
        rows,
        unindexed: 0,
    }
}

#[test]
fn a_crowded_day_and_a_long_register_are_whole_in_both_languages() {
    for (language, name) in [(Language::De, "de"), (Language::En, "en")] {
        let today = today::print(&crowded(language)).unwrap().bytes;
        let register = register::print(&long(language)).unwrap().bytes;
        kept(&format!("crowded-{name}.pdf"), &today);
        kept(&format!("long-{name}.pdf"), &register);
        conforms(&today);
        conforms(&register);
        let pages = extracted(&register);
        assert!(pages.len() > 2);
        let count = pages.iter().map(|page| page.matches("N-2026-").count()).sum::<usize>();
        assert_eq!(count, 60);
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(16))]

    #[test]
    fn whatever_people_write_can_be_printed(texts in proptest::collection::vec(proptest::prelude::any::<String>(), 6)) {
        let mut day = crowded(Language::De);
        day.home.running[0].title.clone_from(&texts[0]);
        day.home.needs[1].text.clone_from(&texts[1]);
        day.home.recent[0].title.clone_from(&texts[2]);
        day.frame.organisation.clone_from(&texts[3]);
        conforms(&today::print(&day).unwrap().bytes);
        let mut list = long(Language::En);
        list.query.search.clone_from(&texts[4]);
        list.query.outside_sources = vec![texts[5].clone()];
        list.further = vec![(texts[0].clone(), vec![texts[1].clone()])];
        list.rows.truncate(3);
        list.rows[0].title.clone_from(&texts[2]);
        list.frame.organisation.clone_from(&texts[3]);
        conforms(&register::print(&list).unwrap().bytes);
    }
}

#[test]
fn a_register_of_too_many_rows_prints_the_first_of_them_and_names_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let reader = app.workspace().reader().unwrap();
    let query = RegisterQuery::default();
    let mut facts = register::gather(&reader, &query, None, &asked(Language::De, anna)).unwrap();
    facts.rows = facts.rows.iter().cycle().take(register::MOST).cloned().collect();
    facts.total = 12_345;
    let rendered = register::print(&facts).unwrap();
    let pages = extracted(&rendered.bytes);
    let words = said(&register::document(&facts).unwrap());
    assert!(words.contains("Anzahl: Gedruckt sind die ersten 2.000 von 12.345 Einträgen"));
    let rows: Vec<&String> = pages.iter().filter(|page| page.contains("N-2026-")).collect();
    assert!(rows.len() > 30);
    for page in rows {
        assert!(page.contains("Schweregrad") && page.contains("Seite"), "a page without its heads:\n{page}");
    }
}
