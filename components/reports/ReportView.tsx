import { KindLine } from '@/components/listings/CardParts'
import { sampleWord } from '@/components/listings/words'
import { CopyView } from '@/components/reports/CopyView'
import { reasonText } from '@/components/reports/words'
import { momentText } from '@/components/requests/words'
import { type Line, Lines } from '@/components/ui/Lines'
import { PageHead } from '@/components/ui/Section'
import { dateName, type Here } from '@/lib/i18n/moments'
import { cityName } from '@/lib/places/cities'
import { cityDay } from '@/lib/places/city-time'
import type { ReportView as Report } from '@/lib/reports/queries'
import { REPORT_DAYS } from '@/lib/reports/rules'

/** A report: the reason, who says it, in which words, about what, and the opened copy. */
export function ReportView({ report, here }: { report: Report; here: Here }) {
  const { t, locale } = here
  const { kind, author, words, copy, handled } = report
  const date = (instant: Date) => dateName(locale, cityDay(instant, here.zone), true)
  const lines: (Line | null)[] = [
    { term: t('reports.staff.when'), detail: momentText(here, report.createdAt) },
    {
      term: t('reports.staff.by'),
      detail:
        report.times > 1
          ? t('reports.staff.times', { n: report.times })
          : t(`reports.staff.side.${report.side}`),
    },
    {
      term: t('reports.staff.listing'),
      detail: <a href={`/${locale}/staff/listings/${report.listingId}`}>{report.title}</a>,
    },
    {
      term: t('reports.staff.author'),
      detail: <a href={`/${locale}/staff/people/${author.id}`}>{author.name}</a>,
    },
    report.erasedAt
      ? null
      : {
          term: t('reports.staff.note'),
          detail:
            words.length === 0
              ? t('reports.staff.noNote')
              : words.map(({ id, side, text, at }) => (
                  <div key={id}>
                    <p className="own-words">{text}</p>
                    <p className="small">
                      {t(`reports.staff.side.${side}`)}, {momentText(here, at)}
                    </p>
                  </div>
                )),
        },
  ]
  return (
    <>
      <PageHead
        heading="h2"
        title={reasonText(here, kind, report.reason)}
        kindLine={
          <KindLine kind={kind} sample={sampleWord(here, report)}>
            {t('reports.staff.title')}, {t(`listing.kind.${kind}`)}, {cityName(report.city, locale)}
          </KindLine>
        }
      >
        {handled ? (
          <p className="small">
            {t('reports.staff.handled', {
              outcome: t(`reports.staff.outcome.${handled.outcome}`),
              who: handled.by,
              date: date(handled.at),
            })}
          </p>
        ) : null}
      </PageHead>
      <Lines lines={lines.filter((line) => line !== null)} />
      {report.erasedAt ? <p>{t('reports.staff.erased', { days: REPORT_DAYS })}</p> : null}
      {copy ? (
        <>
          <h3>{t('reports.staff.copy')}</h3>
          <p className="small">{t('reports.staff.copyUntil', { date: date(report.keptUntil) })}</p>
          <CopyView copy={copy} here={here} />
        </>
      ) : null}
    </>
  )
}
