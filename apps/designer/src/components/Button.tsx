import './button.css';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';

interface Idle {
  /** There is nothing to do now. Shown and told as disabled, and a press does nothing; the focus stays, unlike with `isDisabled`. */
  isIdle?: boolean;
}

function idleProps({ isIdle = false, ...props }: AriaButtonProps & Idle): AriaButtonProps {
  return isIdle ? { ...props, 'aria-disabled': true, onPress: () => undefined } : props;
}

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'>, Idle {
  kind?: 'default' | 'primary' | 'quiet' | 'danger';
  size?: 'medium' | 'small';
  icon?: ReactNode;
  /** Shown behind the label, e.g. "Ctrl ⏎": useShortcut. */
  shortcut?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
}

export function Button({ kind = 'default', size = 'medium', icon, shortcut, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...idleProps(props)} className="button" data-kind={kind} data-size={size}>
      {icon}
      <span className="button-label">{children}</span>
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'>, Idle {
  /** Accessible name and tooltip. */
  label: string;
  icon: ReactNode;
  shortcut?: string | undefined;
  size?: 'medium' | 'small';
  /** Shown as pressed, for toggles. */
  pressed?: boolean;
  placement?: 'top' | 'bottom' | 'left' | 'right';
}

export function IconButton({ label, icon, shortcut, size = 'medium', pressed, placement = 'bottom', ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={60}>
      <AriaButton {...idleProps(props)} aria-label={label} aria-pressed={pressed} className="icon-button" data-size={size}>
        {icon}
      </AriaButton>
      <Tooltip className="tooltip" placement={placement} offset={6}>
        {label}
        {shortcut ? <Kbd>{shortcut}</Kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
