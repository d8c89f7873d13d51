// Typing over a selection. Left to itself, Chromium keeps the look of the replaced text by writing a style
// attribute into the line, which the page's content security policy refuses with an error in the console. So the
// replacement is made here, and the browser never touches the line.

import { EditorView } from "@codemirror/view";

/** Replaces the selection by typed text. */
export const typedText = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const selection = view.state.selection.main;
    const typed = event.inputType === "insertText" && event.data !== null && event.cancelable;
    if (!typed || selection.empty || view.composing || view.state.readOnly) return false;
    event.preventDefault();
    insert(view, selection, event.data);
    return true;
  },
});

// As CodeMirror does it: an input handler, such as the one that closes brackets, may take over.
function insert(view, { from, to }, text) {
  const replace = () =>
    view.state.update(view.state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true });
  const handlers = view.state.facet(EditorView.inputHandler);
  if (!handlers.some((handler) => handler(view, from, to, text, replace))) view.dispatch(replace());
}
