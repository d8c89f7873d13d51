//! `pontoon plugins check PATH`: one plugin for its author.

mod manifest;

use std::fmt::Write as _;
use std::path;
use std::time::Duration;

use anyhow::{Context as _, Result};
use bridge_host::{Checkup, Rule, Times, check, printable};
use serde::Serialize;

use crate::args::{CheckArgs, PluginArgs};
use crate::output::{count, say};

/// Prints what was found out; false when a rule is broken.
pub(super) async fn run(args: &CheckArgs, plugins: PluginArgs) -> Result<bool> {
    let file = path::absolute(&args.path).with_context(|| format!("resolve {:?}", args.path))?;
    let checkup = check(&file, &plugins.resolve()?)
        .await
        .context("create a private folder for the plugin's socket; run `pontoon doctor`")?;
    say(&if args.json {
        json(&checkup)?
    } else {
        text(&checkup)
    })?;
    Ok(checkup.broken.is_empty())
}

fn text(checkup: &Checkup) -> String {
    let mut text = format!("{}\n", printable(&checkup.path.display().to_string()));
    // Writing to a string cannot fail.
    if let Some(digest) = checkup.sha256 {
        let _ = writeln!(text, "sha256 {}", hex(digest));
    }
    let times = steps(&checkup.times);
    if !times.is_empty() {
        let _ = writeln!(text, "{}", times.join(", "));
    }
    if let Some(manifest) = &checkup.manifest {
        let _ = write!(text, "\n{}", manifest::text(manifest));
    }
    for (title, rules) in [("Rule broken", &checkup.broken), ("Warning", &checkup.warnings)] {
        for Rule { text: rule, advice } in rules {
            let _ = write!(text, "\n{title}: {}\n  {}\n", printable(rule), printable(advice));
        }
    }
    if !checkup.stderr.is_empty() {
        let lines = checkup
            .stderr
            .lines()
            .map(|line| format!("  {}\n", printable(line)));
        let _ = write!(text, "\nPlugin log (stderr):\n{}", lines.collect::<String>());
    }
    let verdict = match (checkup.broken.len(), checkup.warnings.len()) {
        (0, 0) => "OK".to_owned(),
        (0, warnings) => format!("OK, {}", count(warnings, "warning")),
        (broken, warnings) => format!("{} broken, {}", count(broken, "rule"), count(warnings, "warning")),
    };
    let _ = write!(text, "\n{verdict}");
    text
}

fn json(checkup: &Checkup) -> Result<String> {
    #[derive(Serialize)]
    struct Milliseconds {
        load: Option<f64>,
        start: Option<f64>,
        manifest: Option<f64>,
        stop: Option<f64>,
    }
    #[derive(Serialize)]
    struct Finding<'a> {
        rule: &'a str,
        advice: &'a str,
    }
    #[derive(Serialize)]
    struct Checked<'a> {
        path: String,
        sha256: Option<String>,
        milliseconds: Milliseconds,
        manifest: Option<manifest::Shown<'a>>,
        broken: Vec<Finding<'a>>,
        warnings: Vec<Finding<'a>>,
        stderr: &'a str,
    }
    fn findings(rules: &[Rule]) -> Vec<Finding<'_>> {
        let findings = rules.iter().map(|rule| Finding {
            rule: &rule.text,
            advice: &rule.advice,
        });
        findings.collect()
    }
    let Times {
        load,
        start,
        manifest,
        stop,
    } = checkup.times;
    serde_json::to_string_pretty(&Checked {
        path: checkup.path.display().to_string(),
        sha256: checkup.sha256.map(hex),
        milliseconds: Milliseconds {
            load: load.map(milliseconds),
            start: start.map(milliseconds),
            manifest: manifest.map(milliseconds),
            stop: stop.map(milliseconds),
        },
        manifest: checkup.manifest.as_ref().map(manifest::Shown::of),
        broken: findings(&checkup.broken),
        warnings: findings(&checkup.warnings),
        stderr: &checkup.stderr,
    })
    .context("write the findings as JSON")
}

/// The steps that were taken, with their times.
fn steps(times: &Times) -> Vec<String> {
    let steps = [
        ("read", times.load),
        ("spawned and connected", times.start),
        ("manifest", times.manifest),
        ("stopped", times.stop),
    ];
    steps
        .into_iter()
        .filter_map(|(step, time)| Some(format!("{step} {:.1} ms", milliseconds(time?))))
        .collect()
}

fn milliseconds(time: Duration) -> f64 {
    // Tenths are what anybody reads, and what two runs agree in.
    (time.as_secs_f64() * 10_000.0).round() / 10.0
}

fn hex(digest: [u8; 32]) -> String {
    digest.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
