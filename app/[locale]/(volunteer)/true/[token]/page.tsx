import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { KindLine } from '@/components/listings/CardParts'
import { momentText } from '@/components/requests/words'
import { DeadLink } from '@/components/truth/DeadLink'
import { ActionForm } from '@/components/ui/ActionForm'
import { LinkButton } from '@/components/ui/Button'
import { HiddenField } from '@/components/ui/Field'
import { PageHead } from '@/components/ui/Section'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { reply } from '@/lib/truth/actions'
import { findReply } from '@/lib/truth/queries'
import { isPause, pauseEnd } from '@/lib/truth/rules'

interface Props {
  params: Promise<{ locale: string; token: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('truth.title')} — Qadam` }
}

// Opening the page uses nothing up: mail scanners open links too. The button does.
export default async function ReplyPage({ params }: Props) {
  const { locale: segment, token } = await params
  const locale = localeOf(segment)
  const here = hereAt(locale)
  const { t, now } = here
  const found = await findReply(token, now)
  if (!found) {
    return (
      <VolunteerFrame locale={locale} path="/true">
        <DeadLink locale={locale} />
      </VolunteerFrame>
    )
  }
  const { answer, listing } = found
  return (
    <VolunteerFrame locale={locale} path={`/true/${token}`}>
      <PageHead
        title={t('truth.title')}
        kindLine={
          <KindLine kind={listing.kind} sample={listing.sample ? t('listing.sample') : undefined}>
            {t(`listing.kind.${listing.kind}`)}
          </KindLine>
        }
      >
        <p lang={listing.language}>
          <b>{listing.title}</b>
        </p>
        <p>
          {isPause(answer)
            ? t('truth.effect.paused', { moment: momentText(here, pauseEnd(answer, now)) })
            : t(`truth.effect.${answer}`)}
        </p>
      </PageHead>
      <ActionForm action={reply} summaryTitle={t('form.toFix')} submit={t(`truth.reply.${answer}`)}>
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="token" defaultValue={token} />
      </ActionForm>
      <LinkButton look="quiet" wide href={`/${locale}/my`}>
        {t('truth.other')}
      </LinkButton>
    </VolunteerFrame>
  )
}
