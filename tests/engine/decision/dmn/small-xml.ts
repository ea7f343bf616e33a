export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
}

/** A small reader for the files that tests compare with: elements, attributes, texts, and nothing else. */
export function parseXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, closing, name = '', attributes = '', selfClosing, text] of xml
    .replace(/<\?.*?\?>|<!--.*?-->/gs, '')
    .matchAll(/<(\/?)([\w:.-]+)((?:[^>"]|"[^"]*")*?)(\/?)>|([^<]+)/g)) {
    const parent = open.at(-1) as XmlNode;
    if (text !== undefined) parent.text += unescape(text);
    else if (closing === '/') open.pop();
    else {
      const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)];
      const node: XmlNode = {
        name: name.replace(/^.*:/, ''),
        attributes: Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, unescape(value)])),
        children: [],
        text: '',
      };
      parent.children.push(node);
      if (selfClosing !== '/') open.push(node);
    }
  }
  return root.children[0] as XmlNode;
}

function unescape(text: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

/** The children of a name. */
export function childrenOf(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter((child) => child.name === name);
}
