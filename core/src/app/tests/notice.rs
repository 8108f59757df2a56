//! Notices through the whole core: what makes one, whom it asks, what a newer version does, what follows from acknowledgements,
//! what the lists and the ledger say.

use super::*;
use crate::domain::change;
use crate::domain::guide;
use crate::domain::incident::Priority;
use crate::domain::notice::{self, Phase, SubjectKind, Way, Who};
use crate::domain::organisation::{Role, Team, TeamKind};
use crate::domain::policy;
use crate::ids::TeamId;
use crate::queries::views::{
    ChangeView, NeedKind, NoticeSort, NoticeView, NoticesPage, NoticesQuery, Urgency,
};

const JONAS: PersonId = PersonId(uuid::Uuid::from_u128(0xc));
const MIRA: PersonId = PersonId(uuid::Uuid::from_u128(0xd));
const SUPPORT: TeamId = TeamId(uuid::Uuid::from_u128(0x20));
const DEPLOYMENT: TeamId = TeamId(uuid::Uuid::from_u128(0x21));

impl Desk {
    /// Support are Anna and Jonas, who leads it; deployment is Jonas. Mira belongs to no team and decides.
    fn with_teams() -> Self {
        let desk = Self::founded();
        for (id, kind, name, head) in [
            (SUPPORT, TeamKind::Support, "Support", Some(JONAS)),
            (DEPLOYMENT, TeamKind::Deployment, "Bereitstellung", None),
        ] {
            let team = Team { id, kind, name: name.to_owned(), head };
            desk.give(None, Command::Organisation(organisation::Command::PutTeam(team))).unwrap();
        }
        for (id, role, teams) in [
            (ANNA, Role::ProcessManager, vec![SUPPORT]),
            (JONAS, Role::DeploymentTeam, vec![SUPPORT, DEPLOYMENT]),
            (MIRA, Role::Management, Vec::new()),
        ] {
            let data = PersonalData { name: format!("{id}"), email: String::new(), phone: String::new() };
            let (roles, teams) = ([role].into(), teams.into_iter().collect());
            let put = organisation::Command::PutPerson { id, data: Some(data), roles, teams };
            desk.give(None, Command::Organisation(put)).unwrap();
        }
        desk
    }

    fn written(&self, team: TeamId) -> StreamId {
        let announce = notice::Command::Announce {
            title: "Umschaltung".to_owned(),
            german: "Die Umschaltung ist neu.".to_owned(),
            english: String::new(),
            teams: vec![team],
            who: Who::Everyone,
        };
        self.give(None, Command::Notice(announce)).unwrap().record
    }

    fn change_by(&self, by: PersonId, record: StreamId, command: change::Command) -> Committed {
        let order = Order { by, ..self.order(Some(record), Command::Change(command)) };
        self.app.execute(&order, now()).unwrap()
    }

    /// A change that concerns a team and waits for its decision.
    fn assessed(&self, teams: Vec<TeamId>) -> StreamId {
        let text = change::Text {
            title: "Rufliste".to_owned(),
            wanted: "Monatlich prüfen".to_owned(),
            reason: "Zwei Nummern waren falsch.".to_owned(),
            kind: Some(change::Kind::Correction),
            priority: Some(Priority::High),
            risk: "Keines".to_owned(),
            teams,
            ..change::Text::default()
        };
        let draft = change::Command::Draft {
            origin: change::Origin::Idea,
            title: text.title.clone(),
            wanted: text.wanted.clone(),
        };
        let record = self.give(None, Command::Change(draft)).unwrap().record;
        for command in [
            change::Command::Describe(Box::new(text)),
            change::Command::Submit {},
            change::Command::Assess { note: "klein".to_owned() },
        ] {
            self.change_by(ANNA, record, command);
        }
        record
    }

    fn decides(&self, record: StreamId, id: u128, approved: bool) -> Committed {
        let comment = "so".to_owned();
        let id = PartId(uuid::Uuid::from_u128(id));
        self.change_by(MIRA, record, change::Command::Decide { id, approved, comment })
    }

