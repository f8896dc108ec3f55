import type { ReactNode } from "react";
import type { BrowserModel } from "./browser-model";
import { NumberTable } from "./number-table";
import { Quantity } from "./quantity";

/** The same tasks in Node and in a worker of a browser. */
export const BrowserTable = ({
  shape,
  backend,
  rows,
}: Pick<BrowserModel, "shape" | "backend" | "rows">): ReactNode => (
  <NumberTable id="table-browser" caption={`${shape}, ${backend}, in two places`}>
    <thead>
      <tr>
        <th scope="col">Task</th>
        <th scope="col" data-number>
          Node, ms
        </th>
        <th scope="col" data-number>
          worker, ms
        </th>
        <th scope="col" data-number>
          worker over Node, ×
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ task, nodeMs, workerMs, ratio }) => (
        <tr key={task}>
          <th scope="row">{task}</th>
          {[nodeMs, workerMs, ratio].map((value, at) => (
            <td key={at}>
              <Quantity value={value} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </NumberTable>
);
