// How the editor looks: every colour is a custom property of the page, so that light, dark and contrast are
// decided in one place (web/app/styles/theme.css).

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const theme = EditorView.theme({
  "&": { flex: "1", minHeight: "0", color: "var(--text)", backgroundColor: "var(--surface)", fontSize: "var(--code-size)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { padding: "10px 0", caretColor: "var(--accent)" },
  ".cm-line": { padding: "0 12px 0 6px" },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  ".cm-gutters": { color: "var(--muted)", backgroundColor: "var(--surface)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "3.2ch", padding: "0 8px 0 12px" },
  ".cm-activeLine": { backgroundColor: "var(--line)" },
  ".cm-activeLineGutter": { color: "var(--text)", backgroundColor: "var(--line)" },
  // CodeMirror draws the selection behind the text: the active line must let it through.
  "&.cm-focused .cm-activeLine": { backgroundColor: "var(--line-focused)" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    backgroundColor: "var(--selection)",
  },
  ".cm-selectionMatch": { backgroundColor: "var(--match)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--match)", outline: "1px solid var(--border-strong)" },
  "&.cm-focused .cm-nonmatchingBracket": { color: "var(--error)", backgroundColor: "transparent" },
  ".cm-problemLine, &.cm-focused .cm-problemLine": { backgroundColor: "var(--error-soft)" },
  ".cm-problem": { textDecoration: "underline wavy var(--error) 1.5px", textUnderlineOffset: "4px" },
  ".cm-warningLine, &.cm-focused .cm-warningLine": { backgroundColor: "var(--warn-soft)" },
  ".cm-warning": { textDecoration: "underline wavy var(--warn) 1.5px", textUnderlineOffset: "4px" },
  ".cm-panels": { color: "var(--text)", backgroundColor: "var(--raised)", fontFamily: "var(--sans)" },
  ".cm-panels-top": { borderBottom: "1px solid var(--border)" },
  ".cm-panel.cm-search": { padding: "8px 36px 8px 12px", fontSize: "13px" },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", minHeight: "24px", fontSize: "13px" },
  ".cm-textfield": {
    minHeight: "26px",
    color: "var(--text)",
    backgroundColor: "var(--surface)",
    border: "1px solid var(--border-strong)",
    borderRadius: "5px",
    fontSize: "13px",
  },
  ".cm-button, .cm-panel.cm-search [name=close]": {
    minWidth: "26px",
    minHeight: "26px",
    color: "var(--text)",
    backgroundColor: "var(--surface)",
    backgroundImage: "none",
    border: "1px solid var(--border-strong)",
    borderRadius: "5px",
    fontSize: "13px",
    cursor: "pointer",
  },
  ".cm-panel.cm-search [name=close]": { top: "8px", right: "8px" },
  ".cm-button:active": { backgroundColor: "var(--line)", backgroundImage: "none" },
  ".cm-panel :focus-visible": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
  ".cm-searchMatch": { backgroundColor: "var(--match)", outline: "1px solid var(--border-strong)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--selection)", outline: "2px solid var(--accent)" },
  // The hint is a sibling of the editor in the shadow root. Its row stays when it is not shown: no jump on focus.
  "& + .keyboard-hint": {
    flex: "none",
    margin: "0",
    padding: "3px 12px 4px",
    color: "var(--muted)",
    backgroundColor: "var(--surface)",
    borderTop: "1px solid var(--border)",
    font: "12px/1.5 var(--sans)",
    visibility: "hidden",
  },
  "&.cm-focused + .keyboard-hint": { visibility: "visible" },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword, tags.modifier], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.escape], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom, tags.self], color: "var(--code-number)" },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: "var(--code-comment)", fontStyle: "italic" },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.className],
    color: "var(--code-function)",
  },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--code-property)" },
  { tag: tags.invalid, color: "var(--error)" },
]);

/** The theme and the syntax colours. */
export const appearance = [theme, syntaxHighlighting(colours)];
