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

// A page nobody asks about: the weather.
const LEAVE_TO = 'https://www.google.com/search?q=weather'
const LANGUAGE_LABELS: Record<Locale, string> = { ru: 'Рус', kk: 'Қаз', en: 'Eng' }

type Section = 'rides' | 'housing' | 'centres'

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
  const links = (['rides', 'housing', 'centres'] as const).map((name) => ({
    href: `${under}/${name}`,
    label: t(`frame.section.${name}`),
    icon: icons[name],
    current: section === name,
  }))
  return (
    <Page
      {...shared(t, locale, path)}
      variant="newcomer"
      sampleStrip={!isStatic && env.embedded ? t('frame.samples') : undefined}
      sections={{ label: t('frame.sections'), links }}
      deed={deed}
      footer={{
        sentence: isStatic ? t('frame.footer') : `${t('frame.footer')} ${madeAt(t, locale)}`,
        links: [
          { href: `/${locale}/about`, label: t('frame.about') },
          { href: `/${locale}/privacy`, label: t('frame.privacy') },
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
  const isStaff = actor && can(actor, 'queue.view', null)
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
  wide,
  children,
}: FrameProps & {
  actor: Actor
  section: 'queue' | 'people'
  /** How many items wait, where the page knows it. */
  waiting?: number
  wide?: boolean
}) {
  const t = translator(locale)
  const queue = waiting === undefined ? t('frame.queue') : `${t('frame.queue')} ${waiting}`
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
    leave: { href: LEAVE_TO, label: t('frame.leave') },
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

function madeAt(t: Translator, locale: Locale): string {
  const now = new Date()
  return t('frame.madeAt', {
    date: dateName(locale, cityDay(now, 'Asia/Almaty')),
    clock: cityClock(now, 'Asia/Almaty'),
  })
}