    fn approved(&self, teams: Vec<TeamId>) -> StreamId {
        let record = self.assessed(teams);
        self.decides(record, 0x50, true);
        record
    }

    fn refused_by_team(&self, record: StreamId) {
        let id = PartId(uuid::Uuid::from_u128(0x61));
        let delegate = change::Command::Delegate {
            id,
            team: DEPLOYMENT,
            person: None,
            organisation: String::new(),
            asked: "2026-06-01".parse().unwrap(),
            note: String::new(),
        };
        self.change_by(ANNA, record, delegate);
        let answer = change::Command::Answer {
            id: PartId(uuid::Uuid::from_u128(0x62)),
            delegation: id,
            answer: change::Answer::Refused { reason: "keine Zeit".to_owned() },
            said_by: None,
        };
        self.change_by(JONAS, record, answer);
    }

    /// A document without a text yet.
    fn document(&self) -> StreamId {
        let create = guide::Command::Create {
            kind: guide::Kind::RecoveryGuide,
            title: "Leitfaden".to_owned(),
            text: String::new(),
            remarks: guide::Remarks::default(),
            file: None,
        };
        self.give(None, Command::Guide(create)).unwrap().record
    }

    fn effective(&self, record: StreamId) {
        let (on, text) = ("2026-05-02".parse().unwrap(), || "ja".to_owned());
        let asked = PartId(uuid::Uuid::from_u128(0x71));
        for (by, command) in [
            (
                ANNA,
                change::Command::Delegate {
                    id: asked,
                    team: DEPLOYMENT,
                    person: None,
                    organisation: String::new(),
                    asked: "2026-06-01".parse().unwrap(),
                    note: String::new(),
                },
            ),
            (
                JONAS,
                change::Command::Answer {
                    id: PartId(uuid::Uuid::from_u128(0x72)),
                    delegation: asked,
                    answer: change::Answer::Accepted {},
                    said_by: None,
                },
            ),
            (ANNA, change::Command::Plan { start: on, end: on }),
            (JONAS, change::Command::Start { on }),
            (
                JONAS,
                change::Command::Implement { on, record: text(), ticket: String::new(), implementer: None },
            ),
            (
                MIRA,
                change::Command::Check {
                    id: PartId(uuid::Uuid::from_u128(0x73)),
                    method: text(),
                    on,
                    passed: true,
                    result: text(),
                },
            ),
            (
                ANNA,
                change::Command::CheckEffect {
                    id: PartId(uuid::Uuid::from_u128(0x74)),
                    on,
                    effective: true,
                    result: text(),
                },
            ),
        ] {
            self.change_by(by, record, command);
        }
    }

    fn changed(&self, record: StreamId) -> Box<ChangeView> {
        let question = Question::Change { record: RecordRef::Id(record), by: None };
        let Answer::Change(view) = self.app.query(&question, now()).unwrap() else { panic!("no change") };
        view
    }

    fn notice(&self, record: StreamId) -> Box<NoticeView> {
        let question = Question::Notice { record: RecordRef::Id(record), by: Some(ANNA) };
        let Answer::Notice(view) = self.app.query(&question, now()).unwrap() else { panic!("no notice") };
        view
    }

    fn notices(&self, query: NoticesQuery) -> NoticesPage {
        let Answer::Notices(page) = self.app.query(&Question::Notices(Box::new(query)), now()).unwrap()
        else {
            panic!("no notices")
        };
        page
    }

    fn about(&self, record: StreamId) -> NoticesPage {
        self.notices(NoticesQuery {
            about: Some(record),
            sort: NoticeSort::Number,
            ..NoticesQuery::default()
        })
    }

    fn acknowledges(&self, person: PersonId, record: StreamId) -> Result<Committed, Fault> {
        let at = Moment::exact(now(), Zone::UTC);
        let command = notice::Command::Acknowledge { person, way: Way::InProgram, at };
        let order = Order { by: person, ..self.order(Some(record), Command::Notice(command)) };
        self.app.execute(&order, now())
    }

    fn sets(&self, command: policy::Command) {
        self.give(None, Command::Policy(command)).unwrap();
    }
}

