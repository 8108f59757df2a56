//! A guide from its import over approval and use in an emergency to the go-bag, through the whole core.

use std::io::Read;

use page_validation::{SafetyLimits, ValidationOptions, ValidationProfile, validate_pdf_bytes};

use super::*;
use crate::domain::guide::{self, Deed, Kind, Remarks, Stage, Standing};
use crate::domain::incident::{GuideUse, StepResult};
use crate::domain::organisation::Role;
use crate::importers::guides::{self, Document, Found};
use crate::importers::opening::{SourceFile, open};
use crate::queries::views::{GuideQuery, GuideView, GuidesPage};
use crate::reports::frame::PaperAsked;
use crate::time::Day;

const JONAS: PersonId = PersonId(uuid::Uuid::from_u128(0xc));
const TEXT: &str = "# Leitfaden Druck\n\n## 1. Lage klären {#lage}\n\nAnrufen.\n\n## 2. Netz prüfen\n\n```sh\n  ping 10.0.0.1\n```\n\n- [ ] Router\n- [x] Kabel\n\n| Wer | Wann |\n|---|---|\n| Anna | sofort |\n";

impl Desk {
    fn write(
        &self,
        who: PersonId,
        record: Option<StreamId>,
        command: guide::Command,
    ) -> Result<Committed, Fault> {
        self.app.execute(&Order { by: who, ..self.order(record, Command::Guide(command)) }, now())
    }

    fn with_jonas(self) -> Self {
        let data = PersonalData {
            name: "Jonas Weber".to_owned(),
            email: "j@x.de".to_owned(),
            phone: "0711 1".to_owned(),
        };
        let put = organisation::Command::PutPerson {
            id: JONAS,
            data: Some(data),
            roles: [Role::Management].into(),
            teams: [].into(),
        };
        self.give(None, Command::Organisation(put)).unwrap();
        self
    }

    fn guides(&self, query: GuideQuery) -> GuidesPage {
        let Answer::Guides(page) = self.app.query(&Question::Guides(Box::new(query)), now()).unwrap() else {
            panic!("no documents")
        };
        page
    }

    fn guide(&self, record: StreamId, version: Option<u32>, by: Option<PersonId>) -> Box<GuideView> {
        let question = Question::Guide { record: RecordRef::Id(record), version, by };
        let Answer::Guide(view) = self.app.query(&question, now()).unwrap() else { panic!("no document") };
        view
    }

    fn bring(&self, text: &str, write: bool) -> GuidesTaken {
        let document = Document {
            file: "druck.md".to_owned(),
            title: "Leitfaden Druck".to_owned(),
            kind: None,
            text: text.to_owned(),
        };
        let found = Found { documents: vec![document], problems: Vec::new() };
        self.app.take_guides(&found, Kind::RecoveryGuide, ANNA, write, now()).unwrap()
    }

    fn remark(&self, record: StreamId, version: u32, text: &str) {
        let revision = self.guide(record, Some(version), None).versions[version as usize - 1].revision;
        let remarks =
            Remarks { change: "neu".to_owned(), no_teams: "nur intern".to_owned(), ..Remarks::default() };
        let edit = guide::Command::Edit { version, revision, text: text.to_owned(), remarks };
        self.write(ANNA, Some(record), edit).unwrap();
    }

    fn in_force(&self, record: StreamId, version: u32, text: &str) {
        self.remark(record, version, text);
        self.write(ANNA, Some(record), guide::Command::Submit { version }).unwrap();
        self.write(JONAS, Some(record), guide::Command::Approve { version }).unwrap();
        let from: Day = "2026-05-02".parse().unwrap();
        self.write(JONAS, Some(record), guide::Command::PutInForce { version, from }).unwrap();
    }
}

fn valid() -> (Desk, StreamId) {
    let desk = Desk::founded().with_jonas();
    desk.bring(TEXT, true);
    let record = desk.guides(GuideQuery::default()).items[0].id;
    desk.in_force(record, 1, TEXT);
    (desk, record)
}

#[test]
fn a_folder_is_taken_over_as_drafts_and_the_same_folder_again_changes_nothing() {
    let desk = Desk::founded();
    let files = [("druck.md", TEXT), ("netz/netz.md", "# Netz\n\n## A\n"), ("bild.png", "\u{0}\u{1}")];
    let files =
        files.map(|(name, text)| SourceFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() });
    let found = guides::read(&open("leitfaden", files.to_vec()));
    let would = desk.app.take_guides(&found, Kind::RecoveryGuide, ANNA, false, now()).unwrap();
    assert_eq!((would.new, desk.guides(GuideQuery::default()).total), (2, 0), "a dry run writes nothing");
    let taken = desk.app.take_guides(&found, Kind::RecoveryGuide, ANNA, true, now()).unwrap();
    assert_eq!((taken.new, taken.changed, taken.refused.len()), (2, 0, 1));
    let page = desk.guides(GuideQuery::default());
    let rows: Vec<_> =
        page.items.iter().map(|row| (row.number.as_str(), row.title.as_str(), row.stage)).collect();
    let draft = Some(Stage::Draft);
    assert_eq!(rows, [("L-2026-001", "Leitfaden Druck", draft), ("L-2026-002", "Netz", draft)]);
    let again = desk.app.take_guides(&found, Kind::RecoveryGuide, ANNA, true, now()).unwrap();
    assert_eq!((again.new, again.changed, again.unchanged), (0, 0, 2));
}

