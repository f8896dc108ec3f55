import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begunAt, redone, undone, visited } from "@/components/state/undo-history";
import type { UndoHistory } from "@/components/state/undo-history";
import { UndoStore } from "@/components/state/undo-store";
import type { Shelf } from "@/components/state/undo-store";

/** The history after these states, one change each. */
const after = (...states: readonly string[]): UndoHistory =>
  states.slice(1).reduce((h, state) => visited(h, state, "changed"), begunAt(states[0] ?? ""));

describe("the undo history", () => {
  it("takes changes back one by one and brings them back", () => {
    const h = after("", "?a=1", "?a=2");
    const once = undone(h)!;
    expect(once).toEqual({ past: [""], present: "?a=1", future: ["?a=2"] });
    expect(undone(once)).toEqual({ past: [], present: "", future: ["?a=1", "?a=2"] });
    expect(redone(once)).toEqual(h);
    expect(undone(begunAt(""))).toBeNull();
    expect(redone(h)).toBeNull();
  });

  it("takes a gesture back as one change", () => {
    const dragged = ["?a=2", "?a=3"].reduce(
      (h, state) => visited(h, state, "continued"),
      after("", "?a=1"),
    );
    expect(dragged).toEqual({ past: [""], present: "?a=3", future: [] });
  });

  it("follows the browser's Back and Forward to its neighbours", () => {
    const h = after("", "?a=1", "?a=2");
    const back = visited(h, "?a=1", "browsed");
    expect(back).toEqual({ past: [""], present: "?a=1", future: ["?a=2"] });
    expect(visited(back, "?a=2", "browsed")).toEqual(h);
  });

  it("takes a change back to the state before for one more change", () => {
    expect(visited(after("", "?a=1"), "", "changed")).toEqual({
      past: ["", "?a=1"],
      present: "",
      future: [],
    });
  });

  it("forgets what was taken back once something else is changed", () => {
    const back = undone(after("", "?a=1", "?a=2"))!;
    expect(visited(back, "?b=1", "changed")).toEqual({
      past: ["", "?a=1"],
      present: "?b=1",
      future: [],
    });
  });

  it("forgets nothing by undo and redo: any number of both leads back", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 20 }),
        fc.nat({ max: 25 }),
        (states, times) => {
          const made = after(...states);
          let h = made;
          let undos = 0;
          for (let i = 0; i < times; i++) {
            const next = undone(h);
            if (next === null) break;
            h = next;
            undos++;
          }
          expect(h.present).toBe(states[states.length - 1 - undos]);
          for (let i = 0; i < undos; i++) h = redone(h)!;
          expect(h).toEqual(made);
        },
      ),
    );
  });

  it("keeps the newest 200 changes", () => {
    const states = Array.from({ length: 300 }, (_, i) => `?step=${i}`);
    const { past } = after(...states);
    expect(past).toHaveLength(200);
    expect(past.at(-1)).toBe("?step=298");
  });
});

describe("the undo store", () => {
  const shelf = (): Shelf & { readonly kept: Map<string, string> } => {
    const kept = new Map<string, string>();
    return {
      kept,
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, text) => void kept.set(name, text),
    };
  };

  it("goes on after a reload", () => {
    const storage = shelf();
    const first = new UndoStore(storage, "figure", "");
    first.visit("?a=1", "changed");
    const second = new UndoStore(storage, "figure", "?a=1");
    expect(second.undo()).toBe("");
    expect(second.redo()).toBe("?a=1");
    expect(second.redo()).toBeNull();
  });

  it("takes a link that was opened meanwhile for one more change", () => {
    const storage = shelf();
    new UndoStore(storage, "figure", "").visit("?a=1", "changed");
    const store = new UndoStore(storage, "figure", "?b=1");
    expect(store.undo()).toBe("?a=1");
    expect(store.undo()).toBe("");
    expect(store.undo()).toBeNull();
  });

  it.each(["{", "null", '{"past":[1],"present":"","future":[]}', '{"past":[]}'])(
    "starts anew from a storage that holds %s",
    (text) => {
      const storage = shelf();
      storage.setItem("figure", text);
      const store = new UndoStore(storage, "figure", "?a=1");
      expect([store.canUndo(), store.canRedo()]).toEqual([false, false]);
      store.visit("?a=2", "changed");
      expect(store.undo()).toBe("?a=1");
    },
  );

  it("works where nothing can be stored", () => {
    const refusing: Shelf = {
      getItem: () => {
        throw new Error("denied");
      },
      setItem: () => {
        throw new Error("full");
      },
    };
    for (const storage of [null, refusing]) {
      const store = new UndoStore(storage, "figure", "");
      store.visit("?a=1", "changed");
      expect(store.undo()).toBe("");
    }
  });

  it("tells its listeners of every move and of nothing else", () => {
    const store = new UndoStore(null, "figure", "");
    let moves = 0;
    const stop = store.subscribe(() => moves++);
    store.visit("", "changed");
    expect(moves).toBe(0);
    store.visit("?a=1", "changed");
    store.undo();
    store.undo();
    expect(moves).toBe(2);
    stop();
    store.redo();
    expect(moves).toBe(2);
  });
});
