import type { Metadata } from 'next'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { PlanAnswer } from '@/components/plans/PlanAnswer'
import { PlanChange, PlanForm } from '@/components/plans/PlanForm'
import { planErrors } from '@/components/plans/words'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { GUEST } from '@/lib/auth/viewer'
import { readKept } from '@/lib/guide/queries'
import { hereAt, localeOf, queryString, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { listPlaceFacts } from '@/lib/places/queries'
import { getPlan } from '@/lib/plans/queries'
import { askedPlan, readPlan, usualPlan } from '@/lib/plans/schema'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  return pageMetadata(locale, '/plan', t('plan.title'), t('plan.description'))
}

export default async function PlanPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale)
  const asked = askedPlan(await searchParams)
  const anywhere = hereAt(locale)
  const places = await listPlaceFacts(locale)
  const { plan, issues } = readPlan(asked, anywhere.now, places)
  const here = hereAt(locale, plan?.city)
  const { t, now } = here
  const origin = places.find(({ id }) => id === plan?.from)
  return (
    <NewcomerFrame locale={locale} path={`/plan${queryString(asked)}`} section="guide">
      <BackLink href={`/${locale}/guide`}>{t('guide.steps')}</BackLink>
      {plan && origin ? (
        <>
          <PlanAnswer
            here={here}
            plan={plan}
            origin={origin}
            view={await getPlan(GUEST, plan, places, locale, now)}
            kept={await readKept()}
          />
          <PlanChange here={here} places={places} asked={asked} />
        </>
      ) : (
        <>
          <PageHead title={t('plan.title')}>
            <p>{t('plan.lead')}</p>
          </PageHead>
          <PlanForm
            here={here}
            places={places}
            asked={asked.date === undefined ? { ...usualPlan(now), ...asked } : asked}
            errors={planErrors(here, issues)}
          />
        </>
      )}
    </NewcomerFrame>
  )
}
