/**
 * Italian provinces: the two-letter code, and the first three digits of the ISTAT codes of their municipalities.
 * Source: ISTAT, «Codici statistici delle unità amministrative territoriali»; the letters are those of vehicle plates.
 * Metropolitan cities keep the code of the province they followed in the codes of municipalities.
 */
const CODES =
  'TO001 VC002 NO003 CN004 AT005 AL006 AO007 IM008 SV009 GE010 SP011 VA012 CO013 SO014 MI015 BG016 BS017 PV018 CR019 ' +
  'MN020 BZ021 TN022 VR023 VI024 BL025 TV026 VE027 PD028 RO029 UD030 GO031 TS032 PC033 PR034 RE035 MO036 BO037 FE038 ' +
  'RA039 FC040 PU041 AN042 MC043 AP044 MS045 LU046 PT047 FI048 LI049 PI050 AR051 SI052 GR053 PG054 TR055 VT056 RI057 ' +
  'RM058 LT059 FR060 CE061 BN062 NA063 AV064 SA065 AQ066 TE067 PE068 CH069 CB070 FG071 BA072 TA073 BR074 LE075 PZ076 ' +
  'MT077 CS078 CZ079 RC080 TP081 PA082 ME083 AG084 CL085 EN086 CT087 RG088 SR089 SS090 NU091 CA092 PN093 IS094 OR095 ' +
  'BI096 LC097 LO098 RN099 PO100 KR101 VV102 VB103 OT104 OG105 VS106 CI107 MB108 FM109 BT110 SU111';

const codes: ReadonlyMap<string, string> = new Map(
  CODES.split(' ').map((code) => [code.slice(0, 2), code.slice(2)] as const),
);

/** Sardinian provinces were drawn anew several times: their municipalities' codes have followed late. */
const SARDINIAN = new Set(['SS', 'NU', 'CA', 'OR', 'OT', 'OG', 'VS', 'CI', 'SU']);
const SARDINIAN_CODES = /^(?:09[0125]|10[4-7]|11[1-9])$/;

/** The two-letter codes of all provinces. */
export const provinces: readonly string[] = [...codes.keys()];

/** True where the first three digits of a municipality's ISTAT code can be that province's. */
export function fitsProvince(istat: string, province: string): boolean {
  const digits = istat.slice(0, 3);
  return SARDINIAN.has(province) ? SARDINIAN_CODES.test(digits) : codes.get(province) === digits;
}

/** The province whose municipalities have such an ISTAT code, where there is one. */
export const provinceOf = (istat: string): string | undefined =>
  provinces.find((province) => codes.get(province) === istat.slice(0, 3));
