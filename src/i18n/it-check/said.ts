/** A message, and the mend where there is one. */
export interface Said {
  message: string;
  fix?: string | undefined;
}

/** The mend where a near name exists. */
export const near = (name: string | undefined) => (name ? `Forse intendevi «${name}»?` : undefined);
