//! Tags, links and bookmarks as objects of the file. Knows the tree and the pages, not how they came about.

use std::fmt::Write;

use super::TypesetError;
use super::compose::{Composed, Heading};
use super::file::{File, text};
use super::item::{Area, Target};
use super::style::{Mpt, PAGE_HEIGHT};
use super::tree::{Attribute, Kid, Node};

/// Object numbers that the catalog and the pages have to name.
pub struct Numbers {
    pub root: u32,
    pub outlines: Option<u32>,
    /// Annotations of each page.
    pub annotations: Vec<Vec<u32>>,
}

/// Numbers of the objects that refer to each other.
struct Map<'a> {
    /// Object of each page.
    pages: &'a [u32],
    /// Object of the first node; the others follow.
    first_node: u32,
    annotations: Vec<Vec<u32>>,
}

/// Writes tags, links and bookmarks.
///
/// # Errors
/// A link to a heading that does not exist.
pub fn write(file: &mut File, composed: &Composed, pages: &[u32]) -> Result<Numbers, TypesetError> {
    let nodes = composed.tree.nodes();
    let root = file.number();
    let parents = file.number();
    let first_node = file.number();
    for _ in 1..nodes.len() {
        file.number();
    }
    let annotations =
        composed.pages.iter().map(|page| page.areas.iter().map(|_| file.number()).collect()).collect();
    let map = Map { pages, first_node, annotations };
    for (index, node) in nodes.iter().enumerate() {
        file.body(map.node(index), element(node, &map, root).into_bytes());
    }
    let tree = format!(
        "<</Type/StructTreeRoot/K {first_node} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {}>>",
        keys(composed)
    );
    file.body(root, tree.into_bytes());
    parent_tree(file, composed, &map, parents);
    links(file, composed, &map)?;
    let outlines = outlines(file, &composed.headings, &map);
    Ok(Numbers { root, outlines, annotations: map.annotations })
}

impl Map<'_> {
    fn node(&self, index: usize) -> u32 {
        self.first_node + u32::try_from(index).unwrap_or(u32::MAX - self.first_node)
    }
}

fn element(node: &Node, map: &Map<'_>, root: u32) -> String {
    let parent = node.parent.map_or(root, |parent| map.node(parent.0));
    let mut out = format!("<</Type/StructElem/S/{}/P {parent} 0 R", node.role.tag());
    let page = node.kids.iter().find_map(|kid| match kid {
        Kid::Content { page, .. } | Kid::Area { page, .. } => Some(*page),
        Kid::Node(_) => None,
    });
    if let Some(page) = page {
        put(&mut out, format_args!("/Pg {} 0 R", map.pages[page]));
    }
    if !node.kids.is_empty() {
        out.push_str("/K[");
        for (index, kid) in node.kids.iter().enumerate() {
            if index > 0 {
                out.push(' ');
            }
            match kid {
                Kid::Node(node) => put(&mut out, format_args!("{} 0 R", map.node(node.0))),
                Kid::Content { page: held, mark } if Some(*held) == page => {
                    put(&mut out, format_args!("{mark}"));
                }
                Kid::Content { page, mark } => {
                    put(&mut out, format_args!("<</Type/MCR/Pg {} 0 R/MCID {mark}>>", map.pages[*page]));
                }
                Kid::Area { page, index } => {
                    let area = map.annotations[*page][*index];
                    put(&mut out, format_args!("<</Type/OBJR/Pg {} 0 R/Obj {area} 0 R>>", map.pages[*page]));
                }
            }
        }
        out.push(']');
    }
    if let Some(alternative) = &node.alternative {
        put(&mut out, format_args!("/Alt {}", text(alternative)));
    }
    if let Some(language) = node.language {
        put(&mut out, format_args!("/Lang({})", language.tag()));
    }
    if let Some(held) = &node.attribute {
        attribute(&mut out, held);
    }
    out.push_str(">>");
    out
}

fn attribute(out: &mut String, held: &Attribute) {
    match held {
        Attribute::ColumnScope => out.push_str("/A<</O/Table/Scope/Column>>"),
        Attribute::RowScope => out.push_str("/A<</O/Table/Scope/Row>>"),
        Attribute::Span(columns) => put(out, format_args!("/A<</O/Table/ColSpan {columns}>>")),
        Attribute::Numbered(true) => out.push_str("/A<</O/List/ListNumbering/Decimal>>"),
        Attribute::Numbered(false) => out.push_str("/A<</O/List/ListNumbering/Disc>>"),
        Attribute::Bounds(edges) => {
            let edges = edges.map(points).join(" ");
            put(out, format_args!("/A<</O/Layout/Placement/Block/BBox[{edges}]>>"));
        }
    }
}

/// Pages come first among the keys of the parent tree, then every link.
fn keys(composed: &Composed) -> usize {
    composed.pages.len() + composed.pages.iter().map(|page| page.areas.len()).sum::<usize>()
}

fn parent_tree(file: &mut File, composed: &Composed, map: &Map<'_>, number: u32) {
    let mut out = String::from("<</Nums[");
    for (key, page) in composed.pages.iter().enumerate() {
        let list = file.number();
        let mut body = String::from("[");
        for node in &page.contents {
            put(&mut body, format_args!("{} 0 R ", map.node(node.0)));
        }
        body.push(']');
        file.body(list, body.into_bytes());
        put(&mut out, format_args!("{key} {list} 0 R "));
    }
    let areas = composed.pages.iter().flat_map(|page| &page.areas);
    for (key, area) in (composed.pages.len()..).zip(areas) {
        put(&mut out, format_args!("{key} {} 0 R ", map.node(area.node.0)));
    }
    out.push_str("]>>");
    file.body(number, out.into_bytes());
}

