import type { Migration } from "./migration.ts";

/** The magazine's threads, and comments with what proves, reports, limits and mails them. */
export const conversation: Migration = {
  name: "conversation",
  statements: ({ text, integer, strict }) => [
    `CREATE TABLE secret_key (
      name ${text} PRIMARY KEY,
      value ${text} NOT NULL,
      created_at ${integer} NOT NULL
    ) ${strict}`,

    `CREATE TABLE site (
      id ${integer} PRIMARY KEY CHECK (id = 1),
      title ${text} NOT NULL,
      url ${text} NOT NULL,
      language ${text} NOT NULL,
      time_zone ${text} NOT NULL,
      etag ${text},
      read_at ${integer} NOT NULL
    ) ${strict}`,

    `CREATE TABLE thread (
      id ${text} PRIMARY KEY,
      url ${text} NOT NULL,
      title ${text} NOT NULL,
      state ${text} NOT NULL CHECK (state IN ('open', 'closed')),
      last_number ${integer} NOT NULL,
      version ${integer} NOT NULL
    ) ${strict}`,

    `CREATE TABLE comment (
      id ${text} PRIMARY KEY,
      thread ${text} NOT NULL REFERENCES thread (id),
      state ${text} NOT NULL CHECK (state IN ('unconfirmed', 'held', 'published', 'hidden', 'rejected', 'erased')),
      number ${integer},
      reply_to ${integer},
      conversation ${integer},
      name ${text} NOT NULL,
      email ${text} NOT NULL,
      text ${text} NOT NULL,
      wording ${text} NOT NULL,
      asked_at ${integer} NOT NULL,
      confirmed_at ${integer},
      published_at ${integer},
      edited_at ${integer},
      UNIQUE (thread, number)
    ) ${strict}`,
    `CREATE INDEX comment_opening ON comment (thread, number) WHERE reply_to IS NULL`,
    `CREATE INDEX comment_conversation ON comment (thread, conversation, number)`,
    `CREATE INDEX comment_by_thread_state ON comment (thread, state)`,
    `CREATE INDEX comment_by_state ON comment (state, asked_at)`,

    `CREATE TABLE solution (
      id ${text} PRIMARY KEY,
      body_hash ${text} NOT NULL,
      subject ${text} NOT NULL,
      created_at ${integer} NOT NULL
    ) ${strict}`,
    `CREATE INDEX solution_by_age ON solution (created_at)`,

    `CREATE TABLE proof (
      token_hash ${text} PRIMARY KEY,
      purpose ${text} NOT NULL,
      comment ${text} NOT NULL,
      created_at ${integer} NOT NULL,
      expires_at ${integer} NOT NULL,
      used_at ${integer}
    ) ${strict}`,
    `CREATE INDEX proof_by_comment ON proof (comment)`,
    `CREATE INDEX proof_by_age ON proof (created_at)`,

    `CREATE TABLE report (
      id ${text} PRIMARY KEY,
      comment ${text} NOT NULL REFERENCES comment (id),
      sender ${text} NOT NULL,
      mailbox ${text},
      reason ${text} NOT NULL,
      message ${text} NOT NULL,
      email ${text},
      created_at ${integer} NOT NULL,
      UNIQUE (comment, sender),
      UNIQUE (comment, mailbox)
    ) ${strict}`,

    `CREATE INDEX report_by_age ON report (created_at)`,

    `CREATE TABLE counter (
      key ${text} NOT NULL,
      start_at ${integer} NOT NULL,
      count ${integer} NOT NULL,
      PRIMARY KEY (key, start_at)
    ) ${strict}`,
    `CREATE INDEX counter_by_age ON counter (start_at)`,

    `CREATE TABLE letter (
      id ${text} PRIMARY KEY,
      subject ${text} NOT NULL,
      sealed ${text} NOT NULL,
      created_at ${integer} NOT NULL,
      due_at ${integer} NOT NULL,
      claimed_until ${integer} NOT NULL,
      attempts ${integer} NOT NULL,
      sent_at ${integer},
      given_up_at ${integer}
    ) ${strict}`,
    `CREATE INDEX letter_due ON letter (due_at) WHERE sent_at IS NULL AND given_up_at IS NULL`,
    `CREATE INDEX letter_by_age ON letter (created_at)`,
    `CREATE INDEX letter_by_subject ON letter (subject)`,
  ],
};
