import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { PilotLine, PilotSwitch } from '../autopilot/PilotSwitch.tsx';

interface FrameProps {
  /** Address as the person would see it. */
  address: string;
  /** Opens the same journey in a tab of its own. */
  href: string | null;
  children: ReactNode;
}

export function BrowserFrame({ address, href, children }: FrameProps) {
  return (
    <section className="sim-browser" aria-label="Browser of the main journey" data-player="main">
      <header className="sim-browser-bar">
        <span className="sim-dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        <code title={address}>{address}</code>
        {href ? (
          <a href={href} target="_blank" rel="noreferrer" aria-label="Open this journey in a tab of its own">
            <ExternalLink size={13} aria-hidden="true" />
          </a>
        ) : null}
        <PilotSwitch side="main" />
      </header>
      <PilotLine side="main" />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus (WCAG 2.1.1) */}
      <div className="sim-screen" tabIndex={0}>
        {children}
      </div>
    </section>
  );
}

export function PhoneFrame({ address, children }: Omit<FrameProps, 'href'>) {
  return (
    <section className="sim-phone" aria-label="Phone of the backchannel journey" data-player="backchannel">
      <header className="sim-phone-bar">
        <span className="sim-notch" aria-hidden="true" />
        <code title={address}>{address}</code>
        <PilotSwitch side="backchannel" />
      </header>
      <PilotLine side="backchannel" />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus (WCAG 2.1.1) */}
      <div className="sim-screen" tabIndex={0}>
        {children}
      </div>
    </section>
  );
}
