import { isOrderedType } from './ordinal.ts';
import { readTemporalLiteral, type TemporalFunction } from './temporal-literal.ts';
import { mayBeReferred, type Token } from './tokenize-cell.ts';
import {
  comparisonOperators,
  type ComparisonOperator,
  type Interval,
  type ListLiteral,
  type Literal,
  type LiteralType,
  type LiteralValue,
  type Operand,
  type Span,
  type UnaryTest,
  type UnaryTests,
} from './unary-tests.ts';

/** Unwinds the parser at the first problem; `parseUnaryTests` catches it. */
export class CellSyntaxError extends Error {
  readonly code: string;
  readonly span: Span;
  constructor(code: string, span: Span) {
    super(code);
    this.code = code;
    this.span = span;
  }
}

/**
 * Reads the tokens of one cell. Recursive descent without recursion: no construct of S-FEEL nests deeper than a list inside
 * `not(…)`.
 * @example new CellParser(text, tokens, new Set(['limit'])).cell()
 */
export class CellParser {
  private readonly text: string;
  private readonly tokens: Token[];
  private readonly inputs: ReadonlySet<string>;
  private at = 0;

  constructor(text: string, tokens: Token[], inputs: ReadonlySet<string>) {
    this.text = text;
    this.tokens = tokens;
    this.inputs = inputs;
  }

  /** The whole cell. @throws CellSyntaxError at the first token that does not fit */
  cell(): UnaryTests {
    const negated = this.isWord('not') && this.isSymbol('(', 1);
    if (negated) this.at += 2;
    const tests = [this.test()];
    while (this.takeSymbol(',')) tests.push(this.test());
    if (negated && !this.takeSymbol(')'))
      throw this.problem(this.peek() === undefined ? 'unclosed_not' : 'value_expected');
    if (this.peek() !== undefined) throw this.problem(negated ? 'after_not' : 'comma_expected');
    return { kind: 'tests', negated, tests };
  }

  private test(): UnaryTest {
    const token = this.peek();
    if (token?.kind === 'symbol') {
      if (token.text === '[' || token.text === '(' || token.text === ']') return this.bracket(token);
      const operator = comparisonOperators.find((candidate) => candidate === token.text);
      if (operator !== undefined) return this.comparison(operator, token);
    }
    const operand = this.operand();
    return { kind: 'comparison', operator: '=', operand, start: operand.start, end: operand.end };
  }

  private comparison(operator: ComparisonOperator, token: Token): UnaryTest {
    this.at++;
    const operand = this.operand();
    if (operator !== '=' && operator !== '!=') needOrder(operand);
    return { kind: 'comparison', operator, operand, start: token.start, end: operand.end };
  }

  /** `[a..b]` and its open forms, or the list `[a, b]`. */
  private bracket(open: Token & { kind: 'symbol' }): Interval | ListLiteral {
    this.at++;
    const closing = this.peek();
    if (open.text === '[' && closing?.kind === 'symbol' && closing.text === ']') {
      throw new CellSyntaxError('empty_list', { start: open.start, end: closing.end });
    }
    const low = this.operand();
    if (this.takeSymbol('..')) return this.intervalFrom(open, low);
    if (open.text !== '[') throw this.problem('interval_expected');
    if (low.kind === 'reference') throw new CellSyntaxError('reference_in_list', low);
    const members = [low];
    while (this.takeSymbol(',')) members.push(this.literal());
    const close = this.peek();
    if (!this.takeSymbol(']')) throw this.problem('unclosed_bracket');
    return { kind: 'list', members, start: open.start, end: (close as Token).end };
  }

  private intervalFrom(open: Token & { kind: 'symbol' }, low: Operand): Interval {
    const high = this.operand();
    needOrder(low);
    needOrder(high);
    if (low.kind === 'literal' && high.kind === 'literal' && low.type !== high.type) {
      throw new CellSyntaxError('mixed_interval', { start: low.start, end: high.end });
    }
    const close = this.peek();
    if (close?.kind !== 'symbol' || ![']', ')', '['].includes(close.text)) throw this.problem('unclosed_bracket');
    this.at++;
    return {
      kind: 'interval',
      low,
      lowIncluded: open.text === '[',
      high,
      highIncluded: close.text === ']',
      start: open.start,
      end: close.end,
    };
  }

