export { Button, type ButtonProps, IconButton, type IconButtonProps } from './button.tsx';
export { Card, type CardProps } from './card.tsx';
export { Chip, type ChipProps } from './chip.tsx';
export { Confirm, type ConfirmProps, Dialog, type DialogProps } from './dialog.tsx';
export { EmptyState, type EmptyStateProps } from './empty-state.tsx';
export { ErrorBox, type ErrorBoxProps } from './error-box.tsx';
export {
  Checkbox,
  type CheckboxProps,
  Field,
  type FieldProps,
  Select,
  type SelectProps,
  TextArea,
  type TextAreaProps,
  TextField,
  type TextFieldProps,
} from './field.tsx';
export { Grid, type GridColumn, type GridProps } from './grid.tsx';
export { type FigureColumn, figureColumn, textColumn } from './grid-columns.ts';
export { Kbd } from './kbd.tsx';
export { ContextMenu, type ContextMenuProps, Menu, Menubar, type MenuProps } from './menu.tsx';
export { itemsOf, type MenuEntry, type MenuItem, menuItem, separator } from './menu-entry.ts';
export { type TellMessage, useMessageText } from './message-text.ts';
export { formatNumber, useAgo, useNumber } from './numbers.ts';
export { useReturnFocus } from './overlay.ts';
export { FilterField, type FilterFieldProps, Pane, type PaneProps } from './pane.tsx';
export { Progress, type ProgressProps } from './progress.tsx';
export { Skeleton } from './skeleton.tsx';
export { Tabs, type TabsProps } from './tabs.tsx';
export { Tooltip, TooltipProvider } from './tooltip.tsx';
