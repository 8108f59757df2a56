//! The ring of the process in the real window, by keyboard alone, in both languages: an emergency ends, its review asks for
//! a change, another workspace answers for it, a test proves it, and the ledger shows how the duties stood on three days.
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use lotse::words::FluentValue;
use lotse_tests::hafen;
use lotse_tests::places;
use lotse_tests::ring::Ring;
use lotse_tests::window::{Opening, Window};
use serde_json::{Value, json};
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

const ENDED: &str = "2026-11-02T09:30:00Z";
const REVIEWED: &str = "2026-11-09T09:00:00Z";
const ASKED: &str = "2026-11-10T09:00:00Z";
const DONE: &str = "2026-11-12T09:00:00Z";
const TESTED: &str = "2026-11-19T08:00:00Z";
/// 47 minutes after the test began: the program was killed in between.
const RESUMED: &str = "2026-11-19T08:47:00Z";
const AFTERWARDS: &str = "2026-11-20T08:00:00Z";
const DELEGATION: &str = "A-2026-001.lotse-delegation";
const ANSWER: &str = "A-2026-001.lotse-answer";

const DEFICIENCY: [&str; 2] = ["Niemand wacht über Zertifikate", "Nobody watches certificates"];
const STEPS: [&str; 15] = [
    "notice",
    "assessment",
    "consultation",
    "escalation",
    "regularSolution",
    "teamFormation",
    "logging",
    "analysis",
    "provider",
    "recovery",
    "userInformation",
    "causeAnalysis",
    "customerReports",
    "reviewsAndChanges",
    "tests",
];

/// From the end of an emergency to the proof that what it showed is put right.
async fn the_ring_closes(language: &'static str) -> WebDriverResult<()> {
    let ring = Ring::speaking(language);
    end_the_emergency(&ring).await?;

    let window = ring.open(REVIEWED, &["B-2026-001.pdf", DELEGATION]).await?;
    prepare_the_review(&ring, &window).await?;
    judge(&ring, &window).await?;
    conclude(&ring, &window).await?;
    approve_the_review(&ring, &window).await?;
    delegate(&ring, &window).await?;
    window.leave(&ring.desk).await;
    answer(&ring).await?;

    let window = ring.open(DONE, &[ANSWER]).await?;
    implement(&ring, &window).await?;
    write_the_guide(&ring, &window).await?;
    tell_the_teams(&ring, &window).await?;
    work_on_the_finding(&ring, &window).await?;
    schedule(&ring, &window).await?;
    window.leave(&ring.desk).await;

    begin_the_test(&ring).await?;
    let window = ring.open(RESUMED, &["B-2026-002.pdf"]).await?;
    go_on(&ring, &window).await?;
    judge_the_test(&ring, &window).await?;
    prove(&ring, &window).await?;
    window.leave(&ring.desk).await;

    let window = ring.open(AFTERWARDS, &[]).await?;
    read_the_ledger(&ring, &window).await?;
    window.picture(&format!("ring-{language}")).await?;
    window.leave(&ring.desk).await;
    what_stands_there(&ring);
    Ok(())
}

#[tokio::test]
async fn r01_r13_in_german_the_ring_closes() -> WebDriverResult<()> {
    the_ring_closes("de").await
}

#[tokio::test]
async fn r01_r13_in_english_the_ring_closes() -> WebDriverResult<()> {
    the_ring_closes("en").await
}

/// The emergency ends; its review asks for a change.
async fn end_the_emergency(ring: &Ring) -> WebDriverResult<()> {
    let window = ring.open(ENDED, &[]).await?;
    ring.begin(&window, "Anna Berg").await?;
    window.palette("N-2026-001").await?;
    ring.step(&window, "endEmergency", None).await?;
    window.until_text(&ring.say("phase-ended")).await?;
    window.leave(&ring.desk).await;
    Ok(())
}

