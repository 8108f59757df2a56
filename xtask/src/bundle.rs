//! `cargo xtask bundle`: packages for people who build nothing.

use crate::shell::{self, Done};
use crate::system::{self, Purpose};
use crate::tools;

/// The bundler of Tauri as npm serves it: built already, where cargo would compile it for ten minutes.
const BUNDLER: &str = "@tauri-apps/cli@2.12.5";

/// Makes the .deb, and the AppImage where its tool can be had.
pub fn run() -> Done {
    system::provide(Purpose::Bundle)?;
    tools::page()?;
    bundle("deb")?;
    println!("\nThe AppImage needs a tool (linuxdeploy) that the bundler downloads.");
    if let Err(why) = bundle("appimage") {
        println!(
            "NOT MADE: the AppImage ({why}). Without a network that reaches the tool it cannot be made."
        );
    }
    println!("\nThe packages lie in {}", shell::target().join("release/bundle").display());
    Ok(())
}

fn bundle(kind: &str) -> Done {
    let package = format!("--package={BUNDLER}");
    shell::run("src-tauri", "npm", ["exec", "--yes", &package, "--", "tauri", "build", "--bundles", kind])
}
