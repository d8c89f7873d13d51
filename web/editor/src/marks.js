// Marked places in the text: where the last run threw, and what it warned of. The next edit of a marked line removes its
// marks.

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

/** Marks the text between two offsets, or the word at the first one, in place of the last problem. */
export const markProblem = StateEffect.define();
/** Marks the text between two offsets, besides what is marked. */
export const markWarning = StateEffect.define();
/** Removes all marks. */
export const clearMarks = StateEffect.define();

const PROBLEM = decorations("cm-problem");
const WARNING = decorations("cm-warning");

/** Holds and draws the marks. */
export const markedPlaces = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = withoutEdited(transaction, marks);
    for (const effect of transaction.effects) {
      if (effect.is(clearMarks)) next = Decoration.none;
      if (effect.is(markWarning)) next = next.update({ add: marksAt(transaction.state, WARNING, effect.value), sort: true });
      if (effect.is(markProblem)) {
        next = next.update({
          filter: (from, to, { spec }) => spec.kind !== PROBLEM.kind,
          add: marksAt(transaction.state, PROBLEM, effect.value),
          sort: true,
        });
      }
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The offset of a line and column, counted from 1; a place outside the text becomes the nearest inside. */
export function offsetOf(doc, lineNumber, column) {
  const at = doc.line(Math.min(Math.max(lineNumber, 1), doc.lines));
  return Math.min(at.from + Math.max(column - 1, 0), at.to);
}

function decorations(kind) {
  return { kind, line: Decoration.line({ class: `${kind}Line`, kind }), part: Decoration.mark({ class: kind, kind }) };
}

function marksAt(state, { line, part }, { from, to }) {
  const at = state.doc.lineAt(from);
  const end = to ?? from + wordLength(state.sliceDoc(from, at.to));
  return end > from ? [line.range(at.from), part.range(from, end)] : [line.range(at.from)];
}

function wordLength(text) {
  return /^[\p{ID_Continue}$]+/u.exec(text)?.[0].length ?? Math.min(text.length, 1);
}

/** The marks that an edit moves, without those whose line it changed. */
function withoutEdited(transaction, marks) {
  if (!transaction.docChanged) return marks;
  const { doc } = transaction.startState;
  const isUntouched = (from) => {
    const at = doc.lineAt(from);
    return transaction.changes.touchesRange(at.from, at.to) === false;
  };
  return marks.update({ filter: isUntouched }).map(transaction.changes);
}
