import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button, Callout, Combobox, cx, Field, Icon, Kbd, useMedia } from '../../../ui/index.ts';
import { asApiError, type ApiError } from '../../app/api-error.ts';
import { isReason } from '../../ledger/reason.ts';
import { useAnswerKeys } from './use-answer-keys.ts';

type Same = 'yes' | 'no';

interface AnswerFormProps {
  /** The reasons that the person gave last, to begin with. */
  lastReasons: Readonly<Record<Same, string>>;
  mayAnswer: boolean;
  onAnswer: (same: Same, reason: string) => Promise<void>;
  onLater: () => void;
}

const suggestions: Readonly<Record<Same, readonly string[]>> = {
  yes: [
    'The evidence shown is enough',
    'The name changed, the rest agrees',
    'Misspelled in one of the systems',
    'The customer confirmed it',
  ],
  no: [
    'Relatives at one address',
    'Two people with the same name',
    'A shared e-mail or phone',
    'The customer confirmed it',
  ],
};

/** Same, different, or later: a person's answer, with the reason. */
export function AnswerForm({ lastReasons, mayAnswer, onAnswer, onLater }: AnswerFormProps) {
  const [same, setSame] = useState<Same | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const hasKeyboard = useMedia('(hover: hover) and (min-width: 641px)');
  const reasonId = useId();

  const choose = (next: Same) => {
    // At once: until the field has the focus, what is typed would be taken for the keys of answers.
    flushSync(() => {
      setSame(next);
      // A reason that was typed stays; one that was brought along belongs to its answer.
      if (reason === '' || (same !== null && reason === lastReasons[same])) setReason(lastReasons[next]);
    });
    const field = document.getElementById(reasonId);
    if (field instanceof HTMLInputElement) {
      field.focus();
      field.select();
    }
  };
  useAnswerKeys({
    isOn: mayAnswer && !busy,
    onSame: () => choose('yes'),
    onDifferent: () => choose('no'),
    onLater,
  });
  const send = async () => {
    setTried(true);
    if (busy || same === null || !isReason(reason)) return;
    setBusy(true);
    setError(null);
    try {
      await onAnswer(same, reason.trim());
    } catch (thrown) {
      setError(asApiError(thrown));
    }
    setBusy(false);
  };

  if (!mayAnswer) {
    return (
      <p className="id-note id-answer">Data stewards answer questions. Your account may look at them, not answer.</p>
    );
  }
  const choice = (value: Same, label: string, icon: string, keys: string) => (
    <button
      type="button"
      className={cx('id-answer-choice', `id-answer-${value}`, same === value && 'is-chosen')}
      aria-pressed={same === value}
      aria-keyshortcuts={keys}
      onClick={() => choose(value)}
    >
      <Icon name={icon} size={16} />
      {label}
      {hasKeyboard && <Kbd keys={keys} />}
    </button>
  );
  return (
    <form
      className="id-answer"
      aria-label="Your answer"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className="id-answer-question">Are these two one customer?</p>
      <div className="id-answer-choices">
        {choice('yes', 'Same', 'user-check', 'S')}
        {choice('no', 'Different', 'users', 'D')}
        <Button variant="quiet" icon="clock" onClick={onLater} aria-keyshortcuts="L">
          Later
          {hasKeyboard && <Kbd keys="L" />}
        </Button>
      </div>
      {same !== null && (
        <div className="id-answer-reason">
          <Field
            label={same === 'yes' ? 'Why are they the same?' : 'Why are they different?'}
            hint="Kept with your name in the history of the profile."
            error={tried && !isReason(reason) ? 'Say why, in at least three letters.' : undefined}
            required
          >
            <Combobox
              id={reasonId}
              value={reason}
              onChange={setReason}
              options={suggestions[same].map((value) => ({ value }))}
            />
          </Field>
          <Button type="submit" variant="primary" icon="check" busy={busy}>
            {same === 'yes' ? 'Answer: same' : 'Answer: different'}
          </Button>
        </div>
      )}
      {error && (
        <Callout live tone="bad" title="The answer did not reach the hub">
          {error.message} {error.advice}
        </Callout>
      )}
    </form>
  );
}
