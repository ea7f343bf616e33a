import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { n8nAddress, type N8nServer } from '../../hub/src/mount/n8n-address.ts';

const listening = (address: string, port = 5678): N8nServer => ({
  app: { use: () => undefined },
  server: { address: () => ({ address, port, family: address.includes(':') ? 'IPv6' : 'IPv4' }) },
});

test.each([
  ['127.0.0.1', 'http://127.0.0.1:5678'],
  ['0.0.0.0', 'http://127.0.0.1:5678'],
  ['::', 'http://[::1]:5678'],
  ['::1', 'http://[::1]:5678'],
  ['192.0.2.7', 'http://192.0.2.7:5678'],
])('n8n that listens on %s is reached at %s', (address, url) => {
  expect(n8nAddress(listening(address), null)).toEqual({ url });
});

test('a setting goes before', () => {
  expect(n8nAddress(listening('127.0.0.1'), 'https://n8n.example.com')).toEqual({ url: 'https://n8n.example.com' });
});

test('says what to do when the port cannot be known', () => {
  const server = { ...listening('127.0.0.1'), server: { address: () => '/run/n8n.sock' } };
  expect(() => n8nAddress(server, null)).toThrow('Set STEWARD_N8N_URL');
});

test('n8n that serves TLS itself is reached by TLS, and known by its certificate', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'steward-tls-'));
  const sslCert = path.join(folder, 'n8n.pem');
  writeFileSync(sslCert, 'the certificate');
  const server = https.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  const { port } = server.address() as AddressInfo;
  expect(n8nAddress({ app: { use: () => undefined }, server, sslCert }, null)).toEqual({
    url: `https://127.0.0.1:${port}`,
    certificate: 'the certificate',
  });
});
