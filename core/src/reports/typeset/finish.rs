//! The file made whole: metadata, output intent, tags, links, bookmarks and ids for PDF/A-2a and PDF/UA-1.

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId};

use super::compose::Composed;
use super::file::{File, text};
use super::structure::{self, Numbers};
use super::xmp::{self, PRODUCER};
use super::{LAYOUT_VERSION, TypesetError};
use crate::reports::document::Document;

/// A colour profile of our own: sRGB as a matrix and its curve, version 4.
const PROFILE: &[u8] = include_bytes!("srgb.icc");

/// Completes the layer's objects and writes the file.
///
/// # Errors
/// Objects that the layer below should have made and did not.
pub fn finish(mut pdf: Pdf, document: &Document, composed: &Composed) -> Result<Vec<u8>, TypesetError> {
    pdf.trailer.get(b"Info").and_then(Object::as_reference).ok().and_then(|info| pdf.objects.remove(&info));
    let root = pdf.trailer.get(b"Root").and_then(Object::as_reference).map_err(|_| lost("the catalog"))?;
    let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    if pages.len() != composed.pages.len() {
        return Err(lost("a page"));
    }
    let last = pdf.objects.keys().next_back().map_or(0, |id| id.0);
    let mut file = File::new(last + 1);
    let numbers =
        structure::write(&mut file, composed, &pages.iter().map(|page| page.0).collect::<Vec<_>>())?;
    for (index, page) in pages.iter().enumerate() {
        let page = pdf.get_object_mut(*page).and_then(Object::as_dict_mut).map_err(|_| lost("a page"))?;
        complete_page(page, index, &numbers);
    }
    let metadata = file.number();
    let head = Dictionary::from_iter([("Type", Object::from("Metadata")), ("Subtype", Object::from("XML"))]);
    file.stream(metadata, &head, xmp::packet(document).as_bytes(), false);
    let profile = file.number();
    file.stream(profile, &Dictionary::from_iter([("N", Object::Integer(3))]), PROFILE, true);
    let catalog = pdf.get_object_mut(root).and_then(Object::as_dict_mut).map_err(|_| lost("the catalog"))?;
    complete_catalog(catalog, document, &numbers, metadata, profile);
    let info = file.number();
    file.body(info, info_body(document).into_bytes());
    for (id, object) in std::mem::take(&mut pdf.objects) {
        file.object(id.0, &object);
    }
    Ok(file.finish(root.0, info, &fingerprint(document)))
}

fn lost(what: &'static str) -> TypesetError {
    TypesetError::Incomplete { what }
}

fn complete_page(page: &mut Dictionary, index: usize, numbers: &Numbers) {
    page.set("StructParents", i64::try_from(index).unwrap_or(i64::MAX));
    page.set("Tabs", "S");
    let links: Vec<Object> =
        numbers.annotations[index].iter().map(|number| Object::Reference((*number, 0))).collect();
    if links.is_empty() {
        page.remove(b"Annots");
    } else {
        page.set("Annots", links);
    }
}

fn complete_catalog(
    catalog: &mut Dictionary,
    document: &Document,
    numbers: &Numbers,
    metadata: u32,
    profile: u32,
) {
    catalog.set("Lang", Object::string_literal(document.language.tag()));
    catalog.set("MarkInfo", Dictionary::from_iter([("Marked", Object::Boolean(true))]));
    catalog.set("ViewerPreferences", Dictionary::from_iter([("DisplayDocTitle", Object::Boolean(true))]));
    catalog.set("StructTreeRoot", Object::Reference((numbers.root, 0)));
    catalog.set("Metadata", Object::Reference((metadata, 0)));
    if let Some(outlines) = numbers.outlines {
        catalog.set("Outlines", Object::Reference((outlines, 0)));
        catalog.set("PageMode", "UseOutlines");
    }
    let intent = Dictionary::from_iter([
        ("Type", Object::from("OutputIntent")),
        ("S", Object::from("GTS_PDFA1")),
        ("OutputConditionIdentifier", Object::string_literal("sRGB")),
        ("Info", Object::string_literal("sRGB IEC61966-2.1")),
        ("DestOutputProfile", Object::Reference((profile, 0))),
    ]);
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
}

fn info_body(document: &Document) -> String {
    let date = xmp::info_date(document.created);
    format!(
        "<</Title {}/Subject {}/Author {}/Keywords {}/Producer({PRODUCER})/Creator({PRODUCER})/CreationDate({date})/ModDate({date})>>",
        text(&document.title),
        text(&document.subject),
        text(&document.authors.join(", ")),
        text(&document.keywords.join(", ")),
    )
}

/// The file's id: what it says and how it was laid out, and nothing else.
fn fingerprint(document: &Document) -> [u8; 16] {
    let mut context = ring::digest::Context::new(&ring::digest::SHA256);
    context.update(&LAYOUT_VERSION.to_be_bytes());
    // A document holds strings, numbers and lists; writing it as JSON cannot fail.
    context.update(&serde_json::to_vec(document).unwrap_or_default());
    let digest = context.finish();
    let mut id = [0; 16];
    id.copy_from_slice(&digest.as_ref()[..16]);
    id
}
