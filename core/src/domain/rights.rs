//! Who may order what (design.md, who may what). A button that is refused here is disabled on screen, with the reason.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::organisation::{self, Role};
use super::{Command, change, drill, finding, guide, notice, plan, policy, reminder, review};

/// Why a person may not order this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The `#[error]` text says what each one means.
#[ts(rename = "RightsRefusal")]
#[schemars(rename = "RightsRefusal")]
pub enum Refusal {
    #[error("none of the roles that may do this: {needed:?}")]
    RoleMayNot { needed: Vec<Role> },
    #[error("the organisation does not know who orders")]
    Stranger,
}

/// The roles that may give an order, of which one is needed.
pub fn needed(command: &Command) -> &'static [Role] {
    match command {
        Command::Incident(_) | Command::Batch(_) => {
            &[Role::Recorder, Role::ProcessManager, Role::TestCoordinator, Role::DeploymentTeam]
        }
        Command::Report(_) => &[Role::Management, Role::ProcessManager],
        Command::Organisation(_) => &[Role::ProcessManager],
        Command::Review(command) => review::needed(command),
        Command::Change(command) => change::needed(command),
        Command::Finding(command) => finding::needed(command),
        Command::Plan(command) => plan::needed(command),
        Command::Drill(command) => drill::needed(command),
        Command::Guide(command) => guide::needed(command),
        Command::Notice(command) => notice::needed(command),
        Command::Policy(command) => policy::needed(command),
        Command::Reminder(command) => reminder::needed(command),
    }
}

/// Whether somebody with these roles may give this order. Founding needs no role: there is nobody yet.
///
/// # Errors
/// `Stranger` when there are no roles at all, `RoleMayNot` with those that would do.
pub fn may(command: &Command, roles: &BTreeSet<Role>) -> Result<(), Refusal> {
    if matches!(command, Command::Organisation(organisation::Command::Found { .. })) {
        return Ok(());
    }
    let needed = needed(command);
    if roles.is_empty() {
        Err(Refusal::Stranger)
    } else if needed.iter().any(|role| roles.contains(role)) {
        Ok(())
    } else {
        Err(Refusal::RoleMayNot { needed: needed.to_vec() })
    }
}
