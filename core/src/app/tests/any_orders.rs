//! Whatever is ordered in whatever order: the chain holds, numbers are given once and without gaps, read models are what
//! the log says, and an order that is sent again changes nothing. Here about incidents; about everything in `whole`.

mod apart;
mod files;
mod governance;
mod incidents;
mod kept;
mod office;
mod orders;
mod settings;
mod then;
mod whole;

use proptest::prelude::*;

use super::*;
use crate::domain::incident::{
    Audience, Channel, EntryKind, LegalStage, MessageStatus, MessageText, ProviderFault, ProviderState,
    TeamRole, Ticket,
};
use crate::domain::policy::Regime;
use crate::log;

/// What somebody might press; `record` counts the incidents that there are.
#[derive(Debug, Clone)]
struct Press {
    record: usize,
    minute: i64,
    what: u8,
    again: bool,
}

fn presses() -> impl Strategy<Value = Vec<Press>> {
    let one = (0_usize..3, 0_i64..300, 0_u8..37, prop::bool::weighted(0.1))
        .prop_map(|(record, minute, what, again)| Press { record, minute, what, again });
    prop::collection::vec(one, 1..40)
}

/// The order behind a press. Parts share few ids, so that orders meet what others left.
#[allow(clippy::too_many_lines)] // A table, one arm an order.
fn command(press: &Press) -> incident::Command {
    use incident::Command as C;
    let at = Moment::exact(at("2026-05-01T08:00:00Z").at.plus(Length::minutes(press.minute)), Zone::UTC);
    let id = PartId(uuid::Uuid::from_u128(0x50 + u128::from(press.minute.unsigned_abs() % 3)));
    let reason = || "weil".to_owned();
    let fact = Fact::ALL[usize::try_from(press.minute).unwrap_or(0) % Fact::ALL.len()];
    let milestone = Milestone::ALL[usize::try_from(press.minute).unwrap_or(0) % Milestone::ALL.len()];
    match press.what {
        0 => C::StartAssessment { at },
        1 => C::DeclareEmergency {
            at,
            decider: ANNA,
            reason: reason(),
            consulted: vec![ANNA],
            unconsulted: String::new(),
        },
        2 => C::DeclineEscalation { at, decider: ANNA, reason: reason() },
        3 => C::SolveBySupport { at, decider: ANNA, reason: reason() },
        4 => C::AssignRole { role: TeamRole::Lead, person: ANNA, deputy: None, at, handover: String::new() },
        5 => C::FormTeam { at },
        6..=8 => C::StateFact { fact, text: reason() },
        9 => C::CompleteAnalysis { at },
        10 => C::JudgeProvider {
            provider: "Azure".to_owned(),
            fault: ProviderFault::Yes,
            at,
            decider: ANNA,
            reason: reason(),
        },
        11 => C::DecideToWait { at, decider: ANNA, reason: reason() },
        12 => C::StartRecovery { at, guide: None },
        13 => C::MarkRestored { at },
        14 => C::EndEmergency { at, person: ANNA },
        15 => C::RecordRelapse { at, reason: reason() },
        16 => C::StartFollowUp { at },
        17 => C::SetMilestone { milestone, to: Some(at), reason: reason() },
        18 => C::AddEntry { id, kind: EntryKind::Status, text: reason(), at, outside: None },
        19 => C::CorrectEntry { id, text: format!("{}", press.minute), at: None },
        20 => C::WithdrawEntry { id, reason: reason() },
        21 => C::AddTicket(Ticket {
            id,
            system: "Zammad".to_owned(),
            number: press.minute.to_string(),
            link: None,
            subject: String::new(),
            keyword: false,
            opened: Some(at),
        }),
        22 => C::MarkKeyword { ids: vec![id], carried: true },
        23 => C::DraftMessage {
            id,
            text: MessageText {
                audience: Audience::Customers,
                channel: Channel::Mail,
                status: MessageStatus::Identified,
                german: reason(),
                english: String::new(),
                expected_repair: Some(at),
                next_update: None,
            },
        },
        24 => C::Close { at },
        25 => C::ContactProvider { at, tracking_ids: vec![reason()], tickets: vec![] },
        26 => C::AdvanceProviderCase {
            to: ProviderState::ALL[usize::try_from(press.minute).unwrap_or(0) % ProviderState::ALL.len()],
            at,
            text: reason(),
        },
        27 => C::ReleaseRole { role: TeamRole::Lead, person: ANNA, at, handover: reason() },
        28 => C::ConsultDeploymentTeam { at, person: ANNA, advice: reason() },
        29 => C::ReleaseMessage { id },
        30 => C::MarkMessageSent { id, at },
        34 => C::ClassifyLegally {
            regime: Regime::Nis2,
            reportable: press.minute % 5 > 0,
            at,
            decider: ANNA,
            reason: reason(),
        },
        35 => C::NotifyAuthority {
            id,
            regime: Regime::Nis2,
            stage: LegalStage::ALL[usize::try_from(press.minute).unwrap_or(0) % LegalStage::ALL.len()],
            at,
            authority: "BSI".to_owned(),
            reference: String::new(),
            note: String::new(),
        },
        _ => C::Withdraw { reason: reason() },
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_orders_leave_a_log_that_holds_and_read_models_that_follow_from_it(presses in presses()) {
        let desk = Desk::founded();
        let mut records = Vec::new();
        for press in &presses {
            if records.len() <= press.record {
                records.push(desk.reported());
            }
            let record = records[press.record.min(records.len() - 1)];
            // What is taken back is named by the line that it wrote.
            let (view, reason) = (desk.view(record), "weil".to_owned());
            let command = match (press.what, view.newest_step, view.deeds.last()) {
                (31 | 32, Some(newest), _) => incident::Command::TakeBackStep { step: newest.id, reason },
                (33, _, Some(deed)) => incident::Command::TakeBackDeed { deed: deed.id, reason },
                _ => command(press),
            };
            let order = desk.order(Some(record), Command::Incident(command));
            let first = desk.app.execute(&order, now());
            if press.again && first.is_ok() {
                let before = desk.rows();
                let again = desk.app.execute(&order, now()).unwrap();
                prop_assert_eq!(again.events, first.unwrap().events);
                prop_assert_eq!(desk.rows(), before);
            }
        }
        let incremental = desk.rows();
        desk.app.rebuild().unwrap();
        prop_assert_eq!(desk.rows(), incremental);
        let conn = desk.app.workspace().writer();
        let chain = log::verify(&conn, &mut |_, _| ControlFlow::Continue(())).unwrap();
        prop_assert!(chain.misfit.is_none(), "{:?}", chain.misfit);
        let numbers: Vec<i64> = conn
            .prepare("SELECT count FROM number_given WHERE series = 'N' ORDER BY count").unwrap()
            .query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let expected: Vec<i64> = (1..=i64::try_from(records.len()).unwrap()).collect();
        prop_assert_eq!(numbers, expected);
    }
}