/// Heute leads to the review; its inputs come by themselves.
async fn prepare_the_review(ring: &Ring, window: &Window) -> WebDriverResult<()> {
    window.chord(&[], "g").await?;
    window.chord(&[], "h").await?;
    window.until_text(&ring.say("need-review")).await?;
    window.choose(&ring.say("need-review")).await?;
    ring.deed(window, "prepare", &[]).await?;
    window.until_text("F-2026-001").await?;
    ring.tab(window, "review-tab-inputs", "review-tab-people").await?;
    window.take("assign-lead").await?;
    window.pick("deed-person", "Anna").await?;
    window.take("deed-send").await?;
    window.until_gone("deed-dialog").await?;
    window.pick("invite-person", "Jonas").await?;
    window.take("invite").await?;
    window.reach_what("[data-testid=participants] button").await?;
    ring.deed(window, "start", &[]).await
}

/// Every input is decided, every step judged with its proof.
async fn judge(ring: &Ring, window: &Window) -> WebDriverResult<()> {
    ring.tab(window, "review-tab-people", "review-tab-inputs").await?;
    let undecided = "[data-testid^=decide-]:not([data-testid$=dialog])";
    while window.script(&format!("return !!document.querySelector('{undecided}')"), vec![]).await? == true {
        window.reach_what(undecided).await?;
        window.press(Key::Enter).await?;
        window.reach("because").await?;
        window.write(ring.own("Ist bekannt und in Arbeit", "It is known and being worked on")).await?;
        window.take("decide-send").await?;
        window.until_gone("decide-dialog").await?;
    }
    ring.tab(window, "review-tab-inputs", "review-tab-steps").await?;
    for step in STEPS {
        window.reach(&format!("step-{step}")).await?;
        window.write(" ").await?;
        window.reach(&format!("proof-{step}")).await?;
        window.write("N-2026-001").await?;
        window.press(Key::Enter).await?;
        window.until_gone(&format!("judge-{step}")).await?;
    }
    Ok(())
}

/// A deficiency becomes a change; what else a review has to say is said.
async fn conclude(ring: &Ring, window: &Window) -> WebDriverResult<()> {
    ring.tab(window, "review-tab-steps", "review-tab-outcome").await?;
    window.take("add-deficiency").await?;
    window.reach("deficiency-text").await?;
    window.write(ring.own(DEFICIENCY[0], DEFICIENCY[1])).await?;
    window.take("deficiency-save").await?;
    window.until_gone("deficiency-dialog").await?;
    window.reach_what("[data-testid=deficiencies] [data-testid^=decide-]").await?;
    window.press(Key::Enter).await?;
    window.walk_to(&ring.say("review-decide-none")).await?;
    window.press(Key::Down).await?;
    window.reach("change-name").await?;
    window.write(change(ring)).await?;
    window
        .fill(
            &ring.say("review-decide-wanted"),
            ring.own("Eine Warnung 30 Tage vorher", "A warning 30 days before"),
        )
        .await?;
    window.take("decide-send").await?;
    window.until_gone("decide-dialog").await?;
    for topic in ["suitability", "adequacy", "effectiveness"] {
        window.take(&format!("edit-{topic}")).await?;
        window.reach(&format!("input-{topic}")).await?;
        window.write(ring.own("Ja, bis auf den Mangel", "Yes, but for the deficiency")).await?;
        window.take(&format!("save-{topic}")).await?;
        window.until_gone(&format!("input-{topic}")).await?;
    }
    window.take("name-teams").await?;
    window.walk_to("Support").await?;
    window.write(" ").await?;
    window.take("teams-save").await?;
    window.until_gone("teams-dialog").await?;
    window.take("set-next").await?;
    window.fill(&ring.say("review-next"), "2027-06-01").await?;
    window.take("deed-send").await?;
    window.until_gone("deed-dialog").await?;
    window.take("deed-conclude").await?;
    window.walk_to(&ring.say("review-change-needed-yes")).await?;
    window.write(" ").await?;
    window.reach("deed-text").await?;
    window.write(ring.own("Das Zertifikat lief unbemerkt ab", "The certificate expired unnoticed")).await?;
    window.take("deed-send").await?;
    window.until_gone("deed-dialog").await?;
    ring.deed(window, "submit", &[]).await
}

/// Another person approves, and the report is issued and kept.
async fn approve_the_review(ring: &Ring, window: &Window) -> WebDriverResult<()> {
    ring.act(window, "Jonas Keller").await?;
    ring.deed(window, "approve", &[]).await?;
    window.take("to-report").await?;
    issue(ring, window, "B-2026-001").await
}

