//! The policy: which deadline follows from what, within which term and since when; the holidays that working days leave out;
//! the rule of the second person. One stream. What nobody changed is as the process and the sources of
//! report-contents.md ("Duties and clocks to seed the engine") say.

mod freeze;
mod mail;
mod rule;
mod term;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use freeze::{Freeze, Hindrance};
pub use mail::{MailServer, Security};
pub use rule::{DrillScope, Regime, RuleKind};
pub use term::{Region, Term, Unit};

use super::Context;
use super::incident::Written;
use super::notice::Who;
use super::organisation::Role;
use crate::ids::{PartId, PersonId, StreamId};
use crate::time::{Day, Instant, Zone};

/// The one stream of the policy.
pub const STREAM: StreamId = StreamId(uuid::Uuid::from_u128(0x4c6f_7473_6500_7000_8000_0000_0000_0002));

/// An order about the policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "PolicyCommand")]
#[schemars(rename = "PolicyCommand")]
pub enum Command {
    /// A rule holds with this term for what begins on a day or later.
    SetRule {
        /// Which.
        kind: RuleKind,
        /// Within which term; none: the rule does not hold any more.
        term: Option<Term>,
        /// From which day on; not before today, since what was late stays late.
        from: Day,
        /// Why.
        reason: String,
    },
    /// The clocks of a law hold with the terms that it says for what begins on a day or later, or hold no more.
    SetRegime {
        /// Which.
        regime: Regime,
        /// Whether they hold.
        holds: bool,
        /// From which day on; not before today.
        from: Day,
        /// Why it binds, or why it does not, and who said so.
        reason: String,
    },
    /// Where the holidays are kept that working days leave out; none: only Saturdays and Sundays are left out.
    SetRegion {
        /// The federal state.
        region: Option<Region>,
    },
    /// What is tested at least so often: the process, each plan or each service.
    SetDrillScope {
        /// What.
        scope: DrillScope,
    },
    /// Nothing is tested, changed or switched within these days; the same id changes what was set.
    SetFreeze {
        /// The part's id.
        id: PartId,
        /// What it is called.
        name: String,
        /// Its first day.
        from: Day,
        /// Its last day.
        until: Day,
    },
    /// Take a freeze away.
    LiftFreeze {
        /// The freeze.
        id: PartId,
        /// Why.
        reason: String,
    },
    /// Whether one person may do both halves of what needs two, as long as nobody else takes part.
    SetAlone {
        /// Whether.
        allowed: bool,
        /// Why.
        reason: String,
    },
    /// Who of a team is asked to acknowledge a notice that comes by itself.
    SetAsked {
        /// Who.
        who: Who,
    },
    /// Which server takes mail to the teams; none: no mail is sent. The password stands in the keychain of each machine.
    SetMailServer {
        /// The server.
        server: Option<MailServer>,
    },
}

/// What happened to the policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // Named as the commands are, in the past tense; the fields are theirs.
pub enum Event {
    RuleSet { kind: RuleKind, term: Option<Term>, from: Day, reason: String },
    RegionSet { region: Option<Region> },
    DrillScopeSet { scope: DrillScope },
    FreezeSet { id: PartId, name: String, from: Day, until: Day },
    FreezeLifted { id: PartId, name: String, reason: String },
    AloneSet { allowed: bool, reason: String },
    AskedSet { who: Who },
    MailServerSet { server: Option<MailServer> },
}

/// Why an order about the policy is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The `#[error]` text says what each one means.
#[ts(rename = "PolicyRefusal")]
#[schemars(rename = "PolicyRefusal")]
pub enum Refusal {
    #[error("the reason for the rule is missing")]
    RuleReasonMissing,
    #[error("a rule cannot begin before {today}")]
    RuleBeforeToday { today: Day },
    #[error("a term has at least one day")]
    TermEmpty,
    #[error("the name of the freeze is missing")]
    FreezeNameMissing,
    #[error("a freeze from {from} cannot end on {until}")]
    FreezeEndsFirst { from: Day, until: Day },
    #[error("there is no such freeze")]
    NoSuchFreeze,
    #[error("the name of the mail server is missing")]
    MailHostMissing,
    #[error("the sender is no e-mail address")]
    MailSenderMissing,
    #[error("without TLS a password would cross the network in clear text")]
    MailPasswordOpen,
}

