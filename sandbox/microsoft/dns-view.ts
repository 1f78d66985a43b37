/** Which CNAMEs Exchange sees. Nothing is published until a test says so. */
export class DnsView {
  readonly #records = new Map<string, string>();
  readonly #after = new Map<string, number>();
  #resolve: ((name: string) => string | undefined) | undefined;

  /** `name` is from now on a CNAME for `target`. */
  publish(name: string, target: string): void {
    this.#records.set(name.toLowerCase(), target.toLowerCase().replace(/\.$/, ""));
  }

  withdraw(name: string): void {
    this.#records.delete(name.toLowerCase());
  }

  /** Both selectors of the domain count as published once its DKIM config was looked at so many more times. */
  appearAfter(domain: string, reads: number): void {
    this.#after.set(domain.toLowerCase(), reads);
  }

  /** Asks another source for what is not published here, e.g. an emulated zone. */
  follow(resolve: (name: string) => string | undefined): void {
    this.#resolve = resolve;
  }

  /** Exchange looks: one read less until the domain's CNAMEs appear. */
  look(domain: string): void {
    const left = this.#after.get(domain.toLowerCase());
    if (left !== undefined) this.#after.set(domain.toLowerCase(), left - 1);
  }

  points(domain: string, name: string, target: string): boolean {
    const left = this.#after.get(domain.toLowerCase());
    if (left !== undefined && left <= 0) return true;
    const seen = this.#records.get(name.toLowerCase()) ?? this.#resolve?.(name);
    return seen?.toLowerCase().replace(/\.$/, "") === target.toLowerCase();
  }
}
