import { expect, test } from 'vitest';
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
