import { describe, expect, test } from 'vitest';
import { renderTemplate } from './render.ts';

const data = {
  object: {
    givenName: 'Babs <3 "&"',
    mail: 'b@example.com',
    zero: 0,
    yes: true,
    none: null,
    roles: ['admin', 'user'],
    people: [{ name: 'A' }, { name: 'B' }],
    address: { city: 'Oslo' },
    empty: [],
  },
};
const html = (source: string) => renderTemplate(source, data, { html: true });
const plain = (source: string) => renderTemplate(source, data, { html: false });

describe('values', () => {
  test.each([
    ['{{object.mail}}', 'b@example.com'],
    ['{{ object.mail }}', 'b@example.com'],
    ['{{~object.mail~}}', 'b@example.com'],
    ['{{object/mail}}', 'b@example.com'],
    ['{{object.[mail]}}', 'b@example.com'],
    ['{{this.object.mail}}', 'b@example.com'],
    ['{{@root.object.mail}}', 'b@example.com'],
    ['{{object.zero}}{{object.yes}}', '0true'],
    ['{{object.roles}}', 'admin,user'],
    ['{{object.roles.1}}', 'user'],
    ['{{object.address}}', '[object Object]'],
    ['{{object.none}}{{object.nothing}}{{nothing.at.all}}', ''],
    ['no tag, {one} brace }}', 'no tag, {one} brace }}'],
    ['{{! nothing }}{{!-- {{nothing}} --}}x', 'x'],
  ])('%s is %j', (source, text) => {
    expect(plain(source)).toBe(text);
  });

  test.each(['object.constructor', 'object.__proto__', 'object.toString.name', 'object.roles.length'])('%s is never something inherited', (path) => {
    expect(plain(`{{${path}}}`)).toBe('');
  });

  test('are escaped in HTML, but not in plain text', () => {
    expect(html('{{object.givenName}}')).toBe('Babs &lt;3 &quot;&amp;&quot;');
    expect(plain('{{object.givenName}}')).toBe('Babs <3 "&"');
  });

  test.each(['{{{object.givenName}}}', '{{&object.givenName}}'])('%s is not escaped', (source) => {
    expect(html(source)).toBe('Babs <3 "&"');
  });

  test('text around them is left as it is', () => {
    expect(html('<p class="x">{{object.zero}}</p>')).toBe('<p class="x">0</p>');
  });
});

describe('blocks', () => {
  test.each([
    ['{{#if object.yes}}a{{else}}b{{/if}}', 'a'],
    ['{{#if object.zero}}a{{else}}b{{/if}}', 'b'],
    ['{{#if object.empty}}a{{^}}b{{/if}}', 'b'],
    ['{{#unless object.none}}a{{/unless}}', 'a'],
    ['{{^object.none}}a{{/object.none}}', 'a'],
    ['{{#each object.roles}}{{@index}}{{this}}{{#unless @last}},{{/unless}}{{/each}}', '0admin,1user'],
    ['{{#each object.people}}{{name}}{{../object.mail}}{{#if @first}};{{/if}}{{/each}}', 'Ab@example.com;Bb@example.com'],
    ['{{#each object.address}}{{@key}}={{.}}{{/each}}', 'city=Oslo'],
    ['{{#each object.mail}}x{{/each}}', ''],
    ['{{#each object.empty}}x{{else}}none{{/each}}', 'none'],
    ['{{#with object.address}}{{city}}{{/with}}', 'Oslo'],
    ['{{#with object.none}}x{{else}}none{{/with}}', 'none'],
    ['{{#object.people}}{{name}}{{/object.people}}', 'AB'],
    ['{{#object.address}}{{city}}{{/object.address}}', 'Oslo'],
    ['{{#object.yes}}{{object.mail}}{{/object.yes}}', 'b@example.com'],
    ['{{../../object.mail}}', 'b@example.com'],
  ])('%s is %j', (source, text) => {
    expect(plain(source)).toBe(text);
  });
});

describe('what cannot be rendered says why', () => {
  test.each([
    ['{{#if a}}x', '{{#if a}} is not closed.'],
    ['x{{/if}}', '{{/if}} closes nothing.'],
    ['{{#if a}}{{/each}}', '{{/each}} closes nothing.'],
    ['{{else}}', '{{else}} stands outside of a block.'],
    ['{{shout object.mail}}', '{{shout object.mail}} calls a helper that does not exist.'],
    ['ab{{object', '{{ at character 3 is not closed.'],
    ['{{{object}}', '{{{ at character 1 is not closed.'],
    ['{{!-- x }}', '{{!-- at character 1 is not closed.'],
    ['{{#if a}}'.repeat(51), 'More than 50 blocks stand inside each other.'],
  ])('%s', (source, message) => {
    expect(() => plain(source)).toThrow(message);
  });

  test('loops in loops end', () => {
    const list = Array.from({ length: 100 }, (_, index) => index);
    const nested = `${'{{#each @root.list}}'.repeat(10)}${'{{/each}}'.repeat(10)}`;
    expect(() => renderTemplate(nested, { list }, { html: true })).toThrow('The text is longer than 1000000 characters.');
  });
});
