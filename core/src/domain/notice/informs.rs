//! What follows from acknowledgements for the record that a notice is about: a team whose people have all acknowledged it is
//! informed. What the rules of that record refuse does not follow.

use super::{Notice, asked};
use crate::domain::organisation::Organisation;
use crate::domain::{Command, Context, State, change, review};
use crate::ids::TeamId;
use crate::time::{Day, Moment};

/// The orders to the record that the notice is about.
pub fn informs(notice: &Notice, record: &State, teams: &Organisation, context: &Context) -> Vec<Command> {
    let done: Vec<TeamId> = notice.teams.iter().copied().filter(|team| knows(notice, *team, teams)).collect();
    let way = notice.number.to_string();
    match record {
        State::Review(review) => {
            let newest = review.approved().is_some_and(|version| version.version == notice.subject.version);
            let open = review.uninformed();
            let at = Moment::exact(context.now, context.zone);
            let team = |team| review::Command::NoteTeamInformed { team, at, way: way.clone() };
            let orders = done.into_iter().filter(|team| newest && open.contains(team)).map(team);
            let given = review::Given::default();
            let may = |order: &review::Command| {
                review::decide(Some(review), order.clone(), &given, context).is_ok()
            };
            orders.filter(may).map(Command::Review).collect()
        }
        State::Change(change) => {
            let on = Day::at(context.now, context.zone);
            let order = change::Command::InformTeams { teams: change.text.teams.clone(), way, on };
            let newest = change.approved && change.version() == notice.subject.version;
            let whole = newest && change.text.teams.iter().all(|team| done.contains(team));
            let may = whole && change::decide(Some(change), order.clone(), context).is_ok();
            may.then_some(Command::Change(order)).into_iter().collect()
        }
        State::Incident(_)
        | State::Organisation(_)
        | State::Report(_)
        | State::Batch(_)
        | State::Finding(_)
        | State::Plan(_)
        | State::Drill(_)
        | State::Guide(_)
        | State::Notice(_)
        | State::Policy(_)
        | State::Reminder(_) => Vec::new(),
    }
}

/// Whether everyone of a team who is asked has acknowledged it; the silence of nobody is no acknowledgement.
fn knows(notice: &Notice, team: TeamId, organisation: &Organisation) -> bool {
    let people = asked(organisation, &[team], notice.who);
    let mut of_team = people.iter().filter(|person| notice.expected.contains(person)).peekable();
    of_team.peek().is_some() && of_team.all(|person| notice.acknowledged.contains_key(person))
}
