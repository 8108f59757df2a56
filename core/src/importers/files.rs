//! Files and folders as they are chosen: read within limits, in the order of their names. The only file of the importers
//! that reads the file system.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::dirt::{Place, Problem, Reason};
use super::opening::{LARGEST_TEXT, MOST_FILES, Opened, SourceFile, open, open_watched};
use super::{Unread, Watch};

/// How deep folders may stand in each other.
const DEEPEST: usize = 12;
/// What a site of pages is configured by, and its largest size in bytes.
const CONFIGURATIONS: [&str; 6] =
    ["config.yml", "config.yaml", "config.toml", "hugo.yml", "hugo.yaml", "hugo.toml"];
const LARGEST_CONFIGURATION: u64 = 64 << 10;

/// Reads a file, or all files below a folder but hidden ones, and opens them.
///
/// # Errors
/// When `path` itself cannot be read; inside, `Stopped` when `watch` said so.
pub fn read(path: &Path, watch: &dyn Watch) -> io::Result<Result<Opened, Unread>> {
    let mut problems = Vec::new();
    let name = path.to_string_lossy().into_owned();
    let files = if fs::metadata(path)?.is_dir() {
        let mut paths = Vec::new();
        below(path, 0, &mut paths)?;
        paths.sort();
        let mut files = Vec::new();
        for file in &paths {
            if !watch.read(files.len() as u64, Some(paths.len() as u64)) {
                return Ok(Err(Unread::Stopped));
            }
            files.extend(one(file, &below_name(file, path), &mut problems)?);
        }
        files
    } else {
        let short = path.file_name().map_or_else(|| name.clone(), |name| name.to_string_lossy().into_owned());
        one(path, &short, &mut problems)?.into_iter().collect()
    };
    Ok(open_watched(&name, files, watch).map(|mut opened| {
        opened.problems.extend(problems);
        opened.beside = configuration(path).map(|file| open("", vec![file]).parts).unwrap_or_default();
        opened
    }))
}

/// The configuration of the site whose `content` or `issues` was chosen alone: with it the pages are of the same source as
/// when the whole site is chosen.
fn configuration(chosen: &Path) -> Option<SourceFile> {
    let is_inside = |folder: &&Path| {
        let name = folder.file_name().and_then(|name| name.to_str());
        matches!(name, Some("content" | "issues"))
    };
    let site = chosen.ancestors().find(|folder| !is_inside(folder)).filter(|site| *site != chosen)?;
    CONFIGURATIONS.iter().find_map(|name| {
        let path = site.join(name);
        let about = fs::symlink_metadata(&path).ok()?;
        let fits = about.is_file() && about.len() <= LARGEST_CONFIGURATION;
        let bytes = fits.then(|| fs::read(&path).ok()).flatten()?;
        Some(SourceFile { name: (*name).to_owned(), bytes })
    })
}

fn below_name(file: &Path, folder: &Path) -> String {
    file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

fn below(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        // Links are not followed: they may lead out of what was chosen, or in a circle.
        let kind = entry.file_type()?;
        if hidden || found.len() > MOST_FILES {
            continue;
        }
        if kind.is_dir() && depth < DEEPEST {
            below(&entry.path(), depth + 1, found)?;
        } else if kind.is_file() {
            found.push(entry.path());
        }
    }
    Ok(())
}

fn one(path: &Path, name: &str, problems: &mut Vec<Problem>) -> io::Result<Option<SourceFile>> {
    if fs::metadata(path)?.len() > LARGEST_TEXT {
        problems.push(Problem::new(Place::file(name), Reason::TooLarge { limit: LARGEST_TEXT }));
        return Ok(None);
    }
    Ok(Some(SourceFile { name: name.to_owned(), bytes: fs::read(path)? }))
}

#[cfg(test)]
mod tests {
    use super::super::Unwatched;
    use super::*;

    #[test]
    fn a_folder_gives_its_files_in_order_and_no_hidden_ones() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.json", "a/x.json", ".hidden"] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "{}").unwrap();
        }
        let opened = read(folder.path(), &Unwatched).unwrap().unwrap();
        assert_eq!(
            opened.parts.iter().map(|part| part.name.as_str()).collect::<Vec<_>>(),
            ["a/x.json", "b.json"]
        );
        assert!(read(&folder.path().join("missing"), &Unwatched).is_err());
    }
}
