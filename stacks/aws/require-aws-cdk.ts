/** The oldest version of aws-cdk-lib that is tested. */
const AWS_CDK_VERSION = "2.276.0";

/**
 * Which aws-cdk-lib there is. Only those who have domains at Route 53 install it (decision 019).
 * @param what needs it, for the error
 * @throws Error if it is not installed
 */
export function requireAwsCdk(what: string): string {
  try {
    const { version }: { readonly version: string } = require("aws-cdk-lib/package.json");
    return version;
  } catch {
    throw new Error(
      `${what} the package aws-cdk-lib, which is not installed: npm install aws-cdk-lib@${AWS_CDK_VERSION}`,
    );
  }
}
