//! [`Args`]: the command line.

use std::path::PathBuf;
use std::time::Duration;

use bridge_host::config;
use clap::{Parser, Subcommand, ValueEnum};

use crate::plugin_name::PluginName;

/// The port that `pontoon serve` listens on by default.
const DEFAULT_PORT: u16 = 7373;

/// The heading of [`PluginArgs`] in `--help`.
const PLUGIN_OPTIONS: &str = "Plugin options";

/// A JavaScript playground in the browser whose code calls native plugins on this machine.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) plugins: PluginArgs,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Which plugins there are; the same for every command.
#[derive(Debug, clap::Args)]
pub(crate) struct PluginArgs {
    /// Look for plugins in DIR, without its subfolders; repeatable [default: ~/.go-go-goja/plugins with subfolders].
    #[arg(long, value_name = "DIR", global = true, help_heading = PLUGIN_OPTIONS)]
    pub(crate) plugin_dir: Vec<PathBuf>,
    /// Allow only MODULE, such as plugin:examples:greeter; repeatable [default: all].
    #[arg(long, value_name = "MODULE", global = true, help_heading = PLUGIN_OPTIONS)]
    pub(crate) allow_plugin_module: Vec<String>,
    /// When a plugin is invalid, use no plugins until it is fixed (refuse) or use the others (skip).
    #[arg(long, value_enum, default_value_t, global = true, hide_possible_values = true,
          value_name = "ACTION", help_heading = PLUGIN_OPTIONS)]
    pub(crate) on_invalid: OnInvalid,
    /// Environment of plugins: home, user, language, time zone and path (clean) or everything (inherit).
    #[arg(long, value_enum, default_value_t, global = true, hide_possible_values = true,
          value_name = "ENV", help_heading = PLUGIN_OPTIONS)]
    pub(crate) plugin_env: PluginEnv,
    /// TLS with plugins: go-plugin's AutoMTLS (auto) or none, over private sockets (off).
    #[arg(long, value_enum, default_value_t, global = true, hide_possible_values = true,
          value_name = "TLS", help_heading = PLUGIN_OPTIONS)]
    pub(crate) plugin_tls: PluginTls,
    /// How long a plugin may take to start.
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = seconds, global = true,
          help_heading = PLUGIN_OPTIONS)]
    pub(crate) plugin_start_timeout: Duration,
    /// How long a plugin may take to answer a call.
    #[arg(long, value_name = "SECONDS", default_value = "5", value_parser = seconds, global = true,
          help_heading = PLUGIN_OPTIONS)]
    pub(crate) plugin_call_timeout: Duration,
}

/// As typed after `--on-invalid`.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum OnInvalid {
    /// Use no plugins until it is fixed.
    #[default]
    Refuse,
    /// Use the others.
    Skip,
}

impl From<OnInvalid> for config::OnInvalid {
    fn from(typed: OnInvalid) -> Self {
        match typed {
            OnInvalid::Refuse => Self::Refuse,
            OnInvalid::Skip => Self::Skip,
        }
    }
}

/// As typed after `--plugin-env`.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum PluginEnv {
    /// Home, user, language, time zone and path.
    #[default]
    Clean,
    /// All of them, secrets included.
    Inherit,
}

impl From<PluginEnv> for config::EnvironmentPolicy {
    fn from(typed: PluginEnv) -> Self {
        match typed {
            PluginEnv::Clean => Self::Clean,
            PluginEnv::Inherit => Self::Inherit,
        }
    }
}

/// As typed after `--plugin-tls`.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum PluginTls {
    /// With certificates made for each process; every plugin must support go-plugin's AutoMTLS.
    Auto,
    /// In plain, over sockets that only this user can reach.
    #[default]
    Off,
}

