import { useState } from 'react';
import type { MappingView } from '#shared/contract/mapping.ts';
import { useWords } from '../../dialogs/words.ts';
import type { MappingTarget } from '../../state/index.ts';
import { Card } from '../../ui/index.ts';
import { PreviewContent, PreviewDay, usePreview } from '../../views/preview/index.ts';

interface PreviewCardProps {
  readonly target: MappingTarget;
  readonly entries: MappingView['entries'];
}

/** What an import of a day would give, beside what is stored: the last day, or the one that was chosen. */
export function PreviewCard({ target, entries }: PreviewCardProps) {
  const { t } = useWords();
  const [day, setDay] = useState<string>();
  const preview = usePreview(target, undefined, { day });
  if (entries.length === 0) {
    return (
      <Card title={t('preview.title')}>
        <p className="preview-none">{t('preview.nothingMapped')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('preview.title')} actions={<PreviewDay preview={preview} day={day} onDay={setDay} />}>
      <PreviewContent preview={preview} systems={systemsOf(entries)} />
    </Card>
  );
}

function systemsOf(entries: MappingView['entries']): string {
  return [...new Set(entries.map(({ system, source }) => system ?? source))].join(', ');
}