  private operand(): Operand {
    const token = this.peek();
    // `date("…")` is a literal even where an input is called date.
    if (token?.kind !== 'word' || !this.isReference(token.text) || this.temporalFunction() !== null)
      return this.literal();
    this.at++;
    return { kind: 'reference', input: token.text, start: token.start, end: token.end };
  }

  private literal(): Literal {
    const token = this.peek();
    if (token?.kind === 'symbol' && token.text === '-') {
      const digits = this.tokens[this.at + 1];
      if (digits?.kind !== 'number') throw this.problem('value_expected');
      this.at += 2;
      // 0 - value, so that `-0` is 0
      return literalOf('number', 0 - digits.value, token.start, digits.end);
    }
    const temporal = this.temporal();
    if (temporal !== null) return temporal;
    if (token?.kind === 'word' && this.isReference(token.text)) throw this.problem('reference_in_list');
    if (token === undefined || token.kind === 'symbol') throw this.problem('value_expected');
    const value = token.kind === 'word' ? wordValues.get(token.text) : token.value;
    if (value === undefined) throw this.problem('unquoted_text');
    this.at++;
    const type: LiteralType = value === null ? 'null' : (typeof value as 'number' | 'string' | 'boolean');
    return literalOf(type, value, token.start, token.end);
  }

  /** `date("…")`, `time("…")`, `date and time("…")`, `duration("…")`, `@"…"`; null when none begins here. */
  private temporal(): Literal | null {
    const first = this.peek();
    if (first === undefined) return null;
    const written = this.temporalFunction();
    if (written === null) return null;
    const [name, length] = written;
    const text = this.tokens[this.at + length];
    if (text?.kind !== 'string') {
      throw new CellSyntaxError('temporal_quotes', { start: first.start, end: text?.end ?? this.text.length });
    }
    const close = name === '@' ? text : this.tokens[this.at + length + 1];
    if (close === undefined || (name !== '@' && (close.kind !== 'symbol' || close.text !== ')'))) {
      throw new CellSyntaxError('unclosed_temporal', { start: first.start, end: close?.start ?? this.text.length });
    }
    const read = readTemporalLiteral(name, text.value);
    if (!read.ok) throw new CellSyntaxError(read.code, { start: first.start, end: close.end });
    this.at += length + (name === '@' ? 1 : 2);
    return literalOf(read.type, read.value, first.start, close.end);
  }

  /** The function that begins here, and how many tokens it takes up to its text. */
  private temporalFunction(): [TemporalFunction, number] | null {
    if (this.isSymbol('@')) return ['@', 1];
    if (this.isWord('date') && this.isWord('and', 1) && this.isWord('time', 2) && this.isSymbol('(', 3)) {
      return ['date and time', 4];
    }
    if (!this.isSymbol('(', 1)) return null;
    for (const name of ['date', 'time', 'duration'] as const) if (this.isWord(name)) return [name, 2];
    return null;
  }

  private isReference(word: string): boolean {
    return this.inputs.has(word) && mayBeReferred(word);
  }

  private peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private isWord(word: string, ahead = 0): boolean {
    const token = this.tokens[this.at + ahead];
    return token?.kind === 'word' && token.text === word;
  }

  private isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.tokens[this.at + ahead];
    return token?.kind === 'symbol' && token.text === symbol;
  }

  private takeSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.at++;
    return true;
  }

  private problem(code: string): CellSyntaxError {
    return new CellSyntaxError(code, this.peek() ?? { start: this.text.length, end: this.text.length });
  }
}

function literalOf(type: LiteralType, value: LiteralValue, start: number, end: number): Literal {
  return { kind: 'literal', type, value, start, end };
}

/** A reference may be of any type: the column says whether it has an order. */
function needOrder(operand: Operand): void {
  if (operand.kind === 'literal' && !isOrderedType(operand.type))
    throw new CellSyntaxError('order_needs_number', operand);
}

const wordValues = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
