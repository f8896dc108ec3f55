import type { ReactNode } from "react";
import { tasks } from "@/content/benchmarks/kernel-report";
import { NumberTable } from "./number-table";
import { Quantity } from "./quantity";
import { isAbsent } from "./timing-table";
import type { TaskCell, TimingRow } from "./timing-table";

export interface TimingTableProps {
  readonly id: string;
  readonly caption: ReactNode;
  /** What the rows are. */
  readonly of: string;
  /** What the ratios are over, e.g. "floor". */
  readonly over: string;
  readonly rows: readonly TimingRow[];
}

/** Each row's time for every task, in ms and as a ratio. */
export const TimingTable = ({ id, caption, of, over, rows }: TimingTableProps): ReactNode => (
  <NumberTable id={id} caption={caption}>
    <colgroup />
    {tasks.map((task) => (
      <colgroup key={task} span={2} />
    ))}
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {of}
        </th>
        {tasks.map((task) => (
          <th key={task} scope="colgroup" colSpan={2} data-number data-starts>
            {task}
          </th>
        ))}
      </tr>
      <tr>
        {tasks.flatMap((task) => [
          <th key={`${task}, time`} scope="col" data-number data-starts>
            ms
          </th>,
          <th key={`${task}, ratio`} scope="col" data-number>
            × {over}
          </th>,
        ])}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ name, cells }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {cells.map((cell, at) => (
            <Cells key={at} cell={cell} />
          ))}
        </tr>
      ))}
    </tbody>
  </NumberTable>
);

const Cells = ({ cell }: { readonly cell: TaskCell }): ReactNode =>
  isAbsent(cell) ? (
    <td colSpan={2 * cell.tasks} data-reason data-starts>
      not measured: {cell.reason}
    </td>
  ) : (
    <>
      <td data-starts>
        <Quantity value={cell.ms} />
      </td>
      <td data-number>{cell.ratio === null ? "–" : <Quantity value={cell.ratio} />}</td>
    </>
  );
