import type { TypeName } from '../syntax/tokens.ts';

/** Types whose values the machine keeps as plain numbers; a Boolean is -1 or 0. */
export type NumericType = Exclude<TypeName, 'String' | 'Variant'>;

/**
 * A number inside a Variant that is not a Double. Doubles, which are most values, stay plain numbers there, and
 * Booleans are `true` and `false`.
 */
export class Tagged {
  readonly type: NumericType;
  readonly value: number;
  /** An Integer or a Long: what counters and counts are. */
  readonly isWhole: boolean;

  constructor(type: NumericType, value: number) {
    this.type = type;
    this.value = value;
    this.isWhole = type === 'Integer' || type === 'Long';
  }
}

/** An array: `dims` is empty while it has no bounds yet. Numeric elements are plain numbers of `element`. */
export class ScenarioArray {
  readonly element: TypeName | RecordShape;
  dims: readonly Dimension[];
  items: Value[];

  constructor(element: TypeName | RecordShape, dims: readonly Dimension[], items: Value[]) {
    this.element = element;
    this.dims = dims;
    this.items = items;
  }
}

export interface Dimension {
  lower: number;
  /** Number of elements; the highest index is `lower + size - 1`. */
  size: number;
}

/** The layout of a `Type … End Type`. */
export interface RecordShape {
  name: string;
  fields: {
    name: string;
    key: string;
    type: TypeName | RecordShape;
    dims?: readonly Dimension[];
    length?: number;
  }[];
}

export class ScenarioRecord {
  readonly shape: RecordShape;
  readonly fields: Value[];

  constructor(shape: RecordShape, fields: Value[]) {
    this.shape = shape;
    this.fields = fields;
  }
}

/** What a Variant holds: Empty is `undefined`, Null is `null`. */
export type Value = undefined | null | boolean | number | string | Tagged | ScenarioArray | ScenarioRecord;

const SMALLEST_KEPT = -16;
const LARGEST_KEPT = 1024;
const KEPT_INTEGERS = Array.from(
  { length: LARGEST_KEPT - SMALLEST_KEPT + 1 },
  (_, index) => new Tagged('Integer', index + SMALLEST_KEPT),
);

/** Puts a plain number of a type into the form a Variant holds. */
export function boxed(type: NumericType, value: number): Value {
  if (type === 'Double') return value;
  if (type === 'Boolean') return value !== 0;
  if (type === 'Integer' && value >= SMALLEST_KEPT && value <= LARGEST_KEPT)
    return KEPT_INTEGERS[value - SMALLEST_KEPT];
  return new Tagged(type, value);
}

/** Type of a number in a Variant; `undefined` for what is no number. */
export function numericTypeOf(value: Value): NumericType | undefined {
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return value instanceof Tagged ? value.type : undefined;
}

/** The plain number of a value for which `numericTypeOf` gives a type. */
export function plainNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? -1 : 0;
  return (value as Tagged).value;
}
