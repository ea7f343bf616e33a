import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import type { HubPart } from '../../../hub/src/hub.ports.ts';
import { testHub } from '../test-hub.ts';

test.for(['/endless', '/late'])('a caller of %s who goes away does not hold up the end of the hub', async (url) => {
  const gate = { entered: false, open: (): void => undefined };
  const { app, lifecycle } = await testHub({ parts: [slowPart(gate)] });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const request = http.get({ host: '127.0.0.1', port, path: `/steward${url}`, agent: false });
  request.on('error', () => undefined);
  await vi.waitFor(() => expect(gate.entered).toBe(true));
  request.destroy();
  const idle = lifecycle.stop().then(() => 'idle');
  expect(await Promise.race([idle, wait(5_000, 'still waiting', { ref: false })])).toBe('idle');
  gate.open();
});

/** Answers that take longer than a caller has. */
function slowPart(gate: { entered: boolean; open(): void }): HubPart {
  const opened = new Promise<void>((resolve) => (gate.open = resolve));
  const schema = { hide: true };
  return {
    pages(app) {
      app.get('/late', { schema }, async () => {
        gate.entered = true;
        await opened;
        return {};
      });
      app.get('/endless', { schema }, (_request, reply) => reply.send(Readable.from(endless(), { objectMode: false })));
    },
  };

  async function* endless(): AsyncGenerator<string> {
    gate.entered = true;
    for (;;) {
      yield 'more\n';
      await wait(1);
    }
  }
}
