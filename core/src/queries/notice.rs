//! Notices: a page of them, everything about one, and those that a newer version takes the place of.

mod told;

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use super::filter::{Filter, blob};
use super::organisation::{names, organisation};
use super::policy::policy;
use super::views::{
    AcknowledgedView, AskedView, HandedKind, NoticeEnd, NoticeRow, NoticeSort, NoticeTeam, NoticeView,
    NoticesPage, NoticesQuery, SendingView,
};
use super::{QueryFault, probe, resolve, state};
use crate::domain::notice::{End, Notice, Phase, Subject, asked, possible};
use crate::domain::organisation::Organisation;
use crate::domain::policy::{Policy, RuleKind};
use crate::ids::{PersonId, RecordRef, StreamId, TeamId};
use crate::log::directory;
use crate::projections::register::word;
use crate::time::{Day, Instant, Zone};

pub use told::{Standing, Told, told};

/// The most rows of a page.
const MOST: u32 = 500;

/// The notice behind a name, its id and how many events it has.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn find(conn: &Connection, record: RecordRef) -> Result<(StreamId, Notice, u64), QueryFault> {
    let stream = resolve(conn, record)?;
    let found = state(conn, stream)?;
    let notice = found.and_then(|(state, version)| Some((stream, state.into_notice()?, version)));
    notice.ok_or_else(|| QueryFault::NoSuchRecord(record.to_string()))
}

/// The notices about a record that still ask, but for one.
///
/// # Errors
/// When the database cannot be read.
pub fn open_about(conn: &Connection, record: StreamId, but: StreamId) -> Result<Vec<StreamId>, QueryFault> {
    let sql = "SELECT stream FROM notice WHERE record = ?1 AND stream <> ?2 AND phase = 'open' ORDER BY announced_us";
    streams(conn, sql, params![record.0.as_bytes(), but.0.as_bytes()])
}

fn streams(conn: &Connection, sql: &str, of: &[&dyn rusqlite::ToSql]) -> Result<Vec<StreamId>, QueryFault> {
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map(of, |row| row.get(0))?;
    Ok(found
        .map(|bytes| bytes.map(|bytes| StreamId(uuid::Uuid::from_bytes(bytes))))
        .collect::<Result<_, _>>()?)
}

/// The notices about one version of a record that still ask.
///
/// # Errors
/// When the database cannot be read.
pub fn open_about_version(
    conn: &Connection,
    record: StreamId,
    version: u32,
) -> Result<Vec<StreamId>, QueryFault> {
    let sql = "SELECT stream FROM notice WHERE record = ?1 AND version = ?2 AND phase = 'open' ORDER BY announced_us";
    streams(conn, sql, params![record.0.as_bytes(), version])
}

/// The copies of notices about a record of another workspace, but for one: those that still ask for this version or an older one,
/// and one that asks for a newer version or did.
///
/// # Errors
/// When the database cannot be read.
pub fn copies_about(
    conn: &Connection,
    record: StreamId,
    version: u32,
    but: StreamId,
) -> Result<(Vec<StreamId>, Option<StreamId>), QueryFault> {
    let sql = "SELECT stream, version, phase FROM notice WHERE outside_record = ?1 AND stream <> ?2 ORDER BY version";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map(params![record.0.as_bytes(), but.0.as_bytes()], |row| {
        Ok((row.get::<_, [u8; 16]>(0)?, row.get::<_, u32>(1)?, row.get::<_, String>(2)?))
    })?;
    let (mut open, mut newer) = (Vec::new(), None);
    for copy in found {
        let (stream, told, phase) = copy?;
        let stream = StreamId(uuid::Uuid::from_bytes(stream));
        if told > version {
            newer = Some(stream);
        } else if phase == word(&Phase::Open) {
            open.push(stream);
        }
    }
    Ok((open, newer))
}

/// The newest notice about a record that everyone asked has acknowledged.
///
/// # Errors
/// When the database cannot be read.
pub fn acknowledged_about(conn: &Connection, record: StreamId) -> Result<Option<StreamId>, QueryFault> {
    let sql = "SELECT stream FROM notice WHERE record = ?1 AND phase = 'acknowledged' ORDER BY version DESC LIMIT 1";
    let found = conn.prepare_cached(sql)?.query_row([record.0.as_bytes()], |row| row.get(0)).optional()?;
    Ok(found.map(|bytes| StreamId(uuid::Uuid::from_bytes(bytes))))
}

/// The number of a notice that tells this version of a record and was not withdrawn.
///
/// # Errors
/// When the database cannot be read.
pub fn telling(conn: &Connection, subject: &Subject) -> Result<Option<String>, QueryFault> {
    let Some(record) = subject.record else { return Ok(None) };
    let sql = "SELECT number FROM notice WHERE record = ?1 AND version = ?2 AND phase <> 'withdrawn' LIMIT 1";
    Ok(conn
        .prepare_cached(sql)?
        .query_row(params![record.0.as_bytes(), subject.version], |row| row.get(0))
        .optional()?)
}

