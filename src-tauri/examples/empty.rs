//! A Tauri window with nothing in it: the base that the figures of the real window are compared with.

use tauri::http::header::CONTENT_TYPE;
use tauri::http::{HeaderValue, Response};
use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> tauri::Result<()> {
    let app = tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_, _| {
            let mut page = Response::new(b"<h1>Empty</h1>".to_vec());
            page.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html"));
            page
        })
        .setup(|app| {
            let url = "empty://localhost/".parse().map(WebviewUrl::CustomProtocol)?;
            WebviewWindowBuilder::new(app, "main", url).inner_size(1280.0, 860.0).build()?;
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|_, _| {});
    Ok(())
}
