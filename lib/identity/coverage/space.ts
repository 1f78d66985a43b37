import type { Box, Conditions } from "./conditions";
import { type ChoiceDimension, type ChoiceName, choiceDimensions } from "./dimensions/choice";
import { deviceDimension } from "./dimensions/device";
import { type Dimension, heldIn, type Mentions, type Phrase, Variables } from "./dimensions/dimension";
import { locationDimension } from "./dimensions/location";
import { type SubjectDimension, subjectDimension } from "./dimensions/subject";
import { type TargetDimension, targetDimension } from "./dimensions/target";
import type { TenantObjects } from "./objects";
import type { AccessPolicy } from "./policy";
import type { SignIn } from "./sign-in";

/**
 * All sign-ins, divided as finely as some policy sets divide them and no finer: what no policy asks is no question here.
 */
export class Space {
  readonly subject: SubjectDimension;
  readonly target: TargetDimension;
  /** A sign-in as people make them day by day. */
  readonly everyday: Conditions;
  /** All values of all variables. */
  readonly everything: Box;
  private readonly choices: readonly ChoiceDimension[];
  private readonly dimensions: readonly Dimension[];
  private readonly variables = new Variables();

  constructor(sets: readonly Mentions[]) {
    this.subject = subjectDimension(this.variables, sets);
    this.target = targetDimension(this.variables, sets);
    this.choices = choiceDimensions(this.variables, sets);
    this.dimensions = [
      this.subject,
      this.target,
      ...this.choices,
      locationDimension(this.variables, sets),
      deviceDimension(this.variables, sets),
    ];
    this.everyday = this.dimensions.flatMap(({ everyday = [] }) => everyday);
    this.everything = this.variables.everything;
  }

  /** When a policy applies, whatever its state. */
  conditionsOf(policy: AccessPolicy, objects: TenantObjects): Conditions {
    return this.dimensions.flatMap((dimension) => dimension.conditions(policy, objects));
  }

  /** A sign-in with one of these values; any sign-in, if no policy asks for them. */
  among(name: ChoiceName, values: readonly string[]): Conditions {
    return this.choices.find((choice) => choice.name === name)?.among(values) ?? [];
  }

  /** The value that a sign-in has for each variable. */
  pointOf(signIn: SignIn): readonly number[] {
    return this.variables.all.map((variable) => variable.valueOf(signIn));
  }

  describe(box: Box): readonly Phrase[] {
    const held = heldIn(box, this.everything);
    return this.dimensions.flatMap((dimension) => dimension.describe(held));
  }
}
