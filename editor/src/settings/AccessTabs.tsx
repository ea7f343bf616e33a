import { Link } from 'wouter';
import { cx } from '../../ui/index.ts';
import { paths } from '../app/location.ts';
import { useMay } from '../app/session.ts';

/** The two pages about who may do what, side by side. */
export function AccessTabs({ current }: { current: 'keys' | 'people' }) {
  const mayKeys = useMay('keys:manage');
  const mayPeople = useMay('people:manage');
  if (!mayKeys || !mayPeople) return null;
  const tab = (id: typeof current, path: string, label: string) => (
    <Link
      href={path}
      className={cx('se-tab', id === current && 'se-tab-on')}
      aria-current={id === current ? 'page' : undefined}
    >
      {label}
    </Link>
  );
  return (
    <nav className="se-tabs" aria-label="Access">
      {tab('keys', paths.keys, 'API keys')}
      {tab('people', paths.people, 'People')}
    </nav>
  );
}
