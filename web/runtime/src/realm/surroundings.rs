//! [`Surroundings`]: everything that differs between a Web Worker, a terminal and a test.

use std::fmt;
use std::rc::Rc;

use web_locale::Intl;

use crate::bounds::{Headlong, Heap, Pace};
use crate::globals::ConsoleSink;
use crate::modules::{Catalog, Documents, NoDocuments, Transport};

/// What a realm is given by the program that it runs in.
#[derive(Clone)]
pub struct Surroundings {
    /// The modules of the session.
    pub catalog: Rc<Catalog>,
    /// Carries calls to plugins.
    pub transport: Rc<dyn Transport>,
    /// Shows what scripts write.
    pub console: Rc<dyn ConsoleSink>,
    /// Other sources of the user.
    pub documents: Rc<dyn Documents>,
    /// What the command line gives the script, if there is one: the global `args`.
    pub args: Option<Vec<String>>,
    /// Writes numbers, dates and texts for people; without it `Intl` does not exist.
    pub intl: Option<Rc<dyn Intl>>,
    /// The stop flag and the pauses.
    pub pace: Rc<dyn Pace>,
    /// The program's allocator, if it counts.
    pub heap: Option<&'static Heap>,
}

impl fmt::Debug for Surroundings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Surroundings")
            .field("catalog", &self.catalog)
            .finish_non_exhaustive()
    }
}

impl Surroundings {
    /// Surroundings without documents, where nothing stops a script and memory has no bound.
    #[must_use]
    pub fn new(catalog: Catalog, transport: Rc<dyn Transport>, console: Rc<dyn ConsoleSink>) -> Self {
        Self {
            catalog: Rc::new(catalog),
            transport,
            console,
            documents: Rc::new(NoDocuments),
            args: None,
            intl: None,
            pace: Rc::new(Headlong),
            heap: None,
        }
    }
}
