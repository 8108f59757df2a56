//! What a screen reader finds: the tree that the window offers on the accessibility bus of the desk (AT-SPI). Knows no
//! screen of the product.

use std::error::Error;
use std::pin::Pin;
use std::time::{Duration, Instant};

use atspi::proxy::accessible::AccessibleProxy;
use atspi::zbus::Connection;
use atspi::zbus::connection::Builder;
use atspi::zbus::fdo::{DBusProxy, IntrospectableProxy};
use atspi::zbus::proxy::CacheProperties;
use atspi::{Role, State};
use futures_util::future::try_join_all;

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

/// What will have been heard.
type Hearing<'a> = Pin<Box<dyn Future<Output = Result<Vec<Heard>, Box<dyn Error>>> + 'a>>;

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
    /// Nothing at all while the page has no tree yet. All branches are asked at once: the bus answers one question in no
    /// time and takes its time for a thousand in a row.
    pub async fn hears(&self) -> Result<Vec<Heard>, Box<dyn Error>> {
        match self.page().await? {
            Some(root) => self.hears_below(root, DEEPEST).await,
            None => Ok(Vec::new()),
        }
    }

    /// What a node says, and all below it.
    fn hears_below(&self, node: AccessibleProxy<'static>, depth: usize) -> Hearing<'_> {
        Box::pin(async move {
            let (role, states, name, children) =
                tokio::try_join!(node.get_role(), node.get_state(), node.name(), node.get_children())?;
            let shown = states.contains(State::Showing) || states.contains(State::Visible);
            let said = Heard {
                role: role.name().to_owned(),
                name: said(&name),
                focusable: states.contains(State::Focusable),
            };
            let mut heard: Vec<Heard> = (says_something(role) && shown).then_some(said).into_iter().collect();
            let named =
                children.iter().filter_map(|child| child.name_as_str().zip(Some(child.path_as_str())));
            let below = named.filter(|_| depth > 0).map(|(name, path)| async move {
                let node = self.node(name.to_owned(), path.to_owned()).await?;
                self.hears_below(node, depth - 1).await
            });
            heard.extend(try_join_all(below).await?.into_iter().flatten());
            Ok(heard)
        })
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
