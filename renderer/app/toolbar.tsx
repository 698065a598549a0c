import { Flag, Redo2, Search, TriangleAlert, Undo2, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { openDialog, problemCount, useStore } from '../state/index.ts';
import { Button, Chip, IconButton, Kbd, useNumber } from '../ui/index.ts';
import { useMatchItem } from './use-match-item.ts';
import { useUndo } from './use-menus.ts';

export function Toolbar() {
  const { t } = useTranslation();
  const number = useNumber();
  const undo = useUndo();
  const match = useMatchItem();
  const ctrl = t('keys.ctrl');
  const problems = useStore(problemCount);
  return (
    <div className="toolbar" role="toolbar" aria-label={t('app.toolbar')}>
      <Button look="primary" onClick={() => openDialog({ kind: 'import' })}>
        <Flag size={15} aria-hidden />
        {t('menu.importCalls')}
      </Button>
      <Button disabledReason={t('menu.agentsLater')}>
        <Users size={15} aria-hidden />
        <span className="toolbar__long">{t('menu.importAgents')}</span>
        <span className="toolbar__short">{t('menu.importAgentsShort')}</span>
      </Button>
      <span className="toolbar__separator" />
      <IconButton
        label={undo.undoLabel}
        shortcut={`${ctrl} Z`}
        icon={<Undo2 size={15} />}
        disabledReason={undo.undoReason}
        onClick={() => void undo.undo()}
      />
      <IconButton
        label={undo.redoLabel}
        shortcut={`${ctrl} Y`}
        icon={<Redo2 size={15} />}
        disabledReason={undo.redoReason}
        onClick={() => void undo.redo()}
      />
      <span className="toolbar__separator" />
      <Button disabledReason={match.disabledReason} onClick={match.run}>
        {match.label}
      </Button>
      <span className="toolbar__space" />
      <Button onClick={() => openDialog({ kind: 'problems' })}>
        {problems > 0 ? <Chip tone="warn">{number(problems)}</Chip> : <TriangleAlert size={15} aria-hidden />}
        {t('toolbar.problems')}
      </Button>
      <button type="button" className="toolbar__search" onClick={() => openDialog({ kind: 'palette' })}>
        <Search size={14} aria-hidden />
        <span>{t('menu.palette')}</span>
        <Kbd>{`${ctrl} K`}</Kbd>
      </button>
    </div>
  );
}
