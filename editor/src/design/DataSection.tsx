import { useState } from 'react';
import { Badge, Button, Callout, Chip, LevelMark, RelativeTime, Table, Tabs, type Level } from '../../ui/index.ts';
import { Sample } from './Sample.tsx';

const rows: [string, Level, number][] = [
  ['"social scoring"', 'prohibited', 0],
  ['"credit","insurance"', 'high', 1204],
  ['"refund", [250..1000]', 'limited', 7310],
  ['"refund", < 250', 'minimal', 828911],
];

export function DataSection() {
  const [tab, setTab] = useState('settings');
  return (
    <>
      <Sample title="Table">
        <Table label="Rows hit in the past year" dense>
          <thead>
            <tr>
              <th scope="col">Matches</th>
              <th scope="col">Level</th>
              <th scope="col" className="st-num">
                Past year
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([cell, level, count]) => (
              <tr key={cell}>
                <td className="st-mono">{cell}</td>
                <td>
                  <LevelMark level={level} />
                </td>
                <td className="st-num">{count.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Sample>
      <Sample title="Tabs">
        <div className="ds-frame">
          <Tabs
            label="Inspector"
            value={tab}
            onChange={setTab}
            tabs={[
              { id: 'settings', label: 'Settings', content: <p className="ds-panel">What the step is told.</p> },
              {
                id: 'problems',
                label: 'Problems',
                count: 1,
                tone: 'bad',
                content: <p className="ds-panel">What is wrong with it.</p>,
              },
              { id: 'help', label: 'Help', content: <p className="ds-panel">What it is for.</p> },
            ]}
            aside={
              <Button size="s" icon="play">
                Run
              </Button>
            }
          />
        </div>
      </Sample>
      <Sample title="Chips">
        <div className="ds-row">
          <Chip>Draft r14</Chip>
          <Chip tone="accent">EU template</Chip>
          <Chip tone="good">128 of 128 tests</Chip>
          <Chip tone="warn">1 gap</Chip>
          <Chip tone="bad">1 path unproved</Chip>
          <Chip outline>EUR</Chip>
          <Chip tone="good" icon="check" size="s">
            Saved
          </Chip>
        </div>
      </Sample>
      <Sample title="Counts, times">
        <div className="ds-row">
          <Badge count={1} label="problem" />
          <Badge count={12} label="waiting" tone="warn" />
          <Badge count={240} label="messages" tone="neutral" />
          <span>
            Changed <RelativeTime iso="2026-11-21T08:00:00Z" />
          </span>
        </div>
      </Sample>
      <Sample title="Callouts" note="The problem, and its fix beside it.">
        <div className="ds-fields">
          <Callout
            tone="bad"
            title="A path reaches a customer without consent"
            actions={<Button size="s">Insert consent check</Button>}
          >
            Sentiment escalation → Agent hand-off → <b>Call back</b> never passes a consent check.
          </Callout>
          <Callout tone="warn" title="Row 6 is never reached" actions={<Button size="s">Move above 5</Button>}>
            All it matches is taken by row 5.
          </Callout>
          <Callout tone="good" title="A workflow of 12 nodes">
            3 become steps of Steward; 9 stay n8n nodes, unchanged.
          </Callout>
          <Callout tone="accent" title="Published r14">
            Since then the draft has changed.
          </Callout>
          <Callout>
            “A refund under 250 EUR can be undone within 14 days.” Owner Finance, look again by 31 January.
          </Callout>
        </div>
      </Sample>
    </>
  );
}
