import type { ApiKey, CreatedApiKey, NewApiKey, Person, Role } from '../../../engine/index.ts';
import { transport as ownTransport } from './api.ts';
import { request, type Transport } from './request.ts';

/** The hub's routes of people and API keys, for administrators. */
export function createAccessApi(transport: Transport) {
  const idOf = (id: string) => encodeURIComponent(id);
  return {
    keys: (signal?: AbortSignal) => request<ApiKey[]>(transport, '/api-keys', signal ? { signal } : {}),
    createKey: (body: NewApiKey) => request<CreatedApiKey>(transport, '/api-keys', { method: 'POST', body }),
    revokeKey: (id: string) => request<ApiKey>(transport, `/api-keys/${idOf(id)}/revoke`, { method: 'POST', body: {} }),
    people: (signal?: AbortSignal) => request<Person[]>(transport, '/people', signal ? { signal } : {}),
    /** Null: back to what the person's account gives. */
    setRoles: (id: string, roles: Role[] | null) =>
      request<Person>(transport, `/people/${idOf(id)}/roles`, { method: 'PUT', body: { roles } }),
  };
}

export type AccessApi = ReturnType<typeof createAccessApi>;

/** People and keys of the hub that serves this page. */
export const accessApi: AccessApi = createAccessApi(ownTransport);
