import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { VolunteerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { PageHead } from '@/components/ui/Section'
import { dayName } from '@/lib/i18n/moments'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { listLocalMail } from '@/lib/notifications/mailbox'
import { cityClock, cityDay } from '@/lib/places/city-time'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  return pageMetadata(locale, '/mailbox', translator(locale)('mailbox.title'))
}

/** The mail of the embedded set-up; it does not exist with a database of one's own. */
export default async function MailboxPage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t, zone } = here
  const mails = await listLocalMail()
  if (!mails) notFound()
  return (
    <VolunteerFrame locale={locale} path="/mailbox">
      <PageHead title={t('mailbox.title')}>
        <p>{t('mailbox.intro')}</p>
      </PageHead>
      {mails.length === 0 ? <p>{t('mailbox.empty')}</p> : null}
      <ul className="list">
        {mails.map((mail) => {
          const at = new Date(mail.receivedAt)
          return (
            <li className="card" key={`${mail.receivedAt}${mail.to}`}>
              <p className="meta">
                {mail.to}, {dayName(here, cityDay(at, zone))} {cityClock(at, zone)}
              </p>
              <h2 className="text-lg">{mail.subject}</h2>
              <MailText text={mail.text} />
            </li>
          )
        })}
      </ul>
    </VolunteerFrame>
  )
}

function MailText({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/\S+)/)
  return (
    <p className="own-words">
      {parts.map((part) =>
        part.startsWith('http') ? (
          <a key={part} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  )
}
