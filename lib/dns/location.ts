/** A place on the Earth as LOC records have it (RFC 1876 §2), in numbers. Lengths in metres. */
export interface Location {
  /** 0 to 90. */
  readonly latDegrees: number;
  readonly latMinutes: number;
  /** To a thousandth. */
  readonly latSeconds: number;
  readonly latDirection: "N" | "S";
  /** 0 to 180. */
  readonly longDegrees: number;
  readonly longMinutes: number;
  /** To a thousandth. */
  readonly longSeconds: number;
  readonly longDirection: "E" | "W";
  /** Above the reference spheroid, -100000 to 42849672.95. */
  readonly altitude: number;
  /** The diameter of a sphere around it. */
  readonly size: number;
  readonly precisionHorz: number;
  readonly precisionVert: number;
}

/** What RFC 1876 §3 takes where nothing is written. */
export const LOCATION_DEFAULTS = {
  latMinutes: 0,
  latSeconds: 0,
  longMinutes: 0,
  longSeconds: 0,
  altitude: 0,
  size: 1,
  precisionHorz: 10_000,
  precisionVert: 10,
} as const;

const ANGLE = "(\\d+)(?:\\s+(\\d+)(?:\\s+(\\d+(?:\\.\\d+)?))?)?";
const METRES = "(-?\\d+(?:\\.\\d+)?)m?";
const FORM = new RegExp(
  `^${ANGLE}\\s+([NS])\\s+${ANGLE}\\s+([EW])\\s+${METRES}(?:\\s+${METRES}(?:\\s+${METRES}(?:\\s+${METRES})?)?)?$`,
  "i",
);

/** The words of the presentation form (RFC 1876 §3) with those that it may leave out; `undefined` if it is none. */
export function locationWords(data: string): readonly string[] | undefined {
  const [, ...words] = FORM.exec(data.trim()) ?? [];
  if (words.length === 0) return undefined;
  const defaults = ["", "0", "0", "", "", "0", "0", "", "", "1", "10000", "10"];
  return words.map((word, at) => (word ?? defaults[at] ?? "").toUpperCase());
}

/** The greatest length on the wire, 9 times 10^9 centimetres. */
export const LONGEST = 90_000_000;

/** On the wire a length is one digit and a power of ten, in centimetres (RFC 1876 §2). */
export function isLength(metres: number): boolean {
  return /^(?:0|[1-9]0{0,9})$/.test(String(Math.round(metres * 100))) && isHundredths(metres);
}

export function isHundredths(metres: number): boolean {
  return Math.abs(metres * 100 - Math.round(metres * 100)) < 1e-4;
}

const EQUATOR = 2 ** 31;
/** Altitudes are counted from here, in centimetres. */
const BASE = 10_000_000;

/** As it is on the wire. */
export function encodeLocation(place: Location): Uint8Array {
  const octets = new DataView(new ArrayBuffer(16));
  for (const [at, metres] of [place.size, place.precisionHorz, place.precisionVert].entries()) {
    const text = String(Math.round(metres * 100));
    octets.setUint8(1 + at, (Number(text[0]) << 4) | (text.length - 1));
  }
  const { latDegrees, latMinutes, latSeconds, longDegrees, longMinutes, longSeconds } = place;
  const lat = thousandths(latDegrees, latMinutes, latSeconds);
  const long = thousandths(longDegrees, longMinutes, longSeconds);
  octets.setUint32(4, EQUATOR + (place.latDirection === "N" ? lat : -lat));
  octets.setUint32(8, EQUATOR + (place.longDirection === "E" ? long : -long));
  octets.setUint32(12, Math.round(place.altitude * 100) + BASE);
  return new Uint8Array(octets.buffer);
}

function thousandths(degrees: number, minutes: number, seconds: number): number {
  return (degrees * 60 + minutes) * 60_000 + Math.round(seconds * 1000);
}

/** The opposite of {@link encodeLocation}; `undefined` for another version, and for what is no place. */
export function decodeLocation(octets: Uint8Array): Location | undefined {
  if (octets.length !== 16) return undefined;
  const view = new DataView(octets.buffer, octets.byteOffset, 16);
  const lengths = [1, 2, 3].map((at) => ({ digit: view.getUint8(at) >> 4, power: view.getUint8(at) & 15 }));
  if (view.getUint8(0) !== 0 || lengths.some(({ digit, power }) => digit > 9 || power > 9)) return undefined;
  const [size = 0, precisionHorz = 0, precisionVert = 0] = lengths.map(
    ({ digit, power }) => (digit * 10 ** power) / 100,
  );
  const [lat, long] = [view.getUint32(4) - EQUATOR, view.getUint32(8) - EQUATOR];
  const [latDegrees, latMinutes, latSeconds] = angle(lat);
  const [longDegrees, longMinutes, longSeconds] = angle(long);
  return {
    ...{ latDegrees, latMinutes, latSeconds, latDirection: lat < 0 ? "S" : "N" },
    ...{ longDegrees, longMinutes, longSeconds, longDirection: long < 0 ? "W" : "E" },
    ...{ altitude: (view.getUint32(12) - BASE) / 100, size, precisionHorz, precisionVert },
  };
}

function angle(signed: number): readonly [number, number, number] {
  const all = Math.abs(signed);
  return [Math.floor(all / 3_600_000), Math.floor(all / 60_000) % 60, (all % 60_000) / 1000];
}
