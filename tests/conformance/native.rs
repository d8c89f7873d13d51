//! The native runtime with the profile that the terminal starts with, which is the page's.

use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use futures_util::FutureExt as _;
use futures_util::future::{LocalBoxFuture, ready};
use web_output::ConsoleEntry;
use web_runtime::{
    Catalog, ConsoleSink, Documents, NoTransport, Outcome, Pace, Profile, Realm, Surroundings,
};

use crate::question::{self, CELL, DOCUMENT};
use crate::suite::{Case, Verdict};
use crate::threads;

pub(crate) fn read_all(suite: &[Case]) -> Result<Vec<Verdict>> {
    threads::read_all(suite, read)
}

fn read(case: &Case) -> Result<Verdict> {
    let catalog = Catalog::absent("nothing is called here");
    let surroundings = Surroundings {
        documents: Rc::new(OneDocument(case.source.clone())),
        pace: Rc::new(Stopped(!case.is_module())),
        ..Surroundings::new(catalog, Rc::new(NoTransport), Rc::new(Silence))
    };
    let mut realm = Realm::new(Profile::default(), surroundings)?;
    let run = realm.run(CELL, question::cell(case));
    let outcome = run.now_or_never().context("the cell waits for something")?;
    Ok(question::verdict(match &outcome {
        Outcome::Threw(error) => Some(&error.name),
        Outcome::Value(_) | Outcome::Stopped(_) => None,
    }))
}

/// Stops whatever is about to run, if it says so.
struct Stopped(bool);

impl Pace for Stopped {
    fn stop_requested(&self) -> bool {
        self.0
    }

    fn pause(&self, _: Option<Duration>) -> LocalBoxFuture<'_, ()> {
        ready(()).boxed_local()
    }
}

/// The module.
struct OneDocument(String);

impl Documents for OneDocument {
    fn contains(&self, name: &str) -> bool {
        name == DOCUMENT
    }

    fn read(&self, name: &str) -> Result<String, String> {
        if self.contains(name) {
            Ok(self.0.clone())
        } else {
            Err(self.alternatives())
        }
    }

    fn alternatives(&self) -> String {
        format!("there is {DOCUMENT} only")
    }
}

struct Silence;

impl ConsoleSink for Silence {
    fn write(&self, _: ConsoleEntry) {}
}
