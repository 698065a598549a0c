import type { ReactTable, Row, RowData, TableFeatures } from '@tanstack/react-table';

export interface DataTableProps<Features extends TableFeatures, Data extends RowData> {
  readonly table: ReactTable<Features, Data>;
  /** Names the region that scrolls. */
  readonly label: string;
  readonly className: string;
  readonly rowClass?: ((row: Row<Features, Data>) => string | undefined) | undefined;
  readonly onOpenRow?: ((row: Row<Features, Data>) => void) | undefined;
}

/** A table whose rows all stand in the page, in a region that scrolls. */
export function DataTable<Features extends TableFeatures, Data extends RowData>({
  table,
  label,
  className,
  rowClass,
  onOpenRow,
}: DataTableProps<Features, Data>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be reachable by keyboard.
    <section className={className} tabIndex={0} aria-label={label}>
      <table>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <th key={header.id} scope="col">
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className={rowClass?.(row)} onDoubleClick={onOpenRow && (() => onOpenRow(row))}>
              {row.getAllCells().map((cell) => (
                <td key={cell.id}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
