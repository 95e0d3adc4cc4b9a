import type { table } from "../settings.ts";

/** What a setting means. With the table of settings these make `.env.example` and `docs/settings.md` (`npm run settings`). */
export interface Meaning {
  meaning: string;
  /** What only the page of the docs says. */
  more?: string;
}

/** Of every setting. */
export const meanings: Readonly<Record<keyof typeof table, Meaning>> = {
  port: {
    meaning: "The port to listen on.",
  },
  serviceUrl: {
    meaning:
      "Where readers reach the service. Links in letters begin with it, whatever a request says of its host. On a loopback address (`localhost`) the other settings have defaults, and only this machine can connect; any other makes the service public: then SITE_URL, MAIL_URL, MAIL_FROM, SECRET and MODERATORS have to be set.",
  },
  site: {
    meaning:
      "Where the magazine is. Only its pages may write comments, and its list of threads says which there are. Further addresses under which it may be read stand behind it with commas between them: `https://example.org/, https://www.example.org`; better is to let them lead to the first.",
    more: "A page at any other address says that it cannot write, and the log names that address once.",
  },
  database: {
    meaning:
      "The database: a file, which is made at the first start, and that start says so; or a PostgreSQL, `postgres://user:password@host:5432/database?sslmode=verify-full`, for several processes at once.",
    more: "Behind the `?` stand, with `&` between them: `sslmode=verify-full` (TLS, and the server's certificate is checked; with `sslrootcert=FILE` against that authority; `no-verify` checks nothing, and without `sslmode` there is no TLS), `max=10` (how many connections a process opens at most), `host=/var/run/postgresql` (a socket in that folder), and in milliseconds `lock_timeout=5000` and `statement_timeout=10000`, after which a request is refused for the moment; left empty, they are the server's own, as a pooler between may want it. What a server needs: [deployment.md](deployment.md#several-processes-on-one-postgresql).",
  },
  mail: {
    meaning:
      "How letters go out: `smtp://user:password@host:587` (STARTTLS where the server offers it), `smtps://user:password@host:465`, by a mail service's HTTP `resend://KEY@api.resend.com` or `postmark://TOKEN@api.postmarkapp.com`, or `outbox:`, which sends nothing and shows the letters to this machine only, at the link that the start prints.",
    more: "A Worker has no way to a mail server: there it has to be one of the services. Their key is sent to the host that stands behind the `@` and nowhere else. Postmark's links and openings are not tracked, as far as a letter can say so; at Resend tracking is switched off for the domain, which is how it is at the beginning.",
  },
  mailFrom: {
    meaning: "The sender of all letters.",
  },
  secrets: {
    meaning:
      "Challenges, waiting letters and the links that end notifications are signed or closed with it; `openssl rand -hex 32` makes one. Left empty on a loopback SERVICE_URL, one is made and kept in the database. To change it, write the new one before the old one with a comma between them: what was closed with the old one stays good. Take the old one away after a week.",
    more: "After a change new things are made under the first, and what was made under a later one stays good, once the service was started again. When the old one is taken away, the links to end notifications in letters of its time no longer work, and a reader ends them at `/mine`. A sign-in code that is on its way at the moment of the change has to be asked for again.",
  },
  moderators: {
    meaning: "Who may sign in at the desk, and is told by mail of what is held and reported.",
    more: "Of what, and how often: [desk.md](desk.md#letters).",
  },
  authors: {
    meaning:
      "Authors of the magazine, as `eva-klein=eva@example.org`: the name of the author's file, and an address. Their comments carry a badge when they are signed in: `badge` of that file, or else 'Autor', and under an article of their own 'Autorin dieses Artikels'. Those of MODERATORS carry 'Redaktion'.",
    more: "One author may have several addresses, each with its name. A bare address has the badge 'Autor', and is nobody's article. An address that itself has a `=` in front of its `@` stands behind a name. Names that no article of the magazine has as its author are named in the log when its list is read.",
  },
  moderation: {
    meaning:
      "Which comments a moderator sees before they appear, beside those that a check holds: `open` none, `first` the first one of each address, `all` every one.",
  },
  challenge: {
    meaning:
      "What a reader solves before a comment or a report is taken: `pow` (the browser works for a moment, the reader sees nothing of it) or `image` (a code to be read from a picture, with `pow` beside it for whoever cannot read it). The picture stops no program; `pow` costs one.",
    more: "The picture is there because readers know it: a small network reads such pictures as well as people do. What costs a sender something is `pow`; keep it where you are flooded. Both get harder for who sends much, and for all when the site is flooded: more work, a longer code. They fall back by themselves.",
  },
  blockedWords: {
    meaning:
      "A comment with one of these words waits in the desk's queue. Case and punctuation do not matter, parts of words do not count.",
  },
  suspectWords: {
    meaning: "The same for words that only raise a suspicion: here the desk gets a letter.",
  },
  reportsToHide: {
    meaning: "After how many reporters a comment is hidden until a moderator decides.",
  },
  hidesPerHour: {
    meaning:
      "How many comments reports alone may hide within an hour, in the whole magazine. What more is reported stays visible, waits at the desk, and is marked there as not hidden.",
  },
  trustedProxies: {
    meaning:
      "The reverse proxies in front of the service. Only from these is `X-Forwarded-For` believed. Left empty, a reader's address is that of the connection.",
    more: "Behind a proxy all readers would then be one, and the caps of a sender would be everybody's.",
  },
  stopDelay: {
    meaning:
      "How many seconds a process that was asked to end (SIGTERM) still takes what comes, while `/health` answers 503: as long as a balancer needs to notice. A second signal ends that.",
    more: "With one process there is nobody to lead readers elsewhere: leave it. Workers and Lambda end otherwise.",
  },
};