fn numbers(page: &NoticesPage) -> Vec<&str> {
    page.items.iter().map(|row| row.number.as_str()).collect()
}

#[test]
fn an_approved_change_makes_a_notice_for_its_teams_and_a_declined_one_makes_none() {
    let desk = Desk::with_teams();
    let declined = desk.assessed(vec![SUPPORT]);
    desk.decides(declined, 0x51, false);
    assert_eq!(desk.about(declined).total, 0);
    let nobodys = desk.approved(Vec::new());
    assert_eq!(desk.about(nobodys).total, 0);
    let change = desk.approved(vec![SUPPORT]);
    let page = desk.about(change);
    let [row] = &page.items[..] else { panic!("{page:?}") };
    assert_eq!((row.kind, row.title.as_str(), row.version), (SubjectKind::ChangeApproved, "Rufliste", 1));
    assert_eq!(row.about, desk.changed(change).number);
    let notice = desk.notice(row.id);
    assert_eq!((notice.german.as_str(), notice.english.as_str()), ("Monatlich prüfen", ""));
    let asked: Vec<_> = notice.asked.iter().map(|asked| asked.person).collect();
    assert_eq!(asked, [ANNA, JONAS]);
}

#[test]
fn a_policy_asks_the_heads_alone() {
    let desk = Desk::with_teams();
    desk.sets(policy::Command::SetAsked { who: Who::Heads });
    let change = desk.approved(vec![SUPPORT, DEPLOYMENT]);
    let notice = desk.notice(desk.about(change).items[0].id);
    let asked: Vec<_> = notice.asked.iter().map(|asked| asked.person).collect();
    assert_eq!((asked, notice.who), (vec![JONAS], Who::Heads));
}

#[test]
fn what_is_told_already_is_not_told_again_and_only_what_is_approved_is_told() {
    let desk = Desk::with_teams();
    let tell = |about| desk.give(None, Command::Notice(notice::Command::AnnounceRecord { about }));
    let refused = |refusal| Err(Fault::Refused(Refusal::Notice(refusal)));
    let change = desk.assessed(vec![SUPPORT]);
    assert_eq!(tell(change), refused(notice::Refusal::NoticeNothingToTell));
    desk.decides(change, 0x50, true);
    let number = desk.about(change).items[0].number.clone();
    assert_eq!(tell(change), refused(notice::Refusal::NoticeTold { number }));
    assert_eq!(desk.about(change).total, 1);
}

#[test]
fn whom_a_notice_asks_is_settled_when_it_is_announced() {
    let desk = Desk::with_teams();
    let record = desk.written(SUPPORT);
    let leave = organisation::Command::RetirePerson { id: JONAS };
    desk.give(None, Command::Organisation(leave)).unwrap();
    let asked: Vec<_> = desk.notice(record).asked.iter().map(|asked| asked.person).collect();
    assert_eq!(asked, [ANNA, JONAS]);
    let next = desk.written(SUPPORT);
    let asked: Vec<_> = desk.notice(next).asked.iter().map(|asked| asked.person).collect();
    assert_eq!(asked, [ANNA]);
}

#[test]
fn a_new_version_asks_again_and_takes_the_place_of_the_one_before() {
    let desk = Desk::with_teams();
    let change = desk.approved(vec![SUPPORT]);
    let first = desk.about(change).items[0].id;
    desk.acknowledges(ANNA, first).unwrap();
    desk.refused_by_team(change);
    desk.decides(change, 0x52, true);
    let page = desk.about(change);
    let [before, after] = &page.items[..] else { panic!("{page:?}") };
    assert_eq!((before.phase, before.version), (Phase::Superseded, 1));
    assert_eq!((after.phase, after.version), (Phase::Open, 2));
    assert_eq!(desk.notice(first).end.unwrap().newer.as_ref(), Some(&after.number));
    let superseded = Refusal::Notice(notice::Refusal::NoticeSuperseded);
    assert_eq!(desk.acknowledges(JONAS, first), Err(Fault::Refused(superseded)));
    let waiting = NoticesQuery { asks: Some(ANNA), ..NoticesQuery::default() };
    assert_eq!(numbers(&desk.notices(waiting)), [after.number.as_str()]);
}

