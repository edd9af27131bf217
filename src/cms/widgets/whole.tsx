/** The entry that a part (a chapter) belongs to: picked for a new one, and from then on where its file lies. */
import { Component } from 'react';
import { messages } from '#i18n';
import type { EntryMap } from './files.ts';
import type { ControlProps } from './props.ts';
import { ReferenceControl } from './reference.tsx';

const words = messages('it').forms;

export class WholeControl extends Component<ControlProps<unknown> & { entry: EntryMap }> {
  /** Asked by Decap before a save. */
  isValid = () => !this.#isNew() || Boolean(this.props.value) || { error: { message: words.wholeMissing } };

  #isNew() {
    return this.props.entry.get('newRecord') === true;
  }

  override render() {
    if (this.#isNew()) return <ReferenceControl {...this.props} />;
    const { entry, forID, classNameWrapper } = this.props;
    const [whole] = String(entry.get('slug') ?? '').split('/');
    return (
      <output id={forID} className={classNameWrapper}>
        {whole}
      </output>
    );
  }
}
