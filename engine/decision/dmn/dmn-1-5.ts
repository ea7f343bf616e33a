const inElement = { xml: { serialize: 'property' } };

/**
 * What DMN 1.4 and 1.5 added to the model of 1.3, which dmn-moddle knows: the boxed conditional, filter and iterators, and
 * the constraint of a list's type. They are read so that they can be named; Steward runs none of them.
 * @source DMN 1.5, XML schema DMN15.xsd (tConditional, tFilter, tFor, tEvery, tSome, tItemDefinition)
 */
export const dmn15Package = {
  name: 'DMN 1.4 and 1.5',
  prefix: 'dmn15',
  uri: 'urn:steward:dmn-1-5',
  types: [
    { name: 'dmn:ChildExpression', superClass: ['dmn:DMNElement'], properties: [child('value', 'dmn:Expression')] },
    {
      name: 'dmn:TypedChildExpression',
      superClass: ['dmn:ChildExpression'],
      properties: [{ name: 'dmn:typeRef', type: 'String', isAttr: true }],
    },
    { name: 'dmn:Conditional', superClass: ['dmn:Expression'], properties: ['if', 'then', 'else'].map(part) },
    { name: 'dmn:Filter', superClass: ['dmn:Expression'], properties: ['in', 'match'].map(part) },
    {
      name: 'dmn:Iterator',
      isAbstract: true,
      superClass: ['dmn:Expression'],
      properties: [
        { name: 'dmn:iteratorVariable', type: 'String', isAttr: true },
        { name: 'dmn:in', type: 'dmn:TypedChildExpression', ...inElement },
      ],
    },
    { name: 'dmn:For', superClass: ['dmn:Iterator'], properties: [part('return')] },
    { name: 'dmn:Every', superClass: ['dmn:Iterator'], properties: [part('satisfies')] },
    { name: 'dmn:Some', superClass: ['dmn:Iterator'], properties: [part('satisfies')] },
    {
      name: 'ConstrainedItemDefinition',
      isAbstract: true,
      extends: ['dmn:ItemDefinition'],
      properties: [{ name: 'dmn:typeConstraint', type: 'dmn:UnaryTests', ...inElement }],
    },
  ],
};

function part(name: string) {
  return { name: `dmn:${name}`, type: 'dmn:ChildExpression', ...inElement };
}

function child(name: string, type: string) {
  return { name: `dmn:${name}`, type };
}

/** The namespace of DMN's model by version of DMN. @source DMN 1.1 to 1.5, XML schemas */
export const modelNamespaces = {
  '1.1': 'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  '1.2': 'http://www.omg.org/spec/DMN/20180521/MODEL/',
  '1.3': 'https://www.omg.org/spec/DMN/20191111/MODEL/',
  '1.4': 'https://www.omg.org/spec/DMN/20211108/MODEL/',
  '1.5': 'https://www.omg.org/spec/DMN/20230324/MODEL/',
} as const;

/** The namespace of DMN's drawings, where it goes with a version that is written. @source DMN 1.3 to 1.5, XML schemas */
export const drawingNamespaces = {
  '1.3': 'https://www.omg.org/spec/DMN/20191111/DMNDI/',
  '1.4': 'https://www.omg.org/spec/DMN/20191111/DMNDI/',
  '1.5': 'https://www.omg.org/spec/DMN/20230324/DMNDI/',
} as const;

/** Versions of DMN that are written. */
export type WrittenDmnVersion = keyof typeof drawingNamespaces;
