import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { MoveDeviceDocument, MovePreviewDocument } from '@platen/graphql-client';
import { Form, FormActions, FormProblem, Note, Sheet, SheetBody, Timeline } from '@platen/ui';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../shared/button-link';
import { CommandProblem } from '../../../shared/command-problem';
import { newKey } from '../../../shared/new-key';
import { paths } from '../../../shared/paths';
import { errorAt, useCommand } from '../../../shared/use-command';
import { useKept } from '../../../shared/use-kept';
import { useRight } from '../../../shared/viewer';
import type { DeviceInForm } from '../device-form-frame';
import { StatedCounterFields, countersToState, hasHeldCounter } from '../stated-counters';
import { FollowsStep } from './follows-step';
import {
  type MoveDraft,
  type MoveStep,
  isPlanned,
  isSamePlace,
  moveSteps,
  newMove,
  stepOfField,
  toMove,
} from './move-draft';
import { ReviewStep } from './review-step';
import { ToldStep } from './told-step';
import { WhereStep } from './where-step';

/**
 * A move, step by step (R20): where, what follows, counters, who is told, and everything once more before it happens.
 * The step stands in the address, so that the browser's own back is a step back; what was decided stays.
 */
export function MoveWizard({ device, asked }: { readonly device: DeviceInForm; readonly asked: MoveStep }) {
  const { t } = useTranslation();
  const router = useRouter();
  const navigate = useNavigate();
  const managing = useRight('device:manage');
  const [key] = useState(newKey);
  const { value: draft, change, forget } = useKept<MoveDraft>(`move ${device.id}`, newMove(device));
  const [problem, setProblem] = useState<'samePlace' | 'countersHeld'>();
  const { data } = useQuery(MovePreviewDocument, {
    variables: { deviceId: device.id, siteId: draft.site.value },
    skip: draft.site.value === '',
  });
  const preview = data?.movePreview ?? undefined;
  const { run, running, failure } = useCommand(MoveDeviceDocument, (answer) => answer.moveDevice);
  // Whoever comes by a link to a later step has decided nothing yet.
  const step = isSamePlace(device, draft) ? 'where' : asked;
  const at = moveSteps.indexOf(step);
  const planned = isPlanned(draft, preview);
  const meters = countersToState(device.meters);
  const sheet = useFocusOn(step);

  const goTo = (next: MoveStep) => {
    setProblem(undefined);
    void navigate({ to: '.', search: { step: next } });
  };
  const goOn = () => {
    if (step === 'where' && isSamePlace(device, draft)) return setProblem('samePlace');
    if (step === 'counters' && !planned && hasHeldCounter(meters, draft.counters))
      return setProblem('countersHeld');
    const next = moveSteps[at + 1];
    if (next) return goTo(next);
    return void move();
  };
  const move = async () => {
    const done = await run({ input: { idempotencyKey: key, ...toMove(device, draft, planned) } });
    if (!done) return;
    forget();
    router.history.push(paths.device(device.id, { tab: 'timeline' }));
  };
  const refusedAt = failure?.kind === 'refused' ? failure.fields[0]?.path : undefined;
  const errorOf = (path: string) => errorAt(failure, path);

  return (
    <Form label={t('move.title')} onSubmit={goOn} wide>
      <Timeline
        label={t('move.steps')}
        steps={moveSteps.map((each, index) => ({
          key: each,
          label: t(`move.step.${each}`),
          state: index < at ? 'done' : index === at ? 'now' : 'todo',
          stateWords: t(`move.stepState.${index < at ? 'done' : index === at ? 'now' : 'todo'}`),
        }))}
      />
      <CommandProblem failure={failure} />
      {refusedAt && stepOfField(refusedAt) !== step && (
        <Button variant="default" onClick={() => goTo(stepOfField(refusedAt))}>
          {t('move.mend', { step: t(`move.step.${stepOfField(refusedAt)}`) })}
        </Button>
      )}
      {problem && <FormProblem title={t(`move.${problem}`)} />}
      <div ref={sheet} tabIndex={-1} role="group" aria-label={t(`move.step.${step}`)}>
        <Sheet title={t(`move.step.${step}`)}>
          <SheetBody>
            {step === 'where' && (
              <WhereStep
                customerId={device.customer?.id}
                draft={draft}
                earliest={preview?.today}
                errorAt={errorOf}
                onChange={change}
              />
            )}
            {step === 'follows' && preview && (
              <FollowsStep
                preview={preview}
                draft={draft}
                managing={managing}
                errorAt={errorOf}
                onChange={change}
              />
            )}
            {step === 'counters' && (
              <>
                <Note>{countersWords(planned, meters.length)}</Note>
                {!planned && (
                  <StatedCounterFields
                    id="counters"
                    meters={meters}
                    typed={draft.counters}
                    onType={(counters) => change({ counters })}
                  />
                )}
              </>
            )}
            {step === 'told' && preview && <ToldStep preview={preview} draft={draft} onChange={change} />}
            {step === 'review' && preview && <ReviewStep device={device} draft={draft} preview={preview} />}
          </SheetBody>
        </Sheet>
      </div>
      <FormActions>
        <Button type="submit" loading={running}>
          {step === 'review' ? (planned ? t('move.plan') : t('move.now')) : t('move.next')}
        </Button>
        {at > 0 && (
          <Button variant="default" onClick={() => goTo(moveSteps[at - 1] ?? 'where')}>
            {t('move.previous')}
          </Button>
        )}
        <ButtonLink href={paths.device(device.id)} variant="default">
          {t('devices.edit.back')}
        </ButtonLink>
      </FormActions>
    </Form>
  );

  function countersWords(later: boolean, count: number): string {
    if (later) return t('move.countersLater');
    return count > 0 ? t('move.countersHint') : t('move.noCounters');
  }
}

/** A step that is gone to is read first; the one that the page begins with leaves the focus where it is. */
function useFocusOn(step: MoveStep) {
  const sheet = useRef<HTMLDivElement>(null);
  const seen = useRef(step);
  useEffect(() => {
    if (seen.current === step) return;
    seen.current = step;
    sheet.current?.focus();
  }, [step]);
  return sheet;
}
