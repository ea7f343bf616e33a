import { sureness, type Finding } from './finding.ts';
import type { FoldedText } from './folded-text.ts';

const url = /(?:https?|ftp|wss?):\/\/[^\s<>"'\ue000]{1,2048}|(?<![\w.@])www\.[^\s<>"'\ue000]{3,2048}/gi;
const withLogin = /^[a-z]+:\/\/[^/?#@]{1,255}@/i;
const tellingParameter =
  /[?&#;](?:[a-z_-]{0,20}(?:token|sid|session|auth|key|secret|signature|sig|code|password|pwd|pass|otp|email|e-?mail|mail|user|uid|customer|account|phone|tel|name|hash|ticket|jwt)[a-z_-]{0,10})=[^&]/i;
/** A part of a path that no person would choose. */
const randomPart = /\/(?=[^/?#]{0,200}[0-9])(?=[^/?#]{0,200}[A-Za-z])[A-Za-z0-9_~.-]{16,200}(?=[/?#]|$)/;

/**
 * Addresses in the web that tell who somebody is or let in whoever has them: with a login, a token or a person's data.
 * Others stay, such as that of a shop.
 */
export function findTellingUrls({ plain }: FoldedText): Finding[] {
  const findings: Finding[] = [];
  for (const { 0: match, index } of plain.matchAll(url)) {
    const written = match.replace(/[.,;:!?)\]}]{1,8}$/, '');
    const reason = whyTelling(written);
    if (reason === null) continue;
    findings.push({ class: 'url', start: index, end: index + written.length, sure: sureness.secret, reason });
  }
  return findings;
}

function whyTelling(written: string): string | null {
  if (withLogin.test(written)) return 'a web address with a login';
  if (tellingParameter.test(written)) return 'a web address with a token or data of a person';
  const [, part] = /^(?:[a-z]+:\/\/)?[^/]{0,255}(\/.*)$/i.exec(written) ?? [];
  return part !== undefined && randomPart.test(part) && isMixed(part) ? 'a web address with a token in its path' : null;
}

/** Slugs such as `iphone-15-pro-max-256gb` have words between hyphens; a token has none. */
function isMixed(path: string): boolean {
  return path.split(/[/?#]/).some((part) => part.length >= 16 && /[0-9]/.test(part) && !/[a-z]{3,}-[a-z0-9]+/.test(part));
} // prettier-ignore
