/** What this site uses of a library that has no types of its own. */
declare module 'decap-cms-lib-util' {
  /** A draft that is not there: the second argument says that this is no fault. */
  export class EditorialWorkflowError extends Error {
    constructor(message: string, notUnderEditorialWorkflow: boolean);
  }
}
