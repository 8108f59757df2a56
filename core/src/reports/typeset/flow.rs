//! Strips become pages: what keeps together, where a page ends, which head is repeated.
//! Knows strips and heights, not what is in them.

use std::rc::Rc;

use super::item::{Area, Mark, Page, Tagged};
use super::style::{BODY_HEIGHT, LEFT, Mpt, TOP};
use super::tree::{Kid, NodeId, Tree};

/// An unbreakable slice of a page over its whole width; items count from its upper left.
#[derive(Debug, Default)]
pub struct Strip {
    pub height: Mpt,
    /// Space above, unless the strip is the first of its page.
    pub before: Mpt,
    pub items: Vec<Tagged>,
    pub areas: Vec<Area>,
    /// No page ends between this strip and the next.
    pub keep: bool,
    /// A new page begins here.
    pub new_page: bool,
    /// The head to repeat when a page begins with this strip.
    pub head: Option<Rc<Head>>,
    /// The heading that stands here, as its number in the report.
    pub heading: Option<usize>,
    /// A figure whose bounds are those of the strip.
    pub figure: Option<NodeId>,
}

/// A table's head, drawn as decoration when it is repeated.
#[derive(Debug)]
pub struct Head {
    pub height: Mpt,
    pub items: Vec<Tagged>,
}

/// Where a heading ended up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub page: usize,
    pub y: Mpt,
}

/// Where a figure ended up: page, upper edge, height.
pub type Drawn = (NodeId, Mpt, Mpt);

/// Fills pages from top to bottom.
pub struct Flow {
    pages: Vec<Page>,
    /// Whose content is open; nobody's is decoration.
    open: Option<Option<NodeId>>,
    y: Mpt,
    waiting: Vec<Strip>,
    /// How many holds are open: as long as one is, no page ends.
    held: usize,
    spots: Vec<(usize, Spot)>,
    figures: Vec<Drawn>,
}

/// Finished pages with the places of headings and figures.
pub struct Filled {
    pub pages: Vec<Page>,
    pub spots: Vec<(usize, Spot)>,
    pub figures: Vec<Drawn>,
}

impl Flow {
    pub fn new() -> Self {
        let (pages, waiting, spots, figures) = (vec![Page::default()], vec![], vec![], vec![]);
        Self { pages, open: None, y: TOP, waiting, held: 0, spots, figures }
    }

    /// Adds a strip; it is placed as soon as nothing keeps it with a following one.
    pub fn push(&mut self, tree: &mut Tree, strip: Strip) {
        let keep = strip.keep;
        if strip.new_page {
            self.settle(tree);
            if self.y > TOP {
                self.turn();
            }
        }
        self.waiting.push(strip);
        if !keep && self.held == 0 {
            self.settle(tree);
        }
    }

    /// What is pushed from here on stands on one page, as long as one holds it.
    pub fn hold(&mut self) {
        self.held += 1;
    }

    /// What was held is placed.
    pub fn release(&mut self, tree: &mut Tree) {
        self.held = self.held.saturating_sub(1);
        if self.held == 0 {
            self.settle(tree);
        }
    }

    /// Places what waits and hands over the pages.
    pub fn finish(mut self, tree: &mut Tree) -> Filled {
        self.settle(tree);
        self.close();
        Filled { pages: self.pages, spots: self.spots, figures: self.figures }
    }

    fn settle(&mut self, tree: &mut Tree) {
        let strips = std::mem::take(&mut self.waiting);
        let needed: Mpt =
            strips.iter().enumerate().map(|(at, strip)| self.space(strip, at > 0) + strip.height).sum();
        if needed > TOP + BODY_HEIGHT - self.y && needed <= BODY_HEIGHT && self.y > TOP {
            self.turn();
        }
        for strip in strips {
            if self.y > TOP && self.y + strip.before + strip.height > TOP + BODY_HEIGHT {
                self.turn();
            }
            self.place(tree, strip);
        }
    }

    fn space(&self, strip: &Strip, inner: bool) -> Mpt {
        if inner || self.y > TOP { strip.before } else { 0 }
    }

    fn turn(&mut self) {
        self.close();
        self.pages.push(Page::default());
        self.y = TOP;
    }

