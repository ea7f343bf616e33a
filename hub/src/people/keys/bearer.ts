import type { AccessPorts } from '../access.ts';
import { ProblemError } from '../../http/problem.ts';
import type { ApiKeys } from './api-keys.ts';

/** Knows machines by `Authorization: Bearer stw_…`. Other tokens, which a proxy may put there, are none of our business. */
export function bearerKeys(apiKeys: Pick<ApiKeys, 'authenticate'>): AccessPorts['identify'] {
  return async ({ headers }, setHeader) => {
    const token = bearerToken(headers.authorization);
    if (token === null || !token.startsWith('stw_')) return null;
    return challenged(() => apiKeys.authenticate(token), setHeader);
  };
}

/** Stands last: a token that is no key, of a caller whom nobody else knows, is a key that was pasted wrongly. */
export const strangeTokens: AccessPorts['identify'] = async ({ headers }, setHeader) => {
  if (bearerToken(headers.authorization) === null) return null;
  return challenged(() => Promise.reject(new ProblemError('key_unknown')), setHeader);
};

/** RFC 6750, section 3: a refused token is answered with a challenge. */
async function challenged<T>(
  authenticate: () => Promise<T>,
  setHeader: (name: string, value: string) => void,
): Promise<T> {
  try {
    return await authenticate();
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) {
      setHeader('www-authenticate', 'Bearer realm="steward", error="invalid_token"');
    }
    throw error;
  }
}

function bearerToken(authorization: string | undefined): string | null {
  return /^bearer +(\S+)\s*$/i.exec(authorization ?? '')?.[1] ?? null;
}
