import { Body, Container, Head, Hr, Html, Link, Preview, Text } from "@react-email/components";
import type { ReactNode } from "react";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";
import { shopAddress } from "@/lib/legal/shop-lines";
import type { ShopFacts } from "@/lib/mail/facts";
import { lines } from "@/lib/mail/parts/pieces";
import { colour, darkStyles, quiet, serif, text } from "@/lib/mail/parts/theme";

type Props = { facts: ShopFacts; preview: string; children: ReactNode };

/** The sheet of paper around every mail: the shop's name above, who writes below. */
export function Layout({ facts, preview, children }: Props) {
  const { locale, profile, appUrl } = facts;
  const t = translator(locale, "mail");
  const page = (path: string) => `${appUrl}${pathIn(locale, path)}`;
  return (
    <Html lang={locale}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyles}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="paper" style={{ margin: 0, backgroundColor: colour.paper }}>
        <Container className="page" style={{ maxWidth: "600px", padding: "32px 24px" }}>
          <Text className="text" style={{ ...text, fontFamily: serif, fontSize: "20px", margin: "0 0 24px" }}>
            <Link href={page("/")} className="text" style={{ color: colour.text, textDecoration: "none" }}>
              {profile.shopName}
            </Link>
          </Text>
          {children}
          <Hr className="rule" style={{ borderColor: colour.line, margin: "32px 0 16px" }} />
          <Text className="quiet" style={quiet}>
            {lines([...shopAddress(profile, locale), profile.email, profile.phone, profile.vatId])}
          </Text>
          <Text className="quiet" style={quiet}>
            <Link href={page("/legal/imprint")} style={{ color: colour.quiet }}>
              {t("footer.imprint")}
            </Link>
            {" · "}
            <Link href={page("/legal/privacy")} style={{ color: colour.quiet }}>
              {t("footer.privacy")}
            </Link>
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
