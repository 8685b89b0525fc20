import type { Metadata } from 'next'
import { StaffFrame } from '@/components/layout/frames'
import { RegistryFilters, RegistryLines } from '@/components/registry/RegistryList'
import { Pager, Tools } from '@/components/ui/Links'
import { NoteLink } from '@/components/ui/Note'
import { PageHead, Section } from '@/components/ui/Section'
import { requireStaff } from '@/lib/auth/session'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { listImports } from '@/lib/imports/queries'
import { listRegistry } from '@/lib/registry/queries'
import { registrySearchSchema } from '@/lib/registry/schema'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('registry.title')} — Qadam` }
}

export default async function CentresPage({ params, searchParams }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t } = here
  const path = `/${locale}/staff/centres`
  const actor = await requireStaff(locale, path)
  const search = registrySearchSchema.parse(await searchParams)
  const [{ lines, next }, waiting] = await Promise.all([
    listRegistry(actor, search),
    listImports(actor),
  ])
  const { after: _, ...filter } = search
  const further = new URLSearchParams({ ...filter, after: next ?? '' } as Record<string, string>)
  return (
    <StaffFrame locale={locale} path="/staff/centres" actor={actor} section="centres">
      <PageHead title={t('registry.title')}>
        <p className="small">{t('registry.intro')}</p>
      </PageHead>
      <Tools
        links={[
          { href: `${path}/new`, label: t('registry.new'), icon: 'plus' },
          { href: `${path}/import`, label: t('registry.upload') },
          { href: `${path}/export`, label: t('registry.download') },
          { href: `${path}/holidays`, label: t('registry.daysOff') },
        ]}
      />
      {waiting.length > 0 ? (
        <Section title={t('imports.waiting')}>
          {waiting.map(({ id, lines: n, preparer, status }) => (
            <NoteLink
              key={id}
              href={`${path}/imports/${id}`}
              title={t('imports.batch', { n, name: preparer })}
            >
              {t(`imports.status.${status}`)}
            </NoteLink>
          ))}
        </Section>
      ) : null}
      <RegistryFilters here={here} search={search} />
      {lines.length > 0 ? <RegistryLines here={here} lines={lines} /> : <p>{t('registry.none')}</p>}
      {next ? <Pager href={`${path}?${further}`}>{t('registry.more')}</Pager> : null}
    </StaffFrame>
  )
}
