import type { Port } from './step-type.ts';

/** Where n8n finds a port: the connection type and the index within that type. */
export interface PortAddress {
  type: string;
  index: number;
}

/**
 * Reads a port id of the form `<connection type>/<index>`, which ports have that a step type does not declare.
 *
 * @returns null when the id has another form; `main/01` and `main/-1` have.
 * @example parsePort('ai_tool/2') // { type: 'ai_tool', index: 2 }
 */
export function parsePort(id: string): PortAddress | null {
  const slash = id.lastIndexOf('/');
  if (slash < 1) return null;
  const digits = id.slice(slash + 1);
  if (!/^(0|[1-9]\d{0,5})$/.test(digits)) return null;
  return { type: id.slice(0, slash), index: Number(digits) };
}

/** The id of a port that no step type declares. @example portId({ type: 'main', index: 2 }) // 'main/2' */
export function portId(address: PortAddress): string {
  return `${address.type}/${address.index}`;
}

/**
 * Finds n8n's address of a port: a declared one stands under `main` at its index among the declared ports.
 *
 * @returns null when the port is neither declared nor of the form `<connection type>/<index>`.
 */
export function addressOf(declared: readonly Port[], id: string): PortAddress | null {
  const index = declared.findIndex((port) => port.id === id);
  // Declared ids such as `main/0` or `ai_tool/0` carry their own address.
  return parsePort(id) ?? (index < 0 ? null : { type: 'main', index });
}

/** The id that links use for an address: the declared one where there is one. */
export function portAt(declared: readonly Port[], address: PortAddress): string {
  const own = portId(address);
  if (declared.some((port) => port.id === own)) return own;
  const port = address.type === 'main' ? declared[address.index] : undefined;
  return port === undefined || parsePort(port.id) !== null ? own : port.id;
}
