import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Group, type GroupImperativeHandle, Panel, Separator } from 'react-resizable-panels';
import { PANES, type PaneName, paneElementId } from '../panes/focus.ts';
import { useStore } from '../state/index.ts';

/** Shares of the width in percent, as they come. */
const SHARES: Readonly<Record<PaneName, number>> = { interface: 27, wfm: 30, mapping: 43 };

/** The three panes side by side; their widths are the reader's and are remembered. */
export function Columns(panes: Readonly<Record<PaneName, ReactNode>>) {
  const { t } = useTranslation();
  const stored = useStore((state) => state.panes);
  const setPanes = useStore((state) => state.setPanes);
  const group = useRef<GroupImperativeHandle>(null);
  const titles: Readonly<Record<PaneName, string>> = {
    interface: t('interface.title'),
    wfm: t('wfm.title'),
    mapping: t('mapping.title'),
  };

  useEffect(() => {
    if (stored === undefined) group.current?.setLayout({ ...SHARES });
  }, [stored]);

  return (
    <Group
      className="columns"
      groupRef={group}
      defaultLayout={isWhole(stored) ? { ...stored } : { ...SHARES }}
      onLayoutChanged={(layout, meta) => meta.isUserInteraction && setPanes(layout)}
    >
      {PANES.flatMap((pane, i) => [
        i === 0 ? null : (
          <Separator
            key={`before ${pane}`}
            className="columns__grip"
            aria-label={t('app.resize', { pane: titles[PANES[i - 1]!] })}
          />
        ),
        <Panel key={pane} id={pane} minSize="220px">
          <div id={paneElementId(pane)} className="columns__pane" tabIndex={-1}>
            {panes[pane]}
          </div>
        </Panel>,
      ])}
    </Group>
  );
}

function isWhole(shares: Readonly<Record<string, number>> | undefined): shares is Record<PaneName, number> {
  return shares !== undefined && PANES.every((pane) => (shares[pane] ?? 0) > 0);
}
