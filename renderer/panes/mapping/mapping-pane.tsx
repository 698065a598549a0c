import { ArrowLeftToLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { indexOf, useStore } from '../../state/index.ts';
import { EmptyState, Pane } from '../../ui/index.ts';
import { DayDataCard } from '../../views/index.ts';
import { queuePath } from '../wfm/wfm-nodes.ts';
import { PreviewCard } from './preview-card.tsx';
import { ScenarioCard } from './scenario-card.tsx';
import { SourcesCard } from './sources-card.tsx';
import './mapping.css';

/** What feeds the selected value type: its sources in order, its scenario, and what was imported. */
export function MappingPane() {
  const { t } = useTranslation();
  const target = useStore((state) => state.target);
  const wfm = useStore((state) => state.wfm);
  const mappings = useStore((state) => state.mappings);

  if (target === null || wfm === undefined) {
    return (
      <Pane title={t('mapping.title')}>
        <EmptyState icon={<ArrowLeftToLine size={24} aria-hidden />} title={t('mapping.nothingTitle')}>
          {t('mapping.nothingText')}
        </EmptyState>
      </Pane>
    );
  }
  const path = queuePath(wfm, target.queueId);
  const valueType = wfm.valueTypes.find(({ id }) => id === target.valueTypeId);
  if (path.length === 0 || valueType === undefined) {
    return (
      <Pane title={t('mapping.title')}>
        <EmptyState title={t('mapping.gone')} />
      </Pane>
    );
  }
  const mapping = indexOf(mappings).ofTarget(target);
  const names = [...path.map(({ name }) => name), valueType.name];
  const key = `${target.queueId} ${target.valueTypeId}`;
  return (
    <Pane title={t('mapping.title')}>
      <div className="mapping">
        <h3 className="mapping__crumb" aria-label={names.join(' › ')}>
          {names.map((name, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place in the path, and names may repeat
            <span key={i} aria-hidden="true">
              {i > 0 && <span className="mapping__chevron">›</span>}
              {name}
            </span>
          ))}
        </h3>
        <SourcesCard key={`sources ${key}`} target={target} entries={mapping?.entries ?? []} />
        <ScenarioCard key={`scenario ${key}`} target={target} mapping={mapping} />
        <PreviewCard key={`preview ${key}`} target={target} entries={mapping?.entries ?? []} />
        <DayDataCard key={`data ${key}`} queueId={target.queueId} valueTypeId={target.valueTypeId} />
      </div>
    </Pane>
  );
}
