import { roles } from '../../../engine/index.ts';
import { roleTitles } from '../app/role-words.ts';
import { roleInWords } from './role-in-words.ts';

/** What each role may do. */
export function RoleGuide() {
  return (
    <section className="se-guide" aria-labelledby="se-guide">
      <h2 id="se-guide">What the roles may do</h2>
      <dl>
        {roles.map((role) => (
          <div key={role}>
            <dt>{roleTitles[role]}</dt>
            <dd>{roleInWords(role)}</dd>
          </div>
        ))}
      </dl>
      <p className="se-quiet">
        Nobody can by one role both open personal inputs and erase people: the first is the auditor’s, the second the
        administrator’s.
      </p>
    </section>
  );
}
