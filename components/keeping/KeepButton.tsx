import { Icon } from '@/components/ui/Icon'
import type { Here } from '@/lib/i18n/moments'

/**
 * Keeps pages on this phone, or takes them away again. It arrives hidden: `public/enhance.js` shows
 * it where the browser can.
 */
export function KeepButton({ here: { t }, paths }: { here: Here; paths: readonly string[] }) {
  return (
    <button
      type="button"
      className="btn quiet"
      data-keep={paths.join(' ')}
      data-kept={t('keep.drop')}
      data-failed={t('keep.failed')}
      hidden
    >
      <Icon name="keep" />
      <span>{t('keep.save')}</span>
    </button>
  )
}

/**
 * The same among the tools of a page, for the page itself and the form it leads to. Until somebody
 * has asked to keep anything it is a link to the page that says what keeping means.
 */
export function KeepThis({ here: { t, locale } }: { here: Here }) {
  return (
    <>
      <a href={`/${locale}/keep`} data-until-asked>
        <Icon name="keep" />
        {t('keep.title')}
      </a>
      <button
        type="button"
        data-keep="."
        data-kept={t('keep.drop')}
        data-failed={t('keep.failed')}
        hidden
      >
        <Icon name="keep" />
        <span>{t('keep.title')}</span>
      </button>
    </>
  )
}
