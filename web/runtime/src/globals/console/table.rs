//! Tabular data: a row for each element or property, a column for each property of the rows. Reads no getter.

use boa_engine::builtins::map::ordered_map::OrderedMap;
use boa_engine::builtins::set::ordered_set::OrderedSet;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsValue};
use web_output::{Preview, Row, Table};

use crate::inspect;
use crate::values::property;

/// More rows are counted.
const MAX_ROWS: usize = 1_000;
/// More columns are counted.
const MAX_COLUMNS: usize = 50;
/// The rows beyond this many cells are counted, too.
const MAX_CELLS: usize = 10_000;
/// The column for rows that are no objects.
const VALUES: &str = "Values";

/// The table of a value, or nothing if it has no rows. `only` names the columns to show, in their order.
///
/// # Errors
/// A `TypeError` if `only` is neither `undefined` nor an array of names.
pub(crate) fn table(data: &JsValue, only: &JsValue, context: &mut Context) -> JsResult<Option<Table>> {
    let only = names(only, context)?;
    let Some(object) = data.as_object() else {
        return Ok(None);
    };
    let (corner, rows, hidden_rows) = rows(&object, context);
    let (total_rows, mut cells_left) = (rows.len(), MAX_CELLS);
    let mut columns: Vec<String> = Vec::new();
    let mut found: Vec<(String, Vec<(String, Preview)>)> = Vec::new();
    let mut has_values = false;
    for (name, value) in rows {
        if cells_left == 0 {
            break;
        }
        let mut cells = match value.as_object().filter(|object| !object.is_callable()) {
            Some(row) if only.is_some() => inspect::properties(&row, MAX_CELLS, context),
            Some(row) => inspect::properties(&row, MAX_COLUMNS, context),
            None => Vec::new(),
        };
        // What has no columns, such as a number or a Date, is shown whole.
        if cells.is_empty() {
            has_values = true;
            cells.push((VALUES.to_owned(), inspect::cell(&value, context)));
        }
        if let Some(only) = &only {
            cells.retain(|(column, _)| only.contains(column));
        }
        cells_left = cells_left.saturating_sub(cells.len().max(1));
        for (column, _) in &cells {
            if column != VALUES && !columns.contains(column) {
                columns.push(column.clone());
            }
        }
        found.push((name, cells));
    }
    if let Some(only) = only {
        columns = only;
    } else if has_values {
        columns.push(VALUES.to_owned());
    }
    let hidden_columns = columns.len().saturating_sub(MAX_COLUMNS);
    columns.truncate(MAX_COLUMNS);
    let hidden_rows = hidden_rows + total_rows - found.len();
    Ok(Some(Table {
        corner: corner.to_owned(),
        rows: found
            .into_iter()
            .map(|(name, cells)| row(name, cells, &columns))
            .collect(),
        columns,
        hidden_rows: hidden_rows as u64,
        hidden_columns: hidden_columns as u64,
    }))
}

fn row(name: String, mut cells: Vec<(String, Preview)>, columns: &[String]) -> Row {
    let cells = columns
        .iter()
        .map(|column| {
            let place = cells.iter().position(|(name, _)| name == column)?;
            Some(cells.swap_remove(place).1)
        })
        .collect();
    Row { name, cells }
}

/// The heading over their names, the rows, and how many more there are.
fn rows(object: &JsObject, context: &mut Context) -> (&'static str, Vec<(String, JsValue)>, usize) {
    if let Some(map) = object.downcast_ref::<OrderedMap<JsValue>>() {
        let rows = map.iter().take(MAX_ROWS);
        let rows: Vec<(JsValue, JsValue)> = rows.map(|(key, value)| (key.clone(), value.clone())).collect();
        let hidden = map.len() - rows.len();
        drop(map);
        let rows = rows
            .into_iter()
            .map(|(key, value)| (inspect::cell(&key, context).cell(), value))
            .collect();
        return ("(key)", rows, hidden);
    }
    if let Some(set) = object.downcast_ref::<OrderedSet>() {
        let members = set.iter().take(MAX_ROWS).cloned().enumerate();
        let rows: Vec<_> = members.map(|(index, value)| (index.to_string(), value)).collect();
        let hidden = set.len() - rows.len();
        return ("(index)", rows, hidden);
    }
    let keys = property::enumerable_keys(object, context);
    let hidden = keys.len().saturating_sub(MAX_ROWS);
    let rows = keys
        .into_iter()
        .take(MAX_ROWS)
        .filter_map(|key| {
            let name = match &key {
                PropertyKey::Index(index) => index.get().to_string(),
                PropertyKey::String(name) => name.to_std_string_escaped(),
                PropertyKey::Symbol(_) => return None,
            };
            Some((name, property::own_value(object, &key)?))
        })
        .collect();
    ("(index)", rows, hidden)
}

fn names(only: &JsValue, context: &mut Context) -> JsResult<Option<Vec<String>>> {
    if only.is_undefined() {
        return Ok(None);
    }
    let Some(only) = only.as_object().filter(JsObject::is_array) else {
        return Err(JsNativeError::typ()
            .with_message("the columns of a table are an array of names, such as [\"name\", \"age\"]")
            .into());
    };
    let mut names = Vec::new();
    for key in property::enumerable_keys(&only, context) {
        if let Some(name) = property::own_value(&only, &key) {
            names.push(name.to_string(context)?.to_std_string_escaped());
        }
    }
    Ok(Some(names))
}
