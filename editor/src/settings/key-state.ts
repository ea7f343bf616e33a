import type { ApiKey } from '../../../engine/index.ts';
import type { Tone } from '../../ui/index.ts';

export interface KeyState {
  label: string;
  tone: Tone;
  works: boolean;
}

/** A key that ends within so many days is pointed out. chosen: two weeks, time enough to put in another one. */
const soonDays = 14;
const dayMs = 86_400_000;

/** What state an API key is in at a moment. */
export function keyState({ revokedAt, expiresAt }: ApiKey, nowMs: number): KeyState {
  if (revokedAt !== null) return { label: 'Revoked', tone: 'neutral', works: false };
  if (expiresAt === null) return { label: 'In force, no end', tone: 'good', works: true };
  const days = (Date.parse(expiresAt) - nowMs) / dayMs;
  if (days <= 0) return { label: 'Expired', tone: 'bad', works: false };
  if (days > soonDays) return { label: 'In force', tone: 'good', works: true };
  const left = Math.ceil(days);
  return { label: left === 1 ? 'Ends within a day' : `Ends in ${left} days`, tone: 'warn', works: true };
}
