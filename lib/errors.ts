import type { Here } from '@/lib/i18n/moments'

/** What the domain refuses. Thrown in lib, translated once: a page, a form sentence or a status. */
export class DomainError extends Error {
  override name = 'DomainError'
}

/** It does not exist, or this viewer may not know that it does. */
export class NotFound extends DomainError {
  override name = 'NotFound'
}

/** This actor may not do this. */
export class Forbidden extends DomainError {
  override name = 'Forbidden'
}

export type ConflictCode =
  | 'already_decided'
  | 'endorsed'
  | 'claimed'
  | 'undo_over'
  | 'changed_meanwhile'
  | 'fact_changed'
  | 'impossible_now'
  | 'below_held'
  | 'not_verified'
  | 'own_listing'
  | 'last_admin'
  | 'departed'
  | 'already_asked'
  | 'request_moved_on'
  | 'too_late'
  | 'just_taken'
  | 'offer_over'
  | 'overlaps'
  | 'too_many_requests'
  | 'too_many_of_yours'
  | 'too_many_messages'
  | 'asked_too_often'
  | 'too_many_from_here'
  | 'too_many_offers'
  | 'too_many_imports'
  | 'women_only_not_offered'
  | 'own_import'
  | 'import_has_errors'
  | 'change_waits'
  | 'last_admin'

/** The state moved on; `code` is the key of the sentence the reader sees (`errors.conflict.*`). */
export class Conflict extends DomainError {
  override name = 'Conflict'
  constructor(
    readonly code: ConflictCode,
    /** Numbers for the sentence. */
    readonly values: Record<string, number> = {},
    readonly obstacles: readonly Obstacle[] = [],
  ) {
    super(code)
  }
}

/** What stands in the way: a page of the reader's, without the language, and what it is called. */
export interface Obstacle {
  path: string
  name: (here: Here) => string
}

/** Input the user can fix, by field; the code is the key of the sentence (`errors.field.*`). */
export class InvalidInput extends DomainError {
  override name = 'InvalidInput'
  constructor(readonly issues: FieldIssue[]) {
    super(issues.map((issue) => `${issue.field}:${issue.code}`).join(' '))
  }
}

export interface FieldIssue {
  field: string
  code: string
  /** Numbers and dates for the sentence; never what the user typed. */
  values?: Record<string, string | number>
}

/**
 * What may be kept of a bug: its name, code and where it happened. Messages of database and mail
 * errors carry whole rows and addresses, so they are dropped.
 */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = (error as { code?: unknown }).code
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
  return [
    error.name,
    typeof code === 'string' ? code : '',
    ...frames.map((line) => line.trim()),
  ].join(' | ')
}
