import type { ReactNode } from "react";
import type { AimsModel } from "./aims-model";
import { NumberTable } from "./number-table";
import { Quantity } from "./quantity";

/** What the project wants of its kernels, what was measured, and whether that is enough. */
export const AimsTable = ({ rows }: Pick<AimsModel, "rows">): ReactNode => (
  <NumberTable id="table-aims" caption="Aims, as ratios of times">
    <thead>
      <tr>
        <th scope="col">What</th>
        <th scope="col" data-number>
          Aim
        </th>
        <th scope="col" data-number>
          Measured
        </th>
        <th scope="col">Result</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ what, bound, aim, measured, met }) => (
        <tr key={what}>
          <th scope="row">{what}</th>
          <td>
            {bound} <Quantity value={aim} />
          </td>
          <td data-number>{measured === null ? "not measured" : <Quantity value={measured} />}</td>
          <td data-missed={met ? undefined : ""}>{met ? "met" : "missed"}</td>
        </tr>
      ))}
    </tbody>
  </NumberTable>
);
