import { NewcomerFrame } from '@/components/layout/frames'
import { Button } from '@/components/ui/Button'
import { PageHead } from '@/components/ui/Section'
import { localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { openLink } from '@/lib/requests/actions'

interface Props {
  params: Promise<{ locale: string; token: string }>
}

/** One button, whatever the link is: messengers fetch previews, and nothing is looked up for them. */
export default async function PrivateLinkPage({ params }: Props) {
  const { locale: segment, token } = await params
  const locale = localeOf(segment)
  const t = translator(locale)
  return (
    <NewcomerFrame locale={locale} path={`/request/${token}`} isStatic>
      <PageHead title={t('requests.link.title')}>
        <p>{t('requests.link.text')}</p>
      </PageHead>
      <form action={openLink}>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="token" value={token} />
        <Button wide>{t('requests.link.open')}</Button>
      </form>
    </NewcomerFrame>
  )
}