#[test]
fn a_cancelled_change_asks_nobody_any_more() {
    let desk = Desk::with_teams();
    let change = desk.approved(vec![SUPPORT]);
    desk.change_by(ANNA, change, change::Command::Cancel { reason: "erledigt sich".to_owned() });
    let view = desk.notice(desk.about(change).items[0].id);
    assert_eq!((view.phase, view.end.unwrap().reason.as_str()), (Phase::Withdrawn, "erledigt sich"));
}

#[test]
fn the_teams_of_a_change_are_informed_once_it_is_effective_and_everyone_acknowledged() {
    let before = Desk::with_teams();
    let change = before.approved(vec![SUPPORT]);
    let notice = before.about(change).items[0].id;
    before.acknowledges(ANNA, notice).unwrap();
    before.acknowledges(JONAS, notice).unwrap();
    assert_eq!(before.changed(change).phase, change::Phase::Approved);
    before.effective(change);
    let view = before.changed(change);
    assert_eq!(view.phase, change::Phase::TeamsInformed);
    assert_eq!((view.informed[0].way.as_str(), &view.informed[0].teams[..]), ("M-2026-001", &[SUPPORT][..]));

    let after = Desk::with_teams();
    let change = after.approved(vec![SUPPORT]);
    after.effective(change);
    let notice = after.about(change).items[0].id;
    after.acknowledges(ANNA, notice).unwrap();
    assert_eq!(after.changed(change).phase, change::Phase::Effective);
    after.acknowledges(JONAS, notice).unwrap();
    assert_eq!(after.changed(change).phase, change::Phase::TeamsInformed);
}

#[test]
fn what_was_told_before_a_change_was_approved_anew_informs_nobody() {
    let desk = Desk::with_teams();
    let change = desk.approved(vec![SUPPORT]);
    let first = desk.about(change).items[0].id;
    desk.acknowledges(ANNA, first).unwrap();
    desk.acknowledges(JONAS, first).unwrap();
    desk.refused_by_team(change);
    desk.decides(change, 0x52, true);
    desk.effective(change);
    assert_eq!(desk.changed(change).phase, change::Phase::Effective, "nobody read the second version");
    let second = desk.about(change).items[1].id;
    desk.acknowledges(ANNA, second).unwrap();
    desk.acknowledges(JONAS, second).unwrap();
    assert_eq!(desk.changed(change).phase, change::Phase::TeamsInformed);
}

#[test]
fn the_list_shows_what_is_open_first_and_is_filtered_by_team_person_phase_and_words() {
    let desk = Desk::with_teams();
    let first = desk.written(DEPLOYMENT);
    desk.acknowledges(JONAS, first).unwrap();
    let withdrawn = desk.written(SUPPORT);
    let withdraw = notice::Command::Withdraw { reason: "doppelt".to_owned() };
    desk.give(Some(withdrawn), Command::Notice(withdraw)).unwrap();
    desk.approved(vec![SUPPORT]);
    let all = desk.notices(NoticesQuery::default());
    assert_eq!((numbers(&all)[0], all.total, all.open), ("M-2026-003", 3, 1));
    let row = &all.items[0];
    assert_eq!((row.asked, row.missing.len(), row.teams[0].asked), (2, 2, 2));
    assert_eq!(row.due.map(|due| due.to_string()).as_deref(), Some("2026-05-15"), "ten working days");
    let of = |query| numbers(&desk.notices(query)).into_iter().map(str::to_owned).collect::<Vec<_>>();
    let asked = NoticesQuery::default;
    assert_eq!(of(NoticesQuery { teams: vec![DEPLOYMENT], ..asked() }), ["M-2026-001"]);
    assert_eq!(of(NoticesQuery { phases: vec![Phase::Withdrawn], ..asked() }), ["M-2026-002"]);
    assert_eq!(of(NoticesQuery { kinds: vec![SubjectKind::ChangeApproved], ..asked() }), ["M-2026-003"]);
    assert_eq!(of(NoticesQuery { asks: Some(JONAS), ..asked() }), ["M-2026-003"]);
    assert_eq!(of(NoticesQuery { search: "RUF".to_owned(), ..asked() }), ["M-2026-003"]);
    assert_eq!(of(NoticesQuery { search: "a-2026-001".to_owned(), ..asked() }), ["M-2026-003"]);
    let by_number = NoticesQuery { sort: NoticeSort::Number, descending: true, ..asked() };
    assert_eq!(of(by_number), ["M-2026-003", "M-2026-002", "M-2026-001"]);
    assert_eq!(of(NoticesQuery { limit: 1, offset: 1, ..asked() }), ["M-2026-001"]);
}

