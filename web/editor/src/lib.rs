//! The code editor: CodeMirror behind a thin typed shim.
