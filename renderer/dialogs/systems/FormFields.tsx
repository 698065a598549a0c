import { useWords } from '../words.ts';
import { FormControl } from './FormControl.tsx';
import { type FormGroup, withField } from './form-model.ts';

export interface FormFieldsProps {
  readonly groups: readonly FormGroup[];
  /** The lines of the section that the fields were read from. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What is missing is no fault here. */
  readonly mayMiss?: boolean | undefined;
}

/** The fields of a section by group. */
export function FormFields({ groups, text, onText, mayMiss }: FormFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <datalist id="system-form-zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {groups.map(({ group, fields }) => (
        <fieldset key={group} className="system-form__group">
          <legend>{t(`systems.group.${group}`)}</legend>
          {fields.map((field) => (
            <FormControl
              key={field.definition.key}
              field={field}
              mayMiss={mayMiss}
              onChange={(value) => onText(withField(text, field.definition, value))}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}
