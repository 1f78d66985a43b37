import { type Box, Diagram, type Region } from "./diagram";
import { choiceDimensions } from "./dimensions/choice";
import { deviceDimension } from "./dimensions/device";
import { type Dimension, type Mentions, type Phrase, Variables } from "./dimensions/dimension";
import { locationDimension } from "./dimensions/location";
import { type SubjectDimension, subjectDimension } from "./dimensions/subject";
import { type TargetDimension, targetDimension } from "./dimensions/target";
import type { TenantObjects } from "./objects";
import type { AccessPolicy } from "./policy";
import type { SignIn } from "./sign-in";

/**
 * All sign-ins, divided as finely as some policy sets divide them and no finer: what no policy asks is no question here.
 * Who signs in is asked last, since most policies differ in that, and their conditions are few.
 */
export class Space {
  readonly diagram: Diagram;
  readonly subject: SubjectDimension;
  readonly target: TargetDimension;
  private readonly dimensions: readonly Dimension[];
  private readonly variables = new Variables();

  /** @throws TooManyCases */
  constructor(sets: readonly Mentions[]) {
    this.target = targetDimension(this.variables, sets);
    const choices = choiceDimensions(this.variables, sets);
    const device = deviceDimension(this.variables, sets);
    const location = locationDimension(this.variables, sets);
    this.subject = subjectDimension(this.variables, sets);
    this.dimensions = [this.subject, this.target, ...choices, location, device];
    this.diagram = new Diagram(this.variables.all.map(({ size }) => size));
  }

  /** Where a policy applies, whatever its state. */
  regionOf(policy: AccessPolicy, objects: TenantObjects): Region {
    return this.diagram.intersectionOf(
      this.dimensions.map((dimension) => dimension.region(this.diagram, policy, objects)),
    );
  }

  /** Sign-ins as people make them day by day. */
  everyday(): Region {
    return this.diagram.intersectionOf(this.dimensions.map((dimension) => dimension.everyday(this.diagram)));
  }

  has(region: Region, signIn: SignIn): boolean {
    return this.diagram.has(
      region,
      this.variables.all.map((variable) => variable.valueOf(signIn)),
    );
  }

  describe(box: Box): readonly Phrase[] {
    return this.dimensions.flatMap((dimension) => dimension.describe(box));
  }
}