#[test]
fn another_text_of_a_known_title_becomes_a_draft_and_never_what_is_before_those_who_approve() {
    let (desk, record) = valid();
    let changed = desk.bring("# Leitfaden Druck\n\n## Neu\n", true);
    assert_eq!((changed.changed, desk.guide(record, None, None).open), (1, Some(2)));
    desk.remark(record, 2, "# Leitfaden Druck\n\n## Neu\n");
    desk.write(ANNA, Some(record), guide::Command::Submit { version: 2 }).unwrap();
    let refused = desk.bring("# Leitfaden Druck\n\n## Anders\n", true);
    assert_eq!((refused.changed, refused.refused.len()), (0, 1));
}

#[test]
fn the_list_knows_which_version_holds_and_sorts_and_filters() {
    let (desk, record) = valid();
    desk.bring(TEXT, true);
    desk.write(ANNA, Some(record), guide::Command::StartVersion {}).unwrap();
    let other = guide::Command::Create {
        kind: Kind::ProcessText,
        title: "Ablauf".to_owned(),
        text: String::new(),
        remarks: Remarks::default(),
        file: None,
    };
    desk.write(ANNA, None, other).unwrap();
    let titles = |query| desk.guides(query).items.into_iter().map(|row| row.title).collect::<Vec<_>>();
    assert_eq!(titles(GuideQuery::default()), ["Ablauf", "Leitfaden Druck"]);
    assert_eq!(titles(GuideQuery { descending: true, ..GuideQuery::default() })[0], "Leitfaden Druck");
    let kinds = vec![Kind::ProcessText];
    assert_eq!(titles(GuideQuery { kinds, ..GuideQuery::default() }), ["Ablauf"]);
    assert_eq!(
        titles(GuideQuery { search: "druck".to_owned(), ..GuideQuery::default() }),
        ["Leitfaden Druck"]
    );
    let page = desk.guides(GuideQuery { valid: Some(true), ..GuideQuery::default() });
    assert_eq!((page.total, page.all), (1, 2));
    let row = &page.items[0];
    assert_eq!((row.valid, row.open, row.stage), (Some(1), Some(2), Some(Stage::Draft)));
}

#[test]
fn who_wrote_a_version_sees_that_somebody_else_approves_it() {
    let desk = Desk::founded().with_jonas();
    desk.bring(TEXT, true);
    let record = desk.guides(GuideQuery::default()).items[0].id;
    desk.remark(record, 1, TEXT);
    desk.write(ANNA, Some(record), guide::Command::Submit { version: 1 }).unwrap();
    let against = |by| {
        let view = desk.guide(record, None, Some(by));
        view.possible.into_iter().find(|possible| possible.deed == Deed::Approve).unwrap().refusal
    };
    assert_eq!(against(ANNA), Some(guide::Refusal::GuideAuthorApproves));
    assert_eq!(against(JONAS), None);
    let view = desk.guide(record, None, None);
    assert_eq!((view.versions[0].standing, view.blocks.len()), (Standing::InReview, 7));
}

#[test]
fn a_title_stays_that_of_one_document_even_after_it_bears_another_one() {
    let (desk, record) = valid();
    let create = |title: &str| guide::Command::Create {
        kind: Kind::RecoveryGuide,
        title: title.to_owned(),
        text: String::new(),
        remarks: Remarks::default(),
        file: None,
    };
    let taken = |fault| match fault {
        Err(Fault::Refused(Refusal::Guide(guide::Refusal::GuideTitleTaken { number }))) => number,
        other => panic!("{other:?}"),
    };
    assert_eq!(taken(desk.write(ANNA, None, create(" leitfaden DRUCK "))), "L-2026-001");
    let retitle = |title: &str| guide::Command::Retitle { title: title.to_owned() };
    desk.write(ANNA, Some(record), retitle("Leitfaden Drucken")).unwrap();
    assert_eq!(taken(desk.write(ANNA, None, create("Leitfaden Druck"))), "L-2026-001");
    let other = desk.write(ANNA, None, create("Leitfaden Netz")).unwrap().record;
    assert_eq!(taken(desk.write(ANNA, Some(other), retitle("Leitfaden Druck"))), "L-2026-001");
    desk.write(ANNA, Some(record), retitle("Leitfaden Druck")).unwrap();
    assert_eq!(desk.bring(TEXT, true).unchanged, 1, "a file with a former title is still that document");
}

