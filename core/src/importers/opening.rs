//! Opens what was handed in: unpacks archives, finds the encoding, and says what kind of content each part holds. It
//! goes by the bytes and never by the name, and it reads no more than its limits. Knows no format.

use std::io::{self, Cursor, Read};

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde_json::Value;

use super::dirt::{Dirt, Place, Problem, Reason};
use super::json;
use super::table::Kept;
use super::{Unread, Unwatched, Watch};

/// The largest text file, in bytes.
pub const LARGEST_TEXT: u64 = 256 << 20;
/// The largest JSON file, in bytes; a tree of values takes several times its text.
pub const LARGEST_JSON: u64 = 64 << 20;
/// The largest sheet of a workbook, unpacked, in bytes.
const LARGEST_WORKBOOK: u64 = 32 << 20;
/// How much of an archive is unpacked between two looks at the watch, in bytes.
const PIECE: u64 = 1 << 20;
/// How many files one source may have.
pub const MOST_FILES: usize = 20_000;

/// A file as it was handed in: its name inside the folder or archive, and its bytes.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// For places and for the name of the source; says nothing about the content.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What kind of content a part holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// One or more JSON documents, one after another.
    Json(Vec<Value>),
    /// A text with front matter: `---` is YAML, `+++` is TOML.
    Page(String),
    /// Any other text: perhaps a table, perhaps a configuration.
    Text(String),
    /// A workbook of Excel or LibreOffice.
    Workbook(Vec<u8>),
}

/// One file of a source.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its name, with the archive's name in front.
    pub name: String,
    /// What is in it.
    pub content: Content,
    /// What is wrong with the whole of it: its encoding.
    pub dirt: Vec<Dirt>,
    /// The tables in it, once somebody asked for them.
    pub(super) tables: Kept,
}

impl Part {
    const fn new(name: String, content: Content, dirt: Vec<Dirt>) -> Self {
        Self { name, content, dirt, tables: Kept::none() }
    }
}

/// Everything that was handed in, opened.
#[derive(Debug, Default)]
pub struct Opened {
    /// The name under which it was handed in, for a source that does not name itself.
    pub name: String,
    /// In the order of their names.
    pub parts: Vec<Part>,
    /// What lies beside what was chosen and says something about it: the configuration of a site. Gives no items.
    pub beside: Vec<Part>,
    /// Files that could not be opened.
    pub problems: Vec<Problem>,
}

/// Opens files; `name` is what the user chose: a file's or a folder's name.
pub fn open(name: &str, files: Vec<SourceFile>) -> Opened {
    let mut opened = Opened { name: name.to_owned(), ..Opened::default() };
    // Nobody watches, so nobody stops it.
    let _ = open_all(files, &mut opened, &Unwatched);
    opened
}

/// The same, and may be stopped.
///
/// # Errors
/// `Stopped` when `watch` said so.
pub fn open_watched(name: &str, files: Vec<SourceFile>, watch: &dyn Watch) -> Result<Opened, Unread> {
    let mut opened = Opened { name: name.to_owned(), ..Opened::default() };
    open_all(files, &mut opened, watch)?;
    Ok(opened)
}

fn open_all(files: Vec<SourceFile>, opened: &mut Opened, watch: &dyn Watch) -> Result<(), Unread> {
    let mut left = LARGEST_TEXT * 2;
    for file in files {
        watch.goes_on(opened.parts.len() as u64)?;
        open_file(file, &mut left, opened, watch)?;
    }
    opened.parts.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(())
}

fn open_file(file: SourceFile, left: &mut u64, opened: &mut Opened, watch: &dyn Watch) -> Result<(), Unread> {
    if file.bytes.starts_with(b"PK\x03\x04") && opened.parts.len() < MOST_FILES {
        return open_archive(file, left, opened, watch);
    }
    open_plain(file, opened);
    Ok(())
}

