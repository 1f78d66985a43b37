export { occludedIn, zonesOf } from "./answer";
export {
  type AliasStep,
  type Knowledge,
  WHOLE,
  type Zone,
  type ZoneAnswer,
  type ZoneEntry,
} from "./model";
