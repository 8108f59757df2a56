//! The report of a DR test: all of its fields, from a full record and from a bare one.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod june;
mod whole;

use std::collections::BTreeMap;

use lotse::domain::change::{self, Answer};
use lotse::domain::drill::*;
use lotse::domain::finding;
use lotse::domain::incident::{Evidence, GuideUse, Priority};
use lotse::domain::organisation::Language;
use lotse::domain::plan::*;
use lotse::domain::report::{Confidentiality, Imprint};
use lotse::duties::Uncounted;
use lotse::ids::{BlobHash, PartId, PersonId, ServiceId, StreamId};
use lotse::queries::views::{AttemptView, DrillEvidenceView, DrillStepView, DrillView, FindingRow};
use lotse::reports::asked::Asked;
use lotse::reports::dr_test::{Following, Next, Source, TestFacts, Yearly, document, print};
use lotse::reports::edition::Issue;
use lotse::time::{Day, Length};
use uuid::Uuid;

use june::{ANNA, JONAS, at, day, edition, instant, words_of};
use whole::{conforms, kept};

const KIM: PersonId = PersonId(Uuid::from_u128(3));
const PRINTING: ServiceId = ServiceId(Uuid::from_u128(4));
const SIGN_IN: ServiceId = ServiceId(Uuid::from_u128(5));
const PLAN: StreamId = StreamId(Uuid::from_u128(6));
const SWITCH: PartId = PartId(Uuid::from_u128(11));
const PROVE: PartId = PartId(Uuid::from_u128(12));
const GOAL: PartId = PartId(Uuid::from_u128(90));

fn stamp(time: &str) -> Stamp {
    Stamp { timed: Timed { at: at(time), late: false, tick: None }, recorded: instant(time), by: ANNA }
}

fn step(id: PartId, number: &str, title: &str) -> PlanStep {
    PlanStep {
        id,
        number: number.into(),
        title: title.into(),
        instruction: String::new(),
        role: "Technik".into(),
        planned_minutes: Some(30),
        depends_on: vec![],
        counted: true,
        expected: String::new(),
        evidence: String::new(),
        stop_rule: String::new(),
    }
}

fn unbegun(id: PartId, number: &str, title: &str, begins: u32) -> DrillStepView {
    DrillStepView {
        step: step(id, number, title),
        code: String::new(),
        state: StepState::Ready,
        planned: Planned { step: id, begins, ends: begins + 30 },
        attempts: vec![],
        waits: None,
        next: None,
    }
}

/// A test that was scheduled.
fn scheduled() -> DrillView {
    let arrangement = Arrangement {
        place: String::new(),
        environment: String::new(),
        sponsor: None,
        lead: ANNA,
        observers: vec![],
        participants: vec![],
        third_parties: String::new(),
    };
    DrillView {
        id: StreamId(Uuid::from_u128(7)),
        version: 1,
        number: "T-2026-003".into(),
        title: "Ausfall der Region".into(),
        kind: DrillKind::FunctionTest,
        scenario: "Region fällt aus".into(),
        plan: PlanUsed {
            plan: PLAN,
            number: "K-2026-001".parse().unwrap(),
            version: 2,
            unapproved: String::new(),
        },
        about: PlanAbout::default(),
        plan_approved: None,
        guide: None,
        trigger: Trigger::OnDemand,
        occasion: String::new(),
        planned: at("09:00"),
        until: None,
        moved: vec![],
        arrangement,
        phase: Phase::Scheduled,
        path: vec![],
        started: None,
        over: None,
        aborted: None,
        elapsed: None,
        steps: vec![unbegun(SWITCH, "1", "Umschalten", 0), unbegun(PROVE, "2", "Nachweisen", 30)],
        services: vec![],
        notes: vec![],
        evidence: vec![],
        pauses: vec![],
        coordinators: vec![],
        coordinator: ANNA,
        lapses: vec![],
        result: None,
        result_gaps: vec![ResultGap::Alarm],
        proposed_verdict: None,
        verdict_grounds: vec![],
        verdict: None,
        retest: None,
        retest_duty: None,
        reviews: vec![],
        reports: vec![],
        possible: vec![],
        people: BTreeMap::from([
            (ANNA, "Anna Berg".into()),
            (JONAS, "Jonas Weidlich".into()),
            (KIM, "Kim Sander".into()),
        ]),
        recorded_by: ANNA,
        recorded: instant("08:00"),
        changed: instant("08:00"),
    }
}

