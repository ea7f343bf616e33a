import { TakenNames } from './taken-names.ts';
import type { DecisionTable, TableInput, TableOutput, ValueType } from '../model.ts';
import { writeAllowedValues } from './allowed-values.ts';
import type { DmnWriter } from './dmn-moddle-port.ts';
import { feelTypeNames } from './type-references.ts';
import { xmlText } from './xml-text.ts';
import type { WrittenNames, WrittenPlace } from './written-names.ts';

/** The type of a list, which DMN cannot name without a definition. */
const listType = 'tList';

/** What is known of a value: a leaf, an object with fields, or a list. */
interface Shape {
  types: Set<ValueType>;
  /** Allowed values as written; undefined for any. */
  allowed: Set<string | undefined>;
  fields: Map<string, Shape>;
  members: Shape | null;
}

/** Properties of an item definition or of a component of one. */
interface Definition {
  typeRef?: string;
  isCollection?: true;
  allowedValues?: unknown;
  itemComponent?: unknown[];
}

/** The item definitions of a document, made while its variables are written. */
export class WrittenTypes {
  readonly definitions: unknown[] = [];
  private readonly writer: DmnWriter;
  private readonly taken = new TakenNames([listType, ...Object.values(feelTypeNames)]);

  constructor(writer: DmnWriter) {
    this.writer = writer;
  }

  /** How a column calls its type. */
  reference(type: ValueType): string {
    if (type !== 'list') return feelTypeNames[type];
    if (!this.hasList) this.define(listType, { typeRef: 'Any', isCollection: true });
    this.hasList = true;
    return listType;
  }
  private hasList = false;

  /** Type of the variable of input data; undefined for any. */
  inputType(variable: string, inputs: readonly { input: TableInput; place: WrittenPlace }[]): string | undefined {
    const shape = newShape();
    for (const { input, place } of inputs) {
      if (place.variable === variable) addTo(shape, place.fields, input);
    }
    return this.named(variable, this.definitionOf(shape));
  }

  /** Type of the variable of a decision. */
  decisionType(table: DecisionTable, names: WrittenNames): string | undefined {
    const several = ['rule-order', 'output-order'].includes(table.hitPolicy);
    const isList = several || (table.hitPolicy === 'collect' && table.aggregation === undefined);
    const [only, ...others] = table.outputs;
    const isCount = table.aggregation === 'count' && others.length === 0;
    if (isCount || only === undefined) return feelTypeNames.number;
    const single = this.resultDefinition(only);
    const results = names.results(table.id);
    const whole: Definition =
      others.length === 0 && table.aggregation !== undefined
        ? { typeRef: this.reference(only.type) }
        : others.length === 0
          ? single
          : {
              itemComponent: table.outputs.map((output, at) =>
                this.writer.create('dmn:ItemDefinition', { name: results[at], ...this.resultDefinition(output) }),
              ),
            };
    return this.named(names.decision(table.id), isList ? { ...whole, isCollection: true } : whole);
  }

  private resultDefinition(output: TableOutput): Definition {
    const allowed = writeAllowedValues({ ...(output.allowed && { allowed: output.allowed }) }, output.type);
    return { typeRef: this.reference(output.type), ...this.allowedValues(allowed) };
  }

  private definitionOf(shape: Shape): Definition {
    const [type, ...others] = shape.types;
    const kinds = Number(type !== undefined) + Number(shape.fields.size > 0) + Number(shape.members !== null);
    if (kinds !== 1 || others.length > 0) return {};
    if (shape.members !== null) {
      const members = this.definitionOf(shape.members);
      return members.isCollection === true
        ? { typeRef: 'Any', isCollection: true }
        : { ...members, isCollection: true };
    }
    if (type === undefined) {
      return {
        itemComponent: [...shape.fields].map(([name, field]) =>
          this.writer.create('dmn:ItemDefinition', { name, ...this.definitionOf(field) }),
        ),
      };
    }
    const [allowed, ...differing] = shape.allowed;
    return { typeRef: this.reference(type), ...(differing.length === 0 ? this.allowedValues(allowed) : {}) };
  }

  private allowedValues(text: string | undefined): { allowedValues?: unknown } {
    return text === undefined ? {} : { allowedValues: this.writer.create('dmn:UnaryTests', { text: xmlText(text) }) };
  }

  /** A reference to a definition; the plain type's own name where that says it all. */
  private named(variable: string, definition: Definition): string | undefined {
    const isPlain = definition.isCollection !== true && definition.allowedValues === undefined;
    if (isPlain && definition.itemComponent === undefined) return definition.typeRef;
    const words = variable.match(/[\p{L}\p{N}_]+/gu) ?? [];
    const name = `t${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
    return this.define(this.taken.claim(name, '_'), definition);
  }

  private define(name: string, definition: Definition): string {
    this.definitions.push(this.writer.create('dmn:ItemDefinition', { name, ...definition }));
    return name;
  }
}

function newShape(): Shape {
  return { types: new Set(), allowed: new Set(), fields: new Map(), members: null };
}

function addTo(shape: Shape, fields: readonly (string | number)[], input: TableInput): void {
  let at = shape;
  for (const field of fields) {
    const below: Shape = typeof field === 'number' ? (at.members ?? newShape()) : (at.fields.get(field) ?? newShape());
    if (typeof field === 'number') at.members = below;
    else at.fields.set(field, below);
    at = below;
  }
  at.types.add(input.type);
  at.allowed.add(writeAllowedValues(input, input.type));
}