fn open_plain(file: SourceFile, opened: &mut Opened) {
    let place = Place::file(&file.name);
    if opened.parts.len() >= MOST_FILES {
        return opened.problems.push(Problem::new(place, Reason::TooManyFiles { limit: MOST_FILES as u64 }));
    }
    if file.bytes.iter().all(u8::is_ascii_whitespace) {
        return opened.problems.push(Problem::new(place, Reason::Empty));
    }
    if file.bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return open_workbook(file, opened);
    }
    match content(&file.bytes) {
        Ok((content, dirt)) => opened.parts.push(Part::new(file.name, content, dirt)),
        Err(reason) => opened.problems.push(Problem::new(place, reason)),
    }
}

fn open_workbook(file: SourceFile, opened: &mut Opened) {
    if file.bytes.len() as u64 > LARGEST_WORKBOOK {
        let place = Place::file(&file.name);
        return opened.problems.push(Problem::new(place, Reason::TooLarge { limit: LARGEST_WORKBOOK }));
    }
    opened.parts.push(Part::new(file.name, Content::Workbook(file.bytes), Vec::new()));
}

/// A ZIP file: a workbook when its contents say so, else its files, each read against one common allowance.
fn open_archive(
    file: SourceFile,
    left: &mut u64,
    opened: &mut Opened,
    watch: &dyn Watch,
) -> Result<(), Unread> {
    let malformed = |detail: String| Problem::new(Place::file(&file.name), Reason::Malformed { detail });
    let mut archive = match zip::ZipArchive::new(Cursor::new(&file.bytes)) {
        Ok(archive) => archive,
        Err(error) => {
            opened.problems.push(malformed(error.to_string()));
            return Ok(());
        }
    };
    if archive.len() > MOST_FILES {
        let reason = Reason::TooManyFiles { limit: MOST_FILES as u64 };
        opened.problems.push(Problem::new(Place::file(&file.name), reason));
        return Ok(());
    }
    let names: Vec<String> =
        archive.file_names().filter_map(|name| name.ok().map(|name| name.to_string())).collect();
    if names.iter().any(|name| matches!(name.as_str(), "[Content_Types].xml" | "content.xml")) {
        if !unpacks_within(&mut archive, LARGEST_WORKBOOK * 4) {
            let reason = Reason::TooLarge { limit: LARGEST_WORKBOOK * 4 };
            opened.problems.push(Problem::new(Place::file(&file.name), reason));
            return Ok(());
        }
        open_workbook(file, opened);
        return Ok(());
    }
    for index in 0..archive.len() {
        let entry = match archive.by_index(index) {
            Ok(entry) => entry,
            Err(zip::result::ZipError::UnsupportedArchive(_)) => {
                opened.problems.push(Problem::new(Place::file(&file.name), Reason::Encrypted));
                continue;
            }
            Err(error) => {
                opened.problems.push(malformed(error.to_string()));
                continue;
            }
        };
        if !entry.is_file() {
            continue;
        }
        let inner = entry.name().map_or_else(|_| index.to_string(), |name| name.to_string());
        let name = format!("{}/{inner}", file.name);
        // What the archive says about sizes is not believed: one byte more than allowed is a refusal.
        match unpacked(&mut entry.take(*left + 1), opened.parts.len() as u64, watch)? {
            Err(error) => opened
                .problems
                .push(Problem::new(Place::file(&name), Reason::Malformed { detail: error.to_string() })),
            Ok(bytes) if bytes.len() as u64 > *left => {
                opened
                    .problems
                    .push(Problem::new(Place::file(&name), Reason::TooLarge { limit: LARGEST_TEXT * 2 }));
                return Ok(());
            }
            Ok(bytes) => {
                *left -= bytes.len() as u64;
                open_inner(name, &bytes, opened);
            }
        }
    }
    Ok(())
}

/// All bytes of an entry, piece by piece; `files` are done before it.
fn unpacked(entry: &mut dyn Read, files: u64, watch: &dyn Watch) -> Result<io::Result<Vec<u8>>, Unread> {
    let mut bytes = Vec::new();
    loop {
        watch.goes_on(files)?;
        match entry.take(PIECE).read_to_end(&mut bytes) {
            Ok(0) => return Ok(Ok(bytes)),
            Ok(_) => {}
            Err(error) => return Ok(Err(error)),
        }
    }
}