/// The same, and nothing else.
fn bare() -> TestFacts {
    let services = BTreeMap::from([(PRINTING, "Cloud-Druck".into()), (SIGN_IN, "Anmeldung".into())]);
    TestFacts {
        view: scheduled(),
        edition: edition(),
        services,
        plan_approved: None,
        findings: vec![],
        retest_due: None,
        covered: vec![],
        changes: vec![],
        yearly: Yearly { counted: Err(Uncounted::NotOver), next: vec![] },
    }
}

fn target(service: ServiceId) -> ServiceTarget {
    ServiceTarget {
        service,
        rto_minutes: Some(60),
        rpo_minutes: Some(15),
        starts_with: "Abgeschaltet".into(),
        ends_with: "Druckt".into(),
    }
}

/// What was fixed before.
fn planned(view: &mut DrillView) {
    view.kind = DrillKind::FullFailover;
    view.trigger = Trigger::Yearly;
    view.occasion = "Jahresplan".into();
    view.until = Some(at("12:00"));
    view.moved = vec![Moved { was: at("08:30"), reason: "Wartung beim Anbieter".into(), by: ANNA }];
    view.plan_approved = Some(true);
    view.guide = Some(GuideUse { title: "Leitfaden Druck".into(), version: "3".into() });
    let part = |person, role: &str, deputy_for, present| Participant {
        person,
        role: role.into(),
        deputy_for,
        present: Some(present),
    };
    view.arrangement = Arrangement {
        place: "Raum 4".into(),
        environment: "Testmandant".into(),
        sponsor: Some(JONAS),
        lead: ANNA,
        observers: vec![KIM],
        participants: vec![part(JONAS, "Technik", None, true), part(KIM, "Technik", Some(ANNA), false)],
        third_parties: "Anbieter, Kunde Muster".into(),
    };
    view.about = PlanAbout {
        title: "Ausfall der Region".into(),
        kind: DrillKind::FullFailover,
        scenario: "Region fällt aus".into(),
        background: "Schwer, aber denkbar: Risiko R-4 der BIA.".into(),
        scope: "Druck und Anmeldung".into(),
        limits: "Ohne Kundendaten".into(),
        stop_rules: "Abbruch bei Störung im Betrieb".into(),
        assumptions: "Die Sicherung ist lesbar".into(),
        missing: vec![KIM],
        services: vec![target(PRINTING), target(SIGN_IN)],
        objectives: vec![PlanObjective {
            id: GOAL,
            text: "Drucken geht".into(),
            criterion: "in 60 min".into(),
        }],
        seats: vec![Seat { role: "Technik".into(), person: Some(JONAS), deputy: Some(KIM) }],
    };
}

/// What was measured, what was put right, and what speaks against it.
fn measured(view: &mut DrillView) {
    view.services = vec![ServiceOutcome {
        service: PRINTING,
        target: target(PRINTING),
        started: Some("Abgeschaltet".into()),
        started_at: Some(instant("09:05")),
        stopped: Some("Druckt".into()),
        stopped_at: Some(instant("10:20")),
        data_point: Some(at("09:00")),
        clock_ms: Some(4_500_000),
        recovery: Some(Length::minutes(75)),
        rto_met: Some(false),
        data_loss: Some(Length::minutes(5)),
        rpo_met: Some(true),
        recovered: Some(Recovered::Partly),
        withdrawn: vec![ClockWithdrawal {
            press: ClockPress::Stopped,
            was: at("10:12"),
            reason: "Testdruck kam nur halb".into(),
            by: ANNA,
            recorded: instant("10:13"),
        }],
    }];
    view.verdict_grounds = vec![
        VerdictGround::ObjectiveMissed { service: PRINTING },
        VerdictGround::StepShort { number: "2".into(), outcome: Some(Outcome::Failed) },
    ];
    view.steps[1].attempts[0].retimed = vec![Retimed {
        begun: None,
        ended: Some(at("10:15")),
        reason: "zu spät gedrückt".into(),
        by: ANNA,
        recorded: instant("10:20"),
    }];
}

