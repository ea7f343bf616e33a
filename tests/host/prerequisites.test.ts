import { describe, expect, it } from 'vitest';
import { checkDiskSpace, planTools, type ToolSituation } from '../../host/prerequisites.ts';

const situation = (change: Partial<ToolSituation>): ToolSituation => ({
  missing: ['make', 'g++'],
  aptGet: true,
  root: false,
  passwordlessSudo: false,
  ...change,
});

describe('disk space', () => {
  it('accepts a disk with room for n8n', () => {
    expect(checkDiskSpace(3.6e9, '/srv/steward/host')).toBeNull();
  });

  it('says how much is needed, how much is free, and where', () => {
    const problem = checkDiskSpace(1.2e9, '/srv/steward/host');
    expect(problem?.message).toBe('Not enough disk space: n8n needs 3.5 GB, 1.2 GB are free at /srv/steward/host.');
    expect(problem?.advice).toEqual(['Free 2.3 GB or more, then run the same command again.']);
  });

  it('credits what an interrupted attempt has placed already', () => {
    expect(checkDiskSpace(1.2e9, '/srv/steward/host', 2.4e9)).toBeNull();
  });
});

describe('the compiler', () => {
  it('needs nothing when the programs are there', () => {
    expect(planTools(situation({ missing: [] }))).toEqual({ kind: 'ready' });
  });

  it('is installed from Debian by root', () => {
    const plan = planTools(situation({ root: true }));
    expect(plan).toMatchObject({ kind: 'install' });
    expect(plan.kind === 'install' && plan.command.join(' ')).toBe(
      'apt-get install -y --no-install-recommends python3 make g++',
    );
  });

  it('is installed by somebody whom sudo asks for no password', () => {
    const plan = planTools(situation({ passwordlessSudo: true }));
    expect(plan.kind === 'install' && plan.command.slice(0, 3)).toEqual(['sudo', '-n', 'apt-get']);
  });

  it('is asked for otherwise, with the command to run', () => {
    const plan = planTools(situation({}));
    expect(plan.kind === 'ask' && plan.problem.message).toContain('lacks make, g++');
    expect(plan.kind === 'ask' && plan.problem.advice.at(-1)).toBe(
      '  sudo apt-get update && sudo apt-get install -y --no-install-recommends python3 make g++',
    );
  });

  it('names no Debian command where there is no apt-get', () => {
    const plan = planTools(situation({ aptGet: false, root: true }));
    expect(plan.kind === 'ask' && plan.problem.advice.join()).not.toContain('apt-get');
  });
});
