import { constraintCatalogue } from "../constraints";
import { initializerCatalogue } from "../initializers";
import { ruleOf } from "../keras-object/resolve";
import { regularizerCatalogue } from "../regularizers";

/** What each kind of object accepts, and refused samples shared by the arguments of that kind. */

interface Sample {
  readonly value: unknown;
  readonly message: string;
}

export const initializerRule = ruleOf({ noun: "initializer", definitions: initializerCatalogue });
export const regularizerRule = ruleOf({ noun: "regularizer", definitions: regularizerCatalogue });
export const constraintRule = ruleOf({ noun: "constraint", definitions: constraintCatalogue });

const unknownAndUninterpretable = (noun: string, rule: string, name: string): Sample[] => [
  {
    value: "ons",
    message: `Unknown ${noun}: ${name} must be ${rule}. Received: ${name}="ons"`,
  },
  {
    value: 3,
    message: `Could not interpret ${noun} identifier: ${name} must be ${rule}. Received: ${name}=3`,
  },
];

export const invalidInitializers = (name: string): readonly Sample[] => [
  ...unknownAndUninterpretable("initializer", initializerRule, name),
  {
    value: { class_name: "RandomNormal", config: { stddev: "1" } },
    message: `${name} must be a RandomNormal with a finite stddev. Received: ${name}={"class_name":"RandomNormal","config":{"stddev":"1"}}`,
  },
];

export const invalidRegularizers = (name: string): readonly Sample[] =>
  unknownAndUninterpretable("regularizer", regularizerRule, name);

export const invalidConstraints = (name: string): readonly Sample[] =>
  unknownAndUninterpretable("constraint", constraintRule, name);
