import { pingDatabase } from "@/lib/db/client";
import { getContext } from "@/lib/runtime";

/** Whether this process can serve: it really asks the database. */
export async function GET() {
  const headers = { "Cache-Control": "no-store" };
  try {
    await pingDatabase((await getContext()).db);
    return Response.json({ ok: true }, { headers });
  } catch {
    return Response.json({ ok: false }, { status: 503, headers });
  }
}

export const dynamic = "force-dynamic";
