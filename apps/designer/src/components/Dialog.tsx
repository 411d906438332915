import './dialog.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './Button.tsx';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose(): void;
  /** Buttons, the primary one last. */
  footer?: ReactNode;
  size?: 'medium' | 'wide' | 'full';
  /** An `alertdialog` is not closed by a click outside. */
  role?: 'dialog' | 'alertdialog';
  /** Nor is one that something was typed into. */
  isFilled?: boolean;
  children: ReactNode;
}

export function Dialog({ title, isOpen, onClose, footer, size = 'medium', role = 'dialog', isFilled = false, children }: DialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      isDismissable={role === 'dialog' && !isFilled}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="modal" data-size={size}>
        <AriaDialog className="dialog" role={role}>
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton label="Close" icon={<X size={16} aria-hidden="true" />} size="small" onPress={onClose} />
          </header>
          <div className="dialog-body">{children}</div>
          {footer ? <footer className="dialog-foot">{footer}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
