import { Button } from '@/components/ui/Button'
import { FieldPair } from '@/components/ui/FieldPair'
import type { Here } from '@/lib/i18n/moments'
import { type LogSearch, SUBJECTS } from '@/lib/staff-log/schema'

/** About what, whose deeds, and of which days: a GET form. */
export function LogFilter({
  here: { t },
  action,
  search: { subject, about, who, from, to },
  actors,
}: {
  here: Here
  action: string
  search: LogSearch
  actors: { id: string; name: string }[]
}) {
  return (
    <form action={action} className="form">
      {about ? <input type="hidden" name="about" value={about} /> : null}
      <FieldPair>
        <p className="field">
          <label htmlFor="subject">{t('staffLog.about')}</label>
          <select id="subject" name="subject" defaultValue={subject ?? ''}>
            <option value="">{t('staffLog.anything')}</option>
            {SUBJECTS.map((name) => (
              <option key={name} value={name}>
                {t(`staffLog.subject.${name}`)}
              </option>
            ))}
          </select>
        </p>
        <p className="field">
          <label htmlFor="who">{t('staffLog.who')}</label>
          <select id="who" name="who" defaultValue={who ?? ''}>
            <option value="">{t('staffLog.everybody')}</option>
            {actors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name || t('people.noName')}
              </option>
            ))}
          </select>
        </p>
      </FieldPair>
      <FieldPair>
        <p className="field">
          <label htmlFor="from">{t('staffLog.from')}</label>
          <input id="from" name="from" type="date" defaultValue={from} />
        </p>
        <p className="field">
          <label htmlFor="to">{t('staffLog.to')}</label>
          <input id="to" name="to" type="date" defaultValue={to} />
        </p>
      </FieldPair>
      <Button look="quiet">{t('staffLog.show')}</Button>
    </form>
  )
}
