import { FamilyTile, LevelMark } from '../../ui/index.ts';
import { Sample } from './Sample.tsx';

const grounds = ['ground', 'surface', 'raised', 'sunken', 'hover', 'line', 'line-strong', 'line-control'];
const inks = ['ink', 'ink-2', 'ink-3', 'accent-text', 'good-text', 'warn-text', 'bad-text'];
const meanings = ['accent', 'good', 'warn', 'bad'];
const families = [
  ['start', 'zap', 'Start'],
  ['data', 'database', 'Data'],
  ['decide', 'split', 'Decide'],
  ['contact', 'send', 'Contact'],
  ['people', 'user-check', 'People'],
  ['listen', 'activity', 'Listen'],
  ['n8n', 'box', 'n8n’s own'],
] as const;

export function ColoursSection() {
  return (
    <>
      <Sample title="Grounds and lines">
        <div className="ds-swatches">
          {grounds.map((name) => (
            <Swatch key={name} name={name} />
          ))}
        </div>
      </Sample>
      <Sample title="Ink" note="Each reads at 4.5:1 or better on every ground, and on its own soft tint.">
        <div className="ds-inks">
          {inks.map((name) => (
            <span key={name} style={{ color: `var(--${name})` }}>
              {name}
            </span>
          ))}
        </div>
      </Sample>
      <Sample title="Meanings">
        <div className="ds-swatches">
          {meanings.flatMap((name) => [
            <Swatch key={name} name={name} />,
            <Swatch key={`${name}-soft`} name={`${name}-soft`} />,
          ])}
        </div>
      </Sample>
      <Sample title="Families of steps">
        <div className="ds-row">
          {families.map(([family, icon, label]) => (
            <span key={family} className="ds-labelled">
              <FamilyTile family={family} icon={icon} />
              {label}
            </span>
          ))}
        </div>
      </Sample>
      <Sample title="Levels of risk">
        <div className="ds-row">
          <LevelMark level="prohibited" />
          <LevelMark level="high" />
          <LevelMark level="limited" />
          <LevelMark level="minimal" />
        </div>
      </Sample>
    </>
  );
}

function Swatch({ name }: { name: string }) {
  return (
    <span className="ds-swatch">
      <i style={{ background: `var(--${name})` }} />
      {name}
    </span>
  );
}

const types = [
  ['t-2xl', 24, 600],
  ['t-xl', 20, 600],
  ['t-l', 15, 600],
  ['t-m', 13, 400],
  ['t-s', 12, 400],
  ['t-xs', 11, 500],
] as const;
const spaces = [
  ['s1', 4],
  ['s2', 8],
  ['s3', 12],
  ['s4', 16],
  ['s5', 24],
  ['s6', 32],
  ['s7', 48],
  ['s8', 64],
] as const;

export function MeasuresSection() {
  return (
    <>
      <Sample title="Type">
        <div className="ds-types">
          {types.map(([name, size, weight]) => (
            <p key={name} style={{ fontSize: `var(--${name})`, fontWeight: weight }}>
              <span className="ds-token">
                {name} · {size}
              </span>
              Every decision has a reason
            </p>
          ))}
          <p className="st-mono">
            <span className="ds-token">mono · 12</span>
            order.amount &gt;= 250 and [18..65)
          </p>
          <p className="st-num">
            <span className="ds-token">figures</span>
            1,204 · 37,702 · 828,911 line up
          </p>
        </div>
      </Sample>
      <Sample title="Space" note="On a grid of 4 pixels.">
        <div className="ds-row ds-bottom">
          {spaces.map(([name, size]) => (
            <span key={name} className="ds-space">
              <i style={{ width: size, height: size }} />
              {name}
            </span>
          ))}
        </div>
      </Sample>
      <Sample title="Radius and shadow">
        <div className="ds-row">
          {['r1', 'r2', 'r3'].map((name) => (
            <span key={name} className="ds-block" style={{ borderRadius: `var(--${name})` }}>
              {name}
            </span>
          ))}
          {['shadow-1', 'shadow-2', 'shadow-3'].map((name) => (
            <span key={name} className="ds-block ds-shadow" style={{ boxShadow: `var(--${name})` }}>
              {name}
            </span>
          ))}
        </div>
      </Sample>
      <Sample
        title="Motion"
        note="120 ms for what answers the hand, 220 ms for what comes in. None where the system asks for less motion."
      >
        <div className="ds-row">
          <button type="button" className="ds-motion ds-fast">
            fast
          </button>
          <button type="button" className="ds-motion ds-slow">
            slow
          </button>
        </div>
      </Sample>
    </>
  );
}
