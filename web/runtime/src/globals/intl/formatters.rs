//! [`Formatters`]: makes formatters, and keeps those that methods such as `toLocaleString` used last. A loop or a sort
//! calls them with the same options again and again.

use std::cell::RefCell;
use std::rc::Rc;

use boa_engine::{Context, JsNativeError, JsResult};
use web_locale::{Data, Formatter, Intl, Service};

use super::convert;

/// Formatters that are kept.
const MAX_KEPT: usize = 16;

/// The host's `Intl`.
pub(super) struct Formatters {
    host: Rc<dyn Intl>,
    /// The last used is the last.
    kept: RefCell<Vec<Kept>>,
}

struct Kept {
    service: Service,
    locales: Data,
    options: Data,
    formatter: Rc<dyn Formatter>,
}

impl Formatters {
    pub(super) fn new(host: Rc<dyn Intl>) -> Self {
        Self {
            host,
            kept: RefCell::default(),
        }
    }

    pub(super) fn of(context: &Context) -> JsResult<Rc<Self>> {
        let formatters = context.get_data::<Rc<Self>>().cloned();
        formatters.ok_or_else(|| JsNativeError::typ().with_message("Intl is not set up").into())
    }

    /// Makes a formatter.
    ///
    /// # Errors
    /// What its constructor throws.
    pub(super) fn create(
        &self,
        service: Service,
        locales: &Data,
        options: &Data,
    ) -> JsResult<Rc<dyn Formatter>> {
        let formatter = self.host.create(service, locales, options);
        formatter.map(Rc::from).map_err(convert::error)
    }

    /// The same, or one that was made with the same options before.
    ///
    /// # Errors
    /// What its constructor throws.
    pub(super) fn get(&self, service: Service, locales: Data, options: Data) -> JsResult<Rc<dyn Formatter>> {
        let mut kept = self.kept.borrow_mut();
        let place = kept
            .iter()
            .rposition(|kept| kept.service == service && kept.locales == locales && kept.options == options);
        let used = match place {
            Some(place) => kept.remove(place),
            None => Kept {
                formatter: self.create(service, &locales, &options)?,
                service,
                locales,
                options,
            },
        };
        if kept.len() == MAX_KEPT {
            kept.remove(0);
        }
        let formatter = Rc::clone(&used.formatter);
        kept.push(used);
        Ok(formatter)
    }

    /// Calls a function of `Intl` or of one of its constructors.
    ///
    /// # Errors
    /// What the function throws.
    pub(super) fn call(&self, service: Option<Service>, function: &str, args: &[Data]) -> JsResult<Data> {
        self.host.call(service, function, args).map_err(convert::error)
    }
}
