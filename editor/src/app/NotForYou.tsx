import { rolePermissions, roles, type Me, type Permission } from '../../../engine/index.ts';
import { ButtonLink, EmptyState, TopBar } from '../../ui/index.ts';
import { href, paths } from './location.ts';
import { usePageTitle } from './page-title.ts';
import { roleTitles } from './role-words.ts';

/** A page that the signed-in person may not use: says which role may, and who gives it. */
export function NotForYou({ me, needs }: { me: Me; needs: readonly Permission[] }) {
  usePageTitle('Not for your account');
  const able = roles.filter((role) => needs.some((need) => rolePermissions[role].includes(need)));
  const held = me.roles.map((role) => roleTitles[role]).join(', ');
  return (
    <>
      <TopBar title="Not for your account" />
      <EmptyState
        icon="lock"
        title="Your account may not use this page"
        actions={
          me.permissions.includes('journeys:read') && (
            <ButtonLink href={href(paths.journeys)}>Go to the journeys</ButtonLink>
          )
        }
      >
        It is for the role {able.map((role) => roleTitles[role]).join(' or ')}. You are signed in as{' '}
        {me.name || me.email}
        {held ? ` with ${held}` : ' without a role'}. An administrator gives roles under Access, People.
      </EmptyState>
    </>
  );
}
