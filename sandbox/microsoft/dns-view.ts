import type { DnsSource } from "../dns/source";

/** The public DNS as Microsoft sees it: what a source says, and what a test publishes here. */
export class DnsView {
  private readonly records = new Map<string, string>();
  private readonly published = new Map<string, readonly string[]>();
  private readonly after = new Map<string, number>();

  /** @param source nothing is published by default */
  constructor(private readonly source: DnsSource = { lookUp: () => [] }) {}

  /** `name` is from now on a CNAME for `target`. */
  publish(name: string, target: string): void {
    this.records.set(name.toLowerCase(), plain(target));
  }

  /** `name` has from now on this text too. */
  publishText(name: string, text: string): void {
    this.published.set(name.toLowerCase(), [...(this.published.get(name.toLowerCase()) ?? []), text]);
  }

  withdraw(name: string): void {
    this.records.delete(name.toLowerCase());
  }

  /** Both selectors of the domain count as published once its DKIM config was looked at so many more times. */
  appearAfter(domain: string, reads: number): void {
    this.after.set(domain.toLowerCase(), reads);
  }

  /** Exchange looks: one read less until the domain's CNAMEs appear. */
  look(domain: string): void {
    const left = this.after.get(domain.toLowerCase());
    if (left !== undefined) this.after.set(domain.toLowerCase(), left - 1);
  }

  points(domain: string, name: string, target: string): boolean {
    const left = this.after.get(domain.toLowerCase());
    if (left !== undefined && left <= 0) return true;
    const seen = this.records.get(name.toLowerCase()) ?? this.source.lookUp(name.toLowerCase(), "CNAME")[0];
    return seen !== undefined && plain(seen) === plain(target);
  }

  texts(name: string): readonly string[] {
    return [
      ...(this.published.get(name.toLowerCase()) ?? []),
      ...this.source.lookUp(name.toLowerCase(), "TXT"),
    ];
  }
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}
