import type { Order, OrderLine, PaymentAttempt } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import type { LegalText } from "@/lib/legal/read";
import type { Attachment } from "@/lib/mail/post";
import type { Cents } from "@/lib/money";
import type { ShopProfile } from "@/lib/settings/profile";

/** What every mail knows. */
export type ShopFacts = {
  locale: Locale;
  profile: ShopProfile;
  /** Absolute address of the shop, without a slash at the end. */
  appUrl: string;
};

/** `lines` only of a part: what of the order is in it. */
export type Parcel = {
  carrier: string;
  trackingId: string;
  lines?: readonly { position: number; quantity: number }[];
};

/** What a mail about an order may say; read when it is sent, not when it was owed. */
export type OrderFacts = ShopFacts & {
  order: Order;
  lines: readonly OrderLine[];
  /** The accepted payment, or else the newest one. */
  attempt: PaymentAttempt;
  /** What this mail is about, as its kind says behind the colon. */
  about: string | null;
  /** A refund's or reduction's amount in cents. */
  amount: Cents | null;
  parcel: Parcel | null;
  /** The picture of the transfer, where there is one to make. */
  girocode: Attachment | null;
  /** Only for the mail that is the contract's confirmation. */
  legal: readonly LegalText[];
  files: readonly Attachment[];
};
