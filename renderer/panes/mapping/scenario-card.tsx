import { Pencil } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingView } from '#shared/contract/mapping.ts';
import type { ErrorShape } from '#shared/rpc/errors.ts';
import {
  isConnectionLoss,
  isEngineReady,
  type MappingTarget,
  openDialog,
  outcomeOf,
  useClient,
  useStore,
} from '../../state/index.ts';
import { Button, Card, Chip, ErrorBox } from '../../ui/index.ts';
import { useMappingActs } from '../use-mapping-acts.ts';
import { highlight } from './highlight.ts';

interface ScenarioCardProps {
  readonly target: MappingTarget;
  readonly mapping: MappingView | undefined;
}

/** The script of the mapping, to read; it is edited in its own window. */
export function ScenarioCard({ target, mapping }: ScenarioCardProps) {
  const { t } = useTranslation();
  const scenario = mapping?.scenario;
  const hasSources = (mapping?.entries.length ?? 0) > 0;
  const acts = useMappingActs();
  const edit = () => openDialog({ kind: 'scenario', target });
  return (
    <Card
      title={t('mapping.scenario')}
      note={scenario === undefined ? undefined : <span className="mono">{scenario.fileName}</span>}
      actions={
        scenario === undefined ? (
          <Button
            small
            disabledReason={hasSources ? undefined : t('mapping.createReason')}
            onClick={() => void acts.createScenario(target)}
          >
            {t('mapping.create')}
          </Button>
        ) : (
          <>
            <StateChip state={scenario.state} />
            <Button small onClick={edit}>
              <Pencil size={13} aria-hidden />
              {t('mapping.edit')}
            </Button>
          </>
        )
      }
    >
      {scenario === undefined ? (
        <p className="scenario__none">
          {t(hasSources ? 'mapping.noScenario' : 'mapping.noScenarioNoSource')}
        </p>
      ) : scenario.state === 'missing' ? (
        <p className="scenario__none">{t('mapping.fileMissing', { file: scenario.fileName })}</p>
      ) : (
        <ScriptText number={scenario.number} />
      )}
    </Card>
  );
}

function StateChip({ state }: { readonly state: NonNullable<MappingView['scenario']>['state'] }) {
  const { t } = useTranslation();
  if (state === 'default') return <Chip>{t('mapping.scenarioDefault')}</Chip>;
  if (state === 'changed') return <Chip tone="warn">{t('mapping.scenarioChanged')}</Chip>;
  return (
    <Chip tone="bad">{t(state === 'missing' ? 'mapping.scenarioMissing' : 'mapping.scenarioInvalid')}</Chip>
  );
}

function ScriptText({ number }: { readonly number: number }) {
  const { t } = useTranslation();
  const client = useClient();
  const revision = useStore((state) => state.scenariosRevision);
  const isReady = useStore(isEngineReady);
  const [text, setText] = useState<string>();
  const [error, setError] = useState<ErrorShape>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says that the text may be another one
  useEffect(() => {
    if (!isReady) return;
    const controller = new AbortController();
    const reading = client.call('scenario.read', { number }, { signal: controller.signal });
    void outcomeOf(reading).then((outcome) => {
      if (controller.signal.aborted) return;
      if (outcome.ok) setText(outcome.value.text);
      setError(outcome.ok || isConnectionLoss(outcome.error) ? undefined : outcome.error);
    });
    return () => controller.abort();
  }, [client, number, revision, isReady]);

  const pieces = useMemo(() => highlight(text?.replace(/\s+$/, '') ?? ''), [text]);
  if (error !== undefined) return <ErrorBox error={error} title={t('notices.loadScenario')} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and without a mouse only with the focus
    <section className="script" tabIndex={0} aria-label={`${number}.BAS`}>
      <pre className="selectable">
        {pieces.map(({ kind, text: piece }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces are nothing but their order
          <span key={i} className={kind === 'plain' ? undefined : `script__${kind}`}>
            {piece}
          </span>
        ))}
      </pre>
    </section>
  );
}
