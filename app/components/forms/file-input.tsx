import { acceptedKinds } from '#app/domain/files.ts';
import type { DocumentRef } from '#app/domain/forms/field.ts';
import { useTranslate } from '../ui/locale.tsx';
import { OptionLabel } from './choice-inputs.tsx';

const documentEndings: readonly string[] = [...acceptedKinds, 'jpeg'];

export interface FileInputProps {
  readonly id: string;
  readonly name: string;
  readonly max: number;
  /** What the file chooser offers first, those of documents where nothing is said; the server looks at the content all the same. */
  readonly endings?: readonly string[] | undefined;
  /** Already uploaded; each is kept while its box (`<name>.kept` = id) stays ticked. */
  readonly documents: readonly DocumentRef[];
  readonly describedBy?: string | undefined;
  readonly invalid: boolean;
}

/** Files to send, and those that were sent before. */
export function FileInput(props: FileInputProps) {
  const { id, name, max, endings = documentEndings, documents, describedBy, invalid } = props;
  const t = useTranslate();
  return (
    <>
      {documents.length > 0 && (
        <fieldset className="options">
          <legend className="hint">{t('forms.files.kept')}</legend>
          {documents.map((document, index) => (
            <OptionLabel
              key={document.id}
              htmlFor={`${id}-kept-${index}`}
              hint={t.format.fileSize(document.size)}
              input={
                <input
                  type="checkbox"
                  id={`${id}-kept-${index}`}
                  name={`${name}.kept`}
                  value={document.id}
                  defaultChecked
                />
              }
            >
              {document.name}
            </OptionLabel>
          ))}
        </fieldset>
      )}
      <div className="file-drop">
        <input
          type="file"
          id={id}
          name={name}
          multiple={max > 1}
          accept={endings.map((ending) => `.${ending}`).join(',')}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
        />
      </div>
    </>
  );
}
