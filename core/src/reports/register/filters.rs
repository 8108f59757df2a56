//! The question of a register in words: which rows it leaves out, and in which order the others stand.

use chrono::{Duration, NaiveTime};
use serde::Serialize;

use super::RegisterFacts;
use crate::queries::views::{RegisterQuery, RegisterSort};
use crate::reports::document::{Cell, Text};
use crate::reports::voice::Voice;
use crate::time::Instant;

/// Whether nothing leaves a row out.
pub fn none(facts: &RegisterFacts) -> bool {
    let query = &facts.query;
    let order = RegisterQuery {
        search: query.search.trim().to_owned(),
        sort: RegisterSort::default(),
        ascending: false,
        withdrawn: false,
        offset: 0,
        limit: 0,
        ..query.clone()
    };
    facts.further.is_empty() && order == RegisterQuery::default()
}

/// From when to when the rows began, as it was asked.
pub fn period(voice: &Voice<'_>, query: &RegisterQuery) -> String {
    let until = query.until.map(|until| last(voice, until));
    match (query.from.map(|from| first(voice, from)), until) {
        (Some(from), Some(until)) => voice.with("paper-period-both", &[("from", &from), ("until", &until)]),
        (Some(from), None) => voice.with("paper-period-from", &[("from", &from)]),
        (None, Some(until)) => voice.with("paper-period-until", &[("until", &until)]),
        (None, None) => voice.t("paper-period-all"),
    }
}

/// A day where it is a day's beginning, else the moment.
fn first(voice: &Voice<'_>, from: Instant) -> String {
    let local = voice.local(from);
    if local.time() == NaiveTime::MIN { voice.date(local.date()) } else { voice.at(from) }
}

/// The last day that counts where a day's beginning is the first instant that does not.
fn last(voice: &Voice<'_>, until: Instant) -> String {
    let local = voice.local(until);
    if local.time() == NaiveTime::MIN {
        voice.date(local.date() - Duration::days(1))
    } else {
        voice.with("paper-period-before", &[("when", &voice.at(until))])
    }
}

/// The filters by their names, then the order.
pub fn pairs(voice: &Voice<'_>, facts: &RegisterFacts) -> Vec<(Text, Cell)> {
    let query = &facts.query;
    let search = query.search.trim();
    let kind = query.emergency.map(|emergency| {
        voice.t(if emergency { "register-kind-emergencies" } else { "register-kind-incidents" })
    });
    let services = query.services.iter().map(|id| facts.services.get(id).cloned());
    let services: Vec<String> =
        services.map(|name| name.unwrap_or_else(|| voice.t("paper-service-unknown"))).collect();
    let dirty = query.dirty.then(|| voice.t("register-view-dirty"));
    let named = [
        ("paper-filter-search", if search.is_empty() { Text::default() } else { voice.text(search) }),
        ("register-kind", kind.unwrap_or_default().into()),
        ("register-phase", words(voice, "phase", &query.phases)),
        ("register-severity", words(voice, "severity", &query.severities)),
        ("register-service", listed(voice, &services)),
        ("register-source", words(voice, "source", &query.sources)),
        ("register-outside", listed(voice, &query.outside_sources)),
        ("paper-filter-outside-kind", words(voice, "outside-kind", &query.outside_kinds)),
        ("register-cause", words(voice, "cause-class", &query.causes)),
        ("register-provider", words(voice, "provider-fault", &query.provider)),
        ("paper-filter-data", dirty.unwrap_or_default().into()),
    ];
    let named = named.into_iter().filter(|(_, value)| !value.is_empty());
    let mut out: Vec<(Text, Cell)> = named.map(|(id, value)| (voice.t(id).into(), value.into())).collect();
    let further = facts.further.iter();
    out.extend(further.map(|(field, values)| (voice.code(field), listed(voice, values).into())));
    if out.is_empty() {
        out.push((voice.t("register-filters").into(), voice.t("paper-filter-none").into()));
    }
    if query.withdrawn && query.phases.is_empty() {
        out.push((voice.t("phase-withdrawn").into(), voice.t("paper-filter-withdrawn").into()));
    }
    out.push((voice.t("paper-sorted").into(), order(voice, query).into()));
    out
}

fn words(voice: &Voice<'_>, list: &str, values: &[impl Serialize]) -> Text {
    values.iter().map(|value| voice.word(list, value)).collect::<Vec<_>>().join(", ").into()
}

/// Names as they were written; empty when there are none.
fn listed(voice: &Voice<'_>, names: &[String]) -> Text {
    if names.is_empty() { Text::default() } else { voice.list(names) }
}

fn order(voice: &Voice<'_>, query: &RegisterQuery) -> String {
    let by = match query.sort {
        RegisterSort::Began => "register-began",
        RegisterSort::Number => "register-number",
        RegisterSort::Title => "register-title",
        RegisterSort::Phase => "register-phase",
        RegisterSort::Severity => "register-severity",
        RegisterSort::Downtime => "duration-downtime",
        RegisterSort::Changed => "paper-col-changed",
    };
    let way = if query.ascending { "paper-ascending" } else { "paper-descending" };
    voice.with("paper-sorted-by", &[("by", &voice.t(by)), ("way", &voice.t(way))])
}