#[test]
fn the_ledger_the_first_screen_and_the_rules_know_until_when_a_notice_is_acknowledged() {
    let desk = Desk::with_teams();
    desk.sets(policy::Command::SetRule {
        kind: policy::RuleKind::NoticeAcknowledged,
        term: Some(policy::Term { amount: 3, unit: policy::Unit::Days }),
        from: "2026-05-02".parse().unwrap(),
        reason: "eilig".to_owned(),
    });
    let record = desk.written(SUPPORT);
    // What is written in one instant is recorded a little later, one after the other.
    let soon = now().plus(Length::minutes(1));
    let need = |at: Instant| {
        let Answer::Home(home) = desk.app.query(&Question::Home {}, at).unwrap() else { panic!("no home") };
        home.needs.into_iter().find(|need| need.kind == NeedKind::Acknowledgement)
    };
    let duty = || {
        let Answer::Ledger(view) =
            desk.app.query(&Question::Ledger { on: None, duty: None, every: false }, soon).unwrap()
        else {
            panic!("no ledger")
        };
        view.duties[30]
    };
    assert_eq!((duty().due, duty().kept), (1, 0));
    let waiting = need(soon).unwrap();
    assert_eq!((waiting.number.as_str(), waiting.title.as_str()), ("M-2026-001", "Umschaltung"));
    assert_eq!(waiting.urgency, Urgency::Later);
    assert_eq!(need("2026-05-06T12:00:00Z".parse().unwrap()).unwrap().urgency, Urgency::Late);
    desk.acknowledges(ANNA, record).unwrap();
    assert_eq!((duty().due, duty().kept), (1, 0));
    desk.acknowledges(JONAS, record).unwrap();
    assert_eq!((duty().due, duty().kept), (0, 1));
    assert_eq!(need(soon), None);
}

#[test]
fn lists_made_anew_are_the_lists_as_they_grew() {
    let desk = Desk::with_teams();
    let first = desk.written(SUPPORT);
    desk.acknowledges(ANNA, first).unwrap();
    let change = desk.approved(vec![DEPLOYMENT]);
    desk.refused_by_team(change);
    desk.decides(change, 0x52, true);
    let grown = desk.rows();
    {
        let mut conn = desk.app.workspace().writer();
        let tx = conn.transaction().unwrap();
        projections::rebuild(&tx).unwrap();
        tx.commit().unwrap();
    }
    assert_eq!(desk.rows(), grown);
}

/// Puts a version of a document in force, which touches a team.
fn in_force(desk: &Desk, record: StreamId, version: u32) {
    use crate::domain::guide::{Command as G, Remarks};
    let give = |by: PersonId, command: G| {
        let order = Order { by, ..desk.order(Some(record), Command::Guide(command)) };
        desk.app.execute(&order, now()).unwrap();
    };
    let remarks = Remarks {
        change: format!("Fassung {version}: Vertretung genannt"),
        teams: [SUPPORT].into(),
        no_teams: String::new(),
    };
    let text = format!("# Leitfaden\n\n## 1. Anrufen\n\nNummer {version}.\n");
    give(ANNA, G::Edit { version, revision: 0, text, remarks });
    give(ANNA, G::Submit { version });
    give(MIRA, G::Approve { version });
    give(MIRA, G::PutInForce { version, from: "2026-05-02".parse().unwrap() });
}