fn links(file: &mut File, composed: &Composed, map: &Map<'_>) -> Result<(), TypesetError> {
    let mut key = composed.pages.len();
    for (page, numbers) in composed.pages.iter().zip(&map.annotations) {
        for (area, number) in page.areas.iter().zip(numbers) {
            let body = link(area, key, &composed.headings, map)?;
            file.body(*number, body.into_bytes());
            key += 1;
        }
    }
    Ok(())
}

fn link(area: &Area, key: usize, headings: &[Heading], map: &Map<'_>) -> Result<String, TypesetError> {
    let (left, upper) = (area.at.x, PAGE_HEIGHT - area.at.y);
    let edges = [left, upper - area.height, left + area.width, upper].map(points).join(" ");
    let mut out = format!(
        "<</Type/Annot/Subtype/Link/Rect[{edges}]/Border[0 0 0]/F 4/Contents {}/StructParent {key}",
        text(&area.words)
    );
    let heading = match &area.target {
        Target::Web(address) => {
            put(&mut out, format_args!("/A<</Type/Action/S/URI/URI({})>>>>", escaped(address)));
            return Ok(out);
        }
        Target::Heading(index) => headings.get(*index),
        Target::Anchor(anchor) => {
            let found = headings.iter().find(|heading| heading.anchor.as_ref() == Some(anchor));
            Some(found.ok_or_else(|| TypesetError::UnknownAnchor { anchor: anchor.clone() })?)
        }
    };
    let heading = heading.ok_or(TypesetError::Incomplete { what: "the target of a link" })?;
    put(&mut out, format_args!("/Dest{}>>", destination(heading, map)));
    Ok(out)
}

fn destination(heading: &Heading, map: &Map<'_>) -> String {
    // A little air above the heading.
    let y = PAGE_HEIGHT - heading.spot.y + 12_000;
    format!("[{} 0 R/XYZ 0 {} null]", map.pages[heading.spot.page], points(y))
}

/// A bookmark: its heading, its parent, and its kids.
struct Bookmark {
    heading: usize,
    parent: Option<usize>,
    kids: Vec<usize>,
}

fn outlines(file: &mut File, headings: &[Heading], map: &Map<'_>) -> Option<u32> {
    if headings.is_empty() {
        return None;
    }
    let mut marks: Vec<Bookmark> = Vec::with_capacity(headings.len());
    let mut top = Vec::new();
    let mut path: Vec<usize> = Vec::new();
    for (index, heading) in headings.iter().enumerate() {
        while path.last().is_some_and(|held| headings[*held].level >= heading.level) {
            path.pop();
        }
        let parent = path.last().copied();
        match parent {
            Some(parent) => marks[parent].kids.push(index),
            None => top.push(index),
        }
        marks.push(Bookmark { heading: index, parent, kids: Vec::new() });
        path.push(index);
    }
    let root = file.number();
    let numbers: Vec<u32> = marks.iter().map(|_| file.number()).collect();
    for (index, mark) in marks.iter().enumerate() {
        let siblings = mark.parent.map_or(&top, |parent| &marks[parent].kids);
        let place = siblings.iter().position(|sibling| *sibling == index).unwrap_or(0);
        let heading = &headings[mark.heading];
        let words = text(format!("{} {}", heading.number, heading.text.words()).trim_start());
        let parent = mark.parent.map_or(root, |parent| numbers[parent]);
        let mut out = format!("<</Title {words}/Parent {parent} 0 R/Dest{}", destination(heading, map));
        if let Some(before) = place.checked_sub(1).and_then(|before| siblings.get(before)) {
            put(&mut out, format_args!("/Prev {} 0 R", numbers[*before]));
        }
        if let Some(next) = siblings.get(place + 1) {
            put(&mut out, format_args!("/Next {} 0 R", numbers[*next]));
        }
        if let (Some(first), Some(last)) = (mark.kids.first(), mark.kids.last()) {
            let (first, last, count) = (numbers[*first], numbers[*last], mark.kids.len());
            put(&mut out, format_args!("/First {first} 0 R/Last {last} 0 R/Count -{count}"));
        }
        out.push_str(">>");
        file.body(numbers[index], out.into_bytes());
    }
    let (first, last) = (numbers[*top.first()?], numbers[*top.last()?]);
    let out = format!("<</Type/Outlines/First {first} 0 R/Last {last} 0 R/Count {}>>", top.len());
    file.body(root, out.into_bytes());
    Some(root)
}

/// Thousandths of a point as points.
fn points(length: Mpt) -> String {
    let (sign, length) = (if length < 0 { "-" } else { "" }, length.unsigned_abs());
    format!("{sign}{}.{:03}", length / 1_000, length % 1_000)
}

/// An address in the bytes of a literal string.
fn escaped(address: &str) -> String {
    let mut out = String::new();
    for byte in address.bytes() {
        match byte {
            b'(' | b')' | b'\\' => put(&mut out, format_args!("\\{}", char::from(byte))),
            b'!'..=b'~' => out.push(char::from(byte)),
            // Addresses are ASCII; everything else travels percent-encoded.
            0..=b' ' | 0x7f.. => put(&mut out, format_args!("%{byte:02X}")),
        }
    }
    out
}

fn put(out: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = out.write_fmt(words);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_as_points() {
        assert_eq!(points(595_276), "595.276");
        assert_eq!(points(-50), "-0.050");
    }

    #[test]
    fn addresses_cannot_leave_their_string() {
        assert_eq!(escaped("https://a/(b)\\ ü"), "https://a/\\(b\\)\\\\%20%C3%BC");
    }
}
