import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { CodeBlock } from "@/components/mdx/code-block";
import { playgroundOf } from "@/components/widgets/registry";
import { Widget } from "@/components/widgets/widget";
import listStyles from "../index.module.css";
import { example } from "./example";
import { parts } from "./parts";

export const metadata: Metadata = {
  title: "The graph",
  description: "Why nothing moves in TensorFlow 1 unless somebody runs it, and what to run.",
};

export default function GraphPage(): ReactNode {
  return (
    <>
      <h1>The graph</h1>
      <p>
        An eager layer computes when it is called, and has moved its statistics when the call
        returns. A layer of TensorFlow 1 computes nothing. Its call adds operations to a graph, and
        a session runs them later: those that were asked for, those they need, and no others.
      </p>
      <p>
        That is why “the moving averages never change” is the oldest complaint about this layer. The
        loss needs the outputs, and the outputs in training mode need the batch’s own statistics. No
        loss needs the two operations that move the averages. A train step that minimizes the loss
        leaves them out, without an error; the layer trains well and predicts with mean 0 and
        variance 1.
      </p>
      <Widget
        id="update-ops"
        surface="page"
        controls={["run_update_ops", "collect_before_layer", "momentum"]}
      />
      <p>
        <Link href={playgroundOf("update-ops")}>All controls are in the playground.</Link>
      </p>

      <h2 id="program">As a program</h2>
      <p>
        The engine’s graph is small, but it is one: the numbers below come from running it. The
        first step trains and leaves the moving mean where it was; the second also runs the
        collected updates.
      </p>
      <CodeBlock>
        <code className="language-ts">{example}</code>
      </CodeBlock>
      <p>
        A layer object does the same with <code>new BatchNormalization(args, {"{ graph }"})</code>{" "}
        and <Link href="/docs/members/apply">apply</Link>. Its operations are in{" "}
        <Link href="/docs/members/updates">updates</Link>, in every version; only{" "}
        <code>tf-1.4</code> and <code>tf-2.3-layers</code>, the layers of <code>tf.layers</code>,
        also put them into UPDATE_OPS. Whoever takes a layer of a later Keras and waits for the
        collection to fill waits in vain.
      </p>

      <h2 id="parts">Its parts</h2>
      <dl className={listStyles["list"]}>
        {parts.map(({ name, text }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p>
        What differs from TensorFlow on purpose, such as variables that need no initializing, is
        listed under <Link href="/docs/deviations#graph-variables">Deviations</Link>.
      </p>
    </>
  );
}
