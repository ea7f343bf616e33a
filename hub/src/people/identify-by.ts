import type { AccessPorts } from './access.ts';

/** Asks one after the other who sends the request; the first who knows them, or refuses them, has spoken. */
export function identifyBy(ways: readonly AccessPorts['identify'][]): AccessPorts['identify'] {
  return async (request, setHeader) => {
    for (const identify of ways) {
      const principal = await identify(request, setHeader);
      if (principal !== null) return principal;
    }
    return null;
  };
}
