//! cState and sites like it: a folder of Markdown files whose front matter (YAML or TOML) holds the facts of one
//! incident each. Reads no folder itself. Knows no workspace.

use std::collections::BTreeMap;

use saphyr::{LoadableYamlNode, YamlOwned};

use super::dirt::{Dirt, Field, Place, Reason};
use super::item::{Impact, Kind, Said, SourceItem, SourceKey, SourceUpdate, Status, add_name};
use super::opening::{Content, Opened, Part};
use super::reader::Reader;
use super::{Confidence, Format, markup, words};
use crate::time::Zone;

/// The longest front matter, in bytes.
const LONGEST_HEAD: usize = 64 * 1024;

/// The format of cState.
pub struct Cstate;

/// A value of the front matter: the importer needs no more of YAML and TOML than this.
#[derive(Debug, Clone, PartialEq)]
enum Value {
    One(String),
    Many(Vec<String>),
}

type Head = BTreeMap<String, Value>;

impl Format for Cstate {
    fn key(&self) -> &'static str {
        "cstate"
    }

    fn detect(&self, part: &Part) -> Option<Confidence> {
        let Content::Page(text) = &part.content else { return None };
        let (head, _, _) = split(text)?;
        let names =
            ["title", "date", "severity", "resolved", "resolvedWhen", "affected", "section", "informational"];
        let known = names.iter().filter(|name| head.lines().any(|line| is_key(line, name))).count();
        match known {
            0 | 1 => None,
            2 => Some(Confidence(40)),
            _ => Some(Confidence(90)),
        }
    }

    fn read(&self, parts: &[&Part], all: &Opened, reader: &mut Reader) {
        let site = Site::of(parts, all, reader);
        // Hugo, which builds these pages, takes a time without a zone as UTC unless the site names one.
        reader.usual_zone = Some(Zone::UTC);
        reader.declared_zone = site.zone;
        for part in parts {
            if !reader.go_on(Some(parts.len() as u64)) {
                return;
            }
            read_page(part, &site, reader);
        }
    }
}

fn is_key(line: &str, name: &str) -> bool {
    line.trim_start_matches(['"', '\''])
        .strip_prefix(name)
        .is_some_and(|rest| rest.trim_start_matches(['"', '\'', ' ']).starts_with([':', '=']))
}

