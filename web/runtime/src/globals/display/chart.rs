//! Charts from the shapes that data comes in: numbers, pairs, objects with coordinates or other properties, objects of
//! numbers, and objects or maps of series.

use boa_engine::builtins::map::ordered_map::OrderedMap;
use boa_engine::builtins::typed_array::TypedArray;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue, js_string};
use web_output::{Chart, ChartKind, Series};

use super::arguments::{label, option, range_error, refused, type_error};
use crate::values::property;

/// Points of all series together.
const MAX_POINTS: usize = 10_000;
const MAX_SERIES: usize = 20;

/// Reads the data of a chart. The options `x` and `y` name the properties of row objects.
///
/// # Errors
/// A `TypeError` that names the place of what is no number, a `RangeError` where there is too much.
pub(super) fn read(
    kind: ChartKind,
    what: &str,
    data: &JsValue,
    options: &JsValue,
    context: &mut Context,
) -> JsResult<Chart> {
    let mut reader = Reader {
        what,
        x: None,
        y: vec!["y".to_owned()],
        categories: Vec::new(),
        points: 0,
        context,
    };
    reader.read_options(options)?;
    let series = reader.series(data)?;
    if series.iter().all(|series| series.points.is_empty()) {
        return Err(type_error(format!("{what} takes at least one point")));
    }
    Ok(Chart {
        kind,
        x_label: String::new(),
        y_label: String::new(),
        categories: reader.categories,
        series,
    })
}

struct Reader<'a> {
    what: &'a str,
    /// The property of rows that says where a point is; else `x`, or the row's own place.
    x: Option<String>,
    /// The properties that say how high: a series for each.
    y: Vec<String>,
    categories: Vec<String>,
    points: usize,
    context: &'a mut Context,
}

