import { Trash2 } from 'lucide-react';
import type { InterfaceDefinition } from '#shared/contract/systems.ts';
import { IconButton } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { FormControl, TypedText } from './FormControl.tsx';
import { formModel, withField, withOtherKey } from './form-model.ts';

export interface FormTabProps {
  readonly definition: InterfaceDefinition;
  /** The lines of the section; the form has no other memory. */
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The section as the interface's definition knows it. */
export function FormTab({ definition, text, onText }: FormTabProps) {
  const { t } = useWords();
  const model = formModel(definition.keys, text);
  return (
    <div className="system-form">
      <datalist id="system-form-zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {model.groups.map(({ group, fields }) => (
        <fieldset key={group} className="system-form__group">
          <legend>{t(`systems.group.${group}`)}</legend>
          {fields.map((field) => (
            <FormControl
              key={field.definition.key}
              field={field}
              onChange={(value) => onText(withField(text, field.definition, value))}
            />
          ))}
        </fieldset>
      ))}
      {model.others.length > 0 && (
        <fieldset className="system-form__group">
          <legend>{t('systems.otherKeys')}</legend>
          <p className="field__hint">{t('systems.otherKeysHelp')}</p>
          {model.others.map(({ key, value }) => (
            <div key={key} className="system-form__other">
              <span className="mono">{key}</span>
              <TypedText
                value={value}
                onChange={(typed) => onText(withOtherKey(text, key, typed))}
                render={(props) => <input {...props} className="input mono" aria-label={key} />}
              />
              <IconButton
                look="quiet"
                label={t('systems.removeKey', { key })}
                icon={<Trash2 size={14} />}
                onClick={() => onText(withOtherKey(text, key, null))}
              />
            </div>
          ))}
        </fieldset>
      )}
    </div>
  );
}
