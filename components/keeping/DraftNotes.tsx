import { Note } from '@/components/ui/Note'
import type { Here } from '@/lib/i18n/moments'
import { ASK_FORM } from '@/lib/requests/schema'

/**
 * What `public/enhance.js` says about a request typed without a line: that it waits on this phone,
 * that it was not sent and is not kept either, or that it is back, in the form as it was or in a
 * newer one. `title` names it in the list of what is kept.
 */
export function DraftNotes({ here: { t }, title }: { here: Here; title: string }) {
  return (
    <div data-draft={title} data-form={ASK_FORM} role="status">
      <div data-waits hidden>
        <Note title={t('keep.draft.noLine')}>{t('keep.draft.waits')}</Note>
      </div>
      <div data-not-sent hidden>
        <Note title={t('keep.draft.noLine')}>{t('keep.draft.notSent')}</Note>
      </div>
      <div data-found hidden>
        <Note title={t('keep.draft.found')}>{t('keep.draft.send')}</Note>
      </div>
      <div data-changed hidden>
        <Note title={t('keep.draft.found')}>{t('keep.draft.changed')}</Note>
      </div>
    </div>
  )
}
