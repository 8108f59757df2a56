//! What the tests of the whole stand on: a desktop of their own, the real window in it, and a keyboard.

pub mod axe;
pub mod desk;
pub mod hafen;
pub mod keyboard;
pub mod mail;
pub mod places;
pub mod power;
pub mod reader;
pub mod recorder;
pub mod ring;
pub mod sampled;
pub mod scribe;
pub mod system;
pub mod window;
