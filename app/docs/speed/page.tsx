import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { CodeBlock } from "@/components/mdx/code-block";
import { AimsTable } from "@/components/speed/aims-table";
import { browserModel } from "@/components/speed/browser-model";
import { BrowserTable } from "@/components/speed/browser-table";
import { taskTitles } from "@/components/speed/names";
import { Megabytes, Quantity } from "@/components/speed/quantity";
import { RatioFigure } from "@/components/speed/ratio-figure";
import { speedModel } from "@/components/speed/speed-model";
import { TimingTable } from "@/components/speed/timing-table-view";
import browserReport from "@/content/benchmarks/browser.json";
import kernelReport from "@/content/benchmarks/kernels.json";
import { example } from "./example";
import styles from "./speed.module.css";

export const metadata: Metadata = {
  title: "How fast is it",
  description: "The engine’s kernels beside other libraries and a plain copy of the same memory.",
};

const model = speedModel(kernelReport);
const { machine, floorSpread, variants, aims } = model;
const browser = browserModel(browserReport);

export default function SpeedPage(): ReactNode {
  return (
    <>
      <h1>How fast is it</h1>
      <p>
        Three tasks are timed. A training forward computes the outputs and moves the moving
        statistics; forward + backward also computes the gradients of the inputs, γ and β; inference
        computes the outputs from the moving statistics. All of it is float32, on one thread, with
        the data already in the memory of each library. The contenders take turns in one process,
        and the time of each is the least of many calls. Before one is timed, its results are
        compared with those of <code>reference</code>; a contender that computes something else is
        left out. <code>npm run bench:kernels</code> repeats all of it.
      </p>
      <p>
        The numbers were measured on <time dateTime={machine.date}>{machine.day}</time>:{" "}
        {machine.text}. Another machine, or another day, has other milliseconds. Ratios within a run
        mean more.
      </p>

      <h2 id="floor">The floor</h2>
      <p>
        The floor of a shape is one <code>memory.copy</code> of its inputs inside WebAssembly
        memory. It reads every number once, writes as many, and computes nothing. A layer has to
        read its inputs and to write outputs of the same size as well, so no normalization that
        reads and writes memory can be much faster. The time over the floor says how much a program
        does besides.
      </p>
      <p>
        Some of that cannot be avoided. The mean and the variance of a channel are known only when
        all of it has been read, and then it is read again to be normalized. Where the inputs do not
        fit the cache, both come from memory. Counted in passes over memory, a copy makes two, and
        so does inference; a training forward makes three, and forward + backward eight: ratios of
        1, 1.5 and 4, if every pass took as long. A program that keeps a channel in the cache
        between its passes needs fewer. Where all inputs fit the cache, the copy is fast and what
        counts is arithmetic and the cost of a call, so that ratios are larger there.
      </p>
      {floorSpread !== null && (
        <p>
          The floor is measured anew in each case. The same <Megabytes bytes={floorSpread.bytes} />{" "}
          were copied in {floorSpread.cases} cases, in <Quantity value={floorSpread.leastMs} /> to{" "}
          <Quantity value={floorSpread.mostMs} />
          &nbsp;ms. Differences of that order may be chance.
        </p>
      )}

      <h2 id="ratios">Time over the floor</h2>
      <p>
        Each panel is one shape of the inputs. Bars begin at the floor, 1&nbsp;×, and end at the
        time over the floor; shorter is faster. The axis is logarithmic and the same in all panels.
        The first two rows are this engine’s backends.
      </p>
      {model.figures.map((figure) => (
        <section
          key={figure.task}
          className={styles["task"]}
          aria-labelledby={taskIds[figure.task]}
        >
          <h3 id={taskIds[figure.task]}>{taskTitles[figure.task]}</h3>
          <RatioFigure model={figure} domain={model.ratioDomain} />
        </section>
      ))}

      <h2 id="numbers">The numbers</h2>
      <p>
        Times are of one call, in milliseconds; × floor is the time over that of the copy. Numbers
        are shown with three digits.
      </p>
      {model.shapes.map(({ shape, axis, bytes, msFloor, rows }, at) => (
        <TimingTable
          key={shape}
          id={`table-shape-${at + 1}`}
          caption={
            <>
              {shape}, axis {axis}: <Megabytes bytes={bytes} />, copied in{" "}
              <Quantity value={msFloor} />
              &nbsp;ms
            </>
          }
          of="Contender"
          over="floor"
          rows={rows}
        />
      ))}

      <h2 id="variants">Ghost batches, renorm, adjustment, fused</h2>
      <p>
        The other ways of the layer to normalize, beside the plain one on as many numbers: with{" "}
        <Link href="/docs/arguments/virtual_batch_size">ghost batches</Link>, with clipped{" "}
        <Link href="/docs/arguments/renorm">renorm</Link>, with an{" "}
        <Link href="/docs/arguments/adjustment">adjustment</Link> that is one scale and one bias per
        channel, and <Link href="/docs/arguments/fused">fused</Link>, on images of one pixel. ×
        plain is the time over that of the plain layer of the same contender.
      </p>
      {variants.tables.map(({ contender, rows }, at) => (
        <TimingTable
          key={contender}
          id={`table-variants-${at + 1}`}
          caption={`Variants, ${contender}`}
          of="Case"
          over="plain"
          rows={rows}
        />
      ))}
      {variants.absences.map(({ contenders, reason }) => (
        <p key={reason}>
          Not measured: {contenders.join(", ")} ({reason}).
        </p>
      ))}

      <h2 id="aims">Aims</h2>
      <p>
        What the project wants of its own kernels. {aims.met} of {aims.rows.length} aims are met.
        What was not measured is not met.
      </p>
      <AimsTable rows={aims.rows} />

      <h2 id="contenders">The contenders</h2>
      <dl className={styles["contenders"]}>
        {model.contenders.map(({ name, what }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <ul>
        <li>
          A program without “by hand” is what the library’s documentation leads to: the formula,
          written with its operations, and its gradient by automatic differentiation. A program by
          hand was written for this page, with a look at what the library’s backend does well, and
          its gradient was derived on paper. The libraries’ authors may know faster ones.
        </li>
        <li>
          Both jax-js programs compute the variance as E[x²] − E[x]², which needs one pass and loses
          digits where the mean is far larger than the deviation. Those of TensorFlow.js subtract
          the mean before they square, which takes a pass more. The <code>wasm</code> kernels make
          one pass; where the mean is large, they subtract what they know of it so far.
        </li>
        <li>
          jax-js and TensorFlow.js can use several threads where a page shares memory with its
          workers; here they have one. Both also have backends for graphics cards, which are not
          measured.
        </li>
        <li>
          jax-js hands out its results with a promise, and each call waits for it. On the smallest
          shapes that is a part of its time.
        </li>
        <li>
          Other machines differ: in the speed of their memory, in their caches, in what a browser
          makes of the same code. Run it on yours.
        </li>
      </ul>

      <h2 id="browser">In a browser</h2>
      <p>
        The numbers above are from Node. The <code>{browser.backend}</code> backend was also timed
        in a worker of {browser.browser} beside Node, on{" "}
        <time dateTime={browser.machine.date}>{browser.machine.day}</time>: {browser.machine.text}.{" "}
        <code>npm run bench:browser</code> repeats it.
      </p>
      <BrowserTable {...browser} />

      <h2 id="use">Using it</h2>
      <p>
        The <code>wasm</code> backend is for float32 layers. It needs 128-bit SIMD, and neither
        threads nor shared memory. A layer whose dtype is float64 or float16 is computed by the
        reference, and so is every layer on a machine without SIMD; <code>layer.backend</code> says
        which of the two answers. <code>reference</code> is the default, and what computes the
        figures of this site.
      </p>
      <CodeBlock>
        <code>{example}</code>
      </CodeBlock>
      <p>
        A resident tensor lives in the kernels’ memory, and so do the outputs computed from it. Its
        memory is used again after <code>dispose()</code>. A plain tensor works too, but it is
        copied in and its outputs are copied out, which the times above do not contain.
      </p>
    </>
  );
}

const taskIds = {
  forward: "task-forward",
  "forward + backward": "task-forward-backward",
  inference: "task-inference",
} as const;
