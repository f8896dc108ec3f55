import type { ReactNode } from "react";
import { counted } from "@/components/charts/format/counted";
import { formatNumber } from "@/components/charts/format/number";
import panel from "@/components/workbench/panel.module.css";
import { shapeText } from "./axes";
import type { ElementModel, FigureModel } from "./figure-model";
import styles from "./view.module.css";

const number = (value: number): string => formatNumber(value, 5);

/** In a sum or product: a negative number has brackets. */
const inner = (value: number): string => (value < 0 ? `(${number(value)})` : number(value));

const Q = ({ of, children }: { readonly of: string; readonly children: ReactNode }): ReactNode => (
  <span className={styles["quantity"]} data-quantity={of}>
    {children}
  </span>
);

function Formula({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <p className={styles["formula"]}>
      <span className={styles["formula-name"]}>{name}</span>
      <span>{children}</span>
    </p>
  );
}

/** More would fill the column. */
const mostTerms = 6;

const termsOf = (values: readonly number[], write: (value: number) => string): string => {
  const [first = NaN, ...rest] = values.slice(0, mostTerms);
  const dots = values.length > mostTerms ? " + …" : "";
  return [write(first), ...rest.map(write)].join(" + ") + dots;
};

/** How one element becomes an output, with its numbers filled in. */
function Element({
  element,
  unit,
}: {
  readonly element: ElementModel;
  readonly unit: string;
}): ReactNode {
  const { input, mean, variance, epsilon, count, normalized, output, sharing } = element;
  return (
    <section>
      <h2 className={panel["panel-title"]}>
        Element {shapeText(element.index)}, {unit} {element.group}
      </h2>
      <Formula name={`mean of the m = ${counted(count, "element")} of ${unit} ${element.group}`}>
        ({termsOf(sharing, inner)}) / {count} = <Q of="batch">{number(mean)}</Q>
      </Formula>
      <Formula name="their variance">
        ({termsOf(sharing, (value) => `(${number(value)} − μ)²`)}) / {count} ={" "}
        <Q of="batch">{number(variance)}</Q>
      </Formula>
      <Formula name="normalized">
        x̂ = ({number(input)} − {mean < 0 ? "(" : ""}
        <Q of="batch">{number(mean)}</Q>
        {mean < 0 ? ")" : ""}) / √(<Q of="batch">{number(variance)}</Q> + {number(epsilon)}) ={" "}
        {number(normalized)}
      </Formula>
      <Formula name="output, with γ and β as they start">
        y = γ · x̂ + β = 1 · {inner(normalized)} + 0 = <Q of="output">{number(output)}</Q>
      </Formula>
    </section>
  );
}

/** One element's own numbers. */
export function Reading({ model }: { readonly model: FigureModel }): ReactNode {
  return model.element !== null && <Element element={model.element} unit={model.unit} />;
}
