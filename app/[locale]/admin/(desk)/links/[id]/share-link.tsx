import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import { CopyButton } from "@/components/order/copy-button-client";
import type { PaymentLink } from "@/lib/db/schema";
import { qrSymbol } from "@/lib/girocode/svg";
import { linkAddress } from "@/lib/links/address";
import { getContext } from "@/lib/runtime";

/** The link's address to copy, and as a code to show or print. */
export async function ShareLink({ link }: { link: PaymentLink }) {
  const t = await getTranslations("links.view");
  const { settings } = await getContext();
  const address = linkAddress(settings, link);
  const { size, path } = qrSymbol(address);
  return (
    <Panel title={t("share")} id="share">
      <p className="text-quiet">{t("address")}</p>
      <p className="font-mono text-xs leading-6 break-all">{address}</p>
      <div className="my-3 flex flex-wrap items-center gap-4">
        <CopyButton
          value={address}
          label={t("copyLabel")}
          idle={t("copy")}
          done={t("copied")}
          failed={t("copyFailed")}
        />
        <a className="link py-2" href={address} target="_blank" rel="noopener">
          {t("open")}
        </a>
      </div>
      <svg
        role="img"
        aria-labelledby="qr-title"
        aria-describedby="qr-text"
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="size-44"
      >
        <title id="qr-title">{t("qr")}</title>
        <desc id="qr-text">{t("qrText")}</desc>
        <rect width={size} height={size} fill="#ffffff" />
        <path d={path} fill="#000000" />
      </svg>
    </Panel>
  );
}
