import { useWords } from '../../dialogs/words.ts';
import type { DataPlace } from '../../state/index.ts';
import { Dialog } from '../../ui/index.ts';

export interface StoredDataViewProps {
  readonly place?: DataPlace | undefined;
  readonly onClose: () => void;
}

export function StoredDataView({ onClose }: StoredDataViewProps) {
  const { t } = useWords();
  return (
    <Dialog title={t('dataView.title')} size="full" onClose={onClose}>
      {t('dataView.intro')}
    </Dialog>
  );
}
