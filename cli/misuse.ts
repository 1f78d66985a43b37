/** The command line asks for something that cannot be: exit code 2, with the message on stderr. */
export class Misuse extends Error {
  override readonly name = "Misuse";
}
