//! What the window, the command line and scripts may say and hear: two verbs, one event. Plain data with a JSON shape.
//! Knows no rule.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::drill::Tick;
use crate::domain::finding;
use crate::domain::guide::markdown::Block;
use crate::domain::incident::Milestone;
use crate::domain::organisation::Language;
use crate::domain::plan::Difference;
use crate::domain::{Command, Refusal};
use crate::ids::{BlobHash, Number, OrderId, PersonId, RecordRef, StreamId};
use crate::importers::action_plan::PlanRead;
use crate::queries::views;
use crate::reports::frame::PaperAsked;
use crate::time::{Day, Instant, Moment};

/// An order: who wants what to happen. Sent twice with one id it happens once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Order {
    /// Made by the sender; the key of idempotency.
    pub id: OrderId,
    /// Who orders.
    pub by: PersonId,
    /// The record that it is about; none for a new one.
    #[serde(default)]
    pub record: Option<RecordRef>,
    /// What is ordered.
    pub command: Command,
    /// The batch of an import that the order belongs to.
    #[serde(default)]
    pub batch: Option<StreamId>,
}

impl Order {
    /// The same with what the machine's stopwatch says, where it is about the course of a test and brings no reading.
    #[must_use]
    pub fn read_at(mut self, tick: Option<Tick>) -> Self {
        if let Command::Drill(command) = &mut self.command {
            command.read_at(tick);
        }
        self
    }
}

/// The answer to an order: it is on the disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Committed {
    /// The order.
    pub order: OrderId,
    /// The record that it was about.
    pub record: StreamId,
    /// Its number.
    pub number: Option<Number>,
    /// What happened, in order; empty when nothing had to.
    pub events: Vec<Happened>,
    /// Whether the order `undo` takes it back; what cannot be undone stands, or has an order of its own that takes it back.
    pub undoable: bool,
    /// What the window has to ask anew: `home`, `register`, `journal`, `organisation`, `policy`, `reports`, `batches`,
    /// `reviews`, `findings`, `changes`, `plans`, `drills`, `inbox`, `record:` with the record's id.
    pub stale: Vec<String>,
}