async fn issue(ring: &Ring, window: &Window, number: &str) -> WebDriverResult<()> {
    window.take("issue").await?;
    window.take("issue-send").await?;
    window.until_gone("issue-dialog").await?;
    window.until_text(number).await?;
    window.take("save").await?;
    let paper = ring.paper(&format!("{number}.pdf"));
    window.until_so("the report is saved", || paper.is_file()).await
}

fn change(ring: &Ring) -> &'static str {
    ring.own("Ablauf von Zertifikaten überwachen", "Watch the expiry of certificates")
}

/// The change is delegated by file, answered by another workspace, done and checked.
async fn delegate(ring: &Ring, window: &Window) -> WebDriverResult<()> {
    ring.act(window, "Anna Berg").await?;
    window.palette("A-2026-001").await?;
    window.take("deed-describe").await?;
    window.reach("describe-reason").await?;
    window.write("P-2026-001").await?;
    for choice in ["change-kind", "change-priority"] {
        ring.choose_second(window, choice).await?;
    }
    window.fill(&ring.say("change-risk"), ring.own("Falsche Warnungen", "False warnings")).await?;
    ring.pick_one(window, "change-teams", "Supp").await?;
    window.take("describe-save").await?;
    window.until_gone("describe").await?;
    ring.deed(window, "submit", &[]).await?;
    let assessed = ring.own("Geringer Aufwand", "Little effort");
    ring.deed(window, "assess", &[("deed-text", assessed)]).await?;
    ring.act(window, "Jonas Keller").await?;
    ring.deed(window, "approve", &[]).await?;
    ring.act(window, "Anna Berg").await?;
    window.take("deed-delegate").await?;
    window.pick("deed-team", ring.own("Bereit", "Deploy")).await?;
    window.reach("deed-second").await?;
    window.write("Plattform GmbH").await?;
    window.fill(&ring.say("change-asked"), "2026-11-20").await?;
    window.take("deed-send").await?;
    window.until_gone("deed-dialog").await?;
    hand_over(ring, window, DELEGATION).await
}

async fn hand_over(ring: &Ring, window: &Window, name: &str) -> WebDriverResult<()> {
    window.take("hand-over").await?;
    let file = ring.paper(name);
    window.until_so("the file is handed over", || file.is_file()).await
}

async fn take_in(window: &Window) -> WebDriverResult<()> {
    window.chord(&[], "g").await?;
    window.chord(&[], "a").await?;
    window.take("open-handover").await?;
    window.take("handover-take").await?;
    window.until_gone("handover").await
}

/// The team accepts in its own workspace, for another day, and answers by file.
async fn answer(ring: &Ring) -> WebDriverResult<()> {
    let dialogs = [DELEGATION, ANSWER].map(|name| vec![ring.paper(name)]);
    let opening = Opening {
        data: "team",
        file: Some(ring.team.clone()),
        now: Some(ASKED),
        dialogs: dialogs.into(),
        ..Opening::first(ring.language)
    };
    let window = Window::open(&ring.desk, &opening).await?;
    ring.begin(&window, "Ole Brandt").await?;
    take_in(&window).await?;
    window.take("deed-answer").await?;
    window.walk_to(&ring.say("change-answer-accepted")).await?;
    window.press(Key::Down).await?;
    window.fill(&ring.say("change-answer-day"), "2026-11-13").await?;
    window.reach("deed-text").await?;
    window.write(ring.own("Vorher ist Wartung", "There is maintenance before")).await?;
    window.take("deed-send").await?;
    window.until_gone("deed-dialog").await?;
    hand_over(ring, &window, ANSWER).await?;
    window.leave(&ring.desk).await;
    Ok(())
}

