//! What every paper has to be.

use page_validation::{SafetyLimits, ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// A paper is PDF/A-2a and PDF/UA-1, by a validator of another hand.
pub fn conforms(bytes: &[u8]) {
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let options = ValidationOptions::default().profile(profile).limits(SafetyLimits::unlimited());
        let report = validate_pdf_bytes(bytes, &options).unwrap();
        let failures: Vec<String> = report.failures.iter().map(|failure| format!("{failure:?}")).collect();
        assert!(failures.is_empty(), "{profile:?}: {}", failures.join("\n"));
    }
}

/// Keeps a paper in the folder that `LOTSE_PAPER` names, to look at it; in none otherwise.
pub fn kept(name: &str, bytes: &[u8]) {
    if let Ok(folder) = std::env::var("LOTSE_PAPER") {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).unwrap();
    }
}