/// Whether all files of an archive together unpack to no more than a limit. Asks the bytes and not the directory, which may
/// lie, and which a program that wrote in one go leaves open.
fn unpacks_within(archive: &mut zip::ZipArchive<Cursor<&Vec<u8>>>, limit: u64) -> bool {
    let mut left = limit;
    for index in 0..archive.len() {
        // What cannot be unpacked is for the reader of the workbook to say.
        let Ok(entry) = archive.by_index(index) else { continue };
        match io::copy(&mut entry.take(left + 1), &mut io::sink()) {
            Ok(unpacked) if unpacked > left => return false,
            Ok(unpacked) => left -= unpacked,
            Err(_) => {}
        }
    }
    true
}

/// A file of an archive; an archive inside an archive is not opened.
fn open_inner(name: String, bytes: &[u8], opened: &mut Opened) {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return opened.problems.push(Problem::new(Place::file(&name), Reason::Empty));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return opened.problems.push(Problem::new(Place::file(&name), Reason::NotRecognised));
    }
    match content(bytes) {
        Ok((content, dirt)) => opened.parts.push(Part::new(name, content, dirt)),
        Err(reason) => opened.problems.push(Problem::new(Place::file(&name), reason)),
    }
}

fn content(bytes: &[u8]) -> Result<(Content, Vec<Dirt>), Reason> {
    if bytes.len() as u64 > LARGEST_TEXT {
        return Err(Reason::TooLarge { limit: LARGEST_TEXT });
    }
    let (text, dirt) = decode(bytes)?;
    let start = text.trim_start();
    if start.starts_with(['{', '[']) {
        if text.len() as u64 > LARGEST_JSON {
            return Err(Reason::TooLarge { limit: LARGEST_JSON });
        }
        return match json::documents(start) {
            Ok(documents) => Ok((Content::Json(documents), dirt)),
            Err(error) => Err(Reason::Malformed { detail: error.to_string() }),
        };
    }
    let first = start.lines().next().unwrap_or_default().trim_end();
    let content =
        if matches!(first, "---" | "+++") { Content::Page(start.to_owned()) } else { Content::Text(text) };
    Ok((content, dirt))
}

