import type { ReactNode } from 'react'
import type { DeedProps } from '@/components/layout/DeedBar'
import type { SectionLink } from '@/components/layout/Header'
import { Page } from '@/components/layout/Page'
import type { Actor } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { dateName } from '@/lib/i18n/moments'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { CitySlug } from '@/lib/places/cities'
import { cityClock, cityDay } from '@/lib/places/city-time'
import { can } from '@/lib/policy'

/** What the languages are called where there is little room. */
export const LANGUAGE_LABELS: Record<Locale, string> = { ru: 'Рус', kk: 'Қаз', en: 'Eng' }

type Section = 'rides' | 'housing' | 'centres' | 'guide'

interface FrameProps {
  locale: Locale
  /** The path after the locale, with its query: the same page in the other languages. */
  path: string
  children: ReactNode
}

/** The frame of pages read without an account. */
export function NewcomerFrame({
  locale,
  path,
  city,
  section,
  deed,
  isStatic,
  children,
}: FrameProps & {
  city?: CitySlug | null
  section?: Section
  deed?: DeedProps
  /** Made once, not at each request: it says nothing of when and knows no settings. */
  isStatic?: boolean
}) {
  const t = translator(locale)
  const under = city ? `/${locale}/${city}` : `/${locale}`
  const icons = { rides: 'car', housing: 'bed', centres: 'id' } as const
  const lists = (['rides', 'housing', 'centres'] as const).map((name) => ({
    href: `${under}/${name}`,
    label: t(`frame.section.${name}`),
    icon: icons[name],
    current: section === name,
  }))
  const steps: SectionLink = {
    href: `/${locale}/guide`,
    label: t('frame.section.guide'),
    icon: 'steps',
    current: section === 'guide',
  }
  return (
    <Page
      {...shared(t, locale, path)}
      variant="newcomer"
      sampleStrip={!isStatic && env.embedded ? t('frame.samples') : undefined}
      offline={t('frame.offline')}
      sections={{ label: t('frame.sections'), links: [...lists, steps] }}
      deed={deed}
      footer={{
        sentence: isStatic ? t('frame.footer') : `${t('frame.footer')} ${madeAt(t, locale)}`,
        links: [
          { href: `/${locale}/request`, label: t('frame.request') },
          { href: `/${locale}/about`, label: t('frame.about') },
          { href: `/${locale}/guide/safety`, label: t('frame.safety') },
          { href: `/${locale}/privacy`, label: t('frame.privacy') },
          { href: `/${locale}/keep`, label: t('keep.title') },
          { href: `/${locale}/transparency`, label: t('figures.publicTitle') },
          { href: `/${locale}/sign-in`, label: t('frame.help') },
        ],
      }}
    >
      {children}
    </Page>
  )
}

/** The frame of a signed-in person's own pages, and of sign-in itself. */
export function VolunteerFrame({
  locale,
  path,
  actor,
  section,
  waiting = 0,
  children,
}: FrameProps & {
  actor?: Actor
  section?: 'my' | 'requests' | 'add' | 'profile'
  /** How many requests wait for an answer, where the page knows it. */
  waiting?: number
}) {
  const t = translator(locale)
  const links: SectionLink[] = [
    { href: `/${locale}/my`, label: t('frame.my'), icon: 'list', current: section === 'my' },
    {
      href: `/${locale}/my/requests`,
      label: waiting > 0 ? t('hosting.titleCount', { n: waiting }) : t('hosting.title'),
      icon: 'mail',
      current: section === 'requests',
    },
    { href: `/${locale}/my/new`, label: t('frame.add'), icon: 'plus', current: section === 'add' },
    {
      href: `/${locale}/my/profile`,
      label: t('frame.profile'),
      icon: 'person',
      current: section === 'profile',
    },
  ]
  const desk = { href: `/${locale}/staff`, label: t('frame.queue'), icon: 'flag' } as const
  const isStaff = actor && can(actor, 'desk.enter', null)
  return (
    <Page
      {...shared(t, locale, path)}
      variant="volunteer"
      sampleStrip={env.embedded ? t('frame.samples') : undefined}
      sections={actor && { label: t('frame.sections'), links: isStaff ? [...links, desk] : links }}
    >
      {children}
    </Page>
  )
}

/** The frame of moderators and admins. */
export function StaffFrame({
  locale,
  path,
  actor,
  section,
  waiting,
  failedJobs,
  wide,
  children,
}: FrameProps & {
  actor: Actor
  section: 'queue' | 'people' | 'centres' | 'jobs' | 'announcements' | 'facts' | 'figures' | 'log'
  /** How many items wait, where the page knows it. */
  waiting?: number
  /** How many jobs failed for good, where the page knows it. */
  failedJobs?: number
  wide?: boolean
}) {
  const t = translator(locale)
  const queue = waiting === undefined ? t('frame.queue') : `${t('frame.queue')} ${waiting}`
  const jobs = failedJobs ? `${t('frame.jobs')} ${failedJobs}` : t('frame.jobs')
  return (
    <Page
      {...shared(t, locale, path)}
      variant="staff"
      width={wide ? 'bench' : 'column'}
      sampleStrip={env.embedded ? t('frame.samples') : undefined}
      sections={{
        label: t('frame.sections'),
        links: [
          { href: `/${locale}/staff`, label: queue, current: section === 'queue' },
          {
            href: `/${locale}/staff/people`,
            label: t('frame.people'),
            current: section === 'people',
          },
          {
            href: `/${locale}/staff/centres`,
            label: t('registry.title'),
            current: section === 'centres',
          },
          { href: `/${locale}/staff/jobs`, label: jobs, current: section === 'jobs' },
          {
            href: `/${locale}/staff/figures`,
            label: t('figures.title'),
            current: section === 'figures',
          },
          {
            href: `/${locale}/staff/announcements`,
            label: t('announcements.title'),
            current: section === 'announcements',
          },
          {
            href: `/${locale}/staff/facts`,
            label: t('facts.title'),
            current: section === 'facts',
          },
          ...(can(actor, 'log.view', null)
            ? [
                {
                  href: `/${locale}/staff/log`,
                  label: t('staffLog.title'),
                  current: section === 'log',
                },
              ]
            : []),
          { href: `/${locale}/my`, label: t('frame.my') },
        ],
      }}
      account={{ href: `/${locale}/my/profile`, label: actor.publicName ?? t('frame.profile') }}
    >
      {children}
    </Page>
  )
}

function shared(t: Translator, locale: Locale, path: string) {
  return {
    homeHref: `/${locale}`,
    skip: t('frame.skip'),
    leave: { href: `/${locale}/calendar`, label: t('frame.leave') },
    languages: {
      label: t('frame.languages'),
      links: LOCALES.filter((other) => other !== locale).map((other) => ({
        href: `/${other}${path}`,
        label: LANGUAGE_LABELS[other],
        lang: other,
      })),
    },
  }
}

/** When a page was made: people keep, print and pass on what they read. */
export function madeAt(t: Translator, locale: Locale): string {
  const now = new Date()
  return t('frame.madeAt', {
    date: dateName(locale, cityDay(now, 'Asia/Almaty')),
    clock: cityClock(now, 'Asia/Almaty'),
  })
}
