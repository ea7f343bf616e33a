import { describe, expect, it } from 'vitest';
import { href, n8nPages, paths } from '../../../editor/src/app/location.ts';
import { initials } from '../../../editor/src/app/session.ts';
import { mayGoToSignIn } from '../../../editor/src/app/sign-in.ts';

describe('the way to n8n’s sign-in page', () => {
  it('brings the whole address along, so that n8n comes back to the same place', () => {
    expect(n8nPages.signIn('https://n8n.example/steward/journeys/a?tab=b#c')).toBe(
      '/signin?redirect=https%3A%2F%2Fn8n.example%2Fsteward%2Fjourneys%2Fa%3Ftab%3Db%23c',
    );
  });

  it('is not taken twice within ten seconds: the two would send a person to and fro', () => {
    expect(mayGoToSignIn(null, 50_000)).toBe(true);
    expect(mayGoToSignIn(45_000, 50_000)).toBe(false);
    expect(mayGoToSignIn(39_000, 50_000)).toBe(true);
  });
});

describe('addresses', () => {
  it('stand under the place where the hub serves the pages', () => {
    expect(href(paths.journeys)).toBe('/steward/');
    expect(href(paths.journey('a b'))).toBe('/steward/journeys/a%20b');
  });
});

describe('initials', () => {
  it.each([
    ['Ada Lindqvist', 'AL'],
    ['  Ada   de la  Lindqvist ', 'AL'],
    ['Ada', 'A'],
    ['', 'Z'],
    ['Øystein Åse', 'ØÅ'],
    ['👩 Ada', '👩A'],
  ])('of %o are %o', (name, letters) => {
    expect(initials({ name, email: 'zoe@example.com' })).toBe(letters);
  });
});
