import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { isLoopback } from './security.ts';

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/** Addresses of containers and virtual machines on this machine: no phone reaches them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|cni|flannel|podman|bridge\d)/;
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;

/** Whether a server that listens there is reached from this machine only. */
function isLoopbackHost(host: string): boolean {
  return isLoopback(host) || host === '::1';
}

export function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** A host as an address holds it: IPv6 in brackets. */
export function inAddress(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * What the server is called on the network when it listens at `host`, as addresses hold it, the likeliest to be reached first; none on loopback.
 * Addresses of interfaces are no names that a foreign site could have lead here (DNS rebinding).
 */
export function networkNames(host: string, interfaces: Interfaces = networkInterfaces()): string[] {
  if (isLoopbackHost(host)) return [];
  if (!isEveryAddress(host)) return [inAddress(host)];
  const found = Object.entries(interfaces).flatMap(([name, infos = []]) =>
    infos
      // Link-local addresses hold the name of an interface, which means nothing elsewhere.
      .filter(({ internal, scopeid, family }) => !internal && !scopeid && (host === '::' || family === 'IPv4'))
      .map(({ address, family }) => ({ address, rank: rankOf(name, family, address) })),
  );
  return found.sort((a, b) => a.rank - b.rank).map(({ address }) => inAddress(address));
}

function rankOf(name: string, family: string, address: string): number {
  return (VIRTUAL.test(name) ? 4 : 0) + (family === 'IPv4' ? 0 : 2) + (PRIVATE.test(address) ? 0 : 1);
}
