//! Hafen Cloud on the day on which an emergency is restored: its people and teams, a guide that holds, an action plan that is
//! approved, a finding that is worked on. Told by orders, before anybody opens a window.

use std::cell::Cell;
use std::path::{Path, PathBuf};

use lotse::app::{App, Committed, Order};
use lotse::ids::OrderId;
use lotse::time::Instant;
use lotse::workspace::Workspace;
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::sampled::Counted;

/// Leads the process.
pub const ANNA: &str = "0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e01";
/// Management: approves what others wrote.
pub const JONAS: &str = "0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e02";
/// Coordinates tests.
pub const MIRA: &str = "0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e03";
/// Of the deployment team.
pub const DENIZ: &str = "0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e04";
/// Of the deployment team of the other workspace.
pub const OLE: &str = "0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e05";
const DEPLOYMENT: &str = "0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e11";
const SUPPORT: &str = "0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e12";
const LOGIN: &str = "0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e21";

/// The title of the fourth step of the plan: where the test is interrupted, and what the finding is about.
pub fn fourth_step(language: &str) -> &'static str {
    if language == "de" { "Zugang erneuern" } else { "Renew the access" }
}

/// A workspace that is written into by orders.
pub struct Told {
    app: App,
    language: &'static str,
    orders: Cell<u128>,
}

impl Told {
    /// A new workspace.
    fn create(file: &Path, language: &'static str, now: &str) -> Self {
        let now = instant(now);
        let workspace = Workspace::create(file, None, now).expect("a new workspace");
        let app = App::new(workspace, Box::new(Counted::from(0))).expect("its read models");
        Self { app, language, orders: Cell::new(0) }
    }

    /// Gives an order as of a moment.
    fn order(&self, by: &str, record: Option<&str>, at: &str, command: Value) -> Committed {
        let said = command.to_string();
        self.orders.set(self.orders.get() + 1);
        let order = Order {
            id: OrderId(uuid::Uuid::from_u128(self.orders.get())),
            by: by.parse().expect("a person"),
            record: record.map(|record| record.parse().expect("a record")),
            command: serde_json::from_value(command).unwrap_or_else(|error| panic!("{said}: {error}")),
            batch: None,
        };
        self.app.execute(&order, instant(at)).unwrap_or_else(|fault| panic!("{said}: {fault:?}"))
    }

    /// One of two texts, by the language of the people.
    fn own(&self, german: &'static str, english: &'static str) -> &'static str {
        if self.language == "de" { german } else { english }
    }

    fn people(&self, at: &str, people: &[(&str, &str, &[&str], &[&str])]) {
        for (id, name, roles, teams) in people {
            let email =
                format!("{}@hafen.example", name.split(' ').next().unwrap_or_default().to_lowercase());
            let data = json!({ "name": name, "email": email });
            let put = json!({ "putPerson": { "id": id, "data": data, "roles": roles, "teams": teams } });
            self.order(people[0].0, None, at, json!({ "organisation": put }));
        }
    }

    fn found(&self, founder: (&str, &str), organisation: &str, at: &str) {
        let teams = json!([
            { "id": DEPLOYMENT, "kind": "deployment", "name": self.own("Bereitstellungsteam", "Deployment team") },
            { "id": SUPPORT, "kind": "support", "name": "Support" },
        ]);
        let found = json!({ "name": organisation, "language": self.language, "zone": "Europe/Berlin", "teams": teams,
            "founder": { "name": founder.1, "email": "" } });
        self.order(founder.0, None, at, json!({ "organisation": { "found": found } }));
    }
}

/// Hafen Cloud, up to the hour in which N-2026-001 is restored. `port`: where its mail server listens.
pub fn prepare(desk: &Desk, language: &'static str, port: u16) -> PathBuf {
    let file = desk.folder("papers").join("Hafen.lotse");
    let told = Told::create(&file, language, "2026-10-05T07:00:00Z");
    let began = "2026-10-05T08:00:00Z";
    told.found((ANNA, "Anna Berg"), "Hafen Cloud", began);
    told.people(
        began,
        &[
            (ANNA, "Anna Berg", &["processManager", "recorder", "testCoordinator"], &[]),
            (JONAS, "Jonas Keller", &["management"], &[]),
            (MIRA, "Mira Seidel", &["testCoordinator"], &[SUPPORT]),
            (DENIZ, "Deniz Aydın", &["deploymentTeam"], &[DEPLOYMENT]),
        ],
    );
    let name = told.own("Anmeldung", "Login");
    let service = json!({ "id": LOGIN, "name": name, "rtoMinutes": 60, "rpoMinutes": 5 });
    told.order(ANNA, None, began, json!({ "organisation": { "putService": service } }));
    let server = json!({ "host": "127.0.0.1", "port": port, "security": "none", "user": "",
        "sender": "lotse@hafen.example" });
    told.order(ANNA, None, began, json!({ "policy": { "setMailServer": { "server": server } } }));
    guide(&told);
    plan(&told);
    emergency(&told);
    finding(&told);
    file
}

