import { Button } from '@/components/ui/Button'
import { FieldControl } from '@/components/ui/FieldControl'
import { FieldPair } from '@/components/ui/FieldPair'
import { Tag } from '@/components/ui/Tag'
import { CENTRE_KINDS } from '@/lib/centres/schema'
import { dateName, type Here } from '@/lib/i18n/moments'
import { CITY_SLUGS, cityName } from '@/lib/places/cities'
import { columnDay } from '@/lib/places/city-time'
import type { RegistryLine } from '@/lib/registry/queries'
import type { RegistrySearch } from '@/lib/registry/schema'

/** Of which city and kind the registry is read. */
export function RegistryFilters({ here, search }: { here: Here; search: RegistrySearch }) {
  const { locale, t } = here
  return (
    <form className="form">
      <FieldPair>
        <FieldControl
          id="city"
          name="city"
          type="select"
          label={t('centres.form.city')}
          options={[
            { value: '', label: t('registry.anyCity') },
            ...CITY_SLUGS.map((slug) => ({ value: slug, label: cityName(slug, locale) })),
          ]}
          defaultValue={search.city ?? ''}
        />
        <FieldControl
          id="kind"
          name="kind"
          type="select"
          label={t('centres.form.kind')}
          options={[
            { value: '', label: t('registry.anyKind') },
            ...CENTRE_KINDS.map((kind) => ({ value: kind, label: t(`centres.kindShort.${kind}`) })),
          ]}
          defaultValue={search.kind ?? ''}
        />
      </FieldPair>
      <Button look="quiet">{t('registry.find')}</Button>
    </form>
  )
}

/** The centres, each a way to its page. */
export function RegistryLines({ here, lines }: { here: Here; lines: RegistryLine[] }) {
  const { locale, t } = here
  return (
    <ul className="tiles rows">
      {lines.map(({ id, title, city, centreKind, checkedOn, own }) => (
        <li key={id}>
          <a href={`/${locale}/staff/centres/${id}`}>
            <b>{title}</b>
            <span>
              <span>{cityName(city, locale)}</span>
              <span>{t(`centres.kindShort.${centreKind}`)}</span>
              <span>
                {checkedOn
                  ? t('registry.checked', { date: dateName(locale, columnDay(checkedOn), true) })
                  : t('registry.neverChecked')}
              </span>
            </span>
            {own ? (
              <p>
                <Tag>{t('registry.own')}</Tag>
              </p>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  )
}
