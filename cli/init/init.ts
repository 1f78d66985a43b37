import { closeSync, lstatSync, openSync, unlinkSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { formatFirstEstate } from "../../lib/estate/first-estate";
import { shellWord } from "../../lib/shell-word";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { refuse } from "../read-estate";
import { EXISTS, writeReason } from "../write-reason";
import { answersTo, type InitOptions } from "./answers";
import { problemsOf } from "./trial";

/** `mail-hygiene init`: a first estate from options or questions. A file that is there stays as it is. */
export async function init(path: string, options: InitOptions, console: Console): Promise<0 | 1> {
  const misnomer = misnomerOf(path);
  if (misnomer !== undefined)
    throw new Misuse(`${JSON.stringify(path)}: ${misnomer}\nmail-hygiene: nothing was written`);
  const file = resolve(console.folder, path);
  // Before anybody answers questions in vain.
  if (isThere(file)) return refuseFile(path, EXISTS, console);
  const answers = await answersTo(options, console);
  if (!answers) {
    console.err("\nnothing was written\n");
    return 1;
  }
  const text = formatFirstEstate(answers);
  const problems = problemsOf(path, text);
  if (problems.length > 0) return refuse(problems, console);
  const fault = create(file, text);
  if (fault !== undefined) return refuseFile(path, fault, console);
  console.err(`${path} is written. Read what it would publish, and what the rules say of it:\n`);
  console.out(`mail-hygiene records ${shellWord(path)}\nmail-hygiene check ${shellWord(path)}\n`);
  return 0;
}

function refuseFile(path: string, why: string, console: Console): 1 {
  console.err(`${path}: ${why}\nnothing was written\n`);
  return 1;
}

/** Why nobody can mean this for the name of an estate file. */
function misnomerOf(path: string): string | undefined {
  if (path === "") return "the name of the file is empty; leave it out for estate.yaml";
  if (path.startsWith("-")) return "name a file; other commands read - as standard input";
  if (/\p{Cc}/u.test(path)) return "name a file without control characters";
  if (/\/\.{0,2}$/.test(path)) return "this names a folder; name a file";
  if (/\.json$/i.test(path)) return "what is written is YAML; name a file that ends in .yaml";
  return undefined;
}

/** A link that leads nowhere is there too. Where nobody may look, writing will tell. */
function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Writes a file that is not there yet, whole or not at all; what went wrong, if anything did. */
function create(file: string, text: string): string | undefined {
  try {
    // Fails where somebody else made the file in the meantime.
    const handle = openSync(file, "wx");
    try {
      writeFileSync(handle, text);
    } catch (error) {
      unlinkSync(file);
      throw error;
    } finally {
      closeSync(handle);
    }
    return undefined;
  } catch (error) {
    return writeReason(error);
  }
}
