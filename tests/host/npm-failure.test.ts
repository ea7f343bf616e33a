import { expect, it } from 'vitest';
import { npmFailed } from '../../host/npm-failure.ts';

it.each([
  [
    'npm error code ENOTFOUND\nnpm error network request to https://npm.example.com failed',
    'could not reach its registry',
  ],
  ['npm error code ENOSPC\nnpm error nospc no space left on device', 'disk is full'],
  ['npm error code EACCES', 'belongs to somebody else'],
  ['npm error code EINTEGRITY', 'npm cache verify'],
  ['npm error code EBADPLATFORM', 'Run the same command again to retry.'],
])('npm’s "%s" comes with what to do', (output, advice) => {
  const problem = npmFailed('n8n’s packages could not be installed', output);
  expect(problem.advice.at(-1)).toContain(advice);
  expect(problem.advice[0]).toBe(output.split('\n')[0]);
});
