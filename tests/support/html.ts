/** Whether pages are valid HTML. */
import { HtmlValidate } from 'html-validate';

/** Without matters of writing style, and what axe holds better in a browser. */
export const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attr-quotes': 'off',
    'long-title': 'off',
    'no-implicit-button-type': 'off',
  },
});