    fn place(&mut self, tree: &mut Tree, strip: Strip) {
        if self.y == TOP
            && let Some(head) = &strip.head
        {
            let items = head.items.iter().map(|tagged| Tagged::new(None, tagged.item.clone()));
            self.draw(tree, items.collect());
            self.y += head.height;
        }
        self.y += self.space(&strip, false);
        let page = self.pages.len() - 1;
        if let Some(heading) = strip.heading {
            self.spots.push((heading, Spot { page, y: self.y }));
        }
        if let Some(figure) = strip.figure {
            self.figures.push((figure, self.y, strip.height));
        }
        self.draw(tree, strip.items);
        for mut area in strip.areas {
            area.at.x += LEFT;
            area.at.y += self.y;
            let index = self.pages[page].areas.len();
            tree.give(area.node, Kid::Area { page, index });
            self.pages[page].areas.push(area);
        }
        self.y += strip.height;
    }

    fn draw(&mut self, tree: &mut Tree, items: Vec<Tagged>) {
        let page = self.pages.len() - 1;
        for Tagged { node, mut item } in items {
            if self.open != Some(node) {
                self.close();
                self.begin(tree, node);
            }
            item.shift(LEFT, self.y);
            self.pages[page].marks.push(Mark::Draw(item));
        }
    }

    fn begin(&mut self, tree: &mut Tree, node: Option<NodeId>) {
        let index = self.pages.len() - 1;
        let page = &mut self.pages[index];
        match node {
            None => page.marks.push(Mark::Decoration),
            Some(node) => {
                let number = page.contents.len();
                page.contents.push(node);
                page.marks.push(Mark::Begin { tag: tree.node(node).role.tag(), number });
                tree.give(node, Kid::Content { page: index, mark: number });
            }
        }
        self.open = Some(node);
    }

    /// Ends the open content of the current page.
    fn close(&mut self) {
        if let (Some(page), Some(_)) = (self.pages.last_mut(), self.open.take()) {
            page.marks.push(Mark::End);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::typeset::item::{Item, Point};
    use crate::reports::typeset::style::INK;
    use crate::reports::typeset::tree::Role;

    fn strip(node: NodeId, height: Mpt) -> Strip {
        let item = Item::Box { at: Point { x: 0, y: 0 }, width: 1, height: 1, fill: INK };
        Strip { height, items: vec![Tagged::new(Some(node), item)], ..Strip::default() }
    }

    fn marks(page: &Page) -> usize {
        page.marks.iter().filter(|mark| matches!(mark, Mark::Draw(_))).count()
    }

    #[test]
    fn a_strip_that_keeps_with_the_next_goes_over_with_it() {
        let mut tree = Tree::new();
        let node = tree.add(Tree::ROOT, Role::Paragraph);
        let mut flow = Flow::new();
        flow.push(&mut tree, strip(node, BODY_HEIGHT - 30_000));
        flow.push(&mut tree, Strip { keep: true, ..strip(node, 20_000) });
        flow.push(&mut tree, strip(node, 20_000));
        let pages = flow.finish(&mut tree).pages;
        assert_eq!(pages.iter().map(marks).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn a_page_that_begins_inside_a_table_repeats_the_head_as_decoration() {
        let mut tree = Tree::new();
        let node = tree.add(Tree::ROOT, Role::Paragraph);
        let head = Rc::new(Head { height: 10_000, items: strip(node, 10_000).items });
        let mut flow = Flow::new();
        for _ in 0..3 {
            flow.push(
                &mut tree,
                Strip { head: Some(Rc::clone(&head)), ..strip(node, BODY_HEIGHT / 2 - 10_000) },
            );
        }
        let pages = flow.finish(&mut tree).pages;
        assert_eq!(pages.len(), 2);
        assert!(matches!(pages[1].marks[0], Mark::Decoration));
        assert_eq!(pages[1].contents, [node]);
    }

    #[test]
    fn content_of_one_node_on_one_page_is_one_piece() {
        let mut tree = Tree::new();
        let node = tree.add(Tree::ROOT, Role::Paragraph);
        let mut flow = Flow::new();
        flow.push(&mut tree, strip(node, 10_000));
        flow.push(&mut tree, strip(node, 10_000));
        let pages = flow.finish(&mut tree).pages;
        assert_eq!(pages[0].contents.len(), 1);
        assert_eq!(tree.node(node).kids.len(), 1);
    }
}
