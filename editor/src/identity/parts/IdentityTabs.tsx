import { Link } from 'wouter';
import { cx } from '../../../ui/index.ts';
import { paths } from '../../app/location.ts';
import { useOpenReviews } from '../../app/open-reviews.ts';

/** The three pages about who customers are. */
export function IdentityTabs({ current }: { current: 'profiles' | 'reviews' | 'policy' }) {
  const open = useOpenReviews();
  const tab = (id: typeof current, path: string, label: string, count?: number | null) => (
    <Link
      href={path}
      className={cx('id-tab', id === current && 'id-tab-on')}
      aria-current={id === current ? 'page' : undefined}
    >
      {label}
      {count ? <span className="st-tab-count">{count.toLocaleString()}</span> : null}
    </Link>
  );
  return (
    <nav className="id-tabs" aria-label="Identity">
      {tab('profiles', paths.profiles, 'Profiles')}
      {tab('reviews', paths.reviews, 'Questions', open)}
      {tab('policy', paths.identityPolicy, 'Rule')}
    </nav>
  );
}
