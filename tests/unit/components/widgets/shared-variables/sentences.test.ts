import { describe, expect, it } from "vitest";
import { figureOf } from "./support";

const sentences = (query = ""): readonly string[] => figureOf(query).sentences;

describe("what the figure says", () => {
  it("of automatic names: nothing is shared, and the second call stays as it was", () => {
    expect(sentences()).toEqual([
      "The second call made 4 variables of its own, in batch_normalization_1: the graph has 8 variables, and the two calls share none.",
      "10 steps have trained on the loss of the first call alone, and the second call’s output for alcohol = 11.76 is still 11.75 in inference mode and is still −1.623 in training mode: nothing that it uses has moved.",
      "Each step moves batch_normalization/moving_mean:0 once: at momentum 0.9, 34.9\u00a0% of its initial value is left after 10 steps.",
      "No step moves batch_normalization_1/moving_mean:0: it is still 0.",
    ]);
  });

  it("of variables that are shared: the second call follows the first", () => {
    expect(sentences("first_name=bn&name=bn&reuse=true")).toEqual([
      "The second call found 4 variables of the first, in bn: the graph has 4 variables, and both calls use them.",
      "10 steps have trained on the loss of the first call alone, and the second call’s output for alcohol = 11.76 went from 11.75 to 4.177 in inference mode and went from −1.623 to −1.661 in training mode: what the first call learns, the second uses.",
      "Each step moves bn/moving_mean:0 once: at momentum 0.9, 34.9\u00a0% of its initial value is left after 10 steps.",
      "The operations of the second call stand in bn_1, its variables in bn: names of operations are always new, but a variable scope can be entered again.",
    ]);
  });

  it("of statistics that both calls move: half the memory", () => {
    expect(sentences("first_name=bn&name=bn&reuse=true&updates_of=both")[2]).toBe(
      "Each step moves bn/moving_mean:0 twice: at momentum 0.9, 12.2\u00a0% of its initial value is left after 10 steps.",
    );
  });

  it("of own statistics that move while nothing trains: only inference mode changes", () => {
    const [, outputs] = sentences("updates_of=both&step=1");
    expect(outputs).toContain("1 step has trained on the loss of the first call alone");
    expect(outputs).toContain(
      "is still −1.623 in training mode: its own moving statistics move, but nothing trains its gamma and beta.",
    );
  });

  it("of a momentum at which nothing is left, or all", () => {
    expect(sentences("momentum=0")[2]).toContain("nothing of its initial value is left");
    expect(sentences("momentum=1")[2]).toContain("all of its initial value is left");
  });

  it.each([
    [
      "first_name=bn&name=bn",
      "TensorFlow raises a ValueError at the second call: the program ends there, the graph has the 4 variables of the first call, and no step is trained.",
      'A name that is used again is taken for a mistake. With a reuse of true or "auto" the call would use the variables that are there; with another name it would make its own.',
    ],
    [
      "name=bn&reuse=true",
      "TensorFlow raises a ValueError at the second call: the program ends there, the graph has the 4 variables of the first call, and no step is trained.",
      'A reuse of true only finds. With "auto" the call would make what is missing, and so would null where no scope around it reuses; or the name is not the one that was meant.',
    ],
  ])("of the refusal of %s: where the program ends, and what helps", (query, main, hint) => {
    expect(sentences(query)).toEqual([main, hint]);
  });

  it("gives hints that hold: each makes the refused program run", () => {
    const helps = ["first_name=bn&name=bn&reuse=true", "first_name=bn&name=bn&reuse=auto"];
    const others = ["first_name=bn&name=other", "name=bn&reuse=auto", "name=bn"];
    for (const query of [...helps, ...others]) expect(figureOf(query).refusal).toBeNull();
  });

  it("of a first call that is refused: there are no variables", () => {
    expect(sentences("first_name=")).toEqual([
      "TensorFlow raises a TypeError at the first call: the program ends there, the graph has no variable, and no step is trained.",
    ]);
  });
});
