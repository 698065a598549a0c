import { StateEffect, StateField } from '@codemirror/state';
import { showTooltip, type Tooltip } from '@codemirror/view';

/** Shows something about a place of the text; null takes it away. */
export const showTold = StateEffect.define<Tooltip | null>();

/** What was asked for by a key; it goes with the next key that moves or writes. */
export const toldField = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, transaction) {
    for (const effect of transaction.effects) if (effect.is(showTold)) return effect.value;
    return transaction.docChanged || transaction.selection !== undefined ? null : shown;
  },
  provide: (field) => showTooltip.from(field),
});
