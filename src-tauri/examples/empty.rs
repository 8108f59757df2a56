//! A Tauri window with nothing in it: the base that the figures of the real window are compared with.

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> tauri::Result<()> {
    let app = tauri::Builder::default()
        .setup(|app| {
            let nothing = "data:text/html,<h1>Empty</h1>";
            let url = nothing.parse().map(WebviewUrl::External)?;
            WebviewWindowBuilder::new(app, "main", url).inner_size(1280.0, 860.0).build()?;
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|_, _| {});
    Ok(())
}