/// A page of notices as they stand at `now`.
///
/// # Errors
/// When the database or the log cannot be read.
pub fn page(conn: &Connection, query: &NoticesQuery, now: Instant) -> Result<NoticesPage, QueryFault> {
    let filter = wanted(query);
    let clause = filter.clause();
    let count = format!("SELECT count(*) FROM notice n {clause}");
    let total = conn.prepare_cached(&count)?.query_row(params_from_iter(&filter.values), |row| row.get(0))?;
    let open = "SELECT count(*) FROM notice WHERE phase = 'open'";
    let open = conn.prepare_cached(open)?.query_row([], |row| row.get(0))?;
    let limit = if query.limit == 0 { super::views::page() } else { query.limit.min(MOST) };
    let sql = format!(
        "SELECT n.stream FROM notice n {clause} ORDER BY {} LIMIT {limit} OFFSET {}",
        order(query),
        query.offset
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let streams = statement.query_map(params_from_iter(&filter.values), |row| row.get(0))?;
    let streams: Vec<[u8; 16]> = streams.collect::<Result<_, _>>()?;
    let beside = Beside::read(conn, now)?;
    let mut items = Vec::with_capacity(streams.len());
    for bytes in streams {
        let (id, notice, _) = find(conn, RecordRef::Id(StreamId(uuid::Uuid::from_bytes(bytes))))?;
        items.push(beside.row(id, notice));
    }
    Ok(NoticesPage { items, total, open, people: names(conn)? })
}

fn wanted(query: &NoticesQuery) -> Filter {
    let mut filter = Filter::default();
    filter.one_of("n.phase", &query.phases);
    filter.one_of("n.kind", &query.kinds);
    let teams = filter.marks(query.teams.iter().map(|team| blob(team.0)));
    if !teams.is_empty() {
        filter.add(format!("n.stream IN (SELECT notice FROM notice_team WHERE team IN ({teams}))"));
    }
    if let Some(person) = query.asks {
        let person = filter.mark(blob(person.0));
        filter.add(format!("n.stream IN (SELECT notice FROM notice_missing WHERE person = {person})"));
    }
    if let Some(record) = query.about {
        let record = filter.mark(blob(record.0));
        filter.add(format!("n.record = {record}"));
    }
    filter.words(&query.search, &["n.title_key", "lower(n.number)", "lower(n.about)"]);
    filter
}

fn order(query: &NoticesQuery) -> &'static str {
    match (query.sort, query.descending) {
        (NoticeSort::Phase, false) => "n.phase_rank, n.announced_us DESC, n.stream",
        (NoticeSort::Phase, true) => "n.phase_rank DESC, n.announced_us DESC, n.stream",
        (NoticeSort::Number, false) => "n.series_year, n.series_count",
        (NoticeSort::Number, true) => "n.series_year DESC, n.series_count DESC",
        (NoticeSort::Title, false) => "n.title_key, n.stream",
        (NoticeSort::Title, true) => "n.title_key DESC, n.stream",
        (NoticeSort::Announced, false) => "n.announced_us, n.stream",
        (NoticeSort::Announced, true) => "n.announced_us DESC, n.stream",
    }
}

/// What a notice is shown with beside itself.
struct Beside {
    organisation: Option<Organisation>,
    policy: Policy,
    zone: Zone,
    now: Instant,
}

impl Beside {
    fn read(conn: &Connection, now: Instant) -> Result<Self, QueryFault> {
        let organisation = organisation(conn)?;
        let zone = organisation.as_ref().map_or(Zone::UTC, |organisation| organisation.zone);
        Ok(Self { organisation, policy: policy(conn)?, zone, now })
    }

    fn row(&self, id: StreamId, notice: Notice) -> NoticeRow {
        let due = self.due(&notice);
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        NoticeRow {
            id,
            number: notice.number.to_string(),
            kind: notice.subject.kind,
            phase: notice.phase(),
            teams: self.teams(&notice),
            missing: if notice.end.is_none() { notice.missing().collect() } else { Vec::new() },
            asked: count(notice.expected.len()),
            announced: notice.announced,
            due,
            late: self.late(&notice, due),
            about: notice.subject.number,
            title: notice.subject.title,
            version: notice.subject.version,
        }
    }

    /// Computed from the rule as it is known now, never stored.
    fn due(&self, notice: &Notice) -> Option<Day> {
        if let Some(outside) = &notice.outside {
            return outside.due;
        }
        self.policy.due(RuleKind::NoticeAcknowledged, Day::at(notice.announced, self.zone))
    }

