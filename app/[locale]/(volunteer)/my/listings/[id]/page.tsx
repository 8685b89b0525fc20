import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { againHref, nextSentence, statusWord } from '@/components/listings/OwnCard'
import { PauseForm } from '@/components/truth/PauseForm'
import { TruthForm } from '@/components/truth/TruthForm'
import { ActionForm } from '@/components/ui/ActionForm'
import { ButtonRow, LinkButton } from '@/components/ui/Button'
import { Field, HiddenField } from '@/components/ui/Field'
import { BackLink, Tools } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { PageHead, Section } from '@/components/ui/Section'
import { getOwn } from '@/lib/accounts/queries'
import { requireActor } from '@/lib/auth/session'
import { hereAt, localeOf, orNotFound } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { changePlaces } from '@/lib/listings/actions'
import { KIND_PATHS } from '@/lib/listings/kinds'
import { canTransition, isOver, isPaused } from '@/lib/listings/rules'

interface Props {
  params: Promise<{ locale: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('my.title')} — Qadam` }
}

export default async function OwnListingPage({ params }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const { locale, t, now } = here
  const path = `/my/listings/${id}`
  const actor = await requireActor(locale, `/${locale}${path}`)
  const listing = await orNotFound(getOwn(actor, id))
  const isPublic = listing.status === 'published' && !isOver(listing, now)
  const canEdit = isPublic || (canTransition(listing.status, 'submit') && !isOver(listing, now))
  const canWithdraw = canTransition(listing.status, 'withdraw') && !isOver(listing, now)
  const note = listing.lastDecision?.note
  return (
    <VolunteerFrame locale={locale} path={path} actor={actor} section="my">
      <BackLink href={`/${locale}/my`}>{t('my.title')}</BackLink>
      <PageHead title={listing.title}>
        <p className="small">{t(`listing.kind.${listing.kind}`)}</p>
      </PageHead>
      <Note title={`${statusWord(here, listing)}.`}>
        {nextSentence(here, listing)}
        {note ? <p className="own-words">«{note}»</p> : null}
      </Note>
      {isPublic && !isPaused(listing, now) ? (
        <Tools
          links={[
            {
              href: `/${locale}/${listing.city}/${KIND_PATHS[listing.kind]}/${id}`,
              label: t('my.seePublic'),
            },
            ...(listing.kind === 'centre'
              ? [{ href: `/${locale}${path}/days`, label: t('registry.days.title') }]
              : []),
          ]}
        />
      ) : null}
      {isPublic ? (
        <Section title={t('my.group.ask')}>
          <TruthForm listing={listing} here={here} />
        </Section>
      ) : null}
      {isPublic && listing.places ? (
        <Section title={t('my.places')}>
          <ActionForm action={changePlaces} summaryTitle={t('form.toFix')} submit={t('form.save')}>
            <HiddenField name="locale" defaultValue={locale} />
            <HiddenField name="id" defaultValue={id} />
            <Field
              name="total"
              type="number"
              label={t('my.placesTotal')}
              hint={t('my.placesHint')}
              defaultValue={String(listing.places.total)}
            />
          </ActionForm>
        </Section>
      ) : null}
      {isPublic ? <PauseForm listing={listing} here={here} /> : null}
      <ButtonRow>
        {canEdit ? (
          <LinkButton look="quiet" icon="edit" href={`/${locale}${path}/edit`}>
            {t('listing.edit')}
          </LinkButton>
        ) : null}
        {canWithdraw ? (
          <LinkButton look="quiet" href={`/${locale}${path}/withdraw`}>
            {t('listing.withdraw')}
          </LinkButton>
        ) : null}
        {canEdit || listing.status === 'taken_down' ? null : (
          <LinkButton href={againHref(locale, listing)}>{t('listing.again')}</LinkButton>
        )}
      </ButtonRow>
    </VolunteerFrame>
  )
}
