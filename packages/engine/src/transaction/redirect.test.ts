import type { JsonObject } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { TestSimulation } from '../../test/driver.ts';
import { initialized } from '../../test/pair.ts';
import { pair } from '../../test/realm.ts';

const QUERY = 'authIndexType=transaction&authIndexValue=ID';

/** What is written for the main journey, the transaction's id left out. */
function address(init: JsonObject, baseUrl?: string): unknown {
  const { sim, main } = initialized({ init, services: baseUrl === undefined ? {} : { baseUrl } });
  const uri = main.shared['backchannel-redirectUri'];
  expect(sim.transaction().redirectUri).toBe(uri ?? null);
  return typeof uri === 'string' ? uri.replace(sim.transaction().id, 'ID') : uri;
}

describe('the redirect URI', () => {
  it('of Get is the login page with realm and transaction', () => {
    expect(address({ redirectUrlType: 'GET' })).toBe(`http://localhost:8080/am/XUI/Login?realm=/alpha&${QUERY}`);
  });

  it('of Post is the authenticate endpoint of the realm', () => {
    expect(address({ redirectUrlType: 'POST' })).toBe(`http://localhost:8080/am/json/realms/root/realms/alpha/authenticate?${QUERY}`);
  });

  it('has the origin of Base URL Source where the realm has one', () => {
    expect(address({ redirectUrlType: 'GET' }, 'https://id.example.com')).toBe(`https://id.example.com/am/XUI/Login?realm=/alpha&${QUERY}`);
    expect(address({ redirectUrlType: 'POST' }, 'https://id.example.com:8443/am/')).toBe(
      `https://id.example.com:8443/am/json/realms/root/realms/alpha/authenticate?${QUERY}`,
    );
  });

  it('of Custom is the administrator’s own, whatever the base URL is', () => {
    const custom = (customRedirectUrl: string) => address({ redirectUrlType: 'CUSTOM', customRedirectUrl }, 'https://id.example.com');
    expect(custom('https://app.example/verify')).toBe(`https://app.example/verify?${QUERY}`);
    expect(custom('https://app.example/verify?')).toBe(`https://app.example/verify?${QUERY}`);
    expect(custom('https://app.example/verify?lang=en#top')).toBe(`https://app.example/verify?lang=en&${QUERY}#top`);
    expect(custom('myapp://verify')).toBe(`myapp://verify?${QUERY}`);
  });

  it('of None is not written; the transaction’s id is, for a script to make its own', () => {
    const { sim, main } = initialized({ init: { redirectUrlType: 'NONE' } });
    expect(main.shared).not.toHaveProperty('backchannel-redirectUri');
    expect(main.shared['backchannel-transaction']).toBe(sim.transaction().id);
  });

  it('without a type is that of Get', () => {
    expect(address({ redirectUrlType: null })).toContain('/XUI/Login?');
  });

  it('is of the address by which the main journey’s client came, request by request', () => {
    const sim = new TestSimulation(pair());
    const main = sim.start('Main', { base: 'https://first.example/am' });
    const answers = [{ type: 'NameCallback', values: { '': 'bjensen' } }];
    const request = { ...main.request, base: 'https://second.example/am' };
    sim.submit({ kind: 'answer', session: main.id, otk: main.otk, digest: '', answers, request });
    expect(sim.transaction().redirectUri).toMatch(/^https:\/\/second\.example\/am\//);
  });
});