/// The workspace of the team that is asked, in which nothing happened yet.
pub fn prepare_team(desk: &Desk, language: &'static str) -> PathBuf {
    let file = desk.folder("papers").join("Plattform.lotse");
    let (told, at) = (Told::create(&file, language, "2026-10-05T07:00:00Z"), "2026-10-05T08:00:00Z");
    told.found((OLE, "Ole Brandt"), "Plattform GmbH", at);
    told.people(at, &[(OLE, "Ole Brandt", &["processManager", "deploymentTeam"], &[DEPLOYMENT])]);
    file
}

/// The first version of the guide holds.
fn guide(told: &Told) {
    let at = "2026-10-06T08:00:00Z";
    let title = told.own("Leitfaden Wiederherstellung", "Recovery guide");
    let text = told.own(
        "## 1. Lage klären {#lage}\n\nWer ist betroffen?\n\n## 2. Zugang prüfen {#zugang}\n\nZertifikate ansehen.\n",
        "## 1. Clarify the situation {#lage}\n\nWho is affected?\n\n## 2. Check the access {#zugang}\n\nLook at the certificates.\n",
    );
    let none = told.own("Der Leitfaden ist neu", "The guide is new");
    let remarks = json!({ "change": "", "teams": [], "noTeams": none });
    let create = json!({ "kind": "recoveryGuide", "title": title, "text": text, "remarks": remarks });
    let order =
        |by: &str, command: Value| told.order(by, Some("L-2026-001"), at, json!({ "guide": command }));
    told.order(ANNA, None, at, json!({ "guide": { "create": create } }));
    order(ANNA, json!({ "submit": { "version": 1 } }));
    order(JONAS, json!({ "approve": { "version": 1 } }));
    order(JONAS, json!({ "putInForce": { "version": 1, "from": "2026-10-06" } }));
}

/// An action plan of six steps, approved by another person than its author.
fn plan(told: &Told) {
    let at = "2026-10-07T08:00:00Z";
    let titles = if told.language == "de" {
        [
            "Verkehr abschalten",
            "Datenbank übernehmen",
            "Namen umstellen",
            fourth_step("de"),
            "Anmelden",
            "Verkehr freigeben",
        ]
    } else {
        [
            "Stop the traffic",
            "Take the database over",
            "Switch the names",
            fourth_step("en"),
            "Log in",
            "Release the traffic",
        ]
    };
    let step = |(count, title): (u8, &&str)| {
        json!({ "id": format!("0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e3{count}"), "number": count.to_string(), "title": title,
            "plannedMinutes": 10, "expected": told.own("Es ist so", "It is so"), "role": told.own("Betrieb", "Operations"),
            "dependsOn": if count > 1 { vec![format!("0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e3{}", count - 1)] } else { vec![] } })
    };
    let steps: Vec<Value> = (1..).zip(&titles).map(step).collect();
    let about = json!({
        "title": told.own("Umschaltung nach Nordeuropa", "Failover to North Europe"),
        "kind": "fullFailover",
        "scenario": told.own("Der Zugang zur Region fällt aus", "The access to the region fails"),
        "scope": name_of_login(told),
        "stopRules": told.own("Bei Verlust von Daten", "When data are lost"),
        "services": [{ "service": LOGIN, "rtoMinutes": 60, "rpoMinutes": 5,
            "startsWith": told.own("Verkehr abgeschaltet", "Traffic stopped"),
            "endsWith": told.own("Testkonto angemeldet", "Test account logged in") }],
        "objectives": [{ "id": "0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e41", "text": told.own("Anmelden geht wieder", "Logging in works again"),
            "criterion": told.own("binnen einer Stunde", "within an hour") }],
        "seats": [{ "role": told.own("Betrieb", "Operations"), "person": DENIZ, "deputy": ANNA }],
    });
    let content = json!({ "about": about, "steps": steps });
    told.order(MIRA, None, at, json!({ "plan": { "open": { "content": content } } }));
    told.order(MIRA, Some("K-2026-001"), at, json!({ "plan": { "submit": {} } }));
    told.order(JONAS, Some("K-2026-001"), at, json!({ "plan": { "approve": { "version": 1 } } }));
}

