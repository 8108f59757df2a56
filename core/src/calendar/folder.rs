//! A folder with one file an entry that a calendar program can follow. What stands there already is not written again, so that
//! only what changed is read anew; what is not ours stays.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

/// How each of our files ends.
const ENDING: &str = "-lotse.ics";

/// Writes the files with `write` and takes away those of entries that there are no more. Says how many it wrote.
///
/// # Errors
/// When the folder cannot be made, read or written.
pub fn keep(
    out: &Path,
    entries: &[(String, String)],
    write: impl Fn(&Path, &[u8]) -> io::Result<()>,
) -> io::Result<usize> {
    std::fs::create_dir_all(out)?;
    let names: BTreeSet<&str> = entries.iter().map(|(name, _)| name.as_str()).collect();
    for found in std::fs::read_dir(out)? {
        let found = found?;
        let name = found.file_name().to_string_lossy().into_owned();
        if name.ends_with(ENDING) && !names.contains(name.as_str()) {
            std::fs::remove_file(found.path())?;
        }
    }
    let mut written = 0;
    for (name, text) in entries {
        let place = out.join(name);
        if std::fs::read(&place).ok().as_deref() == Some(text.as_bytes()) {
            continue;
        }
        write(&place, text.as_bytes())?;
        written += 1;
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_written_what_is_gone_is_taken_away_and_what_is_not_ours_stays() {
        let desk = tempfile::tempdir().unwrap();
        let out = desk.path().join("calendar");
        let entry = |name: &str, text: &str| (format!("{name}{ENDING}"), text.to_owned());
        let write = |path: &Path, bytes: &[u8]| std::fs::write(path, bytes);
        assert_eq!(keep(&out, &[entry("a", "1"), entry("b", "1")], write).unwrap(), 2);
        std::fs::write(out.join("holidays.ics"), "not ours").unwrap();
        assert_eq!(keep(&out, &[entry("b", "2"), entry("c", "1")], write).unwrap(), 2);
        assert_eq!(keep(&out, &[entry("b", "2"), entry("c", "1")], write).unwrap(), 0);
        let mut names: Vec<_> = std::fs::read_dir(&out)
            .unwrap()
            .map(|found| found.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort_unstable();
        assert_eq!(names, ["b-lotse.ics", "c-lotse.ics", "holidays.ics"]);
        assert_eq!(std::fs::read_to_string(out.join("b-lotse.ics")).unwrap(), "2");
    }
}
