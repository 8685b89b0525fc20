import type { Table } from '@/lib/manifest/column'

/** People who sign in. */
export const ACCOUNTS = {
  account: {
    what: 'Somebody who signs in. Erased, it is an empty row that decisions point at.',
    kept: 'remains',
    columns: {
      id: ['technical', 'what other rows call this person'],
      email_sealed: ['sealed', 'to send codes, decisions and news of requests', 'account'],
      email_hash: [
        'hash',
        'to find the account at sign-in; of a suspended one, the ban',
        'account',
      ],
      public_name: ['public', 'what they want to be called beside their listings', 'account'],
      role: ['staff', 'what they may do; a volunteer after erasing', 'account'],
      locale: ['technical', 'the language of their mails; Russian after erasing', 'account'],
      verified_at: ['public', 'that a moderator verified them', 'account'],
      verified_how: ['public', 'how a moderator verified them', 'account'],
      verified_by_id: ['staff', 'who answers for it', 'account'],
      suspended_at: ['staff', 'that sign-in is closed; lifted, it goes'],
      suspended_by_id: ['staff', 'who answers for it'],
      suspension_reason: [
        'concerned',
        'a code (account_suspension_reason_is_a_code): they are told',
      ],
      suspension_note: ['staff', 'the same in clear, of the previous version', 'account'],
      suspension_note_sealed: ['sealed', 'what a moderator tells the others', 'account'],
      sessions_ended_at: ['staff', 'when staff last signed them out everywhere', 'account'],
      sample: ['technical', 'a sample person of an embedded database'],
      created_at: ['staff', 'how long somebody has been here'],
    },
  },
  session: {
    what: 'A device that is signed in.',
    kept: 'session',
    columns: {
      id: ['technical', 'key'],
      token_hash: ['hash', 'to know the cookie again'],
      account_id: ['technical', 'whose it is'],
      expires_at: ['technical', 'when it ends by itself'],
      created_at: ['technical', 'when it began'],
      second_factor_at: ['technical', 'when the second factor was last shown on this device'],
    },
  },
  second_factor: {
    what: 'What moderators and admins prove beside their mailbox.',
    kept: 'account',
    columns: {
      account_id: ['technical', 'whose it is'],
      secret_sealed: ['sealed', 'to check the codes of their app'],
      last_step: ['technical', 'so that no code is taken twice'],
      created_at: ['staff', 'since when'],
    },
  },
  recovery_code: {
    what: 'Codes on paper for a lost phone; a used one is deleted.',
    kept: 'account',
    columns: {
      account_id: ['technical', 'whose it is'],
      code_hash: ['hash', 'to know the code again'],
    },
  },
  sign_in_code: {
    what: 'The one open sign-in of an address; used, it is deleted.',
    kept: 'code',
    columns: {
      email_hash: ['hash', 'one open sign-in for an address'],
      email_sealed: ['sealed', 'whom the link of the mail signs in'],
      code_hash: ['hash', 'to know the code again'],
      link_hash: ['hash', 'to know the link again'],
      tries: ['counter', 'after five wrong codes it is used up'],
      expires_at: ['technical', 'when it ends'],
    },
  },
  rate_limit: {
    what: 'How often something was tried. Not in the log of the database, not in backups.',
    kept: 'limits',
    columns: {
      key: ['hash', 'of an e-mail address, or of a network under the salt of the day'],
      hits: ['counter', 'how often'],
      expires_at: ['technical', 'when it ends'],
    },
  },
  visitor_salt: {
    what: 'A random value for a day (UTC) under which networks are counted. Not in backups.',
    kept: 'salt',
    columns: {
      day: ['technical', 'which day'],
      salt: ['hash', 'random; without it a fingerprint cannot be worked out again'],
    },
  },
  duty_acknowledgement: {
    what: 'That an author has read their legal duties.',
    kept: 'account',
    columns: {
      account_id: ['technical', 'who'],
      kind: ['concerned', 'the duties of drivers or of hosts'],
      wording: ['technical', 'which wording; a new one is read anew'],
      acknowledged_at: ['concerned', 'when'],
    },
  },
} satisfies Record<string, Table>
