import { loadavg } from 'node:os';
import { node, run } from '../bundles/built-package.ts';
import { startN8n } from '../e2e/harness/start-n8n.ts';
import { benchRecordingExecution } from './recording-execution-bench.ts';
import { benchRecordingNode } from './recording-node-bench.ts';
import type { Spread } from './spread.ts';

/** chosen: recording at most doubles what the node takes. */
const mostTimes = 2;

/** Prints what recording costs, in the real n8n with a hub mounted; true when it at most doubles the node's time. */
export async function reportRecording(itemCount: number, repetitions: number): Promise<boolean> {
  process.stdout.write(`\nBuilding nodes and hub, and starting n8n …\n`);
  for (const part of ['--configNodes', '--configHub']) {
    run(node, ['node_modules/rollup/dist/bin/rollup', '-c', '--silent', part]);
  }
  const n8n = await startN8n({ build: false });
  try {
    const ofNode = await benchRecordingNode(n8n.session, itemCount, repetitions);
    const ofExecution = await benchRecordingExecution(n8n.session, itemCount, repetitions);
    const holds = ofNode.ratio.median <= mostTimes;
    process.stdout.write(`
Recording ${itemCount} decisions in the real n8n, load average ${(loadavg()[0] ?? 0).toFixed(1)}; medians of ${repetitions} executions (and the quartiles)
  Risk Classification     ${ms(ofNode.plainMs)}
    recorded              ${ms(ofNode.recordedMs)}   ${ofNode.hubCalls} calls of a hub that answers at once
    recorded / plain      ${times(ofNode.ratio)}   target: at most ${mostTimes}   ${holds ? 'holds' : 'MISSED'}
  Request until answer    ${ms(ofExecution.plainMs)}   the same items in, decided, kept by n8n
    in n8n's own hub      ${ms(ofExecution.mountedMs)}   ${times(ofExecution.mountedRatio)}, on disk
    in a hub beside it    ${ms(ofExecution.standaloneMs)}   ${times(ofExecution.standaloneRatio)}, on disk
`);
    return holds;
  } finally {
    await n8n.stop();
  }
}

const ms = ({ median, lowerQuartile, upperQuartile }: Spread): string =>
  `${median.toFixed(0).padStart(6)} ms (${lowerQuartile.toFixed(0)} to ${upperQuartile.toFixed(0)})`;
const times = ({ median, lowerQuartile, upperQuartile }: Spread): string =>
  `${median.toFixed(2)} × (${lowerQuartile.toFixed(2)} to ${upperQuartile.toFixed(2)})`;
