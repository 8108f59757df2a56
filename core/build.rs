//! Gathers the files of the locales, so that a new area of sentences needs no line of code.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let locales = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("locales");
    println!("cargo:rerun-if-changed={}", locales.display());
    let mut names: Vec<String> = fs::read_dir(locales.join("de"))?
        .map(|file| Ok(file?.file_name().to_string_lossy().into_owned()))
        .collect::<io::Result<_>>()?;
    names.retain(|name| name.ends_with(".ftl"));
    names.sort();
    let mut areas = String::from("&[\n");
    for name in names {
        let (german, english) = (locales.join("de").join(&name), locales.join("en").join(&name));
        let area = format!("(include_str!({german:?}), include_str!({english:?})),");
        writeln!(areas, "{area}").map_err(io::Error::other)?;
    }
    areas.push(']');
    let place = env::var("OUT_DIR").unwrap_or_default();
    fs::write(Path::new(&place).join("areas.rs"), areas)
}
