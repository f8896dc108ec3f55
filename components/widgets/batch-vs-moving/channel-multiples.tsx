"use client";

import { Fragment } from "react";
import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { linearAxis } from "@/components/charts/plot/axis";
import { Dots, Line } from "@/components/charts/plot/marks";
import { Spark } from "@/components/charts/plot/spark";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import type { Places } from "@/components/charts/shapes/places";
import { useLinearAxis } from "@/components/charts/plot/use-axis";
import type { ChangeExperiment } from "@/components/live-figure/figure-parts";
import panel from "@/components/workbench/panel.module.css";
import type { ChannelModel, Multiples } from "./multiples";
import { domainOf } from "./series-domain";
import type { StatisticSeries } from "./series";
import styles from "./view.module.css";

export interface ChannelMultiplesProps {
  readonly multiples: Multiples;
  readonly step: number;
  /** Absent in a poster. */
  readonly onChange?: ChangeExperiment | undefined;
}

/** The channels of the run side by side, each on its own scale; a click chooses the one that is drawn large. */
export function ChannelMultiples({ multiples, step, onChange }: ChannelMultiplesProps): ReactNode {
  const { channels, count, earlier, later } = multiples;
  const [first, last] = [channels[0]?.channel ?? 0, channels.at(-1)?.channel ?? 0];
  const shown = channels.length === count ? "" : `Channels ${first} to ${last} of ${count}. `;
  const choose = (channel: number): void => onChange?.({ channel });
  return (
    <section className={styles["multiples"]} aria-label="All channels">
      <h2 className={panel["panel-title"]} data-export>
        All channels
      </h2>
      <p className={panel["panel-note"]} data-export>
        {shown}Above the mean, below the variance, each on a scale of its own. Choose one to see it
        large.
      </p>
      <ul className={styles["channels"]} inert={onChange === undefined}>
        {channels.map((channel) => (
          <Channel key={channel.channel} {...channel} step={step} onChoose={choose} />
        ))}
      </ul>
      {(earlier !== null || later !== null) && (
        <div className={styles["windows"]} inert={onChange === undefined}>
          {earlier !== null && (
            <button type="button" className="quiet-button" onClick={() => choose(earlier)}>
              Earlier channels
            </button>
          )}
          {later !== null && (
            <button type="button" className="quiet-button" onClick={() => choose(later)}>
              Later channels
            </button>
          )}
        </div>
      )}
    </section>
  );
}

const Channel = ({
  channel,
  name,
  isChosen,
  mean,
  variance,
  step,
  onChoose,
}: ChannelModel & {
  readonly step: number;
  readonly onChoose: (channel: number) => void;
}): ReactNode => (
  <li>
    <button
      type="button"
      className={styles["channel"]}
      aria-pressed={isChosen}
      aria-label={`${channel}: ${name}. ${said("mean", mean)}, ${said("variance", variance)} after step ${step}`}
      onClick={() => onChoose(channel)}
    >
      <span className={styles["channel-name"]} data-export>
        {parted(name)}
      </span>
      <Series which="mean" of={name} series={mean} />
      <Series which="variance" of={name} series={variance} />
    </button>
  </li>
);

/** A long name breaks between its words, which columns of tables join by underscores. */
const parted = (name: string): ReactNode =>
  name.split(/(?<=[_/])/).map((part, i) => (
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ));

const said = (which: string, { chosen }: StatisticSeries): string =>
  `moving ${which} ${formatNumber(chosen.after)}, batch ${which} ${formatNumber(chosen.batch)}`;

/** Of a long run every so many steps are enough for a mark this small. */
const mostMarks = 100;

function Series({
  which,
  of,
  series: { batch, population, moving },
}: {
  readonly which: "mean" | "variance";
  /** The channel's name. */
  readonly of: string;
  readonly series: StatisticSeries;
}): ReactNode {
  const domain = domainOf({ batch, population, moving }, which);
  const y = useLinearAxis({ name: `${which} of ${of}`, domain, direction: "up" }, 5);
  const steps = batch.length;
  const x = linearAxis([0, steps], "right");
  const stride = Math.ceil(steps / mostMarks);
  const at = (values: Float64Array, firstStep: number): Places => ({
    count: Math.ceil(values.length / stride),
    x: (i) => x.place(i * stride + firstStep),
    y: (i) => y.place(values[i * stride] ?? NaN),
  });
  return (
    <Spark>
      <Dots of="batch" d={dotsPath(at(batch, 1))} />
      <Line of="moving" d={linePath(at(moving, 0))} />
    </Spark>
  );
}
