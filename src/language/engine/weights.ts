// Reads the model files: labels and tensors of model.json, numbers of weights.bin, words of words.txt.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Labels {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly deprel: readonly string[];
  readonly names: readonly string[];
}

interface Description {
  readonly name: string;
  readonly version: string;
  readonly hidden: number;
  readonly layers: number;
  readonly tables: Readonly<Record<string, number>>;
  readonly gramRows: number;
  readonly labels: Labels;
  readonly tensors: Readonly<Record<string, { readonly shape: readonly number[]; readonly offset: number; readonly type: "i8" | "f32" }>>;
}

/** Rows of int8 values, each with its scale. */
export interface Rows {
  readonly values: Int8Array;
  readonly scales: Float32Array;
  readonly width: number;
}

export interface Weights {
  readonly id: string;
  readonly hidden: number;
  readonly layers: number;
  readonly labels: Labels;
  /** Names and sizes of the hashed feature tables, in order. */
  readonly tables: readonly (readonly [string, number])[];
  readonly gramRows: number;
  /** Word → row of the tensor `vectors`. */
  readonly words: ReadonlyMap<string, number>;
  rows(name: string): Rows;
  floats(name: string): Float32Array;
}

function read(directory: string, name: string): Buffer {
  try {
    return readFileSync(join(directory, name));
  } catch (cause) {
    throw new Error(`The language model in ${directory} lacks ${name}; install the package again`, { cause });
  }
}

/** Opens the model in a folder. Throws where a file is missing or a tensor is unknown. */
export function readWeights(directory: string): Weights {
  const model = JSON.parse(read(directory, "model.json").toString("utf8")) as Description;
  const file = read(directory, "weights.bin");
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
  const words = new Map<string, number>();
  for (const word of read(directory, "words.txt").toString("utf8").split("\n")) if (word) words.set(word, words.size);
  const tensor = (name: string) => {
    const found = model.tensors[name];
    if (!found) throw new Error(`The model in ${directory} has no tensor ${name}`);
    return { ...found, length: found.shape.reduce((a, b) => a * b, 1) };
  };
  const floats = (name: string): Float32Array => {
    const t = tensor(name);
    return new Float32Array(bytes, t.offset, t.length);
  };
  return {
    id: `${model.name}-${model.version}-${createHash("sha256").update(file).digest("hex").slice(0, 12)}`,
    hidden: model.hidden,
    layers: model.layers,
    labels: model.labels,
    tables: Object.entries(model.tables),
    gramRows: model.gramRows,
    words,
    floats,
    rows: (name) => {
      const t = tensor(name);
      return { values: new Int8Array(bytes, t.offset, t.length), scales: floats(`${name}.scale`), width: t.shape[1] ?? 1 };
    },
  };
}
