import { isJsonObject, type JsonObject } from '../../../engine/index.ts';

/**
 * Whether the session began with a password alone, by the answer of `GET /rest/login`. That route lets such a session in even
 * where n8n enforces a second factor, so that its pages can ask the person to set one up; every other route refuses it.
 * @source n8n 2.40.7, dist/controllers/auth.controller.js (`allowSkipMFA`) and dist/auth/auth.service.js
 */
export function wasWithoutSecondFactor(login: JsonObject): boolean {
  return login['mfaAuthenticated'] === false;
}

/**
 * Whether n8n lets nobody in with a password alone, by the answer of `GET /rest/settings` to such a session: it then gets what
 * strangers get.
 * @source n8n 2.40.7, dist/server.js (`allowSkipMFA: false, allowUnauthenticated: true`) and dist/services/frontend.service.js
 */
export function closesToOneFactor({ settingsMode, mfa }: JsonObject): boolean {
  return settingsMode === 'public' || (isJsonObject(mfa) && mfa['enforced'] === true);
}
