/** What this site uses of a library that has no types of its own. */
declare module 'decap-cms-lib-util' {
  /** A draft that is not there: the second argument says that this is no fault. */
  export class EditorialWorkflowError extends Error {
    constructor(message: string, notUnderEditorialWorkflow: boolean);
  }
  /** What is kept in the browser. */
  export const localForage: {
    getItem(key: string): Promise<unknown>;
    setItem(key: string, value: unknown): Promise<unknown>;
    removeItem(key: string): Promise<void>;
  };
}
