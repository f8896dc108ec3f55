/** The five documents whose arguments and members the engine has. */
export const documents = {
  D1: { page: "tf.compat.v2.keras.layers.BatchNormalization", release: "1.14" },
  D2: { page: "tf.keras.layers.BatchNormalization", release: "2.1" },
  D3: { page: "tf.compat.v1.keras.layers.BatchNormalization", release: "2.3" },
  D4: { page: "tf.keras.layers.BatchNormalization", release: "1.4" },
  D5: { page: "tf.compat.v1.layers.batch_normalization", release: "2.3" },
} as const satisfies Readonly<Record<string, { readonly page: string; readonly release: string }>>;

export type DocumentId = keyof typeof documents;
