/** The MDX editor as a widget of Decap. */
import { Component } from 'react';
import type { Choice, PickEntry, PickFile } from './context.ts';
import { MdxEditor } from './MdxEditor.tsx';

/** What Decap gives a widget, as far as this one uses it. */
interface ControlProps {
  value?: string;
  onChange(value: string): void;
  classNameWrapper: string;
  isDisabled?: boolean;
  loadEntries?(): Promise<Choice[]>;
  pickEntry?: PickEntry;
  pickFile?: PickFile;
  previewFile?(path: string): Promise<string | undefined>;
  keep?(before: string, after: string): string;
}

/** For `CMS.registerWidget('polinet-mdx', …)`. It is drawn once: the editor holds the text, and tells of changes. */
export default class MdxControl extends Component<ControlProps> {
  override shouldComponentUpdate() {
    return false;
  }

  override render() {
    const { value = '', classNameWrapper, isDisabled = false } = this.props;
    const { loadEntries, pickEntry, pickFile, previewFile, keep } = this.props;
    return (
      <div className={classNameWrapper}>
        <MdxEditor
          value={value}
          onChange={(mdx) => this.props.onChange(mdx)}
          readOnly={isDisabled}
          {...{ loadEntries, pickEntry, pickFile, previewFile, keep }}
        />
      </div>
    );
  }
}
