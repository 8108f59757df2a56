//! Recognises the folders in which a database comes to harm: on other machines, and in the care of a cloud program.
//! Knows no file.

use std::path::{Component, Path};

use super::fault::FolderKind;

/// File systems whose files lie on another machine, by the name the kernel gives them.
const NETWORK: [&str; 13] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ncpfs",
    "ceph",
    "glusterfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
    "davfs",
];

/// How the folders of cloud programs begin.
const CLOUDS: [&str; 12] = [
    "Dropbox",
    "OneDrive",
    "Google Drive",
    "GoogleDrive",
    "My Drive",
    "iCloud",
    "Mobile Documents",
    "Nextcloud",
    "ownCloud",
    "pCloud",
    "MEGAsync",
    "Seafile",
];

/// What is wrong with the folder of `file`, if anything is; `file` is absolute. `mounts` is the text of
/// `/proc/self/mountinfo`, empty where there is none.
pub fn harm(file: &Path, mounts: &str) -> Option<FolderKind> {
    network(file, mounts).or_else(|| cloud(file))
}

/// The mounts of this machine.
pub fn mounts() -> String {
    std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default()
}

fn cloud(file: &Path) -> Option<FolderKind> {
    let folders = file.parent()?.components().filter_map(|part| match part {
        Component::Normal(name) => name.to_str(),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
    });
    let found = folders.flat_map(|folder| CLOUDS.into_iter().filter(move |cloud| belongs(folder, cloud)));
    found.last().map(|name| FolderKind::Cloud { name: name.to_owned() })
}

/// `OneDrive - Loftware Cloud` and `Dropbox (Team)` belong to a cloud, `Dropbox-Ausstieg` does not.
fn belongs(folder: &str, cloud: &str) -> bool {
    folder
        .strip_prefix(cloud)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(" (") || rest.starts_with(" - "))
}

fn network(file: &Path, mounts: &str) -> Option<FolderKind> {
    if file.to_str().is_some_and(|path| path.starts_with(r"\\") && !path.starts_with(r"\\?\")) {
        return Some(FolderKind::Network { name: "UNC".to_owned() });
    }
    let kind = mounts.lines().filter_map(mount).filter(|(point, _)| file.starts_with(point));
    let (_, kind) = kind.max_by_key(|(point, _)| point.len())?;
    NETWORK.contains(&kind).then(|| FolderKind::Network { name: kind.to_owned() })
}

/// Mount point and file system of a line of mountinfo: `36 35 98:0 /root /point options … - type source options`.
fn mount(line: &str) -> Option<(String, &str)> {
    let (place, kind) = line.split_once(" - ")?;
    let point = place.split(' ').nth(4)?.replace("\\040", " ");
    Some((point, kind.split(' ').next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
36 22 0:40 / /mnt/team\\040data rw - nfs4 server:/team rw
37 36 8:2 / /mnt/team\\040data/local rw - xfs /dev/sdb rw";

    fn found(path: &str) -> Option<FolderKind> {
        harm(Path::new(path), MOUNTS)
    }

    #[test]
    fn a_folder_on_another_machine_is_recognised() {
        let nfs = FolderKind::Network { name: "nfs4".into() };
        assert_eq!(found("/mnt/team data/Lotse.lotse"), Some(nfs));
        assert_eq!(found("/mnt/team data/local/Lotse.lotse"), None);
        assert_eq!(found("/mnt/team datasheet/Lotse.lotse"), None);
        assert!(matches!(found(r"\\server\team\Lotse.lotse"), Some(FolderKind::Network { .. })));
    }

    #[test]
    fn a_folder_of_a_cloud_program_is_recognised() {
        let cloud = |name: &str| Some(FolderKind::Cloud { name: name.into() });
        assert_eq!(found("/home/anna/OneDrive - Loftware Cloud/Lotse.lotse"), cloud("OneDrive"));
        assert_eq!(found("/home/anna/Dropbox/a/b/Lotse.lotse"), cloud("Dropbox"));
        assert_eq!(found("/home/anna/Dropbox-Ausstieg/Lotse.lotse"), None);
        assert_eq!(found("/home/anna/Dropbox.lotse"), None);
    }
}