/// The front matter, whether it is TOML, and the text below it.
fn split(text: &str) -> Option<(&str, bool, &str)> {
    let mark = if text.starts_with("+++") { "+++" } else { "---" };
    let inside = text.strip_prefix(mark)?;
    let mut at = 0;
    for line in inside.split_inclusive('\n') {
        if at > 0 && line.trim_end() == mark {
            return Some((&inside[..at], mark == "+++", &inside[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

/// What the site's own configuration says, when it was handed in too.
struct Site {
    key: SourceKey,
    zone: Option<Zone>,
}

impl Site {
    fn of(pages: &[&Part], all: &Opened, reader: &Reader) -> Self {
        let folder = pages.first().map(|page| folder(&all.name, &page.name)).unwrap_or_default();
        let mut site = Self { key: SourceKey::new("cstate", &folder), zone: None };
        for part in all.parts.iter().chain(&all.beside) {
            let Content::Text(text) = &part.content else { continue };
            let value = |name: &str| {
                let line = text.lines().find(|line| is_key(line, name))?;
                let value =
                    line.split_once([':', '='])?.1.split(" #").next()?.trim().trim_matches(['"', '\'']);
                Some(value.to_owned()).filter(|value| !value.is_empty())
            };
            let Some(address) = value("baseURL").filter(|_| value("title").is_some()) else { continue };
            let host = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
            site.key = SourceKey::new("cstate", host.split('/').next().unwrap_or_default());
            site.zone = value("timeZone").and_then(|zone| zone.parse().ok());
        }
        if let Some(name) = &reader.options.source {
            site.key = SourceKey::new("cstate", name);
        }
        site
    }
}

/// The name of the site's own folder, without the folders that every such site has: the same, whether the site was chosen,
/// a folder in it, one above it, or a page alone.
fn folder(chosen: &str, page: &str) -> String {
    let file = chosen.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_alone = page == file;
    let is_packed = page.strip_prefix(file).is_some_and(|rest| rest.starts_with('/'));
    let whole = if is_alone { chosen.to_owned() } else { format!("{chosen}/{page}") };
    let mut folders: Vec<&str> = whole.split(['/', '\\']).collect();
    folders.pop();
    let issues = folders.iter().rposition(|name| *name == "issues");
    // Some sites keep the pages of a year in a folder of their own.
    let is_year = |name: &&str| name.bytes().all(|byte| byte.is_ascii_digit());
    let own: Vec<&str> = match issues.filter(|at| !is_packed && folders[at + 1..].iter().all(is_year)) {
        Some(at) => folders[..at].to_vec(),
        None => chosen.split(['/', '\\']).collect(),
    };
    let every = |name: &&&str| !matches!(**name, "" | "." | "content" | "issues" | "data");
    own.iter().rfind(every).copied().unwrap_or_default().to_owned()
}

fn read_page(part: &Part, site: &Site, reader: &mut Reader) {
    let Content::Page(text) = &part.content else { return };
    let place = Place::file(&part.name);
    let (head, body) = match split(text) {
        Some((head, is_toml, body)) => match read_head(head, is_toml) {
            Ok(head) => (head, body),
            Err(detail) => return reader.refuse(place, Reason::Malformed { detail }),
        },
        None => {
            return reader
                .refuse(place, Reason::Malformed { detail: "the front matter has no end".to_owned() });
        }
    };
    let file = part.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let id = file.strip_suffix(".md").or_else(|| file.strip_suffix(".markdown")).unwrap_or(file);
    let mut item = SourceItem::new(place, site.key.clone(), id.to_owned(), Kind::Incident);
    item.dirt.clone_from(&part.dirt);
    read_facts(&head, &mut item, reader);
    read_body(body, &mut item, reader);
    reader.take(item);
}

fn read_facts(head: &Head, item: &mut SourceItem, reader: &mut Reader) {
    let one = |name: &str| match head.get(name) {
        Some(Value::One(value)) => Some(value.as_str()).filter(|value| !value.is_empty()),
        Some(Value::Many(values)) => values.first().map(String::as_str),
        None => None,
    };
    let dirt = &mut item.dirt;
    item.title = markup::line(one("title").unwrap_or_default(), Field::Title, dirt);
    item.impact = one("severity").map(|raw| match raw {
        "down" => Said { raw: raw.to_owned(), read: Some(Impact::Major) },
        "disrupted" => Said { raw: raw.to_owned(), read: Some(Impact::Minor) },
        "notice" => Said { raw: raw.to_owned(), read: Some(Impact::None) },
        other => words::impact(other, dirt).unwrap_or_else(|| Said { raw: other.to_owned(), read: None }),
    });
    item.kind = kind(&item.title, one("severity"), one("informational"));
    let over = one("resolved").is_none_or(|truth| truth.eq_ignore_ascii_case("true"));
    let status = if over { Status::Resolved } else { Status::Open };
    item.status = one("resolved").map(|raw| Said { raw: format!("resolved: {raw}"), read: Some(status) });
    let mut time = |name: &str, field: Field| one(name).and_then(|raw| reader.time(raw, field, dirt));
    item.moments.impact_start = time("date", Field::ImpactStart);
    item.moments.ended = time("resolvedWhen", Field::Ended).filter(|_| over);
    item.moments.modified = time("lastmod", Field::Modified);
    if item.moments.impact_start.is_none() {
        item.dirt.push(Dirt::Missing { field: Field::ImpactStart });
    }
    for (name, value) in head {
        let values: Vec<&str> = match value {
            Value::One(value) => vec![value],
            Value::Many(values) => values.iter().map(String::as_str).collect(),
        };
        match name.as_str() {
            "title" | "date" | "severity" | "resolved" | "resolvedWhen" | "lastmod" | "section"
            | "informational" => {}
            "affected" => values.iter().for_each(|value| add_name(&mut item.services, value)),
            "tags" | "categories" | "labels" => {
                values.iter().for_each(|value| add_name(&mut item.labels, value));
            }
            _ => item.fact(name, Some(values.join(", ")).filter(|value| !value.is_empty())),
        }
    }
}

/// cState has no word for planned work; its users say it in the title.
fn kind(title: &str, severity: Option<&str>, informational: Option<&str>) -> Kind {
    let title = title.to_lowercase();
    if ["maintenance", "wartung", "scheduled", "geplant"].iter().any(|word| title.contains(word)) {
        Kind::Maintenance
    } else if severity == Some("notice") || informational == Some("true") {
        Kind::Notice
    } else {
        Kind::Incident
    }
}

/// The text below the front matter. A paragraph with the shortcode `{{< track "2026-05-01 10:00:00" >}}` is an update of
/// that time; everything else is the item's own text.
fn read_body(body: &str, item: &mut SourceItem, reader: &mut Reader) {
    let mut own = Vec::new();
    for paragraph in body.replace("\r\n", "\n").split("\n\n") {
        let Some((raw, shortcode)) = track(paragraph) else {
            own.push(paragraph.to_owned());
            continue;
        };
        let occurred = reader.time(raw, Field::Update, &mut item.dirt);
        let text = markup::plain(&paragraph.replace(shortcode, ""), Field::Update, &mut item.dirt);
        let outside_id = occurred.map_or_else(|| raw.to_owned(), |moment| moment.at.to_string());
        let update = SourceUpdate {
            outside_id,
            occurred,
            status: None,
            text: text.text,
            original: text.original,
            author: None,
            fields: Vec::new(),
        };
        item.updates.push(update);
    }
    let text = markup::plain(&own.join("\n\n"), Field::Text, &mut item.dirt);
    (item.text, item.original) = (text.text, text.original);
}

/// The time in a paragraph's shortcode, and the whole shortcode.
fn track(paragraph: &str) -> Option<(&str, &str)> {
    let start = paragraph.find("{{<")?;
    let end = start + paragraph[start..].find(">}}")? + 3;
    let shortcode = &paragraph[start..end];
    let inside = shortcode[3..shortcode.len() - 3].trim().strip_prefix("track")?.trim();
    Some((inside.trim_matches(['"', '\'', '“', '”']), shortcode))
}

fn read_head(head: &str, is_toml: bool) -> Result<Head, String> {
    if head.len() > LONGEST_HEAD || is_too_deep(head) {
        return Err("the front matter is too large or nests too deep".to_owned());
    }
    if is_toml {
        let table: toml::Table = head.parse().map_err(|error: toml::de::Error| error.message().to_owned())?;
        return Ok(table.into_iter().map(|(name, value)| (name, from_toml(&value))).collect());
    }
    let documents = YamlOwned::load_from_str(head).map_err(|error| error.to_string())?;
    let Some(YamlOwned::Mapping(map)) = documents.into_iter().next() else {
        return Err("the front matter is no list of names and values".to_owned());
    };
    Ok(map.into_iter().filter_map(|(name, value)| Some((scalar(&name)?, from_yaml(&value)))).collect())
}

/// Depth that no front matter has, and that a tree of values would be dropped through recursively; and so many aliases
/// that they could multiply.
fn is_too_deep(head: &str) -> bool {
    let brackets = head.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count();
    let aliases =
        head.match_indices('*').filter(|(at, _)| head[at + 1..].starts_with(char::is_alphanumeric)).count();
    let dashes =
        head.lines().map(|line| line.matches("- ").count() + line.matches("? ").count()).max().unwrap_or(0);
    brackets > 100 || dashes > 40 || (aliases > 12 && head.contains('&'))
}

fn from_toml(value: &toml::Value) -> Value {
    match value.as_array() {
        Some(values) => Value::Many(values.iter().map(toml_text).collect()),
        None => Value::One(toml_text(value)),
    }
}

fn toml_text(value: &toml::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn from_yaml(value: &YamlOwned) -> Value {
    match value.as_sequence() {
        Some(values) => Value::Many(values.iter().filter_map(scalar).collect()),
        None => Value::One(scalar(value).unwrap_or_default()),
    }
}

/// A YAML scalar as it would be written; `None` for null, lists and maps.
fn scalar(value: &YamlOwned) -> Option<String> {
    if let Some(text) = value.as_str() {
        return Some(text.to_owned());
    }
    value
        .as_bool()
        .map(|truth| truth.to_string())
        .or_else(|| value.as_integer().map(|number| number.to_string()))
        .or_else(|| value.as_floating_point().map(|number| number.to_string()))
}

#[cfg(test)]
mod tests {
    use super::super::opening::{self, SourceFile};
    use super::super::tests::{options, utc};
    use super::super::{Options, Reading, Unwatched, read};
    use super::*;

    fn read_files(files: &[(&str, &str)], options: &Options) -> Reading {
        let files = files
            .iter()
            .map(|(name, text)| SourceFile { name: (*name).into(), bytes: text.as_bytes().to_vec() });
        read(&opening::open("status/content/issues", files.collect()), options, &Unwatched).unwrap()
    }

    const ISSUE: &str = "---\r\ntitle: 'Build agents don''t start'\r\ndate: 2026-05-01T9:00:00-00:00\r\nresolved: true\r\nresolvedWhen: 2026-05-01 08:00:00\r\n\
        # down, disrupted, notice\r\nseverity: disrupted\r\naffected:\r\n  - Builds\r\n  - Agents\r\nsection: issue\r\n---\r\n\
        A plugin was the cause.\r\n\r\n*Update* - Rolled back. {{< track \"2026-05-01 08:30:00\" >}}\r\n";

    #[test]
    fn a_page_is_an_incident_with_its_tracked_updates() {
        let reading = read_files(&[("issues/2026-05-01-agents.md", ISSUE)], &options());
        let item = &reading.items[0];
        assert_eq!((item.source.as_str(), item.outside_id.as_str()), ("cstate/status", "2026-05-01-agents"));
        assert_eq!((item.title.as_str(), item.services.len()), ("Build agents don't start", 2));
        assert_eq!(utc(item.moments.impact_start), "2026-05-01T09:00:00Z");
        assert_eq!(
            (item.text.as_str(), item.updates[0].text.as_str()),
            ("A plugin was the cause.", "*Update* - Rolled back.")
        );
        assert!(item.dirt.iter().any(|dirt| matches!(dirt, Dirt::EndBeforeStart { .. })));
        assert!(item.dirt.iter().any(|dirt| matches!(dirt, Dirt::ZoneMissing { .. })));
    }

    #[test]
    fn a_site_is_one_source_wherever_it_is_chosen() {
        for (chosen, page) in [
            ("/x/status/content/issues", "a.md"),
            ("/x/status/content/issues/2026", "a.md"),
            ("/x/status/content", "issues/a.md"),
            ("/x/status", "content/issues/2026/a.md"),
            ("/x", "status/issues/a.md"),
            ("/x/data", "status/issues/a.md"),
            ("/x/status/issues/a.md", "a.md"),
            ("/x/status", "a.md"),
        ] {
            assert_eq!(folder(chosen, page), "status", "{chosen} {page}");
        }
        assert_eq!(folder("/x/status.zip", "status.zip/status-main/content/issues/a.md"), "status.zip");
        assert_eq!(folder("/x/issues/mine", "a.md"), "mine");
    }

    #[test]
    fn a_folder_of_pages_is_of_the_site_that_its_configuration_names() {
        let root = tempfile::tempdir().unwrap();
        let issues = root.path().join("content/issues");
        std::fs::create_dir_all(&issues).unwrap();
        std::fs::write(issues.join("a.md"), ISSUE).unwrap();
        let configuration = "title: X\nbaseURL: https://status.x.example/\n";
        std::fs::write(root.path().join("config.yml"), configuration).unwrap();
        for chosen in [root.path(), root.path().join("content").as_path(), issues.as_path()] {
            let opened = super::super::files::read(chosen, &Unwatched).unwrap().unwrap();
            let reading = read(&opened, &options(), &Unwatched).unwrap();
            let sources: Vec<&str> = reading.items.iter().map(|item| item.source.as_str()).collect();
            assert_eq!(sources, ["cstate/status.x.example"], "{}", chosen.display());
        }
    }

    #[test]
    fn times_without_a_zone_are_asked_for_once_and_then_taken_as_said() {
        let reading = read_files(&[("a.md", ISSUE)], &options());
        let need = reading.zone_need.unwrap();
        assert_eq!((need.proposed, need.count), (Zone::UTC, 2));
        let berlin = Options { zone: Some("Europe/Berlin".parse().unwrap()), ..options() };
        let reading = read_files(&[("a.md", ISSUE)], &berlin);
        assert_eq!(
            (reading.zone_need, utc(reading.items[0].moments.ended)),
            (None, "2026-05-01T06:00:00Z".into())
        );
    }

    #[test]
    fn toml_front_matter_and_the_site_s_own_address_are_read() {
        let page = "+++\ntitle = \"Wartung Datenbank\"\ndate = 2026-05-01T10:00:00Z\nresolved = false\nseverity = \"notice\"\naffected = [\"DB\"]\n+++\nText";
        let reading = read_files(
            &[("a.md", page), ("config.yml", "title: X\nbaseURL: https://status.x.example/ # here\n")],
            &options(),
        );
        let item = &reading.items[0];
        assert_eq!((item.source.as_str(), item.kind), ("cstate/status.x.example", Kind::Maintenance));
        assert_eq!((item.moments.ended, item.services.as_slice()), (None, &["DB".to_owned()][..]));
        assert_eq!(item.status.as_ref().and_then(|said| said.read), Some(Status::Open));
    }

    #[test]
    fn front_matter_that_cannot_be_read_is_refused_with_its_place() {
        let deep = format!("---\ntitle: x\ndate: 1\nseverity: {}\n---\n", "[".repeat(5_000));
        let bomb = format!("---\ntitle: &a x\ndate: &b [{}]\nresolved: 1\n---\n", "*a,".repeat(50));
        for page in ["---\ntitle: x\ndate: 'y\nresolved: true\n---\n", deep.as_str(), bomb.as_str()] {
            let reading = read_files(&[("bad.md", page)], &options());
            assert_eq!((reading.items.len(), reading.problems.len()), (0, 1), "{page}");
            assert!(matches!(reading.problems[0].reason, Reason::Malformed { .. }));
        }
    }
}
