/** Preformatted text that scrolls, so the keyboard has to reach it. */
export function Code({ children, className, id }: { children: string; className?: string; id?: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region without controls has to take the focus (WCAG 2.1.1)
    <pre className={className} id={id} tabIndex={0}>
      {children}
    </pre>
  );
}
