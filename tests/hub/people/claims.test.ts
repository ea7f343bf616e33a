import { expect, test } from 'vitest';
import { mergeClaims, readClaims, type Claims } from '../../../hub/src/people/sign-in/claims.ts';
import type { Role } from '../../../engine/index.ts';

const issuer = 'https://login.example.com';
const read = (claims: Claims, rolesClaim: string | null = 'groups') => readClaims(issuer, '42', claims, rolesClaim);

test.each<[string, unknown, Role[]]>([
  ['a list', ['auditor', 'designer'], ['designer', 'auditor']],
  ['names with our prefix', ['steward-administrator', 'steward-regional-editor'], ['regional-editor', 'administrator']],
  ['one text', 'reviewer publisher,auditor', ['reviewer', 'publisher', 'auditor']],
  ['names that are none of ours', ['owner', 'Everyone', 'auditors', 'not-auditor'], []],
  ['some of both', ['everyone', 'auditor'], ['auditor']],
  ['one twice', ['auditor', 'auditor'], ['auditor']],
  ['another case, which another group may have', ['Auditor'], []],
  ['values that are no texts', [1, null, { name: 'auditor' }, ['auditor'], 'auditor'], ['auditor']],
  ['an object', { auditor: true }, []],
  ['nothing', undefined, []],
  ['true', true, []],
])('roles from a claim that is %s', (_, groups, expected) => {
  expect(read({ groups }).roles).toEqual(expected);
});

test.each<[string, string | null, Claims, Role[]]>([
  ['a name with dots', 'https://example.com/roles', { 'https://example.com/roles': ['auditor'] }, ['auditor']],
  ['a path', 'realm_access.roles', { realm_access: { roles: ['auditor'] } }, ['auditor']],
  ['a path through nothing', 'realm_access.roles', { realm_access: null }, []],
  ['a path through a list', 'groups.0', { groups: ['auditor'] }, []],
  ['what every object has', 'constructor.name', {}, []],
  ['no claim, when none is set', null, { groups: ['auditor'], null: ['auditor'] }, []],
])('roles by %s', (_, rolesClaim, claims, expected) => {
  expect(read(claims, rolesClaim).roles).toEqual(expected);
});

test.each<[string, Claims, string]>([
  ['verified', { email: 'a@example.com', email_verified: true }, 'a@example.com'],
  ['verified, as Cognito writes it', { email: 'a@example.com', email_verified: 'true' }, 'a@example.com'],
  ['not verified', { email: 'a@example.com', email_verified: false }, ''],
  ['not verified, in words', { email: 'a@example.com', email_verified: 'false' }, ''],
  ['without a word about it', { email: 'a@example.com' }, ''],
  ['verified with a number', { email: 'a@example.com', email_verified: 1 }, ''],
  ['verified, and no text', { email: ['a@example.com'], email_verified: true }, ''],
])('an e-mail address that is %s', (_, claims, expected) => {
  expect(read(claims).email).toBe(expected);
});

test.each<[string, Claims, string]>([
  ['the name', { name: ' Ada Auditor ', preferred_username: 'ada' }, 'Ada Auditor'],
  ['its parts', { given_name: 'Ada', family_name: 'Auditor' }, 'Ada Auditor'],
  ['one part', { family_name: 'Auditor' }, 'Auditor'],
  ['the user name', { preferred_username: 'ada' }, 'ada'],
  ['the verified address', { email: 'a@example.com', email_verified: true }, 'a@example.com'],
  ['not an address that is not verified', { email: 'a@example.com' }, '42'],
  ['the subject', {}, '42'],
])('a person is called by %s', (_, claims, expected) => {
  expect(read(claims).name).toBe(expected);
});

test('two providers may have the same subject', () => {
  expect(readClaims('https://a.example', '1', {}, null).id).toBe('https://a.example#1');
  expect(readClaims('https://b.example', '1', {}, null).id).toBe('https://b.example#1');
});

test.each<[string, Claims, Claims, Claims]>([
  [
    'userinfo alone says the address',
    {},
    { email: 'a@example.com', email_verified: true },
    { email: 'a@example.com', email_verified: true },
  ],
  [
    'the token alone says it',
    { email: 'a@example.com', email_verified: true },
    { name: 'Ada' },
    { name: 'Ada', email: 'a@example.com', email_verified: true },
  ],
  [
    'the token says that the same address is verified',
    { email: 'a@example.com', email_verified: true },
    { email: 'a@example.com' },
    { email: 'a@example.com', email_verified: true },
  ],
  [
    'the token says that another address is verified',
    { email: 'a@example.com', email_verified: true },
    { email: 'b@example.com' },
    { email: 'b@example.com' },
  ],
  [
    'they differ, and userinfo is newer',
    { email: 'a@example.com', email_verified: true, name: 'Old' },
    { email: 'b@example.com', email_verified: false, name: 'New' },
    { email: 'b@example.com', email_verified: false, name: 'New' },
  ],
])('token and userinfo: %s', (_, token, userinfo, expected) => {
  expect(mergeClaims(token, userinfo)).toEqual(expected);
});
