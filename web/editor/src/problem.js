// One marked place in the text: where the last run threw. The next edit of the marked line removes it.

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

/** Marks the text between two offsets, or the word at the first one. */
export const markLine = StateEffect.define();
/** Removes the mark. */
export const clearMark = StateEffect.define();

const line = Decoration.line({ class: "cm-problemLine" });
const word = Decoration.mark({ class: "cm-problem" });

/** Holds and draws the mark. */
export const problemMark = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(markLine)) return marksAt(transaction.state, effect.value);
      if (effect.is(clearMark)) return Decoration.none;
    }
    return touches(transaction, marks) ? Decoration.none : marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The offset of a line and column, counted from 1; a place outside the text becomes the nearest inside. */
export function offsetOf(doc, lineNumber, column) {
  const at = doc.line(Math.min(Math.max(lineNumber, 1), doc.lines));
  return Math.min(at.from + Math.max(column - 1, 0), at.to);
}

function marksAt(state, { from, to }) {
  const at = state.doc.lineAt(from);
  const end = to ?? from + wordLength(state.sliceDoc(from, at.to));
  const marks = [line.range(at.from)];
  if (end > from) marks.push(word.range(from, end));
  return Decoration.set(marks);
}

function wordLength(text) {
  return /^[\p{ID_Continue}$]+/u.exec(text)?.[0].length ?? Math.min(text.length, 1);
}

function touches(transaction, marks) {
  if (!transaction.docChanged) return false;
  let touched = false;
  marks.between(0, transaction.startState.doc.length, (from) => {
    const at = transaction.startState.doc.lineAt(from);
    touched ||= transaction.changes.touchesRange(at.from, at.to) !== false;
  });
  return touched;
}