    fn late(&self, notice: &Notice, due: Option<Day>) -> Option<i64> {
        if notice.end.is_some() {
            return None;
        }
        let until = Day::at(notice.complete().unwrap_or(self.now), self.zone);
        due.map(|due| due.until(until)).filter(|days| *days > 0)
    }

    /// Who belongs to a team and is asked.
    fn asked_of(&self, notice: &Notice, team: TeamId) -> BTreeSet<PersonId> {
        let people = self.organisation.as_ref().map(|organisation| asked(organisation, &[team], notice.who));
        people.iter().flatten().filter(|person| notice.expected.contains(person)).copied().collect()
    }

    fn teams(&self, notice: &Notice) -> Vec<NoticeTeam> {
        let team = |id| {
            let asked = self.asked_of(notice, id);
            let acknowledged = asked.iter().filter(|person| notice.acknowledged.contains_key(person));
            let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
            let known = self.organisation.as_ref().and_then(|organisation| organisation.teams.get(&id));
            NoticeTeam {
                id,
                name: known.map(|team| team.name.clone()).unwrap_or_default(),
                acknowledged: count(acknowledged.count()),
                asked: count(asked.len()),
            }
        };
        notice.teams.iter().copied().map(team).collect()
    }
}

/// A notice as its screen shows it at `now`, with what `by` may do; none is somebody who has no part in it.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn view(
    conn: &Connection,
    record: RecordRef,
    by: Option<PersonId>,
    now: Instant,
) -> Result<NoticeView, QueryFault> {
    let (id, notice, version) = find(conn, record)?;
    let beside = Beside::read(conn, now)?;
    let due = beside.due(&notice);
    let context = probe(beside.organisation.as_ref(), beside.policy.clone(), notice.number, by, now);
    let end = match &notice.end {
        None => None,
        Some((End::Superseded { by: newer }, at, by)) => {
            let newer = find(conn, RecordRef::Id(*newer))?.1.number.to_string();
            Some(NoticeEnd { newer: Some(newer), reason: String::new(), at: *at, by: *by })
        }
        Some((End::Withdrawn { reason }, at, by)) => {
            Some(NoticeEnd { newer: None, reason: reason.clone(), at: *at, by: *by })
        }
    };
    Ok(NoticeView {
        id,
        version,
        number: notice.number.to_string(),
        phase: notice.phase(),
        teams: beside.teams(&notice),
        who: notice.who,
        asked: asked_people(conn, &notice)?,
        announced: notice.announced,
        by: notice.by,
        due,
        late: beside.late(&notice, due),
        complete: notice.complete(),
        end,
        hand_over: handed(&notice),
        mail: beside.policy.mail.is_some(),
        possible: possible(&notice, &context),
        people: names(conn)?,
        outside: notice.outside,
        subject: notice.subject,
        german: notice.german,
        english: notice.english,
    })
}

/// What can be handed to the other side: what is told as long as somebody is asked, or what was said here.
pub fn handed(notice: &Notice) -> Option<HandedKind> {
    match &notice.outside {
        Some(_) => (!notice.acknowledged.is_empty()).then_some(HandedKind::Acknowledgements),
        None => {
            (notice.phase() == Phase::Open && notice.missing().next().is_some()).then_some(HandedKind::Notice)
        }
    }
}

/// The notice with this id, where there is one.
///
/// # Errors
/// When the log cannot be read.
pub fn there(conn: &Connection, record: StreamId) -> Result<Option<Notice>, QueryFault> {
    Ok(state(conn, record)?.and_then(|(state, _)| state.into_notice()))
}

/// By when a notice is to be acknowledged: as the workspace that asks says, else by the rule as it is known now.
pub fn due(conn: &Connection, notice: &Notice, now: Instant) -> Result<Option<Day>, QueryFault> {
    Ok(Beside::read(conn, now)?.due(notice))
}

fn asked_people(conn: &Connection, notice: &Notice) -> Result<Vec<AskedView>, QueryFault> {
    let addresses = directory::all(conn)?;
    let reachable =
        |person: PersonId| addresses.iter().any(|known| known.id == person && known.email.is_some());
    let one = |person: PersonId| {
        let sent = notice.sendings.iter().rev().filter(|sending| sending.person == person);
        AskedView {
            person,
            reachable: reachable(person),
            acknowledged: notice.acknowledged.get(&person).map(|given| AcknowledgedView {
                way: given.way.clone(),
                at: given.at,
                recorded: given.recorded,
                by: given.by,
            }),
            excused: notice.excused.get(&person).cloned(),
            sendings: sent.map(|s| SendingView { result: s.result.clone(), at: s.at }).collect(),
        }
    };
    let mut people: Vec<_> = notice.expected.iter().chain(notice.excused.keys()).copied().map(one).collect();
    people.sort_by_key(|asked| (asked.excused.is_some(), asked.acknowledged.is_some(), asked.person));
    Ok(people)
}
