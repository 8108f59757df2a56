//! What a user said once about a source: the zone of its times, and what the columns of its table mean. Kept in the
//! workspace, found again by the source's key and by the headings of the table.

use super::{App, Fault, unexpected};
use crate::importers::mapping::Mapping;
use crate::importers::opening::Opened;
use crate::importers::{self, Options, Reading, Unread, Watch, table};
use crate::log::meta;
use crate::time::Zone;

const ZONE: &str = "import.zone.";
const MAPPING: &str = "import.mapping.";
/// How many sources of one reading a zone is kept for: more would be keys of items taken for keys of sources.
const MOST_SOURCES: usize = 20;

impl App {
    /// Reads what was handed in, with what was said about its source before.
    ///
    /// # Errors
    /// A failure of the world; inside, why nothing was read.
    pub fn read_source(
        &self,
        opened: &Opened,
        options: &Options,
        watch: &dyn Watch,
    ) -> Result<Result<Reading, Unread>, Fault> {
        let conn = self.workspace.reader().map_err(|fault| unexpected(&fault))?;
        let mut options = options.clone();
        if options.mapping.is_none() {
            let saved = meta::with_prefix(&conn, MAPPING)?;
            let saved: Vec<Mapping> =
                saved.iter().filter_map(|(_, text)| serde_json::from_str(text).ok()).collect();
            options.mapping = table::fitting(opened, saved);
        }
        let reading = match importers::read(opened, &options, watch) {
            Ok(reading) => reading,
            Err(unread) => return Ok(Err(unread)),
        };
        let source = reading.items.first().map(|item| item.source.to_string());
        if let (Some(_), Some(source)) = (&reading.zone_need, source)
            && let Some(zone) = meta::get(&conn, &format!("{ZONE}{source}"))?
        {
            options.zone = zone.parse::<Zone>().ok();
            return Ok(importers::read(opened, &options, watch));
        }
        Ok(Ok(reading))
    }

    /// Keeps what the user said about the sources of a reading.
    ///
    /// # Errors
    /// A failure of the world.
    pub fn remember_source(&self, options: &Options, reading: &Reading) -> Result<(), Fault> {
        let conn = self.workspace.writer();
        if let Some(zone) = options.zone {
            let mut sources: Vec<&str> = reading.items.iter().map(|item| item.source.as_str()).collect();
            sources.sort_unstable();
            sources.dedup();
            for source in sources.into_iter().take(MOST_SOURCES) {
                meta::put(&conn, &format!("{ZONE}{source}"), &zone.to_string())?;
            }
        }
        if let Some(mapping) = &options.mapping {
            let text = serde_json::to_string(mapping).map_err(|error| unexpected(&error))?;
            meta::put(&conn, &format!("{MAPPING}{}", mapping.source), &text)?;
        }
        Ok(())
    }
}