/// Done by one person, found good by another.
async fn implement(ring: &Ring, window: &Window) -> WebDriverResult<()> {
    take_in(window).await?;
    window.until_text(&ring.say("change-answer-other-day")).await?;
    ring.act(window, "Deniz Aydın").await?;
    window.take("deed-plan").await?;
    window.fill(&ring.say("change-plan-start"), "2026-11-12").await?;
    window.fill(&ring.say("change-plan-end"), "2026-11-13").await?;
    window.take("deed-send").await?;
    window.until_gone("deed-dialog").await?;
    ring.deed(window, "start", &[]).await?;
    let done = ring.own("Überwachung eingerichtet", "Monitoring is set up");
    ring.deed(window, "implement", &[("deed-text", done)]).await?;
    let mine =
        "return document.querySelector('[data-testid=deed-check]')?.getAttribute('aria-disabled') === 'true'";
    window.until("whoever implemented it may not check it", mine).await?;
    ring.act(window, "Jonas Keller").await?;
    window.take("deed-check").await?;
    window.reach("deed-second").await?;
    window.write(ring.own("Probealarm", "Trial alarm")).await?;
    found_good(ring, window, "change-passed").await?;
    window.take("deed-checkEffect").await?;
    found_good(ring, window, "change-effective").await
}

async fn found_good(ring: &Ring, window: &Window, verdict: &str) -> WebDriverResult<()> {
    window.walk_to(&ring.say(verdict)).await?;
    window.write(" ").await?;
    window.reach("deed-text").await?;
    window.write(ring.own("Die Warnung kam an", "The warning arrived")).await?;
    window.take("deed-send").await?;
    window.until_gone("deed-dialog").await
}

/// A new version of the guide holds; the teams are told and say that they know.
async fn write_the_guide(ring: &Ring, window: &Window) -> WebDriverResult<()> {
    ring.act(window, "Anna Berg").await?;
    window.palette("L-2026-001").await?;
    window.take("deed-startVersion").await?;
    window.reach("guide-source").await?;
    window.chord(&[Key::Control], "\u{e010}").await?;
    window.write(ring.own("Die Warnung nennt das Zertifikat.", "The warning names the certificate.")).await?;
    window.reach("guide-change").await?;
    window.write("A-2026-001").await?;
    ring.pick_one(window, "guide-teams", "Supp").await?;
    ring.pick_one(window, "guide-teams", ring.own("Bereit", "Deploy")).await?;
    window.take("save-version").await?;
    window.until_gone("editor").await?;
    ring.deed(window, "submit", &[]).await?;
    ring.act(window, "Jonas Keller").await?;
    ring.deed(window, "approve", &[]).await?;
    ring.deed(window, "putInForce", &[]).await
}

async fn tell_the_teams(ring: &Ring, window: &Window) -> WebDriverResult<()> {
    ring.act(window, "Anna Berg").await?;
    window.palette("M-2026-003").await?;
    window.take("send").await?;
    window.until_so("both mails are there", || ring.mail.mails().len() == 2).await?;
    ring.act(window, "Deniz Aydın").await?;
    window.chord(&[], "a").await?;
    window.until_gone("acknowledge").await?;
    ring.act(window, "Anna Berg").await?;
    window.choose(&ring.say_with("notices-deeds-for", "person", "Mira Seidel")).await?;
    window
        .until("the menu's first item has the focus", "return document.activeElement?.role === 'menuitem'")
        .await?;
    window.press(Key::Enter).await?;
    window.take("person-send").await?;
    window.until_gone("person-dialog").await?;
    window.until_text(&ring.say("notices-all-acknowledged")).await?;
    ring.act(window, "Mira Seidel").await?;
    for notice in ["M-2026-001", "M-2026-002"] {
        window.palette(notice).await?;
        window.take("acknowledge").await?;
        window.until_gone("acknowledge").await?;
    }
    Ok(())
}

/// The measure of the finding is done, checked by another person, and waits for its proof.
async fn work_on_the_finding(ring: &Ring, window: &Window) -> WebDriverResult<()> {
    ring.act(window, "Deniz Aydın").await?;
    window.palette("F-2026-001").await?;
    ring.step(
        window,
        "reportImplemented",
        Some(ring.own("Anleitung geschrieben", "An instruction is written")),
    )
    .await?;
    ring.act(window, "Jonas Keller").await?;
    ring.step(window, "checkImplementation", Some(ring.own("Gelesen", "Read"))).await?;
    ring.step(window, "startEffectivenessCheck", None).await
}

/// The test: planned, conducted live through a power cut, judged by another person.
async fn schedule(ring: &Ring, window: &Window) -> WebDriverResult<()> {
    ring.act(window, "Mira Seidel").await?;
    window.chord(&[], "g").await?;
    window.chord(&[], "t").await?;
    window.take("drill-schedule").await?;
    window.pick("schedule-plan", "K-2026").await?;
    window.reach("schedule-planned").await?;
    window.write("19.11.2026 09:00").await?;
    window.take("schedule-send").await?;
    window.until_text("T-2026-001").await
}

