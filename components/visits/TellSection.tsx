import { ButtonRow, LinkButton } from '@/components/ui/Button'
import { Section } from '@/components/ui/Section'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { Here } from '@/lib/i18n/moments'

/** «Was it true?» below a listing: its answers are one tap further, on a page that takes forms. */
export function TellSection({
  href,
  kind,
  here: { t },
}: {
  href: string
  kind: ListingKind
  here: Here
}) {
  return (
    <Section title={t('visits.title')}>
      <ButtonRow>
        <LinkButton look="quiet" icon="check" href={href}>
          {t('visits.allTrue')}
        </LinkButton>
        <LinkButton look="quiet" icon="flag" href={`${href}#wrong`}>
          {t('reports.link')}
        </LinkButton>
        {kind === 'centre' ? (
          <LinkButton look="quiet" href={`${href}#wait`}>
            {t('visits.howLong')}
          </LinkButton>
        ) : null}
      </ButtonRow>
    </Section>
  )
}
