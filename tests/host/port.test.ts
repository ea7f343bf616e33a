import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { findFreePort, isPortFree, readLsofHolder, readSsHolder, takenPort } from '../../host/port.ts';

let server: Server | undefined;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

function listen(host: string): Promise<number> {
  return new Promise((resolve) => {
    server = createServer().listen(0, host, () => {
      const address = server?.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

describe('a port', () => {
  it('is found free, and free it is', async () => {
    expect(await isPortFree(await findFreePort())).toBe(true);
  });

  it.each(['127.0.0.1', '0.0.0.0'])('is taken when somebody listens on %s', async (host) => {
    expect(await isPortFree(await listen(host))).toBe(false);
  });

  it('that is taken gives a message with its number, its holder and another one to choose', () => {
    const problem = takenPort(5678, 'node (process 4711)');
    expect(problem.message).toBe('Port 5678 is already in use by node (process 4711).');
    expect(problem.advice.join('\n')).toContain('npm start -- --port 5679');
    expect(takenPort(5678, null).message).toBe('Port 5678 is already in use.');
  });
});

describe('the holder of a port', () => {
  it('is read from ss', () => {
    const line = 'LISTEN 0 511 127.0.0.1:5678 0.0.0.0:* users:(("node",pid=4711,fd=20),("node",pid=4712,fd=20))';
    expect(readSsHolder(line)).toBe('node (process 4711)');
    expect(readSsHolder('LISTEN 0 511 127.0.0.1:5678 0.0.0.0:*')).toBeNull();
  });

  it('is read from lsof', () => {
    expect(readLsofHolder('p4711\ncnode\nf20\n')).toBe('node (process 4711)');
    expect(readLsofHolder('')).toBeNull();
  });
});
