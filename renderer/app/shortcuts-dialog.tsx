import { useTranslation } from 'react-i18next';
import { useWords } from '../dialogs/words.ts';
import { Button, Dialog, Kbd } from '../ui/index.ts';

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { t: words } = useWords();
  const ctrl = t('keys.ctrl');
  const shift = t('keys.shift');
  const groups = [
    {
      title: t('shortcuts.general'),
      keys: [
        [t('shortcuts.palette'), `${ctrl} K`],
        [t('menu.importCalls'), `${ctrl} I`],
        [t('data.menu'), `${ctrl} D`],
        [t('shortcuts.panes'), `${ctrl} 1 2 3`],
        [t('shortcuts.nextPane'), 'F6'],
        [t('shortcuts.menubar'), 'F10'],
        [t('shortcuts.menu'), `${shift} F10`],
        [t('shortcuts.filterFocus'), `${ctrl} F`],
        [t('menu.undo'), `${ctrl} Z`],
        [t('menu.redo'), `${ctrl} Y`],
      ],
    },
    {
      title: t('shortcuts.trees'),
      keys: [
        [t('shortcuts.move'), '↑ ↓ → ←'],
        [t('shortcuts.ends'), `${t('keys.home')} ${t('keys.end')}`],
        [t('shortcuts.pages'), `${t('keys.pageUp')} ${t('keys.pageDown')}`],
        [t('shortcuts.siblings'), '*'],
        [t('shortcuts.typeAhead'), t('shortcuts.letters')],
        [t('shortcuts.mapIt'), t('keys.enter')],
        [t('ways.shortcuts.select'), `${shift} ↑ ↓ · ${ctrl} ${t('keys.space')}`],
        [t('ways.shortcuts.selectAll'), `${ctrl} A`],
        [t('ways.shortcuts.take'), `${ctrl} ${t('keys.enter')}`],
        [t('ways.shortcuts.pair'), `${shift} ${t('keys.enter')}`],
        [t('interface.readAgain'), 'F5'],
      ],
    },
    {
      title: t('shortcuts.mapping'),
      keys: [
        [t('shortcuts.order'), 'Alt ↑ ↓'],
        [t('shortcuts.remove'), t('keys.delete')],
        [t('ways.copy'), `${ctrl} C`],
        [t('ways.paste'), `${ctrl} V`],
        [t('ways.shortcuts.jump'), `${ctrl} J`],
        [t('ways.shortcuts.replace'), `${ctrl} H`],
      ],
    },
    {
      title: t('shortcuts.scenario'),
      keys: [
        [t('shortcuts.fixes'), `${ctrl} .`],
        [t('shortcuts.nextFinding'), 'F8'],
        [t('shortcuts.complete'), `${ctrl} ${t('keys.space')}`],
        [t('shortcuts.explain'), 'F1'],
        [t('shortcuts.declaration'), 'F12'],
        [t('shortcuts.test'), 'F5'],
        [t('shortcuts.steps'), 'F10 · F11'],
        [t('shortcuts.stepBack'), `${shift} F10 · ${shift} F5`],
        [t('shortcuts.saveScenario'), `${ctrl} ${t('keys.enter')}`],
      ],
    },
    {
      title: t('data.shortcuts.title'),
      keys: [
        [t('data.shortcuts.step'), `${shift} ${t('keys.pageUp')} ${t('keys.pageDown')}`],
        [t('data.shortcuts.today'), `${shift} ${t('keys.home')}`],
        [t('data.shortcuts.only'), t('keys.enter')],
        [t('data.shortcuts.cells'), '↑ ↓ → ←'],
      ],
    },
    {
      title: words('runs.title'),
      keys: [
        [words('runPage.details'), t('keys.enter')],
        [`${words('run.resume')} · ${words('runPage.importNow')}`, `${ctrl} ${t('keys.enter')}`],
        [words('runPage.undo'), `${ctrl} Z`],
        [words('runPage.report'), `${ctrl} S`],
        [words('run.cancel'), t('keys.delete')],
      ],
    },
  ] as const;
  return (
    <Dialog
      title={t('shortcuts.title')}
      size="large"
      onClose={onClose}
      onSubmit={onClose}
      footer={
        <Button type="submit" look="primary" autoFocus>
          {t('common.close')}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: what scrolls has to be reachable by keyboard, and holds no controls. */}
      <div className="shortcuts" role="group" tabIndex={0} aria-label={t('shortcuts.title')}>
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl className="facts facts--keys">
              {keys.map(([what, key]) => (
                <div key={what} className="facts__row">
                  <dt>{what}</dt>
                  <dd>
                    <Kbd>{key}</Kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
