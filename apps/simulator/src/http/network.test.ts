import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { networkNames } from './network.ts';

const info = (address: string, more: object = {}) =>
  ({ address, family: address.includes(':') ? 'IPv6' : 'IPv4', internal: false, scopeid: 0, ...more }) as NetworkInterfaceInfo;
const interfaces = {
  lo: [info('127.0.0.1', { internal: true }), info('::1', { internal: true })],
  docker0: [info('172.17.0.1')],
  eth1: [info('203.0.113.7')],
  eth0: [info('192.168.1.5'), info('fe80::1', { scopeid: 2 }), info('2001:db8::5')],
};

it.each([
  ['127.0.0.1', []],
  ['localhost', []],
  ['::1', []],
  ['192.168.1.5', ['192.168.1.5']],
  ['tandem.lan', ['tandem.lan']],
  // A phone's network first, a container's last.
  ['0.0.0.0', ['192.168.1.5', '203.0.113.7', '172.17.0.1']],
  ['::', ['192.168.1.5', '203.0.113.7', '[2001:db8::5]', '172.17.0.1']],
])('a server at %s is called %j on the network', (host, names) => {
  expect(networkNames(host, interfaces)).toEqual(names);
});
