import { beforeEach, describe, expect, it, vi } from "vitest";
import type { KeptTable } from "@/workers/contract";
import type * as OwnTables from "@/workers/data/own-tables";
import { defaultTableChoices } from "@/workers/table/choices";
import { refusalFrom } from "../support";

/** What stands for the device's storage. */
const device = vi.hoisted(() => ({
  kept: new Map<string, unknown>(),
  reads: [] as string[],
  refuses: false,
}));

vi.mock("idb-keyval", () => ({
  set: (key: string, value: unknown): Promise<void> => {
    if (device.refuses) return Promise.reject(new Error("storage is not allowed here"));
    device.kept.set(key, structuredClone(value));
    return Promise.resolve();
  },
  get: (key: string): Promise<unknown> => {
    device.reads.push(key);
    if (device.refuses) return Promise.reject(new Error("storage is not allowed here"));
    return Promise.resolve(structuredClone(device.kept.get(key)));
  },
}));

/** The module as a newly opened page loads it: it has no table open yet. */
async function newPage(): Promise<typeof OwnTables> {
  vi.resetModules();
  return import("@/workers/data/own-tables");
}

const choices = defaultTableChoices;
const small = "height,weight\n1.5,60\n1.6,70\n1.7,80\n";
/** Numbers without a pattern, so that they do not fit into a link. */
const large = `x,y\n${Array.from(
  { length: 500 },
  (_, i) => `${((i + 1) * 2654435761) % 4294967296},${((i + 7) * 40503) % 65536}`,
).join("\n")}\n`;
const table = {
  columns: ["height", "weight"],
  rowCount: 3,
  values: Float64Array.of(1.5, 60, 1.6, 70, 1.7, 80),
};

const elsewhere = (key: string): object => ({
  code: "own-elsewhere",
  kind: "ValueError",
  message:
    "This link names a table that is stored on another device or has been cleared. Give the table again to go on.",
  details: { own: key },
});

beforeEach(() => {
  device.kept.clear();
  device.reads.length = 0;
  device.refuses = false;
});

describe("a small table", () => {
  it("is kept inside its key, so that no storage is needed", async () => {
    device.refuses = true;
    const { keepTable } = await newPage();
    const kept = await keepTable({ source: small, choices });
    expect(kept).toEqual({
      key: expect.stringMatching(/^z-[\w-]+$/) as string,
      isStored: true,
      columns: ["height", "weight"],
      rowCount: 3,
      report: {
        delimiter: ",",
        hasHeader: true,
        rowsRead: 3,
        rowsDropped: 0,
        cellsFilled: 0,
        missingCells: 0,
        infiniteCells: 0,
        constantColumns: [],
        labelColumns: [],
        leftOutColumns: [],
      },
      preview: [
        [1.5, 60],
        [1.6, 70],
        [1.7, 80],
      ],
    } satisfies KeptTable);
    expect(device.kept.size).toBe(0);
  });

  it("is found by its key on this page, on another one and on another device", async () => {
    const { keepTable, ownTable } = await newPage();
    const { key } = await keepTable({ source: small, choices });
    await expect(ownTable(key)).resolves.toEqual(table);
    device.refuses = true;
    const other = await newPage();
    await expect(other.ownTable(key)).resolves.toEqual(table);
    expect(device.reads).toEqual([]);
  });

  it("is read again with the choices it was given with", async () => {
    const source = "kind,x\na,1\nb,\nc,5\n";
    const given = { header: "present", missing: "column-mean", labelColumn: "kind" } as const;
    const { key } = await (await newPage()).keepTable({ source, choices: given });
    const { ownTable } = await newPage();
    await expect(ownTable(key)).resolves.toEqual({
      columns: ["x"],
      rowCount: 3,
      values: Float64Array.of(1, 3, 5),
      labels: ["a", "b", "c"],
    });
  });

  it("may be a file as well as a text, under the same key", async () => {
    const { keepTable } = await newPage();
    const fromText = await keepTable({ source: small, choices });
    const fromFile = await keepTable({ source: new Blob([small]), choices });
    expect(fromFile).toEqual(fromText);
  });
});

