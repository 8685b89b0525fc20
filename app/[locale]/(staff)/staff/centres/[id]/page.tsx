import type { Metadata } from 'next'
import { CentreForm } from '@/components/centres/CentreForm'
import { StaffFrame } from '@/components/layout/frames'
import { DaysSection } from '@/components/registry/DaysSection'
import { LinkButton } from '@/components/ui/Button'
import { BackLink, Tools } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { PageHead } from '@/components/ui/Section'
import { requireStaff } from '@/lib/auth/session'
import { hereAt, localeOf, orNotFound } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { edit } from '@/lib/registry/actions'
import { getRegistered } from '@/lib/registry/queries'

interface Props {
  params: Promise<{ locale: string; id: string }>
  searchParams: Promise<{ done?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('registry.edit')} — Qadam` }
}

export default async function CentrePage({ params, searchParams }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const { locale, now, t } = here
  const path = `/staff/centres/${id}`
  const actor = await requireStaff(locale, `/${locale}${path}`)
  const { facts, version, mayEdit } = await orNotFound(getRegistered(actor, id, now))
  const { done } = await searchParams
  return (
    <StaffFrame locale={locale} path={path} actor={actor} section="centres">
      <BackLink href={`/${locale}/staff/centres`}>{t('registry.title')}</BackLink>
      <PageHead title={facts.title}>
        <p className="small">{t('registry.editIntro')}</p>
      </PageHead>
      {done ? <Note>{t('registry.saved')}</Note> : null}
      <Tools
        links={[
          { href: `/${locale}/${facts.city}/centres/${id}`, label: t('registry.seePublic') },
          { href: '#days', label: t('registry.days.title') },
        ]}
      />
      {mayEdit ? (
        <CentreForm
          key={done}
          here={here}
          actor={actor}
          action={edit}
          values={facts}
          hidden={{ id, version: String(version), language: facts.language }}
          submit={t('form.save')}
        />
      ) : (
        <>
          <Note>{t('registry.ownNote')}</Note>
          <p>
            <LinkButton look="quiet" icon="edit" href={`/${locale}/my/listings/${id}/edit`}>
              {t('registry.ownEdit')}
            </LinkButton>
          </p>
        </>
      )}
      <DaysSection here={here} id={id} door="staff" days={facts.exceptions} />
    </StaffFrame>
  )
}
