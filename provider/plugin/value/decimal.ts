/** sign, digits before the point, digits after it, exponent; JSON's numbers and Go's `big.Float` texts. */
const NOTATION = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/;

/**
 * A number of any size and precision, as decimal digits. Terraform calculates with 512 bits; a JavaScript number has
 * 53, and a value that came back rounded would be refused as "inconsistent result after apply".
 */
export class Decimal {
  private constructor(
    /** Canonical: no exponent, no leading or trailing zeros, no `-0`. */
    readonly text: string,
  ) {}

  /** @throws Error for a text that is no number, and for NaN and the infinities */
  static of(value: string | number | bigint): Decimal {
    const [, sign = "", whole, fraction = "", exponent = "0"] = NOTATION.exec(String(value)) ?? [];
    if (whole === undefined) throw new Error(`${value} is no decimal number`);
    const digits = whole + fraction;
    const point = whole.length + Number(exponent);
    const before = point <= 0 ? "" : digits.slice(0, point).padEnd(point, "0");
    const after = point < 0 ? "0".repeat(-point) + digits : digits.slice(Math.min(point, digits.length));
    const trimmed = [before.replace(/^0+(?=\d)/, "") || "0", after.replace(/0+$/, "")];
    const text = trimmed[1] === "" ? trimmed[0] : trimmed.join(".");
    return new Decimal(sign === "-" && text !== "0" ? `-${text}` : `${text}`);
  }

  /** The JavaScript number that prints as the same digits, if there is one. */
  toNumber(): number | undefined {
    const near = Number(this.text);
    return Number.isFinite(near) && Decimal.of(near).text === this.text ? near : undefined;
  }

  toString(): string {
    return this.text;
  }
}
