import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { MappingView } from '#shared/contract/mapping.ts';
import { useWords } from '../../dialogs/words.ts';
import type { MappingTarget } from '../../state/index.ts';
import { Card, IconButton } from '../../ui/index.ts';
import { DayPicker } from '../../views/day-data/DayPicker.tsx';
import { PreviewContent, usePreview } from '../../views/preview/index.ts';

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
    <Card
      title={t('preview.title')}
      actions={
        <>
          <DayPicker
            day={day ?? preview.data?.day}
            onDay={setDay}
            onLast={() => setDay(undefined)}
            lastLabel={t('preview.lastDay')}
          />
          <IconButton
            small
            look="quiet"
            label={t('preview.readAgain')}
            icon={<RefreshCw size={14} />}
            onClick={preview.readAgain}
          />
        </>
      }
    >
      <PreviewContent preview={preview} systems={systemsOf(entries)} />
    </Card>
  );
}

function systemsOf(entries: MappingView['entries']): string {
  return [...new Set(entries.map(({ system, source }) => system ?? source))].join(', ');
}
