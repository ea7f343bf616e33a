import { Link } from 'wouter';
import type { PolicySimulation, ProfileLine } from '../../../../engine/index.ts';
import { Callout } from '../../../ui/index.ts';
import { paths } from '../../app/location.ts';
import { percentInWords } from '../parts/certainty.ts';
import { counted } from '../parts/counted.ts';

const examplesShown = 5;

/** What a rule would do to the profiles that exist, in figures and examples. */
export function SimulationWords({ simulation }: { simulation: PolicySimulation }) {
  const { profiles, records, wouldSplit, wouldJoin, reviews, contradictsAnswers } = simulation;
  const more = reviews.then - reviews.now;
  return (
    <div className="id-simulation" role="status">
      <p className="id-quiet">
        Tried on {counted(profiles, 'profile')} with {counted(records, 'record')}. Nothing was changed.
      </p>
      <dl className="id-figures">
        <Figure label="would split" count={wouldSplit.count} isSome={wouldSplit.count > 0} />
        <Figure label="would join" count={wouldJoin.count} isSome={wouldJoin.count > 0} />
        <Figure
          label={more === 0 ? 'questions, as now' : `questions, ${reviews.now.toLocaleString()} now`}
          count={reviews.then}
          isSome={false}
        />
      </dl>
      {contradictsAnswers > 0 && (
        <Callout tone="warn" title={`It contradicts ${counted(contradictsAnswers, 'answer')} of persons`}>
          Answers hold whatever the rule says. Many contradictions mean that the rule is wrong, not the people.
        </Callout>
      )}
      {wouldSplit.examples.length > 0 && (
        <section aria-label="Profiles that would split">
          <h3>Would split, the largest first</h3>
          <ul className="id-examples">
            {wouldSplit.examples.slice(0, examplesShown).map(({ profile, into }) => (
              <li key={profile.id}>
                <ProfileName profile={profile} />
                <small>
                  {counted(profile.records, 'record')} into {into.map((part) => part.length).join(' and ')}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {wouldJoin.examples.length > 0 && (
        <section aria-label="Profiles that would be joined">
          <h3>Would be joined</h3>
          <ul className="id-examples">
            {wouldJoin.examples.slice(0, examplesShown).map((example) => (
              <li key={example.profiles.map(({ id }) => id).join(' ')}>
                {example.profiles.map((profile, index) => (
                  <span key={profile.id}>
                    {index > 0 && ' and '}
                    <ProfileName profile={profile} />
                  </span>
                ))}
                <small>{percentInWords(example.probability)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function ProfileName({ profile: { id, title } }: { profile: ProfileLine }) {
  return (
    <Link href={paths.profile(id)} target="_blank">
      {title}
    </Link>
  );
}

function Figure({ label, count, isSome }: { label: string; count: number; isSome: boolean }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={isSome ? 'is-some' : undefined}>{count.toLocaleString()}</dd>
    </div>
  );
}
