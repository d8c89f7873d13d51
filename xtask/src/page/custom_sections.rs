//! Takes out of a WebAssembly module what no browser needs: its custom sections, most of all the names of its
//! functions, which are a sixth of what would be loaded.

use anyhow::{Context as _, Result, ensure};

/// Version 1, the only one.
const HEADER: &[u8] = b"\0asm\x01\0\0\0";
const CUSTOM: u8 = 0;

/// The module without its custom sections.
pub(crate) fn remove(module: &[u8]) -> Result<Vec<u8>> {
    let mut rest = module
        .strip_prefix(HEADER)
        .context("it is no WebAssembly module of version 1")?;
    let mut kept = HEADER.to_vec();
    while let [id, after_id @ ..] = rest {
        let (size, after_size) = unsigned(after_id).context("a section's size is cut")?;
        let length = rest.len() - after_size.len() + size;
        ensure!(length <= rest.len(), "section {id} is cut");
        let (section, next) = rest.split_at(length);
        if *id != CUSTOM {
            kept.extend_from_slice(section);
        }
        rest = next;
    }
    Ok(kept)
}

/// Reads a number in LEB128, and what follows it.
fn unsigned(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (position, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * position);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[position + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(sections: &[&[u8]]) -> Vec<u8> {
        [&[HEADER], sections].concat().concat()
    }

    #[test]
    fn only_custom_sections_go() {
        let types: &[u8] = &[1, 4, 1, 0x60, 0, 0];
        let long_name = [&[0, 0x84, 0x01, 4][..], b"name", &[7; 127]].concat();
        let code: &[u8] = &[10, 1, 0];
        let whole = module(&[&[0, 2, 1, b'x'], types, &long_name, code]);
        assert_eq!(remove(&whole).unwrap(), module(&[types, code]));
    }

    #[test]
    fn what_is_no_whole_module_is_refused() {
        assert!(remove(b"<!doctype html>").is_err());
        assert!(remove(&module(&[&[1, 4, 1]])).is_err());
        assert!(remove(&module(&[&[1, 0x80]])).is_err());
        assert_eq!(remove(HEADER).unwrap(), HEADER);
    }
}