/// What was done.
fn conducted(view: &mut DrillView) {
    view.phase = Phase::ResultApproved;
    view.started = Some(stamp("09:05"));
    view.over = Some(stamp("10:40"));
    view.elapsed = Some(Elapsed { running_ms: 5_400_000, paused_ms: 300_000, disagreements: vec![] });
    let attempt = |outcome, text: &str, from: &str, until: &str| AttemptView {
        number: 1,
        person: Some(JONAS),
        despite: String::new(),
        started: Some(stamp(from)),
        ended: Some(stamp(until)),
        begins_ms: Some(0),
        ends_ms: Some(1_800_000),
        outcome: Some(outcome),
        text: text.into(),
        corrected: vec![],
        retimed: vec![],
    };
    view.steps[0].state = StepState::Passed;
    view.steps[0].attempts = vec![attempt(Outcome::Passed, "", "09:05", "09:35")];
    view.steps[1].state = StepState::Failed;
    view.steps[1].attempts = vec![attempt(Outcome::Failed, "DNS zeigt auf das alte Ziel", "09:35", "10:05")];
    measured(view);
    view.notes = vec![DrillNote {
        id: PartId(Uuid::from_u128(20)),
        observer: Some(KIM),
        text: "Ruhig gearbeitet".into(),
        step: Some(SWITCH),
        stamp: stamp("09:20"),
    }];
    view.pauses =
        vec![Pause { reason: "Feueralarm".into(), from: stamp("10:05"), until: Some(stamp("10:10")) }];
    view.lapses = vec![Lapse {
        id: PartId(Uuid::from_u128(21)),
        text: "Zugang fehlte".into(),
        told: JONAS,
        stamp: stamp("09:50"),
    }];
    view.evidence = vec![DrillEvidenceView {
        evidence: Evidence {
            id: PartId(Uuid::from_u128(22)),
            hash: BlobHash([7; 32]),
            name: "seite.pdf".into(),
            size: 2_048,
            note: "Testseite".into(),
            at: None,
        },
        step: Some(SWITCH),
    }];
}

/// What was found.
fn judged(view: &mut DrillView) {
    let checked = |outcome, text: &str| Checked { outcome: Some(outcome), text: text.into() };
    view.result = Some(DrillResult {
        ratings: vec![Rated {
            objective: GOAL,
            rating: Rating::MajorChallenges,
            analysis: "TTL zu lang".into(),
        }],
        data_integrity: checked(CheckOutcome::Proved, "Stichprobe"),
        alarm: checked(CheckOutcome::Failed, "Zwei nicht erreicht"),
        removal: checked(CheckOutcome::Proved, "Mandant gelöscht"),
        strengths: "Klare Rollen".into(),
        improvements: "DNS früher umstellen".into(),
        hot_wash: "Zu wenig Zeit".into(),
        documents: "Leitfaden Druck".into(),
        management: "Bericht an die Leitung".into(),
    });
    view.result_gaps = vec![];
    view.verdict = Some(Judged {
        verdict: Verdict::WithConditions,
        conditions: "DNS bis Juli".into(),
        reason: "Dienst lief".into(),
        by: JONAS,
        recorded: instant("16:00"),
        alone: false,
    });
    view.reviews = vec![Analysed {
        review: StreamId(Uuid::from_u128(30)),
        number: "P-2026-004".into(),
        recorded: instant("17:00"),
    }];
}

fn found() -> FindingRow {
    FindingRow {
        id: StreamId(Uuid::from_u128(8)),
        number: "F-2026-002".into(),
        title: "DNS wird nicht umgestellt".into(),
        phase: finding::Phase::Assigned,
        kind: finding::Kind::Major,
        priority: Priority::High,
        owner: Some(JONAS),
        due: Some(day("2026-07-01")),
        overdue: false,
        origin: finding::OriginKind::Drill,
        origin_record: None,
        origin_number: None,
        origin_part: None,
        step: String::new(),
        cause_class: None,
        raised: instant("11:00"),
        changed: instant("11:00"),
    }
}

fn asked(number: &str, title: &str, phase: change::Phase, from: Source) -> Following {
    let answer = Answer::OtherDay { day: day("2026-08-15"), reason: "Urlaub".into() };
    let asked = Asked {
        number: number.into(),
        title: title.into(),
        phase,
        delegated: Some("Bereitstellung".into()),
        answered: Some((answer, day("2026-06-01"))),
        due: Some(day("2026-08-15")),
    };
    Following { asked, from }
}

