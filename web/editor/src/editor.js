// The code editor as the page needs it: CodeMirror with a small surface. Knows nothing of plugins, runs or storage.
//
// It lives in a shadow root: there CodeMirror adds its styles as constructed style sheets, which a strict
// content security policy allows, while colours and fonts still come in through the page's custom properties.

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";

import { clearMarks, markedPlaces, markProblem, markWarning, offsetOf } from "./marks.js";
import { appearance } from "./theme.js";
import { typedText } from "./typed_text.js";

const HINT = "Tab indents. Press Escape, then Tab, to leave the editor.";
const HINT_ID = "keyboard-hint";

/**
 * Mounts an editor into `host`.
 *
 * @param {HTMLElement} host an element that is not the host of a shadow root yet
 * @param {string} text the first text; undo does not go behind it
 * @param {string} label the accessible name
 * @param {() => void} onChange called after the text changed
 * @param {() => void} onRun called for Ctrl+Enter or Cmd+Enter
 * @returns {CodeEditor}
 */
export function mount(host, text, label, onChange, onRun) {
  return new CodeEditor(host, text, label, onChange, onRun);
}

export class CodeEditor {
  #view;
  #stopFollowing;

  constructor(host, text, label, onChange, onRun) {
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open", delegatesFocus: true });
    const hint = keyboardHint();
    const dark = new Compartment();
    const prefersDark = matchMedia("(prefers-color-scheme: dark)");

    this.#view = new EditorView({
      root,
      state: EditorState.create({
        doc: text,
        extensions: [
          Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => (onRun(), true) }])),
          dark.of(EditorView.darkTheme.of(prefersDark.matches)),
          EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": HINT_ID, tabindex: "0" }),
          EditorView.updateListener.of((update) => update.docChanged && onChange()),
          language(),
          editing(),
          markedPlaces,
          appearance,
        ],
      }),
    });
    root.append(this.#view.dom, hint);

    const follow = () =>
      this.#view.dispatch({ effects: dark.reconfigure(EditorView.darkTheme.of(prefersDark.matches)) });
    prefersDark.addEventListener("change", follow);
    this.#stopFollowing = () => prefersDark.removeEventListener("change", follow);
  }

  text() {
    return this.#view.state.doc.toString();
  }

  /** Replaces the whole text; undo brings the old one back. */
  setText(text) {
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }

  /** Inserts whole lines before the first line and shows them. */
  prepend(text) {
    this.#view.dispatch({
      changes: { from: 0, insert: text },
      selection: { anchor: text.length },
      scrollIntoView: true,
    });
  }

  focus() {
    this.#view.focus();
  }

  /** Underlines a place, counted from 1, without moving the caret; its end has line 0 if it is not known. */
  markProblem(line, column, endLine, endColumn) {
    this.#mark(markProblem, line, column, endLine, endColumn);
  }

  /** Underlines a place besides those that are marked. */
  markWarning(line, column, endLine, endColumn) {
    this.#mark(markWarning, line, column, endLine, endColumn);
  }

  clearMarks() {
    this.#view.dispatch({ effects: clearMarks.of(null) });
  }

  /** Puts the caret at a place, counted from 1, scrolls there and focuses. */
  reveal(line, column) {
    const anchor = offsetOf(this.#view.state.doc, line, column);
    this.#view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: "center" }),
    });
    this.#view.focus();
  }

  #mark(effect, line, column, endLine, endColumn) {
    const { doc } = this.#view.state;
    const from = offsetOf(doc, line, column);
    const to = endLine > 0 ? offsetOf(doc, endLine, endColumn) : null;
    this.#view.dispatch({ effects: effect.of({ from, to }) });
  }

  destroy() {
    this.#stopFollowing();
    this.#view.destroy();
    this.#view.root.replaceChildren();
  }
}

function language() {
  return [javascript(), indentOnInput(), bracketMatching(), closeBrackets()];
}

function editing() {
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    highlightSpecialChars(),
    highlightSelectionMatches(),
    drawSelection(),
    history(),
    search({ top: true }),
    typedText,
    EditorState.allowMultipleSelections.of(true),
    EditorState.tabSize.of(2),
    // `indentWithTab` comes with the way out that HINT names: after Escape, the next Tab moves the focus.
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, indentWithTab]),
  ];
}

// Shown by theme.js while the editor has the focus.
function keyboardHint() {
  const hint = document.createElement("p");
  hint.id = HINT_ID;
  hint.className = "keyboard-hint";
  hint.textContent = HINT;
  return hint;
}
