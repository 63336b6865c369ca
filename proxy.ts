import { type NextRequest, NextResponse } from "next/server";
import { negotiateLocale } from "@/lib/i18n/negotiate";
import { pathIn } from "@/lib/i18n/paths";

/** Sends an address without a language to the one the browser prefers. A convenience: it guards nothing. */
export function proxy(request: NextRequest) {
  const target = request.nextUrl.clone();
  target.pathname = pathIn(negotiateLocale(request.headers.get("accept-language")), target.pathname);
  const response = NextResponse.redirect(target);
  response.headers.set("Vary", "Accept-Language");
  return response;
}

export const config = {
  matcher: ["/((?!api(?:/|$)|_next(?:/|$)|de(?:/|$)|en(?:/|$)|.*\\.[a-z0-9]+$).*)"],
};
