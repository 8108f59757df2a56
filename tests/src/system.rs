//! The parts of a desktop that programs speak to and that no window shows: who takes notices, and who keeps the tray. Real
//! services on the message bus of a desk.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use zbus::connection::Builder;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, fdo};

use crate::desk::{Desk, PATIENCE};

const NOTICES: (&str, &str) = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications");
const TRAY: (&str, &str) = ("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher");

/// A notice as the service was given it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// By which the service names it.
    pub id: u32,
    /// Its first line.
    pub summary: String,
    /// What stands below.
    pub body: String,
    /// Keys and labels of what can be done with it, one after the other.
    pub actions: Vec<String>,
}

/// Takes notices (Desktop Notifications Specification 1.2), and can be clicked.
pub struct Notifier {
    bus: Connection,
    given: Arc<Mutex<Vec<Notice>>>,
}

struct Taking(Arc<Mutex<Vec<Notice>>>);

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Taking {
    fn get_capabilities(&self) -> Vec<String> {
        ["actions", "body", "body-markup"].map(str::to_owned).to_vec()
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        ("desk".into(), "lotse-tests".into(), "1".into(), "1.2".into())
    }

    #[allow(clippy::too_many_arguments)] // As the specification has it.
    fn notify(
        &self,
        _app: &str,
        _replaces: u32,
        _icon: &str,
        summary: String,
        body: String,
        actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _expire: i32,
    ) -> u32 {
        let mut given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let id = u32::try_from(given.len()).unwrap_or(u32::MAX).saturating_add(1);
        given.push(Notice { id, summary, body, actions });
        id
    }

    fn close_notification(&self, _id: u32) {}

    #[zbus(signal)]
    async fn action_invoked(emitter: &SignalEmitter<'_>, id: u32, key: &str) -> zbus::Result<()>;

    #[zbus(signal)]
    async fn notification_closed(emitter: &SignalEmitter<'_>, id: u32, reason: u32) -> zbus::Result<()>;
}

impl Notifier {
    /// On a desk from now on.
    ///
    /// # Errors
    /// When the bus does not take it.
    pub async fn on(desk: &Desk) -> zbus::Result<Self> {
        let given = Arc::default();
        let bus = Builder::address(desk.bus())?.name(NOTICES.0)?;
        let bus = bus.serve_at(NOTICES.1, Taking(Arc::clone(&given)))?.build().await?;
        Ok(Self { bus, given })
    }

    /// Everything that was given so far.
    pub fn given(&self) -> Vec<Notice> {
        self.given.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until so many notices were given, and answers them all.
    pub async fn until(&self, count: usize) -> Vec<Notice> {
        let begun = Instant::now();
        while self.given().len() < count {
            assert!(begun.elapsed() < PATIENCE, "waited in vain for {count} notices: {:?}", self.given());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        self.given()
    }

    /// Clicks a notice, as somebody does who wants to see what it is about.
    ///
    /// # Errors
    /// When the bus does not take it.
    pub async fn click(&self, notice: &Notice) -> zbus::Result<()> {
        let emitter = SignalEmitter::new(&self.bus, NOTICES.1)?;
        Taking::action_invoked(&emitter, notice.id, "default").await
    }
}

/// Keeps a tray (StatusNotifierItem).
pub struct Tray {
    _bus: Connection,
    items: Arc<Mutex<Vec<String>>>,
}

struct Keeping(Arc<Mutex<Vec<String>>>);

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Keeping {
    fn register_status_notifier_item(&self, service: String) -> fdo::Result<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(service);
        Ok(())
    }

    fn register_status_notifier_host(&self, _service: &str) {}

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

impl Tray {
    /// On a desk from now on.
    ///
    /// # Errors
    /// When the bus does not take it.
    pub async fn on(desk: &Desk) -> zbus::Result<Self> {
        let items = Arc::default();
        let bus = Builder::address(desk.bus())?.name(TRAY.0)?;
        let bus = bus.serve_at(TRAY.1, Keeping(Arc::clone(&items)))?.build().await?;
        Ok(Self { _bus: bus, items })
    }

    /// Waits until a program has put its icon here.
    pub async fn until_taken(&self) {
        let begun = Instant::now();
        while self.items.lock().unwrap_or_else(PoisonError::into_inner).is_empty() {
            assert!(begun.elapsed() < PATIENCE, "waited in vain for an icon in the tray");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}
