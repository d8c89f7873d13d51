//! [`Row`]: one scenario as data, and what proves its outcome.

use std::fs::File;
use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::time::Duration;

use bridge_host::config::HostConfig;

use super::scene::Scene;

/// One way in which a scenario of the table is met.
#[derive(Debug)]
pub(crate) struct Row {
    /// As in the list of scenarios; several rows may share one.
    pub(crate) number: u8,
    pub(crate) scenario: &'static str,
    /// What go-plugin v1.7.0 and go-go-goja do, where that differs.
    pub(crate) genuine: &'static str,
    pub(crate) proof: Proof,
}

/// What stands behind a row.
#[derive(Debug)]
pub(crate) enum Proof {
    /// It is run by the test of its group.
    Run(Case),
    /// Another test shows it.
    Elsewhere {
        /// From the repository's root.
        file: &'static str,
        /// A test in it, or a word that its subject has there.
        name: &'static str,
        outcome: &'static str,
    },
    /// It does not apply, and why.
    NotHere(&'static str),
}

/// What is run: a plugin, a host, a deed, and what must come of it.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) plugin: Plugin,
    pub(crate) settings: fn(&mut HostConfig),
    pub(crate) deed: Deed,
    /// `*` stands for any text.
    pub(crate) outcome: &'static str,
    /// How long the deed may take.
    pub(crate) within: Duration,
}

/// What lies in the plugin folder beside the good plugin.
#[derive(Debug)]
pub(crate) enum Plugin {
    /// Nothing.
    None,
    /// The plugin that misbehaves in the named way.
    Misbehaving(&'static str),
    /// A shell script, without its first line.
    Script(&'static str),
    /// The plugin that is built on the genuine go-plugin.
    Go,
    /// What the function puts into the folder; the files stay open as long as the row runs.
    Prepared(fn(&Path) -> Vec<File>),
}

/// What is done.
pub(crate) enum Deed {
    /// A session opens.
    Open,
    /// One call of an export, and another one afterwards.
    Call(&'static str, &'static str),
    /// The session closes after the plugin was called.
    Stop,
    /// More than one step.
    Play(Play),
}

/// Tells what happened, in words.
pub(crate) type Play = fn(Scene) -> Pin<Box<dyn Future<Output = String> + Send>>;

impl std::fmt::Debug for Deed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Open => "Open",
            Self::Call(..) => "Call",
            Self::Stop => "Stop",
            Self::Play(_) => "Play",
        })
    }
}

/// A row that is run, before it is known what is done.
pub(crate) fn row(number: u8, scenario: &'static str) -> Row {
    Row {
        number,
        scenario,
        genuine: "",
        proof: Proof::Run(Case {
            plugin: Plugin::None,
            settings: |_| {},
            deed: Deed::Open,
            outcome: "",
            within: Duration::from_secs(5),
        }),
    }
}

impl Row {
    pub(crate) fn misbehaving(self, how: &'static str) -> Self {
        self.with(|case| case.plugin = Plugin::Misbehaving(how))
    }

    pub(crate) fn script(self, lines: &'static str) -> Self {
        self.with(|case| case.plugin = Plugin::Script(lines))
    }

    pub(crate) fn go(self) -> Self {
        self.with(|case| case.plugin = Plugin::Go)
    }

    pub(crate) fn prepared(self, prepare: fn(&Path) -> Vec<File>) -> Self {
        self.with(|case| case.plugin = Plugin::Prepared(prepare))
    }

    pub(crate) fn set(self, settings: fn(&mut HostConfig)) -> Self {
        self.with(|case| case.settings = settings)
    }

    pub(crate) fn within(self, limit: Duration) -> Self {
        self.with(|case| case.within = limit)
    }

    pub(crate) fn opens(self, outcome: &'static str) -> Self {
        self.does(Deed::Open, outcome)
    }

    pub(crate) fn calls(self, export: &'static str, argument: &'static str, outcome: &'static str) -> Self {
        self.does(Deed::Call(export, argument), outcome)
    }

    pub(crate) fn stops(self, outcome: &'static str) -> Self {
        self.does(Deed::Stop, outcome)
    }

    pub(crate) fn plays(self, play: Play, outcome: &'static str) -> Self {
        self.does(Deed::Play(play), outcome)
    }

    pub(crate) fn genuine(mut self, genuine: &'static str) -> Self {
        self.genuine = genuine;
        self
    }

    pub(crate) fn elsewhere(mut self, file: &'static str, name: &'static str, outcome: &'static str) -> Self {
        self.proof = Proof::Elsewhere { file, name, outcome };
        self
    }

    pub(crate) fn not_here(mut self, why: &'static str) -> Self {
        self.proof = Proof::NotHere(why);
        self
    }

    fn does(self, deed: Deed, outcome: &'static str) -> Self {
        self.with(|case| {
            case.deed = deed;
            case.outcome = outcome;
        })
    }

    fn with(mut self, change: impl FnOnce(&mut Case)) -> Self {
        if let Proof::Run(case) = &mut self.proof {
            change(case);
        }
        self
    }
}
