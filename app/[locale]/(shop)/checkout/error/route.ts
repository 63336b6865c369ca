import { comeBack } from "../come-back";

type Context = { params: Promise<{ locale: string }> };

export async function GET(request: Request, { params }: Context) {
  return comeBack(request, (await params).locale);
}

export async function POST(request: Request, { params }: Context) {
  return comeBack(request, (await params).locale);
}
