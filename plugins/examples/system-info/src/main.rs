//! `plugin:examples:system-info`: functions beside objects, and answers that are structs within structs. It tells
//! where it runs, which is where the bridge runs and not where the page is shown.
//!
//! ```js
//! const info = require("plugin:examples:system-info");
//! info.hostname();                         // "ada-laptop"
//! info.envSummary("HOME").values.HOME;     // "/home/ada"
//! info.runtime.snapshot().executable.path; // "/home/ada/.go-go-goja/plugins/examples/goja-plugin-examples-system-info"
//! ```

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{self, ExitCode};
use std::{env, thread};

use jiff::Timestamp;
use pontoon_sdk::{Call, Function, Method, Module, Object, Result};
use serde::Serialize;

fn main() -> ExitCode {
    pontoon_sdk::serve(module())
}

fn module() -> Module {
    Module::new("plugin:examples:system-info")
        .version("v1")
        .doc("Tells where its process runs, and in which surroundings.")
        .capabilities(["examples", "mixed-exports", "nested-results"])
        .function(Function::new("hostname", hostname).doc("the name of this machine."))
        .function(
            Function::new("envSummary", env_summary)
                .parameters(r#"prefix = "GO""#)
                .doc("the plugin's environment variables whose names begin with the prefix."),
        )
        .object(
            Object::new("runtime").doc("The plugin's own process.").method(
                Method::new("snapshot", snapshot)
                    .summary("the process, its machine and the moment")
                    .doc("Which compiler made it, for which system, how many processors it may use, and where it lies.")
                    .tags(["runtime", "nested-results"]),
            ),
        )
}

fn hostname() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

#[derive(Serialize)]
struct EnvSummary {
    prefix: String,
    count: usize,
    /// A map is an object too; this one has its keys sorted.
    values: BTreeMap<String, String>,
}

/// What the plugin's process was given. A host passes on only what it allows.
fn env_summary(call: &Call) -> EnvSummary {
    let prefix = call.string_default(0, "GO").to_owned();
    let values: BTreeMap<String, String> = env::vars_os()
        .map(|(name, value)| {
            let text = |text: std::ffi::OsString| text.to_string_lossy().into_owned();
            (text(name), text(value))
        })
        .filter(|(name, _)| name.starts_with(&prefix))
        .collect();
    EnvSummary {
        prefix,
        count: values.len(),
        values,
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Snapshot {
    rust_version: &'static str,
    os: &'static str,
    arch: &'static str,
    cpus: usize,
    pid: u32,
    cwd: PathBuf,
    executable: Executable,
    timestamp: String,
}

#[derive(Serialize)]
struct Executable {
    path: PathBuf,
}

/// Anything that can fail here is the error of this call: `?` makes it one.
fn snapshot() -> Result<Snapshot> {
    Ok(Snapshot {
        rust_version: env!("RUST_VERSION"),
        os: env::consts::OS,
        arch: env::consts::ARCH,
        cpus: thread::available_parallelism()?.get(),
        pid: process::id(),
        cwd: env::current_dir()?,
        executable: Executable {
            path: executable_path()?,
        },
        timestamp: Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
    })
}

/// Where this program lies. Hosts that run the very bytes that they checked start it from a copy without a place in
/// the file system; all of them say in the first argument where it came from.
fn executable_path() -> Result<PathBuf> {
    match env::args_os().next().map(PathBuf::from) {
        Some(path) if path.components().count() > 1 => Ok(std::path::absolute(path)?),
        _ => Ok(env::current_exe()?),
    }
}

#[cfg(test)]
mod tests {
    use pontoon_sdk::testing::Harness;
    use pontoon_sdk::value::from_value;
    use pontoon_sdk::{Value, value};

    use super::*;

    #[test]
    fn the_environment_is_told_by_prefix() -> Result<()> {
        let info = Harness::new(module())?;
        assert_eq!(
            info.call("envSummary", ("CARGO_PKG_NAME",))?,
            value!({
                "prefix": "CARGO_PKG_NAME",
                "count": 1,
                "values": { "CARGO_PKG_NAME": "goja-plugin-examples-system-info" },
            })
        );
        for default in [value!([]), value!([7])] {
            let Value::Object(summary) = info.call("envSummary", default)? else {
                panic!("not an object")
            };
            assert_eq!(summary["prefix"], value!("GO"));
        }
        Ok(())
    }

    #[test]
    fn a_snapshot_tells_of_this_process() -> Result<()> {
        let info = Harness::new(module())?;
        let Value::Object(snapshot) = info.call("runtime.snapshot", ())? else {
            panic!("not an object")
        };
        let keys: Vec<&String> = snapshot.keys().collect();
        assert_eq!(
            keys,
            [
                "rustVersion",
                "os",
                "arch",
                "cpus",
                "pid",
                "cwd",
                "executable",
                "timestamp"
            ]
        );
        assert_eq!(snapshot["pid"], value!(process::id()));
        assert_eq!(snapshot["executable"], value!({ "path": env::current_exe()? }));
        assert_eq!(snapshot["cwd"], value!(env::current_dir()?));
        let version: String = from_value(snapshot["rustVersion"].clone())?;
        assert!(version.starts_with("1."), "{version}");
        from_value::<String>(snapshot["timestamp"].clone())?.parse::<Timestamp>()?;
        Ok(())
    }

    #[test]
    fn the_machine_has_a_name() -> Result<()> {
        let info = Harness::new(module())?;
        assert_ne!(info.call("hostname", ())?, value!(""));
        Ok(())
    }
}
