import type { Json, PrivateState } from "../definition";

/** The bytes Terraform keeps beside a resource's state: a JSON object of ours. */
export class StoredPrivate implements PrivateState {
  private readonly values: Map<string, Json>;

  constructor(bytes: Uint8Array | undefined) {
    this.values = new Map(bytes?.length ? Object.entries(parse(bytes)) : []);
  }

  get(key: string): Json | undefined {
    return this.values.get(key);
  }

  set(key: string, value: Json): void {
    this.values.set(key, value);
  }

  delete(key: string): void {
    this.values.delete(key);
  }

  /** Nothing remembered is no bytes at all. */
  bytes(): Uint8Array {
    if (this.values.size === 0) return new Uint8Array();
    return new TextEncoder().encode(JSON.stringify(Object.fromEntries(this.values)));
  }
}

/** Bytes of another provider's, or of an older one's making, are not ours to read: they count as none. */
function parse(bytes: Uint8Array): Record<string, Json> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, Json>)
      : {};
  } catch {
    return {};
  }
}
