import type { ComponentPropsWithRef, ReactNode } from 'react';
import './button.css';
import { Tooltip } from './tooltip.tsx';

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'type'> {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger' | 'link' | undefined;
  readonly small?: boolean | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** Why it cannot be pressed now: it stays focusable, so that the reason can be read. */
  readonly disabledReason?: string | undefined;
}

export function Button({
  look = 'plain',
  small,
  type = 'button',
  disabledReason,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  const blocked = disabledReason !== undefined;
  const classes = ['button'];
  if (look !== 'plain') classes.push(`button--${look}`);
  if (small) classes.push('button--small');
  if (className !== undefined) classes.push(className);
  const button = (
    <button
      {...rest}
      type={blocked ? 'button' : type}
      className={classes.join(' ')}
      aria-disabled={blocked || rest['aria-disabled'] || undefined}
      onClick={blocked ? undefined : onClick}
    />
  );
  return blocked ? <Tooltip text={disabledReason}>{button}</Tooltip> : button;
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** Says what it does: accessible name and tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Shown beside the label in the tooltip. */
  readonly shortcut?: string | undefined;
  /** For a button that stays down. */
  readonly pressed?: boolean | undefined;
}

export function IconButton({
  label,
  icon,
  shortcut,
  pressed,
  className,
  disabledReason,
  ...rest
}: IconButtonProps) {
  const classes = ['button--icon'];
  if (pressed) classes.push('button--on');
  if (className !== undefined) classes.push(className);
  const button = (
    <Button
      {...rest}
      aria-label={label}
      aria-pressed={pressed}
      className={classes.join(' ')}
      disabledReason={disabledReason}
    >
      {icon}
    </Button>
  );
  if (disabledReason !== undefined) return button;
  return (
    <Tooltip text={label} shortcut={shortcut}>
      {button}
    </Tooltip>
  );
}
