/** The 249 officially assigned codes of ISO 3166-1 alpha-2, and XK, which Microsoft uses for Kosovo. */
export const COUNTRIES: ReadonlySet<string> = new Set(
  `
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI
    BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN
    CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK
    FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
    KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK
    ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP
    NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF
    TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
    VN VU WF WS YE YT ZA ZM ZW
    XK
  `
    .trim()
    .split(/\s+/),
);

/**
 * Names of sets of countries. Regions are those of the United Nations' M49, as Unicode's CLDR has them
 * (supplemental/territoryContainment), with Kosovo in Europe, Taiwan in Asia, and no Antarctica. Members of the Schengen area:
 * https://home-affairs.ec.europa.eu/policies/schengen/schengen-area_en
 */
export const COUNTRY_SETS: Readonly<Record<string, readonly string[]>> = {
  "european-union": codes("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"),
  "european-economic-area": codes(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK",
  ),
  "schengen-area": codes(
    "AT BE BG CH CZ DE DK EE ES FI FR GR HR HU IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK",
  ),
  africa: codes(`
    AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML
    MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW
  `),
  americas: codes(`
    AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT
    JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI
  `),
  asia: codes(`
    AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV
    MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE
  `),
  europe: codes(`
    AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV
    MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK
  `),
  oceania: codes("AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS"),
  "northern-america": codes("BM CA GL PM US"),
  "latin-america-and-the-caribbean": codes(`
    AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY
    LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI
  `),
  "eastern-europe": codes("BG BY CZ HU MD PL RO RU SK UA"),
  "northern-europe": codes("AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ"),
  "southern-europe": codes("AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK"),
  "western-europe": codes("AT BE CH DE FR LI LU MC NL"),
};

function codes(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