async fn pass(ring: &Ring, window: &Window, step: u8) -> WebDriverResult<()> {
    window.chord(&[Key::Control], "\u{e007}").await?;
    let said = ring.say_with("drill-live-passed", "number", &step.to_string());
    let passed =
        format!("return document.querySelector('[data-testid=said]').textContent.includes({said:?})");
    window.until(&format!("step {step} is passed"), &passed).await
}

/// Three steps pass; in the fourth the power fails.
async fn begin_the_test(ring: &Ring) -> WebDriverResult<()> {
    let window = ring.open(TESTED, &[]).await?;
    window.palette("T-2026-001").await?;
    window.take("drill-start").await?;
    window.take("clock-start").await?;
    window.chord(&[], "s").await?;
    window.until("the first step runs", "return !!document.querySelector('[data-testid=live-pass]')").await?;
    for step in 1..=3 {
        pass(ring, &window, step).await?;
    }
    window.until_text(hafen::fourth_step(ring.language)).await?;
    window.kill(&ring.desk).await;
    Ok(())
}

/// The test is where it was, and its timer counted on.
async fn go_on(ring: &Ring, window: &Window) -> WebDriverResult<()> {
    window.until("the test goes on", "return !!document.querySelector('[data-testid=live-pass]')").await?;
    let both = "return ['timer', 'current-step'].map((id) => document.querySelector(`[data-testid=${id}]`).textContent)";
    let shown = window.script(both, vec![]).await?;
    assert!(shown[0].as_str().unwrap().starts_with("0:47:"), "{shown}");
    assert!(shown[1].as_str().unwrap().contains(hafen::fourth_step(ring.language)), "{shown}");
    for step in 4..=6 {
        pass(ring, window, step).await?;
    }
    window.take("clock-stop").await?;
    window.take("live-end").await
}

/// What was found is written down and approved by another person.
async fn judge_the_test(ring: &Ring, window: &Window) -> WebDriverResult<()> {
    for field in ["rating-0", "check-dataIntegrity", "check-alarm", "check-removal"] {
        window.take(field).await?;
        ring.choose_opened(window, 0).await?;
    }
    window.reach("check-text-removal").await?;
    window.write(ring.own("Netz abgebaut, Liste geprüft", "Network taken down, list checked")).await?;
    window.reach("result-strengths").await?;
    window.write(ring.own("Ruhig geführt", "Conducted calmly")).await?;
    window.reach("result-hotWash").await?;
    window.write(ring.own("Alle blieben bis zum Ende", "Everybody stayed to the end")).await?;
    window.take("result-save").await?;
    window.until_text(&ring.say("drill-result-saved")).await?;
    ring.confirm(window, "result-submit", "drill-submit").await?;
    ring.act(window, "Jonas Keller").await?;
    window.take("result-approve").await?;
    // Nobody said which state of the data came back: the record speaks for conditions.
    window
        .until_text(&ring.say_with(
            "verdict-ground-data-not-measured",
            "service",
            ring.own("Anmeldung", "Login"),
        ))
        .await?;
    window.reach("conditions").await?;
    window.write(ring.own("Beim nächsten Mal das RPO messen", "Measure the RPO next time")).await?;
    window.take("approve-send").await?;
    window.until_gone("approve-result").await?;
    window.take("to-report").await?;
    issue(ring, window, "B-2026-002").await
}

async fn prove(ring: &Ring, window: &Window) -> WebDriverResult<()> {
    window.palette("F-2026-001").await?;
    ring.step(window, "confirmEffective", None).await
}

