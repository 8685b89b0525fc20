import { describeKind } from '@/components/listings/describe'
import { Marked } from '@/components/risk/Marked'
import { Diff } from '@/components/ui/Diff'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { Here } from '@/lib/i18n/moments'
import type { Case } from '@/lib/moderation/queries'

/** The fields that would change, before and after side by side. */
export async function RevisionDiff({
  here,
  kind,
  revision,
  words,
}: {
  here: Here
  kind: ListingKind
  revision: NonNullable<Case['revision']>
  /** What gave the change away. */
  words: readonly string[]
}) {
  const { t } = here
  const before = await describeKind(here, kind, revision.before)
  const after = await describeKind(here, kind, revision.after)
  const changed = after.filter(
    ({ label, value }) => before.find((line) => line.label === label)?.value !== value,
  )
  if (changed.length === 0) return <p>{t('moderation.onlyPrivate')}</p>
  return (
    <Diff
      before={{
        label: t('moderation.before'),
        text: changed.map(({ label }) => (
          <p key={label}>
            {label}: <del>{before.find((line) => line.label === label)?.value || '—'}</del>
          </p>
        )),
      }}
      after={{
        label: t('moderation.after'),
        text: changed.map(({ label, value }) => (
          <p key={label}>
            {label}: <ins>{value ? <Marked text={value} words={words} /> : '—'}</ins>
          </p>
        )),
      }}
    />
  )
}
