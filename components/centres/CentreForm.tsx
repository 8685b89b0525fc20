import { CentreHoursFields } from '@/components/centres/CentreHoursFields'
import { OfficialFields } from '@/components/centres/OfficialFields'
import {
  BodyField,
  cityOptions,
  districtOptions,
  LanguagesField,
} from '@/components/listings/CommonFields'
import { ListingForm } from '@/components/listings/ListingForm'
import { capital } from '@/components/listings/words'
import { ChoiceField } from '@/components/ui/ChoiceField'
import { Field } from '@/components/ui/Field'
import { FieldPair } from '@/components/ui/FieldPair'
import type { FormAction } from '@/lib/action'
import type { Actor } from '@/lib/auth/viewer'
import {
  APPOINTMENT_RULES,
  CENTRE_KINDS,
  CENTRE_SERVICES,
  type CentreInput,
  STEP_FREE,
} from '@/lib/centres/schema'
import type { Here } from '@/lib/i18n/moments'
import { can } from '@/lib/policy'

/** The form of a centre. Volunteers offer help points; staff also offices, with their source. */
export function CentreForm({
  here,
  actor,
  action,
  values,
  hidden,
  submit,
}: {
  here: Here
  actor: Actor
  action: FormAction
  /** The centre that is changed or posted again. */
  values?: Partial<CentreInput>
  hidden: Record<string, string>
  /** Words of the button where staff keep the registry: what only its author knows is not asked. */
  submit?: string
}) {
  const { t } = here
  const isStaff = can(actor, 'centre.offerOfficial', { centreKind: 'service_centre' })
  const helpPoint: Record<string, string> = isStaff ? {} : { centreKind: 'help_point' }
  const optional = t('form.optional')
  const services = CENTRE_SERVICES.map((value) => ({
    value,
    label: capital(t(`centres.service.${value}`)),
  }))
  const rules = APPOINTMENT_RULES.map((value) => ({
    value,
    label: capital(t(`centres.appointment.${value}`)),
  }))
  const entrance = STEP_FREE.map((value) => ({
    value,
    label: t(`centres.form.stepFree.${value}`),
  }))
  return (
    <ListingForm
      here={here}
      action={action}
      submit={submit}
      hidden={{ ...hidden, ...helpPoint, kind: 'centre' }}
      open={
        <>
          {isStaff ? (
            <ChoiceField
              name="centreKind"
              kind="radio"
              label={t('centres.form.kind')}
              choices={CENTRE_KINDS.map((value) => ({ value, label: t(`centres.kind.${value}`) }))}
              defaultValue={[values?.centreKind ?? (submit ? 'service_centre' : 'help_point')]}
            />
          ) : null}
          <Field
            name="title"
            label={t('centres.form.title')}
            hint={t('centres.form.titleHint')}
            defaultValue={values?.title}
          />
          <FieldPair>
            <Field
              name="city"
              type="select"
              label={t('centres.form.city')}
              options={cityOptions(here)}
              defaultValue={values?.city}
            />
            <Field
              name="district"
              type="select"
              label={t('centres.form.district')}
              optional={optional}
              options={[
                { value: '', label: t('centres.form.noDistrict') },
                ...districtOptions(here),
              ]}
              defaultValue={values?.district ?? ''}
            />
          </FieldPair>
          <ChoiceField
            name="services"
            kind="checkbox"
            label={t('centres.filter.service')}
            choices={services}
            defaultValue={values?.services}
          />
          <ChoiceField
            name="appointment"
            kind="radio"
            label={t('centres.form.appointment')}
            choices={rules}
            defaultValue={[values?.appointment ?? 'walk_in']}
          />
          <CentreHoursFields here={here} values={values} />
          <Field
            name="documents"
            type="textarea"
            label={t('centres.bringTitle')}
            hint={t('centres.form.documentsHint')}
            optional={optional}
            defaultValue={values?.documents}
          />
          <Field
            name="fees"
            label={t('centres.term.fees')}
            hint={t('centres.form.feesHint')}
            optional={optional}
            defaultValue={values?.fees}
          />
          <LanguagesField here={here} values={values?.languages} />
          <ChoiceField
            name="stepFree"
            kind="radio"
            label={t('centres.term.entrance')}
            choices={entrance}
            defaultValue={[stepFreeAnswer(values?.stepFree)]}
          />
          <BodyField here={here} value={values?.body} />
          <h2>{t('centres.form.addressTitle')}</h2>
          {submit ? null : (
            <Field
              name="address"
              label={t('centres.form.address')}
              hint={t('centres.form.addressHint')}
              optional={optional}
              autoComplete="off"
              defaultValue={values?.address}
            />
          )}
          {isStaff ? <OfficialFields here={here} values={values} /> : null}
        </>
      }
    />
  )
}

function stepFreeAnswer(stepFree: boolean | null | undefined): (typeof STEP_FREE)[number] {
  if (typeof stepFree !== 'boolean') return 'unknown'
  return stepFree ? 'yes' : 'no'
}
