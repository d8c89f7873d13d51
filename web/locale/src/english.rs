//! [`English`]: `Intl` in American English. The rules are Unicode's (CLDR), and the tests compare with what a browser says.

mod collator;
mod date;
mod list;
mod locales;
mod number;
mod options;
mod parts;
mod plural;
mod range;
mod relative_time;
mod segmenter;

use crate::english::locales::Requested;
use crate::english::options::Options;
use crate::{Data, Formatter, Intl, IntlError, Service};

/// `Intl` with the one locale `en-US`. Others that a script asks for are replaced by it, as the standard says.
#[derive(Debug, Clone, Copy, Default)]
pub struct English;

impl Intl for English {
    fn create(
        &self,
        service: Service,
        locales: &Data,
        options: &Data,
    ) -> Result<Box<dyn Formatter>, IntlError> {
        let requested = Requested::of(locales)?;
        let options = Options::new(options);
        Ok(match service {
            Service::Collator => Box::new(collator::Collator::new(&requested, &options)?),
            Service::DateTimeFormat => Box::new(date::DateTimeFormat::new(&requested, &options)?),
            Service::ListFormat => Box::new(list::ListFormat::new(&requested, &options)?),
            Service::NumberFormat => Box::new(number::NumberFormat::new(&requested, &options)?),
            Service::PluralRules => Box::new(plural::PluralRules::new(&requested, &options)?),
            Service::RelativeTimeFormat => {
                Box::new(relative_time::RelativeTimeFormat::new(&requested, &options)?)
            }
            Service::Segmenter => Box::new(segmenter::Segmenter::new(&requested, &options)?),
        })
    }

    fn call(&self, _: Option<Service>, function: &str, args: &[Data]) -> Result<Data, IntlError> {
        let argument = args.first().unwrap_or(&Data::Undefined);
        match function {
            "getCanonicalLocales" => locales::canonical(argument),
            "supportedLocalesOf" => locales::supported(argument),
            "supportedValuesOf" => supported_values(argument),
            _ => Err(no_method(function)),
        }
    }
}

/// What `Intl.supportedValuesOf` lists.
fn supported_values(key: &Data) -> Result<Data, IntlError> {
    let values: Vec<String> = match options::text_of(key).as_str() {
        "calendar" => vec!["gregory".to_owned()],
        "collation" => vec!["default".to_owned()],
        "currency" => number::currency_codes(),
        "numberingSystem" => vec!["latn".to_owned()],
        "timeZone" => date::time_zones(),
        "unit" => number::unit_names(),
        other => return Err(IntlError::range(format!("Invalid key : {other}"))),
    };
    Ok(Data::List(values.into_iter().map(Data::Text).collect()))
}

fn no_method(name: &str) -> IntlError {
    IntlError::typ(format!("{name} is not available here; the browser's Intl has it"))
}
