import { errorAt } from '../findings.ts';
import type { Statement } from '../syntax/ast.ts';
import { blocksOf } from '../syntax/walk.ts';
import type { NameContext } from './names.ts';
import type { ProcedureSymbol } from './symbols.ts';

type JumpContext = NameContext & { owner: ProcedureSymbol };

/** Enters the labels of a procedure. */
export function collectLabels(context: JumpContext, statements: readonly Statement[]): void {
  for (const statement of statements) {
    if (statement.kind === 'label') {
      const existing = context.owner.labels.get(statement.key);
      if (existing !== undefined)
        context.findings.push(
          errorAt(
            statement.at,
            'SCENARIO_DUPLICATE_NAME',
            `The label ${statement.name} is already in line ${existing.line}.`,
            { variant: 'label', name: statement.name, otherLine: existing.line },
          ),
        );
      else context.owner.labels.set(statement.key, statement.at);
    }
    for (const block of blocksOf(statement)) collectLabels(context, block);
  }
}

/** Labels that are missing, and Exit where there is nothing of that kind to leave. */
export function checkJumps(
  context: JumpContext,
  statements: readonly Statement[],
  loops: readonly string[],
): void {
  const { owner, findings } = context;
  for (const statement of statements) {
    if (
      'key' in statement &&
      statement.key !== undefined &&
      statement.kind !== 'label' &&
      !owner.labels.has(statement.key)
    )
      findings.push(
        errorAt(
          statement.at,
          'SCENARIO_UNKNOWN_LABEL',
          `There is no label ${statement.name} in ${owner.name}: write ${statement.name}: at the start of the line to jump to.`,
          { name: statement.name, procedure: owner.name },
        ),
      );
    if (statement.kind === 'exit') {
      const { what } = statement;
      const inProcedure = what === 'sub' || what === 'function';
      const fits = inProcedure
        ? owner.declaration.kind === what
        : loops.includes(what === 'while' ? 'do' : what);
      const word = what.charAt(0).toUpperCase() + what.slice(1);
      if (!fits)
        findings.push(
          errorAt(
            statement.at,
            'SCENARIO_EXIT_OUTSIDE',
            `Exit ${word} stands outside a ${word}: there is nothing to leave.`,
            { word },
          ),
        );
    }
    const loop = statement.kind === 'forEach' ? 'for' : statement.kind;
    for (const block of blocksOf(statement)) checkJumps(context, block, [...loops, loop]);
  }
}
