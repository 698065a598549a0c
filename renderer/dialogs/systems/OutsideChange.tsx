import { useState } from 'react';
import { Button } from '../../ui/index.ts';
import { CodeEditor } from '../editor/CodeEditor.tsx';
import { useWords } from '../words.ts';
import type { DraftEvent, SectionDraft } from './section-draft.ts';

/** The file has another text than the edits were made from: shows both, and asks which one counts. */
export function OutsideChange({
  draft,
  dispatch,
}: {
  readonly draft: SectionDraft;
  readonly dispatch: (event: DraftEvent) => void;
}) {
  const { t } = useWords();
  const [compared, setCompared] = useState(false);
  if (draft.outside === undefined) {
    return draft.keptMine ? <p className="system-outside">{t('systems.keptMine')}</p> : null;
  }
  return (
    <div className="system-outside" role="alert">
      <p>
        <b>{t('systems.outsideTitle')}</b> {t('systems.outsideText')}
      </p>
      <div className="system-outside__acts">
        <Button small onClick={() => setCompared(!compared)} aria-expanded={compared}>
          {t(compared ? 'systems.outsideHide' : 'systems.outsideShow')}
        </Button>
        <Button small onClick={() => dispatch({ kind: 'take-theirs' })}>
          {t('common.takeTheirs')}
        </Button>
        <Button small onClick={() => dispatch({ kind: 'keep-mine' })}>
          {t('common.keepMine')}
        </Button>
      </div>
      {compared && (
        <div className="system-outside__both">
          <h4>{t('systems.outsideTheirs')}</h4>
          <h4>{t('systems.outsideMine')}</h4>
          <CodeEditor language="ini" readOnly label={t('systems.outsideTheirs')} value={draft.outside.text} />
          <CodeEditor language="ini" readOnly label={t('systems.outsideMine')} value={draft.text} />
        </div>
      )}
    </div>
  );
}
