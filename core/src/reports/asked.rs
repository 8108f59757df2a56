//! Change requests that came out of a record, as the reports about it print them (report-contents.md (f) 1, 12 to 14).

use rusqlite::Connection;

use super::document::{Cell, Column, Row, Table, Text};
use super::voice::Voice;
use crate::domain::change::{Answer, Change, Phase};
use crate::ids::{RecordRef, StreamId};
use crate::queries::{QueryFault, change, organisation};
use crate::time::{Day, Zone};

/// A change request that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub phase: Phase,
    /// To whom it was delegated last: the team's name, else the other organisation's; none when it was not.
    pub delegated: Option<String>,
    /// What was answered to that, and on which day it was written down.
    pub answered: Option<(Answer, Day)>,
    /// Until when it is to be done.
    pub due: Option<Day>,
}

/// Change requests as they stand at the head of the log, each with what its record says.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn gather(
    conn: &Connection,
    records: impl IntoIterator<Item = StreamId>,
    zone: Zone,
) -> Result<Vec<(Asked, Change)>, QueryFault> {
    let organisation = organisation::organisation(conn)?;
    let mut found = Vec::new();
    for record in records {
        let (_, held, _) = change::find(conn, RecordRef::Id(record))?;
        let delegation = held.delegation();
        let to = delegation.map(|delegation| match delegation.team {
            Some(team) => change::team_name(team, organisation.as_ref()),
            None => delegation.organisation.clone(),
        });
        let answered = delegation.and_then(|delegation| delegation.answered.as_ref());
        let asked = Asked {
            number: held.number.to_string(),
            title: held.text.title.clone(),
            phase: held.phase,
            delegated: to,
            answered: answered.map(|said| (said.answer.clone(), Day::at(said.recorded, zone))),
            due: held.due(),
        };
        found.push((asked, held));
    }
    Ok(found)
}

/// Change requests, each with what it comes from, where that is said.
pub fn table<'a>(voice: &Voice<'_>, rows: impl IntoIterator<Item = (&'a Asked, Option<String>)>) -> Table {
    Table {
        caption: None,
        columns: vec![
            Column::fit(voice.t("report-col-number")),
            Column::share(voice.t("report-col-title"), 3),
            Column::share(voice.t("review-report-col-delegated"), 2),
            Column::share(voice.t("review-report-col-answer"), 2),
            Column::fit(voice.t("report-col-state")).whole(),
        ],
        rows: rows.into_iter().map(|(asked, from)| row(voice, asked, from)).collect(),
    }
}

fn row(voice: &Voice<'_>, asked: &Asked, from: Option<String>) -> Row {
    let to = match asked.delegated.as_deref() {
        None => Text::quiet(voice.t("review-report-not-delegated")),
        Some("") => Text::quiet(voice.t("review-team-gone")),
        Some(name) => voice.text(name),
    };
    let mut stands = vec![Text::plain(voice.word("change-phase", &asked.phase))];
    stands.extend(
        asked
            .due
            .map(|due| Text::quiet(voice.with("review-report-until", &[("when", &voice.date(due.date()))]))),
    );
    let title = [Some(voice.text(&asked.title)), from.map(Text::quiet)];
    Row::Cells(vec![
        asked.number.clone().into(),
        Cell::of(title.into_iter().flatten().collect()),
        to.into(),
        answer(voice, asked),
        Cell::of(stands),
    ])
}

fn answer(voice: &Voice<'_>, asked: &Asked) -> Cell {
    let Some((answer, on)) = &asked.answered else {
        let open =
            if asked.delegated.is_some() { voice.t("review-report-unanswered") } else { "–".to_owned() };
        return Text::quiet(open).into();
    };
    Cell::of(vec![said(voice, answer), Text::quiet(voice.date(on.date()))])
}

/// What a team answers: that it does it, until which other day, or why not.
pub fn said(voice: &Voice<'_>, answer: &Answer) -> Text {
    let (code, said) = match answer {
        Answer::Accepted {} => ("accepted", None),
        Answer::OtherDay { day, .. } => ("otherDay", Some(voice.date(day.date()))),
        Answer::Refused { reason } => ("refused", Some(reason.clone())),
    };
    let words = voice.coded("change-answer", code);
    voice.text(&match said {
        Some(said) => format!("{words}: {said}"),
        None => words,
    })
}
