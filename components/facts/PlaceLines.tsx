import { checkedText } from '@/components/facts/words'
import { Tag } from '@/components/ui/Tag'
import type { Here } from '@/lib/i18n/moments'
import type { PlaceLine } from '@/lib/places/kept'

/** Places with what everyone reads of them, each a way to its form. */
export function PlaceLines({ here, places }: { here: Here; places: PlaceLine[] }) {
  const { locale, t } = here
  return (
    <ul className="tiles rows">
      {places.map(({ id, text, lang, otherSide, level, notice, checkedOn }) => (
        <li key={id}>
          <a href={`/${locale}/staff/facts/places/${id}`}>
            <b lang={lang}>{text}</b>
            <span>
              {otherSide ? <span>{t('rides.otherSide', { name: otherSide })}</span> : null}
              <span>{checkedText(here, checkedOn)}</span>
            </span>
            <p>
              {level ? (
                <>
                  <Tag tone={level === 'info' ? 'outline' : 'warn'}>
                    {t(`facts.level.${level}`)}
                  </Tag>{' '}
                </>
              ) : null}
              {notice ?? t('facts.nothingSaid')}
            </p>
          </a>
        </li>
      ))}
    </ul>
  )
}