/// An emergency that was recovered by a version of the guide.
fn recovered(desk: &Desk, version: &str, steps: &[(&str, StepResult)]) -> StreamId {
    let record = declared(desk);
    lead(record, desk);
    for fact in [Fact::Scope, Fact::Impact, Fact::Cause] {
        desk.tell(record, incident::Command::StateFact { fact, text: "bekannt".to_owned() });
    }
    desk.tell(record, incident::Command::CompleteAnalysis { at: at("2026-05-01T08:50:00Z") });
    let guide = Some(GuideUse { title: "leitfaden druck".to_owned(), version: version.to_owned() });
    desk.tell(record, incident::Command::StartRecovery { at: at("2026-05-01T09:00:00Z"), guide });
    for (place, (title, result)) in (0_u128..).zip(steps) {
        let id = PartId(uuid::Uuid::from_u128(0x90 + place));
        let (title, result, at) = ((*title).to_owned(), *result, at("2026-05-01T09:10:00Z"));
        let deviation = "anders".to_owned();
        desk.tell(record, incident::Command::RecordStep { id, title, result, deviation, at });
    }
    record
}

#[test]
fn a_step_knows_when_it_was_passed_last_and_whether_its_text_is_another_one_since() {
    let (desk, record) = valid();
    let steps = [("1. Lage klären", StepResult::Done), ("Netz prüfen", StepResult::Failed)];
    let emergency = recovered(&desk, "1", &steps);
    let passed = |desk: &Desk| {
        let steps = desk.guide(record, None, None).steps.into_iter();
        steps.map(|step| step.passed.map(|passed| (passed.version, passed.text_changed))).collect::<Vec<_>>()
    };
    assert_eq!(passed(&desk), [Some(("1".to_owned(), Some(false))), None]);
    assert_eq!(desk.guide(record, None, None).used[0].record, emergency);
    desk.write(ANNA, Some(record), guide::Command::StartVersion {}).unwrap();
    desk.remark(record, 2, &TEXT.replace("Anrufen", "Schreiben").replace("1. Lage klären", "3. Lage prüfen"));
    assert_eq!(passed(&desk), [Some(("1".to_owned(), Some(true))), None], "the key is the same");
    let before = desk.rows();
    assert!(before.iter().any(|row| row.starts_with("guide_step:")));
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), before);
}

#[test]
fn what_an_emergency_says_of_its_guide_goes_with_what_is_taken_back() {
    let (desk, record) = valid();
    let emergency = recovered(&desk, "3.2", &[]);
    assert_eq!(desk.guide(record, None, None).used[0].version, "3.2");
    let step = desk.view(emergency).newest_step.unwrap().id;
    desk.tell(emergency, incident::Command::TakeBackStep { step, reason: "Irrtum".to_owned() });
    assert!(desk.guide(record, None, None).used.is_empty());
}

#[test]
fn two_versions_differ_by_step_and_line() {
    let (desk, record) = valid();
    desk.write(ANNA, Some(record), guide::Command::StartVersion {}).unwrap();
    desk.remark(record, 2, &TEXT.replace("Anrufen.", "Schreiben."));
    let question = Question::GuideDifference { record: RecordRef::Id(record), from: 1, to: 2 };
    let Answer::GuideDifference(view) = desk.app.query(&question, now()).unwrap() else { panic!("none") };
    assert_eq!(view.steps[0].lines.len(), 2);
    let missing = Question::GuideDifference { record: RecordRef::Id(record), from: 1, to: 9 };
    assert!(matches!(desk.app.query(&missing, now()), Err(Fault::Failed(Failure::NoSuchRecord { .. }))));
}

#[test]
fn a_long_guide_is_kept_whole() {
    let desk = Desk::founded();
    let long =
        format!("# Lang\n\n{}", "## Schritt \"\\\n\nViel zu tun, und alles steht hier.\n\n".repeat(8_000));
    let create = guide::Command::Create {
        kind: Kind::RecoveryGuide,
        title: "Lang".to_owned(),
        text: long.clone(),
        remarks: Remarks::default(),
        file: None,
    };
    let record = desk.write(ANNA, None, create).unwrap().record;
    let view = desk.guide(record, None, None);
    assert_eq!((view.text == long, view.steps.len()), (true, 8_000));
}