/// The text in a file: by its byte-order mark, else UTF-16 when every other byte is zero, else UTF-8, else Windows-1252
/// (which holds Latin-1).
fn decode(bytes: &[u8]) -> Result<(String, Vec<Dirt>), Reason> {
    let encoding = Encoding::for_bom(bytes).map_or_else(|| guess(bytes), |(encoding, _)| encoding);
    let (text, _, replaced) = encoding.decode(bytes);
    let zeros = text.bytes().filter(|byte| *byte == 0).count();
    if zeros * 50 > text.len() {
        return Err(Reason::NotRecognised); // A picture, a program: no text has so many zeros.
    }
    let mut dirt = Vec::new();
    if encoding != UTF_8 {
        dirt.push(Dirt::Encoding { name: encoding.name().to_ascii_lowercase() });
    }
    if replaced {
        dirt.push(Dirt::UnreadableBytes);
    }
    Ok((text.into_owned(), dirt))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(4_096)];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let half = sample.len() / 2;
    if half > 1 && zeros(1) * 10 > half * 7 && zeros(0) * 10 < half {
        UTF_16LE
    } else if half > 1 && zeros(0) * 10 > half * 7 && zeros(1) * 10 < half {
        UTF_16BE
    } else if is_mostly_utf8(bytes) {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

/// Whether the bytes are UTF-8, or would be but for a few broken places in much of it.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut broken, mut whole) = (0_u64, 0_u64);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count() as u64;
        broken += u64::from(!chunk.invalid().is_empty());
    }
    whole > broken * 10
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::write::SimpleFileOptions;

    use super::*;

    fn opened(bytes: &[u8]) -> Opened {
        open("source", vec![SourceFile { name: "source".into(), bytes: bytes.to_vec() }])
    }

    fn text(bytes: &[u8]) -> (String, Vec<Dirt>) {
        let mut opened = opened(bytes);
        let part = opened.parts.remove(0);
        match part.content {
            Content::Text(text) | Content::Page(text) => (text, part.dirt),
            Content::Json(_) | Content::Workbook(_) => panic!("not a text"),
        }
    }

    fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn every_encoding_of_the_offices_is_read() {
        let wanted = "Störung;Größe";
        assert_eq!(text(wanted.as_bytes()), (wanted.into(), vec![]));
        assert_eq!(text(&[b"\xef\xbb\xbf", wanted.as_bytes()].concat()), (wanted.into(), vec![]));
        let latin: Vec<u8> = wanted.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
        assert_eq!(text(&latin), (wanted.into(), vec![Dirt::Encoding { name: "windows-1252".into() }]));
        let little: Vec<u8> = wanted.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&little).0, wanted);
        let big: Vec<u8> =
            [0xfeff].into_iter().chain(wanted.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&big), (wanted.into(), vec![Dirt::Encoding { name: "utf-16be".into() }]));
    }

    #[test]
    fn the_content_and_not_the_name_says_what_a_file_is() {
        assert!(
            matches!(opened(b" {\"a\":1}\n{\"a\":2}").parts[0].content, Content::Json(ref all) if all.len() == 2)
        );
        assert!(matches!(opened(b"---\ntitle: x\n---\n").parts[0].content, Content::Page(_)));
        assert!(matches!(opened(b"a;b\n1;2").parts[0].content, Content::Text(_)));
        assert_eq!(opened(b" \n").problems[0].reason, Reason::Empty);
        assert_eq!(opened(&[0, 1, 0, 0, 0, 9]).problems[0].reason, Reason::NotRecognised);
    }

    #[test]
    fn an_archive_gives_its_files_and_not_the_archives_inside() {
        let inner = archive(&[("x.csv", b"a,b")]);
        let all =
            opened(&archive(&[("b.csv", b"id,title\n1,x"), ("a.csv", b"id,title\n2,y"), ("c.zip", &inner)]));
        assert_eq!(
            all.parts.iter().map(|part| part.name.as_str()).collect::<Vec<_>>(),
            ["source/a.csv", "source/b.csv"]
        );
        assert_eq!(all.problems, [Problem::new(Place::file("source/c.zip"), Reason::NotRecognised)]);
    }

    #[test]
    fn an_archive_that_unpacks_beyond_the_limit_is_refused() {
        let bomb = archive(&[("zeros", &vec![b' '; 3 << 20]), ("more", b"x")]);
        let mut opened = Opened::default();
        let mut left = 1 << 20;
        open_archive(SourceFile { name: "bomb".into(), bytes: bomb }, &mut left, &mut opened, &Unwatched)
            .unwrap();
        assert!(opened.parts.is_empty());
        assert!(matches!(opened.problems[0].reason, Reason::TooLarge { .. }));
    }

    #[test]
    fn a_workbook_that_was_written_in_one_go_is_opened_and_one_that_unpacks_beyond_the_limit_is_not() {
        let workbook = |size: usize| {
            let mut writer = zip::ZipWriter::new_stream(Vec::new());
            writer.start_file("[Content_Types].xml", SimpleFileOptions::default()).unwrap();
            writer.write_all(&vec![b' '; size]).unwrap();
            writer.finish().unwrap().into_inner()
        };
        assert!(matches!(opened(&workbook(9)).parts[0].content, Content::Workbook(_)));
        let bomb = opened(&workbook(usize::try_from(LARGEST_WORKBOOK * 4).unwrap() + 1));
        assert!(matches!(bomb.problems[0].reason, Reason::TooLarge { .. }));
    }

    #[test]
    fn json_that_nests_without_end_or_stops_in_the_middle_is_refused() {
        for bytes in ["[".repeat(1_000_000), "{\"a\":[1,2".to_owned(), "[\"\\ud800\"]".to_owned()] {
            assert!(matches!(opened(bytes.as_bytes()).problems[0].reason, Reason::Malformed { .. }));
        }
    }
}
