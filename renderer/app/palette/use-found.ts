import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { focusPane } from '../../panes/focus.ts';
import { systemId } from '../../panes/interface/external-nodes.ts';
import { queuePath, wfmQueueId } from '../../panes/wfm/wfm-nodes.ts';
import { openDialog, useInterfaceName, useStore } from '../../state/index.ts';
import { itemsOf } from '../../ui/index.ts';
import { fold, matcher } from '../../ui/tree/index.ts';
import { useMenus } from '../use-menus.ts';

export interface Found {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** Where it stands: menus above a command, queues above a queue. */
  readonly within: string;
  readonly shortcut?: string | undefined;
  readonly disabledReason?: string | undefined;
  readonly run: () => void;
}

const MOST = 60;

/** Commands of the menus, then WFM queues, then external systems whose name has all words of the query. */
export function useFound(query: string): readonly Found[] {
  const { t } = useTranslation();
  const menus = useMenus();
  const wfm = useStore((state) => state.wfm);
  const systems = useStore((state) => state.systems);
  const target = useStore((state) => state.target);
  const interfaceName = useInterfaceName();

  const commands = menus.flatMap((menu) =>
    itemsOf(menu.entries, [menu.title])
      .filter(({ item }) => item.id !== 'palette')
      .map(
        ({ item, within }): Found => ({
          ...item,
          group: t('palette.commands'),
          within: within.join(' › '),
        }),
      ),
  );
  if (target !== null) {
    commands.unshift({
      id: 'scenario',
      group: t('palette.commands'),
      label: t('wfm.openScenario'),
      within: t('mapping.title'),
      run: () => openDialog({ kind: 'scenario', target }),
    });
  }

  const places = useMemo((): readonly Found[] => {
    const queues = (wfm?.queues ?? []).map((queue): Found => {
      const path = wfm === undefined ? [] : queuePath(wfm, queue.id).slice(0, -1);
      return {
        id: `queue ${queue.id}`,
        group: t('palette.queues'),
        label: queue.name,
        within: path.map(({ name }) => name).join(' › '),
        run: () => {
          const ids = [...path, queue].map(({ id }) => wfmQueueId(id));
          useStore.getState().revealNode('wfm', wfmQueueId(queue.id), ids);
          focusPane('wfm');
        },
      };
    });
    const externals = (systems ?? []).map(
      ({ name, ...system }): Found => ({
        id: `system ${name}`,
        group: t('palette.systems'),
        label: name,
        within: interfaceName(system),
        run: () => {
          useStore.getState().revealNode('interface', systemId(name), [systemId(name)]);
          focusPane('interface');
        },
      }),
    );
    return [...queues, ...externals];
  }, [t, wfm, systems, interfaceName]);

  const matches = matcher(query);
  return [...commands, ...places]
    .filter(({ label, within }) => matches(`${within} ${label}`))
    .map((found) => ({ found, rank: rankOf(found, query, matches) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ found }) => found);
}

/** What is called so comes before what has it in its name, and that before what stands below it. */
function rankOf({ label }: Found, query: string, matches: (text: string) => boolean): number {
  if (query.trim() === '' || fold(label).startsWith(fold(query.trim()))) return 0;
  return matches(label) ? 1 : 2;
}
