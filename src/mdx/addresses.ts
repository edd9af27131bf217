/** What the addresses in an author's links are. */

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** An address of another site, of a person or of a telephone, whole enough to lead there. */
export const leadsOut = (href: string): boolean =>
  (/^https?:\/\/[^/?#]/i.test(href) && URL.canParse(href)) ||
  /^mailto:[^@\s]+@[^@\s]+/i.test(href) ||
  /^tel:\+?[\d() .-]{3,}$/i.test(href);

/** True for an address that is neither of this site nor one that may lead out of it. */
export const isForbidden = (href: string): boolean => SCHEME.test(href) || href.startsWith('//') || href === '';

/** An anchor as it stands in a page: `%C3%A0` is `à`. What cannot be decoded stays as it is. */
export const decodedAnchor = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