fn name_of_login(told: &Told) -> &'static str {
    told.own("Anmeldung", "Login")
}

/// N-2026-001, from the report to the minute in which it is restored.
fn emergency(told: &Told) {
    let title = told.own("Anmeldung am Portal: Zeitüberschreitung", "Login to the portal: timeout");
    let moment = |time: &str| json!({ "at": format!("2026-11-02T{time}:00Z"), "zone": "Europe/Berlin", "precision": "exact" });
    let report = json!({ "title": title, "source": "monitoring", "noticed": moment("06:05"), "impactStart": moment("06:00"),
        "severity": "critical", "services": [LOGIN] });
    told.order(ANNA, None, "2026-11-02T06:06:00Z", json!({ "incident": { "report": report } }));
    let reason = told.own("Niemand kommt hinein", "Nobody gets in");
    let declared = json!({ "declareEmergency": { "at": moment("06:20"), "decider": ANNA, "reason": reason, "consulted": [DENIZ] } });
    let cause = told.own("Zertifikat abgelaufen", "A certificate had expired");
    let steps = [
        ("06:10", json!({ "startAssessment": { "at": moment("06:10") } })),
        (
            "06:15",
            json!({ "consultDeploymentTeam": { "at": moment("06:15"), "person": DENIZ, "advice": reason } }),
        ),
        ("06:20", declared),
        ("06:22", json!({ "assignRole": { "role": "lead", "person": ANNA, "at": moment("06:22") } })),
        ("06:25", json!({ "formTeam": { "at": moment("06:25") } })),
        (
            "06:30",
            json!({ "stateFact": { "fact": "scope", "text": told.own("Alle Mandanten", "All tenants") } }),
        ),
        (
            "06:31",
            json!({ "stateFact": { "fact": "impact", "text": told.own("Keine Anmeldung", "No login") } }),
        ),
        ("06:32", json!({ "stateFact": { "fact": "cause", "text": cause } })),
        ("06:35", json!({ "completeAnalysis": { "at": moment("06:35") } })),
        ("06:40", json!({ "startRecovery": { "at": moment("06:40") } })),
        ("07:10", json!({ "setMilestone": { "milestone": "running", "to": moment("07:10"), "reason": "" } })),
        ("07:30", json!({ "markRestored": { "at": moment("07:30") } })),
    ];
    for (time, step) in steps {
        told.order(ANNA, Some("N-2026-001"), &format!("2026-11-02T{time}:30Z"), json!({ "incident": step }));
    }
}

/// F-2026-001: the step that took too long in the emergency.
fn finding(told: &Told) {
    let order = |by: &str, record: Option<&str>, at: &str, command: Value| {
        told.order(by, record, at, json!({ "finding": command }))
    };
    let at = |time: &str| json!({ "at": time, "zone": "Europe/Berlin", "precision": "exact" });
    let details = json!({
        "description": told.own("Das Erneuern dauerte 30 Minuten", "Renewing took 30 minutes"),
        "concerns": { "step": fourth_step(told.language), "services": [LOGIN] },
        "action": told.own("Erneuern nach Anleitung", "Renew by instruction"),
        "proofWanted": told.own("Ein Test, in dem der Schritt gelingt", "A test in which the step succeeds"),
        "priority": "high",
    });
    let incident = told
        .order(
            ANNA,
            Some("N-2026-001"),
            "2026-11-02T08:00:00Z",
            json!({ "incident": { "rateSeverity": { "severity": "high" } } }),
        )
        .record;
    let raise = json!({ "origin": { "incident": { "incident": incident } },
        "title": told.own("Zugang erneuern dauert zu lange", "Renewing the access takes too long"), "kind": "minor",
        "details": details, "owner": DENIZ, "due": "2026-12-18" });
    let now = "2026-11-02T09:00:00Z";
    order(ANNA, None, now, json!({ "raise": raise }));
    order(DENIZ, Some("F-2026-001"), now, json!({ "accept": { "at": at(now) } }));
    order(DENIZ, Some("F-2026-001"), now, json!({ "start": { "at": at(now) } }));
}

fn instant(text: &str) -> Instant {
    text.parse().expect("a moment")
}
