import { expect, it } from "vitest";
import { EngineError } from "@/engine";

it("an engine error is an Error with a code, the documented exception class and details", () => {
  const error = new EngineError("axis-range", "ValueError", "Invalid axis", { rank: 4 });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({
    name: "EngineError",
    code: "axis-range",
    kind: "ValueError",
    message: "Invalid axis",
    details: { rank: 4 },
  });
});

it("details are empty unless given", () => {
  expect(new EngineError("profile", "TypeError", "no").details).toEqual({});
});
