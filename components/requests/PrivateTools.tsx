import { Button } from '@/components/ui/Button'
import { Tools } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import type { Here } from '@/lib/i18n/moments'
import { closePage } from '@/lib/requests/actions'

/** The link to keep: the only way back to the page. */
export function PrivateLink({ link, here: { t } }: { link: string; here: Here }) {
  return (
    <Note title={t('requests.page.save')}>
      <div className="stack">
        <p>
          <a href={link}>{link}</a>
        </p>
        <p>{t('requests.page.saveText')}</p>
        <p>{t('requests.page.saveSecret')}</p>
      </div>
    </Note>
  )
}

/** What concerns the whole page: refreshing, another phone, closing, erasing. */
export function PrivateTools({ still, here }: { still: boolean; here: Here }) {
  const { locale, t } = here
  const page = `/${locale}/request`
  return (
    <>
      <Tools
        links={[
          { href: `${page}/code`, label: t('requests.page.otherPhone') },
          { href: `${page}/erase`, label: t('requests.erase.link') },
          still
            ? { href: page, label: t('requests.page.refresh') }
            : { href: `${page}?refresh=off`, label: t('requests.page.still') },
        ]}
      />
      {still ? null : <p className="small">{t('requests.page.refreshes')}</p>}
      <form action={closePage}>
        <input type="hidden" name="locale" value={locale} />
        <Button look="quiet" wide>
          {t('requests.page.close')}
        </Button>
      </form>
    </>
  )
}
