import { useTranslation } from 'react-i18next';
import { type Language, languageNames, languages } from '#shared/i18n/index.ts';
import { focusPane } from '../panes/focus.ts';
import { readAgain } from '../panes/interface/interface-pane.tsx';
import { type LogName, openDialog, showData, type Theme, useStore } from '../state/index.ts';
import { type MenuEntry, menuItem, separator } from '../ui/index.ts';

import { useMappingMenu } from './use-mapping-menu.ts';
import { useMatchItem } from './use-match-item.ts';

export interface TopMenu {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}

const LOGS: readonly LogName[] = ['call_tree.log', 'isps_ul.log', 'isps_uls.log'];
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** The menus of the window; the palette offers the same entries. */
export function useMenus(): readonly TopMenu[] {
  const { t } = useTranslation();
  return [
    { id: 'file', title: t('menu.file'), entries: useFileMenu() },
    { id: 'mapping', title: t('ways.menu'), entries: [...useMappingMenu(), separator, useMatchItem()] },
    { id: 'settings', title: t('menu.settings'), entries: useSettingsMenu() },
    { id: 'view', title: t('menu.view'), entries: useViewMenu() },
    {
      id: 'help',
      title: t('menu.help'),
      entries: [
        menuItem('documentation', t('menu.documentation'), () => openDialog({ kind: 'documentation' })),
        menuItem('shortcuts', t('menu.shortcuts'), () => openDialog({ kind: 'shortcuts' })),
        menuItem('about', t('menu.about'), () => openDialog({ kind: 'about' })),
      ],
    },
  ];
}

function useFileMenu(): readonly MenuEntry[] {
  const { t } = useTranslation();
  const ctrl = t('keys.ctrl');
  const undo = useUndo();
  return [
    {
      kind: 'menu',
      id: 'start-import',
      label: t('menu.startImport'),
      entries: [
        menuItem('import-calls', `${t('menu.importCalls')}…`, () => openDialog({ kind: 'import' }), {
          shortcut: `${ctrl} I`,
        }),
        menuItem('import-agents', `${t('menu.importAgents')}…`, () => {}, {
          disabledReason: t('menu.agentsLater'),
        }),
      ],
    },
    menuItem('runs', t('menu.runs'), () => openDialog({ kind: 'runs' })),
    separator,
    menuItem('adopt', t('menu.openFolder'), () => openDialog({ kind: 'adopt' })),
    separator,
    menuItem('undo', undo.undoLabel, undo.undo, {
      shortcut: `${ctrl} Z`,
      ...(undo.undoReason === undefined ? {} : { disabledReason: undo.undoReason }),
    }),
    menuItem('redo', undo.redoLabel, undo.redo, {
      shortcut: `${ctrl} Y`,
      ...(undo.redoReason === undefined ? {} : { disabledReason: undo.redoReason }),
    }),
  ];
}

/** What the undo and redo buttons and entries say and do. */
export function useUndo() {
  const { t } = useTranslation();
  const undone = useStore((state) => state.undoable.at(-1));
  const redone = useStore((state) => state.redoable.at(-1));
  const { undo, redo, announce } = useStore.getState();
  return {
    undoLabel: undone === undefined ? t('menu.undo') : t('menu.undoWhat', { what: undone.label }),
    redoLabel: redone === undefined ? t('menu.redo') : t('menu.redoWhat', { what: redone.label }),
    undoReason: undone === undefined ? t('menu.nothingToUndo') : undefined,
    redoReason: redone === undefined ? t('menu.nothingToRedo') : undefined,
    async undo() {
      const change = await undo();
      if (change !== null) announce(t('mapping.done.undone', { what: change.label }));
    },
    async redo() {
      const change = await redo();
      if (change !== null) announce(t('mapping.done.redone', { what: change.label }));
    },
  };
}

function useSettingsMenu(): readonly MenuEntry[] {
  const { t } = useTranslation();
  const systems = useStore((state) => state.systems) ?? [];
  const theme = useStore((state) => state.theme);
  const language = useStore((state) => state.language);
  const { setTheme, setLanguage } = useStore.getState();
  const themeNames: Record<Theme, string> = {
    system: t('menu.themeSystem'),
    light: t('menu.themeLight'),
    dark: t('menu.themeDark'),
  };
  const acd: MenuEntry[] = systems.map(({ name, configured }) => ({
    kind: 'menu',
    id: `acd ${name}`,
    label: name,
    entries: [
      menuItem(`configuration ${name}`, t('interface.configuration'), () =>
        openDialog({ kind: 'configuration', system: name }),
      ),
      menuItem(`section ${name}`, t('interface.editSection'), () =>
        openDialog({ kind: 'systems', system: name }),
      ),
      menuItem(`read ${name}`, t('interface.readAgain'), () => readAgain(name)),
      menuItem(
        `match ${name}`,
        t('interface.matchAll'),
        () => openDialog({ kind: 'match', system: name }),
        configured ? {} : { disabledReason: t('interface.state.unconfigured') },
      ),
    ],
  }));
  const none = menuItem('acd-none', t('menu.acd'), () => {}, { disabledReason: t('menu.noSystem') });
  return [
    menuItem('systems', t('menu.externalSystems'), () => openDialog({ kind: 'systems' })),
    acd.length === 0 ? none : { kind: 'menu', id: 'acd', label: t('menu.acd'), entries: acd },
    separator,
    {
      kind: 'menu',
      id: 'theme',
      label: t('menu.theme'),
      entries: THEMES.map((one) =>
        menuItem(`theme ${one}`, themeNames[one], () => setTheme(one), { checked: one === theme }),
      ),
    },
    {
      kind: 'menu',
      id: 'language',
      label: t('menu.language'),
      entries: languages.map((one: Language) =>
        menuItem(`language ${one}`, languageNames[one], () => setLanguage(one), {
          checked: one === language,
        }),
      ),
    },
  ];
}

function useViewMenu(): readonly MenuEntry[] {
  const { t } = useTranslation();
  const ctrl = t('keys.ctrl');
  const { setPanes } = useStore.getState();
  return [
    menuItem('palette', `${t('menu.palette')}…`, () => openDialog({ kind: 'palette' }), {
      shortcut: `${ctrl} K`,
    }),
    separator,
    menuItem('data', `${t('data.menu')}…`, () => showData(), { shortcut: `${ctrl} D` }),
    menuItem('problems', t('menu.problems'), () => openDialog({ kind: 'problems' })),
    menuItem('changes', t('ways.changes'), () => openDialog({ kind: 'changes' })),
    {
      kind: 'menu',
      id: 'logs',
      label: t('menu.logs'),
      entries: LOGS.map((name) => menuItem(`log ${name}`, name, () => openDialog({ kind: 'log', name }))),
    },
    separator,
    {
      kind: 'menu',
      id: 'go',
      label: t('menu.goTo'),
      entries: [
        menuItem('go-interface', t('interface.title'), () => focusPane('interface'), {
          shortcut: `${ctrl} 1`,
        }),
        menuItem('go-wfm', t('wfm.title'), () => focusPane('wfm'), { shortcut: `${ctrl} 2` }),
        menuItem('go-mapping', t('mapping.title'), () => focusPane('mapping'), { shortcut: `${ctrl} 3` }),
      ],
    },
    menuItem('reset-panes', t('menu.resetPanes'), () => setPanes(undefined)),
  ];
}
