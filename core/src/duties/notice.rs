//! What a notice says about duty 31 (duties.md): the affected teams are informed. One that a newer notice or a mistake took
//! away promises nothing any more. A review says itself that its teams are informed, so that a notice about its result is a
//! date alone.

use super::{Due, Promise, PromiseKind, Said, Settled};
use crate::domain::notice::{Notice, SubjectKind};
use crate::domain::policy::RuleKind;

const KEY: &str = "acknowledged";

/// What a notice says, by names that stay.
pub fn promises(notice: &Notice) -> Vec<(String, Said)> {
    if notice.end.is_some() {
        return Vec::new();
    }
    let duty = match notice.subject.kind {
        // What another workspace asks is its promise and here a date.
        _ if notice.outside.is_some() => None,
        SubjectKind::ChangeApproved | SubjectKind::GuideVersion | SubjectKind::Other => Some(31),
        SubjectKind::ReviewResult => None,
    };
    let there = notice.outside.as_ref().and_then(|outside| outside.due);
    let due = there.map_or(Due::Rule(RuleKind::NoticeAcknowledged), Due::On);
    let promise = Promise {
        duty,
        owner: Some(notice.by),
        settled: notice.complete().map(Settled::At),
        ..Promise::new(KEY, PromiseKind::Acknowledgement, notice.announced, due)
    };
    vec![(KEY.to_owned(), Said::Promise(Box::new(promise)))]
}
