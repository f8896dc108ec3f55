export const initializerRule = "zeros, ones, constant or {class_name, config} with a finite value";

/** Refused samples shared by the four initializer arguments. */
export const invalidInitializers = (
  name: string,
): readonly { readonly value: unknown; readonly message: string }[] => [
  {
    value: "ons",
    message: `Unknown initializer: ${name} must be ${initializerRule}. Received: ${name}="ons"`,
  },
  {
    value: 3,
    message: `Could not interpret initializer identifier: ${name} must be ${initializerRule}. Received: ${name}=3`,
  },
  {
    value: { class_name: "Constant", config: { value: "1" } },
    message: `${name} must be ${initializerRule}. Received: ${name}={"class_name":"Constant","config":{"value":"1"}}`,
  },
];