/// A rule as somebody set it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// Within which term; none: from then on there is no such rule.
    pub term: Option<Term>,
    /// From which day on.
    pub from: Day,
    /// Why.
    pub reason: String,
    /// Who set it.
    pub by: PersonId,
    /// When that was written down.
    pub recorded: Instant,
}

/// The policy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Policy {
    /// Rules that somebody set, in the order in which they were written down.
    pub rules: BTreeMap<RuleKind, Vec<Rule>>,
    /// The federal state whose holidays count, with when that was written down, newest last.
    regions: Vec<(Instant, Option<Region>)>,
    /// What is tested at least so often, with when that was written down, newest last.
    drill_scopes: Vec<(Instant, DrillScope)>,
    /// Times in which nothing is tested, changed or switched, by their first day.
    pub freezes: Vec<Freeze>,
    /// Those that were lifted or set anew, each with when that was written down.
    freezes_before: Vec<(Freeze, Instant)>,
    /// Whether one person may do both halves of what needs two.
    pub alone: bool,
    /// Who of a team is asked to acknowledge a notice that comes by itself.
    pub asked: Who,
    /// The server that takes mail to the teams.
    pub mail: Option<MailServer>,
}

impl Policy {
    /// The term of a rule for what begins on `day`, as it was known at an instant; none where the rule does not hold then.
    pub fn term_known(&self, kind: RuleKind, day: Day, known: Instant) -> Option<Term> {
        let set = self.rules.get(&kind).into_iter().flatten();
        let holds = set.filter(|rule| rule.recorded <= known && rule.from <= day);
        let newest = holds.enumerate().max_by_key(|(place, rule)| (rule.from, *place));
        newest.map_or_else(|| kind.seeded(), |(_, rule)| rule.term)
    }

    /// The term that holds for what begins on `day`, as the rules are known now; none where the rule does not hold then.
    pub fn term(&self, kind: RuleKind, day: Day) -> Option<Term> {
        self.term_known(kind, day, Instant::MAX)
    }

    /// The last day of a term that began on `day`, as the rules are known now; none where the rule does not hold then.
    pub fn due(&self, kind: RuleKind, day: Day) -> Option<Day> {
        Some(self.term(kind, day)?.after(day, self.region_known(Instant::MAX)))
    }

    /// Whether one person may do both halves of what needs two: it is allowed and nobody else takes part.
    pub const fn waives_second_person(&self, taking_part: usize) -> bool {
        self.alone && taking_part == 1
    }

    /// The federal state whose holidays counted, as it was known at an instant.
    pub fn region_known(&self, known: Instant) -> Option<Region> {
        self.regions.iter().rev().find(|(recorded, _)| *recorded <= known).and_then(|(_, region)| *region)
    }

    /// What is tested at least so often, as it was known at an instant.
    pub fn drill_scope_known(&self, known: Instant) -> DrillScope {
        let set = self.drill_scopes.iter().rev().find(|(recorded, _)| *recorded <= known);
        set.map_or(DrillScope::default(), |(_, scope)| *scope)
    }

    /// The end of a term that began at an instant, as the rules were known at another one.
    pub fn end(&self, kind: RuleKind, begun: Instant, zone: Zone, known: Instant) -> Option<Instant> {
        let day = Day::at(begun, zone);
        let term = self.term_known(kind, day, known)?;
        Some(term.end(begun, zone, self.region_known(known)))
    }

    /// Whether the clocks of a law hold for what begins on `day`, as the rules are known now.
    pub fn holds(&self, regime: Regime, day: Day) -> bool {
        regime.rules().iter().any(|kind| self.term(*kind, day).is_some())
    }
}

/// The roles that may give an order about the policy, of which one is needed.
pub const fn needed(_command: &Command) -> &'static [Role] {
    &[Role::ProcessManager]
}

