import type { LegalSection } from "@/lib/legal/types";
import type { ShopProfile } from "@/lib/settings/profile";

/** The English half of the privacy notice, section by section as the German one. */
export function privacyEnglish({ email }: ShopProfile): LegalSection[] {
  return [
    {
      heading: "Who is responsible",
      paragraphs: [
        `The provider named in the legal notice. Questions about privacy are answered at ${email}.`,
      ],
    },
    {
      heading: "When you look around",
      paragraphs: [
        "When you open a page, our server handles your IP address briefly to send it to you. We count nobody and load nothing from other servers: no statistics, no advertising, no foreign fonts.",
        "Against abuse the server remembers for a quarter of an hour how often an IP address signed in, declared a withdrawal or used “Find your order”. That is kept in memory only (Art. 6 (1) (f) GDPR).",
      ],
    },
    {
      heading: "Cookies",
      paragraphs: [
        "There are only cookies without which what you ask for would not work: the content of your basket (30 days) and, after an order, the way back to it (one hour). A third one is added only if you tick at the checkout that we should remember your details (twelve months). Nobody else reads them. They need no banner, so we do not ask (section 25 (2) TDDDG).",
      ],
    },
    {
      heading: "When you order",
      paragraphs: [
        "We use your name, address, e-mail address, where given company and VAT identification number, your note and the order to fulfil the contract (Art. 6 (1) (b) GDPR). The carrier receives name and address. Invoices are kept as long as tax law demands and then deleted.",
        "The page of your order is open to everyone who knows its address. We send it to nobody but you; search engines do not list it.",
      ],
    },
    {
      heading: "When you pay",
      paragraphs: [
        "Payments are handled by secupay AG, which receives your name, address, e-mail address, the amount and what is in the basket. For invoice and direct debit it assesses the risk of the payment and may ask credit agencies. Your IBAN goes to secupay only, we do not store it; card data we never see. On the payment page secupay's own privacy notice applies.",
        "Invoices that belong to a payment are also filed with secupay.",
      ],
    },
    {
      heading: "When we are to remember you",
      paragraphs: [
        "If you tick it at the checkout, we keep your e-mail address and postal address for the next order, and secupay keeps them too, for direct debit also the account (Art. 6 (1) (a) GDPR). “Forget” at the checkout or on your order's page deletes everything again, at secupay as well. After twelve months without an order we delete it by ourselves.",
      ],
    },
    {
      heading: "When we write to you",
      paragraphs: [
        "You get e-mails about your order only: receipt, payment, shipping, refund, and answers to what you send here. There is no newsletter. Our e-mail provider carries them on our behalf.",
        "Withdrawals are stored with name, e-mail address, content and time, because we have to be able to prove that we received them (Art. 6 (1) (c) GDPR).",
      ],
    },
    {
      heading: "Your rights",
      paragraphs: [
        "You may ask for access, correction, deletion, restriction and transfer of your data, object to their use, take back a consent at any time and complain to a supervisory authority.",
      ],
    },
  ];
}
