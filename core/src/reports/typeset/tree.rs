//! The tag tree: what a screen reader hears, in logical order. Knows no position and no file.

use crate::reports::document::Language;

/// An index into the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(pub usize);

/// The standard structure types that reports use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Document,
    Part,
    Heading(u8),
    Paragraph,
    List,
    ListItem,
    Label,
    ListBody,
    Table,
    TableRow,
    HeadCell,
    DataCell,
    Caption,
    Figure,
    Link,
    Contents,
    ContentsItem,
}

impl Role {
    /// Its name in the file.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Part => "Part",
            Self::Heading(0 | 1) => "H1",
            Self::Heading(2) => "H2",
            Self::Heading(3..) => "H3",
            Self::Paragraph => "P",
            Self::List => "L",
            Self::ListItem => "LI",
            Self::Label => "Lbl",
            Self::ListBody => "LBody",
            Self::Table => "Table",
            Self::TableRow => "TR",
            Self::HeadCell => "TH",
            Self::DataCell => "TD",
            Self::Caption => "Caption",
            Self::Figure => "Figure",
            Self::Link => "Link",
            Self::Contents => "TOC",
            Self::ContentsItem => "TOCI",
        }
    }
}

/// What a node carries besides its kids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attribute {
    /// A head cell of a column.
    ColumnScope,
    /// A head cell of a row.
    RowScope,
    /// A cell over several columns.
    Span(usize),
    /// A list with numbers or with bullets.
    Numbered(bool),
    /// Left, lower, right and upper edge of a figure, in thousandths of a point from the page's lower left.
    Bounds([i32; 4]),
}

/// A kid of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kid {
    Node(NodeId),
    /// Marked content of a page.
    Content {
        page: usize,
        mark: usize,
    },
    /// A link's area: page and index among the page's areas.
    Area {
        page: usize,
        index: usize,
    },
}

/// A node.
#[derive(Debug)]
pub struct Node {
    pub role: Role,
    pub parent: Option<NodeId>,
    pub kids: Vec<Kid>,
    pub attribute: Option<Attribute>,
    pub alternative: Option<String>,
    pub language: Option<Language>,
    attached: bool,
}

/// The tree; its root is the node 0, the document.
pub struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    pub const ROOT: NodeId = NodeId(0);

    pub fn new() -> Self {
        let mut tree = Self { nodes: Vec::new() };
        tree.push(Role::Document, None, true);
        tree
    }

    fn push(&mut self, role: Role, parent: Option<NodeId>, attached: bool) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node {
            role,
            parent,
            kids: Vec::new(),
            attribute: None,
            alternative: None,
            language: None,
            attached,
        });
        if let (Some(parent), true) = (parent, attached) {
            self.nodes[parent.0].kids.push(Kid::Node(id));
        }
        id
    }

    /// A kid at the end of its parent's kids.
    pub fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        self.push(role, Some(parent), true)
    }

    /// A kid that takes its place among its parent's kids when it gets its first content,
    /// so that words before and behind a link stay before and behind it.
    pub fn add_inline(&mut self, parent: NodeId, role: Role) -> NodeId {
        self.push(role, Some(parent), false)
    }

    pub fn set_attribute(&mut self, id: NodeId, attribute: Attribute) {
        self.nodes[id.0].attribute = Some(attribute);
    }

    pub fn set_alternative(&mut self, id: NodeId, text: &str) {
        self.nodes[id.0].alternative = Some(text.to_owned());
    }

    pub fn set_language(&mut self, id: NodeId, language: Option<Language>) {
        self.nodes[id.0].language = language;
    }

    /// Gives a node content that lies on a page.
    pub fn give(&mut self, id: NodeId, kid: Kid) {
        if let (false, Some(parent)) = (self.nodes[id.0].attached, self.nodes[id.0].parent) {
            self.nodes[id.0].attached = true;
            self.nodes[parent.0].kids.push(Kid::Node(id));
        }
        self.nodes[id.0].kids.push(kid);
    }

    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0]
    }

    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Moves a page number in all content by `by`; used once the front matter's length is known.
    pub fn shift_pages(&mut self, below: NodeId, by: usize) {
        let mut open = vec![below];
        while let Some(id) = open.pop() {
            for kid in &mut self.nodes[id.0].kids {
                match kid {
                    Kid::Node(node) => open.push(*node),
                    Kid::Content { page, .. } | Kid::Area { page, .. } => *page += by,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inline_node_stands_where_its_first_content_stands() {
        let mut tree = Tree::new();
        let paragraph = tree.add(Tree::ROOT, Role::Paragraph);
        let link = tree.add_inline(paragraph, Role::Link);
        tree.give(paragraph, Kid::Content { page: 0, mark: 0 });
        tree.give(link, Kid::Content { page: 0, mark: 1 });
        tree.give(paragraph, Kid::Content { page: 0, mark: 2 });
        let kids = &tree.node(paragraph).kids;
        assert_eq!(kids.len(), 3);
        assert_eq!(kids[1], Kid::Node(link));
    }
}