/// What follows from an order.
///
/// # Errors
/// The reason why it is refused.
pub fn decide(policy: Option<&Policy>, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    let now = policy.cloned().unwrap_or_default();
    Ok(match command {
        Command::SetRule { kind, term, from, reason } => {
            settable(&reason, from, context)?;
            if term.is_some_and(|term| term.amount == 0) {
                return Err(Refusal::TermEmpty);
            }
            rule(&now, kind, term, from, &reason).into_iter().collect()
        }
        Command::SetRegime { regime, holds, from, reason } => {
            settable(&reason, from, context)?;
            let term = |kind: RuleKind| holds.then(|| kind.proposed());
            regime.rules().iter().filter_map(|kind| rule(&now, *kind, term(*kind), from, &reason)).collect()
        }
        Command::SetRegion { region } if now.region_known(Instant::MAX) == region => Vec::new(),
        Command::SetRegion { region } => vec![Event::RegionSet { region }],
        Command::SetDrillScope { scope } if now.drill_scope_known(Instant::MAX) == scope => Vec::new(),
        Command::SetDrillScope { scope } => vec![Event::DrillScopeSet { scope }],
        Command::SetFreeze { id, name, from, until } => {
            freeze::usable(&name, from, until)?;
            let name = name.trim().to_owned();
            let same =
                |held: &Freeze| (held.id, &held.name, held.from, held.until) == (id, &name, from, until);
            if now.freezes.iter().any(same) {
                Vec::new()
            } else {
                vec![Event::FreezeSet { id, name, from, until }]
            }
        }
        Command::LiftFreeze { id, reason } => {
            let held = now.freezes.iter().find(|held| held.id == id).ok_or(Refusal::NoSuchFreeze)?;
            reasoned(&reason)?;
            vec![Event::FreezeLifted { id, name: held.name.clone(), reason }]
        }
        Command::SetAlone { allowed, .. } if now.alone == allowed => Vec::new(),
        Command::SetAlone { allowed, reason } => {
            reasoned(&reason)?;
            vec![Event::AloneSet { allowed, reason }]
        }
        Command::SetAsked { who } if now.asked == who => Vec::new(),
        Command::SetAsked { who } => vec![Event::AskedSet { who }],
        Command::SetMailServer { server } if server == now.mail => Vec::new(),
        Command::SetMailServer { server } => {
            server.as_ref().map_or(Ok(()), mail::usable)?;
            vec![Event::MailServerSet { server }]
        }
    })
}

fn settable(reason: &str, from: Day, context: &Context) -> Result<(), Refusal> {
    reasoned(reason)?;
    let today = Day::at(context.now, context.zone);
    if from < today { Err(Refusal::RuleBeforeToday { today }) } else { Ok(()) }
}

/// The rule as it is set, unless it holds so already from that day on.
fn rule(now: &Policy, kind: RuleKind, term: Option<Term>, from: Day, reason: &str) -> Option<Event> {
    let same = now.term_known(kind, from, Instant::MAX) == term
        && !now.rules.get(&kind).into_iter().flatten().any(|rule| rule.from > from);
    (!same).then(|| Event::RuleSet { kind, term, from, reason: reason.to_owned() })
}

fn reasoned(reason: &str) -> Result<(), Refusal> {
    if reason.trim().is_empty() { Err(Refusal::RuleReasonMissing) } else { Ok(()) }
}

/// The state after an event.
pub fn evolve(policy: Option<Policy>, event: &Event, written: &Written) -> Policy {
    let mut policy = policy.unwrap_or_default();
    match event {
        Event::RuleSet { kind, term, from, reason } => {
            let Written { by, recorded, .. } = *written;
            let rule = Rule { term: *term, from: *from, reason: reason.clone(), by, recorded };
            policy.rules.entry(*kind).or_default().push(rule);
        }
        Event::RegionSet { region } => policy.regions.push((written.recorded, *region)),
        Event::DrillScopeSet { scope } => policy.drill_scopes.push((written.recorded, *scope)),
        Event::FreezeSet { id, name, from, until } => {
            let Written { by, recorded, .. } = *written;
            let (id, name, from, until) = (*id, name.clone(), *from, *until);
            policy.end_freeze(id, recorded);
            policy.freezes.push(Freeze { id, name, from, until, by, recorded });
            policy.freezes.sort_by_key(|freeze| (freeze.from, freeze.id));
        }
        Event::FreezeLifted { id, .. } => policy.end_freeze(*id, written.recorded),
        Event::AloneSet { allowed, .. } => policy.alone = *allowed,
        Event::AskedSet { who } => policy.asked = *who,
        Event::MailServerSet { server } => policy.mail.clone_from(server),
    }
    policy
}

#[cfg(test)]
mod tests;
