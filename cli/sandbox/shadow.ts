import { join } from "node:path";

/**
 * Where a folder that Terraform works in is in the sandbox whose environment this is: below the folder of the
 * sandbox's shadows, as {@link terraformShim} has them. Elsewhere it is where it is.
 * @param folder an absolute path
 */
export function shadowOf(folder: string, env: NodeJS.ProcessEnv): string {
  const work = env.MAIL_HYGIENE_SANDBOX;
  return work === undefined || work === "" ? folder : join(work, folder);
}
