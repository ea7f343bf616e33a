import path from 'node:path';

/** How the text of a variable is read, and how that is told to an administrator. */
export interface Form<T> {
  /** Null: the text is not of this form. */
  parse(text: string): T | null;
  /** Stands behind “expected”. */
  expected: string;
  /** In the list of settings: kind, unit and range. */
  kind: string;
  /** Its value stands in no message. */
  isSecret?: boolean;
}

export interface Range {
  /** As in the variable's name. */
  unit: string;
  minimum: number;
  maximum: number;
  /** What the value is multiplied by for the hub. @default 1 */
  times?: number;
}

export function numberOf({ unit, minimum, maximum, times = 1 }: Range): Form<number> {
  return {
    parse: (text) => {
      const value = Number(text);
      return Number.isFinite(value) && value >= minimum && value <= maximum ? Math.round(value * times) : null;
    },
    expected: `a number from ${minimum} to ${maximum}`,
    kind: `${unit}, ${minimum} to ${maximum}`,
  };
}

export function wholeNumber(range: Range): Form<number> {
  const form = numberOf(range);
  return {
    ...form,
    parse: (text) => (/^\d+$/.test(text) ? form.parse(text) : null),
    expected: `a whole number from ${range.minimum} to ${range.maximum}`,
  };
}

export function choiceOf<T extends string>(values: readonly T[]): Form<T> {
  return {
    parse: (text) => values.find((value) => value === text) ?? null,
    expected: `one of ${values.join(', ')}`,
    kind: values.map((value) => `\`${value}\``).join(', '),
  };
}

export const absolutePath: Form<string> = {
  parse: (text) => (path.isAbsolute(text) ? path.normalize(text) : null),
  expected: 'an absolute path',
  kind: 'absolute path',
};

export const plainText: Form<string> = {
  parse: (text) => (/^[^\p{Cc}]{1,300}$/u.test(text) ? text : null),
  expected: 'text of one line, up to 300 characters',
  kind: 'text',
};

/** @source RFC 6749, section 3.3; OpenID Connect Core 1.0, section 3.1.2.1: `openid` is among them */
export const scopeText: Form<string> = {
  parse: (text) =>
    /^[\x21\x23-\x5B\x5D-\x7E]+(?: [\x21\x23-\x5B\x5D-\x7E]+)*$/.test(text) && text.split(' ').includes('openid')
      ? text
      : null,
  expected: 'names parted by blanks, openid among them',
  kind: 'text',
};

export const secretText: Form<string> = {
  parse: (text) => (/^[^\p{Cc}]{1,4000}$/u.test(text) ? text : null),
  expected: 'text of one line',
  kind: 'secret',
  isSecret: true,
};

/** 32 bytes as `openssl rand -base64 32` writes them. */
export const keyText: Form<string> = {
  parse: (text) => (/^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? text : null),
  expected: '32 bytes in base64, such as `openssl rand -base64 32` prints',
  kind: 'secret, 32 bytes in base64',
  isSecret: true,
};

export const httpAddress: Form<string> = {
  parse: (text) => (isAddress(text, /^https?:$/) ? text.replace(/\/+$/, '') : null),
  expected: 'an http or https address',
  kind: 'http or https address',
};

/** It may carry a password, so it is treated as a secret. */
export const postgresAddress: Form<string> = {
  parse: (text) => (isAddress(text, /^postgres(?:ql)?:$/) ? text : null),
  expected: 'an address such as postgres://steward:password@localhost:5432/steward',
  kind: 'secret, `postgres://…`',
  isSecret: true,
};

export const hostName: Form<string> = {
  parse: (text) => (/^[\w.:-]{1,255}$/.test(text) ? text : null),
  expected: 'an address of this machine, such as 127.0.0.1, or a host name',
  kind: 'address or host name',
};

export const emailAddresses: Form<readonly string[]> = {
  parse: (text) => listOf(text, /^[^\s@,]+@[^\s@,]+$/),
  expected: 'e-mail addresses, separated by commas',
  kind: 'e-mail addresses, separated by commas',
};

export const proxyAddresses: Form<readonly string[]> = {
  parse: (text) => listOf(text, /^[\da-fA-F.:]{2,45}(?:\/\d{1,3})?$|^(?:loopback|linklocal|uniquelocal)$/),
  expected: 'addresses or networks of proxies, such as 10.0.0.0/8 or loopback, separated by commas',
  kind: 'addresses or networks, separated by commas',
};

function listOf(text: string, item: RegExp): string[] | null {
  const items = text.split(',').map((part) => part.trim());
  return items.every((part) => item.test(part)) ? items : null;
}

function isAddress(text: string, protocol: RegExp): boolean {
  return URL.canParse(text) && protocol.test(new URL(text).protocol);
}
