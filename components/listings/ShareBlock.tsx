import { Icon } from '@/components/ui/Icon'
import { Qr } from '@/components/ui/Qr'
import { env } from '@/lib/env'
import type { Here } from '@/lib/i18n/moments'

/** A page's address to copy, to send by Telegram or another app, or to show to a camera. */
export function ShareBlock({
  here: { t, locale },
  path,
  title,
}: {
  here: Here
  /** After the language. */
  path: string
  title: string
}) {
  const url = `${env.publicUrl}/${locale}${path}`
  const telegram = `https://t.me/share/url?${new URLSearchParams({ url, text: title })}`
  return (
    <details className="share">
      <summary>
        <Icon name="share" />
        {t('listing.share')}
      </summary>
      <p className="address">{url}</p>
      <Qr text={url} label={t('share.picture')} />
      <p className="tools">
        <a href={telegram} rel="noreferrer">
          {t('share.telegram')}
        </a>
        <button type="button" data-share hidden>
          {t('share.other')}
        </button>
      </p>
      <p className="hint">{t('share.hint')}</p>
    </details>
  )
}