/// The squares of both services: the first step is proved by its person, the second was proved long ago.
fn covered() -> Vec<Covered> {
    let square = |(service, (step, number, title)), (person, deputy), here: bool, last: Option<&str>| {
        let last = last.map(day);
        let age = last.map_or(Age::Never, |last| if here { Age::Fresh } else { ages(last) });
        let cell = CoverageCell {
            plan: PLAN,
            number: "K-2026-001".into(),
            scenario: "Region fällt aus".into(),
            service: Some(service),
            step,
            step_number: number,
            step_title: title,
            person: Some(person),
            deputy,
            last,
            age,
        };
        Covered { cell, here, by: (step == SWITCH).then_some(JONAS) }
    };
    let switch = || (SWITCH, "1".to_owned(), "Umschalten".to_owned());
    let prove = || (PROVE, "2".to_owned(), "Nachweisen".to_owned());
    let of = |service| {
        [
            square((service, switch()), (JONAS, false), true, Some("2026-06-01")),
            square((service, switch()), (KIM, true), false, None),
            square((service, prove()), (JONAS, false), false, Some("2024-05-01")),
            square((service, prove()), (KIM, true), false, Some("2025-05-01")),
        ]
    };
    [of(PRINTING), of(SIGN_IN)].into_iter().flatten().collect()
}

fn ages(last: Day) -> Age {
    if last < day("2024-06-01") { Age::Old } else { Age::Aging }
}

/// A test that was conducted, approved with conditions and analysed.
fn full() -> TestFacts {
    let mut facts = bare();
    planned(&mut facts.view);
    conducted(&mut facts.view);
    judged(&mut facts.view);
    facts.plan_approved = Some((JONAS, instant("08:10")));
    facts.findings = vec![found()];
    facts.covered = covered();
    let review =
        |about: Option<&str>| Source::Review { number: "P-2026-004".into(), about: about.map(Into::into) };
    facts.changes = vec![
        asked("A-2026-005", "TTL senken", change::Phase::Accepted, Source::Finding("F-2026-002".into())),
        asked("A-2026-006", "Zugänge prüfen", change::Phase::Planned, review(Some("T-2026-003"))),
        asked("A-2026-007", "Rufliste ordnen", change::Phase::Closed, review(None)),
    ];
    let next = Next { of: String::new(), due: day("2027-06-01"), late: false, kept: None };
    facts.yearly = Yearly { counted: Ok(day("2026-06-01")), next: vec![next] };
    facts
}

fn spoken(mut facts: TestFacts, language: Language) -> TestFacts {
    facts.edition.language = language;
    facts
}

fn says(facts: TestFacts, language: Language) -> String {
    words_of(&document(&spoken(facts, language)).unwrap())
}

fn all_said(words: &str, lines: &[&str]) {
    for line in lines {
        assert!(words.contains(line), "{line} is missing in:\n{words}");
    }
}

#[test]
fn full_and_bare_print_in_both_languages_as_pdf_a_2a_and_pdf_ua_1_and_the_same_facts_give_the_same_bytes() {
    for (name, facts) in [("full", full()), ("bare", bare())] {
        for (code, language) in [("de", Language::De), ("en", Language::En)] {
            let facts = spoken(facts.clone(), language);
            let bytes = print(&facts).unwrap().bytes;
            kept(&format!("drtest-{name}-{code}.pdf"), &bytes);
            conforms(&bytes);
            assert_eq!(bytes, print(&facts).unwrap().bytes);
        }
    }
}

