export interface Page {
  url: string;
  status: number;
  headers: Headers;
  text: string;
}

/** A browser as far as signing in goes: it keeps cookies, by name and path, and follows redirects. */
export class Browser {
  readonly cookies = new Map<string, { value: string; path: string }>();
  /** Every address that it was at, in order. */
  readonly visited: string[] = [];
  /** Where an address leads to, as a load balancer has it. */
  route: (url: string) => string = (url) => url;

  /** One request; a redirect is not followed. */
  async send(
    url: string,
    init: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<Page> {
    this.visited.push(url);
    const { pathname } = new URL(url);
    const cookie = [...this.cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const answer = await fetch(this.route(url), {
      ...init,
      headers: { ...init.headers, ...(cookie !== '' && { cookie }) },
      redirect: 'manual',
    });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return { url, status: answer.status, headers: answer.headers, text: await answer.text() };
  }

  /** Opens an address and goes where it leads, until `stopAt` or the end. */
  async open(url: string, stopAt: (url: string) => boolean = () => false): Promise<Page> {
    let page = await this.send(url);
    for (let hops = 0; hops < 20; hops++) {
      const location = page.headers.get('location');
      if (location === null) return page;
      const next = new URL(location, page.url).href;
      if (stopAt(next)) return { ...page, url: next };
      page = await this.send(next);
    }
    throw new Error(`went in circles: ${this.visited.join('\n')}`);
  }

  /** As the designer asks: with its header. */
  ask(url: string, method = 'GET', body?: object): Promise<Page> {
    return this.send(url, {
      method,
      headers: { 'steward-request': '1', ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const attribute = (key: string): string | undefined =>
      attributes.find((entry) => entry.toLowerCase().startsWith(`${key}=`))?.split('=')[1];
    const over = attribute('max-age') === '0' || Date.parse(attribute('expires') ?? '9999-01-01') < Date.now();
    if (over) this.cookies.delete(name);
    else this.cookies.set(name, { value, path: attribute('path') ?? '/' });
  }
}
