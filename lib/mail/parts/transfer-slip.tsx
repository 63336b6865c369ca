import { Img, Section, Text } from "@react-email/components";
import { groupIban } from "@/lib/girocode/iban";
import { translator } from "@/lib/i18n/messages";
import type { OrderFacts } from "@/lib/mail/facts";
import { girocodeSource } from "@/lib/mail/girocode";
import { Facts, Note, Subtitle } from "@/lib/mail/parts/pieces";
import { colour, quiet, serif, text } from "@/lib/mail/parts/theme";
import { formatCents } from "@/lib/money";
import { owedFor } from "@/lib/orders/sums";

/** What the buyer transfers, exactly as secuconnect named it (api.md 16), as text and as a code for banking apps. */
export function TransferSlip({ facts }: { facts: OrderFacts }) {
  const { order, attempt, girocode } = facts;
  const { transfer } = attempt;
  if (!transfer) return null;
  const t = translator(order.locale, "order");
  const rows = [
    [t("transfer.owner"), transfer.owner],
    [t("transfer.iban"), groupIban(transfer.iban)],
    [t("transfer.bic"), transfer.bic],
    [t("transfer.bank"), transfer.bankname],
    [t("transfer.purpose"), transfer.purpose],
  ] as const;
  return (
    <Section
      className="sheet slip"
      style={{
        backgroundColor: colour.sheet,
        border: `1px solid ${colour.line}`,
        borderRadius: "6px",
        padding: "24px",
        margin: "24px 0",
      }}
    >
      <Subtitle isFirst>{t("transfer.heading")}</Subtitle>
      <Text className="quiet" style={{ ...quiet, margin: 0 }}>
        {t("transfer.amount")}
      </Text>
      <Text className="text" style={{ ...text, fontFamily: serif, fontSize: "34px", lineHeight: "42px" }}>
        {formatCents(owedFor(order), order.locale)}
      </Text>
      <Facts rows={rows.filter(([, value]) => value !== "")} />
      {girocode ? (
        <>
          <Img
            src={girocodeSource}
            width="220"
            alt={t("transfer.codeTitle")}
            style={{ backgroundColor: "#FFFFFF", borderRadius: "6px" }}
          />
          <Note onlyInHtml>{t("transfer.code")}</Note>
        </>
      ) : null}
      <Note>{t("transfer.ownerNote")}</Note>
    </Section>
  );
}
