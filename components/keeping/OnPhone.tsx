import type { Here } from '@/lib/i18n/moments'

/** What is kept on this phone. Only the phone knows: `public/enhance.js` fills in the list. */
export function OnPhone({ here: { t } }: { here: Here }) {
  return (
    <section className="stack" data-on-phone data-unsent={t('keep.unsent')} hidden>
      <h2>{t('keep.onPhone')}</h2>
      <ul className="kept" />
      <p>
        <button type="button" className="btn quiet" data-forget>
          {t('keep.forget')}
        </button>
      </p>
    </section>
  )
}