/// The fields of report-contents.md (b), in their order.
const GERMAN: &[&str] = &[
    "Test: T-2026-003",
    "Ausfall der Region",
    "Status: Ergebnis freigegeben",
    "Art: Vollübung",
    "Anlass: Jährlicher Test",
    "Jahr: Jährlicher Test 2026",
    "Pflicht: Tests mindestens jährlich nach festen Aktionsplänen / Mit diesem Test am 01.06.2026 erfüllt.",
    "01.06.2026, 09:00 MESZ",
    "Tatsächlicher Beginn: 01.06.2026, 09:05 MESZ",
    "Tatsächliches Ende: 01.06.2026, 10:40 MESZ",
    "Raum 4",
    "Testmandant",
    "vorher 01.06.2026, 08:30 MESZ; Anna Berg: Wartung beim Anbieter",
    "Jonas Weidlich | Technik | – | anwesend",
    "Kim Sander | Technik | Anna Berg | nicht anwesend",
    "Anbieter, Kunde Muster",
    "Druck und Anmeldung",
    "Ohne Kundendaten",
    "Abbruch bei Störung im Betrieb",
    "Freigabe des Plans: Jonas Weidlich, 01.06.2026, 08:10 MESZ",
    "Schwer, aber denkbar: Risiko R-4 der BIA.",
    "Die Sicherung ist lesbar",
    "K-2026-001, Fassung 2",
    "Leitfaden Druck, Fassung 3",
    "1 Umschalten / Technik · zählt | 0 min / 30 min | 01.06., 09:05 / 01.06., 09:35 / Jonas Weidlich | Bestanden",
    "2 Nachweisen / Technik · zählt | 30 min / 30 min",
    "DNS zeigt auf das alte Ziel",
    "Cloud-Druck / Teilweise wiederhergestellt | Abgeschaltet / 01.06.2026, 09:05 MESZ | Druckt / 01.06.2026, 10:20 MESZ",
    "1 h 15 min / Ziel 1 h / ",
    "Cloud-Druck: Wiederherstellung 01.06.2026, 10:12 MESZ, zurückgenommen von Anna Berg: Testdruck kam nur halb",
    "vorher 01.06.2026, 10:15 MESZ, berichtigt von Anna Berg: zu spät gedrückt",
    "Was dagegen spricht: Cloud-Druck lief wieder, verfehlte aber ein Ziel. / Schritt 2: Fehlgeschlagen",
    "5 min / Ziel 15 min / ",
    "Ruhig gearbeitet",
    "Feueralarm",
    "Zugang fehlte",
    "In Ordnung, belegt / Stichprobe",
    "Zwei nicht erreicht",
    "Mandant gelöscht",
    "Klare Rollen",
    "DNS früher umstellen",
    "Drucken geht | in 60 min | Mit großen Schwierigkeiten / TTL zu lang",
    "Bestanden mit Auflagen",
    "DNS bis Juli",
    "Zu wenig Zeit",
    "F-2026-002 | DNS wird nicht umgestellt | Jonas Weidlich | 01.07.2026 | Zugewiesen",
    "A-2026-005 | TTL senken / aus Feststellung F-2026-002 | Bereitstellung | Anderer Termin: 15.08.2026 / 01.06.2026 | Angenommen / bis 15.08.2026",
    "A-2026-006 | Zugänge prüfen / aus Überprüfung P-2026-004, zu T-2026-003 | Bereitstellung",
    "A-2026-007 | Rufliste ordnen / aus Überprüfung P-2026-004 | Bereitstellung",
    "Wiederholung: nicht nötig",
    "Nächster jährlicher Test: bis 01.06.2027",
    "P-2026-004",
    "Bericht an die Leitung",
    "seite.pdf | 2.048 Bytes",
    "Freigegeben von",
];

const ENGLISH: &[&str] = &[
    "Test: T-2026-003",
    "Year: Yearly test 2026",
    "Duty: Tests at least yearly by fixed action plans / Fulfilled with this test on 01 Jun 2026.",
    "Actual start: 01 Jun 2026, 09:05 CEST",
    "Jonas Weidlich | Technik | – | present",
    "K-2026-001, version 2",
    "Approval of the plan: Jonas Weidlich, 01 Jun 2026, 08:10 CEST",
    "1 Umschalten / Technik · counts | 0 min / 30 min",
    "Cloud-Druck / Partly recovered",
    "What speaks against it: Cloud-Druck ran again, but missed an objective. / Step 2: Failed",
    "Squares: step that counts, service, person: 8",
    "of these proved by this test: 2",
    "without proof or older than a year on 01 Jun 2026: 6",
    "F-2026-002 | DNS wird nicht umgestellt | Jonas Weidlich | 01 Jul 2026 | Assigned",
    "A-2026-005 | TTL senken / from finding F-2026-002 | Bereitstellung | Another date: 15 Aug 2026",
    "A-2026-006 | Zugänge prüfen / from review P-2026-004, on T-2026-003 | Bereitstellung",
    "Next yearly test: by 01 Jun 2027",
    "Retest: not needed",
];

#[test]
fn every_field_of_the_report_is_printed_in_both_languages() {
    all_said(&says(full(), Language::De), GERMAN);
    all_said(&says(full(), Language::En), ENGLISH);
}

