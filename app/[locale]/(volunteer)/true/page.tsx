import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { momentText } from '@/components/requests/words'
import { DeadLink } from '@/components/truth/DeadLink'
import { LinkButton } from '@/components/ui/Button'
import { PageHead } from '@/components/ui/Section'
import { hereAt, localeOf, one, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { isPause, pauseEnd } from '@/lib/truth/rules'
import { ANSWERS } from '@/lib/truth/schema'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('truth.title')} — Qadam` }
}

/** What was answered through a link of a mail; without an answer, that the link is used up. */
export default async function RepliedPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale)
  const here = hereAt(locale)
  const { t, now } = here
  const given = one((await searchParams).answer)
  const answer = ANSWERS.find((known) => known === given)
  return (
    <VolunteerFrame locale={locale} path={`/true${answer ? `?answer=${answer}` : ''}`}>
      {answer ? (
        <>
          <PageHead title={t('truth.thanks')}>
            <p>
              {isPause(answer)
                ? t('truth.done.paused', { moment: momentText(here, pauseEnd(answer, now)) })
                : t(`truth.done.${answer}`)}
            </p>
          </PageHead>
          <LinkButton look="quiet" wide href={`/${locale}/my`}>
            {t('my.title')}
          </LinkButton>
        </>
      ) : (
        <DeadLink locale={locale} />
      )}
    </VolunteerFrame>
  )
}
