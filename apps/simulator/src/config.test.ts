import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const read = (env: Record<string, string>, args: string[] = []) => readConfig(env, args, '/repo');

describe('settings', () => {
  it('have defaults', () => {
    expect(read({})).toEqual({ host: '127.0.0.1', port: 8080, dataFolder: '/repo/.tandem', retention: { days: 90, most: 10_000 } });
    expect(read({ HOST: '', PORT: '', TANDEM_DATA: '', TANDEM_PUBLIC_URL: '', TANDEM_ADMIN_PASSWORD: '' })).toEqual(read({}));
  });

  it('name folders and files from where the person stands', () => {
    expect(read({ INIT_CWD: '/home/me', TANDEM_DATA: 'data' }, ['in/export.json'])).toMatchObject({
      dataFolder: '/home/me/data',
      file: '/home/me/in/export.json',
    });
    expect(read({ TANDEM_DATA: '/var/tandem' }, ['/tmp/x.json'])).toMatchObject({ dataFolder: '/var/tandem', file: '/tmp/x.json' });
  });

  it.each(['127.0.0.1', '127.0.0.2', 'localhost', '::1', '0.0.0.0', '::', '192.168.1.5', 'tandem.lan'])('let HOST be %s', (HOST) => {
    expect(read({ HOST }).host).toBe(HOST);
    expect(read({ HOST: HOST.includes(':') ? `[${HOST}]` : HOST }).host).toBe(HOST);
  });

  it.each(['http://localhost', '127.0.0.1:8080', 'a b', '*', '[::1', '1:2'])('do not let HOST be %s', (HOST) => {
    expect(() => read({ HOST })).toThrow(`HOST is "${HOST}"; it must be an address of this machine`);
  });

  it.each(['abc', '-1', '65536', '80.5', '0x50'])('do not let PORT be %s', (PORT) => {
    expect(() => read({ PORT })).toThrow(`PORT is "${PORT}"`);
  });

  it('take a public address with http or https', () => {
    expect(read({ TANDEM_PUBLIC_URL: 'https://tandem.example:8443/x' }).publicUrl?.href).toBe('https://tandem.example:8443/x');
    for (const TANDEM_PUBLIC_URL of ['tandem.example', 'ftp://x', 'https://x/?a', 'https://x/#a'])
      expect(() => read({ TANDEM_PUBLIC_URL })).toThrow('TANDEM_PUBLIC_URL');
  });

  it('say how long runs are kept', () => {
    expect(read({ TANDEM_KEEP_DAYS: '7', TANDEM_KEEP_RUNS: '0' }).retention).toEqual({ days: 7, most: 0 });
    for (const TANDEM_KEEP_DAYS of ['-1', '1.5', 'week', '99999999']) expect(() => read({ TANDEM_KEEP_DAYS })).toThrow('TANDEM_KEEP_DAYS');
  });

  it('open one file', () => {
    expect(() => read({}, ['a.json', 'b.json'])).toThrow('these are 2: a.json, b.json');
  });
});