/// An event as an answer tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Happened {
    /// Its place in the log.
    #[ts(type = "number")]
    pub seq: u64,
    /// Its kind.
    pub kind: String,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Question {
    /// What needs somebody now. → `Answer::Home`
    Home {},
    /// A page of the register. → `Answer::Register`
    Register(Box<views::RegisterQuery>),
    /// Everything about an incident or emergency. → `Answer::Incident`
    Incident {
        /// The record.
        record: RecordRef,
    },
    /// What changes when a milestone is moved; nothing is written. → `Answer::Preview`
    PreviewMilestone {
        /// The record.
        record: RecordRef,
        /// Which milestone.
        milestone: Milestone,
        /// Where it would be moved; none takes it back.
        to: Option<Moment>,
    },
    /// What contains these words. → `Answer::Search`
    Search {
        /// The words; the last may be the beginning of one.
        text: String,
        /// At most so many, 1 to 200.
        #[serde(default = "views::page")]
        limit: u32,
        /// Best first instead of newest first; ranks the newest 500 only.
        #[serde(default)]
        ranked: bool,
    },
    /// A page of the journal, newest first. → `Answer::Journal`
    Journal(views::JournalQuery),
    /// The organisation: people, teams, services, SLA levels. → `Answer::Organisation`
    Organisation {},
    /// Issued reports, and records that wait for theirs. → `Answer::Reports`
    Reports {},
    /// Batches of imports, newest first. → `Answer::Batches`
    Batches {},
    /// Where the chain stands. → `Answer::Chain`
    Chain {},
    /// Numbers for the register's filters. → `Answer::Facets`
    Facets {},
    /// What is due, as it was known at the end of a day. → `Answer::Deadlines`
    Deadlines {
        /// The day; none is now.
        #[serde(default)]
        on: Option<Day>,
        /// Within so many days after it; none is without a limit.
        #[serde(default)]
        within: Option<u32>,
        /// Also what is settled.
        #[serde(default)]
        kept: bool,
    },
    /// How the 33 duties stand, as it was known at the end of a day. → `Answer::Ledger`
    Ledger {
        /// The day; none is now.
        #[serde(default)]
        on: Option<Day>,
        /// The duty whose occurrences are wanted, 1 to 33.
        #[serde(default)]
        duty: Option<u8>,
        /// The occurrences of every duty, where none is named.
        #[serde(default)]
        every: bool,
    },
    /// The days of a time, at most 400, each with what speaks against it. → `Answer::Days`
    Days {
        /// The first.
        from: Day,
        /// The last.
        until: Day,
    },
    /// The rules that make deadlines. → `Answer::Policy`
    Policy {},
    /// A page of the process reviews, and which is due next. → `Answer::Reviews`
    Reviews(Box<views::ReviewsQuery>),
    /// Everything about a process review. → `Answer::Review`
    Review {
        /// The record.
        record: RecordRef,
        /// Who looks: what can be done stands there for this person.
        #[serde(default)]
        by: Option<PersonId>,
    },
    /// A page of the findings. → `Answer::Findings`
    Findings(Box<views::FindingQuery>),
    /// Everything about a finding. → `Answer::Finding`
    Finding {
        /// The record.
        record: RecordRef,
        /// Who asks; what this person may not do, because another has to, says so.
        #[serde(default)]
        by: Option<PersonId>,
    },
    /// Earlier findings about the same. → `Answer::SimilarFindings`
    SimilarFindings {
        /// What they are compared with.
        concerns: finding::Concern,
    },
    /// A page of change requests, which is also the board. → `Answer::Changes`
    Changes(Box<views::ChangesQuery>),
    /// Everything about a change request. → `Answer::Change`
    Change {
        /// The record.
        record: RecordRef,
        /// For whom it is said what can be done.
        #[serde(default)]
        by: Option<PersonId>,
    },
    /// A page of the action plans. → `Answer::Plans`
    Plans(Box<views::PlansQuery>),
    /// Everything about an action plan. → `Answer::Plan`
    Plan {
        /// The record.
        record: RecordRef,
        /// Who asks: what they may do is said for them.
        #[serde(default)]
        by: Option<PersonId>,
    },
    /// What changed between two versions of an action plan. → `Answer::PlanDifference`
    PlanDifference {
        /// The record.
        record: RecordRef,
        /// From this version.
        from: u32,
        /// To this one.
        to: u32,
    },
    /// What a file of an action plan says, whose bytes are in the workspace; nothing is written. → `Answer::PlanRead`
    ReadPlan {
        /// SHA-256 of the bytes.
        hash: BlobHash,
        /// The file's name.
        name: String,
    },
    /// A page of the DR tests. → `Answer::Drills`
    Drills(Box<views::DrillsQuery>),
    /// Everything about a DR test, clocks as they stand now. → `Answer::Drill`
    Drill {
        /// The record.
        record: RecordRef,
        /// Who asks: what they may do is said for them.
        #[serde(default)]
        by: Option<PersonId>,
        /// What a stopwatch says; where none is given, whoever takes the question in reads the machine's.
        #[serde(default)]
        tick: Option<Tick>,
    },
    /// What tests have proved, and which would close most of what is open. → `Answer::Coverage`
    Coverage {
        /// As of this day; none for today.
        #[serde(default)]
        on: Option<Day>,
    },
    /// A page of the documents of the process. → `Answer::Guides`
    Guides(Box<views::GuideQuery>),
    /// Everything about a document, with the text of one of its versions. → `Answer::Guide`
    Guide {
        /// The record.
        record: RecordRef,
        /// The version; none is the one that somebody works on, else the one that holds, else the newest.
        #[serde(default)]
        version: Option<u32>,
        /// For whom it is said which deeds are possible; none is somebody who wrote nothing.
        #[serde(default)]
        by: Option<PersonId>,
    },
    /// What is different between two versions of a document. → `Answer::GuideDifference`
    GuideDifference {
        /// The record.
        record: RecordRef,
        /// The earlier one.
        from: u32,
        /// The later one.
        to: u32,
    },
    /// A text in Markdown as blocks; nothing is written. → `Answer::Markdown`
    Markdown {
        /// The text.
        text: String,
    },
    /// A page of notices. → `Answer::Notices`
    Notices(Box<views::NoticesQuery>),
    /// Everything about a notice. → `Answer::Notice`
    Notice {
        /// The record.
        record: RecordRef,
        /// For whom it is said what can be done.
        #[serde(default)]
        by: Option<PersonId>,
    },
    /// What comes near that is a matter of this person, and what they took note of. → `Answer::Inbox`
    Inbox {
        /// Who.
        by: PersonId,
    },
}

