/**
 * Browsers give pages of http some things on localhost only. Tandem may be opened to a network without TLS, so what it needs of them is added here;
 * the clipboard and locks are done without where they are missing.
 */
if (globalThis.crypto && crypto.randomUUID === undefined) {
  // RFC 9562, section 5.4: version 4, from the browser's secure source, which is there on any page.
  crypto.randomUUID = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
}