#[test]
fn the_coverage_says_what_this_test_proved_and_what_is_open_or_old_and_joins_services_that_tell_the_same() {
    let lines = [
        "Felder: zählender Schritt, Dienst, Person: 8",
        "davon von diesem Test nachgewiesen: 2",
        "am 01.06.2026 ohne Nachweis oder älter als ein Jahr: 6",
        "\nCloud-Druck, Anmeldung\n",
        "1 Umschalten | Jonas Weidlich | nachgewiesen | 01.06.2026 / jünger als ein Jahr",
        "1 Umschalten | Kim Sander / Vertretung | nicht nachgewiesen / bestanden von Jonas Weidlich | nie",
        "2 Nachweisen | Jonas Weidlich | nicht nachgewiesen | 01.05.2024 / älter als zwei Jahre",
        "2 Nachweisen | Kim Sander / Vertretung | nicht nachgewiesen | 01.05.2025 / ein bis zwei Jahre",
    ];
    all_said(&says(full(), Language::De), &lines);
    let mut facts = full();
    facts.covered[5].cell.last = Some(day("2025-01-01"));
    all_said(&says(facts, Language::De), &["\nCloud-Druck\n", "\nAnmeldung\n"]);
    let mut facts = full();
    facts.view.phase = Phase::Evaluation;
    let unapproved = "Ein Test weist erst etwas nach, wenn sein Ergebnis freigegeben ist.";
    all_said(&says(facts, Language::De), &[unapproved]);
}

#[test]
fn a_test_that_does_not_count_leaves_the_yearly_one_owed_and_says_why() {
    let owed = |why, late| {
        let mut facts = full();
        let next = Next { of: String::new(), due: day("2026-05-31"), late, kept: None };
        facts.yearly = Yearly { counted: Err(why), next: vec![next] };
        says(facts, Language::De)
    };
    let words = owed(Uncounted::Aborted, true);
    let lines = [
        "Mit diesem Test nicht erfüllt: Er wurde abgebrochen.",
        "Nächster jährlicher Test: Dieser Test zählt nicht; der jährliche Test ist weiter geschuldet: / überfällig seit 31.05.2026",
    ];
    all_said(&words, &lines);
    let words = owed(Uncounted::PlanUnapproved, false);
    all_said(
        &words,
        &["Die Fassung des Aktionsplans war nicht freigegeben.", "geschuldet: / bis 31.05.2026"],
    );
    let words = owed(Uncounted::ResultUnapproved, false);
    all_said(&words, &["Das Ergebnis ist noch nicht freigegeben."]);
    let words = owed(Uncounted::Cancelled, false);
    all_said(&words, &["Er wurde abgesagt."]);
}

#[test]
fn each_plan_or_service_has_its_own_date_and_what_another_test_kept_is_said() {
    let mut facts = full();
    let kept = Some(("T-2027-001".into(), day("2027-03-03")));
    facts.yearly.next = vec![
        Next { of: "Anmeldung".into(), due: day("2027-06-01"), late: false, kept: None },
        Next { of: "Cloud-Druck".into(), due: day("2027-06-01"), late: false, kept },
    ];
    let line =
        "Anmeldung: bis 01.06.2027 / Cloud-Druck: bis 01.06.2027, erfüllt mit T-2027-001 am 03.03.2027";
    all_said(&says(facts, Language::De), &[line]);
}

#[test]
fn a_bare_test_invents_nothing_and_says_what_is_missing() {
    let lines = [
        "Jahr: 2026",
        "Mit diesem Test nicht erfüllt: Er ist noch nicht beendet.",
        "Der Test hat noch nicht begonnen.",
        "Der Aktionsplan nennt kein Übungsziel.",
        "Der Aktionsplan hat keinen zählenden Schritt.",
        "Aus diesem Test ist kein Änderungsantrag hervorgegangen.",
        "Dafür gilt keine Frist.",
        "die Freigabe des Ergebnisses",
        "Tatsächlicher Beginn: nicht erfasst",
        "Freigegeben von:  (niemand benannt)",
    ];
    all_said(&says(bare(), Language::De), &lines);
}

#[test]
fn no_sentence_is_missing_in_either_language() {
    for language in [Language::De, Language::En] {
        for facts in [full(), bare()] {
            let words = says(facts, language);
            for raw in [
                "drill-",
                "test-report-",
                "report-",
                "plan-",
                "review-",
                "coverage-",
                "proof-",
                "duty-",
                "{ $",
            ] {
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
    all_said(
        &words,
        &["Freigegeben von: Jonas Weidlich (im Programm freigegeben am 01.06.2026, 18:00 MESZ)"],
    );
    all_said(&words, &["Geschäftsführung"]);
}