describe("a large table", () => {
  it("is stored on this device under its fingerprint, and found there by another page", async () => {
    const { keepTable, ownTable } = await newPage();
    const kept = await keepTable({ source: large, choices });
    expect(kept).toMatchObject({ isStored: true, columns: ["x", "y"], rowCount: 500 });
    expect(kept.key).toMatch(/^k-[0-9a-f]{16}$/);
    expect([...device.kept.keys()]).toEqual([kept.key]);
    const here = await ownTable(kept.key);
    expect(device.reads).toEqual([]);
    const other = await newPage();
    await expect(other.ownTable(kept.key)).resolves.toEqual(here);
    expect(device.reads).toEqual([kept.key]);
  });

  it("is read from the device once", async () => {
    const { key } = await (await newPage()).keepTable({ source: large, choices });
    const { ownTable } = await newPage();
    expect(await ownTable(key)).toBe(await ownTable(key));
    expect(device.reads).toEqual([key]);
  });

  it("shows its first five rows", async () => {
    const { preview } = await (await newPage()).keepTable({ source: large, choices });
    expect(preview).toHaveLength(5);
    expect(preview[0]).toEqual([2654435761, (7 * 40503) % 65536]);
    expect(preview[4]).toEqual([(5 * 2654435761) % 4294967296, (11 * 40503) % 65536]);
  });

  it("has another key when it is read with other choices", async () => {
    const { keepTable } = await newPage();
    const one = await keepTable({ source: large, choices });
    const other = await keepTable({ source: large, choices: { ...choices, header: "present" } });
    expect(other.key).not.toBe(one.key);
  });

  it("says that it is not stored where the device refuses, and lives on this page only", async () => {
    device.refuses = true;
    const { keepTable, ownTable } = await newPage();
    const kept = await keepTable({ source: large, choices });
    expect(kept).toMatchObject({ isStored: false, rowCount: 500 });
    await expect(ownTable(kept.key)).resolves.toMatchObject({ rowCount: 500 });
    const other = await newPage();
    expect(await refusalFrom(other.ownTable(kept.key))).toEqual(elsewhere(kept.key));
  });
});

describe("a table that cannot be had", () => {
  it("is missing when none has been given", async () => {
    const { ownTable } = await newPage();
    expect(await refusalFrom(ownTable(null))).toEqual({
      code: "own-none",
      kind: "ValueError",
      message: "No table of your own has been given yet.",
      details: {},
    });
  });

  it("is elsewhere when this device does not know its key", async () => {
    const { ownTable } = await newPage();
    for (const key of ["k-0123456789abcdef", "", "anything"]) {
      expect(await refusalFrom(ownTable(key))).toEqual(elsewhere(key));
    }
  });

  it("is unreadable when its link was cut", async () => {
    const { keepTable, ownTable } = await newPage();
    const { key } = await keepTable({ source: small, choices });
    expect(await refusalFrom(ownTable(key.slice(0, -5)))).toEqual({
      code: "own-packed",
      kind: "ValueError",
      message:
        "The table inside this link cannot be read: the link was cut or altered. Give the table again.",
      details: {},
    });
  });
});

describe("a table that is refused", () => {
  it("is refused by its size before a file is opened", async () => {
    const text = vi.fn(() => Promise.resolve(small));
    const file = { size: 50_000_000, text } as unknown as Blob;
    const { keepTable } = await newPage();
    expect(await refusalFrom(keepTable({ source: file, choices }))).toEqual({
      code: "table-too-large",
      kind: "ValueError",
      message: "Table text must be at most 10,000,000 bytes. Received: 50,000,000 bytes.",
      details: { limit: 10_000_000, bytes: 50_000_000 },
    });
    expect(text).not.toHaveBeenCalled();
  });

  it("is measured in bytes, not in characters, when it is a text", async () => {
    const { keepTable } = await newPage();
    const source = "€".repeat(3_333_334);
    expect((await refusalFrom(keepTable({ source, choices }))).message).toBe(
      "Table text must be at most 10,000,000 bytes. Received: 10,000,002 bytes.",
    );
  });

  it("leaves nothing behind on the device", async () => {
    const { keepTable } = await newPage();
    expect((await refusalFrom(keepTable({ source: "", choices }))).message).toBe(
      "Table text must have at least one row. Received: an empty text.",
    );
    expect(device.kept.size).toBe(0);
  });
});
