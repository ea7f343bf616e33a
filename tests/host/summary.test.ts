import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { curlLines, summarize } from '../../host/summary.ts';

const facts = {
  port: 5701,
  signIn: { email: 'owner@steward.example', password: 'abc-S1f' },
  example: {
    name: 'Refund triage',
    webhookUrl: 'http://127.0.0.1:5701/webhook/refund',
    customer: { name: "O'Brien", amount: 12.5 },
  },
  logFile: '/checkout/.steward/n8n.log',
  startSeconds: 13.4,
};

describe('the summary of a start', () => {
  it('says where to go, how to sign in, what to try, how to stop and how to forget', () => {
    const text = summarize(facts);
    for (const part of [
      'http://127.0.0.1:5701/steward',
      'owner@steward.example',
      'abc-S1f',
      'curl -s -X POST',
      'Ctrl-C',
      'npm run reset',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('shows no password that somebody has changed in n8n', () => {
    expect(summarize({ ...facts, signIn: { email: 'a@example.com', password: null } })).toContain(
      'the one that you chose in n8n',
    );
  });

  it('gives a command that a shell reads as it is meant, quotes in names included', () => {
    const [line = ''] = curlLines(facts.example.webhookUrl, facts.example.customer);
    const words = execFileSync('sh', ['-c', line.replace(/^curl/, "printf '%s\\n'")], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(JSON.parse(words.at(-1) ?? '')).toEqual(facts.example.customer);
    expect(words).toContain('http://127.0.0.1:5701/webhook/refund');
  });
});
