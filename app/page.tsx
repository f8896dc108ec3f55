import Link from "next/link";
import type { ReactNode } from "react";
import { Site } from "@/components/layout/site";
import { Widget } from "@/components/widgets/widget";
import styles from "./home.module.css";

export default function HomePage(): ReactNode {
  return (
    <Site width="wide">
      <div className={styles["intro"]}>
        <h1>Why is my model bad in inference mode?</h1>
        <p className={styles["lead"]}>
          Because Batch Normalization is two functions in one. In training it divides by the
          statistics of the <Quantity of="batch">batch</Quantity> in front of it. Afterwards it
          divides by <Quantity of="moving">moving statistics</Quantity>, which trail behind. Below,
          a layer meets 200 batches of real wine analyses. Move <code>momentum</code> and watch the
          second function catch up with the first, or fail to.
        </p>
      </div>
      <Widget id="batch-vs-moving" surface="page" controls={["momentum", "batch_size"]} />
      <section className={styles["next"]} aria-labelledby="next">
        <h2 id="next">Where to go</h2>
        <ul>
          <li>
            <Link href="/playground">Playground</Link>
            <p>Every argument this engine computes, on measured, synthetic or your own data.</p>
          </li>
          <li>
            <Link href="/docs">Reference</Link>
            <p>One page per argument: what it changes, when to change it, what goes wrong.</p>
          </li>
          <li>
            <Link href="/embed/batch-vs-moving">This figure alone</Link>
            <p>For an iframe in your own page. Its address restores exactly what you see.</p>
          </li>
        </ul>
        <p className={styles["about"]}>
          The numbers are computed in this browser by an engine that is tested against what
          TensorFlow computes, gradients included.
        </p>
      </section>
    </Site>
  );
}

const Quantity = (props: { readonly of: string; readonly children: ReactNode }): ReactNode => (
  <span className={styles["quantity"]} data-quantity={props.of}>
    {props.children}
  </span>
);
