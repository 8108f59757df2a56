//! `cargo xtask icons`: every size of the icon from its two drawings. Knows the two containers that hold several sizes.

use std::path::Path;

use crate::shell::{self, Done};
use crate::system::{self, Purpose};

/// Up to this size the drawing with fewer parts is used: it stays legible.
const SMALL_UP_TO: u32 = 32;
const FILES: [(&str, u32); 5] =
    [("32x32.png", 32), ("64x64.png", 64), ("128x128.png", 128), ("128x128@2x.png", 256), ("icon.png", 512)];
const ICO: [u32; 6] = [16, 24, 32, 48, 64, 256];
/// Sizes and their four-letter names in Apple's container.
const ICNS: [(u32, &[u8; 4]); 6] =
    [(16, b"icp4"), (32, b"icp5"), (64, b"icp6"), (128, b"ic07"), (256, b"ic08"), (512, b"ic09")];

/// Draws all of them into `icons/`.
pub fn draw() -> Done {
    system::provide(Purpose::Icons)?;
    let icons = shell::root().join("icons");
    for (file, size) in FILES {
        write(&icons.join(file), &png(size)?)?;
    }
    let ico: Vec<(u32, Vec<u8>)> = ICO.iter().map(|size| Ok((*size, png(*size)?))).collect::<Done<_>>()?;
    write(&icons.join("lotse.ico"), &ico_of(&ico)?)?;
    let icns: Vec<(&[u8; 4], Vec<u8>)> =
        ICNS.iter().map(|(size, name)| Ok((*name, png(*size)?))).collect::<Done<_>>()?;
    write(&icons.join("lotse.icns"), &icns_of(&icns)?)
}

fn write(path: &Path, bytes: &[u8]) -> Done {
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

fn png(size: u32) -> Done<Vec<u8>> {
    let drawing = if size <= SMALL_UP_TO { "icons/lotse-small.svg" } else { "icons/lotse.svg" };
    let side = size.to_string();
    let output = shell::command("", "rsvg-convert").args(["-w", &side, "-h", &side, drawing]).output();
    let output = output.map_err(|error| format!("rsvg-convert did not start: {error}"))?;
    if output.status.success() { Ok(output.stdout) } else { Err(format!("rsvg-convert failed on {drawing}")) }
}

/// Windows: a directory of 16 bytes an image, then the images.
fn ico_of(images: &[(u32, Vec<u8>)]) -> Done<Vec<u8>> {
    let count = u16::try_from(images.len()).map_err(|error| error.to_string())?;
    let mut file = [&[0, 0, 1, 0][..], &count.to_le_bytes()].concat();
    let mut offset = 6 + 16 * u32::from(count);
    for (size, bytes) in images {
        let length = length(bytes)?;
        let side = u8::try_from(*size).unwrap_or(0); // 256 is written as 0.
        file.extend([side, side, 0, 0, 1, 0, 32, 0]);
        file.extend(length.to_le_bytes());
        file.extend(offset.to_le_bytes());
        offset += length;
    }
    file.extend(images.iter().flat_map(|(_, bytes)| bytes));
    Ok(file)
}

/// Apple: a head, then each image behind its name and length.
fn icns_of(images: &[(&[u8; 4], Vec<u8>)]) -> Done<Vec<u8>> {
    let mut body = Vec::new();
    for (name, bytes) in images {
        body.extend(*name);
        body.extend((length(bytes)? + 8).to_be_bytes());
        body.extend(bytes);
    }
    Ok([&b"icns"[..], &(length(&body)? + 8).to_be_bytes(), &body].concat())
}

fn length(bytes: &[u8]) -> Done<u32> {
    u32::try_from(bytes.len()).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_directory_of_an_ico_points_at_its_images() {
        let file = ico_of(&[(16, vec![1, 2]), (256, vec![3])]).unwrap();
        assert_eq!(&file[..6], [0, 0, 1, 0, 2, 0]);
        assert_eq!((file[6], file[22]), (16, 0));
        assert_eq!(&file[18..22], 38_u32.to_le_bytes());
        assert_eq!(&file[38..], [1, 2, 3]);
    }

    #[test]
    fn an_icns_says_its_own_length() {
        let file = icns_of(&[(b"ic07", vec![9; 3])]).unwrap();
        assert_eq!(&file[4..8], 19_u32.to_be_bytes());
        assert_eq!(file.len(), 19);
    }
}
