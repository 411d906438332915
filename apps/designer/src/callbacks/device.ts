/** What a DeviceProfileCallback is answered with, in the shape of Ping's JavaScript SDK (`FRDevice.getProfile`). */
export interface DeviceProfile {
  identifier: string;
  metadata?: Record<string, unknown>;
  location?: { latitude: number; longitude: number };
}

const KEPT_AS = 'tandem.device';

export function profileOf(metadata: boolean): DeviceProfile {
  return { identifier: identifier(), ...(metadata ? { metadata: browserMetadata() } : {}) };
}

/** With the place that the browser tells. @throws where it does not, or the person refuses */
export async function withLocation(profile: DeviceProfile): Promise<DeviceProfile> {
  const position = await new Promise<GeolocationPosition>((resolve, reject) => {
    if (!navigator.geolocation) reject(new Error('No geolocation.'));
    else navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 10_000 });
  });
  const { latitude, longitude } = position.coords;
  return { ...profile, location: { latitude, longitude } };
}

/** The same at every visit of this browser, so that a journey can know the device again. */
function identifier(): string {
  // `crypto.randomUUID` is missing on pages without https, such as that of a phone on the same network.
  const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  try {
    const kept = localStorage.getItem(KEPT_AS) ?? fresh();
    localStorage.setItem(KEPT_AS, kept);
    return kept;
  } catch {
    // A browser that keeps nothing is a new device each time.
    return fresh();
  }
}

function browserMetadata(): Record<string, unknown> {
  const { userAgent, language, platform, hardwareConcurrency, maxTouchPoints, cookieEnabled } = navigator;
  return {
    browser: { userAgent, language, cookieEnabled },
    hardware: { hardwareConcurrency, maxTouchPoints, display: { width: screen.width, height: screen.height, pixelDepth: screen.pixelDepth } },
    platform: { platform, timezone: new Date().getTimezoneOffset() },
  };
}
