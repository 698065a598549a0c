import type { Span } from '../findings.ts';
import { textOf } from '../runtime/convert.ts';
import { checkedText, type Machine, printText } from '../runtime/machine.ts';
import { textOfNumber } from '../runtime/number-text.ts';
import { numericTypeOf, plainNumber, type Value } from '../runtime/values.ts';
import { asValue } from './code.ts';
import { emit } from './emitter.ts';
import type { StatementCompiler, StatementOf } from './statement-compiler.ts';

const ZONE_WIDTH = 14;

/** A printed value: numbers have a place for the sign before them, and a blank after. */
function printedText(value: Value, at: Span): { text: string; isNumber: boolean } {
  if (value === null) return { text: 'Null', isNumber: false };
  const type = numericTypeOf(value);
  if (type === undefined || type === 'Boolean' || type === 'Date')
    return { text: textOf(value, at), isNumber: false };
  const text = textOfNumber(type, plainNumber(value));
  return { text: text.startsWith('-') ? text : ` ${text}`, isNumber: true };
}

/** `Print a; b, c`: `;` sets side by side, `,` goes to the next zone of 14 columns, one at the end keeps the line open. */
export function compilePrint(compiler: StatementCompiler, statement: StatementOf<'print'>): void {
  const { context, emitter } = compiler;
  const { at } = statement;
  const parts = statement.items.map((item) => ({
    separator: item.separator,
    run: item.value === undefined ? undefined : asValue(context.expression(context, item.value)),
  }));
  const open = statement.items.at(-1)?.separator !== undefined;
  emit(emitter, at, (machine: Machine) => {
    let line = machine.lineOpen ? (machine.printed.at(-1) ?? '') : '';
    const start = line.length;
    let blank = machine.lineOpen && machine.blankPending;
    for (const { separator, run } of parts) {
      if (run !== undefined) {
        const { text, isNumber } = printedText(run(machine), at);
        line += (blank ? ' ' : '') + text;
        blank = isNumber;
      } else if (separator === ',') {
        line = line.padEnd((Math.floor(line.length / ZONE_WIDTH) + 1) * ZONE_WIDTH, ' ');
        blank = false;
      }
    }
    machine.blankPending = blank;
    printText(machine, checkedText(machine, line.slice(start), at), open);
  });
}
