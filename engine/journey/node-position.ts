import type { JsonValue } from '../json.ts';
import type { Position } from './model.ts';

/** The position of an imported node; one that is missing or odd counts as the origin, where n8n puts such a node too. */
export function readNodePosition(value: JsonValue | undefined): Position {
  if (!Array.isArray(value)) return { x: 0, y: 0 };
  return { x: finite(value[0]), y: finite(value[1]) };
}

function finite(value: JsonValue | undefined): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
