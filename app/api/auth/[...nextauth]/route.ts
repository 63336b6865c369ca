import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";
import { env } from "@/lib/env";
import { getContext } from "@/lib/runtime";

async function handle(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  const ctx = await getContext();
  return NextAuth(request, context, nextAuthOptions(ctx, env().NEXTAUTH_SECRET));
}

export { handle as GET, handle as POST };
