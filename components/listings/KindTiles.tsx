import { kindIcons } from '@/components/listings/CardParts'
import { Icon } from '@/components/ui/Icon'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { KIND_PATHS } from '@/lib/listings/kinds'

/** What a volunteer can offer, one link a kind. */
export function KindTiles({ locale }: { locale: Locale }) {
  const t = translator(locale)
  return (
    <ul className="tiles">
      {(['ride', 'housing', 'centre'] as const).map((kind) => (
        <li key={kind}>
          <a href={`/${locale}/my/${KIND_PATHS[kind]}/new`}>
            <b>{t(`my.new.${kind}`)}</b>
            <span className={kind}>
              <Icon name={kindIcons[kind]} />
            </span>
            <span>{t(`my.new.${kind}Hint`)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