impl Question {
    /// The same with what the machine's stopwatch says, where it is about a test and brings no reading.
    #[must_use]
    pub fn read_at(mut self, reading: Option<Tick>) -> Self {
        if let Self::Drill { tick: tick @ None, .. } = &mut self {
            *tick = reading;
        }
        self
    }
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Answer {
    /// What needs somebody now.
    Home(views::HomeView),
    /// A page of the register.
    Register(views::RegisterPage),
    /// Everything about an incident or emergency.
    Incident(Box<views::IncidentView>),
    /// What changes when a milestone is moved.
    Preview(views::Preview),
    /// What contains the words.
    Search(views::SearchPage),
    /// A page of the journal.
    Journal(views::JournalPage),
    /// The organisation.
    Organisation(views::OrganisationView),
    /// Reports.
    Reports(views::ReportsView),
    /// Batches.
    Batches(Vec<views::BatchRow>),
    /// Where the chain stands.
    Chain(views::ChainView),
    /// Numbers for the register's filters.
    Facets(views::Facets),
    /// What is due.
    Deadlines(views::DeadlinesView),
    /// How the duties stand.
    Ledger(views::LedgerView),
    /// Days of the calendar.
    Days(Vec<views::DayView>),
    /// The rules.
    Policy(views::PolicyView),
    /// A page of the process reviews.
    Reviews(views::ReviewsPage),
    /// Everything about a process review.
    Review(Box<views::ReviewView>),
    /// A page of the findings.
    Findings(views::FindingPage),
    /// Everything about a finding.
    Finding(Box<views::FindingView>),
    /// Earlier findings about the same.
    SimilarFindings(Vec<views::SimilarFinding>),
    /// A page of change requests.
    Changes(views::ChangesPage),
    /// Everything about a change request.
    Change(Box<views::ChangeView>),
    /// A page of the action plans.
    Plans(views::PlansPage),
    /// Everything about an action plan.
    Plan(Box<views::PlanView>),
    /// What changed between two versions.
    PlanDifference(Box<Difference>),
    /// What a file of an action plan says.
    PlanRead(Box<PlanRead>),
    /// A page of the DR tests.
    Drills(views::DrillsPage),
    /// Everything about a DR test.
    Drill(Box<views::DrillView>),
    /// What tests have proved.
    Coverage(views::CoverageView),
    /// Documents of the process.
    Guides(views::GuidesPage),
    /// Everything about a document.
    Guide(Box<views::GuideView>),
    /// What is different between two versions.
    GuideDifference(views::GuideDifferenceView),
    /// A text as blocks.
    Markdown(Vec<Block>),
    /// A page of notices.
    Notices(views::NoticesPage),
    /// Everything about a notice.
    Notice(Box<views::NoticeView>),
    /// What comes near.
    Inbox(views::InboxView),
}

/// Bytes that can be asked for beside the two verbs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Bytes {
    /// A file of evidence or an issued report, by its hash.
    Evidence {
        /// SHA-256.
        hash: BlobHash,
    },
    /// The draft of the post-incident report, set from the facts as they are now.
    Draft {
        /// The record.
        record: RecordRef,
        /// The language of the paper.
        language: Language,
    },
    /// What needs somebody, as a paper.
    Today(PaperAsked),
    /// The register under the filters and in the order of a question, as a paper; the question's page does not count.
    Register {
        /// The question.
        query: Box<views::RegisterQuery>,
        /// Who asks for the paper.
        asked: PaperAsked,
    },
    /// The deadlines as an iCalendar file.
    Calendar {
        /// The language of its entries.
        language: Language,
        /// The instant for which it holds.
        at: Instant,
    },
    /// A version of a document of the process, as a paper.
    Guide {
        /// The record.
        record: RecordRef,
        /// The version; none is the one that holds, else the one that somebody works on, else the newest.
        #[serde(default)]
        version: Option<u32>,
        /// Who asks for the paper.
        asked: PaperAsked,
    },
    /// The step sheets of a version of an action plan, to fill in by hand.
    PlanSteps {
        /// The record.
        record: RecordRef,
        /// The version; none is the one that holds, else the newest.
        #[serde(default)]
        version: Option<u32>,
        /// Who asks for the paper.
        asked: PaperAsked,
    },
    /// The step sheets of a DR test, to fill in by hand.
    TestSteps {
        /// The record.
        record: RecordRef,
        /// Who asks for the paper.
        asked: PaperAsked,
    },
    /// The hand-over slip of a change request, to answer on by hand.
    Slip {
        /// The record.
        record: RecordRef,
        /// Who asks for the paper.
        asked: PaperAsked,
    },
    /// A notice with who acknowledged it, and a list to sign for whoever has not.
    Notice {
        /// The record.
        record: RecordRef,
        /// Who asks for the paper.
        asked: PaperAsked,
    },
    /// A change request with its decisions, its delegation, its work and its way, as a paper.
    Change {
        /// The record.
        record: RecordRef,
        /// Who asks for the paper.
        asked: PaperAsked,
    },
    /// A finding with its action, the proof of its effect and its way, as a paper.
    Finding {
        /// The record.
        record: RecordRef,
        /// Who asks for the paper.
        asked: PaperAsked,
    },
    /// The ledger of promises, as a paper.
    Ledger {
        /// As it was known at the end of this day; none is the instant that the paper holds for.
        #[serde(default)]
        on: Option<Day>,
        /// Who asks for the paper.
        asked: PaperAsked,
    },
    /// A version of an action plan as a spreadsheet.
    PlanSheet {
        /// The record.
        record: RecordRef,
        /// Which version.
        version: u32,
        /// In which language its headings are.
        language: Language,
    },
}

