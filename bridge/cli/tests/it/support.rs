//! Runs the binary in a world of its own: a home, a folder for sockets, and a folder of plugins.

use std::env;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Folders that end with the test.
pub(crate) struct World(TempDir);

/// What the binary said.
pub(crate) struct Said {
    /// Standard output, with what differs from run to run taken out.
    pub(crate) text: String,
    pub(crate) errors: String,
    pub(crate) code: Option<i32>,
    whole: String,
}

impl World {
    pub(crate) fn new() -> Self {
        // Short, because a socket's path is.
        let world = Self(tempfile::tempdir_in("/tmp").unwrap());
        for folder in ["home", "run", "plugins"] {
            fs::create_dir(world.0.path().join(folder)).unwrap();
        }
        world
    }

    pub(crate) fn with_greeter() -> Self {
        let world = Self::new();
        world.add("goja-plugin-examples-greeter", "goja-plugin-examples-greeter");
        world
    }

    /// The folder that plugins are found in, as text.
    pub(crate) fn plugin_dir(&self) -> String {
        self.plugins().display().to_string()
    }

    /// A plugin that misbehaves in the way that its name says.
    pub(crate) fn add_misbehaving(&self, how: &str) -> PathBuf {
        self.add("goja-plugin-misbehaving", &format!("goja-plugin-{how}"))
    }

    /// Puts a binary of this workspace among the plugins.
    pub(crate) fn add(&self, binary: &str, name: &str) -> PathBuf {
        let path = self.plugins().join(name);
        symlink(workspace_binary(binary), &path).unwrap();
        path
    }

    pub(crate) fn plugins(&self) -> PathBuf {
        self.0.path().join("plugins")
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.0.path().join("home")
    }

    /// Runs `pontoon` with these arguments on the folder of plugins.
    pub(crate) fn pontoon(&self, args: &[&str]) -> Said {
        self.pontoon_with(args, &[])
    }

    /// The same with variables in its environment.
    pub(crate) fn pontoon_with(&self, args: &[&str], variables: &[(&str, &str)]) -> Said {
        let plugins = self.plugins().display().to_string();
        self.run(&[&["--plugin-dir", &plugins], args].concat(), variables)
    }

    /// Runs `pontoon` with these arguments on the plugins of the home folder.
    pub(crate) fn pontoon_at_home(&self, args: &[&str]) -> Said {
        self.run(args, &[])
    }

    /// The same with a text on standard input.
    pub(crate) fn pontoon_reading(&self, args: &[&str], input: &str) -> Said {
        let plugins = self.plugins().display().to_string();
        let mut command = self.command(&[&["--plugin-dir", &plugins], args].concat());
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        self.said(child.wait_with_output().unwrap())
    }

    /// The binary in this world, not started yet.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        #[expect(clippy::disallowed_methods, reason = "the program under test is no plugin")]
        let mut command = Command::new(env!("CARGO_BIN_EXE_pontoon"));
        command
            .args(args)
            .current_dir(self.0.path())
            .env("HOME", self.home())
            .env("XDG_RUNTIME_DIR", self.0.path().join("run"));
        for name in ["PONTOON_LOG", "XDG_CACHE_HOME", "XDG_STATE_HOME", "NO_COLOR"] {
            command.env_remove(name);
        }
        command
    }

    /// Puts a file beside the folders.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// That nothing is left of what the binary needs while it runs.
    pub(crate) fn assert_clean(&self) {
        let left: Vec<_> = fs::read_dir(self.0.path().join("run")).unwrap().collect();
        assert!(left.is_empty(), "{left:?} was left behind");
    }

    fn run(&self, args: &[&str], variables: &[(&str, &str)]) -> Said {
        let mut command = self.command(args);
        self.said(command.envs(variables.iter().copied()).output().unwrap())
    }

    fn said(&self, output: Output) -> Said {
        self.assert_clean();
        let whole = String::from_utf8(output.stdout).unwrap();
        Said {
            text: self.steady(&whole),
            errors: self.steady(&String::from_utf8(output.stderr).unwrap()),
            code: output.status.code(),
            whole,
        }
    }

    fn steady(&self, text: &str) -> String {
        let text = text.replace(&self.0.path().display().to_string(), "DIR");
        let lines = text.lines().map(|line| match line.strip_prefix("sha256 ") {
            Some(_) => "sha256 HASH".to_owned(),
            None => without_times(line),
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl Said {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.whole).unwrap()
    }
}

/// `1.2 ms` becomes `N ms`.
fn without_times(line: &str) -> String {
    let mut parts = line.split(" ms").peekable();
    let mut text = String::new();
    while let Some(part) = parts.next() {
        if parts.peek().is_some() {
            text += part.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
            text += "N ms";
        } else {
            text += part;
        }
    }
    text
}

/// A binary that was built beside this test.
fn workspace_binary(name: &str) -> PathBuf {
    let binary = Path::new(env!("CARGO_BIN_EXE_pontoon")).with_file_name(name);
    assert!(
        binary.exists(),
        "{binary:?} is missing; run `cargo build -p {name}` first"
    );
    binary
}
