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

/** Where the capital of each province is, as latitude and longitude to a tenth of a degree. Source: GeoNames, CC BY 4.0. */
const CAPITALS =
  'TO 45.1 7.7, VC 45.3 8.4, NO 45.4 8.6, CN 44.4 7.5, AT 44.9 8.2, AL 44.9 8.6, AO 45.7 7.3, IM 43.9 8.0, ' +
  'SV 44.3 8.5, GE 44.4 8.9, SP 44.1 9.8, VA 45.8 8.8, CO 45.8 9.1, SO 46.2 9.9, MI 45.5 9.2, BG 45.7 9.7, ' +
  'BS 45.5 10.2, PV 45.2 9.2, CR 45.1 10.0, MN 45.2 10.8, BZ 46.5 11.3, TN 46.1 11.1, VR 45.4 11.0, ' +
  'VI 45.5 11.5, BL 46.1 12.2, TV 45.7 12.2, VE 45.4 12.3, PD 45.4 11.9, RO 45.1 11.8, UD 46.1 13.2, ' +
  'GO 45.9 13.6, TS 45.6 13.8, PC 45.1 9.7, PR 44.8 10.3, RE 44.7 10.6, MO 44.6 10.9, BO 44.5 11.3, ' +
  'FE 44.8 11.6, RA 44.4 12.2, FC 44.2 12.0, PU 43.9 12.9, AN 43.6 13.5, MC 43.3 13.5, AP 42.9 13.6, ' +
  'MS 44.0 10.1, LU 43.8 10.5, PT 43.9 10.9, FI 43.8 11.2, LI 43.5 10.3, PI 43.7 10.4, AR 43.5 11.9, ' +
  'SI 43.3 11.3, GR 42.8 11.1, PG 43.1 12.4, TR 42.6 12.6, VT 42.4 12.1, RI 42.4 12.9, RM 41.9 12.5, ' +
  'LT 41.5 12.9, FR 41.6 13.3, CE 41.1 14.3, BN 41.1 14.8, NA 40.9 14.3, AV 40.9 14.8, SA 40.7 14.8, ' +
  'AQ 42.4 13.4, TE 42.7 13.7, PE 42.5 14.2, CH 42.3 14.2, CB 41.6 14.7, FG 41.5 15.6, BA 41.1 16.9, ' +
  'TA 40.5 17.2, BR 40.6 17.9, LE 40.4 18.2, PZ 40.6 15.8, MT 40.7 16.6, CS 39.3 16.3, CZ 38.9 16.6, ' +
  'RC 38.1 15.7, TP 38.0 12.5, PA 38.1 13.3, ME 38.2 15.6, AG 37.3 13.6, CL 37.5 14.1, EN 37.6 14.3, ' +
  'CT 37.5 15.1, RG 36.9 14.7, SR 37.1 15.3, SS 40.7 8.6, NU 40.3 9.3, CA 39.2 9.1, PN 46.0 12.7, ' +
  'IS 41.6 14.2, OR 39.9 8.6, BI 45.6 8.1, LC 45.9 9.4, LO 45.3 9.5, RN 44.1 12.6, PO 43.9 11.1, KR 39.1 17.1, ' +
  'VV 38.7 16.1, VB 45.9 8.6, OT 40.9 9.5, OG 39.9 9.7, VS 39.5 8.7, CI 39.2 8.5, MB 45.6 9.3, FM 43.2 13.7, ' +
  'BT 41.2 16.3, SU 39.2 8.5';

const capitals: ReadonlyMap<string, { lat: number; lon: number }> = new Map(
  CAPITALS.split(', ').map((capital) => {
    const [code = '', lat, lon] = capital.split(' ');
    return [code, { lat: Number(lat), lon: Number(lon) }] as const;
  }),
);

/** About where a province is: its capital, in degrees. */
export const capitalOf = (province: string): { lat: number; lon: number } | undefined => capitals.get(province);
