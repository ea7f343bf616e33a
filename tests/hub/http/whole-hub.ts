import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyScopes, permissionsOf, roles, type KeyScope, type Role } from '../../../engine/index.ts';
import { lateLog } from '../../../hub/src/compose/late-log.ts';
import { peoplePart } from '../../../hub/src/compose/people-part.ts';
import { identityPart } from '../../../hub/src/identity/identity.part.ts';
import { openIdentity } from '../../../hub/src/identity/identity.service.ts';
import { ledgerPart } from '../../../hub/src/ledger/ledger.part.ts';
import { openLedger } from '../../../hub/src/ledger/ledger.service.ts';
import type { AccessPorts } from '../../../hub/src/people/access.ts';
import { identifyBy } from '../../../hub/src/people/identify-by.ts';
import { masterKeyOf } from '../../../hub/src/secrets/master-key.ts';
import { createHub } from '../../../hub/src/server.ts';
import { readSettings } from '../../../hub/src/settings/settings.ts';
import { openDatabase } from '../../../hub/src/storage/database.ts';
import { NodeSqliteDialect } from '../../../hub/src/storage/node-sqlite.dialect.ts';
import { storageOver } from '../../../hub/src/storage/storage.ts';
import { FakeN8n } from '../fake-n8n.ts';
import type { OpenApiDocument } from './openapi-document.ts';

/** Who may send a request: nobody, a person of one role, a key of one scope. */
export type Caller = 'nobody' | Role | KeyScope;

export const callers: readonly Caller[] = ['nobody', ...roles, ...keyScopes];

export function permissionsOfCaller(caller: Caller): readonly string[] {
  if (caller === 'nobody') return [];
  return isRole(caller) ? permissionsOf([caller]) : [caller];
}

export function isRole(caller: Caller): caller is Role {
  return (roles as readonly string[]).includes(caller);
}

/** Knows callers by a header that only tests send; people have a session in n8n. */
const identifyCaller: AccessPorts['identify'] = async ({ headers }) => {
  const caller = headers['x-test-caller'] as Caller | undefined;
  if (caller === undefined || caller === 'nobody') return null;
  if (!isRole(caller))
    return { kind: 'key', id: 'testkey00001', name: 'Tests', permissions: [caller], expiresAt: null };
  const held = { roles: [caller], permissions: permissionsOf([caller]) };
  const person = { id: caller, email: 'p@example.com', name: caller, role: 'global:member', ...held };
  return {
    kind: 'person',
    person: { ...person, signedInBy: 'n8n' },
    n8nSession: { cookie: 'n8n-auth=olive-token', browserId: 'browser-1' },
  };
};

/** A hub of all its parts over an empty store in memory, without limits. */
export async function wholeHub() {
  const storage = storageOver(await openDatabase(new NodeSqliteDialect({ file: ':memory:' })));
  const designerFolder = mkdtempSync(path.join(tmpdir(), 'steward-designer-'));
  const logLines: string[] = [];
  const log = lateLog();
  const clock = { now: () => Date.now(), wait: () => Promise.resolve() };
  const ledger = await openLedger({
    storage,
    ring: { current: masterKeyOf(randomBytes(32)), previous: null },
    clock,
    random: randomBytes,
    newId: randomUUID,
    log,
    checkpointEveryMs: 0,
  });
  let names = 0;
  const identity = await openIdentity({ storage, ledger, clock, newId: () => String(++names), log });
  const n8n = new FakeN8n();
  const settings = readSettings({}, { homeFolder: '/home/olive', designerFolder });
  const people = peoplePart(settings, { storage, ledger, n8n, now: clock.now, log });
  const app = await createHub(
    {
      storage,
      n8n,
      identify: identifyBy([identifyCaller, people.identify]),
      parts: [ledgerPart(ledger), identityPart(identity), people.part],
      clock,
      newId: randomUUID,
      log: { level: 'error', stream: { write: (line) => void logLines.push(line) } },
      designerFolder,
    },
    { rateLimits: { read: 0, write: 0, append: 0, 'sign-in': 0, unknown: 0 }, maxBodyBytes: 256 * 1024 },
  );
  log.handOver(app.log);
  await app.ready();
  const document = app.swagger() as unknown as OpenApiDocument;
  const close = async (): Promise<void> => {
    await app.close();
    await ledger.close();
    await storage.close();
    rmSync(designerFolder, { recursive: true, force: true });
  };
  return { app, document, logLines, close };
}