/// As it was known on three days: the review after the emergency (duty 27) was due and then held, the test by a plan (duty
/// 32) as well, and the window shows what the command line counts.
async fn read_the_ledger(ring: &Ring, window: &Window) -> WebDriverResult<()> {
    window.chord(&[], "g").await?;
    window.chord(&[], "k").await?;
    ring.tab(window, "deadlines-tab-due", "deadlines-tab-duties").await?;
    for (day, reviewed, tested) in [("2026-11-02", 0, 0), ("2026-11-10", 1, 0), ("2026-11-19", 1, 1)] {
        let told = ring.lotse(&["ledger", &ring.hafen.display().to_string(), "--on", day, "--json"]);
        let duties = told["duties"].as_array().unwrap();
        let kept = |duty: u64| duties.iter().find(|row| row["duty"] == duty).unwrap()["kept"].as_u64();
        assert_eq!((kept(27), kept(32)), (Some(reviewed), Some(tested)), "on {day}");
        let sum = |names: &[&str]| {
            let counts = duties.iter().flat_map(|row| names.iter().map(|name| row[*name].as_u64().unwrap()));
            counts.sum::<u64>().to_string()
        };
        let sums = [sum(&["kept", "keptLate"]), sum(&["late"]), sum(&["proofMissing"])];
        let [kept, late, missing] = sums.each_ref().map(|sum| FluentValue::from(sum.as_str()));
        let sentence = ring.words.find("ledger-sum", &[("kept", kept), ("late", late), ("missing", missing)]);
        window.fill(&ring.say("deadlines-on"), day).await?;
        let there = format!("return location.hash.includes('on={day}')");
        window.until(&format!("the ledger of {day} is asked for"), &there).await?;
        window.until_text(&sentence.unwrap()).await?;
    }
    Ok(())
}

/// What the windows wrote, read back from the workspace beside them.
fn what_stands_there(ring: &Ring) {
    let said = |number: &str, places: &[&str]| {
        let told = ring.told(number);
        places.iter().map(|place| told.pointer(place).cloned().unwrap_or_default()).collect::<Vec<Value>>()
    };
    assert_eq!(
        said("P-2026-001", &["/phase", "/content/deficiencies/0/text", "/reported"]),
        [json!("teamsInformed"), json!(DEFICIENCY[usize::from(ring.language != "de")]), json!(true)]
    );
    let change = said(
        "A-2026-001",
        &[
            "/phase",
            "/originNumber",
            "/delegations/0/answered/answer/otherDay/day",
            "/delegations/0/answered/way/file/organisation",
            "/implementations/0/implementer",
            "/checks/0/by",
            "/checks/0/passed",
        ],
    );
    assert_eq!(
        change,
        [
            json!("teamsInformed"),
            json!("P-2026-001"),
            json!("2026-11-13"),
            json!("Plattform GmbH"),
            json!(hafen::DENIZ),
            json!(hafen::JONAS),
            json!(true)
        ]
    );
    assert_eq!(said("L-2026-001", &["/valid", "/versions/1/standing"]), [json!(2), json!("valid")]);
    assert_eq!(
        said(
            "T-2026-001",
            &["/phase", "/verdict/verdict", "/verdict/by", "/elapsed/runningMs", "/services/0/recovery"]
        ),
        [
            json!("resultApproved"),
            json!("withConditions"),
            json!(hafen::JONAS),
            json!(47 * 60 * 1000),
            json!(47 * 60)
        ]
    );
    assert_eq!(
        said("F-2026-001", &["/phase", "/effect/proof/drill/number", "/effect/proof/drill/same"]),
        [json!("effective"), json!("T-2026-001"), json!("step")]
    );
    for notice in ["M-2026-001", "M-2026-002", "M-2026-003"] {
        assert_eq!(said(notice, &["/phase"]), [json!("acknowledged")]);
    }
    let mails = ring.mail.mails();
    let to: Vec<&Value> = mails.iter().map(|mail| &mail["to"][0]).collect();
    assert_eq!(to, [&json!("mira@hafen.example"), &json!("deniz@hafen.example")]);
    assert!(
        mails.iter().all(|mail| mail["headers"]["subject"].as_str().unwrap().starts_with("M-2026-003")),
        "{mails:?}"
    );
    for paper in ["B-2026-001.pdf", "B-2026-002.pdf"] {
        let lotse = places::built().join("lotse").display().to_string();
        let mut verify = ring.desk.command(&lotse);
        let verified =
            verify.arg("verify").arg(&ring.hafen).arg("--report").arg(ring.paper(paper)).output().unwrap();
        assert!(verified.status.success(), "{paper}: {}", String::from_utf8_lossy(&verified.stdout));
    }
}
