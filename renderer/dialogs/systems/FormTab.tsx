import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { InterfaceDefinition } from '#shared/contract/systems.ts';
import { IconButton } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { TypedText } from './FormControl.tsx';
import { FormFields } from './FormFields.tsx';
import { formModel, withOtherKey } from './form-model.ts';

export interface FormTabProps {
  readonly definition: InterfaceDefinition;
  /** The lines of the section; the form has no other memory. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The key whose field gets the focus when the form comes. */
  readonly focusKey?: string | undefined;
}

/** The section as the interface's definition knows it. */
export function FormTab({ definition, text, onText, focusKey }: FormTabProps) {
  const { t } = useWords();
  const model = formModel(definition.keys, text);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusKey === undefined) return;
    form.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(focusKey.toLowerCase())}"]`)?.focus();
  }, [focusKey]);
  return (
    <div className="system-form" ref={form}>
      <FormFields groups={model.groups} text={text} onText={onText} />
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
                render={(props) => (
                  <input {...props} className="input mono" aria-label={key} data-key={key.toLowerCase()} />
                )}
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