#[test]
fn a_new_version_of_a_document_is_told_to_its_teams_and_asks_again() {
    use crate::domain::guide::Command as G;
    let desk = Desk::with_teams();
    let document = desk.document();
    in_force(&desk, document, 1);
    let [first] = desk.about(document).items.try_into().unwrap();
    assert_eq!(
        (first.kind, first.about.as_str(), first.version),
        (SubjectKind::GuideVersion, "L-2026-001", 1)
    );
    assert_eq!(first.title, "Leitfaden");
    assert!(desk.notice(first.id).german.contains("Vertretung genannt"));
    let start = Order { by: ANNA, ..desk.order(Some(document), Command::Guide(G::StartVersion {})) };
    desk.app.execute(&start, now()).unwrap();
    in_force(&desk, document, 2);
    let told = desk.about(document).items;
    assert_eq!(
        told.iter().map(|row| (row.version, row.phase)).collect::<Vec<_>>(),
        [(1, Phase::Superseded), (2, Phase::Open)]
    );
}

#[test]
fn a_notice_about_a_text_that_nobody_has_to_read_any_more_is_withdrawn() {
    use crate::domain::guide::{Command as G, Remarks};
    let desk = Desk::with_teams();
    let document = desk.document();
    in_force(&desk, document, 1);
    let give = |by: PersonId, command: G| {
        desk.app.execute(&Order { by, ..desk.order(Some(document), Command::Guide(command)) }, now()).unwrap()
    };
    let told = || desk.about(document).items.iter().map(|row| (row.version, row.phase)).collect::<Vec<_>>();
    let remarks = |no_teams: &str| Remarks {
        change: "Tippfehler".to_owned(),
        no_teams: no_teams.to_owned(),
        teams: if no_teams.is_empty() { [SUPPORT].into() } else { [].into() },
    };
    let next = |version, remarks, from: &str| {
        give(ANNA, G::StartVersion {});
        let text = format!("# Leitfaden\n\n## 1. Anrufen\n\nNummer {version}.\n");
        give(ANNA, G::Edit { version, revision: 0, text, remarks });
        give(ANNA, G::Submit { version });
        give(MIRA, G::Approve { version });
        give(MIRA, G::PutInForce { version, from: from.parse().unwrap() });
    };
    next(2, remarks("nur ein Tippfehler"), "2026-05-02");
    assert_eq!(told(), [(1, Phase::Withdrawn)]);
    // What is to hold from a day to come can be given up, and with it what was told of it.
    next(3, remarks(""), "2026-06-01");
    assert_eq!(told(), [(1, Phase::Withdrawn), (3, Phase::Open)]);
    give(ANNA, G::Discard { version: 3, reason: "Falscher Tag".to_owned() });
    assert_eq!(told(), [(1, Phase::Withdrawn), (3, Phase::Withdrawn)]);
    next(4, remarks(""), "2026-05-02");
    assert_eq!(told().last(), Some(&(4, Phase::Open)));
}

#[test]
fn a_first_version_of_a_document_is_told_by_its_title_alone() {
    let desk = Desk::with_teams();
    let teams = [SUPPORT].into();
    let create = guide::Command::Create {
        kind: guide::Kind::RecoveryGuide,
        title: "Leitfaden Netz".to_owned(),
        text: "# Netz\n\n## 1 Prüfen\n".to_owned(),
        remarks: guide::Remarks { teams, ..guide::Remarks::default() },
        file: None,
    };
    let record = desk.give(None, Command::Guide(create)).unwrap().record;
    let give = |by, command| {
        desk.app.execute(&Order { by, ..desk.order(Some(record), Command::Guide(command)) }, now()).unwrap()
    };
    give(ANNA, guide::Command::Submit { version: 1 });
    give(MIRA, guide::Command::Approve { version: 1 });
    let done = give(ANNA, guide::Command::PutInForce { version: 1, from: "2026-05-02".parse().unwrap() });
    assert!(done.events.iter().any(|event| event.kind == "notice.announced"));
}