impl Reader<'_> {
    fn read_options(&mut self, options: &JsValue) -> JsResult<()> {
        let x = option(options, "x", self.context)?;
        if !x.is_undefined() {
            self.x = Some(label(&x, self.context)?);
        }
        let y = option(options, "y", self.context)?;
        if let Some(list) = y.as_object().filter(JsObject::is_array) {
            self.y = self
                .elements(&list)?
                .iter()
                .map(|name| label(name, self.context))
                .collect::<JsResult<_>>()?;
        } else if !y.is_undefined() {
            self.y = vec![label(&y, self.context)?];
        }
        if self.y.is_empty() || self.y.len() > MAX_SERIES {
            let message = format!(
                "{} draws 1 to {MAX_SERIES} series, and y names {}",
                self.what,
                self.y.len()
            );
            return Err(range_error(message));
        }
        Ok(())
    }

    fn series(&mut self, data: &JsValue) -> JsResult<Vec<Series>> {
        let Some(object) = data.as_object().filter(|object| !object.is_callable()) else {
            let takes = "numbers, points, or an object of them";
            return Err(refused(self.what, takes, data, self.context));
        };
        if object.is_array() || object.is::<TypedArray>() {
            return self.list(&object);
        }
        let named = self.named_values(&object)?;
        let is_series = named.first().is_some_and(|(_, value)| value.is_object());
        if !is_series {
            return self.bars_by_name(named);
        }
        if named.len() > MAX_SERIES {
            let message = format!(
                "{} draws at most {MAX_SERIES} series, and got {}",
                self.what,
                named.len()
            );
            return Err(range_error(message));
        }
        let mut all = Vec::new();
        for (name, value) in named {
            let list = value
                .as_object()
                .filter(|list| list.is_array() || list.is::<TypedArray>());
            let Some(list) = list else {
                let takes = format!("an array of points in the series {name}");
                return Err(refused(self.what, &takes, &value, self.context));
            };
            all.extend(self.list(&list)?.into_iter().map(|series| Series {
                name: match series.name.as_str() {
                    "" => name.clone(),
                    own => format!("{name} {own}"),
                },
                ..series
            }));
        }
        Ok(all)
    }

    fn bars_by_name(&mut self, named: Vec<(String, JsValue)>) -> JsResult<Vec<Series>> {
        let mut points = Vec::new();
        for (name, value) in named {
            let height = self.height(&value, &format!("the value of {name}"))?;
            let x = self.category(name);
            self.spend()?;
            points.push((x, height));
        }
        Ok(vec![Series {
            name: String::new(),
            points,
        }])
    }

    /// Numbers, pairs, or rows.
    fn list(&mut self, list: &JsObject) -> JsResult<Vec<Series>> {
        let elements = self.elements(list)?;
        let has_rows = elements
            .iter()
            .any(|element| element.as_object().is_some_and(|element| !element.is_array()));
        let names = if has_rows {
            self.y.clone()
        } else {
            vec![String::new()]
        };
        let is_named = has_rows && (names.len() > 1 || names[0] != "y");
        let mut all = Vec::new();
        for name in names {
            let mut points = Vec::with_capacity(elements.len());
            for (index, element) in elements.iter().enumerate() {
                self.spend()?;
                points.push(self.point(index, element, &name)?);
            }
            all.push(Series {
                name: if is_named { name } else { String::new() },
                points,
            });
        }
        Ok(all)
    }

    fn point(&mut self, index: usize, element: &JsValue, y: &str) -> JsResult<(f64, Option<f64>)> {
        let place = index as f64;
        let Some(object) = element.as_object() else {
            return Ok((place, self.height(element, &format!("element {index}"))?));
        };
        if object.is_array() {
            let (x, y) = (object.get(0, self.context)?, object.get(1, self.context)?);
            let x = self.place(&x, place, &format!("element {index}[0]"))?;
            return Ok((x, self.height(&y, &format!("element {index}[1]"))?));
        }
        let own_x = self.x.clone();
        let name = own_x.as_deref().unwrap_or("x");
        let x = object.get(JsString::from(name), self.context)?;
        let x = if x.is_undefined() && own_x.is_none() {
            place
        } else {
            self.place(&x, place, &format!("element {index}.{name}"))?
        };
        let height = object.get(JsString::from(y), self.context)?;
        Ok((x, self.height(&height, &format!("element {index}.{y}"))?))
    }

    /// A number, the time of a date, or a name that gets a place of its own.
    fn place(&mut self, value: &JsValue, otherwise: f64, at: &str) -> JsResult<f64> {
        if let Some(number) = number(value) {
            return match number.is_finite() {
                true => Ok(number),
                false => Err(self.no_number(value, at)),
            };
        }
        if let Some(name) = value.as_string() {
            return Ok(self.category(name.to_std_string_lossy()));
        }
        let date = value
            .as_object()
            .filter(JsObject::is::<boa_engine::builtins::date::Date>);
        if let Some(date) = date {
            let time = date.get(js_string!("getTime"), self.context)?;
            let time = time
                .as_callable()
                .map(|time| time.call(value, &[], self.context))
                .transpose()?;
            let time = time
                .and_then(|time| time.as_number())
                .filter(|time| time.is_finite());
            return time.ok_or_else(|| self.no_number(value, at));
        }
        match value.is_null_or_undefined() {
            true => Ok(otherwise),
            false => Err(self.no_number(value, at)),
        }
    }

    /// A finite number; a gap where there is none.
    fn height(&mut self, value: &JsValue, at: &str) -> JsResult<Option<f64>> {
        match number(value) {
            Some(number) => Ok(number.is_finite().then_some(number)),
            None if value.is_null_or_undefined() => Ok(None),
            None => Err(self.no_number(value, at)),
        }
    }

    /// The place of a name on the axis: that of the same name before, or the next one.
    fn category(&mut self, name: String) -> f64 {
        let place = self.categories.iter().position(|known| *known == name);
        let place = place.unwrap_or_else(|| {
            self.categories.push(name);
            self.categories.len() - 1
        });
        place as f64
    }

    fn spend(&mut self) -> JsResult<()> {
        self.points += 1;
        if self.points > MAX_POINTS {
            return Err(range_error(format!(
                "{} draws at most {MAX_POINTS} points; take a sample of them",
                self.what
            )));
        }
        Ok(())
    }

    fn elements(&mut self, list: &JsObject) -> JsResult<Vec<JsValue>> {
        let length = list
            .get(js_string!("length"), self.context)?
            .to_length(self.context)?;
        if length > MAX_POINTS as u64 {
            return Err(range_error(format!(
                "{} draws at most {MAX_POINTS} points, and got {length}; take a sample of them",
                self.what
            )));
        }
        (0..length).map(|index| list.get(index, self.context)).collect()
    }

    fn named_values(&mut self, object: &JsObject) -> JsResult<Vec<(String, JsValue)>> {
        let entries: Option<Vec<(JsValue, JsValue)>> =
            object.downcast_ref::<OrderedMap<JsValue>>().map(|map| {
                map.iter()
                    .take(MAX_POINTS)
                    .map(|(key, value)| (key.clone(), value.clone()))
                    .collect()
            });
        if let Some(entries) = entries {
            return entries
                .into_iter()
                .map(|(key, value)| Ok((label(&key, self.context)?, value)))
                .collect();
        }
        let mut named = Vec::new();
        for key in property::enumerable_keys(object, self.context) {
            let name = match &key {
                PropertyKey::String(name) => name.to_std_string_lossy(),
                PropertyKey::Index(index) => index.get().to_string(),
                PropertyKey::Symbol(_) => continue,
            };
            named.push((name, object.get(key, self.context)?));
        }
        Ok(named)
    }

    fn no_number(&mut self, value: &JsValue, at: &str) -> boa_engine::JsError {
        refused(self.what, &format!("numbers; {at} is none"), value, self.context)
    }
}

/// A number, or a big integer as near as a number comes.
fn number(value: &JsValue) -> Option<f64> {
    value
        .as_number()
        .or_else(|| value.as_bigint().map(|number| number.to_f64()))
}
