import { expect, it } from 'vitest';
import { unflatten } from '../e2e/harness/unflatten.ts';

it.each([
  ['[{"a":"1"},"text"]', { a: 'text' }],
  ['[{"a":1}]', { a: 1 }],
  ['[[]]', []],
  ['[["1","1",null,true,"2"],{"b":"3"},"x","x"]', [{ b: 'x' }, { b: 'x' }, null, true, 'x']],
])('reads %s', (text, value) => expect(unflatten(text)).toEqual(value));

it('keeps what is shared shared, and what refers to itself', () => {
  const value = unflatten('[{"self":"0","a":"1","b":"1"},{}]') as Record<string, unknown>;
  expect(value['self']).toBe(value);
  expect(value['a']).toBe(value['b']);
});
