//! What a screen reader finds: the tree that the window offers on the accessibility bus of the desk (AT-SPI). Knows no
//! screen of the product.

use std::error::Error;
use std::time::{Duration, Instant};

use atspi::proxy::accessible::AccessibleProxy;
use atspi::zbus::Connection;
use atspi::zbus::connection::Builder;
use atspi::zbus::fdo::{DBusProxy, IntrospectableProxy};
use atspi::zbus::proxy::CacheProperties;
use atspi::{Role, State};

use crate::desk::{Desk, PATIENCE};

/// Where the engine of the page keeps its trees on the bus.
const TREES: &str = "/org/a11y/webkit/accessible";
/// More than any screen has; a tree that is deeper is a circle.
const DEEPEST: usize = 60;

/// Roles that only hold others together.
const HOLDERS: [Role; 8] = [
    Role::Section,
    Role::Panel,
    Role::Filler,
    Role::Static,
    Role::Unknown,
    Role::Invalid,
    Role::RedundantObject,
    Role::Paragraph,
];

/// One thing that a screen reader can say or stop at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The role as AT-SPI names it, such as `push button`.
    pub role: String,
    /// The name that is said.
    pub name: String,
    /// Tab or the arrows of the reader can stop there.
    pub focusable: bool,
}

/// An open ear on a desk.
pub struct Reader {
    bus: Connection,
}

impl Reader {
    /// Listens on a desk that was set up with a screen reader.
    pub async fn on(desk: &Desk) -> Result<Self, Box<dyn Error>> {
        let bus = Builder::address(desk.accessibility_bus().as_str())?.build().await?;
        Ok(Self { bus })
    }

    /// Everything in the page of the window, in the order of the tree; what only holds others together is left out.
    /// Nothing at all while the page has no tree yet.
    pub async fn hears(&self) -> Result<Vec<Heard>, Box<dyn Error>> {
        let mut heard = Vec::new();
        let Some(root) = self.page().await? else { return Ok(heard) };
        let mut ahead = vec![(root, 0)];
        while let Some((node, depth)) = ahead.pop() {
            let role = node.get_role().await?;
            let states = node.get_state().await?;
            if says_something(role) && (states.contains(State::Showing) || states.contains(State::Visible)) {
                let focusable = states.contains(State::Focusable);
                heard.push(Heard {
                    role: role.name().to_owned(),
                    name: said(&node.name().await?),
                    focusable,
                });
            }
            if depth < DEEPEST {
                for child in node.get_children().await?.into_iter().rev() {
                    if let (Some(name), path) = (child.name_as_str(), child.path_as_str()) {
                        ahead.push((self.node(name.to_owned(), path.to_owned()).await?, depth + 1));
                    }
                }
            }
        }
        Ok(heard)
    }

    /// What is heard once the heading is, and the same twice in a row: the engine tells the bus behind the picture.
    pub async fn hears_steadily(&self, heading: &str) -> Result<Vec<Heard>, Box<dyn Error>> {
        let start = Instant::now();
        let mut before = Vec::new();
        while start.elapsed() < PATIENCE {
            // Whatever went away while it was asked is asked again.
            let heard = self.hears().await.unwrap_or_default();
            let there = heard.iter().any(|one| one.role == "heading" && one.name == heading);
            if there && heard == before {
                return Ok(heard);
            }
            before = heard;
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Err(format!("{heading:?} was never heard; the last was {before:#?}").into())
    }

    /// The root of the tree that the page's own process offers; its address is only known to who asks what there is.
    async fn page(&self) -> Result<Option<AccessibleProxy<'static>>, Box<dyn Error>> {
        let names = DBusProxy::new(&self.bus).await?.list_names().await?;
        let Some(process) = names.iter().find(|name| name.starts_with("org.webkit.")) else {
            return Ok(None);
        };
        let there = IntrospectableProxy::builder(&self.bus)
            .destination(process.to_string())?
            .path(TREES)?
            .build()
            .await?
            .introspect()
            .await?;
        let root = there.split_once("<node name=\"").and_then(|(_, rest)| rest.split_once('"'));
        match root {
            Some((root, _)) => Ok(Some(self.node(process.to_string(), format!("{TREES}/{root}")).await?)),
            None => Ok(None),
        }
    }

    async fn node(&self, process: String, path: String) -> Result<AccessibleProxy<'static>, Box<dyn Error>> {
        let node = AccessibleProxy::builder(&self.bus).destination(process)?.path(path)?;
        Ok(node.cache_properties(CacheProperties::No).build().await?)
    }
}

/// Whether a role is more than something that holds others together.
fn says_something(role: Role) -> bool {
    !HOLDERS.contains(&role)
}

fn said(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
