import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';
import type { Checkpoint, SigningKey, StreamHead } from './checkpoint.ts';
import { isHash } from './node-hash.ts';

/** Says whether a member is what it has to be. */
export type MemberCheck = (value: JsonValue | undefined) => boolean;
export type Shape = Readonly<Record<string, MemberCheck>>;

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

export const isText: MemberCheck = (value) => typeof value === 'string' && value !== '';
export const isMoment: MemberCheck = (value) => typeof value === 'string' && moment.test(value);
export const isCount: MemberCheck = (value) => Number.isSafeInteger(value) && (value as number) >= 1;

export const checkpointShape: Shape = {
  stream: isText,
  size: isCount,
  root: isHash,
  at: isMoment,
  keyId: isText,
  signature: isText,
};

export const signingKeyShape: Shape = {
  id: isText,
  publicKey: isText,
  createdAt: isMoment,
  retiredAt: (value) => value === null || isMoment(value),
};

const headShape: Shape = {
  stream: isText,
  size: isCount,
  lastHash: isHash,
  recordedAt: isMoment,
  keyId: isText,
  signature: isText,
};

/** Names of the members that are missing or of another form; null for what is no object. */
export function wrongMembers(value: unknown, shape: Shape): string[] | null {
  if (!isJsonObject(value)) return null;
  return Object.entries(shape).flatMap(([name, check]) => (check(own(value, name)) ? [] : [name]));
}

function own(value: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** True for what has the members of a checkpoint; whether it is signed is another matter. */
export function isCheckpoint(value: unknown): value is Checkpoint {
  return wrongMembers(value, checkpointShape)?.length === 0;
}

/** True for what has the members of a public key. */
export function isSigningKey(value: unknown): value is SigningKey {
  return wrongMembers(value, signingKeyShape)?.length === 0;
}

/** True for what has the members of a stream's head; whether it is signed is another matter. */
export function isStreamHead(value: unknown): value is StreamHead {
  return wrongMembers(value, headShape)?.length === 0;
}
