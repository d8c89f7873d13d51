//! What a file's first bytes say: whether it is a program, and for which processor. "Exec format error" alone tells
//! a user nothing, and what is no program at all would be run as a shell script.

use std::env::consts::ARCH;

/// How many bytes of a file are looked at.
pub(super) const HEAD: usize = 20;

/// The machine numbers of ELF (its `e_machine`), under Rust's names.
const MACHINES: [(u16, &str); 9] = [
    (0x03, "x86"),
    (0x08, "mips"),
    (0x15, "powerpc64"),
    (0x16, "s390x"),
    (0x28, "arm"),
    (0x3e, "x86_64"),
    (0xb7, "aarch64"),
    (0xf3, "riscv64"),
    (0x102, "loongarch64"),
];

/// How programs begin: ELF, Mach-O (in both widths, and for several processors at once), and scripts.
const BEGINNINGS: [&[u8]; 5] = [
    b"\x7fELF",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"#!",
];

/// Whether the system can start the file.
pub(super) fn is_program(head: &[u8]) -> bool {
    BEGINNINGS.iter().any(|beginning| head.starts_with(beginning))
}

/// The processor that a program is built for, if that is another one than this machine's. Files that are no ELF
/// programs are not judged.
pub(super) fn foreign(head: &[u8]) -> Option<String> {
    let (b"\x7fELF", rest) = head.split_at_checked(4)? else {
        return None;
    };
    let number = [*rest.get(14)?, *rest.get(15)?];
    let number = if rest[1] == 2 {
        u16::from_be_bytes(number)
    } else {
        u16::from_le_bytes(number)
    };
    let name = MACHINES
        .iter()
        .find(|(machine, _)| *machine == number)
        .map(|(_, name)| *name);
    match name {
        Some(name) if name == ARCH => None,
        // A 64-bit x86 system runs 32-bit programs as well.
        Some("x86") if ARCH == "x86_64" => None,
        Some(name) => Some(name.to_owned()),
        None => Some(format!("machine {number:#x}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn elf(machine: u16) -> Vec<u8> {
        let mut head = b"\x7fELF\x02\x01\x01".to_vec();
        head.resize(18, 0);
        head.extend_from_slice(&machine.to_le_bytes());
        head
    }

    #[test]
    fn what_a_shell_would_make_of_it_does_not_matter() {
        assert!(is_program(&elf(0x3e)) && is_program(b"#!/bin/sh\n"));
        assert!(!is_program(b"rm -rf /\n") && !is_program(b"") && !is_program(b"\x7fEL"));
    }

    #[test]
    fn only_programs_for_other_machines_are_named() {
        let here = MACHINES
            .iter()
            .find(|(_, name)| *name == ARCH)
            .map(|(number, _)| *number)
            .unwrap();
        let elsewhere = if ARCH == "s390x" {
            (0x3e, "x86_64")
        } else {
            (0x16, "s390x")
        };
        assert_eq!(foreign(&elf(here)), None);
        assert_eq!(foreign(&elf(elsewhere.0)).as_deref(), Some(elsewhere.1));
        assert_eq!(foreign(&elf(0x7777)).as_deref(), Some("machine 0x7777"));
        assert_eq!(foreign(b"#!/bin/sh\n"), None);
        assert_eq!(foreign(b"\x7fELF"), None);
    }
}
