import type { TableRef } from '#shared/contract/find-tables.ts';
import { type DatabaseProduct, dialectOf } from '../../odbc/dialect.ts';

/**
 * Names that one product or another takes for its own words. Where a name is quoted without need no harm is done:
 * it is written as the catalog has it.
 */
const reserved = new Set(
  `access add all alter analyze and any as asc audit authorization backup before begin between bigint binary
  both break browse bulk by call cascade case cast change char character check checkpoint clob close cluster clustered
  coalesce collate column commit compress compute condition connect constraint contains continue convert create
  cross cube current current_date current_time current_timestamp current_user cursor database databases dba
  deallocate dec decimal declare default deferrable delayed delete deny desc describe disk distinct distributed div do
  double drop dummy dump each else elseif enclosed end errlvl escape escaped except exclusive exec execute exists exit
  explain external false fetch fillfactor float for force foreign freetext freeze from full fulltext function
  generated get glob go goto grant group groups having high_priority holdlock identified identity if ignore ilike
  immediate in increment index infile initial initially inner inout insensitive insert int integer intersect interval
  into is isnull iterate join key keys kill lateral leading leave left like limit lines linear load local
  localtime localtimestamp lock long loop low_priority match maxvalue merge minus mod modifies modify
  natural new no noaudit nocheck nocompress not notnull null nullif nowait numeric of off offline offset offsets
  old on online only open optimize option optionally or order out outer outfile over overlaps pctfree percent
  pivot placing plan precision primary print prior procedure public purge raiserror range rank raw read reads real
  references regexp release rename repeat replace replication require resource restrict return returning revert revoke
  right rlike rollback row rowcount rowid rownum rows rule save schema select sensitive separator session
  session_user set share show similar size smallint some spatial sql statistics successful synonym sysdate system
  system_user table tablesample tables terminated text textsize then tinyint to top trailing tran
  transaction trigger true truncate tsequal uid undo union unique unlock unpivot unsigned update updatetext usage
  use user using validate value values varbinary varchar varchar2 variadic varying verbose view views waitfor when
  whenever where while window with within write writetext xor year_month zerofill`.split(/\s+/),
);

/** Words that only these products keep for themselves; they are usual names of columns elsewhere. */
const ownWords: Partial<Record<DatabaseProduct, ReadonlySet<string>>> = {
  oracle: new Set(['file', 'date', 'level', 'start', 'comment', 'mode', 'number']),
  sqlserver: new Set(['file']),
  sybase: new Set(['time', 'timestamp', 'date', 'file']),
};

/** Products that turn a name without quotes into small letters, or into capitals. */
const smallLetters: readonly DatabaseProduct[] = ['postgresql', 'informix'];

/** The name as it stands in SQL: quoted only where the product would read it otherwise. */
export function identifier(product: DatabaseProduct, name: string): string {
  const plain = smallLetters.includes(product)
    ? /^[a-z_][a-z0-9_]*$/
    : product === 'oracle'
      ? /^[A-Z][A-Z0-9_]*$/
      : /^[A-Za-z_][A-Za-z0-9_]*$/;
  // Informix takes its own words for names, and quoted ones only where DELIMIDENT is set.
  const word = name.toLowerCase();
  const isOwnWord = product !== 'informix' && (reserved.has(word) || ownWords[product]?.has(word));
  return plain.test(name) && !isOwnWord ? name : dialectOf(product).quoteIdentifier(name);
}

/** Schemas that are there without being named. */
const usualSchemas: Partial<Record<DatabaseProduct, string>> = {
  postgresql: 'public',
  sqlserver: 'dbo',
  sybase: 'dbo',
};

/** The table as it stands behind FROM. */
export function tableText(product: DatabaseProduct, { catalog, schema, name }: TableRef): string {
  const parts =
    catalog === undefined
      ? [schema === usualSchemas[product] ? undefined : schema, name]
      : [catalog, schema, name];
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => identifier(product, part as string))
    .join('.');
}