#[test]
fn a_go_bag_holds_what_is_valid_and_the_same_facts_give_the_same_bytes() {
    let (desk, _) = valid();
    let asked = PaperAsked { language: Language::De, by: Some(ANNA), at: now() };
    let bag = desk.app.go_bag(&asked).unwrap();
    let names: Vec<_> = bag.files.iter().map(|file| file.name.as_str()).collect();
    let expected = [
        "LIESMICH-README.txt",
        "L-2026-001 Leitfaden Druck v1.pdf",
        "Schritte zu L-2026-001 Leitfaden Druck v1.pdf",
        "Kontakte.pdf",
        "Protokoll zum Ausfüllen.pdf",
    ];
    assert_eq!((bag.name.as_str(), names.as_slice()), ("Notfallmappe 2026-05-02", expected.as_slice()));
    assert!(bag.files[1..].iter().all(|file| file.bytes.starts_with(b"%PDF")));
    assert_eq!(desk.app.go_bag(&asked).unwrap(), bag);
    let readme = String::from_utf8(bag.files[0].bytes.clone()).unwrap();
    assert!(
        readme.contains("Loftware Cloud") && readme.contains("L-2026-001 Leitfaden Druck v1.pdf"),
        "{readme}"
    );
    let folder = tempfile::tempdir().unwrap();
    bag.write(&folder.path().join("mappe")).unwrap();
    assert!(bag.write(&folder.path().join("mappe")).is_err(), "what is old is not mixed with what is new");
}

#[test]
fn every_paper_of_a_go_bag_and_a_draft_of_a_guide_are_whole() {
    let (desk, record) = valid();
    let asked = PaperAsked { language: Language::En, by: Some(ANNA), at: now() };
    let mut papers: Vec<_> = desk.app.go_bag(&asked).unwrap().files.split_off(1);
    let odd = "#### Tief\n\n- a\n  1. b\n     > c\n\n     ```\n     d\n     ```\n\n# Hoch\n\n| A |\n|---|\n| 1 | 2 |\n\n<b>x</b> \u{1f980}\n";
    desk.write(ANNA, Some(record), guide::Command::StartVersion {}).unwrap();
    desk.remark(record, 2, odd);
    let draft = desk.app.guide(RecordRef::Id(record), Some(2), &asked).unwrap();
    papers.push(Packed { name: "draft".to_owned(), bytes: draft });
    for Packed { name, bytes } in papers {
        for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
            let options = ValidationOptions::default().profile(profile).limits(SafetyLimits::unlimited());
            let failures = validate_pdf_bytes(&bytes, &options).unwrap().failures;
            assert!(failures.is_empty(), "{name}: {failures:?}");
        }
    }
    let held = desk.app.guide(RecordRef::Id(record), None, &asked).unwrap();
    let pdf = lopdf::Document::load_mem(&held).unwrap();
    let text = pdf.extract_text(&pdf.get_pages().into_keys().collect::<Vec<_>>()).unwrap();
    assert!(text.contains("Lage klären") && !text.contains("Tief"), "the version that holds: {text}");
}

#[test]
fn a_go_bag_with_a_password_opens_with_it_alone() {
    let desk = Desk::founded();
    let asked = PaperAsked { language: Language::En, by: None, at: now() };
    let bag = desk.app.go_bag(&asked).unwrap();
    let closed = bag.closed("geheim").unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(closed)).unwrap();
    assert_eq!(archive.len(), 3, "no guide is valid yet");
    assert!(archive.by_index(0).is_err());
    assert!(archive.by_index_decrypt(0, b"falsch").is_err());
    let mut text = String::new();
    archive.by_index_decrypt(0, b"geheim").unwrap().read_to_string(&mut text).unwrap();
    assert!(text.contains("No version of a guide was valid"), "{text}");
}

#[test]
fn whoever_wrote_a_version_does_not_approve_it_under_another_name() {
    let desk = Desk::founded().with_jonas();
    let create = guide::Command::Create {
        kind: Kind::RecoveryGuide,
        title: "Leitfaden Netz".to_owned(),
        text: TEXT.to_owned(),
        remarks: Remarks { no_teams: "keine".to_owned(), ..Remarks::default() },
        file: None,
    };
    let record = desk.write(ANNA, None, create).unwrap().record;
    desk.write(ANNA, Some(record), guide::Command::Submit { version: 1 }).unwrap();
    let data = PersonalData { name: "Petra Neu".to_owned(), email: String::new(), phone: String::new() };
    let roles = [Role::Management, Role::ProcessManager].into();
    let renamed = organisation::Command::PutPerson { id: ANNA, data: Some(data), roles, teams: [].into() };
    desk.give(None, Command::Organisation(renamed)).unwrap();
    let refused = desk.write(ANNA, Some(record), guide::Command::Approve { version: 1 });
    let why = guide::Refusal::GuideAuthorApproves;
    assert!(matches!(refused, Err(Fault::Refused(Refusal::Guide(found))) if found == why));
    assert!(desk.write(JONAS, Some(record), guide::Command::Approve { version: 1 }).is_ok());
}
