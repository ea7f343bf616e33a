import { Icon, Menu, useNarrow, useTheme, type MenuEntry, type ThemeChoice } from '../../ui/index.ts';
import { n8nPages, signInHref, standalone } from './location.ts';
import { initials, useMe } from './session.ts';
import { signOut } from './sign-in.ts';

const themes: readonly [ThemeChoice, string][] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

const signedInThrough = { n8n: 'signed in through n8n', openid: 'signed in' } as const;

/** Who is signed in, how the pages look, and the way back to n8n. */
export function AccountMenu() {
  const { me, signedOut } = useMe();
  const narrow = useNarrow();
  const { choice, setTheme } = useTheme();
  const items: MenuEntry[] = [
    { heading: me ? `${me.name || me.email}, ${signedInThrough[me.signedInBy]}` : 'Not signed in' },
    ...(signedOut ? [{ label: 'Sign in', icon: 'log-in', href: signInHref(location.href) }] : []),
    ...(standalone ? [] : [{ label: 'Open n8n', icon: 'workflow', href: n8nPages.home }]),
    ...(me && standalone ? [{ label: 'Sign out', icon: 'log-out', onSelect: () => void signOut() }] : []),
    '-',
    { heading: 'Appearance' },
    ...themes.map(([value, label]) => ({ label, checked: choice === value, onSelect: () => setTheme(value) })),
  ];
  return (
    <Menu
      side={narrow ? 'top' : 'right'}
      align="end"
      items={items}
      trigger={
        <button type="button" className="st-rail-button" aria-label={narrow ? undefined : 'Account and appearance'}>
          <span className="st-account" aria-hidden="true">
            {me ? initials(me) : <Icon name="user" size={14} />}
          </span>
          {narrow && <span className="st-rail-label">Account</span>}
        </button>
      }
    />
  );
}
