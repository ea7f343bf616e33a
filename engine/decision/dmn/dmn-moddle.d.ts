// The parts of dmn-moddle that dmn-moddle-port.ts uses; the package brings no types of its own.
declare module 'dmn-moddle' {
  interface Moddle {
    fromXML(xml: string, options: { lax: boolean }): Promise<{ rootElement: unknown; warnings: { message: string }[] }>;
    toXML(element: unknown, options: { format: boolean }): Promise<{ xml: string }>;
    create(type: string, properties: object): unknown;
    createAny(name: string, namespace: string, properties: object): unknown;
  }
  export function DmnModdle(packages?: object, options?: object): Moddle;
}
