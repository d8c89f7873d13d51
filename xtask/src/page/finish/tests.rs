//! The shape of trunk's output, as far as the finishing step relies on it.

use std::fs;
use std::time::SystemTime;

use super::*;

const INDEX: &str = r#"<!doctype html><html><head>
<meta name="pontoon-worker" content="web-worker_loader.js">
<link rel="stylesheet" href="/page.css"/>
<script type="module">
import init, * as bindings from '/web-app.js';
const wasm = await init({ module_or_path: '/web-app_bg.wasm' });
dispatchEvent(new CustomEvent("TrunkApplicationStarted", {detail: {wasm}}));
</script>
<link rel="modulepreload" href="/web-app.js" crossorigin="anonymous"></head><body></body></html>"#;

fn trunk_output() -> Assets {
    let files = [
        ("index.html", INDEX),
        ("page.css", "body{}"),
        ("snippets/web-editor-1/dist/editor.js", "export class Editor {}"),
        (
            "web-app.js",
            "import { Editor } from './snippets/web-editor-1/dist/editor.js';\nnew URL('web-app_bg.wasm', import.meta.url);\n\"./web-app_bg.js\": import0",
        ),
        ("web-app_bg.wasm", "\0asm\x01\0\0\0\x0b\x04page"),
        ("web-worker.js", "let wasm_bindgen;"),
        ("web-worker_bg.wasm", "\0asm\x01\0\0\0\x0b\x06worker"),
        (
            "web-worker_loader.js",
            "importScripts(\"./web-worker.js\");wasm_bindgen(\"./web-worker_bg.wasm\");",
        ),
    ];
    files
        .into_iter()
        .map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec()))
        .collect()
}

fn text_of(assets: &Assets, prefix: &str) -> String {
    let (_, content) = assets.iter().find(|(name, _)| name.starts_with(prefix)).unwrap();
    String::from_utf8(content.clone()).unwrap()
}

/// The name that `prefix` has in the finished page.
fn name_of(assets: &Assets, prefix: &str) -> String {
    assets
        .keys()
        .find(|name| name.starts_with(prefix))
        .unwrap()
        .clone()
}

#[test]
fn page_and_worker_load_their_parts_by_hashed_names() {
    let page = finished_page(trunk_output()).unwrap();

    let html = text_of(&page, "index.html");
    assert!(
        html.contains(&format!("content=\"{}\"", name_of(&page, "web-worker_loader-"))),
        "{html}"
    );
    assert!(
        html.contains(&format!(
            "<script type=\"module\" src=\"/{}\"></script>",
            name_of(&page, "start-")
        )),
        "{html}"
    );
    assert!(
        html.contains(&format!(
            "modulepreload\" href=\"/{}\"",
            name_of(&page, "web-app-")
        )),
        "{html}"
    );

    let start = text_of(&page, "start-");
    assert!(
        start.contains(&format!("'/{}'", name_of(&page, "web-app_bg-"))),
        "{start}"
    );
    let loader = text_of(&page, "web-worker_loader-");
    assert!(
        loader.contains(&format!("importScripts(\"./{}\")", name_of(&page, "web-worker-"))),
        "{loader}"
    );
    assert!(
        loader.contains(&format!(
            "wasm_bindgen(\"./{}\")",
            name_of(&page, "web-worker_bg-")
        )),
        "{loader}"
    );
    let app = text_of(&page, "web-app-");
    assert!(
        app.contains(&format!(
            "from './{}'",
            name_of(&page, "snippets/web-editor-1/dist/editor-")
        )),
        "{app}"
    );
    assert!(
        app.contains("\"./web-app_bg.js\""),
        "the wasm file asks for its imports by this very name: {app}"
    );
}

#[test]
fn a_worker_that_the_page_does_not_name_is_an_error() {
    let mut output = trunk_output();
    output.insert(
        "index.html".to_owned(),
        INDEX.replace("web-worker_loader.js", "other.js").into_bytes(),
    );
    let error = finished_page(output).unwrap_err().to_string();
    assert!(
        error.starts_with("nothing that index.html loads refers to web-worker"),
        "{error}"
    );
}

#[test]
fn a_second_run_writes_nothing_and_a_vanished_file_is_removed() {
    let folder = std::env::temp_dir().join(format!("pontoon-finish-{}", std::process::id()));
    let page = finished_page(trunk_output()).unwrap();
    assert_eq!(assets::mirror(&page, &folder).unwrap().written, page.len());
    let first: SystemTime = fs::metadata(folder.join("index.html"))
        .unwrap()
        .modified()
        .unwrap();
    let old = name_of(&page, "page-");

    assert_eq!(
        assets::mirror(&page, &folder).unwrap(),
        Changes {
            kept: page.len(),
            ..Changes::default()
        }
    );
    assert_eq!(
        fs::metadata(folder.join("index.html"))
            .unwrap()
            .modified()
            .unwrap(),
        first
    );

    let mut output = trunk_output();
    output.insert("page.css".to_owned(), b"body{color:red}".to_vec());
    let changes = assets::mirror(&finished_page(output).unwrap(), &folder).unwrap();
    assert_eq!((changes.written, changes.removed), (2, 1));
    assert!(!folder.join(old).exists());
    fs::remove_dir_all(folder).unwrap();
}
