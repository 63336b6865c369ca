/** A mail that was handed to the sandbox by SMTP. */
export interface CaughtMail {
  id: number;
  received: number;
  from: string;
  to: string[];
  subject: string;
  text: string | null;
  html: string | null;
  /** `contentId` names a picture of the HTML part, without its angle brackets; `content` is base64. */
  attachments: {
    filename: string;
    mimeType: string;
    size: number;
    content: string;
    contentId: string | null;
  }[];
}

/** Keeps the latest mails in memory; nothing is ever sent on. */
export interface MailInbox {
  /** Newest first. */
  list(): CaughtMail[];
  get(id: number): CaughtMail | undefined;
  add(mail: Omit<CaughtMail, "id">): CaughtMail;
  clear(): void;
}

const KEPT = 500;

export function createMailInbox(): MailInbox {
  let mails: CaughtMail[] = [];
  let nextId = 1;
  return {
    list: () => [...mails].reverse(),
    get: (id) => mails.find((mail) => mail.id === id),
    add: (fields) => {
      const mail = { ...fields, id: nextId };
      nextId += 1;
      mails = [...mails.slice(1 - KEPT), mail];
      return mail;
    },
    clear: () => {
      mails = [];
    },
  };
}