/// Why an order or a question was not answered, as it crosses the wire: `code` picks the sentence, the other fields
/// fill it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(untagged)]
pub enum Fault {
    /// A rule stands against it.
    Refused(Refusal),
    /// The program could not do it.
    Failed(Failure),
}

/// What went wrong in the world around the rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Failure {
    /// The workspace is open for reading only.
    #[error("the workspace is read-only")]
    ReadOnly,
    /// The workspace is open for reading only, and what it would show is that of another version of the program.
    #[error("the read models are of another version and cannot be made anew")]
    ViewsOfAnotherVersion,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The file is damaged.
    #[error("the workspace is damaged: {detail}")]
    Damaged {
        /// What the reader said.
        detail: String,
    },
    /// A text is longer than an event may carry.
    #[error("the text has {bytes} bytes; {limit} fit")]
    TooLong {
        /// Its length.
        #[ts(type = "number")]
        bytes: usize,
        /// The most that fit.
        #[ts(type = "number")]
        limit: usize,
    },
    /// There is no record of that name.
    #[error("there is no record {record}")]
    NoSuchRecord {
        /// The name.
        record: String,
    },
    /// There is no evidence with that hash.
    #[error("there is no evidence {hash}")]
    NoSuchEvidence {
        /// The hash.
        hash: BlobHash,
    },
    /// A file is larger than evidence may be.
    #[error("evidence may have {limit} bytes")]
    EvidenceTooLarge {
        /// The most that fit.
        #[ts(type = "number")]
        limit: u64,
    },
    /// A paper could not be set.
    #[error("the paper could not be set: {detail}")]
    PaperFailed {
        /// What the typesetter said.
        detail: String,
    },
    /// Something that should not happen.
    #[error("{detail}")]
    Unexpected {
        /// What was said.
        detail: String,
    },
}