impl From<PluginTls> for config::PluginTls {
    fn from(typed: PluginTls) -> Self {
        match typed {
            PluginTls::Auto => Self::Auto,
            PluginTls::Off => Self::Off,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the playground to a browser on this machine.
    Serve(ServeArgs),
    /// Interactive JavaScript prompt.
    #[command(visible_alias = "tui")]
    Repl(ReplArgs),
    /// Run a script from a file.
    Run(RunArgs),
    /// Evaluate code and print the result.
    Eval(EvalArgs),
    /// List, check and create plugins.
    #[command(subcommand, visible_alias = "plugin")]
    Plugins(PluginsCommand),
    /// Check this machine and the configuration (starts no plugins).
    Doctor(DoctorArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct ServeArgs {
    /// The port on 127.0.0.1; 0 takes a free one.
    #[arg(long, default_value_t = DEFAULT_PORT)]
    pub(crate) port: u16,
    /// Open the playground in the default browser.
    #[arg(long)]
    pub(crate) open: bool,
    /// Print the path of each plugin.
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ReplArgs {
    #[command(flatten)]
    pub(crate) language: LanguageArgs,
    /// Take over from a session whose engine was lost.
    #[arg(long, hide = true)]
    pub(crate) started_over: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct RunArgs {
    #[command(flatten)]
    pub(crate) language: LanguageArgs,
    /// The script (- reads standard input), then its arguments, which it finds in the array `args`. Options for pontoon
    /// itself go before FILE.
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true, value_names = ["FILE", "ARGS"])]
    script: Vec<String>,
}

impl RunArgs {
    /// The script.
    pub(crate) fn file(&self) -> &str {
        self.script.first().map_or("-", String::as_str)
    }

    /// What the script finds in `args`.
    pub(crate) fn args(&self) -> &[String] {
        self.script.get(1..).unwrap_or_default()
    }
}

#[derive(Debug, clap::Args)]
pub(crate) struct EvalArgs {
    #[command(flatten)]
    pub(crate) language: LanguageArgs,
    /// Print the value as JSON.
    #[arg(long)]
    pub(crate) json: bool,
    /// The code; - reads it from standard input.
    #[arg(allow_hyphen_values = true)]
    pub(crate) code: String,
    /// Arguments, which the code finds in the array `args`. Options for pontoon itself go before CODE.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub(crate) args: Vec<String>,
}

/// How sources are read; the same for every command that runs JavaScript in the terminal.
#[derive(Debug, clap::Args)]
pub(crate) struct LanguageArgs {
    /// Plain JavaScript (raw); with top-level `await` and `import`, names that can be redeclared, and `_` for the last
    /// value (interactive); or also continuing the last persistent session (persistent).
    #[arg(long, value_enum, default_value_t, hide_possible_values = true)]
    pub(crate) profile: Profile,
}

/// As typed after `--profile`.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum Profile {
    /// Plain JavaScript; each input is a script.
    Raw,
    /// `await` and `import` at the top level, names that can be declared again, and `_` for the last value.
    #[default]
    Interactive,
    /// As interactive, and the next persistent session continues where this one ended, by running its inputs again.
    Persistent,
}

impl From<Profile> for web_runtime::Profile {
    fn from(typed: Profile) -> Self {
        match typed {
            Profile::Raw => Self::Raw,
            Profile::Interactive => Self::Interactive,
            Profile::Persistent => Self::Persistent,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum PluginsCommand {
    /// List the plugins that were found: what each exports, or why it cannot be used.
    List(ListArgs),
    /// Start one plugin; print its manifest, how long each step took, and every rule that it breaks.
    Check(CheckArgs),
    /// Create a plugin in Rust: a crate that builds, with its first test.
    New(NewArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct ListArgs {
    /// Print JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// The plugin's executable.
    pub(crate) path: PathBuf,
    /// Print JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct NewArgs {
    /// The plugin's name, such as weather or word-count; scripts require it as plugin:NAME.
    pub(crate) name: PluginName,
    /// The folder to create [default: ./NAME].
    #[arg(long, value_name = "PATH")]
    pub(crate) dir: Option<PathBuf>,
    /// The folder plugins/sdk of a checkout of Pontoon [default: the checkout that the new folder is in, or that this
    /// program was built from].
    #[arg(long, value_name = "PATH")]
    pub(crate) sdk: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct DoctorArgs {
    /// The port that `pontoon serve` will use.
    #[arg(long, default_value_t = DEFAULT_PORT)]
    pub(crate) port: u16,
    /// Print JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// The longest time-out that can be asked for, in seconds.
const MAX_TIMEOUT: f64 = 300.0;

fn seconds(typed: &str) -> Result<Duration, String> {
    match typed.parse::<f64>() {
        Ok(seconds) if seconds > 0.0 && seconds <= MAX_TIMEOUT => Ok(Duration::from_secs_f64(seconds)),
        _ => Err(format!(
            "give a number of seconds above 0 and up to {MAX_TIMEOUT}, such as 5 or 0.5"
        )),
    }
}
