import type { ReactNode } from "react";
import { counted } from "@/components/charts/format/counted";
import { formatNumber } from "@/components/charts/format/number";
import type { KeptTable } from "@/workers/contract";
import styles from "./own-table.module.css";

const mostLeftOut = 3;

/** Which columns are no channels, and why. */
function leftOutNotes(columns: KeptTable["report"]["leftOutColumns"]): readonly (string | false)[] {
  const more = columns.length - mostLeftOut;
  return [
    ...columns
      .slice(0, mostLeftOut)
      .map(({ name, cells, texts, first, hasDecimalComma }) =>
        first === null
          ? `${name} was left out: all its cells are missing.`
          : `${name} was left out: ${texts} of its ${counted(cells, "cell", "cells")} ${texts === 1 ? "is not a number" : "are not numbers"}, the first being ${first.cell} in row ${first.row}${hasDecimalComma ? "; decimals use a point" : ""}.`,
      ),
    more > 0 && `${counted(more, "more column was", "more columns were")} left out.`,
  ];
}

/** What was noticed while reading, one sentence each. */
function notesOn({ report, isStored }: KeptTable): readonly string[] {
  const constants = report.constantColumns;
  return [
    ...leftOutNotes(report.leftOutColumns),
    report.rowsDropped > 0 &&
      `${counted(report.rowsDropped, "row", "rows")} with missing cells ${report.rowsDropped === 1 ? "was" : "were"} dropped.`,
    report.cellsFilled > 0 &&
      `${counted(report.cellsFilled, "missing cell was", "missing cells were")} filled with the column mean.`,
    report.infiniteCells > 0 &&
      `${counted(report.infiniteCells, "cell is", "cells are")} infinite; the statistics will show what that does.`,
    constants.length > 0 &&
      `Constant: ${constants.slice(0, 5).join(", ")}${constants.length > 5 ? " and more" : ""}.`,
    !isStored && "This browser refused to store the table; it is kept until the page is closed.",
  ].filter((note) => note !== false);
}

/** How a table was read, and its first rows. */
export function OwnTablePreview({ kept }: { readonly kept: KeptTable }): ReactNode {
  const shown = kept.columns.slice(0, 8);
  return (
    <>
      <p>
        <b>
          {counted(kept.rowCount, "example", "examples")} of{" "}
          {counted(kept.columns.length, "channel", "channels")}
        </b>
        {kept.report.hasHeader ? ", named by the first row." : ", without a header."}
      </p>
      {notesOn(kept).map((note) => (
        <p key={note}>{note}</p>
      ))}
      <div className={styles["preview"]}>
        <table>
          <caption>First rows{kept.columns.length > shown.length ? " and columns" : ""}</caption>
          <thead>
            <tr>
              {shown.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kept.preview.map((row, i) => (
              <tr key={i}>
                {shown.map((name, column) => (
                  <td key={name}>{formatNumber(row[column] ?? NaN, 6)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
