//! What a screen reader finds in the real window.
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use lotse_tests::desk::Desk;
use lotse_tests::reader::Reader;
use lotse_tests::window::{Opening, Window};

#[tokio::test]
async fn probe() {
    let desk = Desk::with_screen_reader();
    let window = Window::open(&desk, &Opening::first("de")).await.unwrap();
    let reader = Reader::on(&desk).await.unwrap();
    for _ in 0..20 {
        let heard = reader.hears().await.unwrap();
        if heard.len() > 5 {
            for one in &heard {
                eprintln!("{one:?}");
            }
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    }
    window.close().await.unwrap();
}
