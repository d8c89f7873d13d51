//! The constructors of `Intl`: their options, in the order in which they are read, and their methods.

use boa_engine::value::JsValue;
use boa_engine::{Context, JsResult};
use web_locale::{Data, Service};

use super::arguments;

/// A constructor.
pub(super) struct Definition {
    pub(super) service: Service,
    pub(super) options: &'static [&'static str],
    /// Whether it can be called without `new`, as code from before classes does.
    pub(super) is_callable: bool,
    pub(super) methods: &'static [Method],
}

/// A method of the objects.
pub(super) struct Method {
    pub(super) name: &'static str,
    pub(super) length: usize,
    /// Whether it is a getter that gives a function bound to the object.
    pub(super) is_bound: bool,
    pub(super) arguments: Arguments,
}

/// Converts the arguments.
pub(super) type Arguments = fn(&[JsValue], &mut Context) -> JsResult<Vec<Data>>;

const fn method(name: &'static str, length: usize, arguments: Arguments) -> Method {
    Method {
        name,
        length,
        is_bound: false,
        arguments,
    }
}

const fn bound(name: &'static str, length: usize, arguments: Arguments) -> Method {
    Method {
        is_bound: true,
        ..method(name, length, arguments)
    }
}

const RESOLVED: Method = method("resolvedOptions", 0, arguments::none);

pub(super) const SERVICES: &[Definition] = &[
    Definition {
        service: Service::Collator,
        options: &[
            "usage",
            "localeMatcher",
            "collation",
            "numeric",
            "caseFirst",
            "sensitivity",
            "ignorePunctuation",
        ],
        is_callable: true,
        methods: &[bound("compare", 2, arguments::two_texts), RESOLVED],
    },
    Definition {
        service: Service::DateTimeFormat,
        options: DATE_OPTIONS,
        is_callable: true,
        methods: &[
            bound("format", 1, arguments::time),
            method("formatToParts", 1, arguments::time),
            method("formatRange", 2, arguments::two_times),
            method("formatRangeToParts", 2, arguments::two_times),
            RESOLVED,
        ],
    },
    Definition {
        service: Service::ListFormat,
        options: &["localeMatcher", "type", "style"],
        is_callable: false,
        methods: &[
            method("format", 1, arguments::list),
            method("formatToParts", 1, arguments::list),
            RESOLVED,
        ],
    },
    Definition {
        service: Service::NumberFormat,
        options: NUMBER_OPTIONS,
        is_callable: true,
        methods: &[
            bound("format", 1, arguments::number),
            method("formatToParts", 1, arguments::number),
            method("formatRange", 2, arguments::two_numbers),
            method("formatRangeToParts", 2, arguments::two_numbers),
            RESOLVED,
        ],
    },
    Definition {
        service: Service::PluralRules,
        options: &[
            "localeMatcher",
            "type",
            "notation",
            "minimumIntegerDigits",
            "minimumFractionDigits",
            "maximumFractionDigits",
            "minimumSignificantDigits",
            "maximumSignificantDigits",
            "roundingIncrement",
            "roundingMode",
            "roundingPriority",
            "trailingZeroDisplay",
        ],
        is_callable: false,
        methods: &[
            method("select", 1, arguments::plain_number),
            method("selectRange", 2, arguments::two_plain_numbers),
            RESOLVED,
        ],
    },
    Definition {
        service: Service::RelativeTimeFormat,
        options: &["localeMatcher", "numberingSystem", "style", "numeric"],
        is_callable: false,
        methods: &[
            method("format", 2, arguments::number_and_unit),
            method("formatToParts", 2, arguments::number_and_unit),
            RESOLVED,
        ],
    },
    Definition {
        service: Service::Segmenter,
        options: &["localeMatcher", "granularity"],
        is_callable: false,
        methods: &[RESOLVED],
    },
];

/// The options of a date's methods.
pub(super) const DATE_OPTIONS: &[&str] = &[
    "localeMatcher",
    "calendar",
    "numberingSystem",
    "hour12",
    "hourCycle",
    "timeZone",
    "weekday",
    "era",
    "year",
    "month",
    "day",
    "dayPeriod",
    "hour",
    "minute",
    "second",
    "fractionalSecondDigits",
    "timeZoneName",
    "formatMatcher",
    "dateStyle",
    "timeStyle",
];

/// The options of a number's method.
pub(super) const NUMBER_OPTIONS: &[&str] = &[
    "localeMatcher",
    "numberingSystem",
    "style",
    "currency",
    "currencyDisplay",
    "currencySign",
    "unit",
    "unitDisplay",
    "notation",
    "minimumIntegerDigits",
    "minimumFractionDigits",
    "maximumFractionDigits",
    "minimumSignificantDigits",
    "maximumSignificantDigits",
    "roundingIncrement",
    "roundingMode",
    "roundingPriority",
    "trailingZeroDisplay",
    "compactDisplay",
    "useGrouping",
    "signDisplay",
];

/// The definition of a service.
pub(super) fn options_of(service: Service) -> &'static [&'static str] {
    let definition = SERVICES.iter().find(|definition| definition.service == service);
    definition.map_or(&[], |definition| definition.options)
}
