import { ActionForm } from '@/components/ui/ActionForm'
import { ChoiceField } from '@/components/ui/ChoiceField'
import { Field, HiddenField } from '@/components/ui/Field'
import { FieldPair } from '@/components/ui/FieldPair'
import { Section } from '@/components/ui/Section'
import { Steps } from '@/components/ui/Steps'
import type { Here } from '@/lib/i18n/moments'
import { ask } from '@/lib/requests/actions'

/** The nights that a home can be asked for, and those that the form begins with. */
export interface AskedNights {
  from: string
  to: string
  first: string
  /** The last possible day of leaving. */
  last: string
  hint: string
}

/** What to keep in mind before asking: one sentence each. */
export function AskSafety({ title, rules }: { title: string; rules: string[] }) {
  return (
    <Section title={title}>
      <Steps steps={rules.map((text) => ({ key: text, text }))} />
    </Section>
  )
}

/** The form of a request. It carries all it needs: the page before it leaves nothing behind. */
export function AskForm({
  here: { locale, t },
  listingId,
  askedAt,
  token,
  womenOnRequest,
  isPageOpen,
  nights,
}: {
  here: Here
  listingId: string
  /** When the form was made, signed. */
  askedAt: string
  /** The private link to be: sent twice, the form is one request. */
  token: string
  /** Whether a woman may ask for women only. */
  womenOnRequest: boolean
  /** Whether a private page is open on this phone; phones are shared, and it may be somebody else's. */
  isPageOpen: boolean
  nights?: AskedNights
}) {
  return (
    <Section title={t('requests.ask.form')}>
      <ActionForm
        action={ask}
        summaryTitle={t('form.toFix')}
        submit={t('requests.ask.send')}
        initial={{ line: ['offer'], page: ['open'] }}
      >
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="listingId" defaultValue={listingId} />
        <HiddenField name="askedAt" defaultValue={askedAt} />
        <HiddenField name="token" defaultValue={token} />
        {isPageOpen ? <PageField t={t} /> : null}
        <FieldPair>
          <Field name="adults" type="number" label={t('requests.ask.adults')} defaultValue="1" />
          <Field
            name="children"
            type="number"
            label={t('requests.ask.children')}
            defaultValue="0"
          />
        </FieldPair>
        {nights ? (
          <FieldPair>
            <Field
              name="from"
              type="date"
              label={t('housing.filter.from')}
              defaultValue={nights.from}
              min={nights.first}
              max={nights.last}
            />
            <Field
              name="to"
              type="date"
              label={t('housing.filter.to')}
              defaultValue={nights.to}
              min={nights.first}
              max={nights.last}
            />
          </FieldPair>
        ) : null}
        {nights ? <p className="hint">{nights.hint}</p> : null}
        <Field
          name="text"
          type="textarea"
          label={t('requests.ask.text')}
          hint={t('requests.ask.textHint')}
          optional={t('form.optional')}
        />
        <Field
          name="name"
          label={t('requests.ask.name')}
          hint={t('requests.ask.nameHint')}
          optional={t('form.optional')}
          autoComplete="off"
        />
        {womenOnRequest ? (
          <ChoiceField
            name="womenOnly"
            kind="checkbox"
            label={t('listing.womenTerm')}
            hint={t('requests.ask.womenHint')}
            choices={[{ value: 'on', label: t('requests.ask.women') }]}
          />
        ) : null}
        <ChoiceField
          name="line"
          kind="radio"
          label={t('requests.ask.line')}
          hint={t('requests.ask.lineHint')}
          choices={[
            {
              value: 'offer',
              label: t('requests.ask.lineOffer'),
              hint: t('requests.ask.lineOfferHint'),
            },
            {
              value: 'take',
              label: t('requests.ask.lineTake'),
              hint: t('requests.ask.lineTakeHint'),
            },
          ]}
        />
        <p className="hint">{t('requests.ask.kept')}</p>
      </ActionForm>
    </Section>
  )
}

/** Whose page the request goes to. */
function PageField({ t }: Pick<Here, 't'>) {
  return (
    <ChoiceField
      name="page"
      kind="radio"
      label={t('requests.ask.page')}
      hint={t('requests.ask.pageHint')}
      choices={[
        {
          value: 'open',
          label: t('requests.ask.pageOpen'),
          hint: t('requests.ask.pageOpenHint'),
        },
        { value: 'own', label: t('requests.ask.pageOwn'), hint: t('requests.ask.pageOwnHint') },
      ]}
    />
  )
}
