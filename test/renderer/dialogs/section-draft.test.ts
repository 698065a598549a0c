import { describe, expect, it } from 'vitest';
import type { SystemDetail } from '#shared/contract/systems.ts';
import {
  type DraftEvent,
  isDirty,
  type SectionDraft,
  sectionDraft,
} from '../../../renderer/dialogs/systems/section-draft.ts';

function detail(text: string, revision: string): SystemDetail {
  return {
    name: 'Bank',
    interface: 'universal',
    interfaceName: 'Universal',
    phoneLink: true,
    timeLink: false,
    configured: true,
    source: '',
    user: '',
    password: 'none',
    keys: [],
    text,
    revision,
  };
}

function edited(...events: DraftEvent[]): SectionDraft {
  const draft = events.reduce<SectionDraft | undefined>(sectionDraft, undefined);
  if (draft === undefined) throw new Error('nothing was read');
  return draft;
}

const read = (text: string, revision: string): DraftEvent => ({
  kind: 'read',
  detail: detail(text, revision),
});
const edit = (text: string): DraftEvent => ({ kind: 'edit', text });

describe('a section that is being edited', () => {
  it('is not unsaved for having other line ends than the file', () => {
    expect(isDirty(edited(read('A=1\r\nB=2\r\n', 'r1'), edit('A=1\nB=2\n')))).toBe(false);
  });

  it('follows the file as long as nothing was edited', () => {
    const draft = edited(read('A=1', 'r1'), read('A=2', 'r2'));
    expect(draft).toMatchObject({ text: 'A=2', base: { revision: 'r2' } });
  });

  it('keeps the edits when another section of the file changed, on the new revision', () => {
    const draft = edited(read('A=1', 'r1'), edit('A=5'), read('A=1', 'r2'));
    expect(draft).toMatchObject({ text: 'A=5', base: { revision: 'r2' } });
    expect(draft.outside).toBeUndefined();
  });

  it('asks which one counts when this section was changed outside', () => {
    const draft = edited(read('A=1', 'r1'), edit('A=5'), read('A=9', 'r2'));
    expect(draft).toMatchObject({ text: 'A=5', outside: { text: 'A=9' } });
  });

  it('takes theirs: the edits are gone', () => {
    const draft = edited(read('A=1', 'r1'), edit('A=5'), read('A=9', 'r2'), { kind: 'take-theirs' });
    expect(draft).toMatchObject({ text: 'A=9', base: { revision: 'r2' } });
    expect(isDirty(draft)).toBe(false);
  });

  it('keeps mine: the next save is made from what the file has now', () => {
    const draft = edited(read('A=1', 'r1'), edit('A=5'), read('A=9', 'r2'), { kind: 'keep-mine' });
    expect(draft).toMatchObject({ text: 'A=5', base: { revision: 'r2' }, keptMine: true });
    expect(draft.outside).toBeUndefined();
    expect(isDirty(draft)).toBe(true);
  });

  it('goes on being edited while it is saved: the rest is unsaved, and nobody changed it outside', () => {
    const begun = [read('A=1', 'r1'), edit('A=5'), { kind: 'saving' }, edit('A=56')] as const;
    const saved: DraftEvent = { kind: 'saved', detail: detail('A=5', 'r2') };
    // The change of the file is told beside the answer, before or after it.
    for (const order of [
      [saved, read('A=5', 'r2')],
      [read('A=5', 'r2'), saved],
    ]) {
      const draft = edited(...begun, ...order);
      expect(draft).toMatchObject({ text: 'A=56', base: { text: 'A=5', revision: 'r2' } });
      expect(draft.outside).toBeUndefined();
      expect(isDirty(draft)).toBe(true);
    }
  });

  it('is what the file has after a save, also where the file says it in other words', () => {
    const begun = [read('A=1', 'r1'), edit('Password=x'), { kind: 'saving' }] as const;
    const draft = edited(...begun, { kind: 'saved', detail: detail('Password=***', 'r2') });
    expect(draft).toMatchObject({ text: 'Password=***', base: { revision: 'r2' } });
    expect(isDirty(draft)).toBe(false);
  });

  it('is not touched by the answer to a save of another section', () => {
    const begun = [{ ...read('B=1', 'r1') }, edit('B=5')] as const;
    const other = { ...detail('A=5', 'r2'), name: 'Desk' };
    for (const kind of ['saved', 'refused'] as const) {
      expect(edited(...begun, { kind, detail: other })).toEqual(edited(...begun));
    }
  });

  it('asks which one counts when a save found that it was changed outside', () => {
    const begun = [read('A=1', 'r1'), edit('A=5'), { kind: 'saving' }] as const;
    const draft = edited(...begun, { kind: 'refused', detail: detail('A=9', 'r2') });
    expect(draft).toMatchObject({ text: 'A=5', outside: { text: 'A=9' } });
  });

  it('is saved when the file has what was edited', () => {
    const draft = edited(read('A=1', 'r1'), edit('A=5'), read('A=5\r\n'.trim(), 'r2'));
    expect(isDirty(draft)).toBe(false);
  });
});
