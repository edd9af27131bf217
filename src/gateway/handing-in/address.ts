/** Where participants hand in a material. No page of the site has this address (rule `unique-url`). */
export const HANDING_IN = '/riservato/consegna/';
