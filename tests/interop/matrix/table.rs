//! The whole surface of the example catalog as calls: every export, with arguments left out, of the wrong type, in
//! all alphabets. The rows of a module are made in their order, in one process, module after module.

mod clock;
mod failing;
mod greeter;
mod kv;
mod system_info;
mod validator;

/// One row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Call {
    /// Such as `kv`; the module is `plugin:examples:kv`.
    pub(crate) module: &'static str,
    /// `export` or `export.method`.
    pub(crate) path: &'static str,
    /// A JSON array.
    pub(crate) args: &'static str,
    /// The result in canonical JSON, or `error: ` and the text.
    pub(crate) outcome: &'static str,
    pub(crate) compared: Compared,
}

/// What of an outcome must be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compared {
    /// Every byte.
    Exactly,
    /// What kind of value is under each key: the values are those of a process or a moment. Digits of a time count
    /// as 9. Keys that name a language do not count.
    Shape,
    /// As [`Compared::Shape`], and the offset of a time is that of this machine, whatever it is.
    LocalShape,
}

/// What each module publishes: version and capabilities, and its exports in their order.
pub(crate) const MODULES: [(&str, &str); 6] = [
    (
        "clock",
        "v1 [examples, metadata, structured-results] now() utc{now()}",
    ),
    (
        "failing",
        "v1 [examples, errors] always() sometimes() checks{requirePositive()}",
    ),
    (
        "greeter",
        "v1 [examples, strings] greet() strings{upper() lower()} meta{pid()}",
    ),
    (
        "kv",
        "v1 [examples, stateful, object-methods] store{set() get() delete() keys() clear() size()}",
    ),
    (
        "system-info",
        "v1 [examples, mixed-exports, nested-results] hostname() envSummary() runtime{snapshot()}",
    ),
    (
        "validator",
        "v1 [examples, call-helpers, validation] greet() grade() profiles{check()}",
    ),
];

/// All rows.
pub(crate) fn calls() -> Vec<Call> {
    [
        clock::calls(),
        failing::calls(),
        greeter::calls(),
        kv::calls(),
        system_info::calls(),
        validator::calls(),
    ]
    .concat()
}

fn rows(module: &'static str, rows: &[(&'static str, &'static str, &'static str)]) -> Vec<Call> {
    shapes(module, Compared::Exactly, rows)
}

fn shapes(
    module: &'static str,
    compared: Compared,
    rows: &[(&'static str, &'static str, &'static str)],
) -> Vec<Call> {
    rows.iter()
        .map(|&(path, args, outcome)| Call {
            module,
            path,
            args,
            outcome,
            compared,
        })
        .collect()
}
