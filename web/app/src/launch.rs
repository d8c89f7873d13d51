//! The launch link: `pontoon serve` prints an address whose fragment holds a one-time code. A fragment is never
//! sent to a server, and it leaves the address bar before anything else happens.

use web_sys::window;

const KEY: &str = "code=";

/// Reads the code from the address and removes the fragment from address and history.
pub(crate) fn take_code() -> Option<String> {
    let window = window()?;
    let location = window.location();
    let code = code_in(&location.hash().ok()?)?;
    let address = location.pathname().ok()? + &location.search().ok()?;
    if let Ok(history) = window.history() {
        // Replacing a state of the same origin cannot fail; if it did, the code is spent in a moment anyway.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
    Some(code)
}

fn code_in(fragment: &str) -> Option<String> {
    let fields = fragment.strip_prefix('#')?.split('&');
    let mut codes = fields.filter_map(|field| field.strip_prefix(KEY));
    codes.next().filter(|code| !code.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_found_wherever_it_stands_in_the_fragment() {
        assert_eq!(code_in("#code=abc-1_2"), Some("abc-1_2".to_owned()));
        assert_eq!(code_in("#theme=dark&code=abc"), Some("abc".to_owned()));
    }

    #[test]
    fn other_fragments_hold_no_code() {
        for fragment in ["", "#", "#code=", "#barcode=1", "#section"] {
            assert_eq!(code_in(fragment), None, "{fragment}");
        }
    }
}
