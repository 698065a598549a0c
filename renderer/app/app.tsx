import { useTranslation } from 'react-i18next';
import { InterfacePane } from '../panes/interface/interface-pane.tsx';
import { MappingPane } from '../panes/mapping/mapping-pane.tsx';
import { WfmPane } from '../panes/wfm/wfm-pane.tsx';
import { useStore } from '../state/index.ts';
import { Menubar, TooltipProvider } from '../ui/index.ts';
import { Banners } from './banners.tsx';
import { Columns } from './columns.tsx';
import { DialogHost } from './dialog-host.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { StatusBar } from './status-bar.tsx';
import { Toolbar } from './toolbar.tsx';
import { useKeys } from './use-keys.ts';
import { useMenus } from './use-menus.ts';

/** The window: menus, toolbar, three panes, status bar. */
export function App() {
  useKeys();
  return (
    <ErrorBoundary>
      <TooltipProvider>
        <main className="app">
          <TopMenus />
          <Toolbar />
          <Banners />
          <Columns interface={<InterfacePane />} wfm={<WfmPane />} mapping={<MappingPane />} />
          <StatusBar />
          <DialogHost />
          <Announcer />
        </main>
      </TooltipProvider>
    </ErrorBoundary>
  );
}

function TopMenus() {
  const { t } = useTranslation();
  return (
    <header className="top-menus">
      <h1 className="top-menus__name">{t('app.title')}</h1>
      <Menubar label={t('app.menubar')} menus={useMenus()} />
    </header>
  );
}

/** Says what was done to those who do not see it. */
function Announcer() {
  const { text, id } = useStore((state) => state.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      <span key={id}>{text}</span>
    </div>
  );
}
